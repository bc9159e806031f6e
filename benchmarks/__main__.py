"""``python -m benchmarks [--quick] [--only PART ...]``: measurements, as one plain table."""

import argparse
import sys
import time

from benchmarks import export, fit, slices, startup, steps, timeline, window
from benchmarks import surface3d as surface3d
from benchmarks.machine import describe
from benchmarks.table import Row, markdown
from benchmarks.timing import CLOCK

PARTS = {
    part.__name__.rpartition(".")[2]: part
    for part in (steps, slices, fit, timeline, export, startup, window, surface3d)
}


def main() -> int:
    """Measures and prints; the exit status does not depend on any time measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repeats")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART")
    asked = parser.parse_args()
    quick = asked.quick
    start = time.perf_counter()
    print("\n".join(f"- {line}" for line in describe()), end="\n\n", flush=True)
    rows: list[Row] = []
    for name in asked.only:
        print(f"{name} …", file=sys.stderr, flush=True)
        rows += PARTS[name].rows(quick)
    print(markdown(rows))
    print(f"\nWithin a process: {CLOCK}; whole processes: time on the wall.")
    print(f"Measured in {time.perf_counter() - start:.0f} s{' (--quick)' if quick else ''}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
