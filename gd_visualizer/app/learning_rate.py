"""The learning rate's own wiring: its band, where the next step would land, the curvature."""

from PySide6.QtCore import QObject, Signal

from gd_visualizer.background.curvature_feed import CurvatureFeed, curvature_words
from gd_visualizer.background.rate_band_feed import BandFeed, next_step_words, shows_rate
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.control.controller import Controller
from gd_visualizer.core.objective.curvature import Curvature
from gd_visualizer.descent.state.state import State
from gd_visualizer.view.rate.control import RateControl
from gd_visualizer.view.text.translate import translate_message


class LearningRateWiring(QObject):
    """Keeps the slider's band true, and answers when the curvature is asked for.

    ``told(str)`` is for the person.
    """

    told = Signal(str)

    def __init__(
        self,
        rate: RateControl,
        controller: Controller,
        runner: BackgroundRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._rate, self._controller = rate, controller
        self.band, self.curvature = BandFeed(runner, self), CurvatureFeed(runner, self)
        self.band.band_ready.connect(lambda band: rate.show_band(band, self.band.kind_at))
        self.curvature.found.connect(self._answer)

    def sync(self, new: State, old: State | None) -> None:
        """Begins the band anew, and drops the critical rate where the weights have changed."""
        if old is None or new.descent is not old.descent:
            self.band.follow(new)
            if old is None or _place(new) != _place(old):
                self.curvature.forget()
                self._rate.show_critical(None)
        if new.display.rate_held and not new.progress.predict and shows_rate(new):
            self._rate.show_next_step(translate_message(next_step_words(new)))

    def ask(self) -> None:
        """The largest curvature here, and the rate that belongs to it."""
        self.curvature.ask(self._controller.state)

    def _answer(self, found: Curvature, state: State) -> None:
        if _place(state) == _place(self._controller.state):
            self._rate.show_critical(found.critical_rate)
            self.told.emit(translate_message(curvature_words(found, state.descent)))

    def stop(self) -> None:
        """Ends the work on the band and the curvature; nothing is told any more."""
        self.band.stop()
        self.curvature.forget()


def _place(state: State) -> tuple[object, ...]:
    """Where the curvature belongs to: a mere change of the rate leaves it."""
    descent = state.descent
    return descent.lesson.objective, descent.row, descent.moment.theta.tobytes()
