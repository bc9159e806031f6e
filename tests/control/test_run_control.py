"""A beat of very many steps is worked off like a run: seen, stopped, finished, taken back."""

import pytest
from msgspec.structs import replace

pytest.importorskip("PySide6.QtCore", exc_type=ImportError)

from gd_visualizer.control.controller import Controller
from gd_visualizer.control.run_timer import RunTimer
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.beats import Beat, Step
from tests.descent.lessons import one_weight

STEPS = 3000


@pytest.fixture
def controller(qapp) -> Controller:  # type: ignore[no-untyped-def]
    assert qapp  # a timer needs one
    beats = (Beat((Step(),), "One."), Beat((Step(STEPS),), "And many more."))
    made = Controller(open_lesson(replace(one_weight(1e-7), beats=beats)))
    made.press()
    made.press()
    assert made.running
    assert made.state.descent.row < STEPS
    return made


def test_it_is_seen_on_its_way_and_its_caption_comes_with_its_end(controller: Controller) -> None:
    rows = [controller.state.descent.row]
    while controller.running:
        assert script.caption(controller.state) == ""
        controller.findChild(RunTimer).tick()
        rows.append(controller.state.descent.row)
    assert len(rows) > 10
    assert rows[-1] == 1 + STEPS
    assert script.caption(controller.state) == "And many more."
    assert clicker.at_end(controller.state)


def test_pause_stops_it_and_a_press_back_takes_it_away(controller: Controller) -> None:
    controller.pause()
    assert not controller.running
    assert 1 < controller.state.descent.row < STEPS
    controller.press_back()
    assert controller.state.descent.row == 1
    controller.press()
    controller.leave()
    assert not controller.running
    controller.press()
    controller.press_back()
    assert not controller.running
    assert controller.state.descent.row == 1


def test_next_finishes_it_without_working_off_all_of_it_in_one_go(controller: Controller) -> None:
    row = controller.state.descent.row
    controller.press()
    assert controller.running
    assert controller.state.descent.row == row
    while controller.running:
        controller.findChild(RunTimer).tick()
    assert controller.state.descent.row == 1 + STEPS
    assert script.caption(controller.state) == "And many more."
