"""What lies beyond the rim of a surface: its words stay inside, with the way there."""

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands import kept_runs
from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Dots, Path, Words
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import MAP
from gd_visualizer.lesson.rate import learning_rate
from gd_visualizer.scene.surface.picture import SurfacePicture, surface_picture
from gd_visualizer.scene.surface.slice import slice_picture

FRAME = Frame(500, 320, 14)
# Where the lesson's run starts, at (1, 2), and where its first step leads to: (0.7, 1.6).
BEYOND: list[tuple[list[Range], str]] = [
    ([(0.8, 2.4), (1.5, 2.5)], "← {}"),
    ([(0.0, 0.6), (1.5, 2.5)], "{} →"),
    ([(0.0, 2.0), (1.8, 2.2)], "{} ↓"),
    ([(0.0, 2.0), (1.0, 1.5)], "{} ↑"),
]


def opened() -> State:
    """The lesson on a map, where it starts."""
    return showing.show_surface(open_lesson(load("two-inputs")), MAP, ("w1_1_1", "w1_2_1"))


def picture(state: State, ranges: list[Range]) -> SurfacePicture:
    """The map over such ranges."""
    return surface_picture(state, slice_picture(state.descent, state.section, ranges, 31), FRAME)


def said(made: SurfacePicture, name: str) -> list[str]:
    """The words that stand for a name."""
    shapes = made.drawing.shapes
    return [one.text for one in shapes if isinstance(one, Words) and one.name == name]


def dots(made: SurfacePicture, name: str) -> list[Dots]:
    """The dots that stand for a name."""
    return [one for one in made.drawing.shapes if isinstance(one, Dots) and one.name == name]


@pytest.mark.parametrize(("ranges", "words"), BEYOND, ids=str)
def test_a_kept_run_that_ended_beyond_is_named_with_the_way_there(ranges, words) -> None:
    state = kept_runs.keep(commands.step(opened(), 1))
    made = picture(state, ranges)
    assert said(made, "run name") == [words.format("rate 0.01")]
    assert not dots(made, "run end")


@pytest.mark.parametrize(("ranges", "words"), BEYOND, ids=str)
def test_a_step_that_leads_beyond_tells_its_loss_with_the_way_there(ranges, words) -> None:
    state = commands.to_phase(opened(), Phase.SLOPES)
    state = replace(state, display=replace(state.display, rate_held=True))
    made = picture(state, ranges)
    assert said(made, "next loss") == [words.format("next loss 6.25")]
    assert not dots(made, "next step")


def test_inside_both_are_marked_where_they_are() -> None:
    inside: list[Range] = [(0.0, 2.0), (1.0, 3.0)]
    made = picture(kept_runs.keep(commands.step(opened(), 1)), inside)
    assert said(made, "run name") == ["rate 0.01"]
    ((end,),) = (one.centers.tolist() for one in dots(made, "run end"))
    assert made.area is not None
    assert made.area.values(*end) == pytest.approx((0.7, 1.6))


@pytest.mark.parametrize(("ranges", "_words"), BEYOND, ids=str)
def test_the_mark_of_a_point_beyond_has_a_head_that_points_there(ranges, _words) -> None:
    made = picture(commands.step(opened(), 1), ranges)
    assert made.area is not None
    (spot,) = dots(made, "point")[0].centers
    (head,) = (s for s in made.drawing.shapes if isinstance(s, Path) and s.name == "beyond")
    way, tip = np.subtract(made.area.place(0.7, 1.6), spot), head.points[0] - spot
    assert tip @ way == pytest.approx(np.hypot(*tip) * np.hypot(*way))
    area = made.area.rect
    assert (head.points >= area[:2]).all()
    assert (head.points <= np.add(area[:2], area[2:])).all()


@pytest.mark.parametrize(("rate", "rings"), [(0.01, 1), (0.0005, 0)])
def test_an_arrow_that_only_points_passes_no_ring(rate: float, rings: int) -> None:
    state = commands.set_learning_rate(opened(), learning_rate(rate))
    for _ in range(3):
        state = commands.advance(state)
    assert state.descent.phase is Phase.SLOPES
    made = picture(state, [(-2.0, 4.0), (-2.0, 4.0)])
    assert len(dots(made, "next step")) == rings
    assert any(isinstance(s, Path) and s.name == "arrow" for s in made.drawing.shapes)
    assert said(made, "next loss")
