"""The lesson's script under everything that a lecturer does between two presses."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("PySide6.QtCore", exc_type=ImportError)

from gd_visualizer.control.controller import Controller
from gd_visualizer.control.run_timer import RunTimer
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands import kept_runs as kept
from gd_visualizer.descent.commands.command import Command
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.script.actions import act
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import typed_rate

Deed = Callable[[Controller], object]
_NAMED = ("w1_1_1", "w1_2_1", "w2_1_1")


def on_the_way(lesson_id: str) -> list[State]:
    """S₀, S₁, …: what the beats alone lead to, action by action."""
    states = [open_lesson(load(lesson_id))]
    for beat in states[0].descent.lesson.beats:
        state = states[-1]
        for action in beat.do:
            state = act(state, action)
        states.append(state)
    return states


WAYS = {lesson_id: on_the_way(lesson_id) for lesson_id in BUILT_IN}


def told(descent: Descent) -> tuple[object, ...]:
    """All that a caption could speak of."""
    rows = descent.timeline.thetas(0, descent.row + 1)
    rate = descent.settings.rate.value, descent.settings.optimizer
    return descent.phase, rate, descent.moment.loss, (rows + 0.0).tobytes()  # −0 is 0


def drag(name: str, values: list[float], dropped: bool) -> Deed:
    def dragged(controller: Controller) -> None:
        if name in controller.state.descent.lesson.objective.names:
            for value in values:
                controller.drag({name: value})
            if dropped:
                controller.drop()

    return dragged


def doing(command: Command[[]]) -> Deed:
    return lambda c: c.do(command)


def on_parameter(change: Callable[[Controller, str], None], name: str) -> Deed:
    return lambda c: change(c, name) if name in c.state.descent.lesson.objective.names else None


def kept_away(controller: Controller) -> None:
    for run in controller.state.descent.kept[:1]:
        controller.do(kept.remove, run)


def there_and_back(controller: Controller) -> None:
    lesson = controller.state.descent.lesson
    controller.open(load("baseline"))
    controller.press()
    controller.open(lesson)


names, numbers = st.sampled_from(_NAMED), st.floats(-4, 4).map(lambda x: round(x, 2))
plain: list[Deed] = [
    Controller.press,
    Controller.press,
    Controller.press_back,
    doing(commands.step),
    doing(commands.back),
    Controller.run,
    Controller.pause,
    doing(clicker.reset),
    Controller.restart,
    doing(commands.latest),
    doing(kept.keep),
    Controller.undo,
    Controller.redo,
    Controller.leave,
    doing(showing.switch_light),
    Controller.foresee,
    kept_away,
    there_and_back,
]
deeds = st.one_of(
    st.sampled_from(plain),
    st.builds(drag, names, st.lists(numbers, min_size=1, max_size=2), st.booleans()),
    st.builds(
        lambda name, value: on_parameter(lambda c, n: c.do(commands.set_parameter, n, value), name),
        names,
        numbers,
    ),
    st.builds(lambda name: on_parameter(lambda c, n: c.do(showing.select_weight, n), name), names),
    st.builds(
        lambda rate: lambda c: c.do(commands.set_learning_rate, typed_rate(rate)),
        st.sampled_from(["1", "1/9", "1/18", "0.01", "0.02", "0.001", "0.3"]),
    ),
    st.builds(
        lambda name: lambda c: c.do(commands.set_optimizer, name),
        st.sampled_from(["gradient descent", "momentum", "adam"]),
    ),
    st.builds(
        lambda phase: lambda c: c.do(commands.to_phase, phase),
        st.sampled_from([int(p) for p in Phase][1:]),
    ),
    st.builds(lambda row: lambda c: c.do(commands.jump, row), st.integers(0, 45)),
    st.builds(lambda on: lambda c: c.do(showing.set_predict, on), st.booleans()),
)


def check(state: State) -> None:
    """A caption stands on its own beat's state only."""
    way, words = WAYS[state.descent.lesson.id], script.caption(state)
    if words:
        texts = [beat.text for beat in state.descent.lesson.beats]
        assert state.descent.provisional is None
        assert told(state.descent) == told(way[texts.index(words) + 1].descent)


def ends_the_lesson(controller: Controller) -> None:
    """At most as many presses as there are beats, each one asked for first where it is."""
    controller.pause()
    way = WAYS[controller.state.descent.lesson.id]
    asked = controller.state.progress.predict
    presses = (len(way) - 1) * (2 if asked else 1)
    presses += controller.state.progress.seeking == "hand"
    for _ in range(presses):
        if clicker.at_end(controller.state):
            break
        controller.press()
        if controller.running:
            controller.press()  # finishes the run, at once if that is soon
        while controller.running:
            controller.findChild(RunTimer).tick()
        check(controller.state)
    assert script.place(controller.state) == len(way) - 1
    assert told(controller.state.descent) == told(way[-1].descent)


def wander(lesson_id: str, between: list[Deed]) -> None:
    controller = Controller(open_lesson(load(lesson_id)))
    for command in between:
        command(controller)
        check(controller.state)
    ends_the_lesson(controller)


@pytest.mark.parametrize("lesson_id", BUILT_IN)
@pytest.mark.usefixtures("qapp")
@given(between=st.lists(deeds, max_size=12))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_caption_stands_on_its_own_beat_and_next_ends_the_lesson_from_anywhere(
    lesson_id: str, between: list[Deed]
) -> None:
    wander(lesson_id, between)


@pytest.mark.long
@pytest.mark.parametrize("lesson_id", BUILT_IN)
@pytest.mark.usefixtures("qapp")
@given(between=st.lists(deeds, max_size=40))
@settings(
    max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_captions_and_next_after_thousands_of_ways_of_wandering(
    lesson_id: str, between: list[Deed]
) -> None:
    wander(lesson_id, between)
