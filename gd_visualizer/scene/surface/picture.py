"""The loss over one weight or two as a drawing: its ground, the way so far, marks and words."""

from functools import cached_property, lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import axis_title, loss_title
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Box, Clip, Drawing, Paint, Pen, Rect, Shape, faded
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.look.ticks import Ticks
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.area import Area, most_rows, most_ticks, room_for_axes, same_scale
from gd_visualizer.scene.plot.axes import axes, ticks_below
from gd_visualizer.scene.plot.refusal import refusal
from gd_visualizer.scene.plot.usual import largest_loss
from gd_visualizer.scene.surface.color_scale import color_scale, scale_room
from gd_visualizer.scene.surface.dark.lantern import Lantern, lantern_at
from gd_visualizer.scene.surface.ground import DARK, dark_ground, map_ground
from gd_visualizer.scene.surface.log_scale import drawn_path, height_ticks, shown_slice
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.marks.marked import Marked
from gd_visualizer.scene.surface.marks.tangent import tangent_point
from gd_visualizer.scene.surface.slice import DescentPath, SurfaceSlice, descent_path, tangent
from gd_visualizer.scene.visibility import Visibility, visibility

Place = tuple[float, float]


class SurfacePicture(Struct, frozen=True, eq=False):
    """The ``drawing`` of a slice as it is shown; ``area`` and ``lantern`` are None where nothing
    can be drawn, and where it is light."""

    drawing: Drawing
    surface_slice: SurfaceSlice
    area: Area | None = None
    lantern: Lantern | None = None


def surface_picture(
    state: State,
    surface_slice: SurfaceSlice,
    frame: Frame,
    shown: Visibility | None = None,
    here: Place | None = None,
    veil: float = 0.0,
) -> SurfacePicture:
    """A slice with where we are and have been, as far as it is ``shown``, None: as in the window.

    ``here``: where the point is on its way to its new place, in the slice's units; ``veil``: how
    much of the dark still lies over the map, from 1 to 0.
    """
    asked = state, surface_slice, frame, shown or visibility(state)
    return _at_rest(*asked) if here is None and not veil else _picture(*asked, here, veil)


@lru_cache(maxsize=8)  # now and next, coarse to fine, in the window and before a class
def _at_rest(
    state: State, surface_slice: SurfaceSlice, frame: Frame, shown: Visibility
) -> SurfacePicture:
    """Where nothing moves: most of these are asked for again."""
    return _picture(state, surface_slice, frame, shown, None, 0.0)


def _picture(
    state: State,
    surface_slice: SurfaceSlice,
    frame: Frame,
    shown: Visibility,
    here: Place | None,
    veil: float,
) -> SurfacePicture:
    if surface_slice.refused:
        return SurfacePicture(refusal(frame, surface_slice.refused), surface_slice)
    surface_slice = shown_slice(state, surface_slice)
    made = _Surface(state, surface_slice, frame, shown, here, veil)
    drawing = Drawing(frame, made.shapes(), {"plot": made.area.rect})
    return SurfacePicture(drawing, surface_slice, made.area, made.lantern)


@DrawingMaker
def surface_drawing(
    state: State, frame: Frame, shown: Visibility, surface_slice: SurfaceSlice | None
) -> Drawing:
    """The loss over one parameter or two; empty as long as there is no slice."""
    if surface_slice is None:
        return Drawing(frame)
    return surface_picture(state, surface_slice, frame, shown).drawing


