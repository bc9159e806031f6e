"""What is drawn over one or two axes: curve or map, the path so far, the point, the dark."""

from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.curve.kept_runs import KeptRunLine, surface_kept_lines
from gd_visualizer.scene.surface.lantern import Lantern, downhill, lantern_at, steepness
from gd_visualizer.scene.surface.log_scale import drawn_heights, drawn_path
from gd_visualizer.scene.surface.slice import DescentPath, SurfaceSlice, descent_path, tangent
from gd_visualizer.scene.surface.tangent import tangent_point
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.look.style import palette, px
from gd_visualizer.view.plot.kept_runs import KeptRunLines, end_marks
from gd_visualizer.view.plot.marks import (
    DirectionLabels,
    Dots,
    Mark,
    MarksItem,
    Obstacle,
    Pointer,
    Stalk,
    now,
)
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.surface.gradient_marks import slopes
from gd_visualizer.view.surface.guess import guess_marks
from gd_visualizer.view.surface.map_item import MapItem
from gd_visualizer.view.surface.minima import minimum_marks

_SOLID, _DASHES = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
Place = tuple[float, float]


class SurfaceLayers:
    """Draws into ``plot``; ``lantern`` is None while it is light."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._map = MapItem()
        self._map.setZValue(-5)
        plot.addItem(self._map)
        self._curve, self._tangent = plot.line(), plot.line()
        self._kept_lines = KeptRunLines(plot)
        self._casing, self._path = plot.line(), plot.line()
        self._marked = MarksItem()
        plot.addItem(self._marked)
        self._runs: list[KeptRunLine] = []
        self.lantern: Lantern | None = None

    @property
    def curve(self) -> tuple[Floats, Floats]:
        """The curve over one axis as it is drawn: values (n,) and heights (n,), nan where dark."""
        xs, heights = self._curve.getData()
        return xs, heights

    @property
    def tangent(self) -> tuple[Floats, Floats] | None:
        """The tangent's ends, (2,) values and (2,) heights; None where none is drawn."""
        if not self._tangent.isVisible():
            return None
        xs, heights = self._tangent.getData()
        return xs, heights

    def restyle(self) -> None:
        """The colours and widths of another look."""
        self._tangent.setPen(pg.mkPen(palette().slope, width=px(3)))

    def clear(self) -> None:
        """Hides all lines and marks, as before another lesson."""
        for item in (self._map, self._curve, self._tangent, self._path, self._casing):
            item.setVisible(False)
        self._kept_lines.show([], lambda ys: ys, cased=False)
        self._marked.show_marks()

    def show_slice(self, surface_slice: SurfaceSlice, dark: bool, ratio: float) -> None:
        """The curve, or the map, of a slice."""
        flat = len(surface_slice.ranges) == 1
        self._map.setVisible(not flat)
        self._curve.setVisible(flat)
        self._tangent.setVisible(flat)
        for item in (self._path, self._casing):
            item.setVisible(not flat)
        if not flat and not dark:
            width, height = self._plot.area()
            self._map.show_slice(surface_slice, round(width * ratio), round(height * ratio))
        without_map = flat and dark
        self._plot.getViewBox().setBackgroundColor(palette().dark_field if without_map else None)

    def draw(
        self,
        surface_slice: SurfaceSlice,
        state: State,
        here: Place | None,
        veil: float,
        ratio: float,
    ) -> None:
        """Where we are and have been; ``here`` is the point on its way, ``veil`` how dark it is."""
        cell = [
            (high - low) / side
            for (low, high), side in zip(surface_slice.ranges, self._plot.area(), strict=False)
        ]
        path = drawn_path(surface_slice, descent_path(state.descent, surface_slice, tuple(cell)))
        dark = state.display.dark
        self.lantern = (
            lantern_at(state.descent, surface_slice, self._area(surface_slice)) if dark else None
        )
        self._runs = [] if dark else surface_kept_lines(state.descent, surface_slice)
        lines = self._runs if len(surface_slice.ranges) == 2 else []
        self._kept_lines.show(lines, lambda ys: ys, cased=True)
        if len(surface_slice.ranges) == 2:
            self._draw_path(path, dark)
            self._draw_dark(surface_slice, path, veil, ratio)
        else:
            self._draw_curve(surface_slice, state)
        self._mark(surface_slice, state, path, here or self.place(surface_slice, state, path))

    def place(self, surface_slice: SurfaceSlice, state: State, path: DescentPath) -> Place:
        """Where the point belongs; before its loss may be seen, the weight on its axis."""
        current = path.here
        if len(surface_slice.ranges) == 2:
            return float(current.point[0]), float(current.point[1])
        height = current.loss if visibility(state).loss else surface_slice.loss_range[0]
        return float(current.point[0]), height

    def _area(self, surface_slice: SurfaceSlice) -> Place | None:
        return self._plot.area() if len(surface_slice.ranges) == 2 else None

    def _draw_path(self, path: DescentPath, dark: bool) -> None:
        self._path.setData(path.line[:, 0], path.line[:, 1])
        self._casing.setData(path.line[:, 0], path.line[:, 1])
        # Elsewhere than here other weights have moved the surface: a projection, dimmed.
        style = _SOLID if path.here.exact else _DASHES
        edge = palette().dark_ink if dark else _edge(path)
        self._path.setPen(pg.mkPen(edge, width=px(2), style=style))
        casing = palette().dark_field if dark else palette().path_edge
        self._casing.setPen(pg.mkPen(casing, width=px(2 if dark else 5)))

    def _draw_dark(
        self, surface_slice: SurfaceSlice, path: DescentPath, veil: float, ratio: float
    ) -> None:
        if self.lantern is None:
            self._map.veil(veil)
            return
        width, height = self._plot.area()
        size = round(width * ratio), round(height * ratio)
        self._map.show_dark(surface_slice, self.lantern, path.rings, *size)

    def _draw_curve(self, surface_slice: SurfaceSlice, state: State) -> None:
        xs = surface_slice.slice.coordinates[0]
        losses = np.minimum(surface_slice.slice.losses.astype(np.float64), surface_slice.ceiling)
        color = palette().action
        if self.lantern:
            losses = np.where(self.lantern.within(xs, xs) <= 1, losses, np.nan)
            color = palette().lantern[-1]
        self._curve.setPen(pg.mkPen(color, width=px(3)))
        self._curve.setData(xs, losses, connect="finite")
        touched = None if self.lantern else tangent_point(state, surface_slice)
        self._tangent.setVisible(touched is not None)
        if touched:
            self._tangent.setData(*tangent(touched, surface_slice.sides, self._plot.area()))

    def _mark(
        self, surface_slice: SurfaceSlice, state: State, path: DescentPath, here: Place
    ) -> None:
        flat = len(surface_slice.ranges) == 1
        heights = path.ring_losses if flat else path.rings[:, 1]
        dark = self.lantern is not None
        colors = (
            (palette().dark_field, palette().dark_ink)
            if dark
            else (palette().path_edge, _edge(path))
        )
        rings = Dots(path.rings[:, 0], heights, 4, *colors, 2)
        (x0, x1), (y0, y1) = surface_slice.sides
        ends = end_marks(
            self._runs, partial(drawn_heights, surface_slice), surface_slice.sides, rings=flat
        )
        marks: list[Mark] = [*ends, rings, *guess_marks(state, surface_slice)]
        if flat and not dark:
            marks.append(Obstacle(*self._curve.getData()))
        if not (x0 <= here[0] <= x1 and y0 <= here[1] <= y1):
            self._marked.show_marks(*marks, now(*self._rim(surface_slice, here), inside=False))
            return
        if self.lantern:
            places = np.column_stack([path.rings[:, 0], heights]) if flat else path.line
            steep = steepness(state.descent, surface_slice.section)
            end = downhill(surface_slice, self.lantern, path, self._plot.area(), steep)
            marks += [Pointer(*here, *end)] if end and visibility(state).downhill else []
            marks.append(DirectionLabels(self.lantern, here, places, flat))
        else:
            marks += slopes(surface_slice, state, here, self._plot.area())
            marks += minimum_marks(state, surface_slice)
        known = not flat or dark or visibility(state).loss
        if not known:  # somewhere above this weight
            marks.append(Stalk(here[0]))
        self._marked.show_marks(*marks, now(*here, inside=known))

    def _rim(self, surface_slice: SurfaceSlice, here: Place) -> Place:
        """The place of the rim that is nearest to a point beyond it."""
        found = []
        for at, (low, high), side in zip(here, surface_slice.sides, self._plot.area(), strict=True):
            inset = px(12) / side * (high - low)
            found.append(min(max(at, low + inset), high - inset))
        return found[0], found[1]


def _edge(path: DescentPath) -> str:
    return palette().path if path.here.exact else palette().line
