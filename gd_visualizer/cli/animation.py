"""``export --animation``: a run that moves."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gd_visualizer.cli.arguments import MOST_FRAMES, RefusedError, complain, seconds, whole
from gd_visualizer.cli.progress import Progress
from gd_visualizer.lesson.pictures import CURVE

if TYPE_CHECKING:
    from gd_visualizer.descent.state.descent import Descent
    from gd_visualizer.figures.animation.wanted import Wanted
    from gd_visualizer.figures.sheet.request import Request
    from gd_visualizer.lesson.lesson import Lesson

_ALONE = ("frames", "seconds", "megabytes")


def add_animation(export: argparse.ArgumentParser, out: Any) -> None:
    """Adds the option to ``out``, the group of files to write, and what goes with it."""
    out.add_argument(
        "--animation",
        metavar="OUT",
        help="the run as an animation: .gif, or .mp4 .webm with the extra gd-visualizer[video]",
    )
    export.add_argument(
        "--frames",
        metavar="N",
        type=whole(2, MOST_FRAMES),
        help="at most, evenly over the steps (default: a step each, up to 120)",
    )
    export.add_argument(
        "--seconds", metavar="S", type=seconds, help="how long it plays (default: 15 or less)"
    )
    export.add_argument(
        "--megabytes",
        metavar="M",
        type=whole(1, 1000),
        help="at most so large, with fewer frames if need be (default 10)",
    )


def refuse_alone(arguments: argparse.Namespace) -> None:
    """Raises RefusedError about an animation's option without one."""
    for option in _ALONE:
        if getattr(arguments, option) is not None:
            raise RefusedError(f"--{option}: goes with --animation, not with --output")


def refuse_animation(arguments: argparse.Namespace, lesson: "Lesson", request: "Request") -> None:
    """Raises RefusedError or AnimationError for what cannot be made, before the run."""
    from gd_visualizer.figures.animation.render import check

    if CURVE not in lesson.figures:
        raise RefusedError(
            f"--animation: {lesson.title} takes no steps, expected a lesson that does"
        )
    if arguments.steps == 0:
        raise RefusedError("--steps 0: an animation needs a step, expected 1 or more")
    check(_wanted(arguments), request.size)


def write_animation(
    arguments: argparse.Namespace, descent: "Descent", request: "Request", told: Progress
) -> None:
    """Draws the frames, and writes the file whole or not at all."""
    from gd_visualizer.figures.animation.render import animation
    from gd_visualizer.figures.file import write

    output = Path(arguments.animation)

    def tell(frame: int, frames: int) -> None:
        told.tell(f"{output.name}: frame {frame:,} of {frames:,}")

    made = animation(descent, request, _wanted(arguments), tell)
    write(output, made.content, arguments.force)
    if made.note:
        told.erase()
        complain(f"{output.name}: {made.note.english}")


def _wanted(arguments: argparse.Namespace) -> "Wanted":
    from gd_visualizer.figures.animation.wanted import MEGABYTES, Wanted

    suffix = Path(arguments.animation).suffix.lower()
    megabytes = arguments.megabytes or MEGABYTES
    return Wanted(suffix, arguments.frames, arguments.seconds, megabytes)
