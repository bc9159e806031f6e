"""Pens, colours and empty layers, as Qt has them."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen, QPixmap

from gd_visualizer.drawing.shapes import Paint, Pen
from gd_visualizer.scene.look.paint import color_of
from gd_visualizer.scene.look.palette import Palette

FLAT, SQUARE = Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.SquareCap
_THIN = 2.0  # px


@lru_cache(maxsize=1024)
def qpen(pen: Pen, colors: Palette, cap: Qt.PenCapStyle | None = None) -> QPen:
    """Nobody may change it; with ends of another ``cap`` than a line usually has."""
    made = QPen(qcolor(pen.paint, colors), pen.width)
    if pen.width >= _THIN:  # of thin lines nobody sees it, and it takes twice as long
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
    if pen.dashes:
        made.setCapStyle(FLAT)
        made.setDashPattern(pen.dashes)
    if cap is not None:
        made.setCapStyle(cap)
    return made


@lru_cache(maxsize=1024)
def qcolor(paint: Paint, colors: Palette) -> QColor:
    """A paint in a palette, as Qt's colour."""
    made = QColor(color_of(paint, colors))
    made.setAlphaF(paint.opacity)
    return made


def empty_layer(width: float, height: float, ratio: float) -> QPixmap:
    """Nothing painted yet; so many px at so many pixels each."""
    made = QPixmap(max(round(width * ratio), 1), max(round(height * ratio), 1))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made
