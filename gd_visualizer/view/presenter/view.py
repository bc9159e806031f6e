"""The presenter: the stage on the whole screen, before a class, moved by a clicker."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from gd_visualizer.view.presenter.pointer import pointer_cursor
from gd_visualizer.view.stage.view import StageView
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.wishes import Wishes

_HIDDEN_AFTER = 2000  # ms without a movement of the mouse
_BLANK = (Qt.Key.Key_Period, Qt.Key.Key_B)


class Presenter(QWidget):
    """Asks for what the clicker means, as the window does; ``keys`` are those that it shares with
    it. ``left()`` tells that it has been closed.
    """

    left = Signal()

    def __init__(self, wishes: Wishes, keys: dict[int, Callable[[], object]]) -> None:
        super().__init__()
        self._wishes, self._keys = wishes, keys
        self.setWindowTitle(tr("Presenter"))
        self.setAccessibleName(tr("Presenter"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stage = StageView(wishes, before_class=True)
        self.stage.setParent(self)
        self.stage.show_tools(False)
        self._dark = QWidget(self)
        self._dark.setStyleSheet("background: black")
        self._dark.hide()
        self._pointing = False
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(_HIDDEN_AFTER)
        self._hide.timeout.connect(self._hide_mouse)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    @property
    def blank(self) -> bool:
        """Whether the screen is dark."""
        return not self._dark.isHidden()

    @property
    def pointing(self) -> bool:
        """Whether the mouse is a large pointer."""
        return self._pointing

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.stage.setGeometry(self.rect())
        self._dark.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The mouse is seen while it moves, whatever it is over."""
        inside = isinstance(watched, QWidget) and watched.window() is self
        if inside and event.type() == QEvent.Type.MouseMove:
            self._show_mouse()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A clicker that repeats a key which is held down is not meant."""
        key = event.key()
        if event.isAutoRepeat():
            return
        if key == Qt.Key.Key_Escape and self.stage.dragging:
            self._keys[key]()
        elif key in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
            self.close()
        elif key in _BLANK:
            self._dark.setVisible(not self.blank)
            self._dark.raise_()
        elif key == Qt.Key.Key_PageDown:
            self._go(self._wishes.next)
        elif key == Qt.Key.Key_PageUp:
            self._go(self._wishes.previous)
        elif key == Qt.Key.Key_P:
            self._pointing = not self._pointing
            self._show_mouse()
        elif key in self._keys:
            self._keys[key]()
        else:
            super().keyPressEvent(event)

    def _go(self, wish: Callable[[], object]) -> None:
        """A press while the screen is dark only brings the light back."""
        if self.blank:
            self._dark.hide()
        else:
            wish()

    def _show_mouse(self) -> None:
        if self._pointing:
            self.setCursor(pointer_cursor(self.height()))
        else:
            self.unsetCursor()
        self.stage.show_tools(True)
        self._hide.start()

    def _hide_mouse(self) -> None:
        self.stage.show_tools(False)
        if not self._pointing:
            self.setCursor(Qt.CursorShape.BlankCursor)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self._hide.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        super().closeEvent(event)
        self.left.emit()
