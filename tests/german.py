"""German as the window speaks it, read from the translations' source, without Qt."""

import re
import xml.etree.ElementTree as ElementTree
from functools import cache

from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.text.message import Message

_NUMBER = re.compile(r"(?<![\w./])(\d+)(?:\.(\d+))?(?![\w/]|\.\d)")
_LISTED = re.compile(r"(?<=\d), (?=[−\d])")


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
        return _NUMBER.sub(_localized, _LISTED.sub("; ", text))

    def _value(self, value: str | int | Message) -> str:
        if isinstance(value, Message):
            return self.words(value)
        return self.number(value) if isinstance(value, str) else f"{value:,}".replace(",", ".")


def _localized(found: re.Match[str]) -> str:
    whole, rest = found[1], found[2]
    if len(whole) >= 5:
        whole = f"{int(whole):,}".replace(",", ".")
    return whole if rest is None else f"{whole},{rest}"
