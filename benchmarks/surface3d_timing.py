"""How long something takes, several times over."""

import time
from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.surface3d import WARM


def in_turn(ones: dict[str, Callable[[], float]], events: int) -> dict[str, dict[str, float]]:
    """Blocks of each in turn, so that what disturbs one disturbs all."""
    took: dict[str, list[float]] = {name: [] for name in ones}
    for block in range(events // WARM + 1):
        for name, one in ones.items():
            some = [one() for _ in range(WARM)]
            took[name] += some if block else []
    return {name: summary(seconds) for name, seconds in took.items()}


def quantiles(one: Callable[[], float], events: int) -> dict[str, float]:
    for _ in range(WARM):
        one()
    return summary([one() for _ in range(events)])


def summary(seconds: Sequence[float]) -> dict[str, float]:
    p50, p95 = np.quantile(seconds, (0.5, 0.95)).tolist()
    return {"p50": p50, "p95": p95, "least": min(seconds)}


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def wait(seconds: float) -> None:
    """Qt's own event loop, for so long."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
