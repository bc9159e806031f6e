"""What the window remembers from one time to the next: size, place, list, speed."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication

from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.placement import centred, fit_frame, fitted, frame_of, screen_of

_ROOMY = (1500, 950)  # on screens up to this the window fills the screen at first
_GOOD = QSize(1440, 900)
_USUAL_FRAME = 8, 38, 8, 8  # until the window has had one: as large as they come


def restore(window: MainWindow, settings: QSettings) -> None:
    """As the last time, as far as the screens of today allow; else a good size and place."""
    _place(window, settings)
    if settings.value("lessons shown") == "true":
        window.toggle_lessons()
    place = settings.value("speed")
    window.transport.set_speed(small_number(place, window.transport.speed))


def remember(window: MainWindow, settings: QSettings) -> None:
    """Writes size, place, list and speed into ``settings``."""
    filling = window.isMaximized() or window.isFullScreen()
    place = window.normalGeometry() if filling else window.geometry()
    settings.setValue("place", _joined((place.x(), place.y(), place.width(), place.height())))
    settings.setValue("filling", "true" if window.isMaximized() else "false")
    settings.setValue("lessons shown", "true" if window.lessons_shown else "false")
    settings.setValue("speed", window.transport.speed)


def small_number(kept: object, otherwise: int) -> int:
    """What was kept as a number below a hundred; settings may hold anything."""
    text = str(kept)
    return int(text) if len(text) < 3 and text.isascii() and text.isdigit() else otherwise


def settle(window: MainWindow, settings: QSettings) -> None:
    """Once the window has its frame: fits it to the screen with that, and remembers it."""
    frame = frame_of(window)
    if frame is not None:
        settings.setValue(
            "frame", _joined((frame.left(), frame.top(), frame.right(), frame.bottom()))
        )
        fit_frame(window, frame)


def _place(window: MainWindow, settings: QSettings) -> None:
    """Whole on the screen where it was, or in the middle of the first one, if that has gone."""
    kept = _four(settings.value("place"))
    wanted = QRect(*kept) if kept else QRect(QPoint(), _GOOD)
    screen = screen_of(wanted) if kept else None
    area = (screen or QGuiApplication.primaryScreen()).availableGeometry()
    frame = QMargins(*(_four(settings.value("frame")) or _USUAL_FRAME))
    if screen is None:
        wanted = centred(fitted(wanted, area, frame), area.marginsRemoved(frame))
    window.setGeometry(fitted(wanted, area, frame))
    small = area.width() <= _ROOMY[0] or area.height() <= _ROOMY[1]
    if settings.value("filling") == "true" or (small and not kept):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _joined(numbers: Sequence[int]) -> str:
    return " ".join(map(str, numbers))


def _four(kept: object) -> tuple[int, int, int, int] | None:
    """Four numbers that were kept; settings may hold anything."""
    found = re.fullmatch(r"(-?\d{1,5}) (-?\d{1,5}) (\d{1,5}) (\d{1,5})", str(kept), re.ASCII)
    return (int(found[1]), int(found[2]), int(found[3]), int(found[4])) if found else None
