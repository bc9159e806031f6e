"""The surface in space, and the run beside it: frames, keys, and how long the window waits.

What OpenGL's software does on threads of its own counts, so all of it is time on the wall.
"""

# mypy: allow-untyped-calls

import numpy as np

from benchmarks.screen import screen
from benchmarks.table import NONE, Row, longer, time_text, verdict

SIZE = 900, 600
GRID = 101
FRAME = 1 / 60
RATES = {"map": (120, 120, 60), "3d": (60, 60, 30)}  # asked; steps and paints promised
LARGE = (2, 20, 16, 1), 1000
SPEEDS = 4, 60
KEYS = {"map": 1.3, "3d": 1.5}  # times the 95th percentile of a bare window with two plots
WARM = 5
NAMES = {"map": "map and curve at 1440×900", "3d": "3D at 900×600"}


def rows(quick: bool) -> list[Row]:
    """The rows of the table about the surface in space; none where there is no OpenGL."""
    with screen() as on:
        if on.words == "offscreen":
            return [Row("the surface in 3D", "no screen with OpenGL")]
        found = on.run("benchmarks.surface3d_window", *((2, 1) if quick else (4, 2)))
    return [
        *(_run_row(kind, found["run"][kind]) for kind in RATES),
        *_orbit_rows(found["orbit"]),
        *(_key_row(kind, took, KEYS[kind]) for kind, took in found["keys"].items()),
        *(_key_row(kind, took, None) for kind, took in found["unprepared"].items()),
        *(_drag_row(kind, took) for kind, took in found["drag"].items()),
        *(_blocked_row(name, gaps) for name, gaps in found["blocked"].items()),
        *(_coarse_row(kind, took) for kind, took in found["coarse"].items()),
    ]


def _run_row(kind: str, runs: list[list[float]]) -> Row:
    asked, steps, paints = RATES[kind]
    middle, least = np.median(runs, axis=0), np.min(runs, axis=0)
    return Row(
        f"run at {asked} steps a second, {NAMES[kind]}",
        f"{middle[0]:.0f} steps, {middle[1]:.0f} paints a second"
        f" (least {least[0]:.0f}, {least[1]:.0f})",
        budget=f"≥ {steps} steps, {paints} paints",
        within=verdict(round(middle[0]) >= steps and round(middle[1]) >= paints),
    )


def _orbit_rows(found: dict[str, dict[str, float]]) -> list[Row]:
    ours = found.pop("ours")
    what = f"camera moved → painted, {GRID}×{GRID} samples, 900×600"
    fine = found.pop("fine")
    return [
        *(longer(f"{what}, p50", ours["p50"], name, took["p50"]) for name, took in found.items()),
        Row(f"{what}, least", time_text(ours["least"]), _least(found)),
        Row("the smooth picture, once it rests", _pair(fine)),
    ]


def _least(found: dict[str, dict[str, float]]) -> str:
    return ", ".join(f"{name}: {time_text(took['least'])}" for name, took in found.items())


def _key_row(kind: str, took: dict[str, dict[str, float]], budget: float | None) -> Row:
    ours, bare = (
        {name: took[who][f"wall {name}"] for name in ("p50", "p95")} for who in ("ours", "bare")
    )
    known = "" if budget else ", nothing prepared"
    ratios = [ours[name] / bare[name] for name in ours]
    return Row(
        f"key, new row and slice (2-4-2-1, 250 points){known} → repainted, {NAMES[kind]}",
        _pair(ours),
        f"bare window, two plots: {_pair(bare)}",
        f"p50 {ratios[0]:.2f} ×, p95 {ratios[1]:.2f} × as long",
        f"p95 ≤ {budget:g} ×" if budget else NONE,
        verdict(ratios[1] <= budget) if budget else NONE,
    )


def _drag_row(kind: str, took: dict[str, float]) -> Row:
    return Row(
        f"drag of the point over both axes, {NAMES[kind]}",
        f"{took['slices']:.0f} new slices in {took['moves']:.0f} moves, each {_pair(took)}",
        budget="0 new slices",
        within=verdict(took["slices"] == 0),
    )


def _blocked_row(name: str, runs: list[list[float]]) -> Row:
    longest, late, seconds = np.median(runs, axis=0)
    return Row(
        f"longest wait of the event loop, 2-20-16-1, 1,000 points, {name}",
        f"{time_text(longest)} (least of {len(runs)} runs {time_text(np.min(runs, axis=0)[0])});"
        f" {late / seconds:.1f} a second longer than a frame",
        budget=f"≤ {FRAME * 1e3:.1f} ms",
        within=verdict(longest <= FRAME),
    )


def _coarse_row(kind: str, took: dict[str, float]) -> Row:
    within = verdict(took["p95"] <= FRAME)
    what = f"step → first new slice, 2-20-16-1, 1,000 points, {NAMES[kind]}"
    return Row(what, _pair(took), budget=f"≤ {FRAME * 1e3:.1f} ms", within=within)


def _pair(took: dict[str, float]) -> str:
    return f"p50 {time_text(took['p50'])}, p95 {time_text(took['p95'])}"
