"""Made-up data: the same everywhere, as many as asked, and what their names say."""

import contextlib
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.datasets.draw import Draw
from gd_visualizer.core.datasets.formula import Formula, FormulaError
from gd_visualizer.core.datasets.registry import DATASETS

KINDS = tuple(DATASETS.values())
SUMS = {  # of all numbers of 50 points at noise 0.25 and seed 7, in thousandths
    "line": 261072,
    "curve": 1073,
    "steps": 1071,
    "two clouds": 24491,
    "circle": 3596,
    "xor": 24169,
    "two spirals": 23603,
    "over or under": 11264,
    "plane": 11734,
    "bump": 9347,
}
PRINTED = """
import sys
from gd_visualizer.core.datasets.registry import DATASETS
for kind in DATASETS.values():
    X, y = kind.points(50, 0.25, 7)
    sys.stdout.write(X.tobytes().hex() + y.tobytes().hex() + "\\n")
"""


@pytest.mark.parametrize("kind", KINDS, ids=list(DATASETS))
def test_points_follow_from_the_seed_on_every_machine(kind) -> None:
    X, y = kind.points(50, 0.25, 7)
    assert round(1000 * float(X.sum() + y.sum())) == SUMS[kind.name]


def test_two_processes_make_the_same_points() -> None:
    command = [sys.executable, "-c", PRINTED]
    first, second = (subprocess.run(command, capture_output=True, check=True) for _ in range(2))
    assert first.stdout == second.stdout
    assert len(first.stdout.splitlines()) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=list(DATASETS))
@given(st.integers(1, 300), st.floats(0, 5), st.integers(0, 2**63 - 1))
def test_there_are_as_many_finite_points_as_asked(kind, count, noise, seed) -> None:
    X, y = kind.points(count, noise, seed)
    assert X.shape == (count, kind.inputs)
    assert y.shape == (count,)
    assert np.isfinite(X).all()
    assert np.isfinite(y).all()
    assert abs(X).max() < 60
    if kind.classes:
        assert set(y.tolist()) <= {0.0, 1.0}


@pytest.mark.parametrize("kind", KINDS, ids=list(DATASETS))
def test_noise_and_seed_change_the_points(kind) -> None:
    points = [np.column_stack(kind.points(40, noise, seed)) for noise, seed in ((0.3, 1), (0.3, 2))]
    assert not np.array_equal(*points)
    assert not np.array_equal(points[0], np.column_stack(kind.points(40, 0.0, 1)))


def test_without_noise_the_classes_lie_where_their_names_say() -> None:
    (X, y) = DATASETS["circle"].points(200, 0.0, 3)
    radius = np.hypot(*X.T)
    assert radius[y == 1].max() < 1.5 < 2 < radius[y == 0].min()
    X, y = DATASETS["xor"].points(200, 0.0, 3)
    assert np.array_equal(X.prod(axis=1) > 0, y == 1)
    X, y = DATASETS["over or under"].points(200, 0.0, 3, "0.5 x^2 - 1")
    over = X[:, 1] - (0.5 * X[:, 0] ** 2 - 1)
    sure = abs(over) > 0.01  # as far as places are rounded
    assert np.array_equal(over[sure] > 0, y[sure] == 1)


def test_noise_is_the_deviation_that_it_is_called() -> None:
    drawn = Draw(5).normally(2.0, 200_000)
    assert abs(drawn.mean()) < 0.02
    assert abs(drawn.std() - 2) < 0.02
    within = (abs(drawn) < 2).mean(), (abs(drawn) < 4).mean()
    assert within == pytest.approx((0.683, 0.954), abs=0.005)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2x + 1", 4.0), ("sin(x)^2 + cos(x)²", 1.0), ("−x·3", -4.5), (".5(x - 1)", 0.25), ("2e0", 2)],
)
def test_a_typed_formula_is_read_as_it_is_meant(text, value) -> None:
    assert Formula(text)(np.array([1.5]))[0] == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["", "y", "x if x else 1", "__import__('os')", "lambda: 1", "(", "x" * 300, "1j", "True"],
)
def test_anything_else_is_no_formula(text) -> None:
    with pytest.raises(FormulaError):
        Formula(text)


@given(st.text(max_size=30))
def test_no_text_ends_in_another_error(text) -> None:
    with contextlib.suppress(FormulaError):
        Formula(text)(np.linspace(-3, 3, 7))
