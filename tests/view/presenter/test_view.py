"""The presenter: the deck by the clicker alone, letters for the back row, in and out."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.presenter import other_screen
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.library.built_in import LECTURE
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import NETWORK_PANEL
from gd_visualizer.scene.explanation.block import RATE
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.network.hit_test import rect_of
from gd_visualizer.view.stage.targets import rects_of
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.number_editor import NumberEditor
from tests.view.shown import named


@pytest.fixture
def presenting(program, qtbot):
    program.window.setFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_F5)
    assert program.presenting.on
    yield program
    if program.presenting.presenter:
        program.presenting.presenter.close()


def settled(program, qtbot) -> State:
    """After a run has come to its end."""
    qtbot.waitUntil(lambda: not program.controller.running, timeout=20_000)
    return program.controller.state


def test_the_whole_deck_by_pagedown_alone_and_back_by_pageup_alone(program, qtbot) -> None:
    program.opening.open_built_in(LECTURE[0])
    program.presenting.open()
    presenter = program.presenting.presenter
    program.controller.set_speed(float("inf"))
    first = program.controller.state
    lessons, presses = [first.descent.lesson.id], 0
    while lessons[-1] != LECTURE[-1] or not clicker.at_end(program.controller.state):
        before = program.controller.state
        QTest.keyClick(presenter, Qt.Key.Key_PageDown)
        state = settled(program, qtbot)
        assert state is not before
        presses += 1
        if state.descent.lesson.id != lessons[-1]:
            lessons.append(state.descent.lesson.id)
    assert lessons == list(LECTURE)
    beats = sum(len(load(name).beats) for name in LECTURE)
    assert presses == beats + len(LECTURE) - 1
    for _ in range(presses):
        QTest.keyClick(presenter, Qt.Key.Key_PageUp)
    assert program.controller.state.descent.lesson.id == LECTURE[0]
    assert program.controller.state.display == first.display
    assert program.controller.state.progress == first.progress
    assert program.controller.state.descent.phase == first.descent.phase
    presenter.close()


def test_f5_and_esc_lead_out_to_exactly_the_same_state(presenting, qtbot) -> None:
    state = presenting.controller.state
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
        QTest.keyClick(presenting.presenting.presenter, key)
        assert not presenting.presenting.on
        assert presenting.controller.state is state
        presenting.presenting.open()


@pytest.mark.parametrize("key", [Qt.Key.Key_Period, Qt.Key.Key_B])
def test_a_key_blanks_the_screen_and_the_next_press_brings_it_back(presenting, key) -> None:
    presenter = presenting.presenting.presenter
    QTest.keyClick(presenter, key)
    assert presenter.blank
    assert presenter.grab().toImage().pixelColor(100, 100).lightness() == 0
    state = presenting.controller.state
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert not presenter.blank
    assert presenting.controller.state is state


def mouse(view, kind: QEvent.Type, at: QPointF) -> None:
    """One event of the left button."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    there = QPointF(view.mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def test_a_key_that_is_held_down_presses_once(presenting) -> None:
    presenter = presenting.presenting.presenter
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    state = presenting.controller.state
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", True
    )
    QApplication.sendEvent(presenter, held)
    assert presenting.controller.state is state


def test_the_mouse_hides_and_p_makes_it_a_pointer(presenting, qtbot) -> None:
    presenter = presenting.presenting.presenter
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(300, 300),
        QPointF(300, 300),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(presenter, moved)
    qtbot.waitUntil(lambda: presenter.cursor().shape() == Qt.CursorShape.BlankCursor, timeout=4000)
    QTest.keyClick(presenter, Qt.Key.Key_P)
    assert presenter.pointing
    assert presenter.cursor().shape() == Qt.CursorShape.BitmapCursor
    QTest.keyClick(presenter, Qt.Key.Key_P)
    assert presenter.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_press_during_a_run_pauses_it(presenting) -> None:
    presenting.controller.set_speed(1.0)
    presenting.opening.open_built_in("many-steps")
    presenting.controller.run()
    QTest.keyClick(presenting.presenting.presenter, Qt.Key.Key_PageDown)
    assert not presenting.controller.running


def test_the_arrows_take_whole_steps_as_in_the_window(presenting) -> None:
    presenter = presenting.presenting.presenter
    QTest.keyClick(presenter, Qt.Key.Key_Right)
    assert presenting.controller.state.descent.row == 1
    QTest.keyClick(presenter, Qt.Key.Key_Left)
    assert presenting.controller.state.descent.row == 0


