"""The box that the surface stands in, and its axes with their numbers."""

from functools import lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.section import Range
from gd_visualizer.scene.look.colors import rgb
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.scene.look.ticks import Ticks, linear_ticks, log_ticks
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.surface3d.primitives import Lines
from gd_visualizer.scene.surface3d.projection import GAP, HEIGHT, LABELS, ray, to_screen

_SHORTEST = 0.6  # side, so that a flat rectangle still is a surface
_TICK = 0.02
_NUMBERS = 0.075  # from an edge out to its numbers
_SHORT = 0.25  # of an edge's length: seen so much from its end, its numbers would pile up
_FROM_ABOVE = 70.0  # elevation from which on the loss has no axis
_CORNER_ROOM = 0.06  # of an axis without numbers at either end
_TIE = 0.02
_LEAST = 1e-4  # of the highest loss: what is lower lies at the bottom of logarithmic heights


class Box(Struct, frozen=True):
    """Where a slice's places are in space: the ``ranges`` of its axes to the sides, the losses of
    ``loss_range`` up, by their logarithms if ``log``; the middle is the origin."""

    ranges: tuple[Range, Range]
    loss_range: Range
    log: bool = False

    @property
    def sides(self) -> tuple[float, float, float]:
        """The box's lengths along both axes and up, in its units."""
        x, y = (high - low for low, high in self.ranges)
        longest = max(x, y)
        return max(x / longest, _SHORTEST), max(y / longest, _SHORTEST), HEIGHT

    @property
    def top(self) -> float:
        """The height of the highest loss shown."""
        return HEIGHT / 2

    @property
    def floor(self) -> float:
        """The height of the floor, on which the map lies."""
        return -HEIGHT * (0.5 + GAP)

    def heights(self, losses: Array) -> Floats:
        """The heights of ``losses``, those beyond the box as well; not finite as they are."""
        low, high = self.loss_range
        values = np.asarray(losses, dtype=np.float64)
        with np.errstate(all="ignore"):
            if self.log:
                share = np.log(np.maximum(values, low) / low) / np.log(high / low)
            else:
                share = (values - low) / (high - low)
        made: Floats = (share - 0.5) * HEIGHT
        return made

    def place(self, points: Array) -> Floats:
        """(n, 3) of axis, axis, loss in the box's units; heights end at the box."""
        points = np.asarray(points, dtype=np.float64)
        z = np.nan_to_num(self.heights(points[:, 2]), nan=self.top)
        return np.column_stack([self.across(points), np.clip(z, -self.top, self.top)])

    def across(self, points: Array) -> Floats:
        """(n, 2) in the box's units, of the first two columns of ``points``."""
        columns = [
            ((points[:, k] - low) / (high - low) - 0.5) * self.sides[k]
            for k, (low, high) in enumerate(self.ranges)
        ]
        return np.stack(columns, axis=1)

    def inside(self, points: Array) -> Array:
        """Which of ``points`` (n, 3) of axis, axis, loss the box holds (n,)."""
        # Between the samples it may be lower than at all of them: that lies on the bottom.
        limits = (*self.ranges, (-np.inf, self.loss_range[1]))
        sides = zip(limits, np.asarray(points).T, strict=True)
        return np.all([(low <= values) & (values <= high) for (low, high), values in sides], axis=0)

    def axes_at(self, x: float, y: float) -> tuple[float, float]:
        """The axes' values at a place of the box."""
        u, v = (
            low + (at / side + 0.5) * (high - low)
            for at, side, (low, high) in zip((x, y), self.sides, self.ranges, strict=False)
        )
        return u, v


def floor_at(
    box: Box, camera: Camera, x: float, y: float, width: float, height: float
) -> tuple[float, float] | None:
    """The axes' values of the place on the floor that is seen at a pixel."""
    origin, direction = ray(camera, x, y, width, height)
    if not direction[2] < 0:
        return None
    place = origin + direction * (box.floor - origin[2]) / direction[2]
    if (np.abs(place[:2]) > np.array(box.sides[:2]) / 2).any():
        return None
    return box.axes_at(*place[:2].tolist())


def box_around(surface_slice: SurfaceSlice, log: bool = False) -> Box:
    """The box of a slice over two axes; even heights where a loss is below 0."""
    x, y = surface_slice.ranges
    low, high = surface_slice.loss_range
    if log and low >= 0:
        return Box((x, y), (max(low, high * _LEAST), high), True)
    return Box((x, y), (low, high))


class Label(Struct, frozen=True, eq=False):
    """A ``text`` with its middle at ``place`` (3,), beside the place ``edge`` (3,) of its axis; a
    title has none of its own."""

    text: str
    place: Floats
    edge: Floats


class AxesPicture(Struct, frozen=True, eq=False):
    """``lines`` to draw, ``numbers`` beside them, and where the ``titles`` of both axes and the
    loss have their middles; None for one that is seen from its end."""

    lines: tuple[Lines, ...]
    numbers: tuple[Label, ...]
    titles: tuple[Label | None, ...]


class _Axis(Struct, frozen=True, eq=False):
    """One axis: its numbers, its title if it is seen, and the marks at its numbers (2 k, 3)."""

    numbers: list[Label]
    title: Label | None
    marks: Floats


_UNSEEN = _Axis([], None, np.empty((0, 3)))


