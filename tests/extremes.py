"""Valid lessons with numbers from one end of the floats to the other, drawn by seed."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.file.reader import parse_lesson
from gd_visualizer.lesson.file.refusal import LessonError
from gd_visualizer.lesson.lesson import Lesson

ROWS = 0, 1, 40
SAMPLE = 100  # lessons in every test run, each drawn in one way; the long run draws them all
LONG = range(0, 40_000, 1000)  # seeds, from which on 500 lessons each are drawn in every way
EACH = 500
_ACTIVATIONS, _OPTIMIZERS = list(ACTIVATIONS), list(OPTIMIZERS)
_LOSSES = [loss.name for loss in LOSSES.values() if not loss.of_sums]
_ENDS = 0.0, 1.0, -1.0, 1e-320, -5e-324, 1.7e308, -1.7e308, 1e308, 1e154, 1e-154, 1e-160


def lesson_text(seed: int) -> str:
    """A lesson of this seed; whether it is taken depends on its numbers."""
    draw = random.Random(seed)
    layers = [draw.randint(1, 2), *(draw.randint(1, 3) for _ in range(draw.randint(0, 2))), 1]
    sigmoid = draw.random() < 0.15
    kinds = [draw.choice(_ACTIVATIONS) for _ in layers[1:]]
    kinds[-1] = "sigmoid" if sigmoid else draw.choice(("identity", kinds[-1]))
    points = draw.choice((1, 1, 2, 5))
    numbers = [_numbers(draw) for _ in range(3)]
    inputs = [[numbers[0](draw) for _ in range(layers[0])] for _ in range(points)]
    targets = [numbers[1](draw) for _ in range(points)]
    loss = draw.choice(_LOSSES)
    if sigmoid:
        loss, targets = "binary cross-entropy", [float(draw.random() < 0.5) for _ in targets]
    weights = [
        [[numbers[2](draw) for _ in range(m)] for _ in range(n)] for n, m in pairwise(layers)
    ]
    rate = abs(draw.choice((_ends, _tame, _any))(draw)) or 1.0
    biases = draw.random() < 0.4
    penalty = ""
    if draw.random() < 0.15:
        penalty = f"penalty = {{ l2 = {abs(_any(draw))!r} }}"
    return f"""format = 1
title = "Extreme {seed}"
[network]
layers = {layers}
activations = {str(kinds).replace("'", '"')}
biases = {str(biases).lower()}
[data]
inputs = {inputs}
targets = {targets}
[start]
weights = {weights}
[descent]
loss = "{loss}"
optimizer = "{draw.choice(_OPTIMIZERS)}"
learning_rate = {rate!r}
{penalty}
"""


def lessons(first: int, count: int) -> Iterator[tuple[int, Lesson]]:
    """``count`` lessons that are taken, with their seeds, from the seed ``first`` on."""
    seed = first
    while count:
        try:
            lesson = parse_lesson(lesson_text(seed).encode(), f"{seed}.toml", None)
        except LessonError:
            pass
        else:
            count -= 1
            yield seed, lesson
        seed += 1


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Says of what fails inside which lesson it was."""
    try:
        yield
    except Exception as error:
        error.add_note(lesson_text(seed))
        raise


def states(lesson: Lesson) -> Iterator[State]:
    """The lesson after 0, 1 and 40 steps, as far as there are so many."""
    first = open_lesson(lesson)
    descent: Descent = first.descent
    for row in ROWS:
        if descent.row < row:
            descent = take_steps(descent, row - descent.row, heed_stop=False)
        if row and descent.row == 0:
            return
        yield State(descent, first.display)
        if descent.row < row:
            return


def _numbers(draw: random.Random):  # type: ignore[no-untyped-def]
    """How the numbers of one kind are drawn in one lesson."""
    middle = draw.choice((draw.uniform(-320, 308), draw.uniform(-20, 20), 0.0))
    wide = draw.choice((0.0, 1.0, 20.0))

    def near(draw: random.Random) -> float:
        return _signed(draw, min(max(draw.gauss(middle, wide), -320), 308.2))

    def same(_draw: random.Random, value: float = near(draw)) -> float:
        return value

    return draw.choice((_tame, _ends, near, near, same))


def _signed(draw: random.Random, exponent: float) -> float:
    return draw.choice((1, -1)) * float(10.0**exponent)


def _tame(draw: random.Random) -> float:
    return round(draw.uniform(-3, 3), draw.choice((0, 1, 2)))


def _ends(draw: random.Random) -> float:
    return draw.choice(_ENDS)


def _any(draw: random.Random) -> float:
    return _signed(draw, draw.uniform(-320, 308.2))
