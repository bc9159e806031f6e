"""A slider of learning rates by powers of ten, with what the next step would do on its groove."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyleOptionSlider, QToolTip

from gd_visualizer.lesson.rate import learning_rate
from gd_visualizer.text.message import translatable
from gd_visualizer.view.look.style import px
from gd_visualizer.view.rate import groove as rate_groove
from gd_visualizer.view.text.translate import localize_numbers, tr
from gd_visualizer.view.widgets.event_listener import EventListener
from gd_visualizer.view.widgets.key_drag import shifted

if TYPE_CHECKING:  # which needs NumPy: not before the first frame
    from gd_visualizer.descent.rate.band import Band

LOW, HIGH = 1e-5, 10.0
TICKS = 600
_FINER = 0.1  # how fast the handle goes with Shift
_EXACT = 2e-3  # so close to an edge, as a share, the band does not decide
_WORDS = {
    "lower": translatable("The next step lowers the loss"),
    "across": translatable("The next step lowers the loss, but lands across the valley"),
    "higher": translatable("The next step does not lower the loss"),
    "overflow": translatable("The next step overflows"),
    "still": translatable("The next step changes nothing"),
}


class RateSlider(QSlider):
    """A QSlider from LOW to HIGH; a click on the groove goes there.

    Paints itself. Each kind of next step has a colour and a pattern; a small mark above the groove
    is the critical rate; a pale ring, while the handle is held, the rate that there was before.
    ``between(float)`` asks for a rate that has no place of its own, by a drag with Shift.
    """

    between = Signal(float)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, TICKS)
        self.setPageStep(TICKS // 6)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumHeight(px(28))
        self._band: Band | None = None
        self._exactly: Callable[[float], str] | None = None
        self._critical: float | None = None
        self._rate: float | None = None
        self._left: float | None = None
        self._fine: tuple[float, float] | None = None  # where Shift went down, and the rate there
        self._room: tuple[QSize, tuple[float, int]] = QSize(), (0.0, 0)  # of a size, the span
        EventListener(self, QEvent.Type.ToolTip, self._hear)

    def show_rate(self, rate: float) -> None:
        """The handle at ``rate``; where it stands for it already, it stays."""
        if rate == self._rate and tick_of(rate) == self.value():
            return
        self._rate = rate
        if rate_of(self.value()) != rate:
            self.setValue(tick_of(rate))
        self._describe()
        self.update()

    def show_band(self, band: "Band | None", exactly: Callable[[float], str] | None = None) -> None:
        """What the next step would do; ``exactly`` tells the kind at a rate close to an edge."""
        self._band, self._exactly = band, exactly
        self._describe()
        self.update()

    def show_critical(self, rate: float | None) -> None:
        """A mark above the groove at the rate 2/λ, or none."""
        self._critical = rate
        self.update()

    @property
    def band(self) -> "Band | None":
        """What the groove shows of the next step; None where nothing is known."""
        return self._band

    @property
    def critical(self) -> float | None:
        """The critical rate 2/λ that is marked above the groove; None without a mark."""
        return self._critical

    def kind(self, rate: float) -> str:
        """What the next step would do at ``rate``; empty where that is not known."""
        band = self._band
        if band is None or not band.edges[0] <= rate <= band.edges[-1]:
            return ""
        inner = [float(edge) for edge in band.edges[1:-1]]
        if self._exactly and any(abs(rate / edge - 1) < _EXACT for edge in inner):
            return self._exactly(rate)
        return band.kinds[sum(edge <= rate for edge in inner)]

    def x_of(self, rate: float) -> float:
        """Where the handle's middle stands for ``rate``."""
        left, length = self._span()
        return left + length * _share(rate)

    def rate_under(self, x: float) -> float:
        """The rate that a click there asks for."""
        left, length = self._span()
        return rate_of(round(min(max((x - left) / max(length, 1), 0), 1) * TICKS))

    def words(self, x: float) -> str:
        """What there is to say about a place of the slider: rate, kind and the critical rate."""
        on_handle = self._rate is not None and self._part("Handle")
        if on_handle and on_handle.left() <= x <= on_handle.right():
            rate = self._rate or 0.0
        else:
            rate = self.rate_under(x)
        kind = self.kind(rate)
        if not kind:
            text = self.toolTip()
        else:
            text = f"{tr('Learning rate {rate}', rate=_text(rate))}\n{tr(_WORDS[kind])}"
        if self._critical and abs(self.x_of(self._critical) - x) <= px(5):
            mark = tr("The mark: the critical rate 2/λ ≈ {rate}", rate=_text(self._critical))
            text = f"{text}\n{mark}"
        return text

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as it may be: on a narrow one the band has no room."""
        return QSize(px(170), px(28))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumHeight(px(28))
            self._room = QSize(), (0.0, 0)

    def _hear(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tell(event.pos())
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Beside the handle: the handle comes, and is held."""
        self._left, self._fine = self._rate, None
        handle = self._part("Handle")
        held = event.button() == Qt.MouseButton.LeftButton
        if held and not handle.contains(event.position().toPoint()):
            QToolTip.hideText()
            self.setSliderDown(True)
            self.setSliderPosition(tick_of(self.rate_under(event.position().x())))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.isSliderDown() and shifted(event):
            self._creep(event.position().x())
            return
        self._fine = None
        super().mouseMoveEvent(event)
        if not event.buttons() and QToolTip.isVisible():
            self._tell(event.position().toPoint())

    def _creep(self, x: float) -> None:
        """Slowly along, from where Shift went down, by three digits."""
        if self._fine is None:
            self._fine = x, self._rate or rate_of(self.value())
        begun, rate = self._fine
        by = (x - begun) / max(self._span()[1], 1) * _FINER
        wanted = rate * (HIGH / LOW) ** by
        self.between.emit(float(f"{min(max(wanted, LOW), HIGH):.3g}"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self.update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody holds what is not there."""
        self.setSliderDown(False)
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, length = self._span()
        ends = left - px(4), left + length + px(4)
        middle = self.height() / 2
        rate_groove.paint_groove(painter, ends, middle, self._segments(*ends))
        if self._critical and LOW <= self._critical <= HIGH:
            rate_groove.paint_critical(painter, self.x_of(self._critical), middle)
        look = rate_groove.Look(
            self.hasFocus(), self.underMouse() or self.isSliderDown(), self.isEnabled()
        )
        if self._left and self.isSliderDown():
            rate_groove.paint_left(painter, self.x_of(self._left), middle)
        kind = self.kind(self._rate) if self._rate else ""
        handle = self._part("Handle")
        rate_groove.paint_handle(painter, handle.center().x() + 0.5, middle, look, kind)
        painter.end()

    def _segments(self, left: float, right: float) -> list[tuple[float, float, str]]:
        """From where to where which kind is; the first and the last as far as the groove."""
        if self._band is None:
            return []
        inner = [self.x_of(float(edge)) for edge in self._band.edges[1:-1]]
        return list(zip([left, *inner], [*inner, right], self._band.kinds, strict=True))

    def _part(self, name: str) -> QRect:
        from PySide6.QtWidgets import QStyle  # its enumerations take 7 ms: not before the frame

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = QStyle.ComplexControl.CC_Slider
        which = QStyle.SubControl[f"SC_Slider{name}"]
        return self.style().subControlRect(slider, option, which, self)

    def _span(self) -> tuple[float, float]:
        """Where the handle's middle is at the left end, and how far it can go."""
        if self._room[0] != self.size():
            groove, wide = self._part("Groove"), self._part("Handle").width()
            self._room = self.size(), (groove.left() + wide / 2, groove.width() - wide)
        return self._room[1]

    def _tell(self, at: QPoint) -> None:
        QToolTip.showText(self.mapToGlobal(at), self.words(at.x()), self)

    def _describe(self) -> None:
        kind = self.kind(self._rate) if self._rate else ""
        words = tr(_WORDS[kind]) if kind else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)


def rate_of(tick: int) -> float:
    """The rate that a place of the slider stands for: two digits."""
    return float(f"{LOW * (HIGH / LOW) ** (tick / TICKS):.2g}")


def tick_of(rate: float) -> int:
    """The place of the slider nearest to ``rate``."""
    return round(_share(rate) * TICKS)


def _share(rate: float) -> float:
    share = math.log(rate / LOW) / math.log(HIGH / LOW)
    return min(max(share, 0.0), 1.0)


def _text(rate: float) -> str:
    return localize_numbers(learning_rate(float(f"{rate:.3g}")).text)
