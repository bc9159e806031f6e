"""A run as an animation from the window: how long it will be, and the work of writing it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gd_visualizer.app.exports.saved import Saved
from gd_visualizer.descent.state.state import State
from gd_visualizer.text.numerals import number
from gd_visualizer.view.export.choice import Choice
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message

if TYPE_CHECKING:
    from gd_visualizer.figures.animation.wanted import Wanted
    from gd_visualizer.figures.sheet.request import Request


class Animations(QObject):
    """Of the run in ``state``. ``framed(file, k, n)``: frame k of n is being made."""

    framed = Signal(str, int, int)

    def __init__(self, state: Callable[[], State], parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._stopped = Event()

    @property
    def stopped(self) -> bool:
        """Whether nobody waits for the last one any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ends what is being made, before its next frame; nothing is written."""
        self._stopped.set()

    def plan(self, choice: Choice) -> tuple[str, bool]:
        """What it will be, in a sentence; or why it cannot be made, and then True."""
        from gd_visualizer.figures.animation.refusal import AnimationError
        from gd_visualizer.figures.animation.render import check
        from gd_visualizer.figures.animation.timing import timing

        wanted, last = _wanted(choice), self._state().descent.timeline.last
        try:
            check(wanted, choice.size)
            made = timing(last, wanted.frames, wanted.seconds)
        except AnimationError as error:
            return translate_message(error.message), True
        return (
            tr(
                "The whole run, {frames} of its {rows} moments in {seconds} s.",
                frames=str(len(made.rows)),
                rows=str(last + 1),
                seconds=localize_numbers(number(made.tick * sum(made.counts) / 100, 2)),
            ),
            False,
        )

    def job(
        self, choice: Choice, ask: "Callable[[], Request]", target: Path
    ) -> Callable[[], Saved]:
        """Writes the whole run as it is on screen now; StoppedError once it is stopped."""
        descent = self._state().descent
        stopped = self._stopped = Event()

        def job() -> Saved:
            from gd_visualizer.figures.animation.refusal import StoppedError
            from gd_visualizer.figures.animation.render import animation
            from gd_visualizer.figures.file import check_target, write

            def go_on() -> None:
                if stopped.is_set():
                    raise StoppedError

            def tell(frame: int, frames: int) -> None:
                go_on()
                self.framed.emit(target.name, frame, frames)

            check_target(target, force=True)
            made = animation(descent, ask(), _wanted(choice), tell)
            go_on()
            write(target, made.content, force=True)
            return Saved(target, made.note)

        return job


def videos_possible() -> bool:
    """Whether this computer has what makes MP4 and WebM."""
    from gd_visualizer.figures.animation.refusal import AnimationError
    from gd_visualizer.figures.animation.video import encoder

    try:
        return bool(encoder())
    except AnimationError:
        return False


def _wanted(choice: Choice) -> "Wanted":
    from gd_visualizer.figures.animation.wanted import Wanted

    moving = choice.moving
    return Wanted(choice.suffix, moving.frames, moving.seconds, moving.megabytes)
