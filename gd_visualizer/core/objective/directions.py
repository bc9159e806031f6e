"""Directions through weight space in which the loss is looked at: one or two, anywhere."""

import numpy as np

from gd_visualizer.core.arrays import Array, Floats, norm
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.objective.plane import Plane, thinness, unit

_LEAST_ROWS, _MOST_ROWS, _MOST_VALUES = 48, 2000, 150_000


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
    u = unit(gradient)
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
    return unit(_without(unit(across), u))


def random_plane(filters: Array, theta: Floats, seed: int) -> Plane:
    """Two Gaussian directions, each node's filter as long as in ``theta`` (P,), from there.

    ``filters`` (P,) are the objective's: which parameters are scaled together.

    d_ij ← d_ij/‖d_ij‖·‖θ_ij‖ for node j of layer i (Li et al. 2018, Visualizing the Loss
    Landscape of Neural Nets, §4); the filter of a fully connected layer's node is its column of W.
    That paper's program can hold the biases (its "biasbn"). Here a node's bias belongs to its
    filter: relu's freedom of scale, which the lengths are there to remove, scales the two
    together, and biases are a good part of a network this small. A filter of zeros takes
    the others' mean length, or 1. Should the directions be almost parallel, as in a chain of
    single nodes, the second is made perpendicular and keeps its length over all only.
    """
    if len(filters) < 2:
        raise ValueError("a plane needs at least two parameters; this network has one")
    if not np.isfinite(theta).all():
        raise ValueError("the parameters are not finite, and neither are their lengths")
    basis = np.random.default_rng(seed).standard_normal((2, len(filters)))
    lengths = _filter_lengths(theta, filters)
    known = lengths[lengths > 0]
    lengths[lengths == 0] = known.mean() if len(known) else 1.0
    found = np.array([_filter_lengths(row, filters) for row in basis])
    basis *= (lengths / found)[:, filters]
    if thinness(basis) < 0.1:
        basis[1] = _perpendicular(unit(basis[0]), seed) * norm(basis[1])
    return Plane("random", ("random 1", "random 2"), basis, theta)


def _filter_lengths(theta: Floats, filters: Array) -> Floats:
    largest = float(np.abs(theta).max()) or 1.0
    squares = np.bincount(filters, (theta / largest) ** 2)
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
    return unit(_without(unit(drawn), u))
