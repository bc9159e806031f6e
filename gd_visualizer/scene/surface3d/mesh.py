"""The loss over two axes as a surface in space, cut off exactly at the highest loss shown."""

from functools import lru_cache

import numpy as np
from contourpy import FillType, LineType, SerialContourGenerator, ZInterp

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.scene.look.colors import ramp, rgb
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.surface3d.axes import Box
from gd_visualizer.scene.surface3d.primitives import Lines, Mesh
from gd_visualizer.scene.surface3d.projection import ray
from gd_visualizer.scene.surface3d.shading import band_colors, brightness

_KEPT = 4  # slices, whose heights are not worked out anew
_CLIFF = 3.0  # heights of the box, that what is not finite is above it
_LIFT = 0.002
_PALE = 0.5  # of the floor's colours is paper
_FLAT = 51  # samples a side, of which its colours need every other one: it is flat, and they flow
_LINE_ALPHA = 0.75
_PIECE = 1 / 160  # of a path's step at least, in the box's units
_SAME = 1e-9  # places nearer than this are one
_SAMPLES = 512  # along a ray
_FINER = 64


def surface_mesh(surface_slice: SurfaceSlice, box: Box, palette: Palette) -> Mesh:
    """The surface in its colours and in light, one vertex for each sample and those of the rim."""
    x, y, z = _field(surface_slice, box)
    vertices = np.empty((*z.shape, 3), dtype=np.float32)
    vertices[..., 0], vertices[..., 1] = x[:, None], y
    np.minimum(z, box.top, out=vertices[..., 2], casting="same_kind")
    vertices = vertices.reshape(-1, 3)
    colors = np.ones((len(vertices), 4), dtype=np.float32)
    colors[:, :3] = band_colors(surface_slice, box, palette, z) * brightness(x, y, z)[:, None]
    np.minimum(colors, 1, out=colors)
    faces = _cells(*z.shape)
    if not (z > box.top).any():
        return Mesh(vertices, faces, colors)
    whole, below, above, share = _cut(z, box.top)
    rim = vertices[below] + (vertices[above] - vertices[below]) * share[..., None]
    rim[..., 2] = box.top
    tint = colors[below] + (colors[above] - colors[below]) * share[..., None]
    made = len(vertices) + np.arange(share.size).reshape(share.shape)
    two = below[:, 0] != below[:, 1]  # corners of a triangle are below the cut, else one is
    pieces = [
        faces[whole],
        np.column_stack([below[:, 0], made]),
        np.column_stack([below[:, 0], made[:, 1], below[:, 1]])[two],
    ]
    return Mesh(
        np.concatenate([vertices, rim.reshape(-1, 3)], dtype=np.float32),
        np.concatenate(pieces, dtype=np.uint32, casting="unsafe"),
        np.concatenate([colors, tint.reshape(-1, 4)], dtype=np.float32),
    )


def rim_lines(surface_slice: SurfaceSlice, box: Box, palette: Palette) -> Lines:
    """Where the surface is cut off."""
    x, y, z = _field(surface_slice, box)
    _, below, above, share = _cut(z, box.top)
    i, j = np.divmod(np.stack([below, above]), z.shape[1])
    px = x[i[0]] + (x[i[1]] - x[i[0]]) * share
    py = y[j[0]] + (y[j[1]] - y[j[0]]) * share
    return _lines(np.stack([px, py, np.full(px.shape, box.top)], axis=-1), palette.ink, 0.9, 2.0)


def level_lines(surface_slice: SurfaceSlice, box: Box, palette: Palette) -> Lines:
    """The level lines on the surface."""
    z = box.heights(surface_slice.levels) + _LIFT
    pieces = [
        np.column_stack([flat, np.full(len(flat), height)])
        for flat, height in zip(_contours(surface_slice, box), z, strict=True)
    ]
    points = np.concatenate(pieces) if pieces else np.empty((0, 3))
    return _lines(points, palette.level_line, _LINE_ALPHA, 1.3)


def floor(
    surface_slice: SurfaceSlice, box: Box, palette: Palette
) -> tuple[Mesh, tuple[Lines, ...]]:
    """The map on the floor: pale colours, and the level lines in the full ones."""
    x, y, z = _field(surface_slice, box)
    step = 2 if len(x) % 2 and len(x) > _FLAT else 1
    x, y, z = x[::step], y[::step], z[::step, ::step]
    vertices = np.empty((*z.shape, 3), dtype=np.float32)
    vertices[..., 0], vertices[..., 1], vertices[..., 2] = x[:, None], y, box.floor
    colors = np.ones((z.size, 4), dtype=np.float32)
    paper = rgb(palette.paper).astype(np.float32)
    colors[:, :3] = paper * _PALE + band_colors(surface_slice, box, palette, z) * (1 - _PALE)
    bands = ramp(palette.surface, len(surface_slice.levels) + 1)
    height = box.floor + _LIFT
    lines = [
        _lines(np.column_stack([flat, np.full(len(flat), height)]), color, 1.0, 1.5)
        for flat, color in zip(_contours(surface_slice, box), bands, strict=False)
    ]
    return Mesh(vertices.reshape(-1, 3), _cells(*z.shape), colors), tuple(lines)


