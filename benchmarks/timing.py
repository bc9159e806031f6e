"""Timing side by side: the contestants take turns, so that what disturbs one disturbs all."""

import statistics
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

# Seconds that a contestant runs before it is another's turn: long against the clock, short against
# the slices of time in which a busy machine goes from process to process.
BLOCK = 0.002

# Processor time, so that what other programs do is not counted; where that clock is too coarse
# (Windows), the time on the wall.
_FINE = time.get_clock_info("process_time").resolution < 1e-6
clock = time.process_time if _FINE else time.perf_counter
CLOCK = "processor time" if _FINE else "time on the wall"


class Seconds(NamedTuple):
    """Seconds per call over many blocks of calls."""

    median: float
    fastest: float  # the block that was disturbed least


def side_by_side(
    contestants: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, Seconds]:
    """Seconds per call of each contestant, over ``rounds`` blocks of calls."""
    calls = {name: _calls(call) for name, call in contestants.items()}
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, call in contestants.items():
            seconds[name].append(_block(call, calls[name]) / calls[name])
    return {name: Seconds(statistics.median(s), min(s)) for name, s in seconds.items()}


def _calls(call: Callable[[], object]) -> int:
    """How many calls fill a block; the call is warm afterwards."""
    call()
    calls = 1
    while (seconds := _block(call, calls)) < BLOCK / 4:
        calls *= 2
    return max(1, round(calls * BLOCK / seconds))


def _block(call: Callable[[], object], calls: int) -> float:
    start = clock()
    for _ in range(calls):
        call()
    return clock() - start
