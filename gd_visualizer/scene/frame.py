"""The ranges on screen: fitted to an area, zoomed around a place, moved."""

from collections.abc import Sequence

from gd_visualizer.scene.ranges import Range

_FARTHEST = 1e100
_BEYOND = 0.25  # of the length that is needed
_NEAREST = 1e-9  # of the numbers themselves; nearer, floats tell too few places apart


def fitted(ranges: Sequence[Range], aspect: float) -> list[Range]:
    """Two ranges, one of them widened about its middle, so that an area ``aspect`` times as wide
    as high shows both in one scale."""
    x, y = ranges
    length = max(x[1] - x[0], (y[1] - y[0]) * aspect)
    return [_about(x, length), _about(y, length / aspect)]


def zoomed(ranges: Sequence[Range], place: Sequence[float], factor: float) -> list[Range]:
    """The ranges after a zoom by ``factor`` (below 1: nearer) that leaves ``place`` where it is.

    Unchanged where floats would no longer tell their ends apart, or beyond 1e100.
    """
    made = [
        (at + (low - at) * factor, at + (high - at) * factor)
        for (low, high), at in zip(ranges, place, strict=True)
    ]
    return made if _sound(made) else list(ranges)


def moved(ranges: Sequence[Range], by: Sequence[float]) -> list[Range]:
    """The ranges shifted; unchanged where they would leave what floats can tell apart."""
    made = [(low + d, high + d) for (low, high), d in zip(ranges, by, strict=True)]
    return made if _sound(made) else list(ranges)


def including(ranges: Sequence[Range], point: Sequence[float]) -> list[Range]:
    """The ranges, widened where ``point`` lies outside of them; well beyond it, so that they
    need not grow with every step."""
    return [_reaching(shown, at) for shown, at in zip(ranges, point, strict=True)]


def _reaching(shown: Range, at: float) -> Range:
    low, high = shown
    if low <= at <= high or not abs(at) < _FARTHEST:
        return shown
    low, high = min(low, at), max(high, at)
    beyond = _BEYOND * (high - low)
    return (low - beyond if at == low else low), (high + beyond if at == high else high)


def _sound(ranges: Sequence[Range]) -> bool:
    return all(
        max(abs(low), abs(high)) < _FARTHEST and high - low > _NEAREST * max(abs(low), abs(high))
        for low, high in ranges
    )


def _about(shown: Range, length: float) -> Range:
    if shown[1] - shown[0] >= length:
        return shown
    middle = (shown[0] + shown[1]) / 2
    return middle - length / 2, middle + length / 2
