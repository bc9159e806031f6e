"""The lesson of what is on screen: opened again, it is the same state at the same start."""

from typing import TypeVar

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.script.script import place, script
from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Lesson, Settings, View
from gd_visualizer.lesson.pictures import Picture
from gd_visualizer.text.message import Message, message

_Looked = TypeVar("_Looked")


def lesson_on_screen(state: State, current_weights: bool = False) -> Lesson:
    """The lesson with the data, the settings and the start of now, and with what is looked at.

    The start is row 0 of the descent, or the ``current_weights``. Where the lesson's script has
    led here, start and settings are the lesson's own: its beats lead here again. Beats stay where
    points and network are the lesson's. What a lesson file cannot say is left out: directions
    as axes, kept runs, a camera.
    """
    lesson = state.descent.lesson
    start, settings = _begins(state, current_weights)
    drawn = np.array_equal(start, lesson.random.theta(len(start)))
    return replace(
        lesson,
        start=start,
        starts_random=lesson.starts_random and drawn,
        settings=settings,
        view=_view(state),
        beats=() if loses_beats(state) else lesson.beats,
        given=lesson.data,
        found=None,
        taught=None,
    )


def loses_beats(state: State) -> bool:
    """Whether the lesson has beats that would speak of other points."""
    lesson = state.descent.lesson
    return bool(lesson.beats) and lesson.taught is not None


def about_beats(state: State, current_weights: bool = False) -> Message | None:
    """What a person should know of the beats of ``lesson_on_screen``, if anything."""
    lesson = state.descent.lesson
    if not lesson.beats:
        return None
    if loses_beats(state):
        return message("Its beats are left out: they were about other points.")
    start, settings = _begins(state, current_weights)
    if np.array_equal(start, lesson.start) and settings == lesson.settings:
        return None
    return message("Its beats may speak of other numbers now.")


def differs(one: Lesson, other: Lesson) -> bool:
    """Whether two lessons differ in their network, points, start or settings."""
    if one.network != other.network or one.settings != other.settings:
        return True
    if one.fit.loss is not other.fit.loss or _prices(one) != _prices(other):
        return True
    return not (np.array_equal(one.start, other.start) and _same_data(one, other))


def _prices(lesson: Lesson) -> tuple[float, ...]:
    penalty = lesson.fit.penalty
    return () if penalty is None else penalty.prices(lesson.network.weights)


def _same_data(one: Lesson, other: Lesson) -> bool:
    now, then = one.data, other.data
    if now is then:
        return True
    if not (np.array_equal(now.X, then.X) and np.array_equal(now.y, then.y)):
        return False
    told = set(now.__struct_fields__) - {"X", "y"}
    return all(getattr(now, name) == getattr(then, name) for name in told)


def _begins(state: State, current_weights: bool) -> tuple[Floats, Settings]:
    """The start and the settings from which a step is made."""
    descent = state.descent
    if current_weights:
        return descent.moment.theta, descent.settings
    if _followed(state) is not None:
        return descent.lesson.start, descent.lesson.settings
    return descent.timeline.theta(0), descent.settings


def _followed(state: State) -> int | None:
    """The place in the script of the lesson's own points; None off it."""
    return place(state) if state.descent.lesson.taught is None else None


def _view(state: State) -> View:
    """What is looked at; as the lesson has it, where the script alone has changed it."""
    display, view, beat = state.display, state.descent.lesson.view, _followed(state)
    told = None if beat is None else script(state.descent.lesson).state(beat).display

    def kept(now: _Looked, then: _Looked, own: _Looked) -> _Looked:
        return own if told is not None and now == then else now

    then = told or display
    surface = kept(display.surface, then.surface, view.surface)
    axes = kept(display.axes, then.axes, view.axes)
    x_range, y_range = _ranges(state, surface, axes)
    panels = kept(display.panels, then.panels, view.panels)
    return replace(
        view,
        surface=surface,
        axes=axes,
        x_range=x_range,
        y_range=y_range,
        panels=tuple(panel for panel in panels if panel.name not in view.hide) or view.panels,
        dark=kept(display.dark, then.dark, view.dark),
        predict=state.progress.predict,
        fit=kept(display.fit, then.fit, view.fit),
    )


def _ranges(
    state: State, surface: Picture, axes: tuple[str, ...]
) -> tuple[Range | None, Range | None]:
    """What a person has zoomed to, else the lesson's own ranges of the same axes."""
    view, zoomed = state.descent.lesson.view, state.display.ranges
    own = dict(zip(view.axes, (view.x_range, view.y_range), strict=False))
    if view.surface.axes == 1:  # there the second range is the loss's
        own = {view.axes[0]: view.x_range}
        if axes[0] == view.axes[0]:
            own["loss"] = view.y_range
    names = (axes[0], "loss") if surface.axes == 1 else axes[:2]
    found = [zoomed.get(name) or own.get(name) for name in names]
    return found[0], found[1]
