"""A dead node, and the activation of the node that is explained."""

import numpy as np
import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Box, Dots, Paint, Words
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.network.picture import Lights, network_picture

PAPER = Frame(1520, 770, 36, Audience.PAPER)


def at_slopes(lesson: str, weight: str) -> State:
    state = commands.to_phase(open_lesson(load(lesson)), Phase.SLOPES)
    return showing.select_weight(state, weight)


def test_a_node_that_relu_lets_nothing_through_is_dimmed_and_tells_its_sum_at_slopes() -> None:
    state = at_slopes("activation", "w1_1_1")
    picture = network_picture(state, PAPER)
    assert [(n.layer, n.index) for n in picture.diagram.nodes if n.dead] == [(1, 1)]
    (told,) = (n for n in picture.diagram.notes if n.role == "sum")
    assert (told.node, told.text) == ((1, 1), "−5")
    pens = {s.name: s.pen.paint for s in picture.drawing.shapes if isinstance(s, Box) and s.pen}
    assert (pens[1, 0], pens[1, 1]) == (Paint("ink"), Paint("line"))
    before = network_picture(commands.to_phase(state, Phase.FORWARD), PAPER).diagram
    assert not any(n.dead for n in before.nodes)


@pytest.mark.parametrize("weight", ["w1_1_1", "w1_1_2"])
def test_relu_is_drawn_small_beside_the_node_that_is_explained_with_the_node_on_it(weight) -> None:
    picture = network_picture(at_slopes("activation", weight), PAPER)
    bend = picture.diagram.bend
    assert bend
    alive = weight == "w1_1_1"
    assert bend.node == (1, 0 if alive else 1)
    left, top, wide, high = bend.rect
    assert (bend.curve >= (left, top)).all()
    assert (bend.curve <= (left + wide, top + high)).all()
    flat, rises = np.ptp(bend.curve[:20, 1]), np.diff(bend.curve[21:, 1])
    assert flat == 0
    assert (rises < 0).all()  # y runs downwards
    x, y = bend.dot
    assert (x > bend.middle[0, 0], y < bend.curve[0, 1]) == (alive, alive)
    (dot,) = (shape for shape in picture.drawing.shapes if isinstance(shape, Dots))
    assert dot.centers.tolist() == [[x, y]]


def test_nothing_is_drawn_of_the_identity() -> None:
    diagram = network_picture(at_slopes("through-a-layer", "w1_1_1"), PAPER).diagram
    assert diagram.bend is None
    assert not any(n.dead for n in diagram.nodes)


@pytest.mark.parametrize("size", [(1224, 390), (1240, 400), (900, 300)])
@pytest.mark.parametrize("weight", ["w1_1_1", "w1_2_2", "w2_1_1"])
@pytest.mark.parametrize("lesson", ["activation", "through-a-layer"])
def test_what_is_told_at_a_node_is_nearer_to_it_than_to_any_other(lesson, weight, size) -> None:
    frame = Frame(*size, 26, Audience.SCREEN)
    diagram = network_picture(at_slopes(lesson, weight), frame).diagram
    told = [note for note in diagram.notes if note.node is not None]
    assert told
    for note in told:
        away = {(n.layer, n.index): np.hypot(n.x - note.x, n.y - note.y) for n in diagram.nodes}
        assert min(away, key=lambda node: away[node]) == note.node


def test_at_an_update_the_sum_of_a_node_that_is_pointed_at_is_of_the_new_weights() -> None:
    state = commands.step(open_lesson(load("through-a-layer")))
    assert state.descent.phase is Phase.UPDATE
    picture = network_picture(state, PAPER, lights=Lights(hovered=(1, 0)))
    said = [one.text for one in picture.drawing.shapes if isinstance(one, Words)]
    assert "2 × 1.32 + 3 × 1.48 = 7.08" in said
    assert "7.08" in said