def surface_heights(surface_slice: SurfaceSlice, box: Box, places: Floats) -> Floats:
    """The surface's heights (n,) at ``places`` (n, 2) of the box, above its top where it is cut;
    beyond its sides those at the side."""
    x, y, z = _field(surface_slice, box)
    u = np.clip((places[:, 0] - x[0]) / (x[-1] - x[0]), 0, 1) * (len(x) - 1)
    v = np.clip((places[:, 1] - y[0]) / (y[-1] - y[0]), 0, 1) * (len(y) - 1)
    i = np.minimum(u.astype(np.int64), len(x) - 2)
    j = np.minimum(v.astype(np.int64), len(y) - 2)
    s, t = u - i, v - j
    near = z[i, j] * (1 - t) + z[i, j + 1] * t
    made: Floats = near * (1 - s) + (z[i + 1, j] * (1 - t) + z[i + 1, j + 1] * t) * s
    return made


def on_surface(
    surface_slice: SurfaceSlice, box: Box, places: Floats, divide: int = 24
) -> list[Floats]:
    """The line through ``places`` (n, 2) of the axes, laid on the surface: pieces (m, 3) of it
    inside the box, each step in up to ``divide`` parts."""
    flat = box.across(np.asarray(places, dtype=np.float64))
    start, stop, first = _within(flat, np.array(box.sides[:2]) / 2)
    if not len(start):
        return []
    length = np.hypot(*(stop - start).T)
    parts = np.clip(np.ceil(length / _PIECE), 1, divide).astype(np.int64)
    step = np.repeat(np.arange(len(parts)), parts + 1)
    count = np.arange(len(step)) - np.repeat(np.cumsum(parts + 1) - parts - 1, parts + 1)
    share = (count / parts[step])[:, None]
    along = start[step] * (1 - share) + stop[step] * share
    z = surface_heights(surface_slice, box, along)
    # A step's first place is the last of the step before, unless it comes in from outside.
    again = (count == 0) & ~first[step]
    points, seen = np.column_stack([along, z])[~again], (z <= box.top)[~again]
    last = np.concatenate([first[1:], [True]])
    ends = ((count == parts[step]) & last[step])[~again]
    bounds = np.flatnonzero(np.concatenate([[False], ends[:-1] | ~seen[:-1] | ~seen[1:]]))
    pieces = np.split(points, bounds)
    return [piece for piece in pieces if len(piece) > 1 and piece[0, 2] <= box.top]


def pick(
    surface_slice: SurfaceSlice,
    box: Box,
    camera: Camera,
    x: float,
    y: float,
    width: float,
    height: float,
) -> tuple[float, float] | None:
    """The axes' values of the place on the surface that is seen at a pixel."""
    origin, direction = ray(camera, x, y, width, height)
    half = np.array(box.sides) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        walls = np.stack([(-half - origin) / direction, (half - origin) / direction])
    near, far = float(np.nanmax(walls.min(axis=0))), float(np.nanmin(walls.max(axis=0)))
    if not near < far:
        return None
    count, edge = _SAMPLES, 1e-9 * (far - near)
    near, far = near - edge, far + edge  # a place on the very rim counts
    for _ in range(4):
        along = np.linspace(near, far, count)
        points = origin + along[:, None] * direction
        over = points[:, 2] > surface_heights(surface_slice, box, points[:, :2])
        changes = np.flatnonzero(over[1:] != over[:-1])
        if not changes.size:
            return None
        near, far, count = along[changes[0]], along[changes[0] + 1], _FINER
    place = origin + direction * (near + far) / 2
    return box.axes_at(*np.clip(place[:2], -half[:2], half[:2]).tolist())


@lru_cache(_KEPT)
def _field(surface_slice: SurfaceSlice, box: Box) -> tuple[Floats, Floats, Floats]:
    """The samples' places (n1,), (n2,) and heights (n1, n2).

    Above the box they grow slowly, so that the rim between a low and a huge sample does not stick
    to the low one and look like stairs.
    """
    u, v = surface_slice.slice.coordinates
    x = box.across(np.stack([u, u], axis=1))[:, 0]
    y = box.across(np.stack([v, v], axis=1))[:, 1]
    z = box.heights(surface_slice.slice.losses)
    side = box.sides[2]
    high = ~(z <= box.top) | ~np.isfinite(surface_slice.slice.losses)
    z = np.maximum(z, -box.top)
    with np.errstate(all="ignore"):
        above = np.log1p((z[high] - box.top) / side)
    z[high] = box.top + side * np.where(above < _CLIFF, np.maximum(above, 1e-9), _CLIFF)
    return x, y, z


