"""The window's painter and the paper's show the same drawing."""

import io

import numpy as np
import pytest
from matplotlib import image as reading
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import (
    Anchor,
    Box,
    Clip,
    Dots,
    Drawing,
    Glow,
    Image,
    Paint,
    Path,
    Pen,
    Placed,
    Run,
    Words,
    line,
    words,
)
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.figures.sheet.drawing import draw
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.scene.look.palette import LIGHT
from gd_visualizer.view.look import style
from gd_visualizer.view.paint.drawing import drawing_font, paint_drawing
from gd_visualizer.view.paint.lines import dashes, straightened

TEXTS = (
    "slope −24",
    "To AV Wert ≈ 0.0012",
    "first fit ffi -> 3x4",
    "weight w₁₂",
    "Verlust über alle 4",
)
INK = Paint("ink")
SHAPES = (
    Image((100.0, 100.0, 400.0, 300.0), np.arange(12, dtype=np.uint8).reshape(3, 4), "surface", 12),
    line((50, 50), (1500, 250), pen=Pen(Paint("positive"), 30)),
    line((50, 950), (1500, 750), pen=Pen(Paint("negative"), 30, (2.0, 1.0))),
    Path(
        np.array([(600.0, 300.0), (900.0, 300.0), (750.0, 600.0)]), Pen(INK, 10),
        Paint("slope_soft"),
         True),
    Path(np.array([(1100.0, 500.0), (1500.0, 500.0), (1500.0, 900.0), (1100.0, 900.0),
                   (1200.0, 800.0), (1400.0, 800.0), (1400.0, 600.0), (1200.0, 600.0)]),
         fill=Paint("action", 0.5), closed=True, starts=np.array([0, 4])),
    Dots(np.array([(200.0, 600.0), (400.0, 600.0)]), 70, Paint("now"), Pen(INK, 12)),
    Box((700.0, 700.0, 300.0, 200.0), Paint("factor_loss_soft"), Pen(Paint("factor_loss"), 10),
        40),
    Clip((1200.0, 100.0, 200.0, 200.0),
         (Dots(np.array([(1200.0, 200.0)]), 150, Paint("factor_value")),)),
    Words(850, 800, (Run("w"), Run("12", True), Run(" = −4.8")), 60,
          Paint("factor_loss"), "bold", Anchor.CENTER),
    Clip((900.0, 100.0, 300.0, 200.0), (Box((800, 50, 300, 300), Paint("now")),), oval=True),
    Clip((900.0, 400.0, 150.0, 100.0), (Box((800, 300, 200, 300), Paint("now")),), rests=True),
    Glow((300.0, 400.0, 200.0, 150.0), "ink", ((0.0, 0.9), (1.1, 0.0))),
    Placed(500.0, 400.0, (Box((100.0, 100.0, 200.0, 150.0), Paint("now")),
                          Clip((0.0, 300.0, 90.0, 90.0),
                               (Dots(np.array([(50.0, 300.0)]), 70, INK),)))),
    Words(60, 300, words("upwards"), 60, INK, anchor=Anchor.CENTER, turned=True),
    Words(300, 900, words("slope −24"), 70, Paint("slope"), "semibold",
          plate=Paint("slope_soft"), margin=20, round=30),
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_qt_writes_words_as_wide_as_the_sum_of_their_advances(qapp, text) -> None:
    style.apply(qapp)
    for weight in ("regular", "semibold", "bold"):
        metrics = QFontMetricsF(drawing_font(200, weight))
        assert metrics.horizontalAdvance(text) == pytest.approx(
            width_of(text, 200, weight), rel=1e-3
        )


def on_screen(shape) -> np.ndarray:
    screen = QImage(1600, 1000, QImage.Format.Format_RGBA8888)
    screen.fill("white")
    painter = QPainter(screen)
    paint_drawing(painter, drawing(shape), LIGHT)
    painter.end()
    return np.frombuffer(screen.constBits(), np.uint8).reshape(1000, 1600, 4)[..., :3] / 255


def on_paper(shape) -> np.ndarray:
    with Paper((1600, 1000), LIGHT) as paper:
        draw(paper, drawing(shape))
        return reading.imread(io.BytesIO(paper.save("")))[..., :3]


def drawing(shape) -> Drawing:
    return Drawing(Frame(1600, 1000, 40, Audience.PAPER), (shape,))


def different(one: np.ndarray, other: np.ndarray) -> float:
    """The share of what is drawn that looks otherwise: by more than the smoothing of an edge."""
    drawn = (np.abs(one - 1).max(axis=2) > 0.1).sum()
    assert drawn > 500
    return float((np.abs(one - other).max(axis=2) > 0.3).sum() / drawn)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: type(shape).__name__)
def test_every_shape_is_the_same_picture_on_screen_and_on_paper(qapp, shape) -> None:
    """matplotlib writes words at whole pixels of a PNG, so they may be shifted by one."""
    style.apply(qapp)
    one, other = on_screen(shape), on_paper(shape)
    shifts = [(0, 0)]
    if isinstance(shape, Words):
        shifts = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    least = min(different(one, np.roll(other, shift, (0, 1))) for shift in shifts)
    assert least < (0.12 if isinstance(shape, Words) else 0.01)


def test_dashes_are_drawn_and_left_out_in_turns_along_the_whole_line() -> None:
    angles = np.linspace(0, 3, 400)
    points = np.column_stack((100 * angles, 60 * np.sin(7 * angles)))
    points = np.vstack((points, points[-1:]))  # a step that went nowhere
    made = dashes(points, np.array([9.0, 5.0]))
    lengths = np.hypot(*(made[:, 2:] - made[:, :2]).T)
    whole = np.hypot(*np.diff(points, axis=0).T).sum()
    periods, rest = divmod(whole, 14)
    assert lengths.sum() == pytest.approx(9 * periods + min(rest, 9))
    ends = made[:-1, 2:] != made[1:, :2]
    assert ends.any(axis=1).sum() == periods  # a gap after each whole dash
    np.testing.assert_array_equal(made[0, :2], points[0])


def test_a_line_with_fewer_points_is_nowhere_else() -> None:
    """Each point left out is as near to the new line as nobody sees; ends and corners stay."""
    steps = np.linspace(0, 1, 900)
    bounce = np.column_stack((steps * 600, 200 + 150 * (-1.0) ** np.arange(900)))
    corner = np.array([(0.0, 0.0)] * 20 + [(300.0, 0.0)] * 20 + [(300.0, 200.0)] * 3)
    smooth = np.column_stack((600 * steps, 400 * np.exp(-8 * steps)))
    for points in (smooth, bounce, corner, smooth[:17], smooth[:2], smooth[:1]):
        made = straightened(points)
        assert {tuple(p) for p in made.tolist()} <= {tuple(p) for p in points.tolist()}
        np.testing.assert_array_equal(made[[0, -1]], points[[0, -1]])
        start, along = made[:-1], np.diff(made, axis=0)
        size = np.maximum((along**2).sum(axis=1), 1e-300)
        for point in points:
            share = (((point - start) * along).sum(axis=1) / size).clip(0, 1)
            away = np.hypot(*(start + share[:, None] * along - point).T) if len(start) else [0.0]
            assert min(away) <= 0.1
    assert len(straightened(smooth)) < len(smooth) / 5
    assert len(straightened(bounce)) == len(bounce)
