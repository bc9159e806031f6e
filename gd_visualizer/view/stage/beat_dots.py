"""Where in the lesson's script we are: a dot for each press, filled as far as we have come."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gd_visualizer.view.look.style import font, palette, px
from gd_visualizer.view.text.translate import tr

_MOST = 14  # dots
_WIDE = 98  # designed px for the dots, however many there are
_APART, _RADIUS = 15, 0.34  # designed px from middle to middle at the most; share of that


class BeatDots(QWidget):
    """Dots and "3 of 6"; the words alone where there are many, the dots alone where narrow. All
    lessons' dots have the same room."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._count, self._narrow = 0, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_place(self, done: int, count: int) -> None:
        """``done`` presses of ``count`` are over."""
        if (done, count) != (self._done, self._count):
            longer = count > max(self._count, _MOST)
            self._done, self._count = done, count
            self._tell()
            if longer:
                self.updateGeometry()

    def retranslate(self) -> None:
        """In the language that is in force."""
        self._tell()
        self.updateGeometry()

    def _tell(self) -> None:
        done, count = str(self._done), str(self._count)
        self.setAccessibleName(self.words)
        self.setToolTip(tr("Press {done} of {count} of the lesson", done=done, count=count))
        self.update()

    def be_narrow(self, narrow: bool) -> None:
        """Without the words beside the dots."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()

    @property
    def words(self) -> str:
        """How many of how many."""
        return tr("{done} of {count}", done=str(self._done), count=str(self._count))

    @property
    def _dots(self) -> int:
        return self._count if self._count <= _MOST else 0

    @property
    def _spoken(self) -> bool:
        return not (self._narrow and self._dots)

    @property
    def _words_width(self) -> int:
        """In px, of the widest words."""
        most = str(max(self._count, _MOST))
        widest = tr("{done} of {count}", done=most, count=most)
        return QFontMetrics(font(14)).horizontalAdvance(widest) + px(6) if self._spoken else 0

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(px(_WIDE) + self._words_width, px(28))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, apart = self.height() / 2, min(px(_APART), px(_WIDE) / max(self._dots, 1))
        radius = _RADIUS * apart
        for k in range(self._dots):
            painter.setBrush(QColor(palette().action if k < self._done else palette().groove))
            painter.drawEllipse(QPointF(apart * (k + 0.5), middle), radius, radius)
        if self._spoken:
            painter.setPen(QColor(palette().muted))
            painter.setFont(font(14))
            rect = self.rect().adjusted(round(self._dots * apart) + px(4), 0, 0, 0)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), self.words)
        painter.end()
