"""What a person would lose: how each lesson was when it was opened or saved, and where its file
is."""

from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from gd_visualizer.descent.saved.on_screen import differs, lesson_on_screen
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN


class Kept(NamedTuple):
    """A lesson as it lies in a file, None where it lies in none; and that file."""

    lesson: Lesson | None
    path: Path | None


class KeptLessons:
    """Every lesson that has been on screen, so that undo, which may bring an earlier one back,
    brings its file back too."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[Lesson, Kept] = WeakKeyDictionary()

    def of(self, state: State) -> Kept:
        """What is kept of the lesson on screen."""
        original = state.descent.lesson.original
        if original not in self._kept:
            self._kept[original] = _opened(original)
        return self._kept[original]

    def keep(self, lesson: Lesson, kept: Kept) -> None:
        """From now on ``kept`` is what ``lesson`` is compared with."""
        self._kept[lesson.original] = kept

    def unsaved(self, state: State) -> bool:
        """Whether somebody would miss what is on screen: other points, or a lesson or a table of
        their own with other weights or settings. What a built-in lesson is clicked or dragged
        through is not."""
        kept, lesson = self.of(state), state.descent.lesson
        if kept.lesson is None:
            return True
        if kept.path is None and lesson.taught is None:
            return False
        return differs(lesson_on_screen(state), kept.lesson)


def _opened(lesson: Lesson) -> Kept:
    """A lesson that is seen for the first time: a file's, a built-in one, or a table's."""
    if lesson.source:
        return Kept(lesson, Path(lesson.source))
    return Kept(lesson if lesson.id in BUILT_IN else None, None)
