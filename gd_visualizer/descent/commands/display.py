"""What a person can look at: pure functions from a State to a State that leave the descent alone.

A value that cannot be taken raises RefusedValue with a sentence for the person.
"""

import math
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from gd_visualizer.core.objective.directions import gradient_plane, principal_plane, random_plane
from gd_visualizer.descent.commands.command import command
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.display import Display, Spot
from gd_visualizer.descent.state.state import Progress, State
from gd_visualizer.lesson.fit_look import FitLook
from gd_visualizer.lesson.pictures import CODE_PANEL, POINTS_PANEL, Panel, Picture
from gd_visualizer.text.errors import RefusedValue, own
from gd_visualizer.text.message import message, translatable

MOST_PANELS = 4
_NO_PLANE = {
    "gradient": message("It is flat here: the gradient shows no direction."),
    "random": message("One weight has no directions to choose from."),
    "principal": message("The path has no main directions yet: take some steps first."),
}


@command()
def select_weight(state: State, name: str) -> State:
    """The weight or bias that is explained; over one weight the surface follows it."""
    check_parameter(state, name)
    display = replace(state.display, weight=name, node=None)
    if display.surface.axes == 1 and display.axes[0] != name:
        others = [axis for axis in display.axes if axis != name]
        display = replace(display, axes=(name, *others)[: len(display.axes)])
    return _with(state, display)


@command()
def select_node(state: State, layer: int, node: int) -> State:
    """The node that is explained; ``layer`` and ``node`` count from 0, layer 0 is the input."""
    layers = state.descent.lesson.network.layers
    if not (0 <= layer < len(layers) and 0 <= node < layers[layer]):
        words = translatable("no node {node} in layer {layer}")
        raise RefusedValue(message(words, node=str(node), layer=str(layer)))
    return _with(state, replace(state.display, node=(layer, node)))


@command()
def select_point(state: State, point: int) -> State:
    """The row of data that is shown, from 0."""
    points = state.descent.lesson.objective.points
    if not 0 <= point < points:
        words = translatable("expected a point from 1 to {points}, got {point}")
        raise RefusedValue(message(words, points=str(points), point=str(point + 1)))
    return _with(state, replace(state.display, point=point))


@command()
def show_surface(state: State, kind: Picture, axes: tuple[str, ...] | None = None) -> State:
    """A kind of surface over one parameter or two; other axes where given."""
    axes = axes or state.display.axes
    for name in axes:
        check_parameter(state, name)
    if not 1 <= len(set(axes)) == len(axes) <= 2:
        words = translatable("expected one or two different parameters, got {axes}")
        raise RefusedValue(message(words, axes=own(", ".join(axes))))
    if len(axes) < kind.axes:
        names = state.descent.lesson.objective.names
        others = [name for name in names if name not in axes]
        if not others:
            raise RefusedValue(message("a map needs two weights, and this network has one"))
        axes = (*axes, others[0])
    return _with(state, replace(state.display, surface=kind, axes=axes))


def show_panels(state: State, panels: Sequence[Panel]) -> State:
    """These panels and no others; at least one."""
    if not panels:
        raise RefusedValue(message("At least one picture stays."))
    return _with(state, replace(state.display, panels=tuple(dict.fromkeys(panels))))


def show_instead(state: State, panel: Panel) -> State:
    """Code in the place of the points, or points in that of the code; else besides the others."""
    panels, pair = state.display.panels, (POINTS_PANEL, CODE_PANEL)
    if not any(one in pair for one in panels):
        return show_panels(state, (*panels, panel))
    return show_panels(state, [panel if one in pair else one for one in panels])


@command()
def show_panel(state: State, panel: Panel, shown: bool) -> State:
    """One panel more, which comes first where there is no room for all, or one less."""
    others = [one for one in state.display.panels if one is not panel]
    return show_panels(state, [panel, *others][:MOST_PANELS] if shown else others)


def tell_loss(state: State, parts: int) -> State:
    """So many parts of the loss: the points' losses, their total, their mean."""
    return _with(state, replace(state.display, loss_parts=parts))


def set_dark(state: State, dark: bool) -> State:
    """Whether only the surface around the point is seen; the light shows where we are."""
    display = state.display
    revealed = not dark and (display.dark or display.revealed)
    guess = None if dark and not display.dark else display.guess
    display = replace(display, dark=dark, revealed=revealed, guess=guess)
    return _with(state, display, replace(state.progress, seeking=""))


@command()
def switch_light(state: State) -> State:
    """Dark, or light; with predictions it is first asked where the lowest place is."""
    dark, progress = state.display.dark, state.progress
    free = progress.asked is None and not progress.seeking
    if dark and progress.predict and free:
        return _with(state, state.display, replace(progress, seeking="hand"))
    return set_dark(state, not dark)


@command()
def guess_lowest(state: State, place: Mapping[str, float]) -> State:
    """Where somebody thinks the lowest place is, or, with an empty ``place``, nowhere; only in the
    dark, and where results are asked for. The same state for a place on other axes."""
    display, names = state.display, state.section.names
    if not place:
        return _with(state, replace(display, guess=None))
    known = place.keys() == set(names) and all(map(math.isfinite, place.values()))
    if not (display.dark and state.progress.predict and known):
        return state
    spot = Spot(display.plane, tuple((name, float(place[name])) for name in names))
    return _with(state, replace(display, guess=spot))


