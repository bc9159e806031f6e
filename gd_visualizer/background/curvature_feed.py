"""How strongly the loss bends at one place, worked out between events, and its words."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.core.objective.curvature import Curvature, power_iteration
from gd_visualizer.descent.rate.quadratic import equals, exact_curvature
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State
from gd_visualizer.text.message import Message, message

_URGENCY = 3


class CurvatureFeed(QObject):
    """Looks for the largest curvature when asked, by pieces of the runner.

    ``found(Curvature, State)`` tells it, with the state it holds for.
    """

    found = Signal(object, object)

    def __init__(self, runner: BackgroundRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._last: Curvature | None = None
        self._task = runner.task(_URGENCY, self._take, self._answer)

    @property
    def idle(self) -> bool:
        """Whether no answer is still to come."""
        return self._task.idle

    def ask(self, state: State) -> None:
        """Looks at where ``state`` is; what was asked before is dropped."""
        descent = state.descent
        self._state, self._last = state, None
        self._task.begin(power_iteration(descent.lesson.objective, descent.moment.theta))

    def forget(self) -> None:
        """Drops what was asked for; no answer comes."""
        self._state = self._last = None
        self._task.drop()

    def _take(self, found: Curvature) -> bool:
        self._last = found
        return False

    def _answer(self) -> None:
        self.found.emit(self._last, self._state)


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
