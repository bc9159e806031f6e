"""What a picture in space is made of, as plain arrays: triangles and lines with their colours.

Coordinates are those of a box around the origin: x and y along the two axes of a slice, z the
loss, the longer of both sides from −0.5 to 0.5.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array

HIDDEN = 0.5  # how strongly marks are seen through what hides them
DEEP = 0.05  # in the box's units, that it must be nearer for that: a path lies on its surface


class Mesh(Struct, frozen=True, eq=False):
    """Triangles ``faces`` (m, 3) uint32 of ``vertices`` (n, 3) float32 with ``colors`` (n, 4)
    float32 from 0 to 1; light is in the colours already."""

    vertices: Array
    faces: Array
    colors: Array


class Lines(Struct, frozen=True, eq=False):
    """Separate straight pieces: ``points`` (2 k, 3) float32, two for each, of one ``color``
    (red, green, blue, alpha) and ``width`` in pixels."""

    points: Array
    color: tuple[float, float, float, float]
    width: float


class Solid(Struct, frozen=True, eq=False):
    """All that is drawn: ``meshes`` hide what is behind them, as do ``marks``, which themselves
    shine faintly through what hides them; ``clear`` ones are seen through and come last, ``lines``
    in between; on ``background``, the colour #rrggbb behind it all."""

    meshes: tuple[Mesh, ...]
    lines: tuple[Lines, ...]
    clear: tuple[Mesh, ...]
    background: str
    marks: tuple[Mesh, ...] = ()


def faint(mesh: Mesh) -> Mesh:
    """A mark as it shines through what hides it."""
    colors = mesh.colors.copy()
    colors[:, 3] *= HIDDEN
    return Mesh(mesh.vertices, mesh.faces, colors)


def merged(meshes: Sequence[Mesh]) -> Mesh:
    """One mesh of several: each would be drawn on its own."""
    first = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes[:-1])])
    faces = [mesh.faces + np.uint32(at) for mesh, at in zip(meshes, first, strict=True)]
    return Mesh(
        np.concatenate([mesh.vertices for mesh in meshes]),
        np.concatenate(faces),
        np.concatenate([mesh.colors for mesh in meshes]),
    )
