"""A label whose text changes at every step without laying the window out anew."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class StillLabel(QLabel):
    """Keeps the room that ``widest`` needs, whatever it says; plain text.

    A QLabel asks its layout, and that the whole window's, for its new size at every text.
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
        self._align = align | Qt.AlignmentFlag.AlignVCenter

    def set_lines(self, count: int) -> None:
        """Room for so many lines, of one that wraps."""
        if count != self._lines:
            self._lines = count
            self.updateGeometry()

    def grow(self) -> None:
        """Room for a second line once what it says needs one: never less again by itself."""
        if self._wraps and self.fontMetrics().horizontalAdvance(self._words) > self.width():
            self.set_lines(2)

    def setText(self, text: str) -> None:  # noqa: N802
        if text != self._words:
            self._words = text
            self.setAccessibleName(text)
            self.update()

    def text(self) -> str:
        """What it says."""
        return self._words

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        high = metrics.height() * self._lines + 2
        return QSize(metrics.horizontalAdvance(self._widest) + 4, high)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = self.sizeHint()
        return QSize(40, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        flags, words = int(self._align), self._words
        if self._wraps:
            flags |= int(Qt.TextFlag.TextWordWrap)
        else:  # a cut number would be another one
            words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRect(0, 0, self.width(), self.height()), flags, words)
        painter.end()
