"""How fast and how large: one table of measurements. ``python -m benchmarks`` from a checkout."""

import os

# As the program does it: set before NumPy loads its BLAS, here for every process that measures.
for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
