"""A function of formulas is the same in decimals, in float64 and as NumPy source."""

from decimal import Decimal

import numpy as np
import pytest

from gd_visualizer.descent.explanation.expressions.functions import FUNCTIONS, Function


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS.keys())
@pytest.mark.parametrize("at", [-3.5, -1e-9, 0.0, 1e-9, 0.75, 20.0])
def test_a_function_is_the_same_in_all_three_ways(function: Function, at: float) -> None:
    arguments = [at, 0.5][: function.code.count("{")]
    if function.name in ("ln", "sqrt"):
        arguments = [abs(at) + 0.25]
    value = function.value(*arguments)
    assert float(function.exact(*map(Decimal, arguments))) == pytest.approx(value, rel=1e-15)
    source = function.code.format(*map(repr, arguments))
    assert eval(source, {"np": np}) == pytest.approx(value, rel=1e-15)
