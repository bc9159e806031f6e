"""The fit as a drawing: what the network makes of its inputs, beside the points."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.scene.fit.cut import Held, Node, height_range, output_node
from gd_visualizer.scene.fit.one_input import OneInput
from gd_visualizer.scene.fit.room import shown_ranges
from gd_visualizer.scene.fit.samples import FINE, Asked, Samples, asked, samples
from gd_visualizer.scene.fit.two_inputs import TwoInputs
from gd_visualizer.scene.look.drawable import refused
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.plot.refusal import refusal
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import Visibility, visibility

_PAPER = 201  # samples a side of a field on paper


class FitPicture(Struct, frozen=True, eq=False):
    """The ``drawing`` of the samples; ``area`` is None where nothing can be drawn."""

    drawing: Drawing
    area: Area | None = None


@lru_cache(maxsize=4)  # now and next, in the window and before a class
def fit_picture(
    state: State,
    frame: Frame,
    shown: Visibility | None = None,
    node: Node | None = None,
    held: Held | None = None,
    known: Samples | None = None,
) -> FitPicture:
    """The fit in a frame; as far as it is ``shown``, None: as in the window.

    ``node``: one that is looked at instead of the output; ``held``: ranges that stay while a point
    is dragged; ``known``: what has been sampled already, None: all is sampled now.
    """
    shown = shown or visibility(state)
    ranges = held.ranges if held else shown_ranges(state, frame)
    heights = held.heights if held else height_range(state, output_node(state))
    why = refused(*ranges, *([heights] if len(ranges) == 1 else []))
    if why:
        return FitPicture(refusal(frame, why))
    if known is None:
        known = all_samples(asked(state, node, ranges), frame)
    made: OneInput | TwoInputs
    if len(ranges) == 1:
        made = OneInput(state, frame, shown, known, node, held)
    else:
        made = TwoInputs(state, frame, shown, known, node)
    return FitPicture(Drawing(frame, made.shapes(), {"plot": made.area.rect}), made.area)


def all_samples(what: Asked, frame: Frame) -> Samples:
    """As fine as the frame's reader can see."""
    flat = len(what.axes) == 1
    fine = FINE[1] if flat else _PAPER if frame.audience is Audience.PAPER else FINE[2]
    return samples(what, fine)


@DrawingMaker
def fit_drawing(
    state: State, frame: Frame, shown: Visibility, _slice: SurfaceSlice | None
) -> Drawing:
    """The fit."""
    return fit_picture(state, frame, shown).drawing


def with_heights_of(states: Iterable[State]) -> DrawingMaker:
    """Draws fits whose heights have room for all of these states, so that nothing moves."""
    found = [height_range(one, output_node(one)) for one in states]
    heights = min(low for low, _ in found), max(high for _, high in found)

    def draw(state: State, frame: Frame, shown: Visibility, _: SurfaceSlice | None) -> Drawing:
        held = Held(shown_ranges(state, frame), heights)
        return fit_picture(state, frame, shown, None, held).drawing

    return DrawingMaker(draw)
