"""A picture in space drawn by OpenGL into an image; the one file that knows OpenGL.

There is no widget in it: a visible OpenGL widget makes every repaint of its whole window slow
where OpenGL is software. Ask ``gl_probe.probe`` before this file is imported.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import is_
from typing import Any, cast

import numpy as np
import shiboken6
from OpenGL import GL  # type: ignore[import-untyped]
from pyqtgraph.opengl import GLLinePlotItem, GLMeshItem
from pyqtgraph.opengl.GLGraphicsItem import GLOptions
from pyqtgraph.opengl.shaders import ShaderProgram, getShaderProgram
from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QColor,
    QImage,
    QMatrix4x4,
    QOffscreenSurface,
    QOpenGLContext,
)
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

from gd_visualizer.core.arrays import Array
from gd_visualizer.lesson.message import marked
from gd_visualizer.scene.solid import Lines, Mesh, Solid, merged
from gd_visualizer.view.gl_probe import NO_CONTEXT, surface_format

CONTEXT_LOST = marked("OpenGL was lost while the program ran.")
DRAWING_FAILED = marked("OpenGL failed while it drew.")

_SAMPLES = 4  # a pixel, in a fine picture
_FEW = 2000  # ends of lines that are smoothed in a picture that is not fine; more are too slow
Options = dict[Any, Any]
_KNOWN = cast("dict[str, Options]", GLOptions)
_OPAQUE: Options = {**_KNOWN["opaque"], "glDepthMask": (True,)}
_LINES: Options = {**_KNOWN["translucent"], "glDepthMask": (True,)}
_CLEAR: Options = {**_KNOWN["translucent"], "glDepthMask": (False,)}  # hide nothing


class GLPicture:
    """Draws solids; takes nothing from OpenGL before the first one.

    What cannot be drawn ends it: ``lost`` is true from then on, ``reason`` says why in English.
    Call ``close`` before the application ends.
    """

    def __init__(self) -> None:
        self.lost = False
        self.reason = ""
        self.detail = ""  # the exception, where there was one: for a log, not for the screen
        self._context: QOpenGLContext | None = None
        self._surface: QOffscreenSurface | None = None
        self._things: _Things | None = None
        self._buffers: dict[bool, QOpenGLFramebufferObject] = {}

    def draw(
        self,
        solid: Solid,
        view: Array,
        projection: Array,
        width: int,
        height: int,
        ratio: float = 1.0,
        fine: bool = False,
    ) -> QImage | None:
        """``solid`` seen through ``projection @ view`` (4, 4), as OpenGL has them, of ``width`` ×
        ``height`` with ``ratio`` pixels to one; smooth edges if ``fine``. None once lost."""
        if self.lost or not self._current():
            return None
        size = QSize(max(round(width * ratio), 1), max(round(height * ratio), 1))
        try:
            image = self._image(solid, np.asarray(projection) @ view, size, ratio, fine)
        except Exception as error:  # OpenGL's own are of many types; the map needs none of it
            self.detail = repr(error)
            self._lose(DRAWING_FAILED)
            return None
        if self._context is not None:
            self._context.doneCurrent()
        image.setDevicePixelRatio(ratio)
        return image

    def lose(self) -> None:
        """Loses OpenGL, as an update of the driver does; for tests."""
        if self._context is None:
            self._lose(CONTEXT_LOST)
        else:
            shiboken6.delete(self._context)

    def close(self) -> None:
        """Gives everything back; nothing is drawn any more."""
        self._lose(self.reason)

    def _current(self) -> bool:
        """Makes the context current, and the context if there is none."""
        if self._context is None:
            self._begin()
        context, surface = self._context, self._surface
        if context is not None and surface is not None and context.makeCurrent(surface):
            return True
        self._lose(CONTEXT_LOST if self._things else NO_CONTEXT)
        return False

    def _begin(self) -> None:
        self._surface, self._context = QOffscreenSurface(), QOpenGLContext()
        self._surface.setFormat(surface_format())
        self._surface.create()
        self._context.setFormat(surface_format())
        if self._context.create():
            self._context.aboutToBeDestroyed.connect(self._gone)

    def _gone(self) -> None:
        if self._context is not None:  # else it goes because we gave it back
            self._lose(CONTEXT_LOST)

    def _lose(self, reason: str) -> None:
        """Frees all there is, while the context is current if it can still be."""
        self.lost, self.reason = True, reason
        context, surface = self._context, self._surface
        self._context = self._surface = None
        alive = context is not None and shiboken6.isValid(context)
        if alive and context and surface:
            context.makeCurrent(surface)
        self._things = None
        self._buffers.clear()
        if alive and context:
            context.doneCurrent()
        if surface is not None and shiboken6.isValid(surface):
            surface.destroy()

    def _image(self, solid: Solid, camera: Array, size: QSize, ratio: float, fine: bool) -> QImage:
        if self._things is None:
            self._things = _Things()
        buffer = self._buffer(size, fine)
        if not buffer.bind():
            raise RuntimeError("no buffer to draw into")
        GL.glViewport(0, 0, size.width(), size.height())
        GL.glDepthMask(True)
        ground = QColor(solid.ground)
        GL.glClearColor(ground.redF(), ground.greenF(), ground.blueF(), 1.0)
        GL.glClear(GL.GL_COLOR_BUFFER_BIT | GL.GL_DEPTH_BUFFER_BIT)
        self._things.hold(solid)
        self._things.paint(QMatrix4x4(camera.ravel().tolist()), ratio, fine)
        buffer.release()
        image = buffer.toImage()
        # Where something clear was drawn the picture is still opaque.
        image.reinterpretAsFormat(QImage.Format.Format_RGB32)
        return image

    def _buffer(self, size: QSize, fine: bool) -> QOpenGLFramebufferObject:
        """What is drawn into; kept while the size stays."""
        kept = self._buffers.get(fine)
        if kept is not None and kept.size() == size:
            return kept
        self._buffers.pop(fine, None)
        form = QOpenGLFramebufferObjectFormat()
        form.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
        form.setSamples(_SAMPLES if fine else 0)
        made = QOpenGLFramebufferObject(size, form)
        if not made.isValid():
            raise RuntimeError(f"no buffer of {size.width()} × {size.height()}")
        self._buffers[fine] = made
        return made


@dataclass(frozen=True, eq=False)
class _Strokes:
    """Lines of one width: ``points`` (n, 3) with ``colors`` (n, 4)."""

    points: Array
    colors: Array
    width: float
    few: bool


class _Things:
    """The meshes and lines that are with OpenGL now: what stays the same is not sent again, and
    as little as possible is drawn on its own, for each takes as long as thousands of triangles."""

    def __init__(self) -> None:
        self._program = ShaderProgram("gd_visualizer", getShaderProgram(None).shaders)
        self._known: dict[str, tuple[Sequence[Any], list[Any]]] = {}
        self._meshes: list[_MeshItem] = []
        self._lines: list[_LinesItem] = []
        self._clear: list[_MeshItem] = []

    def hold(self, solid: Solid) -> None:
        """Sends what is new."""
        whole = self._joined("meshes", solid.meshes, lambda parts: [merged(parts)])
        strokes = self._joined("lines", solid.lines, _by_width)
        _match(self._meshes, whole, lambda: _MeshItem(self._program, _OPAQUE))
        _match(self._lines, strokes, lambda: _LinesItem(self._program))
        _match(self._clear, solid.clear, lambda: _MeshItem(self._program, _CLEAR))

    def _joined(
        self, name: str, parts: Sequence[Any], join: Callable[[Sequence[Any]], list[Any]]
    ) -> list[Any]:
        known = self._known.get(name)
        if known and len(known[0]) == len(parts) and all(map(is_, known[0], parts)):
            return known[1]
        made = join(parts) if parts else []
        self._known[name] = parts, made
        return made

    def paint(self, camera: QMatrix4x4, ratio: float, fine: bool) -> None:
        """Draws them, those that are seen through last."""
        for lines in self._lines:
            lines.set_pixels(ratio, fine)
        items: list[_MeshItem | _LinesItem] = [*self._meshes, *self._lines, *self._clear]
        for item in items:
            item.camera = camera
            if not item.empty:
                item.paint()


class _MeshItem(GLMeshItem):
    """A mesh, with a program of our own: pyqtgraph's belong to the context that was first."""

    def __init__(self, program: ShaderProgram, options: Options) -> None:
        self.camera, self.empty = QMatrix4x4(), True
        self.shown: Mesh | None = None
        super().__init__(shader=program, glOptions=options, computeNormals=False, smooth=True)

    def show_part(self, mesh: Mesh) -> None:
        """Takes another mesh."""
        self.shown, self.empty = mesh, len(mesh.faces) == 0
        self.setMeshData(
            vertexes=np.ascontiguousarray(mesh.vertices, dtype=np.float32),
            faces=np.ascontiguousarray(mesh.faces, dtype=np.uint32),
            vertexColors=np.ascontiguousarray(mesh.colors, dtype=np.float32),
        )

    def mvpMatrix(self) -> QMatrix4x4:  # noqa: N802
        return self.camera


