"""A step as one NumPy script, line by line."""

from gd_visualizer.descent.code import layers, one_layer
from gd_visualizer.descent.code.source import Source, of_phase
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.lesson.lesson import Phase

_SHORT = 12  # numbers that are printed


def script(values: StepValues, elided: bool = False) -> tuple[Source, ...]:
    """Line by line; ``elided``: of long data the first rows only, for looking at."""
    fit = values.lesson.fit
    short = fit.y.size <= _SHORT
    if not one_layer.suits(values):
        body = layers.script(values, elided, short)
    elif fit.points == 1:
        body = one_layer.one_point(values)
    else:
        body = one_layer.many_points(values, elided, short)
    title = " ".join(values.lesson.title.split())
    return (
        # Not in the first two lines: there "coding: …" in a title would be an encoding to Python.
        *of_phase(Phase.START, "import numpy as np", "", f"# {title}: step {values.row + 1}", ""),
        *body,
        *of_phase(
            Phase.UPDATE, "", 'print("loss =", loss)', 'print("loss_updated =", loss_updated)'
        ),
    )


def as_text(values: StepValues) -> str:
    """The script as a file."""
    return "\n".join(line.text for line in script(values)) + "\n"