@command()
def leave_question(state: State) -> State:
    """Without the question for the lowest place, where no beat has asked it."""
    if state.progress.seeking != "hand":
        return state
    return _with(state, state.display, replace(state.progress, seeking=""))


@command()
def set_predict(state: State, predict: bool) -> State:
    """Whether every result is asked for before it is shown."""
    reveal_by_phase = state.progress.reveal_by_phase or predict
    progress = replace(state.progress.unasked(), predict=predict, reveal_by_phase=reveal_by_phase)
    display = state.display if predict else replace(state.display, guess=None)
    return _with(state, display, progress)


@command()
def show_plane(state: State, kind: str, seed: int = 0) -> State:
    """The surface along directions from here: gradient, random or principal; '' for weights."""
    descent, display = state.descent, state.display
    ranges = {n: r for n, r in display.ranges.items() if n in descent.lesson.objective.names}
    if not kind:
        return _with(state, replace(display, plane=None, ranges=ranges))
    if kind not in ("gradient", "random", "principal"):
        raise RefusedValue(message("no directions called {kind}", kind=own(kind)))
    moment, objective = descent.moment, descent.lesson.objective
    try:
        if kind == "gradient":
            plane = gradient_plane(objective, moment.theta, moment.gradient)
        elif kind == "random":
            plane = random_plane(objective.filters, moment.theta, seed)
        else:
            path = descent.timeline.thetas(0, descent.row + 1)
            plane = principal_plane(path, moment.theta)
    except ValueError:
        raise RefusedValue(_NO_PLANE[kind]) from None
    return _with(state, replace(display, plane=plane, ranges=ranges))


@command()
def set_log_height(state: State, log: bool) -> State:
    """Whether the surface's heights grow by powers of ten."""
    return _with(state, replace(state.display, log_height=log))


@command()
def set_log_loss(state: State, log: bool) -> State:
    """Whether the heights of the loss by step grow by powers of ten."""
    return _with(state, replace(state.display, log_loss=log))


@command()
def look_from(state: State, camera: Camera) -> State:
    """Another view of the surface in space."""
    return _with(state, replace(state.display, camera=camera))


@command()
def show_ranges(state: State, ranges: Mapping[str, tuple[float, float]]) -> State:
    """Other ranges of parameters, or of the ``loss``, than those that the program chooses."""
    for name, (low, high) in ranges.items():
        if name != "loss" and name not in state.section.names:
            check_parameter(state, name)
        if not high - low > max(1e-300, 1e-12 * max(abs(low), abs(high))):
            words = translatable("expected two numbers, the lower one first, got {low} and {high}")
            raise RefusedValue(message(words, low=str(low), high=str(high)))
    return _with(state, replace(state.display, ranges={**state.display.ranges, **ranges}))


@command()
def show_all(state: State) -> State:
    """Drops the ranges that were asked for: the program chooses all of them."""
    return _with(state, replace(state.display, ranges={}))


@command()
def set_squares(state: State, squares: bool) -> State:
    """Whether the fit shows each squared error as a square."""
    return _with_fit(state, replace(state.display.fit, squares=squares))


@command()
def set_two_colors(state: State, two_colors: bool) -> State:
    """Whether the fit shows which class is predicted, and not how surely."""
    return _with_fit(state, replace(state.display.fit, two_colors=two_colors))


@command()
def set_node_pictures(state: State, pictures: bool) -> State:
    """Whether the diagram's nodes show their values over the inputs, in place of numbers."""
    return _with_fit(state, replace(state.display.fit, node_pictures=pictures))


@command()
def show_inputs(state: State, first: int, second: int) -> State:
    """The two inputs (from 0) that the fit is over."""
    count = state.descent.lesson.network.layers[0]
    if first == second or not 0 <= min(first, second) <= max(first, second) < count:
        words = translatable("expected two different inputs from 1 to {count}")
        raise RefusedValue(message(words, count=str(count)))
    return _with_fit(state, replace(state.display.fit, inputs=(first, second)))


@command()
def show_output(state: State, output: int) -> State:
    """The output (from 0) that the fit shows."""
    count = state.descent.lesson.network.layers[-1]
    if not 0 <= output < count:
        words = translatable("expected an output from 1 to {count}")
        raise RefusedValue(message(words, count=str(count)))
    return _with_fit(state, replace(state.display.fit, output=output))


def _with_fit(state: State, fit: FitLook) -> State:
    return _with(state, replace(state.display, fit=fit))


def check_parameter(state: State, name: str) -> None:
    """Raises RefusedValue for a name that is no weight or bias of the network."""
    if name not in state.descent.lesson.objective.names:
        raise RefusedValue(message("no parameter {name} in this network", name=own(repr(name))))


def _with(state: State, display: Display, progress: Progress | None = None) -> State:
    progress = progress or state.progress
    if display == state.display and progress == state.progress:
        return state
    return State(state.descent, display, progress)
