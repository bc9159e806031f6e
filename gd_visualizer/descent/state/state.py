"""The whole state of the program as one value."""

from dataclasses import dataclass, replace
from functools import cached_property

from gd_visualizer.descent.state.descent import Descent, begin
from gd_visualizer.descent.state.display import Display, first_display
from gd_visualizer.descent.state.section import Section, section
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.lesson.lesson import Lesson


@dataclass(frozen=True, eq=False)
class State:
    """What happens, and what is looked at. Compared with ``is``."""

    descent: Descent
    display: Display

    @cached_property
    def section(self) -> Section:
        """What the surface is cut along."""
        return section(self.display, self.descent.lesson.network)


def open_lesson(lesson: Lesson) -> State:
    """The lesson at its start."""
    descent = begin(lesson, lesson.settings, lesson.start, home=lesson.start)
    rows = shown_rows(descent)
    display = first_display(lesson)
    return State(descent, display if rows is None else replace(display, point=int(rows[0])))
