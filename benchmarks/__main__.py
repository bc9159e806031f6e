"""``python -m benchmarks [--quick]``: every measurement, as one plain table."""

import argparse
import sys
import time

from benchmarks import export, slices, steps, timeline
from benchmarks.machine import describe
from benchmarks.table import Row, markdown
from benchmarks.timing import CLOCK


def main() -> int:
    """Measures and prints; the exit status does not depend on any time measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repeats: under half a minute")
    quick = parser.parse_args().quick
    start = time.perf_counter()
    print("\n".join(f"- {line}" for line in describe()), end="\n\n", flush=True)
    rows: list[Row] = []
    for part in (steps, slices, timeline, export):
        print(f"{part.__name__.rpartition('.')[2]} …", file=sys.stderr, flush=True)
        rows += part.rows(quick)
    print(markdown(rows))
    print(f"\nWithin a process: {CLOCK}; whole processes: time on the wall.")
    print(f"Measured in {time.perf_counter() - start:.0f} s{' (--quick)' if quick else ''}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
