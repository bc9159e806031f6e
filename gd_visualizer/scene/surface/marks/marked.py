"""Marks on a surface: kept runs, minima, a guess, the point, its slope; and their words."""

from functools import cached_property

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.placement import Obstacles
from gd_visualizer.drawing.shapes import Dots, Paint, Path, Pen, Shape
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.plot.kept_runs import DASHES, KeptRunLine
from gd_visualizer.scene.plot.labels import KEY, Beside, lines_through, written
from gd_visualizer.scene.rate.next_step import next_step_at, next_step_words
from gd_visualizer.scene.surface.dark.direction_labels import direction_labels
from gd_visualizer.scene.surface.dark.guess import guess_mark
from gd_visualizer.scene.surface.dark.lantern import Lantern, downhill, steepness
from gd_visualizer.scene.surface.log_scale import drawn_heights
from gd_visualizer.scene.surface.marks.beyond import head, onward, within
from gd_visualizer.scene.surface.marks.gradient_marks import SlopeMarks, slope_marks
from gd_visualizer.scene.surface.marks.kept_runs import surface_kept_lines
from gd_visualizer.scene.surface.marks.left import left_ring
from gd_visualizer.scene.surface.minima import shown_minima
from gd_visualizer.scene.surface.slice import DescentPath, SurfaceSlice, marks_here
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import message
from gd_visualizer.text.numerals import MINUS

Place = tuple[float, float]


