"""What a picture in space is made of, as OpenGL has it; besides the probe the one file that knows
OpenGL."""

from collections.abc import Callable, Sequence
from operator import is_
from typing import Any, cast

import numpy as np
from msgspec import Struct
from OpenGL import GL  # type: ignore[import-untyped]
from pyqtgraph.opengl import GLLinePlotItem, GLMeshItem
from pyqtgraph.opengl.GLGraphicsItem import GLOptions
from pyqtgraph.opengl.shaders import ShaderProgram, getShaderProgram
from PySide6.QtGui import QColor, QMatrix4x4

from gd_visualizer.core.arrays import Array
from gd_visualizer.scene.surface3d.primitives import DEEP, Lines, Mesh, Solid, faint, merged
from gd_visualizer.scene.surface3d.projection import nearer

_FEW = 2000  # ends of lines that are smoothed in a picture that is not fine; more are too slow
Options = dict[Any, Any]
_KNOWN = cast("dict[str, Options]", GLOptions)
_PLAIN: Options = {GL.GL_STENCIL_TEST: False, "glDepthFunc": (GL.GL_LESS,)}
_OPAQUE: Options = {**_KNOWN["opaque"], **_PLAIN, "glDepthMask": (True,)}
_LINES: Options = {**_KNOWN["translucent"], **_PLAIN, "glDepthMask": (True,)}
_CLEAR: Options = {**_KNOWN["translucent"], **_PLAIN, "glDepthMask": (False,)}  # hide nothing
# Where marks are seen the stencil is 1; elsewhere what is hidden of them is drawn, once a pixel.
# They are closed: of the half of their triangles that looks away nothing is seen.
_MARKS: Options = {
    **_OPAQUE,
    GL.GL_CULL_FACE: True,
    GL.GL_STENCIL_TEST: True,
    "glStencilFunc": (GL.GL_ALWAYS, 1, 1),
    "glStencilOp": (GL.GL_KEEP, GL.GL_KEEP, GL.GL_REPLACE),
}
_HIDDEN: Options = {
    **_CLEAR,
    GL.GL_CULL_FACE: True,
    GL.GL_STENCIL_TEST: True,
    "glDepthFunc": (GL.GL_GREATER,),
    "glStencilFunc": (GL.GL_EQUAL, 0, 1),
    "glStencilOp": (GL.GL_KEEP, GL.GL_KEEP, GL.GL_INCR),
}


class _Strokes(Struct, frozen=True, eq=False):
    """Lines of one width: ``points`` (n, 3) with ``colors`` (n, 4)."""

    points: Array
    colors: Array
    width: float
    few: bool


class GLItems:
    """The meshes and lines that are with OpenGL now: what stays the same is not sent again, and
    as little as possible is drawn on its own, for each takes as long as thousands of triangles."""

    def __init__(self) -> None:
        self._program = ShaderProgram("gd_visualizer", getShaderProgram(None).shaders)
        self._background = QColor()
        self._known: dict[str, tuple[Sequence[Any], list[Any]]] = {}
        self._meshes: list[_MeshItem] = []
        self._marks: list[_MeshItem] = []
        self._hidden: list[_MeshItem] = []
        self._lines: list[_LinesItem] = []
        self._clear: list[_MeshItem] = []

    def hold(self, solid: Solid) -> None:
        """Sends what differs from the last ``solid`` to OpenGL, whose context must be current."""
        self._background = QColor(solid.background)
        whole = self._joined("meshes", solid.meshes, lambda parts: [merged(parts)])
        marks = self._joined("marks", solid.marks, lambda parts: [merged(parts)])
        hidden = self._joined("hidden", marks, lambda parts: [faint(part) for part in parts])
        strokes = self._joined("lines", solid.lines, _by_width)
        _match(self._meshes, whole, lambda: _MeshItem(self._program, _OPAQUE))
        _match(self._lines, strokes, lambda: _LinesItem(self._program))
        _match(self._marks, marks, lambda: _MeshItem(self._program, _MARKS))
        _match(self._hidden, hidden, lambda: _MeshItem(self._program, _HIDDEN))
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

    def paint(self, camera: Array, size: tuple[int, int], ratio: float, fine: bool) -> None:
        """Draws them, seen through ``camera`` (4, 4), those that are seen through last."""
        GL.glViewport(0, 0, *size)
        GL.glDepthMask(True)
        background = self._background
        GL.glClearColor(background.redF(), background.greenF(), background.blueF(), 1.0)
        GL.glClear(GL.GL_COLOR_BUFFER_BIT | GL.GL_DEPTH_BUFFER_BIT | GL.GL_STENCIL_BUFFER_BIT)
        for lines in self._lines:
            lines.set_pixels(ratio, fine)
        shown: list[_MeshItem | _LinesItem] = [*self._meshes, *self._marks, *self._lines]
        _draw(shown, camera)
        _draw(self._hidden, nearer(camera, DEEP))
        _draw(self._clear, camera)
        GL.glFlush()  # it begins now, not when somebody asks for it


def _draw(items: "Sequence[_MeshItem | _LinesItem]", camera: Array) -> None:
    matrix = QMatrix4x4(camera.ravel().tolist())
    for item in items:
        item.camera = matrix
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
