"""Which rows of a run are shown, and for how long."""

import numpy as np
from msgspec import Struct

from gd_visualizer.figures.animation.refusal import AnimationError
from gd_visualizer.text.message import message
from gd_visualizer.text.numerals import number

MOST_FRAMES = 120
LONGEST = 12.0  # s from the start to the end, unless asked for
SLOWEST = 0.5  # s a step, where there are few
_FIRST, _LAST = 1.0, 2.0  # s for which start and end are held
_SHARES = 1 / 8, 1 / 4  # of the whole time, which they never exceed
_LEAST = 2, 3  # frames' time
_TICKS = 50  # a second at most: viewers of GIFs slow down what is faster


class Timing(Struct, frozen=True):
    """``rows`` from the first to the last, each for ``counts`` ticks of ``tick`` hundredths of a
    second, an even number."""

    rows: tuple[int, ...]
    counts: tuple[int, ...]
    tick: int


def timing(last: int, frames: int | None = None, seconds: float | None = None) -> Timing:
    """The rows from 0 to ``last``, evenly; at most ``frames``, in about ``seconds`` altogether.

    Raises AnimationError where there is no step, or no time for the frames.
    """
    if last < 1:
        raise AnimationError(message("there is no step that an animation could show"))
    most = frames or MOST_FRAMES
    if seconds is not None and frames is None:
        most = min(most, max(int(_moving(seconds)[1] * _TICKS), 2))
    rows = spread(last + 1, most)
    if seconds is None:
        seconds = min(LONGEST, SLOWEST * (len(rows) - 1)) + _FIRST + _LAST
    return Timing(rows, *_counts(len(rows), seconds))


def fewer(asked: Timing, frames: int) -> tuple[Timing, tuple[int, ...]]:
    """The same time with so many of its frames; and which ones."""
    kept = spread(len(asked.rows), frames)
    seconds = asked.tick * sum(asked.counts) / 100
    counts, tick = _counts(len(kept), seconds)
    return Timing(tuple(asked.rows[k] for k in kept), counts, tick), kept


def spread(count: int, most: int) -> tuple[int, ...]:
    """At most ``most`` of the numbers below ``count``, evenly, first and last among them."""
    places = np.round(np.linspace(0, count - 1, min(count, most)))
    return tuple(places.astype(int).tolist())


def _moving(seconds: float) -> tuple[tuple[float, float], float]:
    """How long start and end are held, and the time between."""
    first, last = min(_FIRST, _SHARES[0] * seconds), min(_LAST, _SHARES[1] * seconds)
    return (first, last), seconds - first - last


def _counts(frames: int, seconds: float) -> tuple[tuple[int, ...], int]:
    holds, moving = _moving(seconds)
    each = moving / max(frames - 2, 1)
    if round(each * _TICKS, 6) < 1:
        words = message(
            "{frames} frames do not go into {seconds} s, expected at most {most} a second",
            seconds=number(seconds),
            frames=str(frames),
            most=str(_TICKS),
        )
        raise AnimationError(words)
    for _ in range(2):  # held so many ticks at least, whatever that makes of the others
        held = [max(round(hold / each), k) for hold, k in zip(holds, _LEAST, strict=True)]
        each = seconds / (frames - 2 + sum(held))
    tick = 100 // _TICKS * max(round(each * _TICKS), 1)
    return (held[0], *[1] * (frames - 2), held[1]), tick
