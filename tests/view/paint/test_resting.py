"""What is painted from a picture of the last paint looks as if it were painted anew."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Drawing, Paint, Pen, Shape, Words, line, words
from gd_visualizer.scene.look.palette import DARK, LIGHT
from gd_visualizer.view.look import style
from gd_visualizer.view.paint.drawing import paint_shapes
from gd_visualizer.view.paint.pens import qcolor
from gd_visualizer.view.paint.resting import RestingShapes

SIZE = QSize(200, 120)
AXIS = line((10, 100), (190, 100), pen=Pen(Paint("line"), 1.3))
NUMBER = Words(20, 110, words("0.5"), 14, Paint("muted"))
GROUND = Box((10, 10, 180, 90), Paint("surface", step=(2, 5)))
OTHER = Box((10, 10, 180, 90), Paint("surface", step=(4, 5)))


def point(x: float) -> Shape:
    return Box((x, 50, 12, 12), Paint("now"), round=6)


def painted(paint, ratio: float) -> np.ndarray:
    image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        paint(painter)
    return np.array(image.constBits()).reshape(image.height(), -1).copy()


def anew(shapes, ratio: float) -> np.ndarray:
    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, SIZE.width(), SIZE.height(), qcolor(Paint("paper"), style.palette()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shapes(painter, shapes, style.palette())

    return painted(paint, ratio)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_it_looks_as_if_painted_anew(qapp, ratio) -> None:
    """While marks move, the ground changes, one axis more is there, and in other colours."""
    resting = RestingShapes()
    axes = (AXIS, NUMBER)
    moments = [
        (LIGHT, (*axes, GROUND, point(20))),
        (LIGHT, (*axes, GROUND, point(40))),
        (LIGHT, (*axes, GROUND, point(60))),
        (LIGHT, (*axes, OTHER, point(60))),
        (LIGHT, (*axes, OTHER, point(70))),
        (LIGHT, (NUMBER, OTHER, point(70))),
        (LIGHT, ()),
        (LIGHT, (*axes, GROUND)),
        (DARK, (*axes, GROUND)),
        (DARK, (*axes, GROUND, point(80))),
    ]
    try:
        for colors, shapes in moments:
            style.apply(qapp, colors)
            drawing = Drawing(Frame(SIZE.width(), SIZE.height(), 14.0), shapes)
            made = painted(lambda p, d=drawing: resting.paint(p, d, SIZE), ratio)
            np.testing.assert_array_equal(made, anew(shapes, ratio))
    finally:
        style.apply(qapp, LIGHT)
