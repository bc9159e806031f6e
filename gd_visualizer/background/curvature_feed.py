"""How strongly the loss bends at one place, worked out between events, and its words."""

from collections.abc import Iterator
from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from gd_visualizer.core.objective.curvature import Curvature, power_iteration
from gd_visualizer.descent.rate.quadratic import equals, exact_curvature
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State
from gd_visualizer.text.message import Message, message

_BUDGET = 0.004


class CurvatureFeed(QObject):
    """Looks for the largest curvature when asked, in pieces of at most 4 ms between events.

    ``found(Curvature, State)`` tells it, with the state it holds for.
    """

    found = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._work: Iterator[Curvature] | None = None
        self._last: Curvature | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def idle(self) -> bool:
        """Whether nothing is looked for."""
        return self._work is None

    def ask(self, state: State) -> None:
        """Looks at where ``state`` is; what was asked before is dropped."""
        descent = state.descent
        self._state, self._last = state, None
        self._work = power_iteration(descent.lesson.objective, descent.moment.theta)
        self._timer.start()

    def forget(self) -> None:
        """Drops what was asked for; no answer comes."""
        self._work = self._state = self._last = None
        self._timer.stop()

    def _go_on(self) -> None:
        started = perf_counter()
        while self._work is not None and perf_counter() - started < _BUDGET:
            try:
                self._last = next(self._work)
            except StopIteration:
                self._answer()

    def _answer(self) -> None:
        """The old work is done with before anyone hears of it: they may ask again."""
        last, state = self._last, self._state
        self.forget()
        self.found.emit(last, state)


def curvature_words(curvature: Curvature, descent: Descent) -> Message:
    """What the largest curvature means for the learning rate."""
    objective = descent.lesson.objective
    largest, rate = curvature.largest, curvature.critical_rate
    if np.isnan(largest):
        return message("The numbers overflow here, so there is no critical rate.")
    if rate is None:
        return message("No direction curves upwards here, so there is no critical rate.")
    exact = exact_curvature(objective, largest) if curvature.settled else None
    values = {
        "curvature": equals(exact, largest),
        "rate": equals(2 / exact if exact else None, rate),
    }
    if objective.quadratic:
        return message(
            "The largest curvature here is λ {curvature}: with gradient descent, learning rates "
            "above 2/λ {rate} overshoot more with every step. Exactly: the loss is a bowl.",
            **values,
        )
    return message(
        "The largest curvature here is λ {curvature}: with gradient descent, learning rates "
        "above 2/λ {rate} overshoot. A local estimate: the loss is no bowl.",
        **values,
    )
