"""The loss by step as a drawing: past and future, kept runs, where we are, where a step leads."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from math import inf

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import loss_title
from gd_visualizer.descent.run_names import run_names
from gd_visualizer.descent.state.held_out import held_out_loss
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.placement import Obstacles
from gd_visualizer.drawing.shapes import Clip, Dots, Drawing, Paint, Path, Pen, Shape
from gd_visualizer.scene.curve.curve import LossCurve, loss_curve, thinned
from gd_visualizer.scene.curve.kept_runs import curve_kept_lines
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.look.ticks import Ticks
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.area import Area, most_rows, most_ticks, room_for_axes
from gd_visualizer.scene.plot.axes import INK, axes, ticks_below
from gd_visualizer.scene.plot.kept_runs import DASHES, NAMELESS, KeptRunLine
from gd_visualizer.scene.plot.labels import KEY, Beside, lines_through, written
from gd_visualizer.scene.plot.refusal import refusal
from gd_visualizer.scene.rate.next_step import next_step_at, next_step_words
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.text.message import message
from gd_visualizer.text.numerals import number

_RUN = 0.16  # ems of a kept run's line
_TESTING = (5.0, 3.0)  # dashes of the testing points' line
_DOTS = 40  # rows of a run up to which each has a dot of its own
_FALLS = (1.5, 1.5)  # a line that leads to a loss of 0, by decades
_ABOVE, _MOST_ABOVE = 2.0, 0.4  # letters of the loss; of the height
_WHERE = 0.6  # of the width, from which on words stand at the left of their place


class CurvePicture(Struct, frozen=True, eq=False):
    """The ``drawing`` of a ``curve``; ``area`` is None where nothing can be drawn."""

    drawing: Drawing
    curve: LossCurve
    area: Area | None = None


@lru_cache(maxsize=4)  # now and next, in the window and before a class
def curve_picture(state: State, frame: Frame, shown: Visibility | None = None) -> CurvePicture:
    """The loss by step in a frame; as far as it is ``shown``, None: as in the window."""
    shown = shown or visibility(state)
    log = state.display.log_loss
    screen = frame.audience is Audience.SCREEN
    above = _room_above(state, frame)
    curve = loss_curve(state.descent, log, most_ticks(frame), screen, most_rows(frame), above)
    if curve.refused:
        return CurvePicture(refusal(frame, curve.refused), curve)
    low, high = curve.drawn_heights(np.array(curve.y_range)).tolist()
    heights = curve.drawn_heights(np.array(curve.heights.values, dtype=float)).tolist()
    ticks = Ticks(tuple(heights), curve.heights.texts)
    area = Area(room_for_axes(frame, ticks), curve.x_range, (low, high))
    steps = ticks_below(area, frame, most_ticks(frame)[0], (0, area.x[1]), whole=True)
    title = loss_title(state.descent.lesson)
    names = message("step"), message("{loss} (log)", loss=title) if curve.log else title
    made = _Curve(state, frame, shown, curve, area)
    shapes = (
        *axes(area, frame, (steps, ticks), names),
        Clip(_wider(area, frame), made.lines()),
        *made.marked(),
    )
    return CurvePicture(Drawing(frame, shapes, {"plot": area.rect}), curve, area)


def _room_above(state: State, frame: Frame) -> float:
    """The share of the height that is left for a loss above its line, where another number belongs
    to the line below."""
    if state.descent.lesson.testing is None:
        return 0.0
    high = room_for_axes(frame, Ticks((), ()))[3]
    return min(_ABOVE * frame.size(KEY[frame.audience]) / high, _MOST_ABOVE)


@DrawingMaker
def curve_drawing(
    state: State, frame: Frame, shown: Visibility, _slice: SurfaceSlice | None
) -> Drawing:
    """The loss by step."""
    return curve_picture(state, frame, shown).drawing


def _wider(area: Area, frame: Frame) -> tuple[float, float, float, float]:
    """The area, with room for a line that runs along its edge."""
    left, top, width, height = area.rect
    side = 0.2 * frame.em
    return left - side, top - side, width + 2 * side, height + 2 * side


class _Curve(Struct, frozen=True, eq=False, dict=True):
    """What one picture is made of."""

    state: State
    frame: Frame
    shown: Visibility
    curve: LossCurve
    area: Area

    @cached_property
    def _parts(self) -> tuple[KeptRunLine, KeptRunLine]:
        """The rows up to where we are, and those to come, with their losses."""
        columns = max(round(self.area.rect[2] / 2), 100)  # a line is wider than a pixel
        rows, losses = thinned(self.curve.losses, columns)
        past, ahead = rows <= self.curve.row, rows >= self.curve.row
        return (
            KeptRunLine(NAMELESS, 0, rows[past], losses[past]),
            KeptRunLine(NAMELESS, 0, rows[ahead], losses[ahead]),
        )

    @cached_property
    def _kept(self) -> Sequence[KeptRunLine]:
        """The runs beside this one."""
        return curve_kept_lines(self.state.descent)

    def lines(self) -> tuple[Shape, ...]:
        """Kept runs below, then the rows to come, then those that were."""
        em = self.frame.em
        past, ahead = self._parts
        shapes: list[Shape] = [piece for run in self._kept for piece in self._run(run)]
        if self.shown.ahead and self.shown.loss:
            pen = Pen(Paint("line"), 0.15 * em, (3.0, 2.5))
            shapes.append(Path(self._places(ahead), pen, name="ahead"))
        if self.shown.loss:
            solid, fallen = self._broken(past)
            shapes += [marks.curve(piece, em, name="past") for piece in solid]
            shapes += self._testing_line()
            pen = Pen(Paint("action"), _RUN * em, _FALLS)
            shapes += [Path(piece, pen, name="to zero") for piece in fallen]
            if len(past.xs) > 1 and len(self.curve.losses) <= _DOTS:
                places = self._places(past)[:-1]
                shapes.append(marks.rings(places, 0.7 * em, "action", "action"))
        return tuple(shapes)

    def _testing_line(self) -> list[Shape]:
        """The loss of the points that are held out, as far as we are."""
        line = self._testing
        if line is None:
            return []
        pen = Pen(Paint("muted"), 0.13 * self.frame.em, _TESTING)
        return [Path(piece, pen, name="testing") for piece in self._broken(line)[0]]

    @cached_property
    def _testing(self) -> KeptRunLine | None:
        if not self.curve.testing:
            return None
        rows, losses = self.curve.testing
        past = rows <= self.curve.row
        return KeptRunLine(NAMELESS, 0, rows[past], losses[past])

    def _testing_end(self) -> Beside | None:
        """The loss of the points that are held out, beside the end of its line."""
        loss = held_out_loss(self.state.descent) if self.shown.loss else None
        if loss is None or not np.isfinite(loss):
            return None
        at, inside = self._at_this_step(loss)
        words = message("testing loss {loss}", loss=number(loss))
        text = self.frame.speech.words(words)
        label = self._beside("testing", text if inside else f"{text} ↑", at, 1.0, INK, rank=0.5)
        return self._on_its_side(label, loss, self.state.descent.moment.loss)

    def _on_its_side(self, label: Beside, loss: float, other: float) -> Beside:
        """The label of a ``loss`` where it cannot be taken for that of the ``other`` line."""
        below, (_, height) = loss < other, self._at_this_step(other)[0]
        return replace(label, below=below, between=(height, inf) if below else (-inf, height))

    @cached_property
    def _placed(self) -> dict[int, Floats]:
        return {}

    def _places(self, line: KeptRunLine) -> Floats:
        """Where its rows lie; asked by what draws the line, and by what keeps off it."""
        known = self._placed.get(id(line))
        if known is None:
            known = self.area.places(line.xs, self.curve.drawn_heights(line.ys))
            self._placed[id(line)] = known
        return known

    def _broken(self, line: KeptRunLine) -> tuple[list[Floats], list[Floats]]:
        """The pieces of a line that can be measured, and those that lead to a loss of 0 or from
        one: by decades it has no place, and its mark is as far below as is drawn."""
        places = self._places(line)
        zero = (line.ys <= 0) & self.curve.log
        cuts = np.flatnonzero(np.diff(zero)) + 1
        fallen = [places[k - 1 : k + 1] for k in cuts.tolist()]
        return np.split(places, cuts), fallen

    def _run(self, run: KeptRunLine) -> list[Path]:
        paint = Paint("runs", step=(run.look, run.look + 1))
        solid, fallen = self._broken(run)
        wide = _RUN * self.frame.em
        found = [(piece, DASHES[run.look % len(DASHES)]) for piece in solid]
        found += [(piece, _FALLS) for piece in fallen]
        return [
            Path(piece, Pen(paint, wide, dashes), name=f"run {run.look}") for piece, dashes in found
        ]

    def marked(self) -> list[Shape]:
        """Where runs ended, where the next step leads, where we are, and their words."""
        em, labels, made = self.frame.em, list[Beside](), self._left()
        for run in self._kept:
            end = tuple(self._places(run)[-1].tolist())
            paint = Paint("runs", step=(run.look, run.look + 1))
            made.append(marks.dot(end, 0.27 * em, paint, Pen(marks.PAPER, 0.1 * em), "run end"))
            text = self.frame.speech.words(run.words)
            labels.append(self._beside("run name", text, end, 1.0, paint, rank=2))
        for shape, label in ((None, self._testing_end()), self._next_step(), self._now()):
            made += [shape] if shape else []
            labels += [label] if label else []
        discs = [
            (*shape.centers[0].tolist(), shape.radius + 0.07 * em)
            for shape in made
            if isinstance(shape, Dots)
        ]
        testing = [self._testing] if self._testing else []
        drawn = (*self._parts, *testing, *self._kept)
        pieces = np.concatenate([lines_through(self._places(line)) for line in drawn])
        obstacles, rather_not = Obstacles.of(discs=discs), Obstacles(lines=pieces)
        leaders, words = written(labels, self.area, self.frame, obstacles, rather_not)
        return [*leaders, *made, *words]

    def _beside(
        self,
        name: str,
        text: str,
        at: marks.Place,
        ems: float,
        paint: Paint,
        rank: float,
        always: bool = False,
    ) -> Beside:
        left = at[0] > self.area.rect[0] + _WHERE * self.area.rect[2]
        below = at[1] < self.area.rect[1] + 2 * self.frame.em
        size = self.frame.size(ems)
        return Beside(text, *at, size, paint, left, below, rank, always, name=name)

    def _at_this_step(self, loss: float) -> tuple[marks.Place, bool]:
        """Where a loss is at the step that we are at, and whether that is in the picture; else the
        place at the rim."""
        low, high = self.area.y
        height = float(self.curve.drawn_heights(np.array([loss]))[0])
        within = min(max(height, low), high)
        return self.area.place(self.curve.row, within), low <= height <= high

    def _now(self) -> tuple[Shape | None, Beside | None]:
        """Where we are; while a weight is dragged, with the loss that it has on its way."""
        if not self.shown.loss:
            return None, None
        loss = self.state.descent.moment.loss
        at, inside = self._at_this_step(loss)
        ems, written = KEY[self.frame.audience], printed(self.state).text(loss)
        text, *shorter = self._loss_words(written) if inside else [f"{written} ↑"]
        label = self._beside("loss", text, at, ems, Paint("ink"), rank=0, always=True)
        label = replace(label, shorter=tuple(shorter))
        tested = held_out_loss(self.state.descent)
        if tested is not None:
            label = self._on_its_side(label, loss, tested)
        return marks.point(at, self.frame.em, inside), label

    def _left(self) -> list[Shape]:
        """A pale ring where we were before the drag that goes on."""
        if self.state.descent.provisional is None or not self.shown.loss:
            return []
        at, _ = self._at_this_step(float(self.curve.losses[self.curve.row]))
        return [marks.left(at, self.frame.em)]

    def _loss_words(self, written: str) -> list[str]:
        """The current loss: whose, where other runs have their names there, with what it is, and
        alone."""
        speech, found = self.frame.speech, [message("loss {loss}", loss=written)]
        if self.state.descent.compared:
            name = run_names(self.state.descent)[-1]
            found.insert(0, message("{run}: loss {loss}", run=name, loss=written))
        return [*(speech.words(words) for words in found), speech.number(written)]

    def _next_step(self) -> tuple[Shape | None, Beside | None]:
        """At the rim, where it lies beyond."""
        found = next_step_at(self.state, self.shown)
        if found is None:
            return None, None
        (_, x1), (low, high) = self.area.x, self.area.y
        height = float(self.curve.drawn_heights(np.array([found.loss]))[0])
        text = self.frame.speech.words(next_step_words(found))
        beyond = height > high
        at = self.area.place(min(self.curve.row + 1.0, x1), min(max(height, low), high))
        label = self._beside("next loss", f"{text} ↑" if beyond else text, at, 1.0, INK, rank=1)
        return None if beyond else marks.next_step(at, self.frame.em), label
