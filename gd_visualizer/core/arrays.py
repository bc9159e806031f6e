"""The array types of the mathematics, the one way to freeze an array, and a safe norm."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Array = Any  # float64 in the program, float32 in grids for pixels, complex128 in proofs, indices


def frozen(values: object) -> Floats:
    """A read-only float64 array of ``values``; copied unless it is frozen already."""
    array = np.asarray(values, dtype=np.float64)
    if array.flags.writeable:
        array = array.copy()
        array.flags.writeable = False
    return array


def distinct(values: Array) -> Array:
    """``values`` (n,), n > 0, in ascending order, each once, none NaN.

    As numpy.unique, which imports numpy.ma: 10 ms of the program's start.
    """
    ordered = np.sort(values)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])]


def unit(vector: Floats) -> Floats:
    """``vector`` (n,) with the length 1; zeros stay, and the largest of huge numbers decide."""
    largest = float(np.abs(vector).max(initial=0.0))
    if not largest:
        return vector
    scaled: Floats = vector / largest
    made: Floats = scaled / np.sqrt(scaled.dot(scaled))
    return made


def median(values: Floats) -> float:
    """The median of ``values``, also where the sum of the two in the middle would overflow."""
    return 2 * float(np.median(values / 2))


def norm(vector: Floats) -> float:
    """The Euclidean norm of ``vector`` (n,); no overflow on the way to a finite result."""
    with np.errstate(over="ignore", invalid="ignore"):
        square = float(np.dot(vector, vector))
    if 1e-280 < square < 1e290:
        return math.sqrt(square)
    largest = float(np.abs(vector).max(initial=0.0))
    if not 0 < largest < np.inf:
        return largest
    scaled = vector / largest
    return largest * math.sqrt(float(np.dot(scaled, scaled)))
