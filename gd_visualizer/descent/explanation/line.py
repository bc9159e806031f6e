"""One line of an explanation."""

import math

from msgspec import Struct

from gd_visualizer.descent.explanation.equation import Equation
from gd_visualizer.text.message import Message


class Line(Struct, frozen=True):
    """What is computed, and how.

    ``label`` says it in words, ``name`` is what the result is called, as in ``w ←``. A line
    without an equation is a remark. ``parameter``, ``node`` (layer, node, from 0) or ``point``
    (from 0) is what it is about; ``parts`` are the lines that its numbers come from.
    """

    label: Message
    equation: Equation | None = None
    name: str = ""
    parameter: str = ""
    node: tuple[int, int] | None = None
    point: int | None = None
    parts: tuple["Line", ...] = ()

    @property
    def text(self) -> str:
        """The line in English: label, name and equation, without the lines of its parts."""
        if self.equation is None:
            return self.label.english
        if not math.isfinite(self.equation.value):
            return f"{self.label.english} (not a finite number)"
        name = f"{self.name} ← " if self.name else ""
        return f"{self.label.english}: {name}{self.equation.text}"


class Section(Struct, frozen=True):
    """The lines of one phase, or of one part of it."""

    title: Message
    lines: tuple[Line, ...]
