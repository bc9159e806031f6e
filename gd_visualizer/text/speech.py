"""Words and numbers in the reader's language, without knowing which it is."""

from collections.abc import Callable
from typing import Protocol

from gd_visualizer.text.message import Message


class Speech(Protocol):
    """Knows the reader's language: what a message and a number are in it."""

    def words(self, message: Message) -> str:
        """The sentence of ``message`` in this language, its values in their places."""

    def number(self, text: str) -> str:
        """A number that is written with a decimal point, as this language writes it."""


def filled(
    message: Message, sentence: Callable[[str], str], number: Callable[[str], str], group: str
) -> str:
    """``message`` with the ``sentence`` that stands for its English one, its values in their places
    as ``number`` writes them; thousands of counts are apart by ``group``."""
    if message.text == "{text}":
        return str(message.values["text"])  # a person's own words
    said = sentence(message.text)
    if not message.values:
        return said

    def value(one: str | int | Message) -> str:
        if isinstance(one, Message):
            return filled(one, sentence, number, group)
        return number(one) if isinstance(one, str) else f"{one:,}".replace(",", group)

    return said.format(**{name: value(one) for name, one in message.values.items()})


class English:
    """What is said where nothing else is asked for: files, the command line, figures."""

    def words(self, message: Message) -> str:
        """The message's sentence as it stands in the program."""
        return message.english

    def number(self, text: str) -> str:
        """The number as it is."""
        return text


ENGLISH: Speech = English()
