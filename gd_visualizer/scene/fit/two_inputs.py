"""The fit over two inputs: the prediction as colour, level lines or the line between two classes,
and the points with their classes or actual values."""

from functools import cached_property

import numpy as np
from msgspec import Struct

from gd_visualizer.descent.names import node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.placement import Obstacles
from gd_visualizer.drawing.shapes import Clip, Paint, Path, Pen, Shape
from gd_visualizer.scene.fit.cut import (
    Node,
    heights_title,
    input_name,
    input_title,
    others_held,
    output_node,
    shown_row,
)
from gd_visualizer.scene.fit.field import (
    field,
    level_lines,
    level_numbers,
)
from gd_visualizer.scene.fit.legend import (
    Entry,
    accuracy_entry,
    legend,
    line_entry,
    point_entries,
    remark,
)
from gd_visualizer.scene.fit.line_title import scaled_words
from gd_visualizer.scene.fit.points import Points, points_of, wider
from gd_visualizer.scene.fit.room import field_room, row_above, runs_of
from gd_visualizer.scene.fit.samples import Samples
from gd_visualizer.scene.fit.value_scale import ValueScale, output_scale, own_scale
from gd_visualizer.scene.look.ticks import Ticks, linear_ticks
from gd_visualizer.scene.plot.area import Area, most_rows, most_ticks
from gd_visualizer.scene.plot.axes import axes, ticks_below
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import Message, joined, message
from gd_visualizer.text.numerals import number

_BETWEEN, _OLD = 0.2, 0.14  # ems of the line between two classes, now and before
_DASHES = (3.0, 2.5)
_LEVELS = 7  # parts of the actual values, between level lines
_MOST_HELD = 3  # other inputs whose values are told


