"""No label of a network covers another, a node or another's edge, in any room and both languages.

What is excused is said where ``faults`` finds it, and counted here.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

import numpy as np
import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Words
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.network.picture import Lights, network_picture
from tests.descent.lessons import make
from tests.scene.network.shown import ROOMS, SPEECHES, Room, excused, faults, rooms, shown
from tests.scene.shown import along_the_beats

# At 200 % a number may touch the corner of a node's picture in "circle".
UNCROWDED = [name for name in BUILT_IN if name != "circle"]
SAMPLE = 11  # of so many pictures one is looked at in every run; prime, so that all rooms are
_OFF, _ON = 0.05, 0.01  # of a lesson's pictures at most, of random networks' (below) more
_RANDOM = 12, 150  # networks in every run, and at length
_LARGEST = 4, 6, 4, 2
Asked = tuple[State, Room, str]


def of_lesson(lesson: str) -> Iterator[Asked]:
    """All its states, rooms and languages."""
    for state in along_the_beats(lesson):
        for room in rooms(lesson).values():
            for said in SPEECHES:
                yield state, room, said


def random_states(seed: int) -> Iterator[State]:
    """A network of up to 4-6-4-2 with or without biases, at rest, in Slopes and after a step."""
    draw = np.random.default_rng(seed)
    layers: tuple[int, ...] = _LARGEST
    if seed % 10:
        deep = int(draw.integers(2, 5))
        layers = tuple(int(draw.integers(1, most + 1)) for most in _LARGEST[-deep:])
    biases, points = bool(draw.integers(2)), int(draw.integers(1, 4))
    lesson = make(
        layers,
        draw.uniform(-3, 3, (points, layers[0])).round(2),
        draw.uniform(-3, 3, (points, layers[-1])).round(1),
        draw.normal(size=sum((n + biases) * m for n, m in pairwise(layers))).round(2),
        activation=("identity", "relu", "tanh", "sigmoid")[seed % 4],
        biases=biases,
    )
    weights = [p.name for p in lesson.network.parameters if p.source]
    state = showing.select_weight(open_lesson(lesson), str(draw.choice(weights)))
    yield state
    state = commands.advance(commands.advance(commands.advance(state)))
    yield state
    yield commands.advance(state)


def of_random(seeds: range) -> Iterator[Asked]:
    """Each in all rooms, the languages in turns."""
    for seed in seeds:
        for state in random_states(seed):
            for room in ROOMS.values():
                yield state, room, ("English", "German")[seed % 2]


def look(pictures: Iterator[Asked], every: int, off: float, on: float) -> None:
    """At every so manieth: nothing is wrong, and little excused: ``off`` and ``on`` shares."""
    wrong, count = Counter[str](), Counter[str]()
    for asked in islice(pictures, 0, None, every):
        made = shown(*asked)
        wrong.update(f"{made.where}: {fault}" for fault in faults(made))
        astray, covering = excused(made)
        count.update(pictures=1, astray=astray, covering=covering)
    assert not wrong, "\n".join(list(wrong)[:20])
    assert count["pictures"]
    assert count["astray"] <= off * count["pictures"], count
    assert count["covering"] <= on * count["pictures"], count


@pytest.mark.parametrize("lesson", UNCROWDED)
def test_labels_of_a_lesson_s_network_stand_on_their_own_edges_and_cover_nothing(
    lesson: str,
) -> None:
    look(of_lesson(lesson), SAMPLE, 1, 0)


@pytest.mark.long
@pytest.mark.parametrize("lesson", UNCROWDED)
def test_they_do_in_every_state_room_and_language(lesson: str) -> None:
    look(of_lesson(lesson), 1, 0.2, 0)


def test_labels_of_any_network_stand_on_their_own_edges_and_cover_nothing() -> None:
    look(of_random(range(_RANDOM[0])), SAMPLE, 1, 0.1)


@pytest.mark.long
def test_they_do_in_many_networks() -> None:
    look(of_random(range(_RANDOM[1])), 1, 0.7, 0.02)


def test_the_weight_under_the_mouse_has_its_name() -> None:
    state, frame = open_lesson(load("through-a-layer")), Frame(1200, 390, 25)
    for name, text in (("w1_1_2", "w₁₁₂ = −1"), ("w2_1_1", "w₂₁₁ = 2")):
        pointed = network_picture(state, frame, lights=Lights(pointed=name)).drawing.shapes
        assert [one.text for one in pointed if isinstance(one, Words)][-1] == text
    resting = network_picture(state, frame).drawing.shapes
    assert not any("=" in one.text for one in resting if isinstance(one, Words))
