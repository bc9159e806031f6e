"""The network's diagram."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.drawing import shapes
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.lesson.library.built_in import LECTURE
from gd_visualizer.scene.network.captions import caption_rect
from gd_visualizer.scene.network.diagram import diagram
from gd_visualizer.scene.network.parts import Box, Diagram, Node
from gd_visualizer.scene.network.picture import Lights, network_picture
from gd_visualizer.text.numerals import number
from gd_visualizer.text.speech import ENGLISH
from tests.descent.lessons import make, tanh_network
from tests.descent.reader import Read
from tests.scene.descents import after, networks, proof

SHEETS = [(1600.0, 850.0), (900.0, 900.0), (1778.0, 850.0), (2370.0, 850.0)]
SHEET = Frame(1600.0, 850.0, 36.0, Audience.PAPER)
WIDE = 0.55  # of a digit, in font sizes: less than the scene allows for it


def paper(width: float, height: float) -> Frame:
    return Frame(width, height, 36.0, Audience.PAPER)


def every_place(picture: Diagram) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of all that is drawn; of captions, the line's height."""
    return [
        *((n.x - side(n), n.y - n.radius, n.x + side(n), n.y + n.radius) for n in picture.nodes),
        *((e.x - e.wide, e.y - e.half, e.x + e.wide, e.y + e.half) for e in picture.errors),
        *((e.x1, e.y1, e.x2, e.y2) for e in picture.edges),
        *(rectangle(edge.box) for edge in picture.edges if edge.box),
        *((c.x, c.y - 0.4 * c.size, c.x, c.y + c.size / 2) for c in picture.captions),
    ]


def side(node: Node) -> float:
    """Half a node's width."""
    return max(node.wide, node.radius)


def rectangle(box: Box) -> tuple[float, float, float, float]:
    wide, high = box.width / 2, box.height / 2
    return box.x - wide, box.y - high, box.x + wide, box.y + high


def assert_inside(picture: Diagram, width: float, height: float) -> None:
    places = np.array(every_place(picture))
    assert np.isfinite(places).all()
    assert places[:, [0, 2]].min() >= 0
    assert places[:, [0, 2]].max() <= width
    assert places[:, [1, 3]].min() >= 0
    assert places[:, [1, 3]].max() <= height


def assert_nodes_apart(picture: Diagram) -> None:
    at = np.array([(n.x, n.y, n.radius) for n in picture.nodes])
    gaps = np.hypot(*(at[:, None, :2] - at[None, :, :2]).transpose(2, 0, 1))
    gaps -= at[:, None, 2] + at[None, :, 2]
    np.fill_diagonal(gaps, 1)
    assert gaps.min() > 0
    outputs = [n for n in picture.nodes if n.layer == picture.nodes[-1].layer]
    for error, node in zip(picture.errors, outputs, strict=True):
        assert error.y == node.y
        assert error.x - error.wide > node.x + side(node)
    for one, other in pairwise(picture.errors):
        assert one.y + one.half < other.y - other.half


def assert_texts_fit(picture: Diagram) -> None:
    for node in picture.nodes:
        assert len(node.text) * WIDE * node.size <= 2 * max(node.wide, node.radius)
        assert node.size <= 1.2 * node.radius
    for error in picture.errors:
        assert len(error.text) * WIDE * error.size <= 2 * error.wide
    for edge in picture.edges:
        if edge.box:
            assert len(edge.box.text) * WIDE * edge.box.size <= edge.box.width
            assert edge.box.size <= edge.box.height


def overlap(one: Box, other: Box) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2
        and abs(one.y - other.y) < (one.height + other.height) / 2
    )


def touches(box: Box, node: Node) -> bool:
    left, top, right, bottom = rectangle(box)
    x, y = np.clip(node.x, left, right), np.clip(node.y, top, bottom)
    away = max(abs(x - node.x) - (side(node) - node.radius), 0.0)
    return bool(np.hypot(away, y - node.y) < node.radius)


