"""The chain rule, in its plain form: forward, then backward, every intermediate kept.

This is the form to read. The fast path is held against it by the tests.
"""

from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.losses import Loss
from gd_visualizer.core.network.network import Network


@dataclass(frozen=True, eq=False)
class Trace:
    """Every intermediate of one pass over N points; lists run over the layers.

    ``values[l]`` (N, nodes) are the values of layer l, ``values[0]`` the inputs; ``sums[l]``
    (N, nodes) the sums of the nodes that weights ``l`` (from 0) feed. For each point's own loss,
    not yet divided by N: ``node_slopes[l]`` is its slope with respect to those nodes' values,
    ``activation_slopes[l]`` the activation's slope there, and ``sum_slopes[l]`` their product.
    """

    sums: list[Floats]
    values: list[Floats]
    errors: Floats
    losses: Floats
    node_slopes: list[Floats]
    activation_slopes: list[Floats]
    sum_slopes: list[Floats]

    @property
    def predicted(self) -> Floats:
        """The outputs' values at every point (N, outputs)."""
        return self.values[-1]

    @property
    def loss(self) -> float:
        """The mean over the points of the sum over the outputs."""
        with np.errstate(over="ignore"):
            return float(self.losses.sum(axis=1).mean())


def forward(network: Network, theta: Floats, X: Floats) -> tuple[list[Floats], list[Floats]]:
    """The sums and values of every node: z = a W + b, a = activation(z).

    ``X`` (N, inputs). Returns (sums, values) as in ``Trace``; the last values are predicted.
    """
    sums, values = [], [X]
    for (W, b), f in zip(network.unpack(theta), network.functions, strict=True):
        z = values[-1] @ W if b is None else values[-1] @ W + b
        sums.append(z)
        values.append(f.value(z))
    return sums, values


def trace(network: Network, theta: Floats, X: Floats, y: Floats, loss: Loss) -> Trace:
    """Forward and backward over all points, with everything kept for an explanation.

    ``X`` (N, inputs), ``y`` (N, outputs). The chain rule, from the output to the input:
    slope at a node = Σ over leaving weights of slope there × activation's slope there × weight.
    Source: Goodfellow, Bengio, Courville, Deep Learning, algorithm 6.4.
    """
    sums, values = forward(network, theta, X)
    predicted = values[-1]
    layers = network.unpack(theta)
    node_slopes: list[Floats] = []
    activation_slopes: list[Floats] = []
    sum_slopes: list[Floats] = []
    slope, at_sum = output_slopes(loss, sums[-1], predicted, y)
    for layer in reversed(range(network.depth)):
        bend = network.functions[layer].derivative(sums[layer], values[layer + 1])
        node_slopes.insert(0, slope)
        activation_slopes.insert(0, bend)
        sum_slopes.insert(0, slope * bend if at_sum is None else at_sum)
        slope, at_sum = sum_slopes[0] @ layers[layer][0].T, None
    return Trace(
        sums=sums,
        values=values,
        errors=predicted - y,
        losses=loss.value(sums[-1] if loss.of_sums else predicted, y),
        node_slopes=node_slopes,
        activation_slopes=activation_slopes,
        sum_slopes=sum_slopes,
    )


def output_slopes(
    loss: Loss, sums: Floats, predicted: Floats, y: Floats
) -> tuple[Floats, Floats | None]:
    """The slopes of each point's loss at the predictions (N, outputs), and at the output nodes'
    sums where the loss takes those; None: slope at the prediction × slope of the activation.

    Cross-entropy: (p − t)/(p(1 − p)) × p(1 − p), multiplied out p − t, which holds where the two
    factors have become ∞ × 0.
    """
    if loss.output is None:
        return loss.slope(predicted, y), None
    at_sum = loss.slope(sums, y)
    with np.errstate(divide="ignore", invalid="ignore"):
        return at_sum / loss.output.derivative(sums, predicted), at_sum


def point_gradients(network: Network, kept: Trace) -> Floats:
    """Each point's own slopes (N, P): slope at the sum × value that feeds the weight."""
    parts = []
    for layer, slope in enumerate(kept.sum_slopes):
        parts.append(np.einsum("ni,nj->nij", kept.values[layer], slope).reshape(len(slope), -1))
        if network.biases:
            parts.append(slope)
    return np.concatenate(parts, axis=1)


def gradient(network: Network, kept: Trace) -> Floats:
    """The slopes of the loss (P,): the means over the points of each point's slopes."""
    n = len(kept.errors)
    parts = []
    for layer, slope in enumerate(kept.sum_slopes):
        parts.append((kept.values[layer].T @ slope).ravel() / n)
        if network.biases:
            parts.append(slope.mean(axis=0))
    return np.concatenate(parts)
