"""Activation functions: each a value, its derivative and its second derivative, side by side.

``z`` is a node's sum, ``a`` its value, arrays of any one shape. The values hold for complex ``z``
too, so that a derivative can be checked by a complex step.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Array

LEAK = 0.01


InPlace = Callable[[Array, Array], None]


@dataclass(frozen=True, eq=False)
class Activation:
    """An activation function: all that the program knows of it.

    ``value(z)`` is the node's value, ``derivative(z, a)`` its slope with respect to ``z`` where
    ``a`` is ``value(z)``, and ``curvature(z, a)`` the slope of that slope. At a kink the derivative
    is torch's: relu's at 0 is 0, leaky relu's at and below 0 is 0.01; the curvature there is 0.

    ``written`` and ``slope_written`` are value and derivative as the explanation writes them, a
    formula of z and a; an empty one is not written. ``code`` and ``slope_code`` are both as NumPy
    source with the places {z} and {a}, ``torch`` is its module in PyTorch. ``straight``: the
    identity, which is not written at all.
    ``kinked``: its derivative jumps, so that a rounding error must not be taken for a 0.
    ``slope_size``: how large the numbers are that ``slope_written`` subtracts, where its rounding
    errors could be taken for a slope. ``signed``: its values lie on both sides of 0, and so do the
    targets of two classes. ``in_place``: the same fast: z becomes a, with a spare
    buffer, and the derivative from a into a buffer; None: ``value`` and ``derivative`` are used.
    """

    name: str
    value: Callable[[Array], Array]
    derivative: Callable[[Array, Array], Array]
    curvature: Callable[[Array, Array], Array]
    written: str
    code: str
    slope_code: str
    torch: str
    slope_written: str = ""
    straight: bool = False
    kinked: bool = False
    slope_size: float = 0.0
    signed: bool = False
    in_place: tuple[InPlace, InPlace] | None = None


def sigmoid(z: Array) -> Array:
    """1/(1 + e^−z), of the shape of ``z``."""
    # exp of −|z| never overflows: 1/(1+e^−z) for z ≥ 0 and e^z/(1+e^z) below.
    right = np.real(z) >= 0
    e = np.exp(np.where(right, -z, z))
    return np.where(right, 1, e) / (1 + e)


def _softplus_of(z: Array) -> Array:
    # ln(1+e^z) = max(z, 0) + ln(1+e^−|z|), which neither overflows nor loses small values.
    right = np.real(z) >= 0
    return np.where(right, z, 0) + np.log1p(np.exp(np.where(right, -z, z)))


def _no_curvature(z: Array, _a: Array) -> Array:
    return np.zeros_like(z)


def _softplus_curvature(z: Array, _a: Array) -> Array:
    s = sigmoid(z)
    return s * (1 - s)


def _relu(z: Array, _spare: Array) -> None:
    np.maximum(z, 0, out=z)


def _leaky_relu(z: Array, spare: Array) -> None:
    np.multiply(z, LEAK, out=spare)
    np.maximum(z, spare, out=z)


def _tanh(z: Array, _spare: Array) -> None:
    np.tanh(z, out=z)


def _sigmoid(z: Array, _spare: Array) -> None:
    # exp(−z) may overflow to inf, of which 1/(1+inf) = 0 is the right value.
    np.negative(z, out=z)
    np.exp(z, out=z)
    z += 1
    np.reciprocal(z, out=z)


def _softplus(z: Array, spare: Array) -> None:
    np.abs(z, out=spare)
    np.negative(spare, out=spare)
    np.exp(spare, out=spare)
    np.log1p(spare, out=spare)
    np.maximum(z, 0, out=z)
    z += spare


def _step(a: Array, out: Array) -> None:
    np.greater(a, 0, out=out, casting="unsafe")


def _leaky_step(a: Array, out: Array) -> None:
    np.greater(a, 0, out=out, casting="unsafe")
    out *= 1 - LEAK
    out += LEAK


def _one_minus_square(a: Array, out: Array) -> None:
    np.multiply(a, a, out=out)
    np.subtract(1, out, out=out)


def _a_times_rest(a: Array, out: Array) -> None:
    np.subtract(1, a, out=out)
    out *= a


def _one_minus_exp(a: Array, out: Array) -> None:
    # With a = softplus(z): sigmoid(z) = 1 − exp(−a).
    np.negative(a, out=out)
    np.expm1(out, out=out)
    np.negative(out, out=out)


IDENTITY = Activation(
    "identity",
    lambda z: z,
    lambda z, _a: np.ones_like(z),
    _no_curvature,
    written="z",
    code="{z}",
    slope_code="",
    torch="nn.Identity()",
    straight=True,
    signed=True,
)
RELU = Activation(
    "relu",
    lambda z: np.where(np.real(z) <= 0, np.zeros_like(z), z),
    lambda z, _a: np.where(np.real(z) > 0, 1.0, 0.0),
    _no_curvature,
    written="relu(z)",
    code="np.maximum({z}, 0)",
    slope_code="({z} > 0)",
    torch="nn.ReLU()",
    kinked=True,
    in_place=(_relu, _step),
)
LEAKY_RELU = Activation(
    "leaky relu",
    lambda z: np.where(np.real(z) <= 0, LEAK * z, z),
    lambda z, _a: np.where(np.real(z) > 0, 1.0, LEAK),
    _no_curvature,
    written=f"max(z, {LEAK} * z)",
    code=f"np.maximum({{z}}, {LEAK} * {{z}})",
    slope_code=f"np.where({{z}} > 0, 1, {LEAK})",
    torch=f"nn.LeakyReLU({LEAK})",
    kinked=True,
    signed=True,
    in_place=(_leaky_relu, _leaky_step),
)
TANH = Activation(
    "tanh",
    np.tanh,
    lambda _z, a: 1 - a * a,
    lambda _z, a: -2 * a * (1 - a * a),
    written="tanh(z)",
    code="np.tanh({z})",
    slope_code="(1 - {a} ** 2)",
    torch="nn.Tanh()",
    slope_written="1 - a ** 2",
    slope_size=2.0,
    signed=True,
    in_place=(_tanh, _one_minus_square),
)
SIGMOID = Activation(
    "sigmoid",
    sigmoid,
    lambda _z, a: a * (1 - a),
    lambda _z, a: a * (1 - a) * (1 - 2 * a),
    written="sigmoid(z)",
    code="1 / (1 + np.exp(-{z}))",
    slope_code="{a} * (1 - {a})",
    torch="nn.Sigmoid()",
    slope_written="a * (1 - a)",
    in_place=(_sigmoid, _a_times_rest),
)
SOFTPLUS = Activation(
    "softplus",
    _softplus_of,
    lambda z, _a: sigmoid(z),
    _softplus_curvature,
    written="softplus(z)",
    code="np.logaddexp(0, {z})",
    slope_code="(1 / (1 + np.exp(-{z})))",
    torch="nn.Softplus(threshold=40)",  # from where on it is taken for z
    slope_written="sigmoid(z)",
    in_place=(_softplus, _one_minus_exp),
)

ACTIVATIONS = {f.name: f for f in (IDENTITY, RELU, LEAKY_RELU, TANH, SIGMOID, SOFTPLUS)}
