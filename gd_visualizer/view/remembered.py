"""What the window remembers from one time to the next: size, place, splitters, speed."""

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication

from gd_visualizer.view.main_window import MainWindow

_ROOMY = (1500, 950)  # on screens up to this the window fills the screen at first


def restore(window: MainWindow, settings: QSettings) -> None:
    """As the last time, where that is still on a screen; else a good size and place."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(1440, screen.width()), min(900, screen.height()))
    geometry = settings.value("geometry")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    elif screen.width() <= _ROOMY[0] or screen.height() <= _ROOMY[1]:
        window.setWindowState(Qt.WindowState.WindowMaximized)
    _bring_back(window)
    for name, splitter in window.splitters.items():
        kept = settings.value(name)
        restored = isinstance(kept, QByteArray) and splitter.restoreState(kept)
        if restored and name == "splitter/left":
            window.desk.keep_arrangement()
    if not isinstance(settings.value("splitter/strip"), QByteArray):
        window.share_height()
    if settings.value("lessons folded") == "true":
        window.lessons.toggle()
    place = settings.value("speed")
    window.toolbar.set_speed(small_number(place, window.toolbar.speed))


def remember(window: MainWindow, settings: QSettings) -> None:
    """For the next time."""
    settings.setValue("geometry", window.saveGeometry())
    for name, splitter in window.splitters.items():
        if name != "splitter/left" or window.desk.arranged:
            settings.setValue(name, splitter.saveState())
    settings.setValue("lessons folded", "true" if window.lessons.folded else "false")
    settings.setValue("speed", window.toolbar.speed)


def small_number(kept: object, otherwise: int) -> int:
    """What was kept as a number below a hundred; settings may hold anything."""
    text = str(kept)
    return int(text) if len(text) < 3 and text.isascii() and text.isdigit() else otherwise


def _bring_back(window: MainWindow) -> None:
    """Onto a screen, if its middle lies on none; never larger than the screen it is on."""
    middle = window.geometry().center()
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    area = screen.availableGeometry()
    if not window.isMaximized():
        window.resize(window.size().boundedTo(area.size()))
    if QGuiApplication.screenAt(middle) is None:
        corner = (area.width() - window.width()) // 2, (area.height() - window.height()) // 2
        window.move(area.topLeft() + QPoint(max(corner[0], 0), max(corner[1], 0)))
