"""Pages that may be larger than the screen, at a large scale on a small projector."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

_SHARE = 0.92  # of the screen, that a dialog takes at most
_ROOM = QSize(60, 110)  # for what stands around the page


def scrolling(page: QWidget) -> QScrollArea:
    """``page`` in an area that scrolls where it is larger."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area


def fit_to_screen(dialog: QDialog, page: QSize) -> None:
    """As large as its page, or as the screen allows."""
    screen = dialog.screen().availableGeometry().size() * _SHARE
    dialog.resize((page + _ROOM).boundedTo(screen))