@pytest.mark.parametrize("sheet", SHEETS, ids=["1600x1000", "square", "1920x1080", "2560x1080"])
@pytest.mark.parametrize("lesson", [*LECTURE, "bent-curve", "circle"])
def test_in_a_lesson_s_diagram_nothing_covers_anything(
    lesson: str, sheet: tuple[float, float]
) -> None:
    for steps in (0, 5, None):
        picture = diagram(after(lesson, steps), 0, paper(*sheet))
        assert_inside(picture, *sheet)
        assert_nodes_apart(picture)
        assert_texts_fit(picture)
        boxes = [edge.box for edge in picture.edges if edge.box]
        assert len(boxes) == len(picture.edges)
        assert not any(overlap(a, b) for a, b in combinations(boxes, 2))
        assert not any(touches(box, node) for box in boxes for node in picture.nodes)


def test_a_long_actual_value_stands_inside_the_picture() -> None:
    descent = open_lesson(make((2, 1), [[1.0, 2.0]], [[2.627e12]], [1.0, 1.0])).descent
    picture = diagram(descent, 0, Frame(420, 300, 28))
    actual = next(c for c in picture.captions if c.kind == "actual")
    assert actual.text == "2.627 × 10¹²"
    left, _, wide, _ = caption_rect(actual, ENGLISH)
    assert left >= 0
    assert left + wide <= 420


def deep() -> Descent:
    random = np.random.default_rng(1)
    size = 8 * 64 * 65
    lesson = make(
        (64,) * 9,
        random.normal(size=(2, 64)),
        random.normal(size=(2, 64)),
        random.normal(size=size),
        activation="tanh",
        biases=True,
    )
    return open_lesson(lesson).descent


@proof(18)
@given(descent=networks(most_steps=1), sheet=st.sampled_from(SHEETS))
@example(deep(), SHEETS[0])
def test_any_network_s_diagram_lies_inside_the_sheet_with_its_nodes_apart(
    descent: Descent, sheet: tuple[float, float]
) -> None:
    picture = diagram(descent, 0, paper(*sheet))
    layers = descent.lesson.network.layers
    assert len(picture.nodes) == sum(layers)
    assert len(picture.edges) == sum(n * m for n, m in pairwise(layers))
    assert_inside(picture, *sheet)
    assert_nodes_apart(picture)
    assert_texts_fit(picture)


@pytest.mark.parametrize("width", [1, 2, 3, 4])
@pytest.mark.parametrize("depth", [1, 3, 6])
def test_a_bias_is_written_where_it_covers_no_node_and_stays_inside(width: int, depth: int) -> None:
    layers = (2, *(width,) * depth, 1)
    size = (3 * width) + (depth - 1) * (width + 1) * width + width + 1
    start = np.random.default_rng(3).normal(size=size)
    lesson = make(layers, [[0.0, 1.0]], [[1.0]], start, activation="sigmoid", biases=True)
    for sheet in ((590, 250), (420, 160), (1600, 850)):
        picture = diagram(open_lesson(lesson).descent, 0, Frame(*sheet, 13))
        for caption in picture.captions:
            if caption.kind != "bias":
                continue
            half = caption.size / 2
            assert caption.y + half <= sheet[1]
            for node in picture.nodes:
                above = node.y - node.radius
                assert node.x != caption.x or not node.y < caption.y or node.text
                assert node.x != caption.x or not caption.y - half < above < caption.y + half


def test_the_texts_are_the_values_of_the_point_that_is_shown() -> None:
    descent = after("activation", 0)
    picture = diagram(descent, 0, SHEET)
    assert [n.text for n in picture.nodes] == ["2", "3", "5", "0", "10"]
    assert [e.text for e in picture.errors] == ["−3"]
    assert {e.name: e.box.text for e in picture.edges if e.box} == {
        "w1_1_1": "1",
        "w1_2_1": "1",
        "w1_1_2": "−1",
        "w1_2_2": "−1",
        "w2_1_1": "2",
        "w2_2_1": "−1",
    }
    captions = {f"{c.kind} {c.text}".strip() for c in picture.captions}
    assert captions == {"input 1", "input 2", "actual 13", "predicted", "error"}


