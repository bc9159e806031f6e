"""The buttons of the descent, the learning rate, the optimizer, the speed."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from gd_visualizer.view.look.style import px
from gd_visualizer.view.rate.control import RateControl
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.wishes import Wishes

if TYPE_CHECKING:
    from gd_visualizer.descent.state.state import State

SPEEDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0, math.inf)


class Toolbar(QFrame):
    """What a lesson does not need yet is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._running, self._goes_on = False, True
        self._reset = Button(tr("Reset"), tr("Reset: back to the start (Home)"), "reset")
        self._restart = Button(tr("New start"), tr("New random start (N)"), "dice")
        self._back = Button(tr("Back"), tr("Back: one step back (Left)"), "back")
        self._step = Button(tr("Step"), tr("Step: one whole step (Right)"), "step", "primary", True)
        self._run = Button(tr("Run"), tr("Run: step by itself, or pause (R or Space)"), "run")
        self._export = Button(
            tr("Export"), tr("Export: a picture or a table, for a slide (Ctrl+E)"), "export"
        )
        self._present = Button(
            tr("Present"), tr("Present: full screen for the class (F5)"), "present"
        )
        self.settings_button = Button("", tr("Colours, size, language (and keys)"), "settings")
        self._speed_name = QLabel(tr("speed"))
        self._speed_name.setObjectName("quiet")
        self._speed = QSlider(Qt.Orientation.Horizontal)
        self._speed.setRange(0, len(SPEEDS) - 1)
        self._speed.setPageStep(1)
        self._speed.setValue(2)
        self._speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._speed.setAccessibleName(tr("Speed"))
        self._speed.valueChanged.connect(self._tell_speed)
        self._tell_speed()
        self.rate = RateControl()
        self._optimizer = QComboBox()
        self._optimizer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._optimizer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._optimizer.setAccessibleName(tr("Optimizer"))
        self._optimizer.setToolTip(tr("Optimizer: the rule by which the slopes change the weights"))
        self._lay_out()

    def _lay_out(self) -> None:
        """What moves the descent at the left, how it is made and saved at the right."""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 9, 14, 9)
        self._rows.setSpacing(6)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._rows.addLayout(self._first)
        self._below = QWidget()
        self._below.setLayout(self._second)
        self._below.hide()
        self._second.setContentsMargins(0, 0, 0, 0)
        self._second.addStretch(1)
        self._rows.addWidget(self._below)
        for row in (self._first, self._second):
            row.setSpacing(8)
        left = (self._reset, self._back, self._step, self._run, self._restart)
        self._moves = (*left, self._speed_name, self._speed)
        for widget in self._moves:
            self._first.addWidget(widget)
        self._first.addStretch(1)
        self._right = (
            self.rate,
            self._optimizer,
            self._export,
            self._present,
            self.settings_button,
        )
        for setting in self._right:
            self._first.addWidget(setting)
        self._measure()
        for later in (self._restart, self._speed_name, self._speed, self.rate, self._optimizer):
            later.hide()  # until there is a lesson that needs it

    def hand_in(self, wishes: Wishes) -> None:
        """Takes the ``wishes`` that buttons and controls call, once the program is there."""
        for button, wish in (
            (self._reset, wishes.reset),
            (self._restart, wishes.restart),
            (self._back, wishes.back),
            (self._step, wishes.step),
            (self._run, wishes.toggle_run),
            (self._export, wishes.export),
            (self._present, wishes.present),
            (self.settings_button, wishes.open_settings),
        ):
            button.asks(wish)
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
        descent = new.descent
        if old is None or old.descent.lesson is not descent.lesson:
            self._show_groups(new)
        if old is None or old.descent.settings is not descent.settings:
            self.rate.show_rate(descent.settings.rate)
            with QSignalBlocker(self._optimizer):
                self._optimizer.setCurrentText(descent.settings.optimizer)
        self._goes_on = descent.ended is None
        self._step.setEnabled(self._goes_on)
        self._run.setEnabled(self._goes_on or self._running)
        can_go_back = bool(
            descent.row or descent.before or descent.provisional or not descent.resting
        )
        self._back.setEnabled(can_go_back)

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
        self._fit()

    def _measure(self) -> None:
        self._run.setMinimumWidth(px(92))  # the same for Run and Pause: nothing jumps
        self._speed.setMinimumWidth(px(56))
        self._speed.setMaximumWidth(px(96))

    def _fit(self) -> None:
        """Leaves words out, the least needed first, until everything has room; then breaks the
        row."""
        for level in range(4):
            self._speed_name.setVisible(level < 1 and not self._speed.isHidden())
            self.rate.be_narrow(level)
            for button in (self._reset, self._restart, self._export, self._present):
                button.show_words(level < 2)
            if self._needed() <= self.width():
                self._break(False)
                return
        self._break(True)

    def _needed(self) -> int:
        """The width of everything in one row."""
        shown = [w for w in (*self._moves, *self._right) if not w.isHidden()]
        margins = self._rows.contentsMargins()
        spaces = (len(shown) + 1) * self._first.spacing() + margins.left() + margins.right()
        least = (max(widget.minimumSizeHint().width(), widget.minimumWidth()) for widget in shown)
        return sum(least) + spaces

    def _break(self, broken: bool) -> None:
        """How steps are made on a row of its own, or not."""
        if broken != self._below.isHidden():
            return
        source, target = (self._first, self._second)[:: 1 if broken else -1]
        for widget in self._right:
            source.removeWidget(widget)
            target.addWidget(widget)
        self._below.setVisible(broken)

    def _show_groups(self, state: "State") -> None:
        lesson = state.descent.lesson
        descends = lesson.view.descends
        for name, widgets in (
            ("run", (self._run,)),
            (tr("speed"), (self._speed, self._speed_name)),
            ("learning rate", (self.rate,)),
            ("optimizer", (self._optimizer,)),
        ):
            for widget in widgets:
                widget.setVisible(descends and name not in lesson.view.hide)
        self._export.setVisible("export" not in lesson.view.hide)
        self._restart.setVisible(lesson.starts_random and "random start" not in lesson.view.hide)
        self._step.setVisible(descends)
        self._fit()

    def _tell_speed(self) -> None:
        speed = SPEEDS[self._speed.value()]
        if math.isinf(speed):
            words = tr("Speed of Run: as many steps as fit")
        elif speed == 1:
            words = tr("Speed of Run: 1 step a second")
        else:
            words = tr("Speed of Run: {count} steps a second", count=f"{speed:g}")
        self._speed.setToolTip(words)
