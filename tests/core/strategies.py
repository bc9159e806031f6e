"""Random networks for the proofs, and the loss written a second time, for many thetas at once."""

from typing import NamedTuple

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES, Loss
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective

KINK_DISTANCE = 1e-3
"""How far the sums and errors of a ``case`` stay from every kink.

Inputs are at most 2, weights 1.5/√n and biases 1, so values grow at most 1.5·√6 ≈ 3.7-fold plus
1.7 a layer, and moving one parameter by 1e-6 moves no sum and no error of four layers by more than
1.4e-4: neither side of a central difference gets across.
"""


class Case(NamedTuple):
    """A network on its data, and where in its parameters it stands."""

    objective: NetworkObjective
    theta: np.ndarray


def proof(examples: int) -> settings:
    """So many networks, the same ones in every run."""
    return settings(max_examples=examples, derandomize=True, database=None, deadline=None)


def kink_distance(objective: NetworkObjective, theta: np.ndarray) -> float:
    """How far the nearest sum or error is from a kink of its activation or loss.

    A node without a bias that dead nodes alone feed has the sum 0 and keeps it: that is no kink.
    """
    network, kept, distances = objective.network, objective.trace(theta), [np.inf]
    for function, feeding, sums in zip(network.functions, kept.values, kept.sums, strict=False):
        if function.kinked:
            moving = sums[feeding.any(axis=1) | network.biases]
            distances.append(np.abs(moving).min(initial=np.inf))
    if objective.loss.slope_jumps:
        distances.append(np.abs(kept.errors).min())
    if objective.loss.name == "huber":
        distances.append(np.abs(np.abs(kept.errors) - 1).min())
    return float(min(distances))


def anywhere(network: Network, loss: Loss, points: int, seed: int | tuple[int, int]) -> Case:
    """A random start and random data."""
    rng = np.random.default_rng(seed)
    scale = np.concatenate(
        [
            np.r_[np.full(n * m, 1.5 / np.sqrt(n)), np.ones(m * network.biases)]
            for n, m in zip(network.layers, network.layers[1:], strict=False)
        ]
    )
    theta = rng.uniform(-1, 1, network.size) * scale
    X = rng.uniform(-2, 2, (points, network.layers[0]))
    y = rng.uniform(-2, 2, (points, network.layers[-1]))
    return Case(NetworkObjective(network, X, np.clip(y, 0, 1) if loss.of_sums else y, loss), theta)


def case(network: Network, loss: Loss, points: int, seed: int) -> Case:
    """A random start and random data, away from every kink."""
    attempts = (anywhere(network, loss, points, (seed, attempt)) for attempt in range(1000))
    return next(one for one in attempts if kink_distance(*one) > KINK_DISTANCE)


@st.composite
def cases(
    draw: st.DrawFn, loss: str | None = None, depth: int | None = None, most_points: int = 8
) -> Case:
    """Networks of 1 to 4 layers of weights, 1 to 6 nodes each, with any mix of activations.

    Cross-entropy has a sigmoid output and targets from 0 to 1, both ends among them.
    """
    loss = loss or draw(st.sampled_from(sorted(LOSSES)))
    depth = depth or draw(st.integers(1, 4))
    layers = draw(st.lists(st.integers(1, 6), min_size=depth + 1, max_size=depth + 1))
    names = st.sampled_from(sorted(ACTIVATIONS))
    activations = draw(st.lists(names, min_size=depth, max_size=depth))
    if LOSSES[loss].of_sums:
        activations[-1] = "sigmoid"
    network = Network(tuple(layers), tuple(activations), biases=draw(st.booleans()))
    points = draw(st.integers(1, most_points))
    return case(network, LOSSES[loss], points, seed=draw(st.integers(0, 2**32 - 1)))


def losses_at(objective: NetworkObjective, thetas: np.ndarray) -> np.ndarray:
    """The loss at each of ``thetas`` (K, P), real or complex: not by the program's forward pass."""
    network, a = objective.network, objective.X
    for layer, name in enumerate(network.activations, 1):
        W = np.zeros((len(thetas), network.layers[layer - 1], network.layers[layer]), thetas.dtype)
        b = np.zeros((len(thetas), 1, network.layers[layer]), thetas.dtype)
        for p in network.parameters:
            if p.layer == layer and p.source:
                W[:, p.source - 1, p.target - 1] = thetas[:, p.index]
            elif p.layer == layer:
                b[:, 0, p.target - 1] = thetas[:, p.index]
        a = ACTIVATIONS[name].value(a @ W + b)
    t = objective.y
    if objective.loss.of_sums:  # cross-entropy as textbooks write it
        return -(t * np.log(a) + (1 - t) * np.log(1 - a)).sum(axis=2).mean(axis=1)
    return objective.loss.value(a, t).sum(axis=2).mean(axis=1)


def complex_step(
    objective: NetworkObjective, theta: np.ndarray, step: float = 1e-200
) -> np.ndarray:
    """The gradient (P,) as Im f(θ + ih)/h, in which nothing cancels, so that h can be tiny."""
    thetas = theta + 1j * step * np.eye(len(theta))
    return losses_at(objective, thetas).imag / step


def central_difference(
    objective: NetworkObjective, theta: np.ndarray, step: float = 1e-6
) -> np.ndarray:
    """The gradient (P,) as (f(θ + h) − f(θ − h))/2h."""
    steps = step * np.eye(len(theta))
    return (losses_at(objective, theta + steps) - losses_at(objective, theta - steps)) / (2 * step)