class _LinesItem(GLLinePlotItem):
    """Lines, with a program of our own."""

    def __init__(self, program: ShaderProgram) -> None:
        self.camera, self.empty = QMatrix4x4(), True
        self.shown: _Strokes | None = None
        self._program = program
        super().__init__(mode="lines", glOptions=_LINES)

    def show_part(self, strokes: _Strokes) -> None:
        """Takes other lines."""
        self.shown, self.empty = strokes, len(strokes.points) == 0
        self.setData(pos=strokes.points, color=strokes.colors)

    def set_pixels(self, ratio: float, fine: bool) -> None:
        """With how many pixels it is drawn; a fine picture is smooth by its samples."""
        if self.shown is not None:
            self.width = self.shown.width * ratio
            self.antialias = not fine and self.shown.few

    def mvpMatrix(self) -> QMatrix4x4:  # noqa: N802
        return self.camera

    def getShaderProgram(self) -> Any:  # type: ignore[override]  # noqa: N802
        return self._program.program()


def _match(items: list[Any], parts: Sequence[Any], make: Callable[[], Any]) -> None:
    """As many ``items`` as ``parts``, each showing the part in its place."""
    del items[len(parts) :]
    items.extend(make() for _ in range(len(parts) - len(items)))
    for item, part in zip(items, parts, strict=True):
        if item.shown is not part:
            item.show_part(part)


def _by_width(lines: Sequence[Lines]) -> list[_Strokes]:
    """Lines of one width together, in the order of the first of each."""
    groups: dict[tuple[float, bool], list[Lines]] = {}
    for part in lines:
        if len(part.points):
            groups.setdefault((part.width, len(part.points) <= _FEW), []).append(part)
    return [
        _Strokes(
            np.concatenate([part.points for part in group]),
            np.repeat(
                np.array([part.color for part in group], dtype=np.float32),
                [len(part.points) for part in group],
                axis=0,
            ),
            width,
            few,
        )
        for (width, few), group in groups.items()
    ]
