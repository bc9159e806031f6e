"""What the next press will show, made while nobody waits."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from gd_visualizer.app.presenter import Presenting
from gd_visualizer.app.stage import LiveStage
from gd_visualizer.background.runner import BackgroundRunner, Task
from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.state.state import State

_URGENCY = 4


class NextPress(QObject):
    """Makes the pictures of the state that it leads to, once all else is done, so that a press has
    little more to do than to paint them (docs/decisions/0041).

    Nothing of it is seen, and nothing depends on it: what differs when the press comes, or has not
    been made yet, is made then.
    """

    def __init__(
        self,
        controller: Controller,
        live: LiveStage,
        presenting: Presenting,
        runner: BackgroundRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller, self._live, self._presenting = controller, live, presenting
        self._task: Task[None] = runner.task(_URGENCY, lambda _nothing: False)
        controller.run_changed.connect(self._begin)

    @property
    def idle(self) -> bool:
        """Whether they are there, or never will be."""
        return self._task.idle

    def sync(self, _new: State, _old: State | None) -> None:
        """Another state, and so another next one."""
        self._begin()

    def _begin(self) -> None:
        if not self._controller.running:
            self._task.begin(self._pieces())
        elif not self._task.idle:
            self._task.drop()

    def stop(self) -> None:
        """No more of it."""
        self._task.drop()

    def _pieces(self) -> Iterator[None]:
        coming = self._controller.foresee()
        yield
        if coming is None:
            return
        for live in self._stages():
            pieces = live.prepare(coming)
            while live in self._stages() and next(pieces, "over") is None:  # it may have closed
                yield

    def _stages(self) -> list[LiveStage]:
        return [live for live in (self._live, self._presenting.live) if live]