class TwoInputs(Struct, frozen=True, eq=False, dict=True):
    """What one picture is made of; ``node`` is one that is looked at instead of the output."""

    state: State
    frame: Frame
    shown: Visibility
    samples: Samples
    node: Node | None

    @property
    def _of(self) -> Node:
        return output_node(self.state) if self.node is None else self.node

    @property
    def _told(self) -> bool:
        """Whether the values may be seen; those of the inputs always."""
        return self.shown.values or self._of[0] == 0

    @cached_property
    def _classes(self) -> tuple[float, float] | None:
        return self.state.descent.lesson.data.class_values if self.node is None else None

    @cached_property
    def _scale(self) -> ValueScale:
        layer, index = self._of
        lesson = self.state.descent.lesson
        if layer == lesson.network.depth:
            return output_scale(lesson.data, index)
        return own_scale(self.samples.values)

    @cached_property
    def area(self) -> Area:
        """Where the points lie."""
        x, y = self.samples.asked.ranges
        return Area(field_room(self.frame, self.state), x, y)

    @cached_property
    def _levels(self) -> Ticks:
        """Round values of the actual ones; of a node, of its own."""
        if self._classes is not None or not self._told:
            return Ticks((), ())
        values = self.samples.values
        if self.node is None:
            values = self.state.descent.lesson.data.y[:, self._of[1]]
        finite = values[np.isfinite(values)]
        if not finite.size or not finite.max() > finite.min():
            return Ticks((), ())
        return linear_ticks(float(finite.min()), float(finite.max()), _LEVELS)

    def shapes(self) -> tuple[Shape, ...]:
        """Colours, axes, lines, points, words."""
        frame, area = self.frame, self.area
        across, up = most_ticks(frame)
        below = ticks_below(area, frame, across)
        left = linear_ticks(*area.y, up, limit=most_rows(frame, area.rect[3]))
        axis_x, axis_y = self.samples.asked.axes
        names = input_title(self.state, axis_x), input_title(self.state, axis_y)
        points = self._points()
        return (
            *self._ground(),
            *axes(area, frame, (below, left), names, grid=False),
            Clip(area.rect, tuple(self._lines())),
            *self._dots(points),
            *self._numbers(points),
            *self._above(),
        )

    def _ground(self) -> list[Shape]:
        if not self._told:
            return []
        two = self.state.display.fit.two_colors and self._classes is not None
        levels = self._levels.values
        return [field(self.samples, self._scale, two, levels, self.area, self.frame.em)]

    def _lines(self) -> list[Shape]:
        """Between the classes, before and now; of numbers the middle level before."""
        level = self._middle
        if level is None or not self._told:
            return []
        em, made = self.frame.em, list[Shape]()
        if self.samples.before is not None:
            old = Pen(Paint("muted"), _OLD * em, _DASHES)
            lines = level_lines(self.samples.before, level, self.area.rect)
            made += [Path(one, old, name="before") for one in lines]
        if self._classes is None:
            return made
        pen = Pen(Paint("ink"), _BETWEEN * em)
        lines = level_lines(self.samples.values, level, self.area.rect)
        return made + [Path(one, pen, name="between classes") for one in lines]

    @property
    def _middle(self) -> float | None:
        """Halfway between the classes, or the level in the middle; None where there is none."""
        if self._classes is not None:
            return sum(self._classes) / 2
        levels = self._levels.values
        return min(levels, key=lambda one: abs(2 * one - levels[0] - levels[-1]), default=None)

    def _points(self) -> Points:
        axes_shown = self.samples.asked.axes
        return points_of(self.state.descent.lesson, axes_shown, output_node(self.state)[1])

    def _dots(self, points: Points) -> list[Shape]:
        made = points.shapes(self.area, self.frame.em, shown_row(self.state))
        return [Clip(wider(self.area.rect, 0.6 * self.frame.em), tuple(made))]

    def _numbers(self, points: Points) -> list[Shape]:
        levels = list(zip(self._levels.values, self._levels.texts, strict=True))
        if not levels:
            return []
        radius = points.radius(self.frame.em)
        some = np.concatenate(points.drawn)
        places = self.area.places(points.xs[some], points.ys[some]).tolist()
        off = Obstacles.of(discs=[(x, y, radius) for x, y in places])
        return list(level_numbers(self.samples, levels, self.area, self.frame, off))

    def _above(self) -> list[Shape]:
        frame, area = self.frame, self.area
        made = legend(self._entries(), *row_above(area, frame, 0), frame)
        remarks = self._remarks()
        return made + (remark(remarks, *row_above(area, frame, 1), frame) if remarks else [])

    def _entries(self) -> list[Entry]:
        state, frame = self.state, self.frame
        if self.node is not None:
            name = node_name(state.descent.lesson.network, *self.node)
            return [Entry(runs_of(frame, message("{node}: its value over the inputs", node=name)))]
        found = point_entries(state, frame, self._classes is not None)
        if self._told and self._classes is not None:
            pen = Pen(Paint("ink"), _BETWEEN * frame.em)
            half = number(sum(self._classes) / 2)
            found.append(line_entry(message("predicted {half}", half=half), frame, pen))
        elif self._told:
            said = message("colour and lines: predicted · points: actual")
            if state.descent.lesson.data.targets:
                name = heights_title(state, self._of)
                said = message("{name}, colour and lines: predicted · points: actual", name=name)
            found.append(Entry(runs_of(frame, said), rank=3))
        if self.shown.errors:
            found += accuracy_entry(state, frame)
        return found

    def _remarks(self) -> list[Message]:
        """What the others are held at, and how inputs are scaled, in ever fewer words."""
        held, scaled = self._held(), scaled_words(self.state, self.samples.asked.axes)
        if not (held and scaled):
            return held or scaled
        pairs = (held[0], scaled[0]), (held[0], scaled[1]), (held[1], scaled[1])
        return [joined(one, " · ", other) for one, other in pairs]

    def _held(self) -> list[Message]:
        lesson, shown = self.state.descent.lesson, self.samples.asked.axes
        others = [k for k in range(lesson.network.layers[0]) if k not in shown]
        if not others:
            return []
        point, values = str(self.state.display.point + 1), others_held(self.state)
        short = message("other inputs: held at point {point}", point=point)
        if len(others) > _MOST_HELD:
            return [short, short]
        texts = ", ".join(f"{input_name(lesson.data, k)} = {number(values[k])}" for k in others)
        return [message("{inputs}: held at point {point}", inputs=texts, point=point), short]
