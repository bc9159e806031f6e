"""The rows of the table, and the table as Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.timing import Seconds

NONE = "–"
NO_TORCH = "torch is not installed"


@dataclass(frozen=True)
class Row:
    """One line of the table, as text."""

    what: str
    measured: str
    peer: str = NONE
    ratio: str = NONE
    budget: str = NONE
    within: str = NONE


def against(
    what: str, ours: Seconds, peer: str, theirs: Seconds | None, at_least: float | None = None
) -> Row:
    """A row about how many times as fast as ``peer`` we are: in the median, and undisturbed.

    A busy machine slows some contestants more than others, so a budget must be kept in both.
    """
    budget = f"≥ {at_least:g} × faster" if at_least else NONE
    if theirs is None:
        return Row(what, time_text(ours.median), f"{peer}: {NO_TORCH}", budget=budget)
    ratios = theirs.median / ours.median, theirs.fastest / ours.fastest
    return Row(
        what,
        time_text(ours.median),
        f"{peer}: {time_text(theirs.median)}",
        f"{ratios[0]:.1f} × faster, undisturbed {ratios[1]:.1f} ×",
        budget,
        verdict(min(ratios) >= at_least) if at_least else NONE,
    )


def faster(what: str, ours: float, peer: str, theirs: float) -> Row:
    """A row about how many times as fast as ``peer`` we are, both in seconds."""
    ratio = f"{theirs / ours:.1f} × faster"
    return Row(what, time_text(ours), f"{peer}: {time_text(theirs)}", ratio)


def longer(what: str, ours: float, peer: str, theirs: float, at_most: float | None = None) -> Row:
    """A row about how many times as long as ``peer`` we take, both in seconds."""
    ratio = ours / theirs
    return Row(
        what,
        time_text(ours),
        f"{peer}: {time_text(theirs)}",
        f"{ratio:.2f} × as long",
        f"≤ {at_most:g} × as long" if at_most else NONE,
        verdict(ratio <= at_most) if at_most else NONE,
    )


def within(what: str, ours: Seconds, peer: str, theirs: Seconds, at_most: float) -> Row:
    """A row about how many times as long as ``peer`` we take: in the median, and undisturbed.

    As in ``against``, a budget must be kept in both.
    """
    ratios = ours.median / theirs.median, ours.fastest / theirs.fastest
    return Row(
        what,
        time_text(ours.median),
        f"{peer}: {time_text(theirs.median)}",
        f"{ratios[0]:.2f} × as long, undisturbed {ratios[1]:.2f} ×",
        f"≤ {at_most:g} × as long",
        verdict(max(ratios) <= at_most),
    )


def below(
    what: str, seconds: float, at_most: float, peer: str = NONE, theirs: float | None = None
) -> Row:
    """A row about a limit in seconds, beside a peer that has none."""
    return Row(
        what,
        time_text(seconds),
        f"{peer}: {time_text(theirs)}" if theirs else peer,
        f"{theirs / seconds:.1f} × faster" if theirs else NONE,
        f"≤ {at_most * 1e3:g} ms",
        verdict(seconds <= at_most),
    )


def verdict(within: bool) -> str:
    """The last column."""
    return "yes" if within else "**no**"


def time_text(seconds: float) -> str:
    """Seconds with three digits, in the unit that suits them."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{_three(seconds / size)} {unit}"
    return f"{_three(seconds / 1e-6)} µs"


def _three(value: float) -> str:
    return f"{value:#.3g}".rstrip(".") if value < 999.5 else f"{value:.0f}"


def markdown(rows: Iterable[Row]) -> str:
    """The table, its columns aligned."""
    header = ("what", "measured", "peer in the same run", "ratio", "budget", "within?")
    lines = [header, *((r.what, r.measured, r.peer, r.ratio, r.budget, r.within) for r in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    padded = [[c.ljust(width) for c, width in zip(line, widths, strict=True)] for line in lines]
    padded.insert(1, ["-" * width for width in widths])
    return "\n".join(f"| {' | '.join(line)} |" for line in padded)
