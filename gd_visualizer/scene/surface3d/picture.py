"""The surface in space at one moment; its meshes are made anew only where they differ."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.objective.slice import Slice
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.look.colors import rgb
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.scene.rate.next_step import next_step_at
from gd_visualizer.scene.surface.dark.lantern import Lantern, lit_levels
from gd_visualizer.scene.surface.marks.kept_runs import surface_kept_lines
from gd_visualizer.scene.surface.slice import DescentPath, SurfaceSlice, descent_path
from gd_visualizer.scene.surface3d import mesh as surface3d
from gd_visualizer.scene.surface3d.axes import AxesPicture, Box, axes, box_around
from gd_visualizer.scene.surface3d.markers import DOT_SIDES, balls, drop_line, path_tube
from gd_visualizer.scene.surface3d.point import next_step_mark, point_marks
from gd_visualizer.scene.surface3d.primitives import Lines, Mesh, Solid, merged
from gd_visualizer.scene.visibility import Visibility, visibility

_MOST = 101  # samples a side: more are not seen, and cost a frame
_TUBE, _DOT = 0.008, 0.014
_CELL = 1 / 500
_KEPT = 4  # of each part: now, and next from coarse to fine
_MOST_DOTS = 60
_DIM = "#243049"
_SOFT = (0.78, 1.06)  # radii between which the lantern's light fades
_WARM = 0.55
T = TypeVar("T")


class Moment3D(Struct, frozen=True, eq=False):
    """What one moment looks like: its meshes, its box, and where the point is in it."""

    box: Box
    surface_slice: SurfaceSlice
    meshes: tuple[Mesh, ...]
    marks: tuple[Mesh, ...]
    lines: tuple[Lines, ...]
    clear: tuple[Mesh, ...]
    here: Floats
    inside: bool
    back: str

    def solid(self, camera: Camera, palette: Palette) -> tuple[Solid, AxesPicture]:
        """Everything, with the axes as they stand seen from ``camera``."""
        if self.back == palette.dark_field:  # or the box would outshine the lantern
            palette = palette._replace(line=_DIM, grid=_DIM)
        frame = axes(self.box, camera, palette)
        lines = (*self.lines, *frame.lines)
        return Solid(self.meshes, lines, self.clear, self.back, self.marks), frame


class Surface3DPicture:
    """Makes Moment3D after Moment3D, and keeps the meshes that stay the same."""

    def __init__(self) -> None:
        self._kept: dict[str, list[tuple[tuple[Hashable, ...], object]]] = {}

    def moment(
        self,
        state: State,
        surface_slice: SurfaceSlice,
        palette: Palette,
        lantern: Lantern | None,
        shown: Visibility | None = None,
    ) -> Moment3D:
        """The picture of ``state`` over a slice with two axes; ``shown`` instead of what the window
        shows."""
        shown = shown or visibility(state)
        log = state.display.log_height
        thin = self._keep(
            "thin", (id(surface_slice),), lambda: (thinned(surface_slice), surface_slice)
        )[0]
        box = box_around(thin, log)
        path = descent_path(state.descent, surface_slice, _cells(surface_slice))
        base = self._surface(thin, box, palette, lantern)
        place = np.array([[*path.here.point, path.here.loss]])
        inside = bool(box.inside(place)[0])
        here = box.place(place)[0]
        path_meshes = self._path(thin, box, palette, path, lantern)
        if not lantern:
            path_meshes = (*path_meshes, *self._runs(state, thin, box, palette))
        marks, clear = point_marks(state, box, palette, path, here, inside, lantern, shown)
        ahead = None if lantern else next_step_at(state, shown)
        drop = drop_line(here, box.floor, palette.dark_ink if lantern else palette.path)
        return Moment3D(
            box,
            thin,
            base[0],
            (*path_meshes, *marks),
            (*base[1], *((drop,) if inside and not lantern else ()), *clear[1]),
            (*clear[0], *next_step_mark(ahead, box, palette, thin)),
            here,
            inside,
            palette.dark_field if lantern else palette.paper,
        )

    def _keep(self, name: str, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        last = self._kept.setdefault(name, [])
        known = next((one for one in last if one[0] == key), None)
        if known is None:
            known = key, make()
            last[_KEPT - 1 :] = []
            last.insert(0, known)
        return known[1]  # type: ignore[return-value]

    def _surface(
        self, surface_slice: SurfaceSlice, box: Box, palette: Palette, lantern: Lantern | None
    ) -> tuple[tuple[Mesh, ...], tuple[Lines, ...]]:
        key = (id(surface_slice), box, id(palette), lantern)
        return self._keep(
            "surface", key, lambda: _surface_markers(surface_slice, box, palette, lantern)
        )

    def _runs(
        self, state: State, surface_slice: SurfaceSlice, box: Box, palette: Palette
    ) -> tuple[Mesh, ...]:
        runs = state.descent.kept
        key = (id(surface_slice), box, id(palette), tuple(map(id, runs)))
        return self._keep("runs", key, lambda: _run_markers(state, surface_slice, box, palette))

    def _path(
        self,
        surface_slice: SurfaceSlice,
        box: Box,
        palette: Palette,
        path: DescentPath,
        lantern: Lantern | None,
    ) -> tuple[Mesh, ...]:
        key = (id(surface_slice), box, id(palette), lantern is None, path.line.tobytes())
        return self._keep(
            "path", key, lambda: _path_markers(surface_slice, box, palette, path, lantern)
        )


def thinned(surface_slice: SurfaceSlice) -> SurfaceSlice:
    """The slice with at most 101 samples a side, ends included."""
    count = len(surface_slice.slice.coordinates[0])
    if count <= _MOST:
        return surface_slice
    step = (count - 1) // (_MOST - 1)
    lines = tuple(line[::step] for line in surface_slice.slice.coordinates)
    return replace(
        surface_slice,
        slice=Slice(surface_slice.slice.axes, lines, surface_slice.slice.losses[::step, ::step]),
    )


def _cells(surface_slice: SurfaceSlice) -> tuple[float, ...]:
    return tuple((high - low) * _CELL for low, high in surface_slice.ranges)


def _surface_markers(
    surface_slice: SurfaceSlice, box: Box, palette: Palette, lantern: Lantern | None
) -> tuple[tuple[Mesh, ...], tuple[Lines, ...]]:
    mesh = surface3d.surface_mesh(surface_slice, box, palette)
    if lantern is None:
        floor, below = surface3d.floor(surface_slice, box, palette)
        lines = (
            surface3d.level_lines(surface_slice, box, palette),
            surface3d.rim_lines(surface_slice, box, palette),
            *below,
        )
        return (mesh, floor), lines
    fine = replace(surface_slice, levels=lit_levels(surface_slice, lantern))
    levels = surface3d.level_lines(fine, box, palette)
    lit = _reach(box, lantern, levels.points) < _SOFT[0]
    pairs = (lit[::2] & lit[1::2]).repeat(2)
    color = (*(float(c) for c in rgb(palette.lantern_line)), 1.0)
    return (_in_the_dark(mesh, box, palette, lantern),), (
        Lines(levels.points[pairs], (color[0], color[1], color[2], 1.0), levels.width),
    )


def _reach(box: Box, lantern: Lantern, points: Array) -> Floats:
    """How far places of the box lie from the lantern, in radii."""
    places = [
        low + (points[:, k].astype(np.float64) / box.sides[k] + 0.5) * (high - low)
        for k, (low, high) in enumerate(box.ranges)
    ]
    reach: Floats = lantern.within(places[0], places[1])
    return reach


def _in_the_dark(mesh: Mesh, box: Box, palette: Palette, lantern: Lantern) -> Mesh:
    """Only what the lantern lights up."""
    reach = _reach(box, lantern, mesh.vertices)
    light = np.clip((_SOFT[1] - reach) / (_SOFT[1] - _SOFT[0]), 0, 1)[:, None]
    shade = mesh.colors[:, :3].mean(axis=1, keepdims=True)
    warm = rgb(palette.lantern[-1]) * (_WARM + (1 - _WARM) * shade / max(float(shade.max()), 1e-9))
    colors = mesh.colors.copy()
    colors[:, :3] = light * warm + (1 - light) * rgb(palette.dark_field)
    seen = light[:, 0][mesh.faces].max(axis=1) > 0  # the rest would hide it
    return Mesh(mesh.vertices, mesh.faces[seen], colors)


def _path_markers(
    surface_slice: SurfaceSlice,
    box: Box,
    palette: Palette,
    path: DescentPath,
    lantern: Lantern | None,
) -> tuple[Mesh, ...]:
    color = palette.dark_ink if lantern else palette.path if path.here.exact else palette.muted
    pieces = surface3d.on_surface(surface_slice, box, path.line) if len(path.line) > 1 else []
    made = [path_tube(piece, _TUBE, color) for piece in pieces]
    rings = np.column_stack([path.rings, path.ring_losses])[-_MOST_DOTS:]
    if len(rings):
        if not path.here.exact:  # a projection lies on today's surface
            rings[:, 2] = np.inf
        flat = box.across(rings)
        heights = surface3d.surface_heights(surface_slice, box, flat)
        seen = (box.inside(rings) | ~np.isfinite(rings[:, 2])) & (heights <= box.top)
        made.append(balls(np.column_stack([flat, heights])[seen], _DOT, color, DOT_SIDES))
    return (merged(made),) if made else ()


def _run_markers(
    state: State, surface_slice: SurfaceSlice, box: Box, palette: Palette
) -> tuple[Mesh, ...]:
    """The paths of the kept runs, on today's surface."""
    made = []
    for kept_line in surface_kept_lines(state.descent, surface_slice):
        line, color = (
            np.column_stack([kept_line.xs, kept_line.ys]),
            palette.runs[kept_line.look % 8],
        )
        for piece in surface3d.on_surface(surface_slice, box, line):
            made += [path_tube(piece, _TUBE, color), balls(piece[-1:], _DOT, color, DOT_SIDES)]
    return (merged(made),) if made else ()
