"""Meshes and lines as pixels, picture after picture: what rests is drawn once.

Samples do not look at one another. So where nothing new covers a pixel it stays as it was, and only
the others are made again, from the meshes that rest.
"""

from collections.abc import Sequence
from operator import is_
from typing import NamedTuple

import numpy as np

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.figures.surface3d.rasterizer import Kind, Raster, Samples, line_triangles
from gd_visualizer.scene.look.colors import rgb
from gd_visualizer.scene.surface3d.primitives import DEEP, HIDDEN, Lines, Mesh, Solid
from gd_visualizer.scene.surface3d.projection import to_screen

_NEARER = 0.004  # a line counts as, so that the mesh that it lies on does not hide it
_FINE = 2  # samples along each side of a pixel


class View(NamedTuple):
    """A picture of ``pixels``, width and height, of what ``camera`` sees in a room of ``size``; its
    lines are ``wider`` than they say."""

    camera: Camera
    size: tuple[int, int]
    pixels: tuple[int, int]
    wider: float


class _Line(NamedTuple):
    name: bytes  # equal for equal lines
    kind: Kind
    samples: Samples


class _Ground(NamedTuple):
    """The meshes that marks and lines are put on, and how they look alone."""

    meshes: tuple[Mesh, ...]
    raster: Raster
    image: Array


class _Rest(NamedTuple):
    """What stays: the meshes and the lines of these names; how they look."""

    ground: _Ground
    lines: tuple[bytes, ...]
    image: Array


class Screen:
    """Draws one Solid after another, all in one view."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._scale = np.array(view.pixels) * _FINE / view.size
        self._lines: dict[bytes, _Line] = {}
        self._rest: _Rest | None = None

    def image(self, solid: Solid) -> Array:
        """The picture (height, width, 3), uint8; each kind over those before."""
        ground = self._ground(solid)
        lines = [self._line(ground.raster, one) for one in solid.lines]
        self._lines = {line.name: line for line in lines}
        rest = self._rest = self._resting(ground, lines)
        marks = [self._covered(ground.raster, mesh) for mesh in solid.marks]
        clear = [self._covered(ground.raster, mesh) for mesh in solid.clear]
        new = [line.samples for line in lines if line.name not in rest.lines]
        return _over(ground.raster, rest.image, new, marks, lines, clear)

    def _ground(self, solid: Solid) -> _Ground:
        if self._rest and _same(self._rest.ground.meshes, solid.meshes):
            return self._rest.ground
        wide, high = self.view.pixels
        made = Raster(wide * _FINE, high * _FINE, rgb(solid.background))
        for mesh in solid.meshes:
            made.triangles(*self._triangles(mesh))
        return _Ground(solid.meshes, made, _bytes(made.image(_FINE)))

    def _resting(self, ground: _Ground, lines: list[_Line]) -> _Rest:
        """What stays, as far as is known: all of a first picture."""
        rest = self._rest
        if rest and rest.ground is ground:
            lines = [line for line in lines if line.name in rest.lines]
        names = tuple(line.name for line in lines)
        if rest and rest.ground is ground and rest.lines == names:
            return rest
        new = [line.samples for line in lines]
        return _Rest(ground, names, _over(ground.raster, ground.image, new, (), lines, ()))

    def _covered(self, raster: Raster, mesh: Mesh) -> Samples:
        return raster.covered(*self._triangles(mesh))

    def _triangles(self, mesh: Mesh) -> tuple[Array, Array, Array]:
        places, depth = to_screen(mesh.vertices, self.view.camera, *self.view.size)
        faces = mesh.faces.astype(np.int64)
        return (places * self._scale)[faces], depth[faces], mesh.colors[faces]

    def _line(self, raster: Raster, lines: Lines) -> _Line:
        name = repr((lines.color, lines.width)).encode() + lines.points.tobytes()
        if name in self._lines:
            return self._lines[name]
        places, depth = to_screen(lines.points, self.view.camera, *self.view.size)
        pairs = (places * self._scale).reshape(-1, 2, 2)
        near = depth.reshape(-1, 2) - _NEARER
        width = max(lines.width * self.view.wider * float(self._scale[0]), 1.0)
        pieces = line_triangles(pairs, near, np.array(lines.color), width)
        kind: Kind = "solid" if lines.color[3] >= 1 else "clear"
        return _Line(name, kind, raster.covered(*pieces))


def _over(
    ground: Raster,
    before: Array,
    new: Sequence[Samples],
    marks: Sequence[Samples],
    lines: Sequence[_Line],
    clear: Sequence[Samples],
) -> Array:
    """The picture ``before`` with all of this on the ``ground``, where ``new`` lines, marks and
    what is clear cover it."""
    pixels = ground.pixels([*marks, *clear, *new], _FINE)
    raster, places = ground.part(pixels, _FINE)
    marks = [one.within(places) for one in marks]
    for one in marks:
        raster.put(one, "mark")
    for line in lines:
        raster.put(line.samples.within(places), line.kind)
    for one in marks:
        raster.put(_faint(one), "hidden")
    for one in clear:
        raster.put(one.within(places), "clear")
    made = before.copy()
    made.reshape(-1, 3)[pixels] = _bytes(raster.image(_FINE))[:, 0]
    return made


def _faint(mark: Samples) -> Samples:
    """A mark as it shines through what hides it, if that is not a surface that it lies on."""
    dim = np.array([1, 1, 1, HIDDEN], np.float32)
    near = 1 / (1 / mark.near - DEEP)
    return Samples(mark.at, near, lambda some: mark.colors(some) * dim)


def _bytes(image: Array) -> Array:
    made: Array = (np.clip(image, 0, 1) * 255).astype(np.uint8)
    return made


def _same(some: tuple[Mesh, ...], others: tuple[Mesh, ...]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))
