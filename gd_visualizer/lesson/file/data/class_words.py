"""Targets that are words: two classes, as numbers that the output can reach."""

import re
from collections.abc import Iterable, Sequence

from gd_visualizer.core.network.network import Network
from gd_visualizer.lesson.data import class_values
from gd_visualizer.lesson.file.refusal import Refusal, counted, expected, listed, quoted
from gd_visualizer.lesson.file.schema import TITLE, DataTable
from gd_visualizer.text.message import Message, message, translatable

_NAMED = 6  # classes that a refusal names


class Classes:
    """The two words of a lesson's targets, ``given`` or as they are met, and their numbers."""

    def __init__(self, network: Network, given: Sequence[str] | None) -> None:
        self.values = class_values(network)
        self.words: tuple[str, str] | None = None
        if given is not None:
            self.words = given[0].strip(), given[1].strip()
            if self.words[0] == self.words[1]:
                words = message("two different words")
                raise expected("data.classes", words, list(given))

    def meet(self, where: str | Message, words: Iterable[str]) -> None:
        """All the words that there are, at ``where``; the first one met is the lower class.

        Raises Refusal where they are not two.
        """
        if self.words is None:
            self.words = two_classes(where, list(dict.fromkeys(words)))

    def value(self, word: str) -> float | None:
        """The number of the class ``word``; None where it is neither."""
        return self.values[self.words.index(word)] if self.words and word in self.words else None


def two_classes(where: str | Message, found: Sequence[str]) -> tuple[str, str]:
    """The two different words ``found`` at ``where``. Raises Refusal where they are not two."""
    if len(found) == 2:
        return found[0], found[1]
    some = [quoted(word) for word in found[:_NAMED]] + ["…"] * (len(found) > _NAMED)
    names = listed(some, translatable("{some}, {last}"))
    text = translatable("expected two classes, got {what}: {names}")
    what = counted(len(found), translatable("1 word"), translatable("{count} words"))
    raise Refusal(where, message(text, what=what, names=names))


def numbered(
    table: DataTable, targets: list[float | list[float] | str], network: Network
) -> tuple[list[float | list[float]], tuple[str, str] | None]:
    """Targets with their classes as numbers, and the words of these; None where none is a word.

    Raises Refusal.
    """
    words = [target for target in targets if isinstance(target, str)]
    if not words and table.classes is None:
        return [target for target in targets if not isinstance(target, str)], None
    if network.layers[-1] != 1:
        raise Refusal("data.targets", message("words are the classes of one output"))
    for place, target in enumerate(targets, 1):
        if isinstance(target, str) and not re.match(TITLE, target):
            raise expected(f"data.targets[{place}]", message("a word in quotes"), target)
    classes = Classes(network, table.classes)
    classes.meet("data.targets", (word.strip() for word in words))
    numbers: list[float | list[float]] = []
    for place, target in enumerate(targets, 1):
        value = classes.value(target.strip()) if isinstance(target, str) else _number(target)
        if value is None or (value not in classes.values):
            what = listed([quoted(word) for word in classes.words or ()])
            raise expected(f"data.targets[{place}]", what, target)
        numbers.append(value)
    return numbers, classes.words


def _number(target: float | list[float]) -> float | None:
    """A target that is written as a number already."""
    flat = target[0] if isinstance(target, list) and len(target) == 1 else target
    return flat if isinstance(flat, float) else None
