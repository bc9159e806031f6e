"""The array type of the mathematics, and the one way to make an array read-only."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def frozen(values: object) -> Floats:
    """A read-only float64 array of ``values``; copied unless it is frozen already."""
    array = np.asarray(values, dtype=np.float64)
    if array.flags.writeable:
        array = array.copy()
        array.flags.writeable = False
    return array
