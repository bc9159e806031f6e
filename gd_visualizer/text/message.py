"""Words for the screen: an English sentence with places for values, translated by the view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """``text`` with ``{places}``; a value is a text (a name, a number), a count or a message.

    A count is shown with its thousands in groups. ``{text}`` alone is a person's own words.
    """

    text: str
    values: Mapping[str, "str | int | Message"] = field(default_factory=dict)

    @property
    def english(self) -> str:
        """The sentence in English, its values in their places."""
        return self.text.format(**{k: _english(v) for k, v in self.values.items()})


def _english(value: "str | int | Message") -> str:
    if isinstance(value, Message):
        return value.english
    return value if isinstance(value, str) else f"{value:,}"


def message(text: str, /, **values: "str | int | Message") -> Message:
    """A Message of the English ``text`` with ``values`` for its places."""
    return Message(text, values)


def joined(*parts: str | Message) -> Message:
    """Sentences, and the signs between them, one after the other."""
    values = {f"part{k}": part for k, part in enumerate(parts)}
    return Message("".join(f"{{{name}}}" for name in values), values)


def listed(parts: Sequence[Message], between: str) -> Message:
    """Messages one after the other, with the same sign ``between`` any two."""
    return joined(*[one for part in parts for one in (between, part)][1:])


def translatable(text: str) -> str:
    """Marks a text that is translated where it is shown."""
    return text
