"""The languages that the words of the program are there in."""

from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.text.speech import ENGLISH, Speech

_MARKS = {"de": (",", ".")}  # the decimal mark, and what thousands are apart by
NAMES = {"en": "English", "de": "Deutsch"}
LANGUAGES = tuple(NAMES)


def speech_in(language: str) -> Speech:
    """The words and numerals of one of ``LANGUAGES``, without Qt."""
    if language not in _MARKS:
        return ENGLISH
    from gd_visualizer.text.translated import Translated

    return Translated(
        resources_folder() / f"translations/gd-visualizer_{language}.ts", *_MARKS[language]
    )
