"""One or two directions through weight space, from a point of it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gd_visualizer.core.arrays import Floats, frozen, norm

_PARALLEL = 1e-7


@dataclass(frozen=True, eq=False)
class Plane:
    """One or two directions from ``origin`` (P,): the rows of ``basis`` (k, P), of any length.

    ``kind`` says how they were found, ``names`` are short, and ``shares``, of principal
    directions only, says how much of the variance each explains. The arrays are read-only.
    Raises ValueError unless the directions are finite and linearly independent.
    """

    kind: str
    names: tuple[str, ...]
    basis: Floats
    origin: Floats
    shares: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "basis", frozen(self.basis))
        object.__setattr__(self, "origin", frozen(self.origin))
        if not 1 <= len(self.names) <= 2:
            raise ValueError(f"expected one or two directions, got {len(self.names)}")
        expected = (len(self.names), *self.origin.shape)
        if self.origin.ndim != 1 or self.basis.shape != expected:
            raise ValueError(f"basis: expected shape {expected}, got {self.basis.shape}")
        if not (np.isfinite(self.basis).all() and np.isfinite(self.origin).all()):
            raise ValueError("the directions and their origin must be finite")
        if not self.basis.any(axis=1).all() or thinness(self.basis) < _PARALLEL:
            raise ValueError("the directions must not be zero, nor parallel to each other")

    @cached_property
    def _dual(self) -> Floats:
        """The dual basis (k, P), G⁻¹B with the Gram matrix G = BBᵀ: its rows read coordinates.

        Of unit rows first: their Gram matrix is far from singular whatever the lengths.
        """
        lengths = np.array([[norm(row)] for row in self.basis])
        unit = self.basis / lengths
        dual: Floats = np.linalg.solve(unit @ unit.T, unit) / lengths
        return dual

    def coordinates(self, thetas: Floats) -> Floats:
        """The coordinates (n, k) of the point of the plane nearest to each of ``thetas`` (n, P).

        c = (θ − o)Bᵀ(BBᵀ)⁻¹, the least squares solution of cB = θ − o; (k,) of one theta (P,).
        """
        with np.errstate(all="ignore"):
            places: Floats = (thetas - self.origin) @ self._dual.T
        return places

    def at(self, theta: Floats, place: Floats) -> Floats:
        """``theta`` (P,) moved along the directions so that its coordinates are ``place`` (k,).

        Its part outside the plane is kept: θ + (place − c(θ))B.
        """
        with np.errstate(all="ignore"):
            moved: Floats = theta + (place - self.coordinates(theta)) @ self.basis
        return moved

    def slopes(self, gradient: Floats) -> Floats:
        """The derivative (k,) of the loss along each direction, B∇: the chain rule of θ + cB."""
        with np.errstate(all="ignore"):
            slopes: Floats = self.basis @ gradient
        return slopes


def thinness(basis: Floats) -> float:
    """The smallest singular value of the unit directions: 1 if perpendicular, 0 if parallel."""
    directions = np.array([unit(row) for row in basis])
    return float(np.linalg.svd(directions, compute_uv=False)[-1])


def unit(vector: Floats) -> Floats:
    """The direction of ``vector`` (P,), which is not zero, at length 1; no square overflows."""
    scaled = vector / np.abs(vector).max()
    direction: Floats = scaled / np.linalg.norm(scaled)
    return direction