def test_the_texts_of_a_network_with_biases_are_its_forward_pass_by_hand() -> None:
    descent = open_lesson(tanh_network()).descent
    objective, theta = descent.lesson.objective, descent.moment.theta
    for point in (0, 7):
        x = objective.X[point]
        hidden = np.tanh(x @ theta[:6].reshape(2, 3) + theta[6:9])
        out = np.tanh(hidden @ theta[9:12] + theta[12])
        error = out - objective.y[point, 0]
        picture = diagram(descent, point, SHEET)
        for layer, values in enumerate((x, hidden)):
            shown = [n.text for n in picture.nodes if n.layer == layer]
            assert shown == [number(float(v)) for v in values]
        actual = next(c.text for c in picture.captions if c.kind == "actual")
        texts = picture.nodes[-1].text, actual, picture.errors[0].text
        assert Read(f"error: {texts[0]} − ({actual}) ≈ {texts[2]}").holds()
        for text, value in zip(texts, (out, objective.y[point, 0], error), strict=True):
            assert float(text.replace("−", "-")) == pytest.approx(float(value), rel=5.1e-4)


@pytest.mark.parametrize(
    ("lesson", "texts"),
    [("two-inputs", ["w₁ = 1", "w₂ = 2"]), ("slope", ["w = 2"]), ("dark-field", ["1.2", "−2"])],
)
def test_a_weight_is_named_where_there_is_room(lesson: str, texts: list[str]) -> None:
    picture = diagram(after(lesson, 0), 0, SHEET)
    assert [edge.box.text for edge in picture.edges if edge.box] == texts


def test_a_weight_of_zero_is_not_dashed_but_there() -> None:
    lesson = make((2, 1), [[1.0, 1.0]], [[1.0]], [0.0, -1e-9])
    zero, negative = diagram(open_lesson(lesson).descent, 0, SHEET).edges
    assert (zero.negative, negative.negative) == (False, True)
    assert zero.thickness > 0


@proof(18)
@given(descent=networks(most_layers=4, most_nodes=8))
def test_an_edge_leads_from_rim_to_rim_dashed_if_negative_and_thicker_if_larger(
    descent: Descent,
) -> None:
    picture = diagram(descent, 0, SHEET)
    network, theta = descent.lesson.network, descent.moment.theta
    nodes = {(n.layer, n.index): n for n in picture.nodes}
    weights = [network.parameter(edge.name) for edge in picture.edges]
    assert all(p.source for p in weights)
    for p, edge in zip(weights, picture.edges, strict=True):
        a, b = nodes[p.layer - 1, p.source - 1], nodes[p.layer, p.target - 1]
        for node, x, y in ((a, edge.x1, edge.y1), (b, edge.x2, edge.y2)):
            across, up = (x - node.x) / side(node), (y - node.y) / node.radius
            assert np.hypot(across, up) == pytest.approx(1)
        assert a.x < edge.x1 < edge.x2 < b.x
        assert edge.negative == (theta[p.index] < 0)
    by_size = sorted(range(len(weights)), key=lambda k: abs(theta[weights[k].index]))
    thickness = [picture.edges[k].thickness for k in by_size]
    assert all(a <= b + 1e-12 for a, b in pairwise(thickness))
    assert thickness[0] > 0


def test_any_weight_of_a_large_network_gets_its_box_while_it_is_pointed_at() -> None:
    layers = (2, 20, 16, 1)  # more edges than words can keep off, few of them into the last layer
    size = sum((a + 1) * b for a, b in pairwise(layers))
    state = open_lesson(make(layers, [[0.5, 1.0]], [[0.0]], np.linspace(-1, 1, size), biases=True))
    for name in ("w1_1_20", "w2_20_1", "w3_1_1", "w3_16_1"):
        picture = network_picture(
            state, Frame(600.0, 400.0, 14.0, Audience.SCREEN), lights=Lights(pointed=name)
        )
        assert any(
            isinstance(one, shapes.Box) and one.name == name for one in picture.drawing.shapes
        )
