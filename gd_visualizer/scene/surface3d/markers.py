"""Round meshes around an axis, and what else marks a place in the picture in space."""

from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.scene.look.colors import rgb
from gd_visualizer.scene.surface3d.axes import Box, plain_lines
from gd_visualizer.scene.surface3d.primitives import Lines, Mesh

_SIDES = 8  # of a tube
_ROUND = 20  # of a ball and an arrow
DOT_SIDES = 12  # of a ball so small that no more are seen: of many, each side is paid for
_LIGHT = np.array([-0.35, -0.45, 0.82]) / np.linalg.norm([-0.35, -0.45, 0.82])
_SHADE, _LIT = 0.72, 0.3
_SHARP = 0.7  # cosine of the turn from which on a tube has a corner and does not bend
_SAME = 1e-7  # places nearer than this are one
_DASH, _SPACE = 0.02, 0.014
_PLANE_ALPHA = 0.38


def path_tube(points: Array, radius: float, color: str) -> Mesh:
    """A tube along ``points`` (n, 3) in the box's units; without length, no triangles."""
    points = np.asarray(points, dtype=np.float64).reshape(-1, 3)
    points = points[np.isfinite(points).all(axis=1)]
    apart = np.linalg.norm(np.diff(points, axis=0), axis=1) > _SAME
    points = points[np.concatenate([[True], apart])[: len(points)]]
    if len(points) < 2:
        return _revolved(np.empty((0, 3)), np.empty((0, 2, 3)), np.empty(0), color, _SIDES)
    directions = np.diff(points, axis=0)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    before, after = (
        np.concatenate([directions[:1], directions]),
        np.concatenate([directions, directions[-1:]]),
    )
    sharp = np.sum(before * after, axis=1) < _SHARP
    sharp[[0, -1]] = True  # both ends are closed by a ring of radius 0
    row = np.repeat(np.arange(len(points)), 1 + sharp)
    second = np.concatenate([[False], row[1:] == row[:-1]])
    tangents = np.where(sharp[:, None], before, before + after)[row]
    tangents[second] = after[row[second]]
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    radii = np.full(len(row), radius)
    radii[[0, -1]] = 0.0
    return _revolved(points[row], _transported(tangents), radii, color, _SIDES)


def ball(center: Array, radius: float, color: str) -> Mesh:
    """A ball of ``radius`` around ``center`` (3,)."""
    return balls(np.reshape(center, (1, 3)), radius, color, _ROUND)


def balls(centers: Array, radius: float, color: str, sides: int) -> Mesh:
    """Balls of ``radius`` around ``centers`` (n, 3), ``sides`` each around, as one mesh."""
    one = _ball(radius, color, sides)
    first = len(one.vertices) * np.arange(len(centers), dtype=np.uint32)
    return Mesh(
        (centers[:, None] + one.vertices).reshape(-1, 3).astype(np.float32),
        (first[:, None, None] + one.faces).reshape(-1, 3),
        np.tile(one.colors, (len(centers), 1)),
    )


@lru_cache(maxsize=32)
def _ball(radius: float, color: str, sides: int) -> Mesh:
    angle = np.linspace(0, np.pi, sides // 2 + 1)
    centers = -np.outer(np.cos(angle), [0.0, 0.0, radius])
    frames = np.tile(np.eye(3)[:2], (len(angle), 1, 1))
    return _revolved(centers, frames, radius * np.sin(angle), color, sides, -np.cos(angle))


def arrow(start: Array, end: Array, radius: float, color: str) -> Mesh:
    """A shaft of ``radius`` and a cone that ends at ``end`` (3,)."""
    start, end = np.asarray(start, dtype=np.float64), np.asarray(end, dtype=np.float64)
    length = float(np.linalg.norm(end - start))
    if not length > _SAME:
        return path_tube(start, radius, color)
    head = min(7 * radius, 0.6 * length)
    neck = end - (end - start) * (head / length)
    centers = np.stack([start, start, neck, neck, neck, end])
    frames = _transported(np.tile((end - start) / length, (len(centers), 1)))
    radii = np.array([0, 1, 1, 1, 2.6, 0]) * min(radius, head / 3)
    tilt = np.array([-1.0, 0.0, 0.0, -1.0, 0.35, 0.35])
    return _revolved(centers, frames, radii, color, _ROUND, tilt)


def drop_line(point: Array, floor: float, color: str, width: float = 2.0) -> Lines:
    """Dashes from ``point`` (3,) down to the height ``floor``."""
    x, y, top = np.asarray(point, dtype=np.float64).tolist()
    starts = np.arange(top, floor, -(_DASH + _SPACE))
    z = np.stack([starts, np.maximum(starts - _DASH, floor)], axis=1).ravel()
    return plain_lines(np.column_stack([np.full(len(z), x), np.full(len(z), y), z]), color, width)


def tangent_plane(
    box: Box, point: Array, slopes: Array, half_size: float, color: str
) -> tuple[Mesh, Lines]:
    """The plane that touches the surface at ``point`` (3,) of axis, axis, loss, where it has
    ``slopes`` (2,), and its outline; square in space but for what leaves the box. Empty for a
    point outside."""
    point = np.asarray(point, dtype=np.float64)
    red, green, blue = rgb(color).tolist()
    place = box.place(point[None])[0]
    directions = np.column_stack([np.eye(2), _box_slopes(box, float(point[2]), slopes)])
    corners = np.empty((0, 3))
    if box.inside(point[None])[0] and np.isfinite(directions).all():
        directions *= half_size / np.linalg.norm(directions, axis=1, keepdims=True)
        corners = place + np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) @ directions
        for k, side in enumerate(box.sides):
            corners = _up_to(_up_to(corners, k, side / 2, 1), k, side / 2, -1)
    fan = np.arange(1, max(len(corners) - 1, 1))
    faces = np.column_stack([np.zeros_like(fan), fan, fan + 1]).astype(np.uint32)
    colors = np.tile(np.array([red, green, blue, _PLANE_ALPHA], np.float32), (len(corners), 1))
    outline = np.stack([corners, np.roll(corners, -1, axis=0)], axis=1).reshape(-1, 3)
    return Mesh(corners.astype(np.float32), faces, colors), plain_lines(outline, color, 1.6)


