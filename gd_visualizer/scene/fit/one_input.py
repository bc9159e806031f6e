"""The fit over one input: points, the prediction as a line, errors, and their squares."""

from functools import cached_property

from msgspec import Struct

from gd_visualizer.descent.names import node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Clip, Paint, Path, Pen, Shape
from gd_visualizer.scene.fit.cut import (
    Held,
    Node,
    height_range,
    heights_title,
    input_title,
    output_node,
    shown_row,
)
from gd_visualizer.scene.fit.legend import Entry, legend, line_entry, point_entries, remark
from gd_visualizer.scene.fit.line_title import line_runs, scaled_words
from gd_visualizer.scene.fit.points import points_of, wider
from gd_visualizer.scene.fit.room import room_below, row_above
from gd_visualizer.scene.fit.samples import Samples
from gd_visualizer.scene.fit.squares import errors, mean_room, mean_square, shows_squares
from gd_visualizer.scene.look.ticks import linear_ticks
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.area import Area, most_rows, most_ticks
from gd_visualizer.scene.plot.axes import axes, ticks_below
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import message

_OLD = 0.14  # ems of the line before
_DASHES = (3.0, 2.5)


class OneInput(Struct, frozen=True, eq=False, dict=True):
    """What one picture is made of; ``node`` is one that is looked at instead of the output."""

    state: State
    frame: Frame
    shown: Visibility
    samples: Samples
    node: Node | None
    held: Held | None

    @property
    def _of(self) -> Node:
        return output_node(self.state) if self.node is None else self.node

    @property
    def _squares(self) -> bool:
        return self.state.display.fit.squares and shows_squares(self.state)

    @cached_property
    def area(self) -> Area:
        """Where the points lie."""
        up = self.held.heights if self.held else height_range(self.state, self._of)
        ticks = linear_ticks(*up, most_ticks(self.frame)[1], limit=most_rows(self.frame))
        rows = 2 if self.state.descent.lesson.data.scaled else 1
        rect = room_below(self.frame, ticks, 0.0, rows)
        if self._squares:
            per = rect[3] / (up[1] - up[0])
            right = mean_room(self.state, self._of[1], self.frame, per)
            rect = room_below(self.frame, ticks, right, rows)
        return Area(rect, self.samples.asked.ranges[0], up)

    def shapes(self) -> tuple[Shape, ...]:
        """Axes, squares, errors, the line before, the line, points, words."""
        frame, area = self.frame, self.area
        across, up = most_ticks(frame)
        below = ticks_below(area, frame, across)
        heights = linear_ticks(*area.y, up, limit=most_rows(frame, area.rect[3]))
        names = input_title(self.state, 0), heights_title(self.state, self._of)
        return (
            *axes(area, frame, (below, heights), names),
            Clip(wider(area.rect, 0.1 * frame.em), tuple(self._inside())),
            *self._marks(),
            *self._above(),
        )

    def _inside(self) -> list[Shape]:
        em, area, made = self.frame.em, self.area, list[Shape]()
        node, told = self.node is not None, self.shown
        told_errors = told.errors and not node
        found = errors(self.state, self._of[1]) if told_errors else None
        if found and self._squares and told.losses:
            made += found.squares(area, em)
        if found:
            made += found.lines(area, em)
        (xs,) = self.samples.lines
        if told.values and self.samples.before is not None:
            pen = Pen(Paint("line"), _OLD * em, _DASHES)
            made.append(Path(area.places(xs, self.samples.before), pen, name="before"))
        if told.values or self._of[0] == 0:
            role = "factor_value" if node else "action"
            made.append(marks.curve(area.places(xs, self.samples.values), em, role, name="fit"))
        return made

    def _marks(self) -> list[Shape]:
        """Points, not over another node's values; and the mean."""
        if self.node is not None:
            return []
        state, area, em = self.state, self.area, self.frame.em
        points = points_of(state.descent.lesson, (0,), self._of[1])
        made: list[Shape] = [
            Clip(wider(area.rect, 0.6 * em), tuple(points.shapes(area, em, shown_row(state))))
        ]
        if self._squares and self.shown.mean and self.shown.errors:
            made += mean_square(state, self._of[1], area, self.frame)
        return made

    def _above(self) -> list[Shape]:
        state, frame, area = self.state, self.frame, self.area
        entries = self._entries()
        made = legend(entries, *row_above(area, frame, 0), frame)
        scaled = scaled_words(state, (0,))
        if scaled:
            made += remark(scaled, *row_above(area, frame, 1), frame)
        return made

    def _entries(self) -> list[Entry]:
        state, frame, em = self.state, self.frame, self.frame.em
        if self.node is not None:
            name = node_name(state.descent.lesson.network, *self.node)
            said = message("{node}: its value over the inputs", node=name)
            return [line_entry(said, frame, Pen(Paint("factor_value"), 0.19 * em))]
        found: list[Entry] = []
        runs = line_runs(state, frame.speech) if self.shown.values else ()
        if runs:
            found.append(Entry(runs, None, 0, "line"))
        elif self.shown.values:
            pen = Pen(Paint("action"), 0.19 * em)
            found.append(line_entry(message("predicted"), frame, pen))
        return found + point_entries(state, frame, False)
