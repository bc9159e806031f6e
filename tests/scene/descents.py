"""Descents to look at: the built-in lessons', and those of made-up networks."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Section, parameters
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.catalogue import load
from tests.descent.lessons import make


def proof(examples: int) -> settings:
    """So many examples, the same ones in every run."""
    return settings(max_examples=examples, derandomize=True, database=None, deadline=None)


@cache
def after(lesson: str, steps: int | None = None) -> Descent:
    """A built-in lesson after so many steps, or where the command line stops by itself."""
    opened = open_lesson(load(lesson))
    if steps is None:
        stop = opened.descent.lesson.stop.steps
        return take_steps(opened.descent, 50 if stop is None else stop)
    return take_steps(opened.descent, steps, heed_stop=False)


def diverged() -> Descent:
    """The lesson on too big a step, up to the last finite row."""
    descent = after("learning-rate", 1000)
    assert descent.ending is not None
    assert descent.ending.kind == "diverged"
    return descent


def bowl(lowest: float, start: float, rate: float = 0.05, steps: int = 0) -> Descent:
    """One weight, loss (w − ``lowest``)²."""
    lesson = make((1, 1), [[1.0]], [[lowest]], [start], rate)
    return take_steps(open_lesson(lesson).descent, steps, heed_stop=False)


@st.composite
def networks(
    draw: st.DrawFn, most_layers: int = 9, most_nodes: int = 64, most_steps: int = 3
) -> Descent:
    """Made-up networks on one to four points, with weights from tiny to huge, some steps on."""
    layers = tuple(draw(st.lists(st.integers(1, most_nodes), min_size=2, max_size=most_layers)))
    biases = draw(st.booleans())
    size = sum((n + biases) * m for n, m in pairwise(layers))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    points = draw(st.integers(1, 4))
    scale = 10.0 ** draw(st.integers(-6, 6))
    lesson = make(
        layers,
        random.uniform(-3, 3, (points, layers[0])),
        random.uniform(-3, 3, (points, layers[-1])),
        random.normal(size=size) * scale,
        rate=10.0 ** draw(st.integers(-6, 0)),
        activation=draw(st.sampled_from(list(ACTIVATIONS))),
        biases=biases,
    )
    steps = draw(st.integers(0, most_steps))
    return take_steps(open_lesson(lesson).descent, steps, heed_stop=False)


def along(descent: Descent, axes: Sequence[str]) -> Section:
    """The section along parameters by name."""
    return parameters(descent.lesson.objective, tuple(axes))
