"""Activation functions: each a value, its derivative and its second derivative, side by side.

``z`` is a node's sum, ``a`` its value, arrays of any one shape. The values hold for complex ``z``
too, so that a derivative can be checked by a complex step.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Array

LEAK = 0.01


@dataclass(frozen=True, eq=False)
class Activation:
    """An activation function.

    ``value(z)`` is the node's value, ``derivative(z, a)`` its slope with respect to ``z`` where
    ``a`` is ``value(z)``, and ``curvature(z, a)`` the slope of that slope. At a kink the derivative
    is torch's: relu's at 0 is 0, leaky relu's at and below 0 is 0.01; the curvature there is 0.
    """

    name: str
    value: Callable[[Array], Array]
    derivative: Callable[[Array, Array], Array]
    curvature: Callable[[Array, Array], Array]


def sigmoid(z: Array) -> Array:
    """1/(1 + e^−z), of the shape of ``z``."""
    # exp of −|z| never overflows: 1/(1+e^−z) for z ≥ 0 and e^z/(1+e^z) below.
    right = np.real(z) >= 0
    e = np.exp(np.where(right, -z, z))
    return np.where(right, 1, e) / (1 + e)


def _softplus(z: Array) -> Array:
    # ln(1+e^z) = max(z, 0) + ln(1+e^−|z|), which neither overflows nor loses small values.
    right = np.real(z) >= 0
    return np.where(right, z, 0) + np.log1p(np.exp(np.where(right, -z, z)))


def _straight(z: Array, _a: Array) -> Array:
    return np.zeros_like(z)


def _softplus_curvature(z: Array, _a: Array) -> Array:
    s = sigmoid(z)
    return s * (1 - s)


IDENTITY = Activation("identity", lambda z: z, lambda z, _a: np.ones_like(z), _straight)
RELU = Activation(
    "relu",
    lambda z: np.where(np.real(z) <= 0, np.zeros_like(z), z),
    lambda z, _a: np.where(np.real(z) > 0, 1.0, 0.0),
    _straight,
)
LEAKY_RELU = Activation(
    "leaky relu",
    lambda z: np.where(np.real(z) <= 0, LEAK * z, z),
    lambda z, _a: np.where(np.real(z) > 0, 1.0, LEAK),
    _straight,
)
TANH = Activation("tanh", np.tanh, lambda _z, a: 1 - a * a, lambda _z, a: -2 * a * (1 - a * a))
SIGMOID = Activation(
    "sigmoid", sigmoid, lambda _z, a: a * (1 - a), lambda _z, a: a * (1 - a) * (1 - 2 * a)
)
SOFTPLUS = Activation("softplus", _softplus, lambda z, _a: sigmoid(z), _softplus_curvature)

ACTIVATIONS = {f.name: f for f in (IDENTITY, RELU, LEAKY_RELU, TANH, SIGMOID, SOFTPLUS)}
