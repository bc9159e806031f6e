import math

import numpy as np
import pytest

from gd_visualizer.core.activations import ACTIVATIONS


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


# name: value and slope as textbooks write them, the slopes at kinks as torch has them
TEXTBOOK = {
    "identity": (lambda z: z, lambda _: 1),
    "relu": (lambda z: max(z, 0), lambda z: 1 if z > 0 else 0),
    "leaky relu": (lambda z: z if z > 0 else 0.01 * z, lambda z: 1 if z > 0 else 0.01),
    "tanh": (math.tanh, lambda z: 1 / math.cosh(z) ** 2),
    "sigmoid": (sigmoid, lambda z: math.exp(-z) * sigmoid(z) ** 2),
    "softplus": (lambda z: math.log(1 + math.exp(z)), sigmoid),
}


def test_the_activations_have_the_names_of_the_lesson_format():
    assert list(ACTIVATIONS) == list(TEXTBOOK)
    assert all(f.name == name for name, f in ACTIVATIONS.items())


@pytest.mark.parametrize("name", TEXTBOOK)
def test_value_and_slope_are_those_of_the_textbook(name):
    z = np.linspace(-5, 5, 41)  # 0, where the kinks are, is among them
    f, (value, slope) = ACTIVATIONS[name], TEXTBOOK[name]
    a = f.value(z)
    np.testing.assert_allclose(a, [value(x) for x in z], rtol=1e-13)
    np.testing.assert_allclose(f.derivative(z, a), [slope(x) for x in z], rtol=1e-11)


@pytest.mark.parametrize("name", TEXTBOOK)
def test_slope_is_the_complex_step_of_the_value(name):
    z = np.linspace(-5, 5, 40)  # 0 is not among them
    f = ACTIVATIONS[name]
    step = f.value(z + 1e-200j).imag / 1e-200
    np.testing.assert_allclose(f.derivative(z, f.value(z)), step, rtol=1e-11)


@pytest.mark.parametrize(
    ("name", "z", "slope"),
    [
        ("relu", 0.0, 0.0),
        ("relu", -0.0, 0.0),
        ("relu", -1.0, 0.0),
        ("relu", 5e-324, 1.0),
        ("leaky relu", 0.0, 0.01),
        ("leaky relu", -0.0, 0.01),
        ("leaky relu", -1.0, 0.01),
        ("leaky relu", 5e-324, 1.0),
    ],
)
def test_slope_at_a_kink_is_that_of_torch(name, z, slope):
    f, z = ACTIVATIONS[name], np.array([z])
    assert f.derivative(z, f.value(z)) == slope


@pytest.mark.parametrize(
    ("name", "z", "value", "slope"),
    [
        ("softplus", 800.0, 800.0, 1.0),
        ("softplus", -800.0, 0.0, 0.0),
        ("softplus", -40.0, math.exp(-40), math.exp(-40)),
        ("sigmoid", 800.0, 1.0, 0.0),
        ("sigmoid", -800.0, 0.0, 0.0),
        ("sigmoid", -40.0, math.exp(-40), math.exp(-40)),
        ("tanh", 800.0, 1.0, 0.0),
        ("tanh", -800.0, -1.0, 0.0),
    ],
)
def test_far_out_nothing_overflows_and_small_values_are_kept(name, z, value, slope):
    f, z = ACTIVATIONS[name], np.array([z])
    with np.errstate(all="raise", under="ignore"):  # e^−800 is 0, and that is right
        a = f.value(z)
        assert a == pytest.approx(value, rel=1e-15, abs=0)
        assert f.derivative(z, a) == pytest.approx(slope, rel=1e-15, abs=0)


@pytest.mark.parametrize("name", TEXTBOOK)
def test_a_sum_that_is_not_a_number_is_never_hidden(name):
    assert np.isnan(ACTIVATIONS[name].value(np.array([np.nan]))).all()
