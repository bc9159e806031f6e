"""One budget for all slow work: who has a turn, for how long, and what is dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication

from gd_visualizer.background.runner import BackgroundRunner


@dataclass
class Clock:
    """Seconds that pass when a piece of work says so."""

    seconds: float = 0.0
    done: list[str] = field(default_factory=list)

    def __call__(self) -> float:
        return self.seconds

    def work(self, name: str, pieces: int, each: float = 0.001) -> Iterator[str | None]:
        """So many pieces of ``each`` seconds, of which the last yields a result."""
        for k in range(pieces):
            self.seconds += each
            self.done.append(name)
            yield name if k == pieces - 1 else None


@pytest.fixture
def clock(qapp) -> Clock:  # type: ignore[no-untyped-def]
    return Clock()


def never(_result: object) -> bool:
    return False


def test_a_turn_ends_with_the_piece_that_reaches_the_budget(clock) -> None:
    runner = BackgroundRunner(now=clock)
    runner.task(1, never).begin(clock.work("a", 100, each=0.0015))
    runner.turn()
    assert clock.done == ["a"] * 3
    runner.turn()
    assert clock.done == ["a"] * 6


def test_the_more_urgent_task_comes_first_and_the_other_when_it_has_waited_long(clock) -> None:
    runner = BackgroundRunner(now=clock)
    band, surface = runner.task(2, never), runner.task(1, never)
    band.begin(clock.work("band", 1000))
    surface.begin(clock.work("surface", 1000))
    turns = []
    for _ in range(60):
        runner.turn()
        turns.append(clock.done[-1])
    assert turns[0] == "surface"
    assert 0 < turns.count("band") < turns.count("surface") / 10


def test_what_begins_anew_replaces_what_was_even_from_its_own_result(clock) -> None:
    runner, told = BackgroundRunner(now=clock), []

    def again(result: str) -> bool:
        told.append(result)
        if result == "old":
            task.begin(clock.work("new", 2))
        return False

    task = runner.task(1, again)
    task.begin(clock.work("stale", 50))
    task.begin(clock.work("old", 1))
    while not runner.idle:
        runner.turn()
    assert told == ["old", "new"]
    assert "stale" not in clock.done


def test_work_that_waits_leaves_its_turns_to_others(clock) -> None:
    runner = BackgroundRunner(now=clock)
    first, second = runner.task(1, never), runner.task(2, never)
    first.begin(clock.work("first", 9))
    first.wait(0.006)
    second.begin(clock.work("second", 99))
    for _ in range(3):
        runner.turn()
    assert clock.done == ["second"] * 8 + ["first"] * 4


def test_a_task_is_done_with_before_it_says_so(clock) -> None:
    runner, heard = BackgroundRunner(now=clock), []
    task = runner.task(1, never, lambda: heard.append(task.idle))
    task.begin(clock.work("a", 2))
    runner.turn()
    assert heard == [True]
    assert runner.idle


def test_work_that_fails_is_told_once_and_the_others_go_on(clock, qtbot) -> None:
    def broken() -> Iterator[str | None]:
        yield None
        raise ZeroDivisionError

    runner = BackgroundRunner(now=clock)
    bad, good = runner.task(1, never), runner.task(2, never)
    bad.begin(broken())
    good.begin(clock.work("good", 3))
    with pytest.raises(ZeroDivisionError):
        runner.turn()
    while not runner.idle:
        QCoreApplication.processEvents()
    assert clock.done == ["good"] * 3
