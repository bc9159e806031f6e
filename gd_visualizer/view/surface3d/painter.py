"""Paints the surface in space: the picture from OpenGL, and all words over it."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.surface3d.axes import AxesPicture, floor_at
from gd_visualizer.scene.surface3d.mesh import pick
from gd_visualizer.scene.surface3d.picture import Moment3D, Surface3DPicture
from gd_visualizer.scene.surface3d.projection import projection_matrix, to_screen, view_matrix
from gd_visualizer.scene.surface3d.words import words_3d
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.drawing import paint_drawing, prepare_shapes
from gd_visualizer.view.surface3d.gl_context import GLPicture
from gd_visualizer.view.text.translate import speech


class _Ahead(Struct, frozen=True, eq=False):
    """A picture that may be shown next: of what, how it is seen, and what has been made of it."""

    state: State
    surface_slice: SurfaceSlice
    lantern: Lantern | None
    colors: Palette
    seen: tuple[Camera, int, int, float]
    moment: Moment3D
    axes: AxesPicture

    def of(self, state: State, surface_slice: SurfaceSlice, lantern: Lantern | None) -> bool:
        """Whether it is of these, as they look now."""
        same = self.state is state and self.surface_slice is surface_slice
        return same and self.lantern == lantern and self.colors is palette()


class Surface3DPainter:
    """One picture at a time: ``show``, ``render``, ``paint``. ``lost`` once OpenGL has gone.

    ``prepare`` draws the one that may be shown next, so that it is there when it is asked for.
    """

    def __init__(self) -> None:
        self._picture, self._gl = Surface3DPicture(), GLPicture()
        self._axes: AxesPicture | None = None
        self._state: State | None = None
        self.moment: Moment3D | None = None
        self._lantern: Lantern | None = None
        self._camera = Camera()
        self._size = (1, 1)
        self._ahead: _Ahead | None = None

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

    def show(self, state: State, surface_slice: SurfaceSlice, lantern: Lantern | None) -> None:
        """Makes the meshes of ``state``; ``lantern`` is None while it is light."""
        self._state, self._lantern = state, lantern
        if self._ahead and not self._ahead.of(state, surface_slice, lantern):
            self._ahead = None
        known = self._ahead.moment if self._ahead else None
        self.moment = known or self._picture.moment(state, surface_slice, palette(), lantern)

    def prepare(
        self,
        state: State,
        surface_slice: SurfaceSlice,
        lantern: Lantern | None,
        seen: tuple[Camera, int, int, float],
        size: float,
    ) -> Iterator[None]:
        """The picture of a state that may come next, in pieces; ``seen`` from a camera in so much
        width and height, with so many pixels to one, its words ``size`` high."""
        self._ahead = None
        moment = self._picture.moment(state, surface_slice, palette(), lantern)
        yield
        camera, width, height, ratio = seen
        solid, axes = moment.solid(camera, palette())
        view, projection = view_matrix(camera), projection_matrix(camera, width / height)
        if self._gl.begin_ahead(solid, view, projection, width, height, ratio):
            parts = state, surface_slice, lantern, palette(), seen, moment, axes
            self._ahead = _Ahead(*parts)
        yield
        frame = Frame(width, height, round(size), Audience.SCREEN, speech())
        said = words_3d(state, moment, lantern, camera, frame, axes)
        prepare_shapes(said, ratio, palette())

    def render(self, camera: Camera, width: int, height: int, ratio: float, fine: bool) -> bool:
        """Begins the picture seen from ``camera``; False where OpenGL draws no more."""
        if self.moment is None:
            return True
        self._camera, self._size = camera, (width, height)
        ahead = self._ahead
        if ahead and not fine:
            self._ahead = None
            if ahead.moment is self.moment and ahead.seen == (camera, width, height, ratio):
                self._axes = ahead.axes
                self._gl.turn()
                return not self._gl.lost
        solid, self._axes = self.moment.solid(camera, palette())
        view, projection = view_matrix(camera), projection_matrix(camera, width / height)
        return self._gl.begin(solid, view, projection, width, height, ratio, fine)

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
        image = self._gl.image()
        if image is None or self._state is None or self.moment is None:
            painter.fillRect(rect, QColor(palette().paper))
            return
        painter.drawImage(rect, image)
        if self._axes is None:
            return
        frame = Frame(*self._size, round(size), Audience.SCREEN, speech())
        said = words_3d(self._state, self.moment, self._lantern, self._camera, frame, self._axes)
        painter.save()
        painter.translate(rect.topLeft())
        paint_drawing(painter, Drawing(frame, said))
        painter.restore()
