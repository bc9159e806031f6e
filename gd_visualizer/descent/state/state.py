"""The whole state of the program as one value."""

from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.descent.state.descent import Descent, begin
from gd_visualizer.descent.state.display import Display, first_display
from gd_visualizer.descent.state.section import Section, section
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.lesson.lesson import Lesson, Phase


class Progress(Struct, frozen=True):
    """The place in the lesson's script, and how much of it has been told.

    ``beat`` is how many beats of the lesson were over when its script was last followed, see
    ``script``; ``came_from`` the state in which the clicker left the lesson before.
    ``reveal_by_phase``: values appear phase by phase; not where a person takes whole steps, or
    moves a weight by hand to see what it does. ``predict``: every result is asked for before it is
    shown; ``asked`` is the phase whose result is asked for now. ``seeking``: in the dark it is
    asked where the lowest place is, before the light shows it; by hand, or by a beat. ``blank``: on
    a worksheet, beside what is asked, the phases whose results are to be filled in as well, UPDATE
    for the weight that the step begins with; None elsewhere.
    """

    beat: int = 0
    came_from: "State | None" = None
    reveal_by_phase: bool = True
    predict: bool = False
    asked: Phase | None = None
    seeking: Literal["", "hand", "beat"] = ""
    blank: frozenset[Phase] | None = None

    @property
    def asking(self) -> bool:
        """Whether a beat, or a phase, has been begun and asks for its result."""
        return self.asked is not None or self.seeking == "beat"

    def unasked(self) -> "Progress":
        """Without what is asked now; the same where nothing is."""
        if self.asked is None and not self.seeking:
            return self
        return replace(self, asked=None, seeking="")


class State(Struct, frozen=True, eq=False, dict=True):
    """What happens, what is looked at, and where in the lesson's script that is. Compared with
    ``is``."""

    descent: Descent
    display: Display
    progress: Progress = Progress()

    @cached_property
    def section(self) -> Section:
        """What the surface is cut along."""
        return section(self.display, self.descent.lesson.objective)


def open_lesson(lesson: Lesson) -> State:
    """The lesson at its start."""
    descent = begin(lesson, lesson.settings, lesson.start, home=lesson.start)
    rows = shown_rows(descent)
    display = first_display(lesson)
    if rows is not None:
        display = replace(display, point=int(rows[0]))
    return State(descent, display, Progress(predict=lesson.view.predict))
