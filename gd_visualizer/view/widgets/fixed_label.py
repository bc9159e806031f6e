"""A label whose text changes at every step without laying the window out anew."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from gd_visualizer.view.text.fitted import in_box, on_one_line


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
        if self._wraps and self.fontMetrics().horizontalAdvance(self._words) > self.width():
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
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(text) > metrics.horizontalAdvance(self._widest)

    def text(self) -> str:
        """The label's words, whole even where they are painted smaller."""
        return self._words

    def letters(self) -> QFont:
        """The font in which all of it has room."""
        if self._wraps:
            return in_box(self.font(), self._words, self.width(), self.height())
        return on_one_line(self.font(), self._words, self.width())

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
        painter.setFont(self.letters())
        flags = int(self._align)
        if self._wraps:
            flags |= int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(0, 0, self.width(), self.height()), flags, self._words)
        painter.end()
