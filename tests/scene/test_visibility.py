"""What may be seen while something is asked: the same in every picture, figure and table."""

import pytest
from msgspec.structs import replace

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.figures.render import render
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CURVE, FIGURES, NETWORK, POINTS, Picture
from gd_visualizer.scene.explanation.moment_lines import printed_moment
from gd_visualizer.scene.rate.next_step import next_step_at
from gd_visualizer.scene.surface.caption import surface_note
from gd_visualizer.scene.surface.dark.lantern import lantern_at
from gd_visualizer.scene.surface.marks.gradient_marks import slope_marks
from gd_visualizer.scene.surface.slice import slice_picture
from gd_visualizer.scene.visibility import on_paper, visibility
from gd_visualizer.text.message import Message
from gd_visualizer.text.numerals import number

_RANGES = ((-3.0, 6.0), (0.0, 100.0))


def asked_for(phase: Phase) -> State:
    """A lesson with numbers that nothing else on a sheet is called."""
    lesson = replace(load("descent-1d"), beats=())
    state = showing.select_point(showing.set_predict(open_lesson(lesson), True), 1)
    while state.progress.asked != phase:
        state = clicker.forward(state)
    return state


def results(state: State) -> dict[Phase, list[str]]:
    """By phase, what it tells first."""
    values = step_values(state.descent, 1)
    moment, kept = state.descent.moment, values.kept
    on = printed_moment(state.descent, 1)
    return {
        Phase.FORWARD: [on.text(float(kept.predicted[0, 0]))],
        Phase.ERROR: [on.text(float(kept.errors[0, 0])), on.text(moment.loss)],
        Phase.SLOPES: [number(float(moment.gradient[0]))],
        Phase.UPDATE: [number(float(values.after[0]))],
    }


def written(state: State, view: Picture, monkeypatch: pytest.MonkeyPatch) -> str:
    """All words of a figure of what is on screen."""
    found: list[str] = []
    drawable = Paper.drawable

    def recorded(paper: Paper, text: str) -> str:
        found.append(text)
        return drawable(paper, text)

    monkeypatch.setattr(Paper, "drawable", recorded)
    request = Request(view, ("w1_1_1",), size=(800, 500), shown=on_paper(state), point=1)
    render(state.descent, request, ".png")
    return "\n".join(found)


@pytest.mark.parametrize(
    "view", [view for view in FIGURES if view.axes < 2], ids=lambda view: view.name
)
@pytest.mark.parametrize("phase", list(Phase)[1:], ids=lambda phase: phase.name)
def test_a_figure_of_what_is_asked_for_is_a_worksheet(view, phase, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    state = asked_for(phase)
    sheet = written(state, view, monkeypatch)
    for hidden in (p for p in Phase if p >= phase):
        for text in results(state)[hidden]:
            assert text not in sheet
    whole = written(showing.set_predict(state, False), view, monkeypatch)
    told = Phase.FORWARD if view is NETWORK else Phase.ERROR
    assert results(state)[told][-1] in whole


def test_tables_of_what_is_asked_for_are_worksheets_too() -> None:
    state = asked_for(Phase.ERROR)

    def rows(view: Picture) -> list[list[str]]:
        shown = replace(Request(view, ()), shown=on_paper(state))
        table = render(state.descent, shown, ".csv").decode()
        return [line.split(",") for line in table.splitlines()]

    points = rows(POINTS)
    assert points[0] == ["point", "input", "predicted", "actual", "error", "loss"]
    assert [bool(cell) for cell in points[1]] == [True, True, True, True, False, False]
    assert len(rows(CURVE)) == 1  # no row whose loss is known
    back = commands.jump(commands.step(state, 3), 1)
    assert not visibility(commands.advance(back)).ahead
    state = clicker.forward(showing.set_predict(commands.advance(back), True))
    assert [row[0] for row in rows(CURVE)[1:]] == ["0", "1"]


def asking_states() -> list[State]:
    """The states of all lessons whose caption asks."""
    found = []
    for name in BUILT_IN:
        state = open_lesson(load(name))
        while not clicker.at_end(state):
            state = clicker.forward(state)
            if script.asks(script.caption(state)):
                found.append(state)
    return found


def test_while_a_caption_asks_nothing_tells_which_way_and_how_far() -> None:
    states = asking_states()
    assert {s.descent.lesson.id for s in states} >= {"slope", "learning-rate", "dark-field"}
    for state in states:
        shown = on_paper(state)
        assert (shown.downhill, shown.next_step) == (False, False)
        held = replace(state, display=replace(state.display, rate_held=True))
        assert next_step_at(held) is None
        marks = slope_marks(state, state.section, _RANGES, (300, 200))
        assert marks is None or not (marks.arrow or marks.next_step)
        if state.display.dark:
            surface_slice = slice_picture(state.descent, state.section)
            note = surface_note(state, surface_slice, lantern_at(state.descent, surface_slice))
            assert isinstance(note, Message)
            assert "Downhill" not in note.english
    (slope,) = (s for s in states if s.descent.lesson.id == "slope")
    strayed = commands.to_phase(commands.step(slope), Phase.SLOPES)
    assert next_step_at(strayed) is None  # the same state again, and its caption with it
    strayed = commands.to_phase(commands.step(slope, 2), Phase.SLOPES)
    assert next_step_at(strayed)


def test_the_first_sight_of_a_lesson_gives_nothing_away_that_its_first_beat_asks() -> None:
    lessons = [load(name) for name in BUILT_IN if load(name).beats]
    for lesson in lessons:
        state = open_lesson(lesson)
        assert visibility(state).downhill == (not script.asks(lesson.beats[0].text))
        if lesson.view.descends:
            assert visibility(commands.step(state)).downhill  # who strays has not been asked
