"""A node's picture is its value over the inputs, in the place of its number."""

from itertools import product

import numpy as np
import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.hit import name_at
from gd_visualizer.drawing.shapes import Box, Clip, Image, Path, Rect, flat
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.fit.cut import forwarded, input_ranges
from gd_visualizer.scene.fit.samples import every_node
from gd_visualizer.scene.network.captions import caption_rect
from gd_visualizer.scene.network.picture import NetworkPicture, network_picture
from tests.scene.fit.lessons import lesson, of_kind

FRAMES = [
    Frame(640, 520, 18),
    Frame(1500, 770, 36, Audience.PAPER),
    Frame(300, 260, 14),
    Frame(620, 380, 25),
]
PICTURES = "node_pictures = true"


def pictures(made: NetworkPicture) -> dict[object, Image | Path]:
    """By node, what is in its frame."""
    found: dict[object, Image | Path] = {}
    inside: Image | Path | None = None
    for shape in made.drawing.shapes:
        if isinstance(shape, Clip):
            inside = shape.shapes[-1]  # type: ignore[assignment]
        elif isinstance(shape, Box) and inside is not None and isinstance(shape.name, tuple):
            found[shape.name], inside = inside, None
    return found


def stepped(kind: str, more: str = "") -> State:
    return commands.step(open_lesson(of_kind(kind, more, PICTURES)), 3)


@pytest.mark.parametrize("frame", FRAMES, ids=["window", "paper", "small", "class"])
@pytest.mark.parametrize("kind", ["curve", "circle", "two spirals", "plane"])
def test_every_node_has_its_picture_and_no_number(kind: str, frame: Frame) -> None:
    state = stepped(kind)
    made = network_picture(state, frame)
    nodes = {(node.layer, node.index) for node in made.diagram.nodes}
    assert pictures(made).keys() == nodes
    assert not any(node.text for node in made.diagram.nodes)
    said = [caption_rect(one, frame.speech) for one in made.diagram.captions]
    framed = [one for one in made.drawing.shapes if isinstance(one, Box) and one.name in nodes]
    for box, one in product(framed, said):
        assert not _share(box.rect, one), box.name
    for node in made.diagram.nodes:
        assert name_at(made.drawing, node.x, node.y) == (node.layer, node.index)


def _share(a: Rect, b: Rect) -> bool:
    across = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    return across > 0.01 and min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]) > 0.01


@pytest.mark.parametrize("more", ["", "scale = true"])
def test_its_values_are_those_of_the_chain_rule_at_the_inputs_there(more: str) -> None:
    state = stepped("circle", more)
    data, network = state.descent.lesson.data, state.descent.lesson.network
    values = every_node(state, 11)
    lines = [np.linspace(*one, 11) for one in input_ranges(state)]
    X = np.stack(np.meshgrid(*lines, indexing="ij"), axis=-1).reshape(-1, 2)
    exact = forwarded(network, state.descent.moment.theta, data.given(X))
    for layer, found in values.items():
        np.testing.assert_allclose(found.reshape(len(found), -1).T, exact[layer], atol=1e-5)


def test_a_picture_is_bluest_where_its_node_is_highest() -> None:
    state = stepped("circle")
    values = every_node(state, 40)
    for (layer, index), image in pictures(network_picture(state, FRAMES[0])).items():
        assert isinstance(image, Image)
        upwards = image.indices[::-1].T.astype(int)
        own = values[layer][index]
        assert upwards[np.unravel_index(own.argmax(), own.shape)] == upwards.max()
        assert upwards[np.unravel_index(own.argmin(), own.shape)] == upwards.min()


def test_what_may_not_be_seen_yet_has_no_picture() -> None:
    start = open_lesson(of_kind("circle", view=PICTURES))
    made = network_picture(start, FRAMES[0])
    assert pictures(made).keys() == {(0, 0), (0, 1)}
    forward = commands.to_phase(start, Phase.FORWARD)
    assert len(pictures(network_picture(forward, FRAMES[0]))) == 7


def test_pictures_keep_their_places_whatever_the_weights_are() -> None:
    start, seen = open_lesson(of_kind("circle", view=PICTURES)), set()
    for state in (start, commands.to_phase(start, Phase.SLOPES), stepped("circle")):
        for steps in (0, 1, 30):
            later = commands.step(state, steps) if steps else state
            made = network_picture(later, FRAMES[0]).diagram
            seen.add(tuple((node.x, node.y, node.radius) for node in made.nodes))
    assert len(seen) == 1


def test_numbers_come_back_with_the_switch_and_a_bare_network_has_none() -> None:
    state = stepped("circle")
    plain = network_picture(showing.set_node_pictures(state, False), FRAMES[0])
    assert not pictures(plain)
    assert all(node.text for node in plain.diagram.nodes)
    data = "inputs = [[1], [2]]\ntargets = [3, 4]"
    bare = commands.step(open_lesson(lesson(data, "[1, 1]", '"identity"', PICTURES)))
    assert not pictures(network_picture(bare, FRAMES[0]))


def test_a_node_of_one_input_shows_its_curve_inside_its_frame() -> None:
    made = network_picture(stepped("curve"), FRAMES[0])
    for shape in made.drawing.shapes:
        if isinstance(shape, Clip):
            left, top, wide, high = shape.rect
            for one in flat(shape.shapes):
                assert isinstance(one, Path)
                x, y = one.points.T
                assert left - 0.01 <= x.min() <= x.max() <= left + wide + 0.01
                assert top - 0.01 <= y.min() <= y.max() <= top + high + 0.01
