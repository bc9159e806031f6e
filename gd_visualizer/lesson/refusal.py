"""How a file is refused: in one line that names the file, the place and what was expected.

Places are the file's own keys, ``network.layers[2]``. Lists count from 1 in them, as nodes and
points do everywhere: ``start.weights[1][2]`` is the second row of the first layer's weights, and
``beat[3].do[1]`` the first action of the third beat.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches

_BARE = re.compile(r"[A-Za-z0-9_-]{1,40}")


class LessonError(Exception):
    """A lesson that cannot be read. The message is one line for a person, without control codes."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))


class Refusal(Exception):  # noqa: N818
    """What is wrong at ``where`` in a file whose name is not known yet; see ``naming``."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}" if where else problem)


def expected(where: str, what: str, got: object) -> Refusal:
    """The refusal ``where: expected what, got …``, with the value ``got`` as ``shown``."""
    return Refusal(where, f"expected {what}, got {shown(got)}")


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Turns a Refusal inside into a LessonError about the file ``name``."""
    try:
        yield
    except Refusal as refusal:
        raise LessonError(f"{name}: {refusal}") from None


def one_line(text: str) -> str:
    """``text`` with everything escaped that is not printable: no new lines, no control codes."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def shortened(text: str, most: int = 40) -> str:
    """``text``, its end replaced by … where it is longer than ``most`` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def shown(value: object) -> str:
    """A value of a file as a message shows it: short, on one line, in words where it is nested."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return repr(shortened(value))
        case int() if value.bit_length() > 128:
            return "a whole number that is too large"  # repr refuses to write the largest
        case int() | float():
            return repr(value)
        case list():
            return f"a list of {len(value)}" if value else "an empty list"
        case dict():
            return "a table"
    return "a date or time"


def listed(words: Sequence[str], last: str = "or") -> str:
    """``a, b or c``."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(count: int, noun: str) -> str:
    """``1 number``, ``2 numbers``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def below(where: str, key: str) -> str:
    """The place of ``key`` in the table at ``where``; '' is the document itself."""
    key = key if _BARE.fullmatch(key) else shown(key)
    return f"{where}.{key}" if where else key


def unknown_key(where: str, key: str, known: Sequence[str]) -> Refusal:
    """The refusal of a key that the table at ``where`` does not have, with the nearest known."""
    near = get_close_matches(key[:60], known, 1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    return Refusal(below(where, key), f"unknown key{hint}; expected {listed(known)}")


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
            raise expected(f"{where}[{place}]", "each name once", value)


def one_way(where: str, given: Sequence[str], ways: Sequence[Sequence[str]], words: str) -> None:
    """Raises a Refusal unless the keys ``given`` are exactly those of one of the ``ways``."""
    if not any(set(given) == set(way) for way in ways):
        raise Refusal(where, f"expected {words}, got {listed(given, 'and') or 'nothing'}")
