"""The window. Keys and drags until every view is repainted; memory and speed of a long run."""

from typing import Any

from benchmarks.screen import screen
from benchmarks.table import NONE, Row, time_text, verdict

PRESSES, QUICK_PRESSES = 150, 50
STEPS, QUICK_STEPS = 20_000, 5_000
OLD, NEW = 1.0, 1.3  # times the peer's 95th percentile: without and with a new slice
PEER = "bare window, two plots"
CASES = {
    "old slice, 1000": ("key, 1,000 rows", OLD),
    "old slice, 100000": ("key, 100,000 rows", OLD),
    "new slice, 1000": ("key, new row and slice (2-4-2-1, 250 points), 1,000 rows", NEW),
    "new slice, 100000": ("key, new row and slice (2-4-2-1, 250 points), 100,000 rows", NEW),
    "unprepared": ("the same with 1,000 rows, nothing of it prepared", None),
    "known slice": ("key to and fro between two slices (the same)", NEW),
    "old slice, drag": ("drag of the point on the map", OLD),
    "new slice, drag": ("drag of the point on the map (2-4-2-1, 250 points)", OLD),
}
MOST_GROWTH = 5e6


def rows(quick: bool) -> list[Row]:
    """The rows of the table about the window."""
    with screen() as on:
        times = on.run("benchmarks.latency", QUICK_PRESSES if quick else PRESSES)
        run = on.run("benchmarks.window_run", QUICK_STEPS if quick else STEPS)
    shown = [_latency(*CASES[case], times[case]) for case in CASES]
    ready = time_text(times["new slice, 1000"]["ready"])
    prepared = Row("after a key: until the pictures of the next one are prepared, p50", ready)
    return [*shown, prepared, *_memory(run), _speed(run["run"])]


def _latency(what: str, budget: float | None, found: dict[str, Any]) -> Row:
    """Ours against the bare window's, by the clock; what it took on the wall besides."""
    ours, bare = found["ours"], found["bare"]
    ratios = [ours[name] / bare[name] for name in ("p50", "p95")]
    return Row(
        f"{what} → repainted{_new(found.get('new', 0.0))}",
        f"{_pair(ours)} (wall {_pair(ours, 'wall ')})",
        f"{PEER}: {_pair(bare)} (wall {_pair(bare, 'wall ')})",
        f"p50 {ratios[0]:.2f} ×, p95 {ratios[1]:.2f} × as long",
        f"p95 ≤ {budget:g} ×" if budget else NONE,
        verdict(ratios[1] <= budget) if budget else NONE,
    )


def _new(share: float) -> str:
    """How many of the events showed a new slice at once: the coarse grid has 4 ms on the wall."""
    return f" (in {share:.0%} at once)" if 0 < share < 1 else ""


def _pair(found: dict[str, float], clock: str = "") -> str:
    return f"p50 {time_text(found[clock + 'p50'])}, p95 {time_text(found[clock + 'p95'])}"


def _memory(found: dict[str, Any]) -> list[Row]:
    run = found["run"]
    if run["growth"] is None:
        return [Row("memory of the window", "not known on this system")]
    beyond = run["growth"] - run["stored"]
    return [
        Row("memory with every view painted", _mega(found["started"])),
        Row("memory when matplotlib is there too (2.5 s later)", _mega(found["idle"])),
        Row(
            f"growth over {run['rows']:,} steps in the window",
            _mega(run["growth"]),
            f"the rows themselves: {_mega(run['stored'])}",
            f"{_mega(beyond)} more",
            f"≤ {_mega(MOST_GROWTH)} more",
            verdict(beyond <= MOST_GROWTH),
        ),
        Row("growth over 2,000 keys to and fro", _mega(found["keys"])),
    ]


def _speed(run: dict[str, Any]) -> Row:
    ours, alone = run["steps a second"], run["alone"]
    frames = f"{run['frames a second']:.0f} frames of surface and curve"
    frames += f" ({run['all a second']:.0f} of every view)"
    return Row(
        "run at top speed, painted (time on the wall)",
        f"{ours:,.0f} steps and {frames} a second",
        f"the same steps, nothing shown: {alone:,.0f} a second",
        f"{ours / alone:.2f} × as many",
        NONE,
    )


def _mega(count: float) -> str:
    return f"{count / 1e6:.1f} MB"
