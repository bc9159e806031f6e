"""Where the fit has its area: below the rows that say what it shows, and the axis's name."""

from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Rect, Run, words
from gd_visualizer.scene.fit.cut import input_ranges
from gd_visualizer.scene.look.ticks import Ticks, linear_ticks
from gd_visualizer.scene.plot.area import Area, most_rows, most_ticks, room_for_axes
from gd_visualizer.text.message import Message

_ROW = 1.5  # ems
_ALIKE, _WIDER = 3.0, 2.3  # times as long, up to which both axes may have one scale; as wide


def room_below(frame: Frame, heights: Ticks, right: float, rows: int) -> Rect:
    """What axes leave below so many ``rows`` of words, with ``right`` px free at the right."""
    left, top, width, height = room_for_axes(frame, heights, right)
    taken = rows * _ROW * frame.size(1)
    return left, top + taken, width, max(height - taken, frame.size(1))


def field_room(frame: Frame, state: State) -> Rect:
    """The same over two inputs."""
    lesson = state.descent.lesson
    rows = 2 if lesson.data.scaled or lesson.network.layers[0] > 2 else 1
    _, y = input_ranges(state)
    ticks = linear_ticks(*y, most_ticks(frame)[1], limit=most_rows(frame))
    return room_below(frame, ticks, 0.0, rows)


def shown_ranges(state: State, frame: Frame) -> tuple[Range, ...]:
    """The ranges of the inputs in a frame: those of the points; two that are alike are widened so
    that both axes have one scale, as long as most of the room is still the points'."""
    ranges = input_ranges(state)
    if len(ranges) == 1:
        return ranges
    x, y = ranges
    spans = x[1] - x[0], y[1] - y[0]
    if not 1 / _ALIKE <= spans[0] / spans[1] <= _ALIKE:
        return ranges
    _, _, width, height = field_room(frame, state)
    per = max(spans[0] / width, spans[1] / height)  # units of a pixel
    wide, high = per * width / spans[0], per * height / spans[1]
    if max(wide, high) > _WIDER:
        return ranges
    return _widened(x, wide), _widened(y, high)


def _widened(one: Range, times: float) -> Range:
    middle, half = one[0] / 2 + one[1] / 2, (one[1] / 2 - one[0] / 2) * times
    return middle - half, middle + half


def row_above(area: Area, frame: Frame, row: int) -> tuple[float, float, float]:
    """Left end, middle and right end of a row of words, the first one (0) on top."""
    size = frame.size(1)
    left = max(area.rect[0] - 1.6 * size, 0.1 * size)
    return left, (0.75 + row * _ROW) * size, frame.width - 0.3 * size


def runs_of(frame: Frame, said: Message) -> tuple[Run, ...]:
    """A message as words."""
    return words(frame.speech.words(said))
