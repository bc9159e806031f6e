"""The lesson of what is on screen as it is written: in the person's words, under a file's name."""

from pathlib import Path

from msgspec.structs import replace

from gd_visualizer.descent.saved.on_screen import lesson_on_screen
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.explanation.of_state import own_words
from gd_visualizer.view.text.translate import translate_message

_MOST = 200  # letters of a title


def written_lesson(state: State, current_weights: bool = False) -> Lesson:
    """What a file is to hold. A built-in lesson is written in the language that is in force: read
    from a file its words are a person's own."""
    lesson = lesson_on_screen(state, current_weights)
    original = state.descent.lesson.original

    def told(text: str) -> str:
        return translate_message(own_words(original, text)) if text else ""

    beats = tuple(replace(b, text=told(b.text), notes=told(b.notes)) for b in lesson.beats)
    title = "".join(c if c.isprintable() else " " for c in told(lesson.title))[:_MOST]
    return replace(lesson, title=title, summary=told(lesson.summary), beats=beats)


def named(lesson: Lesson, path: Path, another: bool) -> Lesson:
    """The lesson as it is opened from the file ``path``; ``another`` than the one it was made of
    is called as the file is."""
    lesson = replace(lesson, id=path.stem, source=str(path))
    return replace(lesson, title=path.stem[:_MOST], summary="") if another else lesson
