"""During a fast run numbers and words take turns; every other change is told at once."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from gd_visualizer.app import update_scheduler as update_scheduler
from gd_visualizer.app.program import Program
from gd_visualizer.control.run_timer import RunTimer
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import Card
from gd_visualizer.view.points.view import PointsView
from gd_visualizer.view.window.card_area import CardArea


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
        group.changed.connect(lambda new, _old, states=states: states.append(new))
    return found


def texts(program: Program) -> list[str]:
    model = program.window.points.findChild(QTableView).model()
    return [model.data(model.index(0, c), Qt.ItemDataRole.DisplayRole) for c in range(6)]


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
    program.update_scheduler.by_turns[0].changed.connect(lambda new, old: pairs.append((new, old)))
    program.controller.run()
    for _ in range(9):
        program.controller.findChild(RunTimer).tick()
    program.controller.pause()
    assert len(pairs) >= 3
    assert all(pair[1] is before[0] for before, pair in pairwise(pairs))


def test_without_a_run_a_key_changes_every_number_at_once(program) -> None:
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
    assert counts == [1, 2, 3, 4, 4, 4]
    assert [states[-1] for states in told] == [program.controller.state] * len(told)
    program.controller.pause()
    assert not program.update_scheduler.waiting


def test_the_cards_share_the_room_once_the_table_knows_its_rows(start, monkeypatch) -> None:
    """At the first look as after a change of lessons."""
    heights: list[int] = []
    show = CardArea.show_cards

    def noted(card_area: CardArea, kinds: tuple[Card, ...]) -> None:
        heights.append(card_area.findChild(PointsView).wanted_height())
        show(card_area, kinds)

    monkeypatch.setattr(CardArea, "show_cards", noted)
    program: Program = start("many-steps", (1440, 900))
    program.controller.open(load("slope"))
    four, one = heights
    assert four - one > 3 * 25  # three rows more
