"""Another language from a file of translations, where there is no Qt to look words up."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from gd_visualizer.text.localized import localized
from gd_visualizer.text.message import Message
from gd_visualizer.text.speech import filled


@lru_cache
def translations(file: Path) -> dict[str, str]:
    """The sentences of one of Qt's .ts ``file``s by their English ones."""
    tree = ElementTree.parse(file)
    pairs = ((one.findtext("source"), one.findtext("translation")) for one in tree.iter("message"))
    return {source: translation for source, translation in pairs if source and translation}


@dataclass(frozen=True)
class Translated:
    """A Speech by a ``file`` of translations, its numbers with a decimal mark ``point`` and
    thousands apart by ``group``."""

    file: Path
    point: str
    group: str

    def words(self, message: Message) -> str:
        """The message's sentence; what has no translation in English."""
        known = translations(self.file)
        return filled(message, lambda text: known.get(text, text), self.number, self.group)

    def number(self, text: str) -> str:
        """The numbers in ``text`` as they are written there."""
        return localized(text, self.point, self.group)
