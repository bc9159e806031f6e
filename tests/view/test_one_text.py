"""One quantity has one text on one screen: in diagram, points, arithmetic and sentence."""

import re
from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.values import settled_trace, step_values
from gd_visualizer.descent.script.clicker import forward
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN, LECTURE, PLAYGROUND
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CURVE_PANEL, NETWORK_PANEL, POINTS_PANEL, SURFACE_PANEL
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.scene.explanation.of_state import explanation, printed
from gd_visualizer.scene.explanation.parts import Chip
from gd_visualizer.scene.network.of_state import shown_diagram
from gd_visualizer.scene.points.table import point_sums, point_texts
from gd_visualizer.scene.stage.rooms import class_frame, desk_frame, stage_rooms
from gd_visualizer.scene.stage.sentence import stage_sentence
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.numerals import number
from tests.scene.printed import last_place, read

ADAM_S = "too-many-nodes"  # whose lines need more digits of a slope than the screen shows
FOUR = NETWORK_PANEL, POINTS_PANEL, SURFACE_PANEL, CURVE_PANEL
SCREENS = desk_frame(1388, 800, 1.0), class_frame(1920, 1080)
_POWER = " × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+"
NUMBER = re.compile(rf"(?<![\w.])−?(?:\d+\.\d+(?:{_POWER})?|\d+{_POWER})")


def texts(state: State) -> Iterator[str]:
    """Everything with a number in it that is on screen."""
    if NETWORK_PANEL in state.display.panels:
        yield from diagram_texts(state)
    if POINTS_PANEL in state.display.panels:
        row = np.array([state.display.point])
        yield from point_texts(state.descent, row, visibility(state), printed=printed(state))[0]
        yield from (text for _words, text in point_sums(state.descent, printed(state)).lines)
    made = explanation(state)
    yield from (part.text for part in made.row if isinstance(part, Chip))
    yield from (text for line in made.lines for text in line_texts(line))
    yield from (bar.text for bar in made.bars)
    if made.vector:
        yield from (*made.vector.before, *made.vector.after)
    yield made.remark.english
    yield stage_sentence(state, None).english


def diagram_texts(state: State) -> Iterator[str]:
    """In the window and before a class."""
    for frame in SCREENS:
        rooms = stage_rooms(frame, state.display.panels)
        if NETWORK_PANEL in rooms.pictures:
            picture = shown_diagram(state, rooms.frame_of(NETWORK_PANEL))
            yield from (one.text for one in (*picture.nodes, *picture.errors))
            yield from (note.text for note in picture.notes)
            yield from (edge.box.text for edge in picture.edges if edge.box)
            yield from (caption.text for caption in picture.captions)


def line_texts(line: Line) -> Iterator[str]:
    yield line.text
    for part in line.parts:
        yield from line_texts(part)


def quantities(state: State) -> set[float]:
    """What has a name on screen: weights, values, errors, losses, slopes; before and after."""
    descent, point = state.descent, state.display.point
    step = step_values(descent, point)
    found = {step.settings.rate.value, descent.moment.loss, *step.gradient.tolist()}
    found |= set(descent.moment.gradient.tolist())
    found |= {descent.moment.loss * descent.lesson.objective.points, *step.after.tolist()}
    for theta in (step.theta, descent.moment.theta):
        kept = settled_trace(descent.lesson, theta, np.array([point]))
        arrays = theta, kept.errors, kept.losses, descent.lesson.objective.y[[point]]
        for array in (*arrays, *kept.values, *kept.sums, *kept.node_slopes, *kept.sum_slopes):
            found |= set(np.ravel(array).tolist())
    return {value for value in found if np.isfinite(value)}


def assert_one_text_each(state: State, shortened: bool = False) -> None:
    """``shortened``: a number may have fewer digits instead, as in a node and at an edge, whose
    places are those of the lesson's own numbers."""
    tokens = {token: text for text in texts(state) for token in NUMBER.findall(text)}
    known, on = quantities(state), printed(state)
    allowed = {abs(read(on.text(value))) for value in known}
    allowed |= {Decimal(str(value)) for value in state.descent.settings.options.values()}
    if shortened:
        allowed |= {abs(read(number(value, few))) for value in known for few in (1, 2, 3)}
    for token, text in tokens.items():
        shown = abs(read(token))
        for value in known:
            near = abs(shown - Decimal(abs(value))) <= last_place(token) / 2
            if near and shown and shown not in allowed:
                raise AssertionError((text, token, on.text(value), state.descent.row))


def phases(state: State) -> Iterator[State]:
    for _ in range(4):
        state = commands.advance(state)
        yield state


@pytest.mark.parametrize("lesson", [name for name in BUILT_IN if name != ADAM_S])
def test_through_every_beat_each_quantity_has_one_text(lesson: str) -> None:
    state, small = open_lesson(load(lesson)), lesson in PLAYGROUND
    assert_one_text_each(state, small)
    for _ in state.descent.lesson.beats:
        state = forward(state)
        assert_one_text_each(state, small)


@pytest.mark.parametrize("lesson", LECTURE)
def test_off_the_script_each_quantity_has_one_text(lesson: str) -> None:
    state = showing.show_panels(open_lesson(load(lesson)), FOUR)
    names = state.descent.lesson.objective.names
    state = commands.drop(commands.drag(state, {names[0]: 1.3625}))
    if state.descent.lesson.view.descends:
        state = commands.set_learning_rate(state, typed_rate("0.013"))
    for step in range(6):
        state = showing.select_weight(state, names[step % len(names)])
        for held in phases(state):
            state = held
            assert_one_text_each(state, shortened=True)


@pytest.mark.parametrize("lesson", ["slope", "two-inputs", "through-a-layer", "activation"])
def test_of_one_point_a_chip_and_its_edge_name_one_slope(lesson: str) -> None:
    state = open_lesson(load(lesson))
    for _ in range(3):
        state = commands.advance(state)
    for name in state.descent.lesson.objective.names:
        shown = showing.select_weight(state, name)
        chip = next(p for p in explanation(shown).row if isinstance(p, Chip) and p.role == "slope")
        notes = shown_diagram(shown, Frame(900, 500, 14)).notes
        assert {n.text for n in notes if n.name == name} <= {chip.text}


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_through_the_phases_of_a_step_each_quantity_keeps_its_text(lesson: str) -> None:
    state = open_lesson(load(lesson))
    for _ in range(3):
        before = state
        state = commands.advance(state)
        known = quantities(before) & quantities(state)
        if before.descent.row == state.descent.row and before.descent.phase != Phase.UPDATE:
            assert [printed(before).text(v) for v in known] == [
                printed(state).text(v) for v in known
            ]
