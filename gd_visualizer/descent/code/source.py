"""Lines of source, and numbers and arrays as source."""

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.lesson.lesson import Phase

_WIDTH = 88
_MOST_ROWS = 12  # of an array, in a script for the screen
_MOST_WHOLE = 1000  # whole numbers as small as this cannot overflow as integers


class Source(Struct, frozen=True):
    """A line of the script, and the phase of the step that it belongs to (START: to none)."""

    text: str
    phase: Phase = Phase.START


def scalar(value: float, whole: bool = False) -> str:
    """A number that reads back to the same float64; ``whole``: 3 instead of 3.0."""
    text = repr(float(value))
    return text.removesuffix(".0") if whole else text


def array(name: str, values: Floats, whole: bool = False, elided: bool = False) -> list[str]:
    """``name = np.array(…)`` on as many lines as it takes.

    ``elided``: of long ones the first rows only, for looking at.
    """
    opening = f"{name} = np.array("
    rows = [_row(row, whole) for row in np.atleast_2d(values)[: _MOST_ROWS if elided else None]]
    text = rows[0] if values.ndim == 1 else f"[{', '.join(rows)}]"
    cut = elided and values.ndim == 2 and len(values) > _MOST_ROWS
    if not cut and len(opening) + len(text) + 1 <= _WIDTH:
        return [f"{opening}{text})"]
    if values.ndim == 1:
        return [f"{opening}[", *_wrapped(values, whole), "])"]
    lines = [f"    {row}," for row in rows]
    if cut:
        lines.append(f"    # … {len(values):,} in all: copy or save to have them")
    return [f"{opening}[", *lines, "])"]


def _row(row: Floats, whole: bool) -> str:
    return f"[{', '.join(scalar(value, whole) for value in row.tolist())}]"


def _wrapped(values: Floats, whole: bool) -> list[str]:
    lines, line = [], "   "
    for value in values.tolist():
        text = f" {scalar(value, whole)},"
        if len(line) + len(text) > _WIDTH:
            lines.append(line)
            line = "   "
        line += text
    return [*lines, line]


def all_whole(*arrays: Floats) -> bool:
    """Whether all numbers are whole and small, so that integers do as well."""
    return all(
        bool(np.all(values == np.round(values)) and np.all(np.abs(values) < _MOST_WHOLE))
        for values in arrays
    )


def of_phase(phase: Phase, *texts: str) -> list[Source]:
    """The lines of a phase."""
    return [Source(text, phase) for text in texts]