@lru_cache(maxsize=8)  # the same from step to step, as long as nothing is turned
def axes(box: Box, camera: Camera, palette: Palette, most: int = 6) -> AxesPicture:
    """The floor, the walls behind, and the axes along the near edges and the left one."""
    if box.log:
        losses = log_ticks(*box.loss_range, most)
    else:
        losses = linear_ticks(*box.loss_range, most - 1)
    made = [_floor_axis(box, camera, k, most) for k in range(2)]
    made.append(_loss_axis(box, camera, losses))
    edges = np.concatenate([_edges(box, camera), *(axis.marks for axis in made)])
    return AxesPicture(
        (
            plain_lines(_wall_lines(box, camera, losses), palette.grid, 1.0),
            plain_lines(edges, palette.line, 1.3),
        ),
        tuple(label for axis in made for label in axis.numbers),
        tuple(axis.title for axis in made),
    )


def _floor_axis(box: Box, camera: Camera, axis: int, most: int) -> _Axis:
    place = _near_edge(box, camera, axis)
    if place is None:
        return _UNSEEN
    low, high = box.ranges[axis]
    ticks = _inner(linear_ticks(low, high, most), low, high)
    at = np.tile(place, (len(ticks.values), 1))
    at[:, axis] = ((np.array(ticks.values) - low) / (high - low) - 0.5) * box.sides[axis]
    return _axis(ticks, at, _outward(place, camera, axis), place)


def _loss_axis(box: Box, camera: Camera, ticks: Ticks) -> _Axis:
    if camera.elevation > _FROM_ABOVE:
        return _UNSEEN
    corner = _left_corner(box, camera)
    at = np.column_stack([np.tile(corner, (len(ticks.values), 1)), box.heights(ticks.values)])
    return _axis(ticks, at, -camera.facing()[0], np.array([*corner, 0.0]))


def _axis(ticks: Ticks, at: Floats, out: Floats, middle: Floats) -> _Axis:
    numbers = [Label(t, e + _NUMBERS * out, e) for t, e in zip(ticks.texts, at, strict=True)]
    marks = np.stack([at, at + _TICK * out], axis=1).reshape(-1, 3)
    return _Axis(numbers, Label("", middle + LABELS * out, middle), marks)


def plain_lines(points: Array, color: str, width: float) -> Lines:
    """Opaque lines of a colour #rrggbb."""
    red, green, blue = rgb(color).tolist()
    return Lines(np.asarray(points, dtype=np.float32), (red, green, blue, 1.0), width)


def _near(camera: Camera) -> tuple[float, float]:
    """The signs of the near sides along x and y; the left ones where both are as near."""
    toward = np.radians(camera.azimuth)
    x, y = float(np.cos(toward)), float(np.sin(toward))
    return (
        float(np.sign(x)) if abs(x) > _TIE else float(np.sign(y)),
        float(np.sign(y)) if abs(y) > _TIE else -float(np.sign(x)),
    )


def _near_edge(box: Box, camera: Camera, axis: int) -> Floats | None:
    """The middle of the floor's near edge along ``axis``; None where it is seen from its end."""
    if np.hypot(*camera.facing()[:2, axis]) < _SHORT:
        return None
    place = np.array([0.0, 0.0, box.floor])
    sign = _near(camera)[1 - axis]
    if camera.elevation > _FROM_ABOVE:  # where no side is nearer, as on a map: left and below
        right, up = camera.facing()[:2, 1 - axis]
        sign = -float(np.sign(right + up))
    place[1 - axis] = sign * box.sides[1 - axis] / 2
    return place


def _outward(place: Floats, camera: Camera, axis: int) -> Floats:
    """Away from a floor's edge, to where it is below it on the screen whatever the elevation."""
    elevation = np.radians(camera.elevation)
    out = np.array([0.0, 0.0, -np.cos(elevation)])
    out[1 - axis] = np.sign(place[1 - axis]) * abs(np.sin(elevation))
    return out


def _left_corner(box: Box, camera: Camera) -> Floats:
    corners = np.array([[x, y, 0.0] for x in (-0.5, 0.5) for y in (-0.5, 0.5)]) * box.sides
    pixels, _ = to_screen(corners, camera, 1.0, 1.0)
    corner: Floats = corners[int(np.argmin(pixels[:, 0])), :2]
    return corner


def _edges(box: Box, camera: Camera) -> Floats:
    """The floor, and the box's edges that nothing stands before (2 k, 3)."""
    x, y = (side / 2 for side in box.sides[:2])
    around = np.array([[-x, -y], [x, -y], [x, y], [-x, y]])
    floor = np.stack([around, np.roll(around, -1, axis=0)], axis=1).reshape(-1, 2)
    made = [np.column_stack([floor, np.full(len(floor), box.floor)])]
    near = np.multiply(_near(camera), (x, y))
    for corner in around:
        if not np.allclose(corner, near):
            made.append(np.array([[*corner, box.floor], [*corner, box.top]]))
    return np.concatenate(made)


def _wall_lines(box: Box, camera: Camera, losses: Ticks) -> Floats:
    """Lines along both walls behind, at round losses and at the top (2 k, 3)."""
    x, y = np.multiply(_near(camera), box.sides[:2]) / 2
    wall = np.array([[x, -y], [-x, -y], [-x, -y], [-x, y]])
    heights = [-box.top, *box.heights(losses.values), box.top]
    return np.concatenate([np.column_stack([wall, np.full(4, z)]) for z in heights])


def _inner(ticks: Ticks, low: float, high: float) -> Ticks:
    """Without those at the corners, where two axes' numbers would run into each other."""
    room = (high - low) * _CORNER_ROOM
    kept = [k for k, value in enumerate(ticks.values) if low + room < value < high - room]
    return Ticks(tuple(ticks.values[k] for k in kept), tuple(ticks.texts[k] for k in kept))
