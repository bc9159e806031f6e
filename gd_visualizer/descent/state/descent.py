"""A descent as a value: the lesson, how steps are made, what has happened, what is on its way."""

from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats, norm
from gd_visualizer.core.optimizers.record import OptimizerState
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.state.moment import Moment
from gd_visualizer.descent.state.timeline import Timeline, Writer
from gd_visualizer.lesson.lesson import Lesson, Phase, Settings
from gd_visualizer.lesson.unfit import unfit
from gd_visualizer.text.errors import RefusedValue

if TYPE_CHECKING:
    from gd_visualizer.descent.state.kept_run import KeptRun


class Ending(Struct, frozen=True):
    """Why there is no step after ``row``.

    ``flat``: there is no slope, and the next update would not move. ``stop``: the lesson's number
    of steps is reached. ``diverged``: the next numbers would not be finite.
    """

    kind: Literal["flat", "stop", "diverged"]
    row: int


class Descent(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """What happens.

    ``settings`` make the next step; those of the past are in its rows. ``phase`` is where inside
    a step we are: UPDATE rests on the row that the step made, START rests on row 0, the others
    stand on the row that the step starts from. ``home`` (P,) is the start that Reset returns to.
    ``provisional`` stands for the current moment while a parameter is dragged. ``before`` is the
    descent that a drop left behind, ``kept`` are runs for comparison.
    """

    lesson: Lesson
    settings: Settings
    timeline: Timeline
    home: Floats
    phase: Phase = Phase.START
    ending: Ending | None = None
    provisional: Moment | None = None
    before: "Descent | None" = None
    kept: "tuple[KeptRun, ...]" = ()

    @property
    def row(self) -> int:
        """The row at the cursor."""
        return self.timeline.cursor

    @property
    def resting(self) -> bool:
        """Whether no step is half done: the phase is UPDATE, or START at row 0."""
        return self.phase in (Phase.START, Phase.UPDATE)

    @property
    def ended(self) -> Ending | None:
        """Why there is no further step from here, where that is known."""
        return self.ending if self.ending and self.ending.row == self.row else None

    @property
    def compared(self) -> "list[KeptRun]":
        """The kept runs that are not hidden."""
        return [run for run in self.kept if not run.hidden]

    @cached_property
    def moment(self) -> Moment:
        """The provisional moment of a drag, else the recorded one of the row at the cursor."""
        return self.provisional or moment_at(self, self.row)

    def rest(self) -> "Descent":
        """The same row, between two steps."""
        return replace(self, phase=Phase.UPDATE if self.row else Phase.START, provisional=None)


def begin(lesson: Lesson, settings: Settings, start: Floats, home: Floats) -> Descent:
    """A descent at row 0 with theta ``start`` (P,). Raises RefusedValue where no loss is finite."""
    moment = first_moment(lesson, settings, start)
    writer = Writer(None, len(start))
    writer.append(start, moment.loss, moment.gradient, moment.gradient_norm, moment.state, settings)
    return Descent(lesson, settings, writer.timeline(), home)


def first_moment(lesson: Lesson, settings: Settings, theta: Floats) -> Moment:
    """Row 0 at ``theta`` (P,). Raises RefusedValue where no descent can stand."""
    loss, gradient = lesson.objective.evaluate(theta)
    problem = unfit(lesson.objective, theta, loss, gradient)
    if problem:
        raise RefusedValue(problem)
    gradient.flags.writeable = False
    state = fresh_state(settings, len(theta))
    return Moment(0, theta, loss, gradient, norm(gradient), state, settings)


def fresh_state(settings: Settings, size: int) -> OptimizerState:
    """The state of the settings' optimizer before its first step."""
    return OPTIMIZERS[settings.optimizer].initial(size, settings.options)


def state_for_step(descent: Descent, settings: Settings, row: int) -> OptimizerState:
    """What the optimizer of ``settings`` remembers at ``row``: nothing, if another made it."""
    if descent.timeline.settings(row).optimizer != settings.optimizer or not row:
        return fresh_state(settings, descent.lesson.objective.size)
    return descent.timeline.state(row)


def moment_at(descent: Descent, row: int) -> Moment:
    """The recorded moment of ``row``. Nothing of it depends on today's settings.

    The update is the optimizer's pure function of the row before, by the settings of that time;
    storing it too would take a quarter more memory.
    """
    timeline = descent.timeline
    chunk, at = timeline.place(row)
    settings = timeline.settings(row)
    update = gradient = rows = None
    if row:
        gradient, rows = step_gradient(descent, settings, row - 1)
        state = state_for_step(descent, settings, row - 1)
        with np.errstate(all="ignore"):
            update, _ = OPTIMIZERS[settings.optimizer].rule(
                timeline.theta(row - 1), gradient, state, settings.rate.value, settings.options
            )
        for array in (update, gradient, rows):
            if array is not None:
                array.flags.writeable = False
    return Moment(
        row=row,
        theta=timeline.theta(row),
        loss=float(chunk.loss[at]),
        gradient=timeline.gradient(row),
        gradient_norm=float(chunk.norm[at]),
        state=timeline.state(row),
        settings=settings,
        update=update,
        update_gradient=gradient,
        rows=rows,
    )


def step_gradient(descent: Descent, settings: Settings, row: int) -> tuple[Floats, "Floats | None"]:
    """The gradient (P,) of the step that leaves ``row``, and its rows of data (None: all)."""
    if settings.batch_size is None:
        return descent.timeline.gradient(row), None
    objective = descent.lesson.objective
    rows = objective.batch(settings.batch_size, settings.seed, row + 1)
    return objective.evaluate(descent.timeline.theta(row), rows)[1], rows
