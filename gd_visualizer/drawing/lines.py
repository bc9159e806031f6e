"""Text broken into lines, never inside of an equation that has room on one."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf

from gd_visualizer.drawing.typeface import Weight, width_of

_JOINS = frozenset("=≈×·−+÷→←≤≥<>*/")  # signs that stay with both of their neighbours
_LENIENT = 1e-6  # px: advances added up in another order make no other line


def broken(text: str, size: float, room: float, weight: Weight = "regular") -> list[str]:
    """Lines of at most ``room``, broken between words; inside of an equation or of brackets only
    where those alone are wider."""
    return _filled(_measured(text, size, weight), room + _LENIENT, size, weight)


def _measured(text: str, size: float, weight: Weight) -> list[tuple[str, float]]:
    """What stays together, each with its width."""
    return [(piece, width_of(piece, size, weight)) for piece in _pieces(text)]


def _filled(
    pieces: Sequence[tuple[str, float]], room: float, size: float, weight: Weight
) -> list[str]:
    """Lines as full as they get."""
    made, space, end = list[str](), width_of(" ", size, weight), inf
    for piece, wide in pieces:
        if end + space + wide <= room:
            made[-1] += f" {piece}"
            end += space + wide
        elif wide <= room:
            made.append(piece)
            end = wide
        else:
            for part in piece.split(" "):
                own = width_of(part, size, weight)
                if end + space + own <= room:
                    made[-1] += f" {part}"
                    end += space + own
                else:
                    made.append(part)
                    end = own
    return made


@lru_cache(maxsize=1024)
def _pieces(text: str) -> tuple[str, ...]:
    """What stays together: a word; words around signs; what stands in square brackets."""
    made: list[str] = []
    opened = joins = False
    for word in text.replace("\n", " ").split(" "):
        if not word:
            continue
        sign = word in _JOINS
        if made and (opened or joins or sign):
            made[-1] += f" {word}"
        else:
            made.append(word)
        opened = word.count("[") > word.count("]") or (opened and "]" not in word)
        joins = sign
    return tuple(made)


def fitted(
    text: str, room: tuple[float, float], sizes: Iterable[float], line: float
) -> tuple[float, list[str]]:
    """The size of letters and the lines of ``text``, whose own lines are kept, in a ``room`` of
    (width, height): the first of the ``sizes`` with which it has room, else the last. A line is
    ``line`` sizes high."""
    width, height = room
    size, lines = 0.0, [""]
    for size in sizes:
        lines = [one for part in text.split("\n") for one in (broken(part, size, width) or [""])]
        if len(lines) * line * size <= height:
            break
    return size, lines


def balanced(text: str, size: float, room: float, weight: Weight = "regular") -> list[str]:
    """As few lines as have room, all about as long."""
    pieces = _measured(text, size, weight)
    made = _filled(pieces, room + _LENIENT, size, weight)
    for share in range(19, 9, -1):
        narrower = _filled(pieces, room * share / 20 + _LENIENT, size, weight)
        if len(narrower) > len(made):
            break
        made = narrower
    return made
