"""Arguments of the command line: what they may be, and how they are refused."""

import argparse
import sys
from collections.abc import Callable, Sequence

from gd_visualizer.text.errors import one_line

MOST_STEPS = 1_000_000
MOST_PIXELS = 10_000
MOST_SECONDS = 600
MOST_FRAMES = 1000


class RefusedError(Exception):
    """What was asked cannot be done; the message is one sentence for the person."""


def whole(low: int, high: int) -> Callable[[str], int]:
    """An argument type: a whole number from ``low`` to ``high``; else ArgumentTypeError."""

    def convert(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) < 19 and low <= int(text) <= high:
            return int(text)
        raise argparse.ArgumentTypeError(
            f"expected a whole number from {low:,} to {high:,}, got {text!r}"
        )

    return convert


def seconds(text: str) -> float:
    """A number of seconds, above 0 to 600; raises ArgumentTypeError."""
    try:
        found = float(text) if text.isascii() and "_" not in text else 0.0
    except ValueError:
        found = 0.0
    if 0 < found <= MOST_SECONDS:
        return found
    raise argparse.ArgumentTypeError(
        f"expected a number of seconds above 0, at most {MOST_SECONDS}, got {text!r}"
    )


def size(text: str) -> tuple[int, int]:
    """WIDTHxHEIGHT as (width, height) in px; raises ArgumentTypeError."""
    parts = text.lower().split("x")
    digits = len(parts) == 2 and all(p.isascii() and p.isdigit() and len(p) < 7 for p in parts)
    if digits and all(1 <= int(part) <= MOST_PIXELS for part in parts):
        return int(parts[0]), int(parts[1])
    raise argparse.ArgumentTypeError(
        f"expected WIDTHxHEIGHT in pixels, at most 10,000 each, e.g. 1600x1000, got {text!r}"
    )


def span(text: str) -> tuple[float, float]:
    """LO,HI as two numbers, LO below HI; raises ArgumentTypeError."""
    from gd_visualizer.lesson.file.view_table import apart

    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError:
        low, high = 0.0, 0.0
    if "_" not in text and apart(low, high) and abs(low) <= 1e100 and abs(high) <= 1e100:
        return low, high
    raise argparse.ArgumentTypeError(
        f"expected LO,HI, two numbers with LO below HI, e.g. -2,4, got {text!r}"
    )


def either(words: Sequence[str]) -> str:
    """The words, of which there are two or more, as "a, b or c"."""
    return f"{', '.join(words[:-1])} or {words[-1]}"


def complain(sentence: str) -> None:
    """One line on standard error, whatever the names in it hold."""
    if sys.stderr:
        print(f"gd-visualizer: {one_line(sentence)}", file=sys.stderr)
