"""Below the cards: one sentence that says where we are, and the scrubber over all rows."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout

from gd_visualizer.descent.numerals import number
from gd_visualizer.descent.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.view.words import sentence


class Foot(QFrame):
    """Asks for a row by ``row_requested``."""

    row_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._sentence = QLabel()
        self._sentence.setObjectName("sentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumHeight(46)
        self._left, self._right = QLabel(), QLabel()
        for label in (self._left, self._right):
            label.setObjectName("quiet")
            label.setMinimumWidth(110)
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._scrubber = QSlider(Qt.Orientation.Horizontal)
        self._scrubber.setAccessibleName("Steps so far")
        self._scrubber.setToolTip("Go to any step so far (Home, End)")
        self._scrubber.valueChanged.connect(self.row_requested)
        line = QHBoxLayout()
        line.addWidget(self._left)
        line.addWidget(self._scrubber, 1)
        line.addWidget(self._right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 8, 18, 8)
        layout.setSpacing(2)
        layout.addWidget(self._sentence)
        layout.addLayout(line)

    def sync(self, new: State, _old: State | None) -> None:
        """Sentence, place and length."""
        descent = new.descent
        self._sentence.setText(sentence(new))
        self._left.setText(f"after step {descent.row}" if descent.row else "at the start")
        loss = number(descent.moment.loss)
        self._right.setText(f"of {descent.timeline.last} · loss {loss}")
        with QSignalBlocker(self._scrubber):
            self._scrubber.setRange(0, descent.timeline.last)
            self._scrubber.setValue(descent.row)
        descends = descent.lesson.view.last_phase == Phase.UPDATE
        for widget in (self._left, self._right, self._scrubber):
            widget.setVisible(descends)
        self._scrubber.setEnabled(descent.timeline.last > 0)