@lru_cache(_KEPT)
def _contours(surface_slice: SurfaceSlice, box: Box) -> list[Floats]:
    """Level lines as separate pieces (2 k, 2), one array for each of the levels."""
    x, y, z = _field(surface_slice, box)
    lines = SerialContourGenerator(
        *np.meshgrid(x, y),
        np.ascontiguousarray(z.T),
        np.zeros(z.T.shape, dtype=bool),
        corner_mask=False,
        line_type=LineType.ChunkCombinedOffset,
        fill_type=FillType.ChunkCombinedOffset,
        quad_as_tri=False,
        z_interp=ZInterp.Linear,
    )
    made = []
    for level in box.heights(surface_slice.levels).tolist():
        found: Array = lines.lines(level)
        points, offsets = found[0][0], found[1][0]
        if points is None:
            made.append(np.empty((0, 2)))
            continue
        going_on = np.ones(len(points) - 1, dtype=bool)
        going_on[offsets[1:-1].astype(np.int64) - 1] = False
        pieces = np.stack([points[:-1], points[1:]], axis=1)[going_on]
        made.append(pieces.reshape(-1, 2))
    return made


@lru_cache(_KEPT)
def _cells(rows: int, columns: int) -> Array:
    """Two triangles for each cell of a grid (m, 3)."""
    at = np.arange(rows * columns, dtype=np.uint32).reshape(rows, columns)
    a, b, c, d = at[:-1, :-1], at[1:, :-1], at[1:, 1:], at[:-1, 1:]
    made = np.stack([a, b, c, a, c, d], axis=-1).reshape(-1, 3)
    made.flags.writeable = False
    return made


def _cut(z: Floats, top: float) -> tuple[Array, Array, Array, Floats]:
    """Which triangles are below the cut (m,); of each one across it, the two edges across: their
    ends ``below`` and ``above`` (k, 2), and the ``share`` (k, 2) of the way up to the cut."""
    over, heights = (z > top).ravel(), z.ravel()
    every = _cells(*z.shape)
    corners = over[every]
    count = corners.sum(axis=1, dtype=np.int8)
    whole, across = count == 0, (count == 1) | (count == 2)
    faces, corners, alone = every[across].astype(np.int64), corners[across], count[across] == 2
    odd = np.where(alone, (~corners).argmax(axis=1), corners.argmax(axis=1))
    a, b, c = (np.take_along_axis(faces, (odd + k)[:, None] % 3, 1)[:, 0] for k in range(3))
    # The rim goes on in the triangle's own turn: from the edge that leaves it to the other.
    below = np.stack([np.where(alone, a, c), np.where(alone, a, b)], axis=1)
    above = np.stack([np.where(alone, b, a), np.where(alone, c, a)], axis=1)
    share = (top - heights[below]) / (heights[above] - heights[below])
    return whole, below, above, share


def _within(flat: Floats, half: Floats) -> tuple[Floats, Floats, Array]:
    """The part of each step that is within the sides ``half``: its ends (k, 2), and whether it
    does not go on from the one before (k,)."""
    a = flat[:-1]
    with np.errstate(all="ignore"):
        by = flat[1:] - a
        walls = np.stack([(-half - a) / by, (half - a) / by])
        still = (by == 0) & (np.abs(a) <= half)
        near = np.where(still, -np.inf, walls.min(axis=0)).max(axis=1, initial=0.0)
        far = np.where(still, np.inf, walls.max(axis=0)).min(axis=1, initial=1.0)
        start = np.clip(a + by * near[:, None], -half, half)
        stop = np.clip(a + by * far[:, None], -half, half)
        moves = np.abs(stop - start).max(axis=1, initial=0.0) > _SAME
        kept = (near <= far) & np.isfinite(by).all(axis=1) & moves
    start, stop = start[kept], stop[kept]
    apart = np.abs(start[1:] - stop[:-1]).max(axis=1, initial=0.0) > _SAME
    return start, stop, np.concatenate([[True], apart])[: len(start)]


def _lines(points: Array, color: str, alpha: float, width: float) -> Lines:
    red, green, blue = rgb(color).tolist()
    pairs = np.asarray(points, dtype=np.float32).reshape(-1, 3)
    return Lines(pairs, (red, green, blue, alpha), width)
