"""[view]: what the lesson shows."""

from collections.abc import Sequence

from gd_visualizer.core.network.network import Network
from gd_visualizer.lesson.file.actions import PANEL_NAMES, panel, parameter_words, surfaces
from gd_visualizer.lesson.file.refusal import Refusal, choice, choices, each_once, expected
from gd_visualizer.lesson.file.schema import PHASES, ViewTable
from gd_visualizer.lesson.fit_look import FitLook
from gd_visualizer.lesson.lesson import CONTROLS, Phase, View
from gd_visualizer.lesson.pictures import (
    MAP,
    NETWORK_PANEL,
    POINTS_PANEL,
    SLOPE,
    SURFACE_PANEL,
    Panel,
    Picture,
    named,
)
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import message, translatable


def view(table: ViewTable, network: Network, points: int) -> View:
    """The view of a lesson about ``network`` and so many points. Raises Refusal."""
    choices("view.hide", table.hide, CONTROLS)
    surface = _surface(table.surface, network)
    last_phase = _last_phase(table.phases)
    return View(
        surface=surface,
        axes=_axes(table.axes, surface, network),
        x_range=_range("view.x_range", table.x_range),
        y_range=_range("view.y_range", table.y_range),
        panels=_panels(table, last_phase, points),
        last_phase=last_phase,
        hide=table.hide,
        dark=table.dark,
        predict=table.predict,
        fit=_fit(table, network),
    )


def _fit(table: ViewTable, network: Network) -> FitLook:
    inputs, outputs = network.layers[0], network.layers[-1]
    for place, number in enumerate(table.inputs or (), 1):
        _counted(f"view.inputs[{place}]", number, inputs)
    _counted("view.output", table.output, outputs)
    chosen = None
    if table.inputs is not None:
        first, second = table.inputs
        if first == second:
            raise expected("view.inputs", message("two different inputs"), list(table.inputs))
        chosen = first - 1, second - 1
    return FitLook(table.squares, table.two_colors, chosen, table.output - 1, table.node_pictures)


def _counted(where: str, number: int, most: int) -> None:
    if not 1 <= number <= most:
        words = message("a whole number from {low} to {high}", low=1, high=most)
        raise expected(where, words, number)


def _panels(table: ViewTable, last_phase: Phase, points: int) -> tuple[Panel, ...]:
    """What is shown at first: what the lesson says, else what it can make use of."""
    if table.pictures is not None and table.cards is not None:
        raise Refusal("view.cards", message("expected pictures alone, got both pictures and cards"))
    old = (*PANEL_NAMES, POINTS_PANEL.old)
    for key, names, known in (
        ("pictures", table.pictures, PANEL_NAMES),
        ("cards", table.cards, old),
    ):
        if names is not None:
            choices(f"view.{key}", names, known)
            _not_hidden(key, names, table.hide)
            return tuple(panel(name) for name in names)
    if last_phase == Phase.UPDATE:
        return NETWORK_PANEL, SURFACE_PANEL
    return (NETWORK_PANEL, POINTS_PANEL) if points > 1 else (NETWORK_PANEL,)


def _not_hidden(key: str, names: Sequence[str], hide: Sequence[str]) -> None:
    for place, name in enumerate(names, 1):
        if panel(name).name in hide:
            words = message("{name} is in view.hide: take it out of one of them", name=own(name))
            raise Refusal(f"view.{key}[{place}]", words)


def _surface(kind: str | None, network: Network) -> Picture:
    if kind is None:
        return MAP if MAP.axes <= network.size else SLOPE
    choice("view.surface", kind, surfaces(network))
    return named(kind)


def _axes(axes: Sequence[str] | None, surface: Picture, network: Network) -> tuple[str, ...]:
    count = surface.axes
    if axes is None:
        return network.names[:count]
    for place, name in enumerate(axes, 1):
        if name not in network.names:
            raise expected(f"view.axes[{place}]", parameter_words(network), name)
    each_once("view.axes", axes)
    if len(axes) < count:
        words = message(
            "expected 2 parameters, because the surface is {surface}, got {got}",
            surface=own(surface.name),
            got=str(len(axes)),
        )
        raise Refusal("view.axes", words)
    return tuple(axes)


def apart(low: float, high: float) -> bool:
    """Whether there are numbers enough between the bounds of a range to draw it."""
    return high - low > max(1e-12 * max(abs(low), abs(high)), 1e-301)


def _range(where: str, bounds: Sequence[float] | None) -> tuple[float, float] | None:
    if bounds is None:
        return None
    low, high = bounds
    words = ""
    if not low < high:
        words = translatable("expected two numbers, the lower one first, got {low} and {high}")
    elif not apart(low, high):
        words = translatable("expected two numbers further apart, got {low} and {high}")
    if words:
        raise Refusal(where, message(words, low=own(str(low)), high=own(str(high))))
    return low, high


def _last_phase(phases: Sequence[str]) -> Phase:
    """The last of ``phases``, which are the first so many of all."""
    choices("view.phases", phases, PHASES)
    if tuple(phases) != PHASES[: len(phases)]:
        words = message(
            "expected the first so many of {order}, got {got}",
            order=own(", ".join(PHASES)),
            got=own(", ".join(phases)),
        )
        raise Refusal("view.phases", words)
    return Phase(len(phases))
