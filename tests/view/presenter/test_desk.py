"""The lecturer's desk, while the class sees the stage on a screen of its own."""

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.lesson.library.built_in import BUILT_IN, LECTURE
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import NETWORK
from gd_visualizer.view.stage.view import StageView
from gd_visualizer.view.window.desk import Desk
from tests.view.shown import words_of


@pytest.fixture
def second_screen(monkeypatch) -> None:
    """The lecturer's own screen stands for another one: tests have only one."""
    monkeypatch.setattr("gd_visualizer.app.presenter.other_screen", lambda own, _screens: own)


@pytest.fixture
def presenting(second_screen, program):
    program.presenting.open()
    yield program
    program.presenting.close()


def place_of_everything(program) -> list[object]:
    """Where window, stage and transport are, and what the stage shows."""
    window = program.window
    parts = (window, window.stage, window.transport, window.rail)
    return [*(part.geometry() for part in parts), window.stage.rooms, window.stage.shown]


def cut(desk: Desk) -> list[str]:
    """Texts that leave the room that they have, or scroll though they are no longer than ours."""
    found = []
    for reading in (desk.press, desk.notes):
        drawing = reading.drawing
        wide = [
            sum(width_of(run.text, line.size, run.weight or "regular") for run in line.runs)
            for line in words_of(drawing.shapes)
        ]
        if drawing.frame.height > reading.height() or max(wide, default=0) > reading.width():
            found.append(reading.text)
    return found


def test_the_lecturer_reads_what_comes_next_and_the_notes_of_what_is_on(presenting) -> None:
    desk, beats = presenting.presenting.desk, load("two-inputs").beats
    assert desk.press.text == f"Next: {beats[0].text}"
    assert desk.notes.text == ""
    for beat, after in zip(beats, (*beats[1:], None), strict=True):
        presenting.window.wishes.next()
        assert desk.notes.text == beat.notes
        assert desk.press.text == f"Next: {after.text if after else 'the next lesson'}"
    presenting.controller.do(commands.set_parameter, "w1_1_1", 7.0)
    assert desk.notes.text == beats[-1].notes


def test_a_lower_window_leaves_the_desk_less(second_screen, start) -> None:
    program = start("dark-field", (1280, 800))
    program.presenting.open()
    high = program.presenting.desk.height()
    program.window.resize(1280, 600)
    QApplication.processEvents()
    assert program.presenting.desk.height() < high
    assert cut(program.presenting.desk) == []


def test_after_the_last_lesson_nothing_is_promised(second_screen, start) -> None:
    program = start(LECTURE[-1])
    program.presenting.open()
    program.controller.set_speed(float("inf"))
    for _ in program.controller.state.descent.lesson.beats:
        program.window.wishes.next()
    assert program.presenting.desk.press.text == ""


def test_the_desk_is_there_only_beside_a_second_screen_and_takes_nothing_along(
    second_screen, program
) -> None:
    before = place_of_everything(program)
    program.presenting.open()
    QApplication.processEvents()
    desk = program.presenting.desk
    assert desk.isVisible()
    assert program.window.stage.geometry().bottom() < desk.geometry().top()
    assert desk.geometry().bottom() < program.window.transport.geometry().top()
    assert program.window.stage.shown == before[-1]
    program.presenting.close()
    QApplication.processEvents()
    assert program.presenting.desk is None
    after = place_of_everything(program)
    assert after[:4] == before[:4]
    assert after[4].pictures == before[4].pictures


def test_on_one_screen_f5_leaves_the_window_as_it_is(program) -> None:
    before = place_of_everything(program)
    program.presenting.open()
    QApplication.processEvents()
    assert program.presenting.desk is None
    assert place_of_everything(program) == before
    program.presenting.close()


def test_window_and_class_are_in_step_whichever_is_used(presenting) -> None:
    window, presenter = presenting.window, presenting.presenting.presenter
    stages = (window.stage, presenter.stage)

    def shown(stage: StageView) -> tuple[str, list[str]]:
        edges = stage.panels.view(NETWORK.panel).diagram.edges
        return stage.sentence, [edge.box.text.split(" = ")[-1] for edge in edges if edge.box]

    for act in (
        window.wishes.next,
        lambda: QTest.keyClick(presenter, Qt.Key.Key_PageDown),
        lambda: QTest.keyClick(presenter, Qt.Key.Key_Right),
        window.wishes.step,
        lambda: window.wishes.drag({"w1_1_1": 5.0}),
        window.wishes.drop,
        window.wishes.take_back,
    ):
        before = presenting.controller.state
        act()
        assert presenting.controller.state is not before
        there, here = map(shown, stages)
        assert there == here


def test_the_clock_tells_both_times_and_runs_only_while_it_is_seen(qtbot) -> None:
    time = [datetime(2026, 3, 29, 1, 59, 30, tzinfo=timezone(timedelta(hours=1)))]
    desk = Desk(now=lambda: time[0])
    qtbot.addWidget(desk)
    timer = desk.findChild(QTimer)
    desk.tell_time()
    assert desk.clock.text() == "0:00 since F5 · 01:59"
    assert not timer.isActive()
    desk.show()
    assert timer.isActive()
    for passed, words in ((425, "7:05 since F5 · 02:06"), (3600, "1:07:05 since F5 · 03:06")):
        time[0] += timedelta(seconds=passed)
        timer.timeout.emit()
        assert desk.clock.text() == words
        assert timer.isActive()
    desk.hide()
    assert not timer.isActive()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_is_cut_and_nothing_moves_within_a_lesson(
    second_screen, start, size, scale
) -> None:
    program = start(BUILT_IN[0], size)
    program.appearance.set_scale(scale)
    program.presenting.open()
    program.controller.set_speed(float("inf"))
    desk, most = program.presenting.desk, 0.25 * size[1]
    for name in BUILT_IN:
        program.opening.open_built_in(name)
        QApplication.processEvents()
        place = desk.geometry()
        assert place.height() <= most
        for _ in range(len(load(name).beats) + 1):
            assert cut(desk) == []
            assert desk.geometry() == place
            program.window.wishes.next()


def test_notes_too_long_for_any_letters_scroll_and_are_reached_by_keys(
    second_screen, start, tmp_path
) -> None:
    file = tmp_path / "long.toml"
    said = "Wait for hands and then for reasons. " * 50
    beat = f'[[beat]]\ndo = ["none"]\ntext = "One."\nnotes = "{said}"\n'
    network = "[network]\nlayers = [1, 1]\n[data]\ninputs = [[3]]\ntargets = [10]\n"
    start_at = "[start]\nweights = [[[2]]]\n"
    file.write_text(f'format = 1\ntitle = "Long"\n{network}{start_at}{beat}', encoding="utf-8")
    program = start("slope", (900, 600))
    program.opening.open_path(str(file))
    program.presenting.open()
    program.window.wishes.next()
    QApplication.processEvents()
    notes = program.presenting.desk.notes
    assert notes.text == said.strip()
    assert min(line.size for line in words_of(notes.drawing.shapes)) >= 12
    bar = notes.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(200):
        QTest.keyClick(notes, Qt.Key.Key_Down)
    assert bar.value() == bar.maximum()
    assert notes.widget().height() - bar.value() <= notes.viewport().height()
