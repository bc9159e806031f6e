"""The rule that the script shows is the rule that the program follows."""

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.code import rules
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.explanation.values import StepValues, step_values
from gd_visualizer.descent.state.state import open_lesson
from tests.descent.explanation.test_whole import other_options
from tests.descent.lessons import tanh_network


def by_the_script(values: StepValues) -> np.ndarray:
    """New weights (P,) by the lines of the script alone."""
    size = len(values.theta)
    lines = [
        *rules.settings(values),
        f"learning_rate = {rules.rate(values)}",
        *rules.state(values, [("w", slice(0, size), (size,))]),
        *rules.rule(values),
    ]
    known = {"np": np, "weight": values.theta, "slope": values.gradient}
    exec("\n".join(lines), known)
    arguments = [f"{slot}_w" for slot in rules.slots(values)]
    found: np.ndarray = eval(f"updated({', '.join(('weight', 'slope', *arguments))})", known)
    return found


@pytest.mark.parametrize("steps", [1, 2, 6])
@pytest.mark.parametrize("given", ["defaults", "other options", "zeros"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_rule_of_the_script_makes_the_step_of_the_program(
    optimizer: str, given: str, steps: int
) -> None:
    options = {
        "defaults": {},
        "other options": other_options(optimizer),
        "zeros": dict.fromkeys(OPTIMIZERS[optimizer].options, 0.0),
    }[given]
    lesson = tanh_network(optimizer=optimizer, options=options)
    lesson = replace(lesson, settings=replace(lesson.settings, batch_size=7))
    values = step_values(take_steps(open_lesson(lesson).descent, steps), 0)
    np.testing.assert_allclose(by_the_script(values), values.after, rtol=1e-13, atol=1e-16)
