"""The step on screen: its number, its epoch, and the points that make it."""

from gd_visualizer.core.arrays import Array
from gd_visualizer.core.batches import epoch_of
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.lesson.lesson import Phase, Settings
from gd_visualizer.text.message import Message, message


def step_shown(descent: Descent) -> int:
    """The step, from 1, that the current phase belongs to; between two steps the last one, at the
    start the first one."""
    if descent.provisional:
        return 1
    return max(descent.row, 1) if descent.phase == Phase.UPDATE else descent.row + 1


def shown_rows(descent: Descent) -> Array | None:
    """The points (rows of data, ascending) that make the step on screen; None: all of them."""
    step = step_shown(descent)
    settings = _settings(descent, step)
    if settings.batch_size is None:
        return None
    return descent.lesson.objective.batch(settings.batch_size, settings.seed, step)


def epoch(descent: Descent, step: int) -> int | None:
    """The epoch of ``step``, from 1; None for the start, and where steps take all points."""
    size = _settings(descent, step).batch_size
    return epoch_of(descent.lesson.objective.points, size, step) if size and step else None


def step_number(descent: Descent, step: int) -> Message:
    """``25``, or ``25 (epoch 2)``."""
    return numbered(step, epoch(descent, step))


def numbered(step: int, epoch: int | None) -> Message:
    """The number of ``step`` with its epoch, as ``step_number`` writes it, from the two alone."""
    if epoch is None:
        return message("{step}", step=str(step))
    return message("{step} (epoch {epoch})", step=str(step), epoch=str(epoch))


def following(old: Descent, new: Descent, point: int) -> int:
    """The point to show of ``new`` after ``point`` of ``old``: while it is one of the step's, one
    of the next step's; a point that somebody has chosen besides them stays."""
    rows = shown_rows(new)
    if rows is None or point in rows:
        return point
    before = shown_rows(old)
    return int(rows[0]) if before is None or point in before else point


def _settings(descent: Descent, step: int) -> Settings:
    made = 0 < step <= descent.row and not descent.provisional
    return descent.timeline.settings(step) if made else descent.settings
