"""The frame around what the keyboard is on; none after a click, for the class sees it too."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gd_visualizer.view.look.style import palette
from gd_visualizer.view.widgets.scrolling import UP_AND_DOWN

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ROUND = 6


class KeyboardFocus(QObject):
    """Knows whether a widget is to be framed: it has the focus by Tab, or is walked by Up and Down.

    The widget has that as its property ``framed``, for style sheets.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._framed = widget, False
        self._surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        for one in {widget, self._surface}:
            one.installEventFilter(self)

    @property
    def framed(self) -> bool:
        """Whether a frame is to be seen now."""
        return self._framed and self._widget.hasFocus()

    def paint(self, painter: QPainter, wide: int = 1) -> None:
        """The frame along the widget's edge, ``wide`` px, where it is to be seen."""
        if not self.framed:
            return
        inset = wide / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette().action), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(self._widget.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, _ROUND, _ROUND)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QFocusEvent) and event.gotFocus():
            if event.reason() in _BY_KEYBOARD:
                self._show(True)
            elif event.reason() == Qt.FocusReason.MouseFocusReason:
                self._show(False)
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._show(False)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._show(self._framed or event.key() in UP_AND_DOWN)
        return False

    def _show(self, framed: bool) -> None:
        if framed != self._framed:
            self._framed = framed
            self._widget.setProperty("framed", framed)
            self._widget.style().polish(self._widget)
            self._surface.update()
