"""The presenter: the deck by the clicker alone, letters for the back row, in and out."""

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.presenter import other_screen
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.network.picture import network_picture
from gd_visualizer.scene.surface.slice import slice_picture
from gd_visualizer.view.explanation import items as explanation_items
from gd_visualizer.view.explanation.chips import ReservedWidths
from gd_visualizer.view.look import style
from gd_visualizer.view.network.hit_test import rect_of
from gd_visualizer.view.paint.drawing import paint_drawing
from gd_visualizer.view.presenter import view as presenter_view
from gd_visualizer.view.presenter.layout import stage
from gd_visualizer.view.presenter.view import Presenter
from gd_visualizer.view.wishes import UNHEARD
from tests.view.shown import words_of

SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]


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
    program.opening.open_built_in(BUILT_IN[0])
    program.presenting.open()
    presenter = program.presenting.presenter
    program.controller.set_speed(float("inf"))
    first = program.controller.state
    lessons, presses = [first.descent.lesson.id], 0
    while lessons[-1] != BUILT_IN[-1] or not clicker.at_end(program.controller.state):
        before = program.controller.state
        QTest.keyClick(presenter, Qt.Key.Key_PageDown)
        state = settled(program, qtbot)
        assert state is not before
        presses += 1
        if state.descent.lesson.id != lessons[-1]:
            lessons.append(state.descent.lesson.id)
    assert lessons == list(BUILT_IN)
    beats = sum(len(load(name).beats) for name in BUILT_IN)
    assert presses == beats + len(BUILT_IN) - 1
    for _ in range(presses):
        QTest.keyClick(presenter, Qt.Key.Key_PageUp)
    assert program.controller.state.descent.lesson.id == BUILT_IN[0]
    assert program.controller.state.display == first.display
    assert program.controller.state.progress == first.progress
    assert program.controller.state.descent.phase == first.descent.phase
    presenter.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_everything_can_be_read_from_the_back_row(size, qtbot, monkeypatch) -> None:
    width, height = size
    painted: list[float] = []
    values: list[float] = []  # of the nodes, and the errors

    def recording(made, weight=style.QFont.Weight.Normal):
        painted.append(made)
        return style.exact_font(made, weight)

    def painting(painter, drawing, *more):
        found = [words for words in words_of(drawing.shapes) if words.text]
        # Around the lantern rather a smaller number than none.
        painted.extend(words.size for words in found if words.name != "direction")
        values.extend(words.size for words in found if words.weight == "bold")
        paint_drawing(painter, drawing, *more)

    monkeypatch.setattr(explanation_items, "exact_font", recording)
    monkeypatch.setattr(presenter_view, "paint_drawing", painting)
    presenter = Presenter(UNHEARD, {})
    qtbot.addWidget(presenter)
    presenter.resize(width, height)
    for lesson in BUILT_IN:
        state = open_lesson(load(lesson))
        while True:
            painted.clear()
            values.clear()
            presenter.sync(state, None)
            if state.descent.lesson.view.descends:
                presenter.show_slice(slice_picture(state.descent, state.section, size=41))
            presenter.grab()
            made = stage(state, width, height, ReservedWidths())
            assert min(painted) >= height / 30 - 0.5, (lesson, state.progress.beat)
            bold = style.QFont.Weight.Bold
            keys = values + [i.size for i in made.items if i.target and i.weight == bold]
            assert min(keys, default=height) >= height / 20 - 0.5, (lesson, state.progress.beat)
            for item in made.items:
                assert item.rect.left() >= -1, (lesson, item)
                assert item.rect.right() <= width + 1, (lesson, item)
                assert item.rect.bottom() <= height + 1, (lesson, item)
            if clicker.at_end(state):
                break
            state = clicker.forward(state)


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
    made = presenter.stage
    room, em = made.network, round(made.sizes.small)
    frame = Frame(room.width(), room.height(), em, Audience.CLASS)
    drawing = network_picture(presenting.controller.state, frame).drawing
    place = room.topLeft() + QRectF(*rect_of(drawing, "w1_2_1")).center()
    QTest.mouseClick(presenter, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert presenting.controller.state.display.weight == "w1_2_1"


def test_the_lecturer_s_window_shows_what_comes_next(presenting) -> None:
    status_bar = presenting.window.status_bar
    assert status_bar.next_text == "Next: 3 × 1 + 4 × 2 = 11."
    presenting.presenting.presenter.close()
    assert status_bar.next_text == ""


def test_the_class_sees_the_other_screen_and_losing_it_leaves_the_lecturer_s(presenting) -> None:
    class Screen:
        pass

    card_area, class_room = Screen(), Screen()
    assert other_screen(card_area, [card_area, class_room]) is class_room
    assert other_screen(card_area, [card_area]) is None
    state = presenting.controller.state
    QGuiApplication.instance().screenRemoved.emit(presenting.presenting.presenter.screen())
    assert not presenting.presenting.on
    assert presenting.window.isVisible()
    assert presenting.controller.state is state


@pytest.mark.parametrize("size", [(800, 800), (1080, 1920), (300, 800), (640, 480)])
def test_other_screens_are_laid_out_without_complaint(size, qtbot) -> None:
    for lesson in BUILT_IN:
        state = open_lesson(load(lesson))
        while not clicker.at_end(state):
            state = clicker.forward(state)
            made = stage(state, *size, ReservedWidths())
            assert not made.network.isEmpty() or not made.plot.isEmpty()


def test_off_the_script_the_class_reads_what_is_there(qtbot) -> None:
    state = clicker.forward(open_lesson(load("two-inputs")))
    for moved, text in (
        (state, "3 × 1 + 4 × 2 = 11."),
        (commands.step(state, 2), "After step 2 the loss fell from 6.25 to"),
        (commands.drop(commands.drag(state, {"w1_1_1": 3.0})), "A new start with your weights"),
    ):
        made = stage(moved, 1280, 720, ReservedWidths())
        assert text in " ".join(item.text for item in made.items)
        assert max(item.rect.bottom() for item in made.items) <= 720
