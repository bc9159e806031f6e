"""The values of one node over the inputs that are shown, coarse or fine, now and before."""

from collections.abc import Generator
from functools import lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.network.sampled import InputGrid, Values, cost, node_values, pieces
from gd_visualizer.descent.state.before import theta_before
from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.fit.cut import Node, input_ranges, others_held, output_node, shown_axes

FINE = {1: 241, 2: 101}  # samples a side
COARSE = {1: 61, 2: 21}
_AT_ONCE = 20_000_000  # products of a grid that is there at once: about a quarter of a frame


class Asked(Struct, frozen=True):
    """What is to be sampled; equal where the samples are.

    ``theta`` and ``before`` are the weights now and before the last step or drag, as bytes;
    ``held`` the inputs beside the axes.
    """

    lesson: Lesson
    theta: bytes
    before: bytes | None
    axes: tuple[int, ...]
    held: tuple[float, ...]
    ranges: tuple[Range, ...]
    node: Node

    @property
    def at_once(self) -> bool:
        """Whether the fine grid takes no longer than a coarse one may."""
        moments = 2 if self.before else 1
        places = FINE[len(self.axes)] ** len(self.axes)
        return bool(cost(self.lesson.network) * places * moments <= _AT_ONCE)


class Samples(Struct, frozen=True, eq=False):
    """``values`` along ``lines``, in the inputs' own units, the first axis slowest; ``before``
    likewise, None where nothing was."""

    asked: Asked
    lines: tuple[Floats, ...]
    values: Array
    before: Array | None


def asked(state: State, node: Node | None = None, ranges: tuple[Range, ...] | None = None) -> Asked:
    """What ``state`` shows: of its output, or of another ``node``, whose past is not told; over
    its own ``ranges``, unless others are given."""
    descent, axes = state.descent, shown_axes(state)
    before = theta_before(descent) if node is None else None
    held = others_held(state)
    return Asked(
        descent.lesson,
        descent.moment.theta.tobytes(),
        None if before is None else before.tobytes(),
        axes,
        () if len(held) == len(axes) else tuple(held.tolist()),
        input_ranges(state) if ranges is None else ranges,
        output_node(state) if node is None else node,
    )


@lru_cache(maxsize=12)  # window, class and the last few; a node and the output
def samples(what: Asked, size: int) -> Samples:
    """All of it now, ``size`` samples a side."""
    work = _pieces(what, size)
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: Samples = end.value
            return made


def refined(what: Asked, size: int) -> Generator[Samples | None, None, None]:
    """The same in pieces, the last of which it is."""
    yield (yield from _pieces(what, size))


def grid(what: Asked, size: int) -> tuple[tuple[Floats, ...], InputGrid]:
    """The coordinates in the inputs' own units, and as the network is given them."""
    lines = tuple(np.linspace(low, high, size) for low, high in what.ranges)
    data = what.lesson.data
    held = np.array(what.held) if what.held else np.zeros(len(what.axes))
    scale = data.scale
    if scale is None:
        return lines, InputGrid(what.axes, lines, held)
    given = tuple(
        (line - scale.mean[axis]) / scale.deviation[axis]
        for line, axis in zip(lines, what.axes, strict=True)
    )
    return lines, InputGrid(what.axes, given, scale.applied(held[None])[0])


def _pieces(what: Asked, size: int) -> Generator[None, None, Samples]:
    lines, places = grid(what, size)
    layer, index = what.node
    found: list[Array | None] = []
    for theta in (what.theta, what.before):
        if theta is None:
            found.append(None)
            continue
        work = pieces(what.lesson.network, np.frombuffer(theta), places, (layer,))
        values: Values = yield from work
        found.append(values[layer][index])
    now, before = found
    assert now is not None
    return Samples(what, lines, now, before)


def every_node(state: State, size: int) -> Values:
    """The values of every node over the inputs that are shown."""
    return _every_node(asked(state), size)


@lru_cache(maxsize=4)
def _every_node(what: Asked, size: int) -> Values:
    network = what.lesson.network
    _, places = grid(what, size)
    return node_values(network, np.frombuffer(what.theta), places, range(network.depth + 1))
