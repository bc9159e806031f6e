"""Room for numbers that does not shrink, so that nothing moves when their digits change."""

from collections.abc import Sequence

from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.parts import ASKED, Chip, Sign
from gd_visualizer.text.speech import Speech

_MOST = 7.5  # about twelve digits; longer ones come and go
_TYPED = 3.2


class ReservedWidths:
    """The most room that each number has needed so far.

    Kept for each row of names on its own, in widths at a size of 1.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], list[float]] = {}
        self._widest: dict[str, float] = {}

    def copy(self) -> "ReservedWidths":
        """The same room, for numbers that are not seen yet and may never be."""
        made = ReservedWidths()
        made._kept, made._widest = dict(self._kept), dict(self._widest)
        return made

    def most(self, what: str, wide: float) -> float:
        """The greatest width of ``what`` so far."""
        self._widest[what] = max(wide, self._widest.get(what, 0.0))
        return self._widest[what]

    def of(self, row: Sequence[Chip | Sign], speech: Speech) -> list[float]:
        """The room of each part of ``row``, never less than before."""
        names = tuple("" if isinstance(part, Sign) else part.caption.english for part in row)
        needed = [_room(part, speech) for part in row]
        before = self._kept.get(names, needed)
        self._kept[names] = list(map(max, before, needed))
        return self._kept[names]


def _room(part: Chip | Sign, speech: Speech) -> float:
    """What a number needs at a size of 1; where one is asked for, it can be typed."""
    if isinstance(part, Sign):
        return 0.0
    if part.text == ASKED or part.role == "blank":
        return _TYPED
    return min(width_of(speech.number(part.text), 1, "bold"), _MOST)
