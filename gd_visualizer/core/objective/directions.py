"""Directions through weight space in which the loss is looked at: one or two, anywhere."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gd_visualizer.core.arrays import Floats, frozen, norm
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.objective.objective import Objective

_PARALLEL = 1e-7
_LEAST_ROWS, _MOST_ROWS, _MOST_VALUES = 48, 2000, 150_000


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
        if not self.basis.any(axis=1).all() or _thinness(self.basis) < _PARALLEL:
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


def gradient_plane(objective: Objective, theta: Floats, gradient: Floats | None = None) -> Plane:
    """Along the gradient g at ``theta`` (P,), and across, to where the gradient turns.

    u = g/‖g‖ and v = w/‖w‖ with w = Hu − (u·Hu)u, since g(θ + hu) = g + hHu + O(h²): u and v span
    g and the first change of g along itself (a Krylov space of H; Golub and Van Loan, Matrix
    Computations, 4th ed., §10.1). Hu = (g(θ + hu) − g(θ − hu))/2h + O(h²). Where the gradient
    does not turn, v is a fixed direction perpendicular to u. Orthonormal; ``theta`` is the origin.
    """
    if len(theta) < 2:
        raise ValueError("a plane needs at least two parameters; this network has one")
    if gradient is None:
        gradient = objective.evaluate(theta)[1]
    if not np.isfinite(theta).all() or not np.isfinite(gradient).all():
        raise ValueError("the gradient is not finite here, so that it shows no direction")
    if not gradient.any():
        raise ValueError("the gradient is zero here, so that it shows no direction")
    u = _unit(gradient)
    v = _turning(objective, theta, u, norm(gradient))
    return Plane("gradient", ("gradient", "across"), np.array([u, v]), theta)


def _turning(objective: Objective, theta: Floats, u: Floats, steepness: float) -> Floats:
    # the cube root of the rounding balances the rounding of g against the h² that is left out
    h = np.cbrt(np.finfo(float).eps) * max(1.0, norm(theta))
    with np.errstate(all="ignore"):
        bend = objective.evaluate(theta + h * u)[1] - objective.evaluate(theta - h * u)[1]
        bend /= 2 * h
    if not np.isfinite(bend).all() or not bend.any():
        return _perpendicular(u)
    across = _without(bend, u)
    # the difference's own rounding is about 1e-11·‖g‖
    if norm(across) <= 1e-6 * norm(bend) + 1e-8 * steepness:
        return _perpendicular(u)
    return _unit(_without(_unit(across), u))


def random_plane(network: Network, theta: Floats, seed: int) -> Plane:
    """Two Gaussian directions, each node's filter as long as in ``theta`` (P,), from there.

    d_ij ← d_ij/‖d_ij‖·‖θ_ij‖ for node j of layer i (Li et al. 2018, Visualizing the Loss
    Landscape of Neural Nets, §4); the filter of a fully connected layer's node is its column of W.
    That paper's program can hold the biases (its "biasbn"). Here a node's bias belongs to its
    filter: relu's freedom of scale, which the lengths are there to remove, scales the two
    together, and biases are a good part of a network this small. A filter of zeros takes
    the others' mean length, or 1. Should the directions be almost parallel, as in a chain of
    single nodes, the second is made perpendicular and keeps its length over all only.
    """
    if network.size < 2:
        raise ValueError("a plane needs at least two parameters; this network has one")
    if not np.isfinite(theta).all():
        raise ValueError("the parameters are not finite, and neither are their lengths")
    basis = np.random.default_rng(seed).standard_normal((2, network.size))
    owners = _filters(network)
    lengths = _filter_lengths(theta, owners)
    known = lengths[lengths > 0]
    lengths[lengths == 0] = known.mean() if len(known) else 1.0
    found = np.array([_filter_lengths(row, owners) for row in basis])
    basis *= (lengths / found)[:, owners]
    if _thinness(basis) < 0.1:
        basis[1] = _perpendicular(_unit(basis[0]), seed) * norm(basis[1])
    return Plane("random", ("random 1", "random 2"), basis, theta)


def _filters(network: Network) -> np.ndarray:
    """For each parameter (P,) the number of the node that it feeds, over all layers."""
    before = np.cumsum([0, *network.layers[1:]])
    return np.array([before[p.layer - 1] + p.target - 1 for p in network.parameters])


def _filter_lengths(theta: Floats, owners: np.ndarray) -> Floats:
    largest = float(np.abs(theta).max()) or 1.0
    squares = np.bincount(owners, (theta / largest) ** 2)
    return np.asarray(largest * np.sqrt(squares), np.float64)


def principal_plane(path: Floats, origin: Floats) -> Plane:
    """The two directions in which ``path`` (rows, P) spreads most, from ``origin`` (P,).

    The right singular vectors of path − mean, and as shares s²/Σs² (Jolliffe, Principal Component
    Analysis, §3.5; for paths of descent Li et al. 2018, §7, about the last point). The path
    ends on each one's positive side of its start. Of a long path rows evenly apart stand for all,
    its ends among them; rows that are not finite are left out. On a path along a line the second
    direction is perpendicular, with the share 0.
    """
    rows = _thinned(path)
    if path.shape[1] < 2:
        raise ValueError("a plane needs at least two parameters; this network has one")
    if not len(rows) or (rows == rows[0]).all():
        raise ValueError("principal directions need a path with at least two different points")
    rows = rows / np.abs(rows).max()
    moved = rows - rows.mean(axis=0)
    _, s, basis = np.linalg.svd(moved, full_matrices=False)
    first, second = basis[0], basis[1]
    shares = s[:2] ** 2 / (s**2).sum()
    # a path along a line leaves its line by the rounding of its points
    if s[1] <= max(1e-10 * s[0], 4 * np.finfo(float).eps * norm(rows.ravel())):
        second, shares[1] = _perpendicular(first), 0
    way = rows[-1] - rows[0]
    way[np.abs(way) <= 1e-12 * s[0]] = 0  # a closed path ends where it starts but for rounding
    pair = np.array([_towards(first, way), _towards(second, way * (shares[1] > 0))])
    explained = float(shares[0]), float(min(shares[1], 1 - shares[0]))
    return Plane("principal", ("PC 1", "PC 2"), pair, origin, explained)


def _thinned(path: Floats) -> Floats:
    most = int(np.clip(_MOST_VALUES // path.shape[1], _LEAST_ROWS, _MOST_ROWS))
    if len(path) > most:
        path = path[np.linspace(0, len(path) - 1, most).round().astype(int)]
    kept: Floats = path[np.isfinite(path).all(axis=1)]
    return kept


def _towards(direction: Floats, way: Floats) -> Floats:
    """``direction`` or its opposite: with ``way``, or by its largest component."""
    sense = float(direction @ way)
    if not sense:
        sense = float(direction[np.abs(direction).argmax()])
    return direction if sense >= 0 else -direction


def _unit(vector: Floats) -> Floats:
    scaled = vector / np.abs(vector).max()
    unit: Floats = scaled / np.linalg.norm(scaled)
    return unit


def _without(vector: Floats, u: Floats) -> Floats:
    rest: Floats = vector - (vector @ u) * u
    return rest


def _perpendicular(u: Floats, seed: int = 0) -> Floats:
    """A unit direction perpendicular to the unit direction ``u`` (P,), the same every time."""
    if len(u) == 2:
        return np.array([-u[1], u[0]])
    drawn = np.random.default_rng(seed).standard_normal(len(u))
    drawn = _without(drawn, u)
    if norm(drawn) < 0.1:  # hardly ever
        drawn = _without(np.eye(len(u))[np.abs(u).argmin()], u)
    return _unit(_without(_unit(drawn), u))


def _thinness(basis: Floats) -> float:
    """The smallest singular value of the unit directions: 1 if perpendicular, 0 if parallel."""
    unit = np.array([_unit(row) for row in basis])
    return float(np.linalg.svd(unit, compute_uv=False)[-1])
