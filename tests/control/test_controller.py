"""The one door: which commands stop a run, and which of them undo takes back."""

from itertools import chain

import pytest

pytest.importorskip("PySide6.QtCore", exc_type=ImportError)

from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.commands import data as points
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands import kept_runs as kept
from gd_visualizer.descent.commands.command import Command
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.data import Data, Generated
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CODE_PANEL, SURFACE_3D
from gd_visualizer.lesson.rate import typed_rate

GOES_ON, PAUSES = False, True
NEVER, CUT, ALWAYS = "never", "where the future is cut", "always"


def at_row_2_of_5() -> State:
    state = kept.keep(commands.step(open_lesson(load("many-steps"))))
    return showing.set_predict(commands.jump(commands.step(state, 5), 2), True)


STATE = at_row_2_of_5()
(RUN,) = STATE.descent.kept
FACTS = [
    (commands.step, (), PAUSES, CUT),
    (commands.to_phase, (Phase.FORWARD,), PAUSES, CUT),
    (commands.back, (), PAUSES, NEVER),
    (commands.jump, (4,), PAUSES, NEVER),
    (commands.latest, (), PAUSES, NEVER),
    (clicker.reset, (), PAUSES, ALWAYS),
    (commands.restart, (7,), PAUSES, ALWAYS),
    (commands.drag, ({"w1_1_1": 3.0},), PAUSES, ALWAYS),
    (commands.drop, (), GOES_ON, NEVER),
    (commands.cancel_drag, (), GOES_ON, NEVER),
    (commands.set_parameter, ("w1_1_1", 3.0), PAUSES, ALWAYS),
    (commands.set_learning_rate, (typed_rate("1/9"),), GOES_ON, NEVER),
    (commands.step_again, (typed_rate("1/9"),), PAUSES, ALWAYS),
    (commands.set_optimizer, ("adam",), GOES_ON, NEVER),
    (kept.keep, (), PAUSES, ALWAYS),
    (kept.hide, (RUN, True), GOES_ON, ALWAYS),
    (kept.rename, (RUN, "mine"), GOES_ON, ALWAYS),
    (kept.remove, (RUN,), GOES_ON, ALWAYS),
    (showing.select_weight, ("w1_2_1",), GOES_ON, NEVER),
    (showing.select_node, (1, 0), GOES_ON, NEVER),
    (showing.select_point, (0,), GOES_ON, NEVER),
    (showing.show_surface, (SURFACE_3D,), GOES_ON, NEVER),
    (showing.show_panel, (CODE_PANEL, True), GOES_ON, NEVER),
    (clicker.take_back, (), PAUSES, NEVER),
    (showing.switch_light, (), GOES_ON, NEVER),
    (showing.guess_lowest, ({},), GOES_ON, NEVER),
    (showing.leave_question, (), GOES_ON, NEVER),
    (showing.set_predict, (False,), GOES_ON, NEVER),
    (showing.show_plane, ("gradient",), GOES_ON, NEVER),
    (showing.set_log_height, (True,), GOES_ON, NEVER),
    (showing.set_log_loss, (True,), GOES_ON, NEVER),
    (showing.set_squares, (True,), GOES_ON, NEVER),
    (showing.set_two_colors, (True,), GOES_ON, NEVER),
    (showing.set_node_pictures, (True,), GOES_ON, NEVER),
    (showing.show_inputs, (1, 0), GOES_ON, NEVER),
    (showing.show_output, (0,), GOES_ON, NEVER),
    (points.change_data, (Data([[1, 2]], [[3]]),), PAUSES, ALWAYS),
    (points.generate, (Generated("xor", 9, 0.1),), PAUSES, ALWAYS),
    (points.place_point, (0, [1.0, 2.0], [3.0]), PAUSES, ALWAYS),
    (points.delete_point, (0,), PAUSES, ALWAYS),
    (points.hold_out, (0.5,), PAUSES, ALWAYS),
    (points.scale_inputs, (True,), PAUSES, ALWAYS),
    (points.become_own, ("mine", "mine.toml"), GOES_ON, NEVER),
    (showing.look_from, (Camera(zoom=2.0),), GOES_ON, NEVER),
    (showing.show_ranges, ({"w1_1_1": (0.0, 1.0)},), GOES_ON, NEVER),
    (showing.show_all, (), GOES_ON, NEVER),
]
NAMES = [fact[0].change.__name__ for fact in FACTS]


