"""Beats of very many steps: seen as runs, never waited for."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.lesson.beats import Beat, Reset, Run, SetRate, Step
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.rate import learning_rate
from tests.descent.lessons import tanh_network

MILLION = 1_000_000


def taught(*beats: Beat) -> Lesson:
    return replace(tanh_network(rate=1e-6), beats=beats)


def row(program) -> int:
    return program.controller.state.descent.row


@pytest.mark.parametrize(
    "stop",
    [Controller.pause, Controller.press_back, Controller.leave, lambda c: c.do(commands.back)],
)
def test_a_beat_of_a_million_steps_is_seen_and_can_be_stopped(qtbot, start, stop) -> None:
    program = start(taught(Beat((Step(MILLION),), "a million")))
    seen: list[int] = []
    program.controller.changed.connect(lambda new, _old: seen.append(new.descent.row))
    program.controller.press()
    assert program.controller.running
    qtbot.waitUntil(lambda: len(set(seen)) > 3)
    assert 0 < row(program) < MILLION
    stop(program.controller)
    assert not program.controller.running
    assert row(program) < MILLION


def test_pausing_a_run_that_is_hurried_loses_no_step(qtbot, start) -> None:
    program = start(taught(Beat((Step(MILLION),), "a million")))
    program.controller.press()
    program.controller.press()
    qtbot.waitUntil(lambda: program.controller.row_ahead is not None)
    ahead = program.controller.row_ahead
    assert ahead > row(program)
    program.controller.pause()
    assert row(program) == ahead


def test_what_follows_a_long_run_in_its_beat_is_done_when_it_has_ended(qtbot, start) -> None:
    rate = learning_rate(0.5)
    beat = Beat((Step(4000), SetRate(rate), Run(), Reset()), "all of it")
    program = start(taught(beat))
    rows: list[int] = []
    program.controller.changed.connect(lambda new, _old: rows.append(new.descent.row))
    program.controller.press()
    assert program.controller.running
    assert program.controller.state.descent.settings.rate.value == 1e-6
    program.controller.press()
    assert program.controller.running
    qtbot.waitUntil(lambda: not program.controller.running, timeout=60_000)
    assert row(program) == 0
    assert 4000 in rows
    assert max(rows) > 4000
    assert program.controller.state.progress.beat == 1
    assert program.controller.state.descent.settings.rate == rate


def test_next_finishes_a_long_beat_while_the_window_lives(qtbot, start) -> None:
    program = start(taught(Beat((Step(20_000),), "twenty thousand")))
    rows: list[int] = []
    program.controller.changed.connect(lambda new, _old: rows.append(new.descent.row))
    qtbot.keyClick(program.window, Qt.Key.Key_PageDown)
    qtbot.keyClick(program.window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: not program.controller.running, timeout=60_000)
    assert row(program) == 20_000
    assert len(set(rows)) > 3
    assert program.controller.state.progress.beat == 1
