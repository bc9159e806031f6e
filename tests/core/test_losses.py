import json
import math

import numpy as np
import pytest

from gd_visualizer.core.losses import LOSSES
from tests.core import torch_record

# name: value and slope of one output as textbooks write them
TEXTBOOK = {
    "mean squared error": (lambda p, t: (p - t) ** 2, lambda p, t: 2 * (p - t)),
    "half mean squared error": (lambda p, t: (p - t) ** 2 / 2, lambda p, t: p - t),
    "mean absolute error": (
        lambda p, t: abs(p - t),
        lambda p, t: 0 if p == t else math.copysign(1, p - t),
    ),
    "huber": (
        lambda p, t: (p - t) ** 2 / 2 if abs(p - t) <= 1 else abs(p - t) - 0.5,
        lambda p, t: p - t if abs(p - t) <= 1 else math.copysign(1, p - t),
    ),
    "binary cross-entropy": (
        # of the sum z, with p = 1/(1 + e^−z)
        lambda z, t: t * math.log1p(math.exp(-z)) + (1 - t) * math.log1p(math.exp(z)),
        lambda z, t: 1 / (1 + math.exp(-z)) - t,
    ),
}
ANY = [(p, t) for p in (-3.0, -0.75, 0.0, 0.5, 1.0, 2.25) for t in (-1.0, 0.0, 0.5, 4.0)]
SUMS = [(z, t) for z in (-9.0, -1.5, 0.0, 0.25, 8.0) for t in (0.0, 0.25, 1.0)]


def points_of(name):
    p, t = np.array(SUMS if LOSSES[name].of_sums else ANY).T
    return p, t


def test_the_losses_have_the_names_of_the_lesson_format():
    assert list(LOSSES) == list(TEXTBOOK)
    assert all(loss.name == name for name, loss in LOSSES.items())
    assert [name for name, loss in LOSSES.items() if loss.of_sums] == ["binary cross-entropy"]


@pytest.mark.parametrize("name", TEXTBOOK)
def test_value_and_slope_are_those_of_the_textbook(name):
    p, t = points_of(name)
    value, slope = TEXTBOOK[name]
    expected = [value(*pair) for pair in zip(p, t, strict=True)]
    np.testing.assert_allclose(LOSSES[name].value(p, t), expected, rtol=1e-13)
    expected = [slope(*pair) for pair in zip(p, t, strict=True)]
    np.testing.assert_allclose(LOSSES[name].slope(p, t), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("name", TEXTBOOK)
def test_slope_is_the_complex_step_of_the_value(name):
    p, t = points_of(name)
    smooth = p != t  # the kink of |e|
    p, t = p[smooth], t[smooth]
    step = LOSSES[name].value(p + 1e-200j, t).imag / 1e-200
    np.testing.assert_allclose(LOSSES[name].slope(p, t), step, rtol=1e-9)


@pytest.mark.parametrize("name", TEXTBOOK)
def test_an_error_of_zero_has_slope_zero(name):
    loss, t = LOSSES[name], np.array([0.25, 0.5])
    z = np.log(t / (1 - t)) if loss.of_sums else t
    np.testing.assert_allclose(loss.slope(z, t), 0, atol=1e-16)


@pytest.mark.parametrize("sign", [-1, 1])
def test_both_branches_of_huber_agree_where_they_meet(sign):
    huber = LOSSES["huber"]
    inside, at, outside = sign * (1 - 1e-9), sign * 1.0, sign * (1 + 1e-9)
    e, t = np.array([inside, at, outside]), np.zeros(3)
    assert huber.value(e, t)[1] == 0.5
    assert huber.slope(e, t)[1] == sign
    np.testing.assert_allclose(huber.value(e, t), 0.5, atol=1.1e-9)
    np.testing.assert_allclose(huber.slope(e, t), sign, atol=1.1e-9)


def test_huber_of_a_huge_error_does_not_overflow():
    e, t = np.array([-1e200, 1e200]), np.zeros(2)
    with np.errstate(all="raise"):
        assert LOSSES["huber"].value(e, t).tolist() == [1e200, 1e200]
        assert LOSSES["huber"].slope(e, t).tolist() == [-1, 1]


@pytest.mark.parametrize(
    ("z", "t", "value", "slope"),
    [
        (-50.0, 1.0, 50.0, -1.0),
        (-30.0, 1.0, 30.0, -1.0),
        (-800.0, 1.0, 800.0, -1.0),
        (800.0, 0.0, 800.0, 1.0),
        (1e308, 0.0, 1e308, 1.0),
        (-800.0, 0.25, 200.0, -0.25),
        (40.0, 1.0, math.exp(-40), -math.exp(-40)),
        (-40.0, 0.0, math.exp(-40), math.exp(-40)),
        (0.0, 0.5, math.log(2), 0.0),
    ],
)
def test_cross_entropy_of_a_certain_and_wrong_prediction_is_a_ramp_of_slope_p_minus_t(
    z, t, value, slope
):
    loss, z, t = LOSSES["binary cross-entropy"], np.array([z]), np.array([t])
    with np.errstate(all="raise", under="ignore"):
        assert loss.value(z, t) == pytest.approx(value, rel=1e-12, abs=0)
        assert loss.slope(z, t) == pytest.approx(slope, rel=1e-12, abs=0)


@pytest.mark.parametrize("name", TEXTBOOK)
def test_a_prediction_that_is_not_a_number_is_never_hidden(name):
    p, t = np.array([np.nan]), np.array([0.5])
    assert np.isnan(LOSSES[name].slope(p, t)).all()
    assert np.isnan(LOSSES[name].value(p, t)).all()


RECORD = json.loads(torch_record.FILE.read_text("utf-8"))


@pytest.mark.parametrize("name", RECORD["losses"])
def test_values_and_slopes_are_those_that_torch_gave(name):
    values, slopes = RECORD["losses"][name]
    p, t = torch_record.loss_points(name)
    # torch's cross-entropy is z − t z + …, which rounds by the size of z
    rounding = 1e-16 * np.abs(p)
    assert (np.abs(LOSSES[name].value(p, t) - values) <= 1e-14 * np.abs(values) + rounding).all()
    np.testing.assert_allclose(LOSSES[name].slope(p, t), slopes, rtol=1e-13, atol=1e-16)
