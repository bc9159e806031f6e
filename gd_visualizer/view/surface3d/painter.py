"""Paints the surface in space: the picture from OpenGL, and all words over it."""

from itertools import product

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import axis_title, loss_title
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.rate.next_step import next_step_at, next_step_words
from gd_visualizer.scene.surface.gradient_marks import slope_marks
from gd_visualizer.scene.surface.guess import Guess, guess_mark
from gd_visualizer.scene.surface.lantern import Lantern
from gd_visualizer.scene.surface.minima import LocalMinimum, shown_minima
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.surface3d.axes import AxesPicture, Label, floor_at
from gd_visualizer.scene.surface3d.guess import in_space
from gd_visualizer.scene.surface3d.lantern_labels import direction_labels_3d
from gd_visualizer.scene.surface3d.mesh import pick
from gd_visualizer.scene.surface3d.picture import Moment3D, Surface3DPicture
from gd_visualizer.scene.surface3d.projection import projection_matrix, to_screen, view_matrix
from gd_visualizer.view.look.style import exact_font, palette
from gd_visualizer.view.paint.guess import paint_guess
from gd_visualizer.view.paint.labels import free_box, paint_label
from gd_visualizer.view.paint.lantern_labels import paint_direction_labels
from gd_visualizer.view.paint.minima import paint_minima
from gd_visualizer.view.paint.text_width import width_of
from gd_visualizer.view.surface3d.gl_context import GLPicture
from gd_visualizer.view.text.translate import localize_numbers, translate_message

_PUSHES = 14
_Placed = tuple[QRectF, str]
_HALF, _NORMAL = QFont.Weight.DemiBold, QFont.Weight.Normal


