"""``python -m gd_visualizer`` and the command ``gd-visualizer``."""

import os
import sys


def main() -> int:
    """Runs the command line; returns the exit status."""
    # Set before NumPy loads its BLAS: on matrices this small a second thread only waits, and one
    # thread sums in the same order on every machine.
    for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    from gd_visualizer.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