def _box_slopes(box: Box, loss: float, slopes: Array) -> Floats:
    """Slopes per axis as those in the box (2,)."""
    low, high = box.loss_range
    with np.errstate(all="ignore"):
        per_loss = box.sides[2] / (high - low)
        if box.log:
            per_loss = box.sides[2] / (np.log(high / low) * max(loss, low))
        spans = [(b - a) / side for (a, b), side in zip(box.ranges, box.sides, strict=False)]
        made: Floats = np.asarray(slopes, dtype=np.float64) * spans * per_loss
    return made


def _up_to(corners: Floats, axis: int, limit: float, sign: int) -> Floats:
    """The part of a polygon (n, 3) whose ``sign`` × coordinate is at most ``limit``."""
    kept: list[Floats] = []
    for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        over_a, over_b = sign * a[axis] - limit, sign * b[axis] - limit
        if over_a <= 0:
            kept.append(a)
        if (over_a <= 0) != (over_b <= 0):
            kept.append(a + (b - a) * (over_a / (over_a - over_b)))
    return np.array(kept).reshape(-1, 3)


def _revolved(
    centers: Floats, frames: Floats, radii: Floats, color: str, sides: int, tilt: Array = 0.0
) -> Mesh:
    """Rings around ``centers`` (n, 3), across the axis as ``frames`` (n, 2, 3) say, joined.

    ``tilt`` (n,): how much the light sees of them lies along the axis, −1 to 1.
    """
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    around = np.stack([np.cos(turn), np.sin(turn)], axis=1) @ frames
    vertices = centers[:, None] + radii[:, None, None] * around
    axis = _cross(frames[:, 0], frames[:, 1])
    tilt = np.broadcast_to(tilt, len(centers))[:, None]
    facing = around @ _LIGHT * np.sqrt(1 - tilt**2) + tilt * (axis @ _LIGHT)[:, None]
    light = (_SHADE + _LIT * facing).reshape(-1, 1)
    colors = np.ones((vertices.size // 3, 4), dtype=np.float32)
    colors[:, :3] = np.clip(rgb(color) * light, 0, 1)
    ring = np.arange(sides)
    here, there = ring, np.roll(ring, -1)
    strip = np.stack([here, there, there + sides, here, there + sides, here + sides], axis=1)
    first = sides * np.arange(max(len(centers) - 1, 0))
    faces = (first[:, None, None] + strip.reshape(-1, 3)).reshape(-1, 3)
    return Mesh(vertices.reshape(-1, 3).astype(np.float32), faces.astype(np.uint32), colors)


def _transported(tangents: Floats) -> Floats:
    """Two unit vectors across each of ``tangents`` (n, 3) that turn no more than they do (n, 2, 3).

    The turns from each to the next are quaternions; their products up to each row are found by
    doubling, in log n passes instead of a loop over the rows.
    """
    before, after = tangents[:-1], tangents[1:]
    turns = np.empty((len(tangents), 4))
    turns[0] = [1, 0, 0, 0]
    turns[1:, 0] = 1 + np.sum(before * after, axis=1)
    turns[1:, 1:] = _cross(before, after)
    back = turns[:, 0] < 1e-9  # about any axis across
    turns[back, 0] = 0.0
    turns[back, 1:] = _across(tangents[back])
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    reach = 1
    while reach < len(turns):
        turns[reach:] = _product(turns[reach:], turns[:-reach])
        turns /= np.linalg.norm(turns, axis=1, keepdims=True)
        reach *= 2
    start = _across(tangents[:1])[0]
    w, v = turns[:, :1], turns[:, 1:]
    side = start + 2 * _cross(v, _cross(v, start) + w * start)
    side -= tangents * np.sum(side * tangents, axis=1, keepdims=True)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    return np.stack([side, _cross(tangents, side)], axis=1)


def _product(a: Floats, b: Floats) -> Floats:
    """Of quaternions (n, 4): the turn ``b``, then ``a``."""
    made = np.empty(a.shape)
    made[:, 0] = a[:, 0] * b[:, 0] - np.einsum("ij,ij->i", a[:, 1:], b[:, 1:])
    made[:, 1:] = a[:, :1] * b[:, 1:] + b[:, :1] * a[:, 1:] + _cross(a[:, 1:], b[:, 1:])
    return made


def _cross(a: Floats, b: Floats) -> Floats:
    """Of vectors (n, 3), or one of them (3,), as numpy's, which takes longer for few of them."""
    made = np.empty(np.broadcast_shapes(a.shape, b.shape))
    for k, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):
        made[..., k] = a[..., i] * b[..., j] - a[..., j] * b[..., i]
    return made


def _across(directions: Floats) -> Floats:
    """A unit vector across each of ``directions`` (n, 3)."""
    least = np.eye(3)[np.abs(directions).argmin(axis=1)]
    made = _cross(directions, least)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    return made
