"""Words for the screen: an English sentence with places for values, translated by the view."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """``text`` with ``{places}``; a value is a text (a name, a number) or another message."""

    text: str
    values: Mapping[str, "str | Message"] = field(default_factory=dict)

    @property
    def english(self) -> str:
        """The sentence as it stands."""
        return self.text.format(
            **{k: v if isinstance(v, str) else v.english for k, v in self.values.items()}
        )


def message(text: str, /, **values: "str | Message") -> Message:
    """The message with its values."""
    return Message(text, values)


def marked(text: str) -> str:
    """Marks a text that is translated where it is shown."""
    return text
