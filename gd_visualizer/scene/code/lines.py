"""The script of a step as it is looked at: the current phase is lit, and tells its values."""

from functools import lru_cache

from msgspec import Struct

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.code.results import results
from gd_visualizer.descent.code.script import script
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.text.numerals import MINUS

_KEPT = "\u00a0"  # a space at which nothing is wrapped
_MOST = 8  # numbers in a comment; of more, how many there are


class CodeLine(Struct, frozen=True):
    """A line of the script; ``told`` are the values that it computes, as a comment behind it."""

    code: str
    lit: bool = False
    told: str = ""

    @property
    def text(self) -> str:
        """All of it; a comment is wrapped as a whole."""
        return f"{self.code}  #{_KEPT}{self.told}" if self.told else self.code


@lru_cache(maxsize=2)
def code_lines(state: State) -> tuple[CodeLine, ...]:
    """The script of the step of a state, of long data the first rows only.

    A phase whose result is asked for is lit, but tells nothing.
    """
    values = step_values(state.descent, 0)
    asked, blank = state.progress.asked, state.progress.blank
    phase = asked or state.descent.phase
    shown = script(values, elided=True)
    lit = [line.phase == phase != Phase.START and bool(line.text) for line in shown]
    known: dict[str, Array] = {}
    if any(lit) and not asked and blank is None:
        known = results(values, script(values))
    numerals = printed(state)
    told = [
        _told(known[line.text], numerals) if on and line.text in known else ""
        for line, on in zip(shown, lit, strict=True)
    ]
    return tuple(
        CodeLine(line.text, on, words) for line, on, words in zip(shown, lit, told, strict=True)
    )


def _told(values: Array, numerals: Printed) -> str:
    """As NumPy prints them, with the digits that the screen's numbers have; of many their shape."""
    if values.size > _MOST:
        return f"{_KEPT}×{_KEPT}".join(map(str, values.shape))
    return _nested(values, numerals)


def _nested(values: Array, numerals: Printed) -> str:
    if not values.ndim:
        return _number(float(values), numerals)
    return f"[{_KEPT.join(_nested(part, numerals) for part in values)}]"


def _number(value: float, numerals: Printed) -> str:
    """As on the rest of the screen, in Python's letters."""
    text = numerals.text(value).replace(MINUS, "-")
    plain = text.lstrip("-").replace(".", "").isdigit()
    return text if plain else f"{value:.{numerals.of(value)}g}"
