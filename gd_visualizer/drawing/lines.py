"""Text broken into lines, never inside of an equation that has room on one."""

from collections.abc import Iterable, Sequence

from gd_visualizer.drawing.typeface import Weight, width_of

_JOINS = frozenset("=≈×·−+÷→←≤≥<>")  # signs that stay with both of their neighbours


def broken(text: str, size: float, room: float, weight: Weight = "regular") -> list[str]:
    """Lines of at most ``room``, broken between words; inside of an equation or of brackets only
    where those alone are wider."""
    made: list[str] = []
    for piece in _pieces(text):
        longer = f"{made[-1]} {piece}" if made else piece
        if made and width_of(longer, size, weight) <= room:
            made[-1] = longer
        elif width_of(piece, size, weight) <= room:
            made.append(piece)
        else:
            _add(made, piece.split(" "), size, room, weight)
    return made


def _add(made: list[str], parts: Sequence[str], size: float, room: float, weight: Weight) -> None:
    """The ``parts`` of what is wider than a line, one after the other."""
    for part in parts:
        longer = f"{made[-1]} {part}" if made else part
        if made and width_of(longer, size, weight) <= room:
            made[-1] = longer
        else:
            made.append(part)


def _pieces(text: str) -> list[str]:
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
    return made


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
    made = broken(text, size, room, weight)
    for share in range(19, 9, -1):
        narrower = broken(text, size, room * share / 20, weight)
        if len(narrower) > len(made):
            break
        made = narrower
    return made