def test_the_table_knows_every_command() -> None:
    rooms = (commands, points, showing, kept, clicker)
    known = chain.from_iterable(vars(room).values() for room in rooms)
    named = {id(one) for one in known if isinstance(one, Command)}
    assert named == {id(fact[0]) for fact in FACTS}


@pytest.mark.parametrize(("command", "args", "pauses", "_undo"), FACTS, ids=NAMES)
def test_a_run_stops_where_the_table_says_so(qapp, command, args, pauses, _undo) -> None:  # type: ignore[no-untyped-def]
    assert qapp  # a timer needs one
    controller = Controller(STATE)
    controller.run()
    assert controller.do(command, *args)
    assert controller.running is not pauses
    controller.pause()


@pytest.mark.parametrize(("command", "args", "_pauses", "undo"), FACTS, ids=NAMES)
def test_undo_brings_back_what_the_table_says(command, args, _pauses, undo) -> None:  # type: ignore[no-untyped-def]
    controller = Controller(STATE)
    assert controller.do(command, *args)
    assert controller.can_undo is (undo != NEVER)
    if controller.can_undo:
        controller.undo()
        assert controller.state.descent is STATE.descent
    at_the_end = commands.latest(STATE)
    controller = Controller(at_the_end)
    controller.do(command, *args)
    assert controller.can_undo is (undo == ALWAYS)


def test_a_run_stops_where_it_is_asked_what_the_dark_hides(qapp) -> None:  # type: ignore[no-untyped-def]
    assert qapp
    controller = Controller(showing.set_dark(STATE, True))
    controller.run()
    controller.do(showing.switch_light)
    assert controller.state.progress.seeking == "hand"
    assert not controller.running


@pytest.mark.parametrize(
    "leave", [lambda c: c.leave(), lambda c: c.press_back(), lambda c: c.do(commands.back)]
)
def test_a_drag_that_was_left_leaves_nothing_to_undo(leave) -> None:  # type: ignore[no-untyped-def]
    controller = Controller(STATE)
    controller.drag({"w1_1_1": 3.0})
    assert controller.can_undo
    leave(controller)
    assert controller.state.descent.provisional is None
    assert not controller.can_undo


def test_a_value_that_cannot_be_taken_is_told_and_changes_nothing() -> None:
    controller, told = Controller(STATE), []
    controller.refused.connect(told.append)
    controller.changed.connect(lambda *_states: pytest.fail("changed"))
    assert not controller.do(showing.select_weight, "w9_9_9")
    assert controller.state is STATE
    assert len(told) == 1


def test_states_that_undo_brings_back_know_whether_the_rate_s_slider_is_held_now() -> None:
    controller = Controller(STATE)
    controller.hold_rate(True)
    controller.do(clicker.reset)
    controller.hold_rate(False)
    controller.undo()
    assert not controller.state.display.rate_held
    controller.hold_rate(True)
    controller.redo()
    assert controller.state.display.rate_held


def test_a_rate_that_is_dragged_through_a_step_is_one_undo() -> None:
    controller = Controller(commands.step(open_lesson(load("slope"))))
    begun = controller.state.descent
    for text in ("0.02", "0.03", "1/9"):
        controller.step_again(typed_rate(text))
    assert controller.state.descent.moment.theta[0] == 2 + 24 / 9
    controller.undo()
    assert controller.state.descent is begun
    controller.step_again(typed_rate("0.5"))
    controller.undo()
    assert controller.state.descent is begun
