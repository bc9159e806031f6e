"""During a fast run numbers and words take turns; every other change is told at once."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from gd_visualizer.app import update_scheduler as update_scheduler
from gd_visualizer.app.program import Program
from gd_visualizer.control.run_timer import RunTimer
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.pictures import NETWORK_PANEL, POINTS_PANEL
from tests.view.shown import row_of, show


@pytest.fixture
def program(start, monkeypatch) -> Program:  # type: ignore[no-untyped-def]
    """A long descent, run as fast as ticks are given; no group gets late on a slow machine."""
    monkeypatch.setattr(update_scheduler, "_PAUSE", 10**6)
    program: Program = start("many-steps")
    program.controller.set_speed(60.0)
    return program


def told_to(program: Program) -> list[list[State]]:
    """What each group is told from now on."""
    found: list[list[State]] = [[] for _ in program.update_scheduler.by_turns]
    for group, states in zip(program.update_scheduler.by_turns, found, strict=True):
        group.parts.append(lambda new, _old, states=states: states.append(new))
    return found


def texts(program: Program) -> list[str]:
    return row_of(program.live.points, 0)


def test_every_tick_of_a_run_tells_one_group_and_the_end_tells_all(program) -> None:
    told, seen = told_to(program), Counter[int]()
    groups = len(told)
    program.controller.run()
    for tick in range(2, 2 * groups + 1):
        program.controller.findChild(RunTimer).tick()
        assert sum(map(len, told)) == tick
    assert [len(states) for states in told] == [2] * groups
    last = program.controller.state
    program.controller.pause()
    for states in told:
        assert states[-1] is last
        seen[len(states)] += 1
    assert seen == {2: 1, 3: groups - 1}  # the last tick's group knew already


def test_old_is_what_the_group_has_seen_last(program) -> None:
    pairs: list[tuple[State, State]] = []
    program.update_scheduler.by_turns[0].parts.append(lambda new, old: pairs.append((new, old)))
    program.controller.run()
    for _ in range(3 * len(program.update_scheduler.by_turns)):
        program.controller.findChild(RunTimer).tick()
    program.controller.pause()
    assert len(pairs) >= 3
    assert all(pair[1] is before[0] for before, pair in pairwise(pairs))


def test_without_a_run_a_key_changes_every_number_at_once(program) -> None:
    show(program, NETWORK_PANEL, POINTS_PANEL)
    before, told = texts(program), told_to(program)
    QTest.keyClick(program.window, Qt.Key.Key_Right)
    assert texts(program) != before
    assert [states[-1] for states in told] == [program.controller.state] * len(told)


def test_groups_that_are_late_are_told_one_at_a_time_between_events(program, monkeypatch) -> None:
    told = told_to(program)
    program.controller.findChild(RunTimer).set_speed(1e-3)  # no tick by itself
    monkeypatch.setattr(update_scheduler, "_PAUSE", 0)
    program.controller.run()
    counts = [sum(map(len, told))]
    for _ in range(len(told) + 1):
        program.update_scheduler.findChild(QTimer).timeout.emit()
        counts.append(sum(map(len, told)))
    every = len(told)
    assert counts == [*range(1, every + 1), every, every]
    assert [states[-1] for states in told] == [program.controller.state] * len(told)
    program.controller.pause()
    assert not program.update_scheduler.waiting
