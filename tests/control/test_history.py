"""What undo brings back, and in which order."""

import pytest

pytest.importorskip("PySide6.QtCore", exc_type=ImportError)

from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import kept_runs as kept
from gd_visualizer.descent.run_names import run_names
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.state.state import Progress, State, open_lesson
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import typed_rate


@pytest.fixture
def controller() -> Controller:
    return Controller(open_lesson(load("two-inputs")))


def row(controller: Controller) -> tuple[str, int]:
    descent = controller.state.descent
    return descent.lesson.id, descent.row


def test_undo_goes_back_over_steps_before_it_leaves_the_lesson(controller) -> None:  # type: ignore[no-untyped-def]
    controller.do(commands.step)
    controller.open(load("slope"))
    for _ in range(2):
        controller.do(commands.step)
    seen = []
    for _ in range(4):
        controller.undo()
        seen.append(row(controller))
    assert seen == [("slope", 1), ("slope", 0), ("two-inputs", 1), ("two-inputs", 0)]
    for _ in range(4):
        controller.redo()
    assert row(controller) == ("slope", 2)
    controller.redo()
    assert row(controller) == ("slope", 2)


def test_undo_of_a_step_from_the_past_brings_the_cut_future_back(controller) -> None:  # type: ignore[no-untyped-def]
    for _ in range(5):
        controller.do(commands.step)
    controller.do(commands.jump, 2)
    kept = controller.state
    controller.do(commands.step)
    assert controller.state.descent.timeline.last == 3
    controller.undo()
    assert controller.state is kept
    controller.redo()
    assert row(controller) == ("two-inputs", 3)


def test_undo_of_a_drag_that_went_through_an_undo_shows_no_drag(controller) -> None:  # type: ignore[no-untyped-def]
    controller.do(commands.step)
    before = controller.state.descent.timeline
    controller.drag({"w1_1_1": 3.0})
    controller.undo()
    controller.drop()
    assert controller.state.descent.timeline is before
    controller.redo()
    assert controller.state.descent.provisional is None
    controller.drag({"w1_1_1": 4.0})
    controller.do(clicker.reset)
    controller.undo()
    assert controller.state.descent.provisional is None


def test_leaving_a_drag_after_many_new_starts_and_undos_does_no_harm(controller) -> None:  # type: ignore[no-untyped-def]
    controller.drag({"w1_1_1": 1.6})
    for _ in range(60):
        controller.restart()
    for _ in range(60):
        controller.undo()
    controller.do(commands.cancel_drag)
    assert controller.state.descent.provisional is None


def test_a_new_deed_forgets_what_redo_would_have_brought(controller) -> None:  # type: ignore[no-untyped-def]
    controller.do(commands.step)
    controller.do(clicker.reset)
    controller.undo()
    assert controller.can_redo
    controller.do(commands.step)
    assert not controller.can_redo


def test_new_starts_repeat_in_the_same_order(controller) -> None:  # type: ignore[no-untyped-def]
    def drawn() -> list[list[float]]:
        controller.open(load("descent-1d"))
        found = []
        for _ in range(3):
            controller.restart()
            found.append(controller.state.descent.moment.theta.tolist())
        return found

    first = drawn()
    assert first == drawn()
    assert len({tuple(theta) for theta in first}) == 3


def test_a_redone_drop_does_not_lose_the_future_that_it_cut(controller) -> None:  # type: ignore[no-untyped-def]
    for _ in range(5):
        controller.do(commands.step)
    for _ in range(5):
        controller.do(commands.back)
    controller.do(commands.set_learning_rate, typed_rate("0.02"))
    controller.do(commands.step)
    controller.undo()
    assert controller.state.descent.timeline.last == 5
    controller.redo()
    controller.undo()
    assert controller.state.descent.timeline.last == 5


def test_each_run_that_is_removed_comes_back_by_an_undo_of_its_own(controller) -> None:  # type: ignore[no-untyped-def]
    for _ in range(2):
        controller.do(commands.step)
        controller.do(kept.keep)
    first, second = controller.state.descent.kept
    controller.do(kept.remove, first)
    controller.do(kept.rename, second, "mine")
    controller.do(kept.remove, controller.state.descent.kept[0])
    seen = []
    for _ in range(3):
        controller.undo()
        seen.append([words.english for words in run_names(controller.state.descent)[:-1]])
    assert seen == [["mine"], ["rate 0.01"], ["rate 0.01", "rate 0.01"]]


def test_the_clicker_back_leaves_the_runs_that_a_person_kept() -> None:
    controller = Controller(open_lesson(load("two-inputs")))
    controller.press()
    controller.do(commands.step)
    controller.do(kept.keep)
    while not clicker.at_start(controller.state):
        controller.press_back()
    assert len(controller.state.descent.kept) == 1


def test_no_way_back_leads_to_a_slider_that_nobody_holds() -> None:
    controller = Controller(open_lesson(load("learning-rate")))
    controller.hold_rate(True)
    controller.press()
    controller.hold_rate(False)
    controller.press_back()
    assert not controller.state.display.rate_held
    controller.do(commands.step)
    controller.do(commands.back)
    controller.hold_rate(True)
    controller.do(commands.step)
    controller.hold_rate(False)
    controller.undo()
    assert not controller.state.display.rate_held


def told(state: State) -> tuple[Progress, str, Phase, int, float]:
    """What a press changes, to be compared."""
    descent = state.descent
    return state.progress, script.caption(state), descent.phase, descent.row, descent.moment.loss


@pytest.mark.parametrize("lesson", ["loss-surface", "line-through-points"])
def test_undo_takes_presses_back_before_it_leaves_a_lesson(controller, lesson: str) -> None:  # type: ignore[no-untyped-def]
    before = controller.state
    controller.open(load(lesson))
    states = [controller.state]
    for _ in range(3):
        controller.press()
        states.append(controller.state)
    for state in reversed(states[:-1]):
        controller.undo()
        assert told(controller.state) == told(state)
    controller.undo()
    assert controller.state.descent.lesson is before.descent.lesson
    for state in states:
        controller.redo()
        assert told(controller.state) == told(state)
    controller.undo()
    assert told(controller.state) == told(states[-2])
