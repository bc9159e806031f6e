"""Words and numbers in the reader's language, without knowing which it is."""

from typing import Protocol

from gd_visualizer.text.message import Message


class Speech(Protocol):
    """Knows the reader's language: what a message and a number are in it."""

    def words(self, message: Message) -> str:
        """The sentence of ``message`` in this language, its values in their places."""

    def number(self, text: str) -> str:
        """A number that is written with a decimal point, as this language writes it."""


class English:
    """What is said where nothing else is asked for: files, the command line, figures."""

    def words(self, message: Message) -> str:
        """The message's sentence as it stands in the program."""
        return message.english

    def number(self, text: str) -> str:
        """The number as it is."""
        return text


ENGLISH: Speech = English()
