"""The loss over one or two coordinates, as plain numbers."""

from dataclasses import dataclass

from gd_visualizer.core.arrays import Array, Floats


@dataclass(frozen=True, eq=False)
class Slice:
    """The loss over one or two parameters or directions, read-only.

    ``axes`` their names; ``coordinates`` (n1,) or (n1,), (n2,) float64; ``losses`` (n1,) or
    (n1, n2), indexing "ij", not finite where the numbers overflow.
    """

    axes: tuple[str, ...]
    coordinates: tuple[Floats, ...]
    losses: Array