class Marked(Struct, frozen=True, eq=False, dict=True):
    """The marks of one picture; ``here``: where the point is on its way, None: at its place."""

    state: State
    surface_slice: SurfaceSlice
    frame: Frame
    shown: Visibility
    area: Area
    path: DescentPath
    lantern: Lantern | None
    here: Place | None

    @property
    def flat(self) -> bool:
        """Whether the surface is over one parameter."""
        return len(self.surface_slice.ranges) == 1

    @property
    def known(self) -> bool:
        """Whether the point's height may be seen."""
        return not self.flat or self.lantern is not None or self.shown.loss

    @cached_property
    def point(self) -> Place:
        """Where we are, in the slice's units; before its loss may be seen, on the axis."""
        if self.here:
            return self.here
        current = self.path.here
        x, *rest = current.point.tolist()
        return x, rest[
            0
        ] if rest else current.loss if self.known else self.surface_slice.loss_range[0]

    @cached_property
    def inside(self) -> bool:
        """Whether the point lies in the picture."""
        return self.area.holds(*self.point)

    @cached_property
    def spot(self) -> Place:
        """Where the point is painted, in px: of one beyond the rim, the nearest place within."""
        x, y = self.area.place(*self.point)
        if self.inside:
            return x, y
        return within(self.area, (x, y), self.frame.em)

    @cached_property
    def slopes(self) -> SlopeMarks | None:
        """The slope where we are, as far as it is seen here."""
        if self.lantern or not self.inside:
            return None
        size, sides = self.area.size, self.surface_slice.sides
        return slope_marks(self.state, self.surface_slice.section, sides, size, self.shown)

    @cached_property
    def kept(self) -> list[KeptRunLine]:
        """Kept runs; none in the dark."""
        return [] if self.lantern else surface_kept_lines(self.state.descent, self.surface_slice)

    def _places(self, run: KeptRunLine) -> Floats:
        ys = drawn_heights(self.surface_slice, run.ys) if self.flat else run.ys
        return self.area.places(run.xs, ys)

    def runs(self) -> list[Shape]:
        """Lines of the kept runs; over one parameter rings."""
        made: list[Shape] = []
        for run in self.kept:
            paint, em, places = _run_paint(run), self.frame.em, self._places(run)
            if self.flat:
                made.append(Dots(places, marks.RING * em, marks.PAPER, Pen(paint, 0.12 * em)))
                continue
            made.append(Path(places, Pen(Paint("path_edge"), 0.32 * em)))
            made.append(Path(places, Pen(paint, 0.16 * em, DASHES[run.look % len(DASHES)])))
        return made

    def shapes(self) -> list[Shape]:
        """Everything above the ground, the words last."""
        below, labels = self._ends()
        ring, ahead = self._next()
        labels += ahead
        for shapes, named in (self._minima(), self._guess()):
            below += shapes
            labels += named
        below += left_ring(self.state, self.surface_slice, self.area, self.known, self.frame.em)
        arrow, slope = self._slope() if self.inside and not self.lantern else ([], [])
        if self.lantern and self.inside:
            arrow = self._downhill()
        dot = marks.point(self.spot, self.frame.em, self.known and self.inside)
        stalk: list[Shape] = [] if self.known else [self._unknown()]
        if not self.inside:
            there, dark = self.area.place(*self.point), self.lantern is not None
            stalk.append(head(self.spot, there, self.frame.em, dark))
        off = Obstacles.of(discs=_discs([*below, *ring, dot]), lines=self._arrow_line(arrow))
        rather_not = Obstacles(lines=self._lines())
        leaders, words = written([*labels, *slope], self.area, self.frame, off, rather_not)
        off = off.with_others(Obstacles.of([one.rect for one in words]))
        around = self._directions(off) if self.lantern else []
        return [*below, *stalk, *arrow, *ring, *around, *leaders, dot, *words]

    def _unknown(self) -> Shape:
        return marks.unknown(self.spot[0], self.area.rect[1], self.area.bottom, self.frame.em)

    def _lines(self) -> Floats:
        """What words rather do not cover: the curve, or the way."""
        if self.flat:
            xs = self.surface_slice.slice.coordinates[0]
            losses = np.minimum(self.surface_slice.slice.losses, self.surface_slice.ceiling)
            return lines_through(self.area.places(xs, losses.astype(np.float64)))
        places = self.area.places(*self.path.line.T), *map(self._places, self.kept)
        return np.concatenate([lines_through(one) for one in places])

    def _arrow_line(self, arrow: list[Shape]) -> list[tuple[float, float, float, float, float]]:
        ends = [s.points[0] for s in arrow if isinstance(s, Path) and s.name == "arrow"]
        return [(*self.spot, float(x), float(y), 0.45 * self.frame.em) for x, y in ends]

    def _beside(
        self, name: str, text: str, at: Place, ems: float = 1.0, role: str = "ink", **more: object
    ) -> Beside:
        left = at[0] > self.area.rect[0] + 0.6 * self.area.rect[2]
        dark = self.lantern is not None
        made: dict[str, object] = {"left": left, "dark": dark, "name": name} | more
        return Beside(text, *at, self.frame.size(ems), Paint(role), **made)  # type: ignore[arg-type]

    def _ends(self) -> tuple[list[Shape], list[Beside]]:
        """A dot and the name where each kept run ended; outside, the way to go on."""
        made, labels = list[Shape](), list[Beside]()
        left, top, *_ = self.area.rect
        for run in self.kept:
            x, y = self._places(run)[-1].tolist()
            text = self.frame.speech.words(run.words)
            inside = left <= x <= self.area.right and top <= y <= self.area.bottom
            if inside:
                dot = marks.dot(
                    (x, y),
                    0.27 * self.frame.em,
                    _run_paint(run),
                    Pen(marks.PAPER, 0.1 * self.frame.em),
                    "run end",
                )
                made.append(dot)
            else:
                text = onward(text, (x, y), self.area)
            at = (min(max(x, left), self.area.right), min(max(y, top), self.area.bottom))
            one = self._beside("run name", text, at, rank=3.0, beyond=not inside)
            labels.append(replace(one, paint=_run_paint(run)))
        return made, labels

    def _minima(self) -> tuple[list[Shape], list[Beside]]:
        made, labels = list[Shape](), list[Beside]()
        for minimum in shown_minima(self.state, self.surface_slice):
            at, em = self.area.place(*minimum.place), self.frame.em
            if np.hypot(*np.subtract(at, self.spot)) > 0.8 * em:  # no dot covers the point
                made.append(marks.rings(np.array([at]), em, "path", "path_edge", "minimum"))
            low = printed(self.state).text(minimum.loss)
            words = self.frame.speech.words(message("low: {loss}", loss=low))
            labels.append(self._beside("minimum", words, at, below=True, rank=1.5))
        return made, labels

    def _guess(self) -> tuple[list[Shape], list[Beside]]:
        found = guess_mark(self.state, self.surface_slice)
        if found is None or not self.area.holds(*found.place):
            return [], []
        at, em = self.area.place(*found.place), self.frame.em
        rim = Paint("dark_ink" if self.lantern else "paper")
        mark = marks.dot(at, 0.42 * em, Paint("action"), Pen(rim, 0.12 * em), "guess")
        role = "dark_ink" if self.lantern else "ink"
        label = self._beside(
            "guess", self.frame.speech.words(found.words), at, role=role, rank=1.0, always=True
        )
        return [mark], [label]

    def _next(self) -> tuple[list[Shape], list[Beside]]:
        """A ring where the step would land, and the loss there; outside, the words alone."""
        found = None if self.lantern else next_step_at(self.state, self.shown)
        if found is None:
            return [], []
        along = self.surface_slice.section
        x, *rest = along.places(found.theta).tolist()
        y = rest[0] if rest else float(drawn_heights(self.surface_slice, np.array([found.loss]))[0])
        words = self.frame.speech.words(next_step_words(found, along))
        at = self.area.place(x, y)
        if self.area.holds(x, y):
            side = at[0] < self.spot[0]
            label = self._beside(
                "next loss", words, at, left=side, below=at[1] > self.spot[1], rank=1.0
            )
            # A step too short for an arrow: the one that points downhill would pass its ring.
            hidden = self.slopes is not None and self.slopes.next_step is not None
            return [] if hidden else [marks.next_step(at, self.frame.em)], [label]
        left, top, *_ = self.area.rect
        rim = min(max(at[0], left), self.area.right), min(max(at[1], top), self.area.bottom)
        return [], [self._beside("next loss", onward(words, at, self.area), rim, rank=1.0)]

    def _slope(self) -> tuple[list[Shape], list[Beside]]:
        """The slope in words; over two parameters also as an arrow downhill."""
        shown = self.slopes
        if shown is None:
            return [], self._slope_at_rest()
        arrow, below = list[Shape](), False
        if shown.arrow:
            end = self.area.place(*shown.arrow)
            arrow, below = list(marks.arrow(self.spot, end, self.frame.em)), end[1] < self.spot[1]
        left = self.flat and not shown.numbers[0].startswith(MINUS)
        ems = KEY[self.frame.audience] if self.flat else 1.0
        words = self.frame.speech.words(shown.words)
        label = self._beside(
            "slope", words, self.spot, ems, "slope", left=left, below=below, rank=0.0, always=True
        )
        return arrow, [label]

    def _slope_at_rest(self) -> list[Beside]:
        """On paper the tangent's slope stands beside it at every moment."""
        if not self.flat or self.frame.audience is not Audience.PAPER or not self.shown.tangent:
            return []
        slope = float(marks_here(self.state.descent, self.surface_slice.section).slopes[0])
        words = message("slope {number}", number=printed(self.state).text(slope))
        text, ems = self.frame.speech.words(words), KEY[self.frame.audience]
        return [
            self._beside(
                "slope", text, self.spot, ems, "slope", left=slope > 0, rank=0.0, always=True
            )
        ]

    def _downhill(self) -> list[Shape]:
        """In the dark: which way it goes down right here."""
        assert self.lantern is not None
        steep = steepness(self.state.descent, self.surface_slice.section)
        end = downhill(self.surface_slice, self.lantern, self.path, self.area.size, steep)
        if not end or not self.shown.downhill:
            return []
        return list(marks.arrow(self.spot, self.area.place(*end), self.frame.em))

    def _directions(self, off: Obstacles) -> list[Shape]:
        if not self.inside or self.lantern is None:
            return []
        path = self.path
        xs, ys = (path.rings[:, 0], path.ring_losses) if self.flat else path.line.T
        radius = self.lantern.radius[0] * self.area.size[0] / (self.area.x[1] - self.area.x[0])
        places = self.area.places(xs, ys)
        room = self.area.rect
        return direction_labels(
            self.lantern, self.spot, radius, room, places, self.frame, others=off
        )


def _discs(shapes: list[Shape]) -> list[tuple[float, float, float]]:
    """All dots, with their rims."""
    return [
        (x, y, s.radius + (s.pen.width / 2 if s.pen else 0.0))
        for s in shapes
        if isinstance(s, Dots)
        for x, y in s.centers.tolist()
    ]


def _run_paint(run: KeptRunLine) -> Paint:
    return Paint("runs", step=(run.look, run.look + 1))
