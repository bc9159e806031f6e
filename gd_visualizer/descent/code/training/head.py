"""What both scripts begin with: the points as the program has them, start, settings, batches."""

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.descent.code import layers, penalty, rules
from gd_visualizer.descent.code.source import array
from gd_visualizer.descent.explanation.values import StepValues, step_values
from gd_visualizer.descent.state.descent import Descent, begin
from gd_visualizer.lesson.lesson import Lesson

_STEPS = 100  # of a descent that has not begun, in a lesson without a stop


class Training(Struct, frozen=True, eq=False):
    """So many ``steps`` from the start of a descent, all by the settings of now; ``values`` are
    those of the first step."""

    values: StepValues
    steps: int

    @property
    def lesson(self) -> Lesson:
        """Whose training it is."""
        return self.values.lesson

    @property
    def batched(self) -> bool:
        """Whether a step is made of some of the points."""
        return self.values.batch is not None

    @property
    def tests(self) -> bool:
        """Whether points are held out for testing."""
        return self.lesson.testing is not None


def training(descent: Descent, steps: int | None = None) -> Training:
    """As many ``steps`` as have been taken, or as the lesson stops after, if not given."""
    start = descent.timeline.theta(0)
    lesson = replace(descent.lesson, start=start, settings=descent.settings)
    first = begin(lesson, lesson.settings, start, start)
    count = steps or descent.row or lesson.stop.steps or _STEPS
    return Training(step_values(first, 0), count)


def title(asked: Training) -> list[str]:
    """What the script does, as comments."""
    name = " ".join(asked.lesson.title.split())
    return ["", f"# {name}: {asked.steps} steps from its start"]


def points(asked: Training) -> list[str]:
    """X and y, those of testing as X_test and y_test, scaled as the network is given them."""
    data = asked.lesson.data
    train, test = data.rows
    lines = [*array("X", data.X[train]), *array("y", data.y[train])]
    if asked.tests:
        lines += [*array("X_test", data.X[test]), *array("y_test", data.y[test])]
    if data.scaled:
        lines += [
            "mean, deviation = X.mean(axis=0), X.std(axis=0)",
            "deviation[deviation == 0] = 1",
            "X = (X - mean) / deviation",
            *(["X_test = (X_test - mean) / deviation"] if asked.tests else []),
        ]
    return lines


def start(asked: Training) -> list[str]:
    """W1, b1, W2, …: W[from, to], b[to]."""
    values, lines = asked.values, list[str]()
    for name, where, shape in layers.parts(values):
        lines += array(name, values.theta[where].reshape(shape))
    return lines


def settings(asked: Training, silent: bool) -> list[str]:
    """How a step is made; ``silent``: options too that change nothing."""
    values = asked.values
    lines = [f"learning_rate = {rules.rate(values)}", *rules.options(values, silent)]
    lines += [*penalty.settings(values, layers.parts(values)), f"steps = {asked.steps}"]
    if asked.batched:
        own = values.settings
        lines += [f"batch_size = {own.batch_size}", f"seed = {own.seed}"]
    return lines


def batches(asked: Training) -> list[str]:
    """Which points make a step, as a function."""
    if not asked.batched:
        return []
    return [
        "",
        "",
        "def rows_of(step):",
        '    """An epoch takes each point once, in an order drawn from (seed, epoch)."""',
        "    epoch, place = divmod(step - 1, -(-len(X) // batch_size))",
        "    order = np.random.default_rng((seed, epoch + 1)).permutation(len(X))",
        "    return np.sort(order[place * batch_size : (place + 1) * batch_size])",
    ]


def indented(lines: list[str]) -> list[str]:
    """As the body of a loop or a function."""
    return [f"    {line}" if line else "" for line in lines]


def settings_changed(descent: Descent) -> bool:
    """Whether a step of the run was made by other settings than those of now."""
    timeline, now = descent.timeline, descent.settings
    rows = np.arange(1, descent.row + 1)
    return any(timeline.settings(int(row)) != now for row in rows)
