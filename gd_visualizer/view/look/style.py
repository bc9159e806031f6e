"""The look of every widget: palette, typeface, scale, and the style sheet made of them.

Custom-painted views read ``palette()``, ``px()`` and ``font()`` when they paint; Qt sends every
widget a StyleChange event when ``apply`` is called again.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.scene.look.palette import LIGHT, Palette
from gd_visualizer.view.look.style_sheet import sheet

FAMILY = "GD Sans"
SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)


class _Look:
    """What is in force; changed by ``apply`` alone."""

    palette: Palette = LIGHT
    scale: float = 1.0
    fonts: bool = False
    motion: bool = True


def palette() -> Palette:
    """The colours that are in force for all widgets."""
    return _Look.palette


def look() -> tuple[Palette, float]:
    """Colours and scale in force: Qt tells a widget of one change up to ten times."""
    return _Look.palette, _Look.scale


def motion() -> bool:
    """Whether things may move by themselves."""
    return _Look.motion


def set_motion(allowed: bool) -> None:
    """Whether things may move by themselves."""
    _Look.motion = allowed


def scale() -> float:
    """How much larger than designed everything is."""
    return _Look.scale


@contextmanager
def scaled(factor: float) -> Iterator[None]:
    """Another scale for a while: a window that paints itself for another distance."""
    usual, _Look.scale = _Look.scale, factor
    try:
        yield
    finally:
        _Look.scale = usual


def px(length: float) -> int:
    """A designed length in pixels of the present scale."""
    return max(round(length * _Look.scale), 1)


def font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's typeface at a designed ``size``."""
    return exact_font(size * _Look.scale, weight)


def exact_font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's typeface at ``size`` pixels, whatever the scale."""
    return _font(max(round(size), 1), weight)


@lru_cache(maxsize=128)  # Qt looks a new one up anew, at every text
def _font(pixels: int, weight: QFont.Weight) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def apply(application: QApplication, colors: Palette = LIGHT, scale: float = 1.0) -> None:
    """Fusion with the palette's colours: the system's scheme may be one we cannot see."""
    prepare(application, colors, scale)
    dress(application)


def dress(application: QApplication) -> None:
    """The style sheet. Widgets made before it are looked at once, others at every change of
    theirs.

    No garbage is collected meanwhile: of a window that has been closed it would end widgets which
    Qt is about to look at.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        application.setStyleSheet(sheet(_Look.palette, px))
    finally:
        if collects:
            gc.enable()


def prepare(application: QApplication, colors: Palette = LIGHT, scale: float = 1.0) -> None:
    """Palette, typeface and scale, without the style sheet: no widget has been made yet."""
    _Look.palette, _Look.scale = colors, scale
    if not _Look.fonts:
        _Look.fonts = True
        for file in sorted((resources_folder() / "fonts").glob("GDSans-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        if application.style().objectName() != "fusion":
            application.setStyle("Fusion")
    application.setFont(font(14))
    application.setPalette(_roles(colors))


def _roles(colors: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: colors.background,
        QPalette.ColorRole.WindowText: colors.ink,
        QPalette.ColorRole.Base: colors.paper,
        QPalette.ColorRole.AlternateBase: colors.background,
        QPalette.ColorRole.Text: colors.ink,
        QPalette.ColorRole.Button: colors.paper,
        QPalette.ColorRole.ButtonText: colors.ink,
        QPalette.ColorRole.Highlight: colors.action,
        QPalette.ColorRole.HighlightedText: colors.paper,
        QPalette.ColorRole.ToolTipBase: colors.ink,
        QPalette.ColorRole.ToolTipText: colors.paper,
        QPalette.ColorRole.PlaceholderText: colors.muted,
    }
    made = QPalette()
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    return made
