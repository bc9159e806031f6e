"""Paints the surface in space: the picture from OpenGL, and all words over it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing, Shape
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.surface3d.axes import AxesPicture, floor_at
from gd_visualizer.scene.surface3d.mesh import pick
from gd_visualizer.scene.surface3d.picture import Moment3D, Surface3DPicture
from gd_visualizer.scene.surface3d.projection import projection_matrix, to_screen, view_matrix
from gd_visualizer.scene.surface3d.words import Words3D
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.drawing import paint_drawing
from gd_visualizer.view.surface3d.gl_context import GLPicture
from gd_visualizer.view.text.translate import speech, tr


class Surface3DPainter:
    """One picture at a time: ``prepare``, ``render``, ``paint``. ``lost`` once OpenGL has gone."""

    def __init__(self) -> None:
        self._picture, self._gl = Surface3DPicture(), GLPicture()
        self._axes: AxesPicture | None = None
        self._state: State | None = None
        self.moment: Moment3D | None = None
        self._lantern: Lantern | None = None
        self._camera = Camera()
        self._size = (1, 1)
        self._words: tuple[object, tuple[Shape, ...]] | None = None

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

    def render(self, camera: Camera, width: int, height: int, ratio: float, fine: bool) -> bool:
        """Begins the picture seen from ``camera``; False where OpenGL draws no more."""
        if self.moment is None:
            return True
        self._camera, self._size = camera, (width, height)
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
        key = (self._axes, self._camera, frame, self.moment, tr("loss"))
        if self._words is None or self._words[0] != key:
            made = Words3D(self._state, self.moment, self._lantern, self._camera, frame)
            self._words = key, tuple(made.shapes(self._axes))
        painter.save()
        painter.translate(rect.topLeft())
        paint_drawing(painter, Drawing(frame, self._words[1]))
        painter.restore()
