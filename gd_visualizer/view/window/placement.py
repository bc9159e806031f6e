"""Where the window may stand: whole, with the frame around it, on a screen that is there."""

from PySide6.QtCore import QMargins, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def fitted(wanted: QRect, area: QRect, frame: QMargins) -> QRect:
    """``wanted``, a window's place without its frame, moved and at need made smaller until it lies
    in ``area`` with ``frame`` around it."""
    room = area.marginsRemoved(frame)
    size = wanted.size().boundedTo(room.size())
    x = min(max(wanted.x(), room.x()), room.x() + room.width() - size.width())
    y = min(max(wanted.y(), room.y()), room.y() + room.height() - size.height())
    return QRect(x, y, size.width(), size.height())


def centred(wanted: QRect, area: QRect) -> QRect:
    """The same size in the middle of ``area``."""
    place = QRect(wanted)
    place.moveCenter(area.center())
    return place


def screen_of(place: QRect) -> QScreen | None:
    """The screen that shows the middle of ``place``, if one does."""
    return QGuiApplication.screenAt(place.center())


def frame_of(window: QWidget) -> QMargins | None:
    """What the system has put around the window; None where it has none yet, or fills a screen."""
    handle = window.windowHandle()
    if handle is None or not window.isVisible() or window.isMaximized() or window.isFullScreen():
        return None
    return handle.frameMargins()


def fit_frame(window: QWidget, frame: QMargins) -> None:
    """Moves the window, or makes it smaller, where it does not lie on its screen with ``frame``."""
    screen = screen_of(window.geometry()) or window.screen()
    place = fitted(window.geometry(), screen.availableGeometry(), frame)
    if place != window.geometry():
        window.setGeometry(place)
