"""Pages that may be larger than the screen, at a large scale on a small projector."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_SHARE = 0.92  # of the screen, that a dialog takes at most
_ROOM = QSize(60, 110)  # for what stands around the page


class ScrollArea(QScrollArea):
    """Without a frame, its page as wide as itself. Up and Down scroll; every other key is the
    window's."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in UP_AND_DOWN:
            super().keyPressEvent(event)
        else:
            event.ignore()


def scrolling(page: QWidget) -> QScrollArea:
    """``page`` in an area that scrolls where it is larger."""
    area = ScrollArea()
    area.setWidget(page)
    return area


def fit_to_screen(dialog: QDialog, page: QSize) -> None:
    """As large as its page, or as the screen allows."""
    screen = dialog.screen().availableGeometry().size() * _SHARE
    dialog.resize((page + _ROOM).boundedTo(screen))
