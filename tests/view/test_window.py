"""The real window with real keys and clicks, one command at a time."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView

from gd_visualizer.lesson.built_in import BUILT_IN
from gd_visualizer.program import Program
from gd_visualizer.view.foot import Foot
from gd_visualizer.view.rate_control import RateControl
from gd_visualizer.view.toolbar import Toolbar


def texts(program: Program, row: int = 0) -> list[str]:
    model = program.window.points.findChild(QTableView).model()
    return [model.data(model.index(row, c), Qt.ItemDataRole.DisplayRole) for c in range(6)]


def theta(program: Program) -> np.ndarray:
    return program.controller.state.descent.moment.theta


def box_of(program: Program, name: str) -> QPoint:
    picture = program.window.network._diagram
    edge = next(e for e in picture.edges if e.name == name)
    return QPoint(round(edge.box.x), round(edge.box.y))


def test_the_right_arrow_steps_and_the_left_one_goes_back(qtbot, program) -> None:
    program.window.setFocus()
    assert texts(program) == ["1", "3, 4", "11", "6", "5", "25"]
    qtbot.keyClick(program.window, Qt.Key.Key_Right)
    np.testing.assert_allclose(theta(program), [0.7, 1.6])
    assert texts(program) == ["1", "3, 4", "8.5", "6", "2.5", "6.25"]
    qtbot.keyClick(program.window, Qt.Key.Key_Left)
    assert texts(program)[2] == "11"


def test_the_step_button_is_the_same_as_the_key(qtbot, program) -> None:
    button = next(
        b for b in program.window.findChildren(QPushButton) if b.objectName() == "primary"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert program.controller.state.descent.row == 1
    assert "fell from 25 to 6.25" in program.window.findChild(Foot).text


def test_a_weight_is_typed_in_its_box_and_escape_leaves_it(qtbot, program) -> None:
    network = program.window.network
    for keys, expected in (("5\x1b", 1.0), ("-2.5\r", -2.5)):
        qtbot.mouseClick(network, Qt.MouseButton.LeftButton, pos=box_of(program, "w1_1_1"))
        editor = network.findChild(QLineEdit)
        assert editor.isVisible()
        qtbot.keyClicks(editor, keys[:-1])
        key = Qt.Key.Key_Escape if keys[-1] == "\x1b" else Qt.Key.Key_Return
        qtbot.keyClick(editor, key)
        assert not editor.isVisible()
        assert theta(program)[0] == expected
    qtbot.mouseClick(network, Qt.MouseButton.LeftButton, pos=box_of(program, "w1_1_1"))
    qtbot.keyClicks(network.findChild(QLineEdit), "nonsense")
    qtbot.keyClick(network.findChild(QLineEdit), Qt.Key.Key_Return)
    assert network.findChild(QLineEdit).isVisible()
    assert theta(program)[0] == -2.5


def test_a_weight_is_dragged_up_and_back_returns_to_before_the_drag(qtbot, program) -> None:
    network, controller = program.window.network, program.controller
    controller.step()
    before = theta(program).copy()
    place = box_of(program, "w1_2_1")
    qtbot.mousePress(network, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(network, place - QPoint(0, 50))
    assert controller.state.descent.provisional is not None
    qtbot.mouseRelease(network, Qt.MouseButton.LeftButton, pos=place - QPoint(0, 50))
    assert (controller.state.descent.row, controller.state.descent.timeline.length) == (0, 1)
    assert theta(program)[1] == pytest.approx(before[1] + 1)
    controller.back()
    np.testing.assert_array_equal(theta(program), before)


def test_a_learning_rate_is_typed_as_a_fraction_and_nonsense_is_refused_in_place(
    qtbot, program
) -> None:
    field = program.window.findChild(RateControl)._field
    field.selectAll()
    qtbot.keyClicks(field, "1/50")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert program.controller.state.descent.settings.rate.text == "1/50"
    field.selectAll()
    qtbot.keyClicks(field, "fast")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert program.controller.state.descent.settings.rate.text == "1/50"
    assert "expected a number above 0" in field.toolTip()


def test_run_goes_on_by_itself_and_stops_where_it_is_flat(qtbot, program) -> None:
    program.controller.set_speed(float("inf"))
    qtbot.keyClick(program.window, Qt.Key.Key_R)
    assert program.controller.running
    qtbot.waitUntil(lambda: not program.controller.running)
    assert program.controller.state.descent.ended.kind == "flat"
    assert "Flat here" in program.window.findChild(Foot).text


def test_ctrl_z_brings_back_what_a_reset_took_away(qtbot, program) -> None:
    program.controller.step()
    program.controller.step()
    kept = program.controller.state
    qtbot.keyClick(program.window, Qt.Key.Key_Home)
    assert program.controller.state.descent.timeline.length == 1
    qtbot.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.controller.state is kept


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_every_lesson_shows_its_cards_and_steps_without_a_word_from_qt(
    qtbot, program, lesson
) -> None:
    program._open_built_in(lesson)
    view = program.controller.state.descent.lesson.view
    for name, card in program.window.cards.items():
        assert card.isVisible() == (name in view.cards)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Left):
        qtbot.keyClick(program.window, key)
    qtbot.waitUntil(lambda: program.feed.idle)
    if "surface" in view.cards:
        assert program.surface.ground is not None


def test_obeying_never_asks(program) -> None:
    asked: list[object] = []
    window = program.window
    for signal in (
        window.toolbar.learning_rate_edited,
        window.toolbar.optimizer_selected,
        window.toolbar.speed_changed,
        window.foot.row_requested,
        window.lessons.lesson_requested,
        window.network.weight_selected,
        window.points.point_selected,
        program.surface.point_dragged,
        program.curve.row_requested,
    ):
        signal.connect(lambda *words: asked.append(words))
    for name in BUILT_IN:
        program._open_built_in(name)
        program.controller.step()
        program.controller.back()
    assert asked == []


def test_space_presses_a_focused_button_and_runs_where_no_control_has_the_focus(
    qtbot, program
) -> None:
    button = next(
        b for b in program.window.findChildren(QPushButton) if b.objectName() == "primary"
    )
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert (program.controller.state.descent.row, program.controller.running) == (1, False)
    program.window.setFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_Space)
    assert program.controller.running


def test_arrows_in_the_speed_slider_move_the_slider_and_take_no_step(qtbot, program) -> None:
    speed = program.window.findChild(Toolbar)._speed
    before = speed.value()
    speed.setFocus()
    qtbot.keyClick(speed, Qt.Key.Key_Right)
    assert (speed.value(), program.controller.state.descent.row) == (before + 1, 0)


def test_a_point_is_chosen_by_its_row(qtbot, program) -> None:
    program._open_built_in("many-points")
    table = program.window.points.findChild(QTableView)
    place = table.visualRect(table.model().index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert program.controller.state.display.point == 2
    assert program.window.network._diagram.nodes[0].text == "3"
