"""German as the window speaks it, read from the translations' source, without Qt."""

import xml.etree.ElementTree as ElementTree
from functools import cache

from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.text.message import Message
from gd_visualizer.text.numerals import localized


@cache
def _translations() -> dict[str, str]:
    tree = ElementTree.parse(resources_folder() / "translations/gd-visualizer_de.ts")
    pairs = ((m.findtext("source"), m.findtext("translation")) for m in tree.iter("message"))
    return {source: translation for source, translation in pairs if source and translation}


class German:
    """A Speech."""

    def words(self, message: Message) -> str:
        if message.text == "{text}":
            return str(message.values["text"])
        values = {name: self._value(value) for name, value in message.values.items()}
        return _translations().get(message.text, message.text).format(**values)

    def number(self, text: str) -> str:
        return localized(text, ",", ".")

    def _value(self, value: str | int | Message) -> str:
        if isinstance(value, Message):
            return self.words(value)
        return self.number(value) if isinstance(value, str) else f"{value:,}".replace(",", ".")
