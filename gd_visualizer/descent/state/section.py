"""What the surface is cut along: one or two parameters, or directions through weight space."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.objective import landscape
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.objective.plane import Plane
from gd_visualizer.core.objective.precision import precise
from gd_visualizer.core.objective.slice import Slice
from gd_visualizer.descent.state.display import Display
from gd_visualizer.descent.state.timeline import Timeline

_KEPT = 64
_DIGITS = 9  # decimals to which what is held counts as the same: a drag inside a plane rounds
Range = tuple[float, float]


class Section(Struct, frozen=True, eq=False):
    """A cut through weight space along its ``names``; the rest of theta is held.

    ``index`` are the parameters' places in theta; empty, where ``plane`` gives directions instead.
    ``exact``: nothing is held, so that every row lies on the surface. Made by ``parameters`` and
    ``directions``, which give the same object for the same cut.
    """

    names: tuple[str, ...]
    index: tuple[int, ...]
    plane: Plane | None
    exact: bool

    def places(self, thetas: Floats) -> Floats:
        """Coordinates (n, axes) of ``thetas`` (n, P), projected; (axes,) of one theta (P,)."""
        if self.plane is not None:
            return self.plane.coordinates(thetas)
        places: Floats = thetas[..., list(self.index)]
        return places

    def at(self, theta: Floats, place: Sequence[float]) -> Floats:
        """``theta`` (P,) moved to the coordinates ``place`` (axes,), what is held left as it is."""
        if self.plane is not None:
            return self.plane.at(theta, np.asarray(place, dtype=np.float64))
        moved = theta.copy()
        moved[list(self.index)] = place
        return moved

    def slopes(self, gradient: Floats) -> Floats:
        """The loss's slopes along the axes (axes,)."""
        if self.plane is not None:
            return self.plane.slopes(gradient)
        slopes: Floats = gradient[list(self.index)]
        return slopes

    def held(self, theta: Floats) -> bytes:
        """What is the same for all moments that share one slice."""
        rest = self.at(theta, [0.0] * len(self.names))
        return (rest if self.plane is None else np.round(rest, _DIGITS) + 0.0).tobytes()

    def sample(self, objective: Objective, theta: Floats, lines: Sequence[Floats]) -> Slice:
        """The loss at each of the coordinates ``lines``, float64."""
        return landscape.sample(objective, theta, self.plane or self.names, lines)

    def refine(
        self, objective: Objective, theta: Floats, ranges: Sequence[Range], sizes: Sequence[int]
    ) -> Iterator[Slice | None]:
        """Grids over ``ranges``, coarse to fine, in small pieces of work."""
        along = self.plane or self.names

        def grids(dtype: type) -> Iterator[Slice | None]:
            return landscape.refine(objective, theta, along, ranges, sizes, dtype)

        return precise(objective, theta, ranges, grids)

    def path(self, timeline: Timeline, stop: int, start: int = 0) -> Floats:
        """The rows from ``start`` to before ``stop`` (rows, axes)."""
        if self.plane is None:
            return timeline.parameters(self.index, stop, start)
        return self.places(timeline.thetas(start, stop))

    def outline(self, timeline: Timeline, stop: int) -> Floats:
        """The first ``stop`` rows by fewer ones that draw the same line."""
        return timeline.outline(self.index or self.plane, self.places, stop)

    def bounds(self, timeline: Timeline, stop: int) -> tuple[Floats, Floats]:
        """Least and largest coordinates of the first ``stop`` rows, (axes,) each."""
        if self.plane is None:
            return timeline.bounds(self.index, stop)
        outline = self.outline(timeline, stop)
        return outline.min(axis=0), outline.max(axis=0)


def parameters(objective: Objective, names: tuple[str, ...]) -> Section:
    """Along one or two parameters by name. KeyError for one that the objective has not."""
    index = tuple(objective.index(name) for name in names)
    return _parameters(names, index, len(names) == objective.size)


@lru_cache(_KEPT)
def _parameters(names: tuple[str, ...], index: tuple[int, ...], exact: bool) -> Section:
    return Section(names, index, None, exact)


@lru_cache(_KEPT)
def directions(found: Plane, count: int) -> Section:
    """Along the first ``count`` directions of a plane."""
    if count < len(found.names):
        shares = None if found.shares is None else found.shares[:count]
        names = found.names[:count]
        found = Plane(found.kind, names, found.basis[:count], found.origin, shares)
    return Section(found.names, (), found, count == len(found.origin))


def section(display: Display, objective: Objective) -> Section:
    """What the surface on display is cut along."""
    count = display.surface.axes
    if display.plane is not None:
        return directions(display.plane, count)
    return parameters(objective, display.axes[:count])
