"""Below the cards: one sentence that says where we are, and the scrubber over all rows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QVBoxLayout

from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.fixed_label import StillLabel
from gd_visualizer.view.widgets.screen_reader import announce
from gd_visualizer.view.wishes import Wishes

_LONG = 1180

if TYPE_CHECKING:
    from gd_visualizer.descent.state.state import State


class StatusBar(QFrame):
    """The sentence about the step, and a slider over the rows there are."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self._sentence = StillLabel("", wraps=True)  # room for two lines: nothing jumps
        self._sentence.setObjectName("sentence")
        self._left = StillLabel("after step 10000")
        self._right = StillLabel("of 10000 · loss 0.0001234", Qt.AlignmentFlag.AlignRight)
        for label in (self._left, self._right):
            label.setObjectName("quiet")
        self._scrubber = QSlider(Qt.Orientation.Horizontal)
        self._scrubber.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scrubber.setAccessibleName(tr("Steps so far"))
        self._scrubber.setToolTip(tr("Go to any step so far (Home, End)"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._left)
        line.addWidget(self._scrubber, 1)
        line.addWidget(self._right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 6, 18, 6)
        layout.setSpacing(0)
        self._next = StillLabel("")
        self._next.setObjectName("quiet")
        self._next.hide()
        layout.addWidget(self._sentence)
        layout.addWidget(self._next)
        layout.addLayout(line)

    def hand_in(self, wishes: Wishes) -> None:
        """Whom the slider asks for another row."""
        self._scrubber.valueChanged.connect(wishes.jump)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One line of words where it is long enough."""
        super().resizeEvent(event)
        self._sentence.set_lines(1 if self.width() >= px(_LONG) else 2)
        self._sentence.grow()

    @property
    def text(self) -> str:
        """The sentence that is shown now."""
        return self._sentence.text()

    @property
    def next_text(self) -> str:
        """What the next press will say, while it is shown to the lecturer; else empty."""
        return "" if self._next.isHidden() else self._next.text()

    @property
    def place_text(self) -> str:
        """After which step we are, and of how many, with the loss where it may be seen."""
        return f"{self._left.text()} {self._right.text()}"

    def sync(self, new: "State", old: "State | None") -> None:
        """Shows the sentence, the row and how many rows there are."""
        # Which need NumPy: not before the first frame.
        from gd_visualizer.descent.script.script import caption
        from gd_visualizer.descent.state.shown_step import step_number
        from gd_visualizer.scene.explanation.of_state import printed
        from gd_visualizer.scene.sentences import announcement, sentence
        from gd_visualizer.scene.visibility import visibility

        descent = new.descent
        told = _told(new, caption(new))
        if old is None or old.descent is not descent or _told(old, caption(old)) != told:
            self._say(translate_message(sentence(new, old)))
            announce(self, translate_message(announcement(new, old)))
        after = tr("after step {row}", row=translate_message(step_number(descent, descent.row)))
        self._left.setText(after if descent.row else tr("at the start"))
        of = str(descent.timeline.last)
        if visibility(new).loss:
            loss = printed(new).text(descent.moment.loss)
            self._right.setText(tr("of {last} · loss {loss}", last=of, loss=loss))
        else:
            self._right.setText(tr("of {last}", last=of))
        with QSignalBlocker(self._scrubber):
            self._scrubber.setRange(0, descent.timeline.last)
            self._scrubber.setValue(descent.row)
        descends = descent.lesson.view.descends
        for widget in (self._left, self._right, self._scrubber):
            widget.setVisible(descends)
        self._scrubber.setEnabled(descent.timeline.last > 0)

    def _say(self, words: str) -> None:
        self._sentence.setText(words)
        self._sentence.grow()

    def show_next(self, words: str) -> None:
        """For the lecturer alone: what the next press will say; nothing outside a presentation."""
        self._next.setText(words)
        self._next.setVisible(bool(words))

    def add(self, sentence: str) -> None:
        """Something besides what it says; until the next change."""
        self.tell(f"{self.text} {sentence}")

    def tell(self, sentence: str) -> None:
        """Something else that has happened; until the next change."""
        self._say(sentence)
        announce(self, sentence)


def _told(state: "State", caption: str) -> tuple[object, ...]:
    """What the sentence depends on besides the descent."""
    progress = state.progress
    return caption, progress.asked, progress.seeking, progress.reveal_by_phase
