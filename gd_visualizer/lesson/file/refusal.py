"""How a file is refused: in one line that names the file, the place and what was expected.

Places are the file's own keys, ``network.layers[2]``. Lists count from 1 in them, as nodes and
points do everywhere: ``start.weights[1][2]`` is the second row of the first layer's weights, and
``beat[3].do[1]`` the first action of the third beat.

Each sentence is a Message, which the window translates; ``str`` of an exception is its English.
What the file holds, its keys and values, stays as it is written there: ``own``.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from gd_visualizer.text.errors import one_line, own, reason
from gd_visualizer.text.message import Message, message, translatable

_BARE = re.compile(r"[A-Za-z0-9_-]{1,40}")
OR, AND = translatable("{some} or {last}"), translatable("{some} and {last}")


class LessonError(Exception):
    """A lesson that cannot be read. The message is one line for a person, without control codes."""

    def __init__(self, sentence: Message) -> None:
        super().__init__(one_line(sentence.english))
        self.message = sentence


class Refusal(Exception):  # noqa: N818
    """What is wrong at ``where`` in a file whose name is not known yet; see ``naming``."""

    def __init__(self, where: str | Message, problem: Message) -> None:
        self.message = at(where, problem) if where else problem
        super().__init__(self.message.english)


def at(where: str | Message, problem: Message) -> Message:
    """The problem after its place."""
    where = own(where) if isinstance(where, str) else where
    return message("{where}: {problem}", where=where, problem=problem)


def expected(where: str | Message, what: Message, got: object) -> Refusal:
    """The refusal ``where: expected what, got …``, with the value ``got`` as ``shown``."""
    return Refusal(where, message("expected {what}, got {got}", what=what, got=shown(got)))


def not_taken(where: str | Message, error: ValueError, got: object) -> Refusal:
    """The refusal of the value ``got`` for what ``error`` says of it."""
    return Refusal(where, message("{problem}, got {got}", problem=reason(error), got=shown(got)))


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Turns a Refusal inside into a LessonError about the file ``name``."""
    try:
        yield
    except Refusal as refusal:
        raise LessonError(at(name, refusal.message)) from None


def shortened(text: str, most: int = 40) -> str:
    """``text``, its end replaced by … where it is longer than ``most`` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def shown(value: object) -> Message:
    """A value of a file as a message shows it: short, on one line, in words where it is nested."""
    match value:
        case bool():
            return own("true" if value else "false")
        case str():
            return own(quoted(value))
        case int() if value.bit_length() > 128:
            return message("a whole number that is too large")  # repr refuses to write the largest
        case int() | float():
            return own(repr(value))
        case list() if value:
            return message("a list of {count}", count=own(str(len(value))))
        case list():
            return message("an empty list")
        case dict():
            return message("a table")
    return message("a date or time")


def quoted(text: str) -> str:
    """``text`` as a Python literal in quotes, shortened where it is long."""
    return repr(shortened(text))


def listed(words: Sequence[str | Message], joined: str = OR) -> Message:
    """``a, b or c``; ``joined`` is OR or AND."""
    first, *more = (own(word) if isinstance(word, str) else word for word in words or [""])
    for place, word in enumerate(more, 2):
        if place < len(words):
            first = message("{some}, {next}", some=first, next=word)
        else:
            first = Message(joined, {"some": first, "last": word})
    return first


def counted(count: int, one: str, more: str) -> Message:
    """``one`` or ``more``, marked: ``1 number``, ``{count} numbers``."""
    return Message(one) if count == 1 else Message(more, {"count": count})


def below(where: str, key: str) -> str:
    """The place of ``key`` in the table at ``where``; '' is the document itself."""
    key = key if _BARE.fullmatch(key) else quoted(key)
    return f"{where}.{key}" if where else key


def unknown_key(where: str, key: str, known: Sequence[str]) -> Refusal:
    """The refusal of a key that the table at ``where`` does not have, with the nearest known."""
    from difflib import get_close_matches  # not before the window's first frame

    near = get_close_matches(key[:60], known, 1)
    words = translatable("unknown key; expected {known}")
    if near:
        words = translatable("unknown key (did you mean {near}?); expected {known}")
    values = {"near": own(near[0])} if near else {}
    return Refusal(below(where, key), Message(words, {"known": listed(known), **values}))


def choice(where: str, value: str, known: Sequence[str]) -> None:
    """Raises a Refusal unless ``value`` is one of ``known``."""
    if value not in known:
        raise expected(where, listed(known), value)


def choices(where: str, values: Sequence[str], known: Sequence[str]) -> None:
    """Raises a Refusal unless ``values`` are of ``known``, each at most once."""
    for place, value in enumerate(values, 1):
        choice(f"{where}[{place}]", value, known)
    each_once(where, values)


def each_once(where: str, values: Sequence[str]) -> None:
    """Raises a Refusal at the first of ``values`` that stood before."""
    for place, value in enumerate(values, 1):
        if value in values[: place - 1]:
            raise expected(f"{where}[{place}]", message("each name once"), value)


def one_way(
    where: str, given: Sequence[str], ways: Sequence[Sequence[str]], words: Message
) -> None:
    """Raises a Refusal unless the keys ``given`` are exactly those of one of the ``ways``."""
    if not any(set(given) == set(way) for way in ways):
        got = listed(given, AND) if given else message("nothing")
        raise Refusal(where, message("expected {what}, got {got}", what=words, got=got))