class Surface3DPainter:
    """One picture at a time: ``prepare``, ``render``, ``paint``. ``lost`` once OpenGL has gone."""

    def __init__(self) -> None:
        self._picture, self._gl = Surface3DPicture(), GLPicture()
        self._image: QImage | None = None
        self._frame: AxesPicture | None = None
        self._state: State | None = None
        self.moment: Moment3D | None = None
        self._lantern: Lantern | None = None
        self._camera = Camera()
        self._size = (1, 1)
        self._mark: Guess | None = None
        self._minima: list[LocalMinimum] = []
        self._labels: tuple[object, tuple[list[_Placed], list[_Placed]]] | None = None

    @property
    def lost(self) -> bool:
        """Whether OpenGL has been lost, so that nothing can be drawn any more."""
        return self._gl.lost

    @property
    def reason(self) -> str:
        """Why OpenGL was lost, a sentence in English; empty while it draws."""
        return self._gl.reason

    def lose(self) -> None:
        """Destroys the context, as a driver may."""
        self._gl.lose()

    def close(self) -> None:
        """Frees the buffers and the context of OpenGL."""
        self._gl.close()

    def prepare(self, state: State, surface_slice: SurfaceSlice, lantern: Lantern | None) -> None:
        """Makes the meshes and labels of ``state``; ``lantern`` is None while it is light."""
        self._state, self._lantern = state, lantern
        self.moment = self._picture.moment(state, surface_slice, palette(), lantern)
        self._mark, self._minima = (
            guess_mark(state, surface_slice),
            shown_minima(state, surface_slice),
        )

    def render(self, camera: Camera, width: int, height: int, ratio: float, fine: bool) -> bool:
        """The picture seen from ``camera``; False where OpenGL draws no more."""
        if self.moment is None:
            return True
        self._camera, self._size = camera, (width, height)
        solid, self._frame = self.moment.solid(camera, palette())
        view, projection = view_matrix(camera), projection_matrix(camera, width / height)
        self._image = self._gl.draw(solid, view, projection, width, height, ratio, fine)
        return self._image is not None

    def screen(self, points: Floats) -> Floats:
        """Places of the box (n, 3) as pixels (n, 2)."""
        return to_screen(points, self._camera, *self._size)[0]

    def place_at(self, place: QPointF) -> tuple[float, float] | None:
        """The place of the surface that is seen there."""
        if self.moment is None:
            return None
        surface_slice, box = self.moment.surface_slice, self.moment.box
        return pick(surface_slice, box, self._camera, place.x(), place.y(), *self._size)

    def pointed_at(self, place: QPointF) -> tuple[float, float] | None:
        """The same; in the dark, where no surface is seen, of the floor."""
        if self.moment is None or self._lantern is None:
            return self.place_at(place)
        return floor_at(self.moment.box, self._camera, place.x(), place.y(), *self._size)

    def paint(self, painter: QPainter, rect: QRectF, size: float) -> None:
        """The picture in ``rect``, its words ``size`` high."""
        if self._image is None or self._state is None or self.moment is None:
            painter.fillRect(rect, QColor(palette().paper))
            return
        painter.drawImage(rect, self._image)
        painter.save()
        painter.translate(rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._frame:
            self._write_axes(painter, self._frame, size)
        if self._lantern and self.moment.inside:
            self._direction_labels(painter, rect, size)
        elif self.moment.inside:
            self._slopes(painter, rect, size)
        area = QRectF(0, 0, rect.width(), rect.height())
        here = QPointF(*self.screen(self.moment.here[None])[0].tolist())
        paint_minima(painter, area, self._minima, self._minimum_at, size, here)
        self._guess(painter, rect, size)
        painter.restore()

    def _write_axes(self, painter: QPainter, frame: AxesPicture, size: float) -> None:
        colors = palette()
        dark = self._lantern is not None
        number, name = (colors.dark_ink,) * 2 if dark else (colors.muted, colors.ink)
        painter.setFont(exact_font(size * 0.92, _NORMAL))
        painter.setPen(QColor(number))
        numbers, titles = self._placed(frame, size)
        for box, text in numbers:
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.setFont(exact_font(size, _NORMAL))
        painter.setPen(QColor(name))
        for box, text in titles:
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _placed(self, frame: AxesPicture, size: float) -> tuple[list[_Placed], list[_Placed]]:
        """Numbers and titles where they are written; found once for each look at the box."""
        assert self._state is not None
        assert self.moment is not None
        network, along = self._state.descent.lesson.network, self.moment.surface_slice.section
        words = [translate_message(axis_title(along, network, k)) for k in range(2)]
        words.append(translate_message(loss_title(self._state.descent.lesson)))
        key = (frame, self._camera, self._size, size, *words)
        if self._labels is None or self._labels[0] != key:
            numbers, taken, titles = list[_Placed](), list[QRectF](), list[_Placed]()
            for label in frame.numbers:
                box, text = self._beside(label, localize_numbers(label.text), size * 0.92, [])
                if not any(map(box.intersects, taken)):  # fewer, rather than one over another
                    numbers.append((box, text))
                    taken.append(box)
            for title, text in zip(frame.titles, words, strict=True):
                if title:
                    titles.append(self._beside(title, text, size, taken))
                    taken.append(titles[-1][0])
            self._labels = key, (numbers, titles)
        return self._labels[1]

    def _beside(self, label: Label, text: str, size: float, taken: list[QRectF]) -> _Placed:
        """Beside its axis, on the outer side, and as far out as it takes to leave ``taken``."""
        place, edge = self.screen(np.stack([label.place, label.edge]))
        out = place - edge
        length = float(np.hypot(*out)) or 1.0
        wide, high = width_of(text, size, _NORMAL), size * 1.3
        for push in range(_PUSHES):
            x = float(place[0]) + out[0] / length * (wide / 2 + push * size * 0.25)
            y = float(place[1]) + out[1] / length * (high / 4 + push * size * 0.25)
            x = min(max(x, wide / 2 + 2), self._size[0] - wide / 2 - 2)
            y = min(max(y, high / 2 + 1), self._size[1] - high / 2 - 1)
            box = QRectF(x - wide / 2 - 2, y - high / 2, wide + 4, high)
            if not any(box.intersects(other) for other in taken):
                return box, text
        while any(box.intersects(other) for other in taken) and box.top() > high:
            box.translate(0, -size * 0.25)  # at the picture's rim there is no way but up
        return box, text

    def _direction_labels(self, painter: QPainter, rect: QRectF, size: float) -> None:
        assert self.moment is not None
        assert self._lantern is not None
        assert self._state is not None
        direction_labels = direction_labels_3d(
            self._state.descent, self.moment, self._lantern, self.screen
        )
        area, here = QRectF(0, 0, rect.width(), rect.height()), QPointF(*direction_labels.here)
        paint_direction_labels(
            painter,
            self._lantern,
            here,
            direction_labels.radius,
            area,
            direction_labels.path,
            size,
            direction_labels.toward,
        )

    def _minimum_at(self, minimum: LocalMinimum) -> QPointF:
        assert self.moment is not None
        place = self.moment.box.place(np.array([[*minimum.place, minimum.loss]]))
        return QPointF(*self.screen(place)[0].tolist())

    def _guess(self, painter: QPainter, rect: QRectF, size: float) -> None:
        assert self.moment is not None
        if self._mark is None:
            return
        place = QPointF(*self.screen(in_space(self._mark, self.moment.box)[None])[0].tolist())
        area, dark = QRectF(0, 0, rect.width(), rect.height()), self._lantern is not None
        paint_guess(painter, area, place, self._mark, dark, size)

    def _slopes(self, painter: QPainter, rect: QRectF, size: float) -> None:
        """The slopes in words beside the point, and the loss where the step would land."""
        assert self.moment is not None
        assert self._state is not None
        state, surface_slice = self._state, self.moment.surface_slice
        words: list[tuple[Floats, str]] = []
        shown = slope_marks(
            state, surface_slice.section, surface_slice.ranges, (rect.width(), rect.height())
        )
        if shown and len(shown.numbers) == 2:
            words.append((self.moment.here, translate_message(shown.words)))
        found = next_step_at(state)
        if found:
            place = np.array([[*surface_slice.section.places(found.theta), found.loss]])
            if self.moment.box.inside(place)[0]:
                words.append(
                    (self.moment.box.place(place)[0], translate_message(next_step_words(found)))
                )
        spots = self.screen(np.array([place for place, _ in words]).reshape(-1, 3))
        taken = [_around(spot, 0.8 * size) for spot in spots]
        for (_, text), spot in zip(words, spots, strict=True):
            taken.append(_write_beside(painter, rect, spot, text, size, taken))


def _around(spot: Floats, far: float) -> QRectF:
    """A ball on screen."""
    return QRectF(float(spot[0]) - far, float(spot[1]) - far, 2 * far, 2 * far)


def _write_beside(
    painter: QPainter, rect: QRectF, spot: Floats, text: str, size: float, taken: list[QRectF]
) -> QRectF:
    """Words on a background, above a place or, if that is ``taken``, elsewhere by it."""
    x, y = float(spot[0]), float(spot[1])
    wide, high = width_of(text, size, _HALF) + size * 0.6, size * 1.4
    lefts, tops = (x + size, x - size - wide), (y - high - size * 0.9, y + size * 0.9)
    boxes = [
        QRectF(
            min(max(left, 2.0), rect.width() - wide - 2),
            min(max(top, 2.0), rect.height() - high - 2),
            wide,
            high,
        )
        for left, top in ((lefts[0], tops[0]), (lefts[1], tops[1]), *product(lefts, tops))
    ]
    box = free_box(boxes, taken, np.empty((0, 2)))
    paint_label(painter, box, text, size)
    return box
