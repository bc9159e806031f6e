"""The diagram: hover, keyboard, drags, large networks, biases."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.drawing.shapes import Clip, Words
from gd_visualizer.scene.network.parts import Edge
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.network.hit_test import rect_of
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.widgets.number_editor import NumberEditor
from tests.descent.lessons import make, tanh_network
from tests.view.shown import drawn


def edge(program: Program, name: str) -> Edge:
    return next(e for e in program.live.network.diagram.edges if e.name == name)


def along(one: Edge, share: float) -> QPoint:
    return QPoint(
        round(one.x1 + (one.x2 - one.x1) * share), round(one.y1 + (one.y2 - one.y1) * share)
    )


def inks(plot: Plot, name: str) -> set[str]:
    """The colours of the pixels where the name of a parameter's axis is painted."""
    (words,) = drawn(plot, Words, name)
    left, top, width, height = words.rect
    image = plot.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    rect = QRectF(left * ratio, top * ratio, width * ratio, height * ratio).toRect()
    part = image.copy(rect)
    return {part.pixelColor(x, y).name() for x in range(part.width()) for y in range(part.height())}


def random_network(*layers: int) -> object:
    draw = np.random.default_rng(5)
    size = sum(a * b for a, b in pairwise(layers))
    X, y = draw.normal(size=(3, layers[0])), draw.normal(size=(3, layers[-1]))
    return make(layers, X, y, draw.normal(size=size), activation="tanh")


def test_a_weight_that_is_pointed_at_lights_up_here_and_on_its_axis(qtbot, program) -> None:
    network, points = program.live.network, program.live.points
    qtbot.mouseMove(network, along(edge(program, "w1_2_1"), 0.1))
    assert network.lit == "w1_2_1"
    assert points.lit == "inputs"
    plot = program.live.surface.plot
    blue, dark = QColor(palette().action).name(), QColor(palette().ink).name()
    assert blue in (lit := inks(plot, "w1_2_1"))
    assert dark not in lit
    assert blue not in inks(plot, "w1_1_1")
    QApplication.sendEvent(network, QEvent(QEvent.Type.Leave))
    assert network.lit == ""
    assert blue not in (dimmed := inks(plot, "w1_2_1"))
    assert dark in dimmed


def test_a_node_that_is_pointed_at_lights_up_its_column_and_the_column_the_node(
    qtbot, program
) -> None:
    network, points = program.live.network, program.live.points
    node = network.diagram.nodes[-1]
    qtbot.mouseMove(network, QPoint(round(node.x), round(node.y)))
    assert points.lit == "predicted"
    points.pointed_at.emit("inputs")
    assert network.lit == "inputs"


def test_up_and_down_choose_a_weight_and_enter_types_it(qtbot, program) -> None:
    network = program.live.network
    network.setFocus()
    qtbot.keyClick(network, Qt.Key.Key_Down)
    assert program.controller.state.display.weight == "w1_2_1"
    qtbot.keyClick(network, Qt.Key.Key_Return)
    editor = network.findChild(NumberEditor)
    assert editor.isVisible()
    qtbot.keyClicks(editor, "1/4")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert program.controller.state.descent.moment.theta.tolist() == [1, 0.25]
    qtbot.keyClick(network, Qt.Key.Key_Up)
    assert program.controller.state.display.weight == "w1_1_1"


def test_shift_drags_ten_times_finer_and_escape_leaves_the_drag(qtbot, program) -> None:
    network, place = program.live.network, along(edge(program, "w1_1_1"), 0.5)
    shifted = Qt.KeyboardModifier.ShiftModifier
    qtbot.mousePress(network, Qt.MouseButton.LeftButton, shifted, place)
    event_place = place - QPoint(0, 50)
    QApplication.sendEvent(
        network,
        QMouseEvent(
            QEvent.Type.MouseMove,
            event_place.toPointF(),
            network.mapToGlobal(event_place).toPointF(),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            shifted,
        ),
    )
    assert program.controller.state.descent.moment.theta[0] == pytest.approx(1.1)
    qtbot.keyClick(network, Qt.Key.Key_Escape)
    qtbot.mouseRelease(network, Qt.MouseButton.LeftButton, pos=event_place)
    assert program.controller.state.descent.moment.theta[0] == 1


def test_the_newest_place_of_a_fast_drag_is_the_one_that_is_dropped(program) -> None:
    changes = []
    program.controller.changed.connect(lambda new, _old: changes.append(new))
    for value in np.linspace(1, 2, 101):
        program.window.wishes.drag({"w1_1_1": float(value)})
    program.window.wishes.drop()
    assert program.controller.state.descent.moment.theta[0] == 2
    assert len(changes) < 30


def test_a_bias_is_typed_where_it_stands(qtbot, start) -> None:
    program = start(tanh_network(), (1440, 900))
    network = program.live.network
    center = QRectF(*rect_of(network.picture.drawing, "b2_1")).center()
    qtbot.mouseClick(network, Qt.MouseButton.LeftButton, pos=center.toPoint())
    qtbot.keyClicks(network.findChild(NumberEditor), "0.75")
    qtbot.keyClick(network.findChild(NumberEditor), Qt.Key.Key_Return)
    descent = program.controller.state.descent
    index = descent.lesson.network.parameter("b2_1").index
    assert descent.moment.theta[index] == 0.75


@pytest.mark.parametrize("layers", [(3, 8, 8, 2), (64, 64, 64)], ids=str)
def test_a_weight_without_a_box_gets_one_while_it_is_pointed_at(start, layers) -> None:
    program = start(random_network(*layers))
    network = program.live.network
    selected = program.controller.state.display.weight
    edges = network.diagram.edges
    one = next(e for e in edges if e.box is None and e.name != selected)
    before = network.grab().toImage()
    network.light(one.name)
    after = network.grab().toImage()
    assert before != after
    network.light("")
    assert network.grab().toImage() == before


def test_a_large_network_is_drawn_once_however_often_the_mouse_moves(start) -> None:
    program = start(random_network(64, 64, 2))
    network = program.live.network
    kept = []
    for name in ("", "w1_1_1", "w1_9_9", ""):
        network.light(name)
        kept += [one for one in network.picture.drawing.shapes if isinstance(one, Clip)]
    assert len(kept) == 4
    assert {(one.rests, id(one)) for one in kept} == {(True, id(kept[0]))}


def test_the_diagram_says_what_the_weights_are_after_every_step(program) -> None:
    for _ in range(3):
        program.controller.do(commands.step)
        theta = program.controller.state.descent.moment.theta
        boxes = [e.box.text for e in program.live.network.diagram.edges]
        shown = [float(text.rpartition("= ")[2].replace("−", "-")) for text in boxes]
        np.testing.assert_allclose(shown, theta, rtol=5e-3)