def test_a_click_on_a_weight_selects_it(presenting) -> None:
    presenter = presenting.presenting.presenter
    network = presenter.stage.panels.view(NETWORK_PANEL)
    box = QRectF(*rect_of(network.picture.drawing, "w1_2_1"))
    QTest.mouseClick(network, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert presenting.controller.state.display.weight == "w1_2_1"


def test_what_the_class_drags_and_types_reaches_the_lecturer_s_window(presenting) -> None:
    presenter, window = presenting.presenting.presenter, presenting.window
    network = presenter.stage.panels.view(NETWORK_PANEL)
    QTest.mouseClick(network, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    network.setFocus()
    QTest.keyClick(network, Qt.Key.Key_7)
    QTest.keyClick(network.findChild(NumberEditor), Qt.Key.Key_Return)
    assert presenting.controller.state.descent.moment.theta[0] == 7
    for stage in (presenter.stage, window.stage):
        assert "7" in stage.panels.view(NETWORK_PANEL).diagram.edges[0].box.text
        assert stage.sentence == window.stage.sentence


def test_the_rate_in_the_arithmetic_is_dragged_turned_and_typed(presenting) -> None:
    presenting.opening.open_built_in("slope")
    controller = presenting.controller
    controller.do(commands.step)
    arithmetic = presenting.presenting.presenter.stage.arithmetic
    place = QRectF(*rects_of(arithmetic.drawing, RATE)[0]).center()

    def rate() -> float:
        assert controller.state.descent.row == 1
        found = controller.state.descent.settings.rate.value
        assert controller.state.descent.moment.theta[0] == 2 + found * 24
        return found

    mouse(arithmetic, QEvent.Type.MouseButtonPress, place)
    for y in (10, 30, 60):
        mouse(arithmetic, QEvent.Type.MouseMove, place - QPointF(0, y))
    mouse(arithmetic, QEvent.Type.MouseButtonRelease, place - QPointF(0, 60))
    assert rate() == 0.02  # 30 places of a hundred for a power of ten
    controller.undo()
    assert rate() == 0.01
    turn = QWheelEvent(
        place,
        QPointF(arithmetic.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(arithmetic, turn)
    assert rate() < 0.01
    QTest.mouseClick(arithmetic, Qt.MouseButton.LeftButton, pos=place.toPoint())
    editor = arithmetic.findChild(NumberEditor)
    before = rate()
    QTest.keyClick(editor, Qt.Key.Key_Up)
    assert rate() > before
    QTest.keyClicks(editor, "1/9")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert controller.state.descent.settings.rate.text == "1/9"
    assert not editor.isVisible()


def test_a_click_leaves_no_frame_on_the_class_s_screen_and_tab_does(presenting) -> None:
    stage = presenting.presenting.presenter.stage
    seen = [stage.arithmetic, *(stage.panels.view(panel) for panel in stage.shown)]
    for view in (one for one in seen if one.focusPolicy() & Qt.FocusPolicy.TabFocus):
        framed = []
        for reason in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            stage.window().setFocus()
            view.setFocus(reason)
            edge = view.grab().toImage().pixelColor(view.width() // 2, 0).name()
            framed.append(edge == palette().action.lower())
        assert framed == [False, True], view.accessibleName()


def test_the_mouse_brings_the_pictures_controls_and_takes_them_along(presenting, qtbot) -> None:
    stage = presenting.presenting.presenter.stage
    map_button = named(stage, Button, "Map")
    assert not map_button.isVisible()
    network = stage.panels.view(NETWORK_PANEL)
    qtbot.mouseMove(network, QPoint(20, 20))
    assert map_button.isVisible()
    qtbot.waitUntil(lambda: not map_button.isVisible(), timeout=4000)


def test_the_class_sees_the_other_screen_and_losing_it_leaves_the_lecturer_s(presenting) -> None:
    class Screen:
        pass

    desk, class_room = Screen(), Screen()
    assert other_screen(desk, [desk, class_room]) is class_room
    assert other_screen(desk, [desk]) is None
    state = presenting.controller.state
    QGuiApplication.instance().screenRemoved.emit(presenting.presenting.presenter.screen())
    assert not presenting.presenting.on
    assert presenting.window.isVisible()
    assert presenting.controller.state is state


def test_undo_and_redo_work_before_a_class_too(presenting, qtbot) -> None:
    controller, presenter = presenting.controller, presenting.presenting.presenter
    controller.do(commands.set_parameter, "w1_1_1", 3.0)
    qtbot.waitUntil(presenter.isActiveWindow)
    qtbot.keyClick(presenter, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert controller.state.descent.moment.theta[0] == 1
    qtbot.keyClick(presenter, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert controller.state.descent.moment.theta[0] == 3
