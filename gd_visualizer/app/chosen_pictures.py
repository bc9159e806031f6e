"""Which pictures a person has chosen for each lesson, from one time to the next."""

from collections.abc import Sequence
from urllib.parse import quote

from msgspec.structs import replace
from PySide6.QtCore import QSettings

from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.pictures import PANELS, Panel


class ChosenPictures:
    """Keeps them in ``settings``, by the lesson's file or its id."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def applied(self, lesson: Lesson) -> Lesson:
        """The lesson, showing at first what was chosen for it the last time."""
        kept = str(self._settings.value(_key(lesson), "")).split()
        names = {panel.name: panel for panel in PANELS}
        panels = tuple(names[name] for name in dict.fromkeys(kept) if name in names)
        return replace(lesson, view=replace(lesson.view, panels=panels)) if panels else lesson

    def keep(self, lesson: Lesson, panels: Sequence[Panel]) -> None:
        """Remembers ``panels``."""
        self._settings.setValue(_key(lesson), " ".join(panel.name for panel in panels))


def _key(lesson: Lesson) -> str:
    return f"pictures/{quote(lesson.source or lesson.id, safe='')}"
