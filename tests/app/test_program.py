"""The real window with real keys and clicks, one command at a time."""

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSlider,
)

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.pictures import (
    CURVE_PANEL,
    NETWORK_PANEL,
    PANELS,
    POINTS_PANEL,
    SURFACE_PANEL,
)
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.scene.points import screen as points_screen
from gd_visualizer.view.network import view as network_view
from tests.descent.lessons import make
from tests.view.asked import Asked, recorded
from tests.view.shown import named, place_of, row_of, show


def texts(program: Program, row: int = 0) -> list[str]:
    """What the points' picture says of a point, from 0."""
    return row_of(program.live.points, row)


def theta(program: Program) -> np.ndarray:
    return program.controller.state.descent.moment.theta


def box_of(program: Program, name: str) -> QPoint:
    picture = program.live.network.diagram
    edge = next(e for e in picture.edges if e.name == name)
    return QPoint(round(edge.box.x), round(edge.box.y))


def test_the_right_arrow_steps_and_the_left_one_goes_back(qtbot, program) -> None:
    program.window.setFocus()
    show(program, NETWORK_PANEL, POINTS_PANEL)
    assert texts(program) == ["1", "3, 4", "6"]  # nothing is computed yet
    qtbot.keyClick(program.window, Qt.Key.Key_Right)
    np.testing.assert_allclose(theta(program), [0.7, 1.6])
    assert texts(program) == ["1", "3, 4", "8.5", "6", "2.5", "6.25"]
    qtbot.keyClick(program.window, Qt.Key.Key_Left)
    assert texts(program)[2] == "11"


def test_the_step_button_is_the_same_as_the_key(qtbot, program) -> None:
    button, stage = named(program.window, QPushButton, "Step"), program.window.stage
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert program.controller.state.descent.row == 1
    beat = "Both weights move together: from [1 2] to [0.7 1.6]."
    assert stage.sentence == beat  # the beat's state
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "fell from 6.25 to 1.5625; the weights went from [0.7  1.6] to" in stage.sentence


def test_a_weight_is_typed_in_its_box_and_escape_leaves_it(qtbot, program) -> None:
    network = program.live.network
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
    network, controller = program.live.network, program.controller
    controller.do(commands.step)
    before = theta(program).copy()
    place = box_of(program, "w1_2_1")
    qtbot.mousePress(network, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(network, place - QPoint(0, 50))
    assert controller.state.descent.provisional is not None
    qtbot.mouseRelease(network, Qt.MouseButton.LeftButton, pos=place - QPoint(0, 50))
    assert (controller.state.descent.row, controller.state.descent.timeline.length) == (0, 1)
    assert theta(program)[1] == pytest.approx(before[1] + 1)
    controller.do(commands.back)
    np.testing.assert_array_equal(theta(program), before)


def test_a_learning_rate_is_typed_as_a_fraction_and_nonsense_is_refused_in_place(
    qtbot, program
) -> None:
    field = named(program.window, QLineEdit, "Learning rate")
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
    assert "Flat here" in program.window.stage.sentence


def test_ctrl_z_brings_back_what_a_reset_took_away(qtbot, program) -> None:
    program.controller.do(commands.step)
    program.controller.do(commands.step)
    kept = program.controller.state
    qtbot.keyClick(program.window, Qt.Key.Key_Home)
    assert program.controller.state.descent.timeline.length == 1
    qtbot.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.controller.state is kept


def test_every_lesson_shows_its_pictures_and_steps_without_a_word_from_qt(qtbot, program) -> None:
    for lesson in BUILT_IN:
        program.opening.open_built_in(lesson)
        view = program.controller.state.descent.lesson.view
        for panel in PANELS:
            assert program.window.stage.panels.view(panel).isVisible() == (panel in view.panels), (
                lesson
            )
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Left):
            qtbot.keyClick(program.window, key)
        qtbot.waitUntil(lambda: program.live.feed.idle)
        if SURFACE_PANEL in view.panels:
            assert program.live.surface.surface_slice is not None, lesson


def test_obeying_never_asks(monkeypatch, start) -> None:
    asked: Asked = []
    monkeypatch.setattr(Program, "wishes", lambda _program: recorded(asked))
    program = start("two-inputs")
    QTest.mouseClick(program.live.curve_tools.keep, Qt.MouseButton.LeftButton)
    assert asked.pop() == ("keep_run",)
    for name in BUILT_IN:
        program.opening.open_built_in(name)
        program.controller.do(commands.step)
        program.controller.do(commands.back)
    assert asked == []


def test_space_presses_a_focused_button_and_runs_where_no_control_has_the_focus(
    qtbot, program
) -> None:
    button = named(program.window, QPushButton, "Step")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert (program.controller.state.descent.row, program.controller.running) == (1, False)
    program.window.setFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_Space)
    assert program.controller.running


def test_arrows_in_the_speed_slider_move_the_slider_and_take_no_step(qtbot, program) -> None:
    speed = named(program.window, QSlider, "Speed")
    before = speed.value()
    speed.setFocus()
    qtbot.keyClick(speed, Qt.Key.Key_Right)
    assert (speed.value(), program.controller.state.descent.row) == (before + 1, 0)


def test_a_point_is_chosen_by_its_row(qtbot, program) -> None:
    program.opening.open_built_in("many-points")
    points = program.live.points
    qtbot.mouseClick(points, Qt.MouseButton.LeftButton, pos=place_of(points, 2))
    assert program.controller.state.display.point == 2
    assert program.live.network.diagram.nodes[0].text == "3"


