"""A label whose text changes at every step without laying the window out anew."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from gd_visualizer.view.text.fitted import in_box, on_one_line

_MOST_KNOWN = 50


class StillLabel(QLabel):
    """Keeps the room that ``widest`` needs, whatever it says; plain text, never cut.

    A QLabel asks its layout, and that the whole window's, for its new size at every text. On one
    line this one asks only for more than it ever had, and writes smaller until it gets it.
    """

    def __init__(
        self,
        widest: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self._widest, self._words, self._wraps = widest, "", wraps
        self._lines = 2 if wraps else 1
        self._known: dict[str, int] = {}  # how wide texts are, in px
        self._align = align | Qt.AlignmentFlag.AlignVCenter

    @property
    def wraps(self) -> bool:
        """Whether it may be broken into several lines."""
        return self._wraps

    def set_lines(self, count: int) -> None:
        """Room for so many lines, of one that wraps."""
        if count != self._lines:
            self._lines = count
            self.updateGeometry()

    def grow(self) -> None:
        """Room for a second line once what it says needs one: never less again by itself."""
        if self._wraps and self._wide(self._words) > self.width():
            self.set_lines(2)

    def setText(self, text: str) -> None:  # noqa: N802
        if text != self._words:
            self._words = text
            if not self._wraps and self._longer(text):
                self._widest = text
                self.updateGeometry()
            self.setAccessibleName(text)
            self.update()

    def _longer(self, text: str) -> bool:
        return self._wide(text) > self._wide(self._widest)

    def _wide(self, text: str) -> int:
        if text not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[text] = self.fontMetrics().horizontalAdvance(text)
        return self._known[text]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Other letters are as wide as they are."""
        self._known = {}
        super().changeEvent(event)

    def text(self) -> str:
        """The label's words, whole even where they are painted smaller."""
        return self._words

    def letters(self) -> QFont:
        """The font in which all of it has room."""
        if self._wraps:
            return in_box(self.font(), self._words, self.width(), self.height())
        if self._wide(self._words) < self.width():
            return self.font()  # without being measured anew at every paint
        return on_one_line(self.font(), self._words, self.width())

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        high = metrics.height() * self._lines + 2
        return QSize(self._wide(self._widest) + 4, high)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = self.sizeHint()
        return QSize(40, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setFont(self.letters())
        flags = int(self._align)
        if self._wraps:
            flags |= int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(0, 0, self.width(), self.height()), flags, self._words)
        painter.end()
