"""What a press leads to is the same, whether it was worked out before or not."""

import pytest
from msgspec.structs import replace

pytest.importorskip("PySide6.QtCore", exc_type=ImportError)

from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Stop
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import typed_rate
from tests.descent.lessons import make

pytestmark = pytest.mark.usefixtures("qapp")
_PRESSES = 12


def told(state: State) -> tuple[object, ...]:
    """All that is seen of a state."""
    descent, progress = state.descent, replace(state.progress, came_from=None)
    rows = descent.timeline.thetas(0, descent.timeline.last + 1)
    return descent.row, descent.phase, rows.tobytes(), descent.ended, state.display, progress


@pytest.mark.parametrize("lesson_id", BUILT_IN)
def test_a_press_leads_to_what_was_foreseen_and_to_what_it_leads_to_anyway(lesson_id: str) -> None:
    lesson = load(lesson_id)
    seer, other = (Controller(open_lesson(lesson)) for _ in range(2))
    if lesson.beats:
        go_on = Controller.press
    else:

        def go_on(controller: Controller) -> None:
            controller.do(commands.step)

    for _ in range(_PRESSES):
        if lesson.beats and clicker.at_end(seer.state):
            break
        before, foreseen = seer.state, seer.foresee()
        assert seer.state is before
        assert seer.can_undo == other.can_undo
        for controller in (seer, other):
            go_on(controller)
        assert foreseen is None or seer.running or seer.state is foreseen
        for controller in (seer, other):
            controller.press() if controller.running else None  # the run's end at once
            controller.pause()
        assert told(seer.state) == told(other.state)


def test_what_was_foreseen_of_another_state_is_forgotten() -> None:
    controller = Controller(open_lesson(replace(load("two-inputs"), beats=())))
    foreseen = controller.foresee()
    assert foreseen is not None
    controller.do(commands.set_learning_rate, typed_rate("1/9"))
    controller.do(commands.step)
    assert controller.state is not foreseen
    one, other = controller.state.descent.moment.theta, foreseen.descent.moment.theta
    start = controller.state.descent.timeline.theta(0)
    assert (one - start) * 0.01 == pytest.approx((other - start) / 9)


def test_whichever_was_pressed_last_is_foreseen() -> None:
    controller, found = Controller(open_lesson(load("two-inputs"))), []
    for kind in ("next", "next", "step", "step", "reset", "next", "next"):
        foreseen = controller.foresee()
        if kind == "next":
            controller.press()
        else:
            controller.do(commands.step if kind == "step" else clicker.reset)
        found.append(controller.state is foreseen)
    assert found == [True, True, False, True, False, False, True]


def test_a_question_is_foreseen_and_then_its_answer() -> None:
    controller = Controller(open_lesson(load("slope")))
    controller.do(showing.set_predict, True)
    asked = []
    for _ in range(4):
        foreseen = controller.foresee()
        controller.press()
        assert controller.state is foreseen
        asked.append(controller.state.progress.asked is not None)
    assert True in asked
    assert False in asked


def test_nothing_is_foreseen_while_something_moves_or_where_it_takes_long() -> None:
    controller = Controller(open_lesson(load("many-steps")))
    assert controller.foresee() is not None
    controller.run()
    assert controller.foresee() is None
    controller.pause()
    name = controller.state.descent.lesson.objective.names[0]
    controller.do(commands.drag, {name: 0.5})
    assert controller.foresee() is None
    controller.do(commands.cancel_drag)
    assert controller.foresee() is not None
    many = 100_000
    lesson = make((1, 20, 1), [[0.1]] * many, [[0.2]] * many, [0.1] * 40)
    assert Controller(open_lesson(lesson)).foresee() is None


def test_nothing_is_foreseen_where_there_is_no_step() -> None:
    lesson = replace(load("many-steps"), beats=(), stop=Stop(gradient=1e300))
    controller = Controller(open_lesson(lesson))
    controller.do(commands.step)
    assert controller.state.descent.ended is not None
    assert controller.foresee() is None
