"""Points under a hand, by real events: dragged, added, deleted, and brought back."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.drawing.shapes import Image, Path, Words
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.view.network.hit_test import node_at
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.widgets.buttons import Button
from tests.scene.fit.lessons import lesson, line, of_kind
from tests.view.mouse import move, pixel, press, release
from tests.view.shown import drawn, named, shapes_on, values_at

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def plot_of(program: Program) -> Plot:
    return program.live.fit.plot


def data_of(program: Program) -> np.ndarray:
    data = program.controller.state.descent.lesson.data
    return np.column_stack([data.X, data.y])


def click(plot: Plot, x: float, y: float, shift: bool = False) -> None:
    keys = SHIFT if shift else Qt.KeyboardModifier.NoModifier
    at, left = pixel(plot, x, y), Qt.MouseButton.LeftButton
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        there = QPointF(plot.viewport().mapToGlobal(at.toPoint()))
        QApplication.sendEvent(plot.viewport(), QMouseEvent(kind, at, there, left, held, keys))


def dragged(program: Program, row: int, *places: tuple[float, float]) -> None:
    plot, (x, y) = plot_of(program), data_of(program)[row, :2].tolist()
    press(plot, x, y)
    for place in places:
        move(plot, *place)
    release(plot, *places[-1])


def test_a_dragged_point_is_one_change_on_round_places_that_undo_takes_back(start, qtbot) -> None:
    program = start(line())
    before = program.controller.state
    plot = plot_of(program)
    sides = plot.getViewBox().viewRange()
    dragged(program, 3, (1.0, 3.0), (2.02, 4.04), (2.31, 4.97))
    assert data_of(program)[3].tolist() == pytest.approx([2.3, 5.0])
    assert program.controller.state.display.point == 3
    assert program.controller.state.descent.row == 0
    dragged(program, 3, (2.5, 2.0))
    assert data_of(program)[3].tolist() == [2.5, 2.0]
    program.controller.undo()
    assert data_of(program)[3].tolist() == pytest.approx([2.3, 5.0])
    program.controller.undo()
    assert program.controller.state.descent is before.descent
    assert plot.getViewBox().viewRange() == sides
    program.controller.redo()
    assert data_of(program)[3].tolist() == pytest.approx([2.3, 5.0])


def test_axes_stay_under_the_hand_until_the_point_is_let_go(start) -> None:
    program = start(line())
    plot, (x, y) = plot_of(program), data_of(program)[7].tolist()
    sides = plot.getViewBox().viewRange()
    press(plot, x, y)
    for place in ((x - 1, y), (x + 0.3, y + 0.6), (1.0, 0.0)):
        move(plot, *place)
        assert plot.getViewBox().viewRange() == sides
    release(plot, 1.0, 0.0)
    assert plot.getViewBox().viewRange() != sides


def test_escape_takes_a_drag_back(start) -> None:
    program = start(line())
    before, (x, y) = data_of(program), data_of(program)[2].tolist()
    press(plot_of(program), x, y)
    move(plot_of(program), x, y + 2)
    assert (data_of(program) != before).any()
    QTest.keyClick(program.window, Qt.Key.Key_Escape)
    assert (data_of(program) == before).all()
    release(plot_of(program), x, y + 2)
    assert (data_of(program) == before).all()


def test_a_lesson_that_comes_during_a_drag_keeps_its_points(start) -> None:
    program = start(line())
    x, y = data_of(program)[7].tolist()
    press(plot_of(program), x, y)
    move(plot_of(program), x, y - 1)
    program.controller.open(lesson("inputs = [[1], [2]]\ntargets = [3, 4]", "[1, 1]", '"identity"'))
    move(plot_of(program), 1.5, 3.5)
    release(plot_of(program), 1.5, 3.5)
    assert data_of(program).tolist() == [[1, 3], [2, 4]]
    program.controller.undo()
    assert len(data_of(program)) == 8
    program.controller.undo()
    assert data_of(program)[7].tolist() == [x, y]


def test_undo_during_a_drag_takes_it_back_and_what_follows_is_another(start) -> None:
    program = start(line())
    before = data_of(program)
    x, y = before[5].tolist()
    press(plot_of(program), x, y)
    move(plot_of(program), x, y - 1)
    program.controller.undo()
    assert (data_of(program) == before).all()
    move(plot_of(program), x, y - 1.5)
    release(plot_of(program), x, y - 1.5)
    assert (data_of(program) != before).any()
    program.controller.undo()
    assert (data_of(program) == before).all()


def test_over_two_inputs_both_move_and_the_class_stays(start) -> None:
    program = start(of_kind("circle"))
    row = int(program.controller.state.descent.lesson.data.rows[0][5])
    before = data_of(program)
    dragged(program, row, (0.0, 2.0), (-2.04, 2.51))
    assert data_of(program)[row].tolist() == pytest.approx([-2.0, 2.5, before[row, 2]])
    assert (np.delete(data_of(program), row, 0) == np.delete(before, row, 0)).all()


def test_a_click_adds_a_point_and_with_shift_one_of_the_other_class(start) -> None:
    program = start(of_kind("circle"))
    plot = plot_of(program)
    count = len(data_of(program))
    click(plot, -3.2, 3.2)
    assert len(data_of(program)) == count
    QTest.mouseClick(named(program.window, Button, "+ points"), Qt.MouseButton.LeftButton)
    click(plot, -3.2, 3.2)
    click(plot, 3.2, -3.2, shift=True)
    assert data_of(program)[count:].tolist() == pytest.approx(
        np.array([[-3.2, 3.2, 1.0], [3.2, -3.2, -1.0]])
    )
    program.controller.undo()
    program.controller.undo()
    assert len(data_of(program)) == count


def test_delete_and_alt_with_arrows_are_for_the_selected_point(start) -> None:
    program = start(line())
    plot = plot_of(program)
    x, y = data_of(program)[4].tolist()
    click(plot, x, y)
    assert program.controller.state.display.point == 4
    plot.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyPress(plot, key, ALT)
    QTest.keyRelease(plot, Qt.Key.Key_Alt)
    assert data_of(program)[4, 0] < x
    assert data_of(program)[4, 1] > y
    program.controller.undo()
    assert data_of(program)[4].tolist() == [x, y]
    QTest.keyClick(plot, Qt.Key.Key_Delete)
    assert len(data_of(program)) == 7
    assert [x, y] not in data_of(program).tolist()
    program.controller.undo()
    assert data_of(program)[4].tolist() == [x, y]


def test_the_line_follows_a_weight_that_is_dragged_and_the_old_one_stays(start) -> None:
    program = start(line())
    program.step()
    program.window.wishes.drag({"w1_1_1": 2.0, "b1_1": 1.0})
    plot = plot_of(program)
    (now,), (old,) = drawn(plot, Path, "fit"), drawn(plot, Path, "before")
    x, y = values_at(plot, now.points).T
    np.testing.assert_allclose(y, 2 * x + 1, atol=1e-4)
    x, y = values_at(plot, old.points).T
    theta = program.controller.state.descent.timeline.theta(1)
    np.testing.assert_allclose(y, theta[0] * x + theta[1], atol=1e-4)
    program.controller.leave()


def test_another_weights_digits_are_seen_in_the_line_at_once(start) -> None:
    """A number has as many as the arithmetic needs that is shown."""
    program = start("line-through-points")
    for name, value in (("w1_1_1", 1.04), ("b1_1", 1.41)):
        program.controller.do(commands.set_parameter, name, value)
    program.step()
    said = []
    for name in ("w1_1_1", "b1_1"):
        program.controller.do(showing.select_weight, name)
        state = program.controller.state
        number = printed(state).text(float(state.descent.moment.theta[0]))
        said.append(number)
        words = [one for one in shapes_on(plot_of(program)) if isinstance(one, Words)]
        runs = [run.text for one in words for run in one.runs]
        assert number in runs
    assert said[0] != said[1]


def test_pointing_reads_the_prediction_and_the_point_that_is_near(start) -> None:
    program = start(line())
    program.step()
    plot, descent = plot_of(program), program.controller.state.descent
    x, y = data_of(program)[6].tolist()
    move(plot, x, y, Qt.MouseButton.NoButton)
    readout = plot.findChild(QLabel, "readout")
    error = descent.lesson.fit.trace(descent.moment.theta).errors[6, 0]
    said = readout.text()
    assert said.startswith("point 7: actual ")
    assert float(said.rpartition("error ")[2].replace("−", "-")) == pytest.approx(error, rel=1e-3)
    move(plot, 1.0, 5.5, Qt.MouseButton.NoButton)
    assert "predicted" in readout.text()
    assert readout.text().startswith("x = 1")


def wide(inputs: int) -> Lesson:
    data = f"inputs = {np.arange(4 * inputs).reshape(4, inputs).tolist()}\ntargets = [1, 2, 3, 4]"
    return lesson(data, f"[{inputs}, 3, 1]", '["tanh", "identity"]', "node_pictures = true")


def test_a_node_that_is_pointed_at_is_seen_large_until_it_is_left(start, qtbot) -> None:
    program = start(of_kind("circle", view="node_pictures = true"))
    program.step()
    plot, network = plot_of(program), program.live.network
    (usual,) = (one for one in shapes_on(plot) if isinstance(one, Image))
    node = next(n for n in network.diagram.nodes if (n.layer, n.index) == (1, 2))
    at = QPointF(node.x, node.y)
    assert node_at(network.picture, at) == (1, 2)
    QTest.mouseMove(network, at.toPoint())
    said = [one.text for one in shapes_on(plot) if isinstance(one, Words)]
    assert any(text.startswith("hidden node 3: ") for text in said)
    (large,) = (one for one in shapes_on(plot) if isinstance(one, Image))
    assert (large.indices != usual.indices).any()
    QApplication.sendEvent(network, QEvent(QEvent.Type.Leave))
    (again,) = (one for one in shapes_on(plot) if isinstance(one, Image))
    assert (again.indices == usual.indices).all()


def test_a_large_network_is_coarse_at_once_and_fine_soon(start, qtbot) -> None:
    data = 'generate = { kind = "circle", points = 40, noise = 0.1, seed = 1 }'
    program = start(lesson(data, "[2, 64, 64, 64, 64, 1]", '"tanh"'))
    qtbot.waitUntil(lambda: program.runner.idle)
    program.step()

    def sizes() -> list[tuple[int, ...]]:
        return [one.indices.shape for one in shapes_on(plot_of(program)) if isinstance(one, Image)]

    assert sizes() == [(21, 21)]
    qtbot.waitUntil(lambda: sizes() == [(101, 101)])


def test_the_tools_offer_what_the_lesson_has(start) -> None:
    program = start(wide(3))
    tools = program.live.fit_tools
    assert [one.isVisibleTo(tools) for one in (*tools.axes, tools.squares)] == [True, True, False]
    tools.axes[0].menu().actions()[2].trigger()
    assert program.controller.state.display.fit.axes(3) == (2, 1)
    tools.axes[0].menu().actions()[1].trigger()
    assert program.controller.state.display.fit.axes(3) == (1, 2)
