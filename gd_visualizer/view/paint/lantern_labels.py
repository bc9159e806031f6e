"""The numbers around the lantern, painted where they find room."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPolygonF,
)

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.surface import lantern_labels as direction_labels
from gd_visualizer.scene.surface.lantern import Lantern, Ray
from gd_visualizer.view.look.style import exact_font, palette
from gd_visualizer.view.paint.text_width import HALF, width_of
from gd_visualizer.view.text.translate import localize_numbers

_SMALLER = (1.0, 0.88, 0.76, 0.66)


def paint_direction_labels(
    painter: QPainter,
    lantern: Lantern,
    center: QPointF,
    radius: float,
    area: QRectF,
    path: Floats,
    size: float,
    toward: Sequence[tuple[float, float]] = (),
) -> None:
    """▲ or ▼ with a number in each direction; blue is downhill, and the triangle says it too.

    ``path`` (n, 2) are the places on screen that stay free; ``toward`` the directions as they are
    seen, up being positive, where that is not from above.
    """
    texts = [localize_numbers(ray.text) for ray in lantern.rays]
    best: tuple[int, float, list[QRectF | None]] | None = None
    for smaller in _SMALLER:  # rather smaller than a direction without its number
        boxes = _boxes(lantern, texts, center, radius, area, path, size * smaller, toward)
        lost = sum(box is None for box in boxes)
        if best is None or lost < best[0]:
            best = lost, size * smaller, boxes
        if not lost:
            break
    assert best is not None
    painter.setFont(exact_font(best[1], HALF))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ray, text, box in zip(lantern.rays, texts, best[2], strict=True):
        if box is not None:
            _label(painter, ray, text, box, best[1])


def _boxes(
    lantern: Lantern,
    texts: Sequence[str],
    center: QPointF,
    radius: float,
    area: QRectF,
    path: Floats,
    size: float,
    toward: Sequence[tuple[float, float]],
) -> list[QRectF | None]:
    sizes = [(width_of(text, size, HALF) + size * 1.25, size * 1.3) for text in texts]
    found = direction_labels.places(
        (center.x(), center.y()),
        radius,
        toward or [ray.toward for ray in lantern.rays],
        sizes,
        (area.left(), area.top(), area.width(), area.height()),
        path,
    )
    return [
        None if place is None else QRectF(*place, *extent)
        for place, extent in zip(found, sizes, strict=True)
    ]


def _label(painter: QPainter, ray: Ray, text: str, box: QRectF, size: float) -> None:
    flat = ray.change == 0
    color = QColor(palette().dark_downhill if ray.change < 0 else palette().dark_ink)
    background = QColor(palette().dark_field)
    background.setAlpha(170)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(background)
    painter.drawRoundedRect(box, size * 0.25, size * 0.25)
    painter.setBrush(color)
    middle, half = box.left() + size * 0.52, size * 0.32
    y = box.center().y()
    tip, base = (y - half, y + half) if ray.up else (y + half, y - half)
    if flat:
        painter.drawRect(QRectF(middle - half, y - size * 0.06, 2 * half, size * 0.12))
    else:
        corners = [
            QPointF(middle, tip),
            QPointF(middle - half, base),
            QPointF(middle + half, base),
        ]
        painter.drawPolygon(QPolygonF(corners))
    painter.setPen(color)
    rest = box.adjusted(size * 1.05, 0, 0, 0)
    painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