class _Surface(Struct, frozen=True, eq=False, dict=True):
    """What one picture is made of."""

    state: State
    surface_slice: SurfaceSlice
    frame: Frame
    shown: Visibility
    here: Place | None
    veil: float

    @property
    def flat(self) -> bool:
        """Whether it is over one parameter."""
        return len(self.surface_slice.ranges) == 1

    @cached_property
    def area(self) -> Area:
        """Where the slice is; over two parameters both axes have one scale."""
        x, y = self.surface_slice.sides
        rect = surface_room(self.frame, self.surface_slice, self.state.descent.lesson)
        return Area(rect if self.flat else same_scale(rect, x, y), x, y)

    @cached_property
    def ticks(self) -> tuple[Ticks, Ticks]:
        """Round values along both sides."""
        across, up = most_ticks(self.frame)
        below = ticks_below(self.area, self.frame, across)
        limit = most_rows(self.frame, self.area.rect[3])
        return below, height_ticks(self.surface_slice, up, limit)

    @cached_property
    def lantern(self) -> Lantern | None:
        """What is seen in the dark."""
        return self._lantern if self.state.display.dark else None

    @cached_property
    def _lantern(self) -> Lantern:
        size = None if self.flat else self.area.size
        return lantern_at(self.state.descent, self.surface_slice, size)

    @cached_property
    def path(self) -> DescentPath:
        """The way so far, as it is drawn."""
        cell = tuple(
            (high - low) / side
            for (low, high), side in zip(self.surface_slice.ranges, self.area.size, strict=False)
        )
        found = descent_path(self.state.descent, self.surface_slice, cell)
        return drawn_path(self.surface_slice, found)

    def shapes(self) -> tuple[Shape, ...]:
        """Ground, axes, way, marks, from below up."""
        marked = Marked(
            self.state,
            self.surface_slice,
            self.frame,
            self.shown,
            self.area,
            self.path,
            self.lantern,
            self.here,
        )
        ground = self._curve() if self.flat else self._ground()
        rests = 0 if self.flat or self.lantern else 1  # the map in the light
        return (
            *self._axes(),
            *ground[:rests],
            Clip(self.area.rect, (*ground[rests:], *marked.runs(), *self._way())),
            *marked.shapes(),
        )

    def _axes(self) -> tuple[Shape, ...]:
        network, along = self.state.descent.lesson.network, self.surface_slice.section
        names = [axis_title(along, network, k) for k in range(len(along.names))]
        if self.flat:
            names.append(loss_title(self.state.descent.lesson))
        grid = self.flat and self.lantern is None
        called = (*along.names, None)[:2]
        both = names[0], names[1]
        made = axes(self.area, self.frame, self.ticks, both, grid, (called[0], called[1]))
        lit = not self.flat and self.lantern is None and scale_room(self.frame)
        if lit:
            made += color_scale(self.surface_slice.levels, self.area, self.frame)
        return made

    def _ground(self) -> tuple[Shape, ...]:
        visited = self.path.rings
        if self.lantern:
            return dark_ground(self.surface_slice, self.lantern, visited, self.area)
        light = map_ground(self.surface_slice, self.area.rect, self.frame)
        if not self.veil:
            return (light,)
        return dark_ground(self.surface_slice, self._lantern, visited, self.area, light, self.veil)

    def _curve(self) -> tuple[Shape, ...]:
        """The loss over one parameter, with its tangent while a slope is explained."""
        em, xs = self.frame.em, self.surface_slice.slice.coordinates[0]
        losses = self.surface_slice.slice.losses.astype(np.float64)
        losses = np.minimum(losses, self.surface_slice.ceiling)
        if self.lantern:
            return self._dark_curve(self.lantern, xs, losses)
        light = (marks.curve(self.area.places(xs, losses), em), *self._tangent())
        if not self.veil:
            return light
        return *light, *faded(self._dark_curve(self._lantern, xs, losses), self.veil)

    def _dark_curve(self, lantern: Lantern, xs: Floats, losses: Floats) -> tuple[Shape, ...]:
        seen = lantern.within(xs, xs) <= 1
        lit = self.area.places(xs[seen], losses[seen])
        pen = Pen(Paint("lantern", step=(1, 2)), 0.2 * self.frame.em)
        return Box(self.area.rect, DARK), marks.curve(lit, self.frame.em, pen=pen)

    def _tangent(self) -> tuple[Shape, ...]:
        if self.frame.audience is Audience.PAPER:
            touched = self.path.here if self.shown.tangent else None
        else:
            touched = tangent_point(self.state, self.surface_slice)
        if touched is None:
            return ()
        ends = self.area.places(*tangent(touched, [self.area.x, self.area.y], self.area.size))
        return (marks.curve(ends, self.frame.em, "slope", name="tangent"),)

    def _way(self) -> tuple[Shape, ...]:
        """The line of the way over two parameters, and rings at the last rows."""
        path, em, dark = self.path, self.frame.em, self.lantern is not None
        heights = path.ring_losses if self.flat else path.rings[:, 1]
        edge = "dark_ink" if dark else "path" if path.here.exact else "line"
        rings = marks.rings(
            self.area.places(path.rings[:, 0], heights), em, edge, "dark_field" if dark else "paper"
        )
        if self.flat:
            return (rings,)
        return *marks.path(self.area.places(*path.line.T), em, path.here.exact, dark), rings


def surface_room(frame: Frame, surface_slice: SurfaceSlice, lesson: Lesson) -> Rect:
    """What axes and colour scale leave of a frame."""
    _, up = most_ticks(frame)
    heights = height_ticks(surface_slice, up, most_rows(frame))
    if len(surface_slice.ranges) == 2:
        return room_for_axes(frame, heights, scale_room(frame))
    screen = frame.audience is Audience.SCREEN
    return room_for_axes(frame, heights, usual=largest_loss(lesson) if screen else "")
