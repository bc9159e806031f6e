"""A fully connected network as a value, and how its parameters lie in one flat vector.

``theta`` (P,) holds layer by layer the weights row by row, ``W[from, to]``, then the biases
``b[to]``. Layer 1 feeds the first layer after the input; nodes and layers count from 1 in names.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gd_visualizer.core.activations import ACTIVATIONS, Activation
from gd_visualizer.core.arrays import Array, Floats

MAX_LAYERS = 8
MAX_NODES = 64


@dataclass(frozen=True, slots=True)
class Parameter:
    """One weight or bias: its place in ``theta`` and in the network.

    ``layer``, ``source`` and ``target`` count from 1; ``source`` is 0 for a bias.
    """

    index: int
    layer: int
    source: int
    target: int

    @property
    def name(self) -> str:
        """``w{layer}_{from}_{to}`` or ``b{layer}_{to}``."""
        if self.source:
            return f"w{self.layer}_{self.source}_{self.target}"
        return f"b{self.layer}_{self.target}"


@dataclass(frozen=True)
class Network:
    """The shape of a network: ``layers`` are its node counts, input first.

    ``activations`` names one activation per layer after the input; ``biases`` gives every node
    after the input a bias. Raises ValueError for a shape outside the format's limits.
    """

    layers: tuple[int, ...]
    activations: tuple[str, ...]
    biases: bool = False

    def __post_init__(self) -> None:
        if not 2 <= len(self.layers) <= MAX_LAYERS + 1:
            raise ValueError(f"expected 2 to {MAX_LAYERS + 1} layers, got {len(self.layers)}")
        if not all(1 <= nodes <= MAX_NODES for nodes in self.layers):
            raise ValueError(f"expected 1 to {MAX_NODES} nodes in each layer, got {self.layers}")
        if len(self.activations) != len(self.layers) - 1:
            raise ValueError(
                f"expected {len(self.layers) - 1} activations, got {len(self.activations)}"
            )
        for name in self.activations:
            if name not in ACTIVATIONS:
                raise ValueError(f"unknown activation {name!r}")

    @property
    def depth(self) -> int:
        """How many layers of weights there are."""
        return len(self.layers) - 1

    @cached_property
    def functions(self) -> tuple[Activation, ...]:
        """The activation of each layer after the input."""
        return tuple(ACTIVATIONS[name] for name in self.activations)

    @cached_property
    def size(self) -> int:
        """P, the number of parameters."""
        fan_in = (n + self.biases for n in self.layers)
        return sum(n * m for n, m in zip(fan_in, self.layers[1:], strict=False))

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Every parameter in theta's order."""
        places: list[Parameter] = []
        for layer, (n, m) in enumerate(zip(self.layers, self.layers[1:], strict=False), 1):
            sources = [*range(1, n + 1), *([0] if self.biases else [])]
            for source in sources:
                for target in range(1, m + 1):
                    places.append(Parameter(len(places), layer, source, target))
        return tuple(places)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parameters' names in theta's order."""
        return tuple(p.name for p in self.parameters)

    @cached_property
    def filters(self) -> Array:
        """For each parameter (P,) the number of the node that it feeds, over all layers."""
        before = np.cumsum([0, *self.layers[1:]])
        return np.array([before[p.layer - 1] + p.target - 1 for p in self.parameters])

    @cached_property
    def weights(self) -> Array:
        """For each parameter (P,) whether it is a weight, and no bias."""
        return np.array([bool(p.source) for p in self.parameters])

    @cached_property
    def _by_name(self) -> dict[str, Parameter]:
        return {p.name: p for p in self.parameters}

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name; KeyError if there is none."""
        return self._by_name[name]

    def unpack(self, theta: Floats) -> list[tuple[Floats, Floats | None]]:
        """``theta`` (P,) as (W (from, to), b (to,) or None) per layer: views, not copies."""
        if theta.shape != (self.size,):
            raise ValueError(f"theta: expected shape ({self.size},), got {theta.shape}")
        parts: list[tuple[Floats, Floats | None]] = []
        at = 0
        for n, m in zip(self.layers, self.layers[1:], strict=False):
            W = theta[at : at + n * m].reshape(n, m)
            at += n * m
            b = theta[at : at + m] if self.biases else None
            at += m if self.biases else 0
            parts.append((W, b))
        return parts

    def pack(self, weights: list[Floats], biases: list[Floats] | None = None) -> Floats:
        """One flat ``theta`` (P,) from W (from, to) and, with biases, b (to,) per layer."""
        parts: list[Floats] = []
        for layer, W in enumerate(weights):
            shape = self.layers[layer], self.layers[layer + 1]
            if np.shape(W) != shape:
                raise ValueError(
                    f"weights of layer {layer + 1}: expected {shape}, got {np.shape(W)}"
                )
            parts.append(np.ravel(W))
            if self.biases:
                m = self.layers[layer + 1]
                parts.append(np.zeros(m) if biases is None else np.ravel(biases[layer]))
        theta = np.concatenate(parts).astype(np.float64)
        self.unpack(theta)
        return theta
