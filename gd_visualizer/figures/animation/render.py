"""A run as the bytes of an animation."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.animation.refusal import AnimationError
from gd_visualizer.figures.animation.timing import timing
from gd_visualizer.figures.animation.video import encoder, video
from gd_visualizer.figures.animation.wanted import VIDEOS, Wanted
from gd_visualizer.figures.render import drawn_on
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.scene.look.palette import LIGHT
from gd_visualizer.text.message import Message, message

if TYPE_CHECKING:
    from gd_visualizer.core.arrays import Array

MOST_PIXELS = 2560 * 1600
Told = Callable[[int, int], None]


class Animation(Struct, frozen=True):
    """The ``content`` of the file; ``note`` tells what is not as it was asked for."""

    content: bytes
    note: Message | None = None


def check(wanted: Wanted, size: tuple[int, int]) -> None:
    """Raises AnimationError where ``animation`` would, before any work is done for it."""
    if size[0] * size[1] > MOST_PIXELS:
        raise AnimationError(
            message(
                "{wide} × {high} pixels are too many for an animation, expected at most {most}",
                wide=str(size[0]),
                high=str(size[1]),
                most="2560 × 1600",
            )
        )
    if wanted.suffix in VIDEOS:
        encoder()


def animation(descent: Descent, request: Request, wanted: Wanted, told: Told) -> Animation:
    """The run of ``descent`` from its row 0 to its last as it is asked for; the same bytes on
    repeat.

    ``told(k, n)`` is called before each frame k of n; what it raises ends the work. Raises
    AnimationError.
    """
    from gd_visualizer.figures.animation.gif import gif
    from gd_visualizer.figures.animation.reel import Reel

    check(wanted, request.size)
    asked = timing(descent.timeline.last, wanted.frames, wanted.seconds)
    count, most = len(asked.rows), wanted.megabytes * 1_000_000
    reel = Reel()
    for frame in _frames(descent, request, asked.rows, lambda k: told(k, count)):
        reel.add(frame)
    if wanted.suffix in VIDEOS:
        content, kept = video(reel, asked, most, wanted.suffix, lambda: told(count, count)), count
    else:
        content, kept = gif(reel, asked, most)
    if not content:
        raise AnimationError(
            message(
                "the animation is larger than {megabytes} MB: choose a smaller size",
                megabytes=str(wanted.megabytes),
            )
        )
    return Animation(content, None if kept == count else _thinned(kept, count, wanted.megabytes))


def _thinned(kept: int, count: int, megabytes: int) -> Message:
    return message(
        "{kept} of {count} frames, so that it is no larger than {megabytes} MB; a smaller size has "
        "room for more",
        kept=str(kept),
        count=str(count),
        megabytes=str(megabytes),
    )


def _frames(
    descent: Descent, request: Request, rows: tuple[int, ...], told: Callable[[int], None]
) -> "Iterator[Array]":
    from gd_visualizer.figures.animation.scale import at_row, whole_run
    from gd_visualizer.figures.sheet.paper import Paper

    asked = whole_run(descent, request, rows)
    for k, row in enumerate(rows):
        told(k + 1)
        with Paper(asked.size, LIGHT) as paper:
            drawn_on(paper, at_row(descent, row), asked)
            yield paper.image()