def test_after_a_click_on_a_lesson_the_keys_still_step_run_and_reset(qtbot, program) -> None:
    qtbot.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    lessons = program.window.lessons.findChild(QListWidget)
    place = lessons.visualItemRect(lessons.item(10)).center()
    qtbot.mouseClick(lessons.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert program.controller.state.descent.lesson.id == "many-steps"
    focused = program.window.focusWidget()
    qtbot.keyClick(focused, Qt.Key.Key_Right)
    assert program.controller.state.descent.row == 1
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert program.controller.running
    qtbot.keyClick(focused, Qt.Key.Key_Home)
    assert (program.controller.running, program.controller.state.descent.row) == (False, 0)
    assert program.controller.state.descent.lesson.id == "many-steps"
    qtbot.keyClick(focused, Qt.Key.Key_Down)
    assert program.controller.state.descent.lesson.id == "through-a-layer"


def test_enter_in_the_rate_gives_the_keys_back(qtbot, program) -> None:
    field = named(program.window, QLineEdit, "Learning rate")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0,02")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert program.controller.state.descent.settings.rate.text == "0.02"
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Right)
    assert program.controller.state.descent.row == 1


def test_a_clicker_s_page_keys_work_from_every_focused_control(qtbot, program) -> None:
    program.opening.open_built_in("slope")
    for control in (
        program.window.lessons.findChild(QListWidget),
        program.live.network,
        program.live.surface.plot,
    ):
        control.setFocus()
        qtbot.keyClick(control, Qt.Key.Key_PageDown)
    assert program.controller.state.descent.phase == 3
    qtbot.keyClick(program.window, Qt.Key.Key_PageUp)
    assert program.controller.state.descent.phase == 2


def test_every_control_has_a_name_a_tip_and_is_reached_by_tab(qtbot, program) -> None:
    program.opening.open_built_in("many-steps")
    show(program, NETWORK_PANEL, POINTS_PANEL, SURFACE_PANEL, CURVE_PANEL)
    controls = [
        w
        for kind in (QAbstractButton, QComboBox, QLineEdit, QSlider)
        for w in program.window.findChildren(kind)
        if w.isVisible() and w.isEnabled()
    ]
    assert len(controls) > 12
    assert [w for w in controls if not w.accessibleName()] == []
    assert [w.accessibleName() for w in controls if not w.toolTip()] == []
    assert [
        w.accessibleName() for w in controls if not w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ] == []
    program.window.setFocus()
    reached = set()
    for _ in range(120):
        qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(program.window.focusWidget())
    assert [w.accessibleName() for w in set(controls) - reached] == []
    live = program.live
    assert {live.network, live.points, live.surface.plot, live.curve.plot} <= reached
    assert program.controller.state.display.point == 0


def test_a_rate_at_which_the_loss_stays_is_told_as_that(qtbot, start) -> None:
    program = start("learning-rate")
    program.controller.do(commands.set_learning_rate, typed_rate("1/9"))
    program.controller.do(commands.set_parameter, "w1_1_1", 14 / 3)
    for step in range(1, 5):
        program.controller.do(commands.step)
        assert program.window.stage.sentence.startswith(f"After step {step} the loss is still 16")


def test_a_mouse_that_comes_back_without_its_button_ends_the_drag(qtbot, program) -> None:
    network, place = program.live.network, box_of(program, "w1_1_1")
    qtbot.mousePress(network, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(network, place - QPoint(0, 40))
    released = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place - QPoint(0, 80)),
        QPointF(network.mapToGlobal(place - QPoint(0, 80))),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(network, released)
    assert program.controller.state.descent.provisional is None
    assert theta(program)[0] == pytest.approx(1.8)
    qtbot.mouseRelease(network, Qt.MouseButton.LeftButton, pos=place)


def test_one_view_that_fails_leaves_the_others_right(qtbot, program, monkeypatch) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("broken")

    show(program, NETWORK_PANEL, POINTS_PANEL)
    monkeypatch.setattr(network_view, "shown_diagram", broken)
    with qtbot.captureExceptions() as caught:
        program.controller.do(commands.step)
    assert [str(error) for _kind, error, _trace in caught] == ["broken"]
    assert texts(program)[2] == "8.5"
    assert "[0.7 1.6]" in program.window.stage.sentence


if sys.version_info < (3, 12):  # from which on None is never counted

    def test_painting_and_keys_do_not_use_up_none(qtbot, program) -> None:
        """PySide6 6.12 ends the process on Python 3.11 after some thousand paints."""
        before = sys.getrefcount(None)
        for k in range(300):  # three paints and a key each, which would take one None away each
            key = Qt.Key.Key_Right if k % 2 else Qt.Key.Key_Left
            qtbot.keyClick(program.window, key)
            program.live.network.repaint()
            program.live.curve.plot.viewport().repaint()
        assert sys.getrefcount(None) > before - 100


def test_a_hundred_thousand_points_cost_the_table_nothing_unseen(start, monkeypatch) -> None:
    X = np.linspace(-1, 1, 100_000)[:, None]
    program = start(make((1, 1), X, 2 * X, np.array([0.5])))
    show(program, POINTS_PANEL)
    asked, make_texts = [], points_screen.point_texts
    monkeypatch.setattr(
        points_screen,
        "point_texts",
        lambda descent, rows, *more: asked.append(len(rows)) or make_texts(descent, rows, *more),
    )
    program.controller.do(commands.step)
    program.live.points.grab()
    assert 0 < sum(asked) < 100
    program.controller.do(showing.select_point, 99_999)
    assert texts(program, 99_999)[0] == "100,000"


def test_the_frame_needs_neither_numpy_nor_pyqtgraph() -> None:
    code = (
        "import sys, gd_visualizer.app.start;"
        "assert not {'numpy', 'msgspec', 'pyqtgraph', 'matplotlib'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
