"""How much room the labels of weights need in a whole lesson, so that they keep their places."""

from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct, field

from gd_visualizer.core.network.network import Network
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.descent.script.script import scripted_states
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.network.slope_texts import (
    in_a_row,
    single,
    slope_text,
    slope_words,
    told_values,
)
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.message import Message
from gd_visualizer.text.speech import Speech

_MOST_BOXES = 24  # between two layers
_USUAL, _USUAL_SLOPE = "−1.5", "−24.5"  # what a weight is dragged to, and the slope there


class Need(NamedTuple):
    """What weight ``name`` needs, in ems: at ``least`` for its numbers in the lesson, for any
    ``value`` that is likely, ``named`` with its name; for its slope, ``told`` in the lesson or
    any, 0 where it tells none, and with words. ``first``: its slope is explained in the lesson;
    ``alone``: it is the only weight between its layers."""

    name: str
    least: float
    value: float
    named: float
    told: float
    slope: float
    worded: float
    first: bool
    alone: bool


class _Told(Struct):
    """All that is written at one weight in a lesson."""

    values: set[str] = field(default_factory=set)
    slopes: set[str] = field(default_factory=set)
    words: list[Message] = field(default_factory=list)
    first: bool = False


def few(network: Network, name: str) -> bool:
    """Whether the weights of its layer are so few that each may have its number."""
    layer = network.parameter(name).layer
    return network.layers[layer - 1] * network.layers[layer] <= _MOST_BOXES


def needs(lesson: Lesson, speech: Speech) -> tuple[Need, ...]:
    """Of all weights that may have labels, in the order of theta."""
    return tuple(_need(lesson, name, told, speech) for name, told in _told(lesson).items())


def _need(lesson: Lesson, name: str, told: _Told, speech: Speech) -> Need:
    def wide(text: str) -> float:
        return width_of(speech.number(text), 1.0, "semibold")

    least = max(map(wide, told.values))
    value = max(least, wide(_USUAL))
    lead = width_of(lead_of(lesson.network, name), 1.0, "semibold")
    full = lead + least if named(lesson.network) else value
    slope = max(map(wide, told.slopes), default=0.0)
    usual = max(slope, wide(_USUAL_SLOPE)) if _slopes(lesson) else 0.0
    words = [width_of(speech.words(said), 1.0, "semibold") for said in told.words]
    worded = max([usual, *words])
    alone = in_a_row(lesson.network)
    return Need(
        name, least, value, max(full, value), slope or usual, usual, worded, told.first, alone
    )


def _slopes(lesson: Lesson) -> bool:
    return lesson.view.last_phase >= Phase.SLOPES


def named(network: Network) -> bool:
    """Whether weights are so few that they are written with their names."""
    return network.depth == 1 and single(network)


def lead_of(network: Network, name: str) -> str:
    """What stands before a weight's number where there is room."""
    return f"{label(network, name)} = "


@lru_cache(maxsize=8)
def _told(lesson: Lesson) -> dict[str, _Told]:
    network = lesson.network
    found = {p.name: _Told() for p in network.parameters if p.source and few(network, p.name)}
    for state in scripted_states(lesson) if found else ():
        _add(found, state)
    return found


def _add(found: dict[str, _Told], state: State) -> None:
    numerals, theta = printed(state), state.descent.moment.theta
    values = told_values(state, visibility(state))
    for name, told in found.items():
        value = float(theta[state.descent.lesson.network.parameter(name).index])
        told.values.add(numerals.text(value))
        if values:
            _add_slope(told, values, name, state)


def _add_slope(told: _Told, values: StepValues, name: str, state: State) -> None:
    selected = name == state.display.weight
    text = slope_text(values, values.network.parameter(name), printed(state), selected)
    words = slope_words(values, text, selected)
    told.slopes.add(text)
    told.words += [words] if words else []
    told.first = told.first or selected
