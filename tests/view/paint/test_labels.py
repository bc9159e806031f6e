"""Words on a picture look for a free side of their place."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from gd_visualizer.view.look.style import font
from gd_visualizer.view.paint.labels import free_box
from gd_visualizer.view.plot import marks as marks_item
from gd_visualizer.view.plot.marks import Obstacle, Pointer, Words, now

FOUR = [
    QRectF(60, 20, 40, 20),
    QRectF(0, 60, 40, 20),
    QRectF(60, 60, 40, 20),
    QRectF(0, 20, 40, 20),
]
NOTHING = np.empty((0, 2))


def test_the_side_that_was_asked_for_comes_first_then_the_one_across() -> None:
    assert free_box(FOUR, [], NOTHING) == FOUR[0]
    assert free_box(FOUR, [QRectF(90, 30, 50, 50)], NOTHING) == FOUR[1]
    assert free_box(FOUR, [FOUR[0], FOUR[1]], NOTHING) == FOUR[2]
    assert free_box(FOUR, FOUR, NOTHING) == FOUR[0]


def test_rather_a_little_of_a_line_than_anything_taken() -> None:
    line = np.column_stack([np.linspace(0, 100, 50), np.full(50, 30.0)])
    assert free_box(FOUR, [], line) == FOUR[1]
    assert free_box(FOUR, [FOUR[1], FOUR[2]], line) in (FOUR[0], FOUR[3])


@pytest.fixture
def written(qtbot, monkeypatch) -> list[QRectF]:  # type: ignore[no-untyped-def]
    """Where words have been written."""
    found: list[QRectF] = []
    inner = marks_item.free_box

    def noted(*args: object) -> QRectF:
        found.append(inner(*args))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(marks_item, "free_box", noted)
    return found


def painted(*marks: object) -> None:
    """On a picture of 400 × 300 whose units are pixels."""
    item = marks_item.MarksItem()
    item.boundingRect = lambda: QRectF(0, 0, 400, 300)  # type: ignore[method-assign]
    item.show_marks(*marks)  # type: ignore[arg-type]
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    item.paint(painter, None)  # type: ignore[arg-type]
    painter.end()


def test_two_words_at_one_place_do_not_cover_each_other_nor_a_dot(written) -> None:
    painted(now(200, 150), Words("slope −24", 200, 150), Words("next loss 10.76", 204, 152))
    one, other = written
    assert not one.intersects(other)
    assert not one.contains(QPointF(200, 150))


def test_words_leave_curve_and_arrow_free_where_they_can(written) -> None:
    xs = np.linspace(100, 300, 200)
    painted(Obstacle(xs, 300 - xs), Words("16", 150, 150))  # from below left to above right
    painted(Pointer(150, 150, 230, 110), Words("slopes 30, 40", 150, 150))
    for box, line in zip(
        written, (np.column_stack([xs, 300 - xs]), np.array([[190.0, 130.0]])), strict=True
    ):
        assert not any(box.contains(QPointF(*place)) for place in line.tolist())


def test_words_are_written_as_they_are(written) -> None:
    """They are in the person's language already: a decimal comma would count as another number."""
    default = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        painted(Words("tief: 0,00123", 200, 150))
    finally:
        QLocale.setDefault(default)
    wide = QFontMetricsF(font(15, QFont.Weight.DemiBold)).horizontalAdvance("tief: 0,00123")
    assert written[0].width() == pytest.approx(wide + 4)


def test_words_stay_inside_the_picture(written) -> None:
    for x, y in ((0, 0), (399, 0), (0, 299), (399, 299)):
        painted(Words("next loss 16.23, off this slice", x, y))
    for box in written:
        assert QRectF(0, 0, 400, 300).contains(box)
