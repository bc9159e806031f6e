"""The samples of the fit: those of a small network at once, of a large one coarse, then fine."""

from PySide6.QtCore import QObject, Signal

from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.scene.fit.samples import COARSE, FINE, Asked, Samples, refined, samples

_URGENCY = 1


class FitFeed(QObject):
    """``follow`` gives what is there at once; ``fit_refined(Samples)`` tells the fine ones, unless
    others have been asked for meanwhile."""

    fit_refined = Signal(object)

    def __init__(self, runner: BackgroundRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last: Samples | None = None
        self._runner, self._task = runner, runner.task(_URGENCY, self._take)

    @property
    def idle(self) -> bool:
        """Whether the samples are as fine as they get."""
        return self._task.idle

    def close(self) -> None:
        """No more of them: the view that shows them is gone."""
        self._runner.remove(self._task)

    def follow(self, what: Asked) -> Samples:
        """The finest there are so far, and from now on finer ones of these."""
        if self._last and self._last.asked == what:
            return self._last
        axes = len(what.axes)
        if what.at_once:
            self._task.drop()
            self._last = samples(what, FINE[axes])
        else:
            self._last = samples(what, COARSE[axes])
            self._task.begin(refined(what, FINE[axes]))
        return self._last

    def _take(self, made: Samples) -> bool:
        self._last = made
        self.fit_refined.emit(made)
        return True
