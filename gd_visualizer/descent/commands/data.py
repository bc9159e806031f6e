"""What a person can do to the points: each makes a new row 0 at the weights of now.

A lesson with other points keeps its script for the way back: the clicker goes on with the lesson's
own points, and undo brings back what was. Runs for comparison were made with other points and are
forgotten. A value that cannot be taken raises RefusedValue.
"""

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.datasets.formula import FormulaError
from gd_visualizer.descent.commands.command import command
from gd_visualizer.descent.commands.descent import drop
from gd_visualizer.descent.commands.display import show_panels
from gd_visualizer.descent.state.descent import begin
from gd_visualizer.descent.state.display import Display, first_display
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.changed import generated_data, with_data
from gd_visualizer.lesson.data import Data, Generated
from gd_visualizer.lesson.formula_problem import formula_problem
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.pictures import FIT_PANEL
from gd_visualizer.lesson.table.lesson import rated_anew
from gd_visualizer.text.errors import RefusedValue, own
from gd_visualizer.text.message import message, translatable
from gd_visualizer.text.numerals import number


@command(pauses=True, keeps=True)
def change_data(state: State, data: Data) -> State:
    """Other points; where the network does not fit them, one that does, at a random start."""
    state = drop(state)
    descent = state.descent
    return _with_lesson(state, with_data(descent.lesson, data), descent.moment.theta)


@command(pauses=True, keeps=True)
def generate(state: State, asked: Generated) -> State:
    """Made-up points; of another kind than there were, they are seen in the fit, large enough
    beside one other picture."""
    made = state.descent.lesson.data.generated
    try:
        data = generated_data(state.descent.lesson, asked)
    except FormulaError as error:
        words = translatable("The formula {formula}: {problem}")
        problem = message(words, formula=own(asked.formula), problem=formula_problem(error))
        raise RefusedValue(problem) from None
    new = change_data(state, data)
    if made is not None and made.kind == asked.kind:
        return new
    panels = new.display.panels
    return new if FIT_PANEL in panels else show_panels(new, (FIT_PANEL, *panels)[:2])


@command(pauses=True, keeps=True)
def place_point(state: State, row: int, x: Sequence[float], y: Sequence[float]) -> State:
    """The point ``row`` of all data (from 0) with other inputs ``x`` and targets ``y``; one more
    where ``row`` is how many there are."""
    data = state.descent.lesson.data
    _check_class(data, y)
    new_x, new_y = _set(data.X, row, x), _set(data.y, row, y)
    changed = change_data(state, data.edited(new_x, new_y))
    return _looking_at(changed, row)


@command(pauses=True, keeps=True)
def delete_point(state: State, row: int) -> State:
    """Without the point ``row`` of all data; the last one stays."""
    data = state.descent.lesson.data
    if len(data.X) == 1:
        return state
    X, y = np.delete(data.X, row, axis=0), np.delete(data.y, row, axis=0)
    return change_data(state, data.edited(X, y))


@command(pauses=True, keeps=True)
def hold_out(state: State, share: float) -> State:
    """A share of the points for testing."""
    data = state.descent.lesson.data
    return state if share == data.test else change_data(state, replace(data, test=share))


@command(pauses=True, keeps=True)
def scale_inputs(state: State, scaled: bool) -> State:
    """(x − mean) ÷ deviation of each input, or as they are; from the lesson's start, since the same
    weights mean something else then, and at another rate where that of before would not do."""
    state = drop(state)
    lesson = state.descent.lesson
    if scaled == lesson.data.scaled:
        return state
    changed = with_data(lesson, replace(lesson.data, scaled=scaled))
    new = _with_lesson(state, changed, state.descent.home)
    settings = rated_anew(new.descent.settings, changed.objective, new.descent.home)
    return replace(new, descent=begin(changed, settings, new.descent.home, new.descent.home))


@command()
def become_own(state: State, name: str, source: str) -> State:
    """A lesson of its own, called ``name``, in the file ``source``: with its points, and without
    the beats that were about others."""
    lesson = replace(
        state.descent.lesson,
        id=name,
        title=name,
        summary="",
        source=source,
        beats=(),
        taught=None,
    )
    progress = replace(state.progress.unasked(), beat=0)
    return State(replace(state.descent, lesson=lesson, before=None), state.display, progress)


def _set(values: Floats, row: int, new: Sequence[float]) -> Floats:
    more = len(values) == row
    changed = np.vstack([values, new]) if more else values.copy()
    changed[row] = new
    return changed


def _check_class(data: Data, y: Sequence[float]) -> None:
    """Raises RefusedValue where points have classes, and ``y`` is neither."""
    classes = data.classes or (data.generated is not None and data.generated.classes)
    if classes and data.class_values and y[0] not in data.class_values:
        low, high = map(number, data.class_values)
        if data.classes:
            low, high = f"{low} ({data.classes[0]})", f"{high} ({data.classes[1]})"
        raise RefusedValue(message("expected {low} or {high}", low=own(low), high=own(high)))


def _looking_at(state: State, row: int) -> State:
    """With the point ``row`` of all data shown, if it trains."""
    found = np.flatnonzero(state.descent.lesson.data.rows[0] == row)
    if not len(found):
        return state
    return replace(state, display=replace(state.display, point=int(found[0])))


def _with_lesson(state: State, lesson: Lesson, theta: Floats) -> State:
    """Row 0 of ``lesson``, at ``theta`` (P,) where its network is still the same."""
    descent, display = state.descent, state.display
    same = lesson.network == descent.lesson.network
    home = descent.home if same else lesson.start
    settings = descent.settings
    if settings.batch_size is not None and settings.batch_size > lesson.objective.points:
        settings = replace(settings, batch_size=None)
    fresh = begin(lesson, settings, theta if same else home, home)
    if not same:
        display = _as_before(first_display(lesson), display)
    rows = shown_rows(fresh)
    point = min(display.point, lesson.objective.points - 1)
    if rows is not None and point not in rows:
        point = int(rows[0])
    progress = replace(state.progress.unasked(), reveal_by_phase=False)
    return State(fresh, replace(display, point=point), progress)


def _as_before(new: Display, old: Display) -> Display:
    """What of a person's looks goes with any network."""
    return replace(
        new,
        panels=old.panels,
        log_height=old.log_height,
        log_loss=old.log_loss,
        camera=old.camera,
        loss_parts=old.loss_parts,
        fit=replace(old.fit, inputs=None, output=0),
    )
