"""What parameters are called on screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.network.network import Network
from gd_visualizer.descent.names import label
from tests.scene.descents import proof


def network(*layers: int, biases: bool = False) -> Network:
    return Network(layers, ("identity",) * (len(layers) - 1), biases)


@proof(15)
@given(
    layers=st.lists(st.integers(1, 5) | st.integers(9, 24) | st.just(64), min_size=2, max_size=9),
    biases=st.booleans(),
)
def test_no_two_parameters_of_a_network_are_called_alike(layers: list[int], biases: bool) -> None:
    made = network(*layers, biases=biases)
    assert len({label(made, name) for name in made.names}) == made.size


@pytest.mark.parametrize(
    ("made", "name", "text"),
    [
        (network(1, 1), "w1_1_1", "w"),
        (network(1, 1, biases=True), "b1_1", "b"),
        (network(2, 1), "w1_2_1", "w₂"),
        (network(1, 1, 1), "w2_1_1", "w₂"),
        (network(2, 2, 1), "w1_2_1", "w₁₂₁"),
        (network(2, 2, 1, biases=True), "b2_1", "b₂₁"),
        (network(12, 1), "w1_11_1", "w₁₁"),
        (network(12, 12), "w1_1_12", "w₁‚₁₂"),
    ],
)
def test_a_name_has_the_subscripts_that_tell_weights_apart(
    made: Network, name: str, text: str
) -> None:
    assert label(made, name) == text
