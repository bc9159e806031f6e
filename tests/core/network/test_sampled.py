"""Values over a grid of inputs are those of the chain rule at each of its places."""

import numpy as np
import pytest

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.network.chain_rule import forward
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.sampled import InputGrid, Values, node_values, pieces


def drawn(network: Network, size: float = 1.0) -> np.ndarray:
    return np.random.default_rng(3).uniform(-size, size, network.size)


def check(network: Network, theta: np.ndarray, grid: InputGrid, found: Values, near: float) -> None:
    _, exact = forward(network, theta, grid.points)
    for layer, values in found.items():
        wanted = exact[layer].T.reshape(-1, *grid.shape)
        np.testing.assert_allclose(values, wanted, rtol=near, atol=near * np.abs(wanted).max())


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("axes", [(0,), (2,), (0, 1), (2, 0)])
def test_every_node_has_the_value_of_the_chain_rule(
    activation: str, biases: bool, axes: tuple[int, ...]
) -> None:
    network = Network((3, 5, 4, 2), (activation,) * 3, biases)
    theta, lines = drawn(network), (np.linspace(-3, 2, 23), np.linspace(0, 1, 17))
    grid = InputGrid(axes, lines[: len(axes)], np.array([0.5, -1.5, 2.0]))
    check(network, theta, grid, node_values(network, theta, grid, range(4)), 1e-5)


@pytest.mark.parametrize(
    ("low", "high", "size"), [(1e6, 1e6 + 1, 1.0), (-1.0, 1.0, 1e12), (0.0, 1e6, 1.0)]
)
def test_where_float32_would_draw_its_own_noise_numbers_have_all_their_digits(
    low: float, high: float, size: float
) -> None:
    network = Network((1, 4, 1), ("tanh", "identity"), True)
    theta = drawn(network, size)
    grid = InputGrid((0,), (np.linspace(low, high, 31),), np.zeros(1))
    check(network, theta, grid, node_values(network, theta, grid, (1, 2)), 1e-12)


def test_a_large_network_is_sampled_in_many_pieces_to_the_same_values() -> None:
    network = Network((2, *(64,) * 7, 1), ("tanh",) * 8, True)
    theta, line = drawn(network), np.linspace(-3, 3, 61)
    grid = InputGrid((0, 1), (line, line), np.zeros(2))
    assert sum(1 for _ in pieces(network, theta, grid, (8,))) > 10
    check(network, theta, grid, node_values(network, theta, grid, (8,)), 1e-3)
