"""Below the stage: the way through the lesson and through the steps, and how they are made."""

import math
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QWidget

from gd_visualizer.text.message import translatable
from gd_visualizer.view.look.style import px
from gd_visualizer.view.stage.beat_dots import BeatDots
from gd_visualizer.view.stage.flow import FlowBar, Pair
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.widgets.fixed_label import StillLabel
from gd_visualizer.view.wishes import Wishes

if TYPE_CHECKING:  # which need NumPy: not before the first frame
    from gd_visualizer.descent.state.state import State
    from gd_visualizer.lesson.lesson import Lesson
    from gd_visualizer.view.rate.control import RateControl

SPEEDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0, math.inf)
_STEP_TIP = translatable("Step: one whole step (Right)")
_RUN_TIP = translatable("Run: step by itself, or pause (R or Space)")
_LEVELS, _SPARED = 4, 3  # of leaving words out; those that leave out what nobody misses


class Transport(FlowBar):
    """What a lesson does not need yet is not there; what is there has the same place in all lessons
    with a script, and in all without."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._running, self._goes_on = False, True
        self._lesson: Lesson | None = None
        self._reset = Button(tr("Reset"), tr("Reset: back to the start (Home)"), "reset")
        self._restart = Button(tr("New start"), tr("New random start (N)"), "dice")
        self._back = Button("", tr("Back (‹): takes the last press back (PageUp, Left)"), "left")
        self._next = Button(
            tr("Next"), tr("Next: the next phase or beat (PageDown)"), "right", "primary", True
        )
        self._beats = BeatDots()
        self._step = Button(tr("Step"), tr(_STEP_TIP), "step", "", True)
        self._run = Button(tr("Run"), tr(_RUN_TIP), "run")
        tip = tr("Every result is asked for before it is shown: type what you expect")
        self.predict = tab(tr("Guess first"), tip)
        self._place = StillLabel("step 100 of 100")
        self._place.setObjectName("quiet")
        self._scrubber = QSlider(Qt.Orientation.Horizontal)
        self._scrubber.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scrubber.setAccessibleName(tr("Steps so far"))
        self._scrubber.setToolTip(tr("Go to any step so far (Home, End)"))
        self._speed = QSlider(Qt.Orientation.Horizontal)
        self._speed.setRange(0, len(SPEEDS) - 1)
        self._speed.setPageStep(1)
        self._speed.setValue(2)
        self._speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._speed.setAccessibleName(tr("Speed"))
        self._speed.valueChanged.connect(self._tell_speed)
        self._tell_speed()
        self._optimizer = QComboBox()
        self._optimizer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._optimizer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._optimizer.setAccessibleName(tr("Optimizer"))
        self._optimizer.setToolTip(tr("Optimizer: the rule by which the slopes change the weights"))
        first = self._back, self._next  # the others, once there is a lesson that needs them
        self.take(first, ())
        for part in first:
            self.offer(part, True)

    @cached_property
    def rate(self) -> "RateControl":
        """Slider and field of the learning rate; not before the first frame."""
        from gd_visualizer.view.rate.control import RateControl

        return RateControl()

    def _lay_out(self) -> None:
        """What all lessons have comes first, what few have last."""
        speed = QLabel(tr("speed"))
        speed.setObjectName("quiet")
        script = (self._back, self._next, self._beats, self._reset, self.predict)
        self._pace, self._way = Pair(speed, self._speed), Pair(self._place, self._scrubber)
        steps = (self._step, self._run, self._pace, self._way)
        made = (self.rate, self._optimizer, self._restart)
        self.take((*script, *steps, *made), (self._way, self.rate))
        self._measure()

    def hand_in(self, wishes: Wishes) -> None:
        """Takes the ``wishes`` that buttons and controls call, once the program is there."""
        self._lay_out()
        for button, wish in (
            (self._reset, wishes.reset),
            (self._restart, wishes.restart),
            (self._back, wishes.take_back),
            (self._next, wishes.next),
            (self._step, wishes.step),
            (self._run, wishes.toggle_run),
        ):
            button.asks(wish)
        self.predict.switches(wishes.set_predict)
        self._scrubber.valueChanged.connect(wishes.jump)
        self._speed.valueChanged.connect(lambda place: wishes.set_speed(SPEEDS[place]))
        self._optimizer.textActivated.connect(wishes.set_optimizer)
        self.rate.hand_in(wishes)

    def offer_optimizers(self, names: Sequence[str]) -> None:
        """The rules to choose from."""
        self._optimizer.addItems(list(names))

    @property
    def speed(self) -> int:
        """The place of the speed slider."""
        return self._speed.value()

    def set_speed(self, place: int) -> None:
        """Moves the speed slider, as a person would."""
        self._speed.setValue(place)

    def sync(self, new: "State", old: "State | None") -> None:
        """Shows settings, hides what the lesson does not need yet."""
        # Which need NumPy: not before the first frame.
        from gd_visualizer.descent.script.clicker import can_go_back
        from gd_visualizer.descent.script.script import performed
        from gd_visualizer.descent.state.shown_step import step_number
        from gd_visualizer.scene.sentences import ended

        descent = new.descent
        self._beats.show_place(performed(new), len(descent.lesson.beats))
        if old is None or old.descent.lesson is not descent.lesson:
            self._show_groups(new)
        if old is None or old.descent.settings is not descent.settings:
            self.rate.show_rate(descent.settings.rate)
            with QSignalBlocker(self._optimizer):
                self._optimizer.setCurrentText(descent.settings.optimizer)
        self._goes_on = descent.ended is None
        if old is None or descent.ended or old.descent.ended:
            why = translate_message(ended(descent)) if descent.ended else ""
            for button, tip in ((self._step, _STEP_TIP), (self._run, _RUN_TIP)):
                button.setToolTip(why or tr(tip))
        self._step.setEnabled(self._goes_on)
        self._run.setEnabled(self._goes_on or self._running)
        self._back.setEnabled(can_go_back(new))
        self.predict.setChecked(new.progress.predict)
        step = translate_message(step_number(descent, descent.row))
        last = str(descent.timeline.last)
        self._place.setText(tr("step {row} of {last}", row=step, last=last))
        with QSignalBlocker(self._scrubber):
            self._scrubber.setRange(0, descent.timeline.last)
            self._scrubber.setValue(descent.row)
        self._scrubber.setEnabled(descent.timeline.last > 0)

    def show_running(self, running: bool) -> None:
        """The button pauses while ``running``, and else starts a run."""
        self._running = running
        self._run.setEnabled(self._goes_on or running)
        self._run.show_as(*((tr("Pause"), "pause") if running else (tr("Run"), "run")))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
            self._fit()

    def retranslate(self) -> None:
        """Other words need other room."""
        self._tell_speed()
        self._beats.retranslate()
        self._fit()

    def _measure(self) -> None:
        self._speed.setFixedWidth(px(56))
        self._scrubber.setMinimumWidth(px(54))

    def _fit(self) -> None:
        """Leaves words out, the least needed first, as long as that saves a row; words that
        name something only in a low window, in which a row is dear. None before there is a
        lesson."""
        if self._lesson is None:
            self.arrange()
            return
        levels = range(_LEVELS if self.low else _SPARED)
        self._leave_out(levels[-1])
        least = self.rows
        for level in levels:
            self._leave_out(level)
            if self.rows <= least:
                break
        self.arrange()

    def _leave_out(self, level: int) -> None:
        """From 0, all words, to the last level, hardly any."""
        self._pace.show_words(level < 1)
        self.rate.be_narrow(level)
        for button in (self._reset, self._restart):
            button.show_words(level < 1)
        for button in (self._step, self._run):
            button.show_words(level < 3)
        # the same for Run and Pause: nothing jumps
        self._run.setMinimumWidth(px(92) if level < 3 else 0)
        self._beats.be_narrow(level >= 2)

    def _show_groups(self, state: "State") -> None:
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # also what is not seen has its room
        lesson = self._lesson = state.descent.lesson
        scripted, descends = bool(lesson.beats), lesson.view.descends
        for part in (self._reset, self.predict):
            self.offer(part, True)
        self.offer(self._next, scripted or not descends)
        self.offer(self._beats, scripted)
        self._step.setObjectName("" if scripted else "primary")
        self._step.style().polish(self._step)
        for part in (self._step, self._way):
            self.offer(part, descends, keeps=True)
        for name, part in (
            ("run", self._run),
            ("speed", self._pace),
            ("learning rate", self.rate),
            ("optimizer", self._optimizer),
        ):
            self.offer(part, self._has(name), keeps=True)
        random = lesson.starts_random and "random start" not in lesson.view.hide
        self.offer(self._restart, random, keeps=True)
        self._fit()

    def _has(self, name: str) -> bool:
        """Whether the lesson takes steps, and does not hide the control of that name."""
        view = self._lesson.view if self._lesson else None
        return view is not None and view.descends and name not in view.hide

    def _tell_speed(self) -> None:
        speed = SPEEDS[self._speed.value()]
        if math.isinf(speed):
            words = tr("Speed of Run: as many steps as fit")
        elif speed == 1:
            words = tr("Speed of Run: 1 step a second")
        else:
            words = tr("Speed of Run: {count} steps a second", count=f"{speed:g}")
        self._speed.setToolTip(words)
