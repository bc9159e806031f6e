"""An animation that cannot be made."""

from gd_visualizer.text.message import Message


class AnimationError(Exception):
    """There will be no animation; ``message`` is one sentence for the person."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.english)


class StoppedError(Exception):
    """Nobody waits for the animation any more."""
