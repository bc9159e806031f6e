"""Words and numbers in the person's language: every text on screen goes through here."""

import re
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from gd_visualizer.text.localized import localized
from gd_visualizer.text.message import Message
from gd_visualizer.text.speech import Speech, filled

CONTEXT = "gd-visualizer"
_SOURCES: dict[str, set[str]] = {}  # translated texts, and of which English words
_LONG = re.compile(r"\d{5}")  # they stand in groups


def tr(text: str, **values: str) -> str:
    """``text`` in the person's language, with its values in their ``{places}``."""
    translated = QCoreApplication.translate(CONTEXT, text)
    if not values:
        _SOURCES.setdefault(translated, set()).add(text)
        return translated
    return translated.format(**{name: localize_numbers(value) for name, value in values.items()})


def anew(shown: str, small: bool = False) -> str:
    """Words that ``tr`` has made, in the language that is in force now; others as they are.

    Of two English words that were the same one, the one with a ``small`` letter or the other.
    """
    sources = sorted(_SOURCES.get(shown, ()))
    return tr(sources[-1 if small else 0]) if sources else shown


def language() -> str:
    """The language that is in force, by its code."""
    return "de" if QLocale().language() == QLocale.Language.German else "en"


def translate_message(message: Message) -> str:
    """A Message in the person's language, with the numbers in its values localized."""
    return speech().words(message)


def localize_numbers(text: str) -> str:
    """Numbers with the locale's decimal mark, thousands in groups: 12,345.6 or 12.345,6."""
    return speech().number(text)


@lru_cache(maxsize=4096)  # dozens a frame, most of them those of the last one
def _localized(text: str, point: str, group: str) -> str:
    if point == "." and not _LONG.search(text):
        return text
    return localized(text, point, group)


class _PersonsLanguage(NamedTuple):
    """What is said in the language that is chosen, and in its numerals: another language is not
    equal, so that nothing that is kept for one is taken for the other's."""

    language: str
    point: str
    group: str

    def words(self, message: Message) -> str:
        """The message's sentence, with the numbers in its values localized."""
        return filled(message, tr, self.number, self.group)

    def number(self, text: str) -> str:
        """A number with the locale's decimal mark."""
        return _localized(text, self.point, self.group)


def speech() -> Speech:
    """What is said in the language that is in force now."""
    locale = QLocale()
    return _PersonsLanguage(locale.name(), locale.decimalPoint(), locale.groupSeparator())
