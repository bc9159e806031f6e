"""What a plot shows, and whether its words stand where they may."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from msgspec.structs import replace

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import kept_runs
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.display import Spot
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import (
    Anchor,
    Box,
    Clip,
    Dots,
    Drawing,
    Paint,
    Path,
    Rect,
    Shape,
    Words,
)
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import MAP, SLOPE
from gd_visualizer.lesson.rate import learning_rate
from gd_visualizer.scene.curve.picture import curve_picture
from gd_visualizer.scene.look.palette import LIGHT
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.surface.dark.guess import guess_mark
from gd_visualizer.scene.surface.dark.lantern import lantern_at
from gd_visualizer.scene.surface.marks.gradient_marks import slope_marks
from gd_visualizer.scene.surface.picture import surface_picture
from gd_visualizer.scene.surface.ranges.shown_ranges import shown_ranges
from gd_visualizer.scene.surface.slice import SurfaceSlice, slice_picture
from gd_visualizer.scene.surface3d.picture import Surface3DPicture
from gd_visualizer.scene.surface3d.words import Words3D
from gd_visualizer.scene.visibility import on_paper, visibility
from gd_visualizer.text.speech import ENGLISH
from tests.german import GERMAN

WINDOW, CLASS, PAPER = Audience.SCREEN, Audience.SCREEN, Audience.PAPER
# The plots' rooms as they are measured there: px wide and high, and an em.
SURFACES = {
    "1440 × 900": (537, 319, 14, WINDOW),
    "1440 × 900, one card": (443, 394, 14, WINDOW),
    "1440 × 900, 200 %": (927, 228, 28, WINDOW),
    "1024 × 768": (337, 224, 14, WINDOW),
    "1024 × 768, 200 %": (871, 298, 28, WINDOW),
    "class 1280 × 720": (492, 380, 25, CLASS),
    "class 1280 × 720, dark": (713, 622, 25, CLASS),
    "class 1920 × 1080": (738, 570, 37, CLASS),
    "class 1920 × 1080, two": (922, 570, 37, CLASS),
    "paper": (1520, 770, 36, PAPER),
    "paper, square": (1520, 1370, 36, PAPER),
}
CURVES = {
    "1440 × 900": (537, 173, 14, WINDOW),
    "1024 × 768": (337, 116, 14, WINDOW),
    "1024 × 768, 200 %": (871, 220, 28, WINDOW),
    "class 1280 × 720": (492, 380, 25, CLASS),
    "class 1920 × 1080": (922, 570, 37, CLASS),
    "paper": (1520, 770, 36, PAPER),
    "paper, upright": (1520, 2330, 36, PAPER),
}
SPEECHES = {"English": ENGLISH, "German": GERMAN}
VIEWS = ("curve", "slope", "map", "dark slope", "dark map")
_GRID = {1: 201, 2: 41}
_SPACE = Surface3DPicture()
_MUTED = Paint("muted")


def along_the_beats(lesson: str) -> Iterator[State]:
    """Its states from the start, press by press."""
    state = open_lesson(load(lesson))
    yield state
    while not clicker.at_end(state):
        state = clicker.forward(state)
        yield state


@cache
def states(lesson: str) -> tuple[State, ...]:
    """Press by press, and then with other rates tried, and runs kept."""
    found = list(along_the_beats(lesson))
    first = found[0]
    if not first.descent.lesson.view.descends:
        return tuple(found)
    rate = first.descent.settings.rate.value
    kept = replace(found[0], progress=replace(found[0].progress, reveal_by_phase=False))
    for k, share in enumerate((1.0, 0.5, 0.25, 1.5, 0.1, 2.0, 0.75, 1.25)):
        tried = commands.set_learning_rate(kept, learning_rate(rate * share))
        held = replace(tried, display=replace(tried.display, rate_held=True))
        run = commands.step(tried, 3 + 2 * k)
        found += [held, run]
        kept = kept_runs.keep(run)
        if k in (1, 3, 7):
            found += [kept, commands.step(kept, 2)]
    return tuple(found)


def seen(state: State, view: str) -> State | None:
    """The state with that kind of picture chosen; None where its lesson has none."""
    lesson = state.descent.lesson
    if view == "curve":
        return state if lesson.view.descends else None
    dark, kind = view.startswith("dark"), MAP if view.endswith("map") else SLOPE
    if lesson.objective.size < kind.axes:
        return None
    axes = tuple(dict.fromkeys([*lesson.view.axes, *lesson.objective.names]))[: kind.axes]
    guess = _guess(state, axes) if state.descent.row % 2 else None
    display = replace(state.display, surface=kind, axes=axes, plane=None, ranges={}, guess=guess)
    if display.dark != dark:
        display = replace(display, dark=dark, revealed=False)
    return replace(state, display=display)


def _guess(state: State, axes: tuple[str, ...]) -> Spot:
    """Somewhere around the point."""
    away = 0.4 * (state.descent.row % 5 - 2)
    values = zip(state.descent.lesson.objective.names, state.descent.moment.theta, strict=True)
    known = dict(values)
    return Spot(None, tuple((name, float(known[name]) + away) for name in axes))


@dataclass(frozen=True)
class Shown:
    """One picture of a state: what was drawn, its area, and the names that have to be there."""

    where: str
    drawing: Drawing
    area: Area | None
    due: frozenset[str] = frozenset()
    log: bool = False


def shown(state: State, view: str, room: tuple[float, float, float, Audience], said: str) -> Shown:
    """The picture in one room and one language."""
    frame = Frame(*room, speech=SPEECHES[said])
    what = on_paper(state) if frame.audience is PAPER else visibility(state)
    where = f"row {state.descent.row}, {state.descent.phase}, {view}, {room}, {said}"
    if view == "curve":
        made = curve_picture(state, frame, what)
        due = {"loss"} if made.area and what.loss else set()
        return Shown(where, made.drawing, made.area, frozenset(due), made.curve.log)
    surface_slice = slice_in(state)
    picture = surface_picture(state, surface_slice, frame, what)
    return Shown(
        where, picture.drawing, picture.area, _due(state, picture, what), surface_slice.log
    )


def shown_in_space(
    state: State, camera: Camera, room: tuple[float, float, float, Audience], said: str
) -> Shown:
    """The words of the surface in space, seen from a camera."""
    frame = Frame(*room, speech=SPEECHES[said])
    what = on_paper(state) if frame.audience is PAPER else visibility(state)
    surface_slice = slice_in(state)
    where = f"row {state.descent.row}, {state.descent.phase}, {camera}, {room}, {said}"
    if surface_slice.refused:
        return Shown(where, Drawing(frame), None)
    lantern = lantern_at(state.descent, surface_slice) if state.display.dark else None
    moment = _SPACE.moment(state, surface_slice, LIGHT, lantern, what)
    _solid, axes = moment.solid(camera, LIGHT)
    words = Words3D(state, moment, lantern, camera, frame, what).shapes(axes)
    return Shown(where, Drawing(frame, tuple(words)), None)


def _due(state: State, picture: object, what: object) -> frozenset[str]:
    """What must be said whatever the room."""
    area, surface_slice = picture.area, picture.surface_slice
    if area is None:
        return frozenset()
    due = set()
    x, *rest = surface_slice.section.places(state.descent.moment.theta).tolist()
    at = (x, rest[0] if rest else state.descent.moment.loss)
    slopes = slope_marks(state, surface_slice.section, surface_slice.sides, area.size, what)
    if slopes and not state.display.dark and area.holds(*at):
        due.add("slope")
    guess = guess_mark(state, surface_slice)
    if guess and area.holds(*guess.place):
        due.add("guess")
    return frozenset(due)


def slice_in(state: State) -> SurfaceSlice:
    """The slice that is seen; only coarser."""
    return _sampled(state.descent, state.section, tuple(shown_ranges(state)))


_SLICES: dict[tuple[int, int, tuple[Range, ...]], tuple[Descent, SurfaceSlice]] = {}


def _sampled(descent: Descent, along: Section, ranges: tuple[Range, ...]) -> SurfaceSlice:
    key = (id(descent), id(along), ranges)
    if key not in _SLICES:
        made = slice_picture(descent, along, ranges, _GRID[len(ranges)])
        _SLICES[key] = descent, made
    return _SLICES[key][1]


def flat(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """All shapes, those in clips too."""
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from flat(shape.shapes)
        else:
            yield shape


def written(drawing: Drawing) -> list[tuple[Words, Rect]]:
    """All words, with what they cover; words on a box, its."""
    boxes = [s.rect for s in drawing.shapes if isinstance(s, Box) and s.round]
    return [
        (one, next((box for box in boxes if _within(one.rect, box)), one.rect))
        for one in drawing.shapes
        if isinstance(one, Words)
    ]


def faults(made: Shown) -> list[str]:
    """What is wrong with where its words stand."""
    found, all_words = [], written(made.drawing)
    width, height = made.drawing.frame.width, made.drawing.frame.height
    for one, rect in all_words:
        left, top, wide, high = rect
        if left < -0.01 or top < -0.01 or left + wide > width + 0.01 or top + high > height + 0.01:
            found.append(f"{one.text!r} reaches out of the frame")
    for (a, one), (b, other) in combinations(all_words, 2):
        if _share(one, other):
            found.append(f"{a.text!r} on {b.text!r}")
    for one, rect in all_words:
        if made.area is None and one.name is None:
            continue  # an axis in space
        for what, (x, y, radius) in _marks(made.drawing):
            if _on(rect, x, y, radius):
                found.append(f"{one.text!r} on the {what}")
    if made.area is None:
        return found
    names = {one.name for one, _ in all_words}
    found += [f"no {name}" for name in made.due - names]
    return found + axis_faults(made)


def few(made: Shown) -> list[str]:
    """The axes with fewer than three numbers."""
    return [side for side, texts in axis_numbers(made).items() if len(texts) < 3]


def axis_faults(made: Shown) -> list[str]:
    """What is wrong with the numbers along both axes."""
    found = []
    for side, texts in axis_numbers(made).items():
        if len(texts) < 2 or len(set(texts)) < len(texts):
            found.append(f"{side}: {texts}")
        point = "," if made.drawing.frame.speech is GERMAN else "."
        log = made.log and side != "below"
        decimals = {len(one.partition(" ")[0].partition(point)[2]) for one in texts if one != "0"}
        if not log and len(decimals) > 1:
            found.append(f"{side}, decimals: {texts}")
    return found


def axis_numbers(made: Shown) -> dict[str, list[str]]:
    """The numbers below and at the left, as they are written."""
    assert made.area is not None
    found: dict[str, list[str]] = {"below": [], "left": []}
    for one, _ in written(made.drawing):
        if one.paint == _MUTED and one.plate is None:
            if one.anchor is Anchor.CENTER and one.y > made.area.bottom:
                found["below"].append(one.text)
            elif one.anchor is Anchor.RIGHT:
                found["left"].append(one.text)
    return found


def _marks(drawing: Drawing) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """The discs that no words may cover."""
    for shape in drawing.shapes:
        if isinstance(shape, Dots) and shape.name in ("point", "next step", "run end", "guess"):
            for x, y in shape.centers.tolist():
                rim = shape.pen.width / 2 if shape.pen and shape.pen.paint != marks.PAPER else 0.0
                yield str(shape.name), (x, y, shape.radius + rim)
        if isinstance(shape, Path) and shape.name == "arrow":
            middle = shape.points.mean(axis=0)
            yield "arrow's head", (*middle.tolist(), float(np.ptp(shape.points, axis=0).min()) / 3)


def _on(rect: Rect, x: float, y: float, radius: float) -> bool:
    left, top, wide, high = rect
    away = np.hypot(np.clip(x, left, left + wide) - x, np.clip(y, top, top + high) - y)
    return bool(away < radius - 0.01)


def _share(a: Rect, b: Rect) -> bool:
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    high = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return wide > 0.01 and high > 0.01


def _within(a: Rect, b: Rect) -> bool:
    return (
        b[0] <= a[0] + 0.01
        and b[1] <= a[1] + 0.01
        and a[0] + a[2] <= b[0] + b[2] + 0.01
        and a[1] + a[3] <= b[1] + b[3] + 0.01
    )
