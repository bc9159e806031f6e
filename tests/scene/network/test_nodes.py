"""A node is as large whatever it says, and what it says lies inside it."""

from collections.abc import Iterator
from itertools import cycle

import numpy as np
import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.drawing.typeface import CAPITAL, width_of
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.scene.network.diagram import diagram
from gd_visualizer.scene.network.parts import Diagram
from tests.descent.lessons import make
from tests.scene.network.shown import CLASS, PAPER, SPEECHES, WINDOW, rooms, shown
from tests.scene.shown import along_the_beats

LEAST = {WINDOW: 0.59, CLASS: 0.96}  # ems of a lesson's numbers, also of long ones


def states(lesson: str) -> tuple[State, ...]:
    """At every beat, 200 steps on, and with its weights dragged far away."""
    found = list(along_the_beats(lesson))
    first = found[0]
    if first.descent.lesson.view.descends:
        found.append(commands.step(first, 200))
    names = first.descent.lesson.objective.names
    return (*found, *far(first, names[0]), *far(first, names[-1]))


def far(state: State, name: str) -> Iterator[State]:
    for value in (1e6, -1234.5678, 2e-7):
        yield commands.drag(state, {name: value})


def rects(made: Diagram) -> list[Rect]:
    nodes = [(n.x, n.y, max(n.wide, n.radius), n.radius) for n in made.nodes]
    return nodes + [(e.x, e.y, e.wide, e.half) for e in made.errors]


def outside(made: Diagram, frame: Frame) -> Iterator[str]:
    """Numbers whose corners are not inside their node or their error's square."""
    for node in made.nodes:
        x, y = corner(node.text, node.size, frame)
        away = max(x - max(node.wide - node.radius, 0.0), 0.0)
        if np.hypot(away, y) > node.radius - 1:
            yield f"{node.text} of node {node.layer}, {node.index}"
    for error in made.errors:
        x, y = corner(error.text, error.size, frame)
        if x > error.wide - 1 or y > error.half - 1:
            yield f"{error.text} of an error"


def corner(text: str, size: float, frame: Frame) -> tuple[float, float]:
    wide = width_of(frame.speech.number(text), size, "bold") if text else 0.0
    return wide / 2, CAPITAL / 2 * size


@pytest.mark.parametrize("lesson", [one for one in BUILT_IN if one != "too-many-nodes"])
def test_a_node_is_as_large_at_every_beat_and_value_of_a_lesson_and_holds_its_number(
    lesson: str,
) -> None:
    every = states(lesson)
    for (name, room), said in zip(rooms(lesson).items(), cycle(SPEECHES), strict=False):
        pictures = [shown(state, room, said) for state in every]
        first = rects(pictures[0].diagram)
        for made in pictures:
            where = f"{name}, {made.where}"
            assert rects(made.diagram) == first, where
            frame = made.picture.drawing.frame
            assert list(outside(made.diagram, frame)) == [], where
            sizes = [n.size for n in made.diagram.nodes if n.text and "×" not in n.text]
            least = LEAST.get(frame.audience, 0.0) * frame.em
            assert min(sizes, default=least) >= least, where


def test_a_number_that_is_too_long_in_small_letters_is_told_with_fewer_digits() -> None:
    small = Frame(368, 150, 14)
    lesson = make((2, 1), [[1.2345, 1.0]], [[1.0]], [-123456.7, 0.5])
    made = diagram(open_lesson(lesson).descent, 0, small)
    assert [n.text for n in made.nodes] == ["1.2345", "1", "−2 × 10⁵"]
    assert [e.text for e in made.errors] == ["−152408"]
    wide = diagram(open_lesson(lesson).descent, 0, Frame(1520, 770, 36, PAPER))
    assert [n.text for n in wide.nodes] == ["1.2345", "1", "−152407"]
