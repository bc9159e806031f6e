"""The window's pictures of numbers at the edge: drawn, or one sentence in their own room."""

import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from gd_visualizer.app.stage import LiveStage
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.shapes import Words
from gd_visualizer.lesson.file.reader import read_lesson
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import (
    CURVE_PANEL,
    NETWORK,
    POINTS,
    SLOPE,
    SURFACE_PANEL,
    Picture,
)
from gd_visualizer.scene.look.palette import LIGHT
from gd_visualizer.scene.surface.dark.lantern import lantern_at
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.surface3d.picture import Surface3DPicture
from gd_visualizer.view.look import style
from gd_visualizer.view.presenter.view import Presenter
from gd_visualizer.view.wishes import UNHEARD
from tests.extremes import EACH, LONG, SAMPLE, lessons, seeded, states

FOLDER = Path(__file__).parent.parent / "extreme"
FILES = [file for file in sorted(FOLDER.glob("*.toml")) if not file.stem.startswith("gradient")]
FOUND = 4484, 5447, 15472, 20054, 34003, 39185
SIZE = 1200, 675
SEEN = NETWORK.panel, POINTS.panel, SURFACE_PANEL, CURVE_PANEL
WAYS = [
    (surface, log, dark)
    for surface in SURFACE_PANEL.pictures
    for log in (False, True)
    for dark in (False, True)
]


class Screen:
    """A stage with every picture on it, before a class, without a program."""

    def __init__(self) -> None:
        self.runner = BackgroundRunner(now=count(0, 0.001).__next__)
        self.presenter = Presenter(UNHEARD, {})
        self.live = LiveStage(self.presenter.stage, self.runner, UNHEARD, self.presenter)
        self.live.build_plots()
        self.surface3d = Surface3DPicture()
        self.surface_slice: SurfaceSlice | None = None
        self.live.feed.surface_refined.connect(self._take)
        self.presenter.resize(*SIZE)
        self.presenter.show()
        self.state: State | None = None

    def show(self, state: State) -> None:
        """Another moment, painted everywhere."""
        self.surface_slice = None
        self.live.sync(state, self.state)
        self.state = state
        while not self.live.feed.idle:
            self.runner.turn()
        assert set(self.live.stage.shown) == set(SEEN)
        self.presenter.grab()
        found = self.surface_slice or self.live.surface.surface_slice
        if found and len(found.ranges) == 2 and not found.refused:
            lantern = lantern_at(state.descent, found) if state.display.dark else None
            moment = self.surface3d.moment(state, found, LIGHT, lantern)
            moment.solid(state.display.camera, LIGHT)

    def _take(self, surface_slice: SurfaceSlice) -> None:
        self.surface_slice = surface_slice

    def close(self) -> None:
        self.live.close()
        self.presenter.close()
        self.presenter.deleteLater()


@pytest.fixture
def screen(qapp, qtbot, monkeypatch) -> Iterator[Screen]:  # type: ignore[no-untyped-def]
    style.apply(qapp)
    style.set_motion(False)
    monkeypatch.setattr("gd_visualizer.background.slice_feed._SIZES", {1: (41,), 2: (15,)})
    made = Screen()
    yield made
    made.close()


def ways(lesson: Lesson) -> list[tuple[Picture, bool, bool]]:
    """Of the surface, as far as the network has weights for it."""
    return WAYS if lesson.objective.size > 1 else WAYS[:4]


def looks(state: State, way: tuple[Picture, bool, bool]) -> State:
    surface, log, dark = way
    axes = state.descent.lesson.objective.names[: surface.axes]
    display = replace(state.display, surface=surface, axes=axes, dark=dark)
    display = replace(display, log_height=log, log_loss=log, panels=SEEN)
    return replace(state, display=display)


def draw(screen: Screen, state: State, way: tuple[Picture, bool, bool], qtbot) -> None:  # type: ignore[no-untyped-def]
    with qtbot.captureExceptions() as errors:
        screen.show(looks(state, way))
    if errors:
        raise errors[0][1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_view_of_an_extreme_lesson_is_painted(file: Path, screen, qtbot) -> None:  # type: ignore[no-untyped-def]
    lesson = read_lesson(file)
    for state in states(lesson):
        for way in ways(lesson):
            draw(screen, state, way, qtbot)


def test_random_extreme_lessons_are_painted(screen, qtbot) -> None:  # type: ignore[no-untyped-def]
    for seed, lesson in lessons(0, SAMPLE):
        found = ways(lesson)
        for state in list(states(lesson))[seed % 3 :][:1]:
            with seeded(seed):
                draw(screen, state, found[seed % len(found)], qtbot)


@pytest.mark.parametrize("seed", FOUND)
def test_lessons_that_once_went_wrong_are_painted(seed: int, screen, qtbot) -> None:  # type: ignore[no-untyped-def]
    for found, lesson in lessons(seed - 3, 4):
        draw_from = random.Random(found)
        for state in states(lesson):
            draw(screen, state, draw_from.choice(ways(lesson)), qtbot)


def test_a_curve_that_cannot_be_drawn_says_so_and_comes_back(screen, qtbot) -> None:  # type: ignore[no-untyped-def]
    huge, plain = read_lesson(FOLDER / "loss-near-the-largest-float.toml"), load("two-inputs")
    for lesson, words, log in ((huge, "too large", 0), (plain, "", 0), (huge, "too large", 1)):
        draw(screen, next(states(lesson)), (SLOPE, bool(log), False), qtbot)
        for view in (screen.live.curve, screen.live.surface):
            said = " ".join(s.text for s in view.plot.drawing.shapes if isinstance(s, Words))
            assert ("too large" in said) is bool(words)
            assert bool(view.plot.drawing.areas) is not bool(words)


@pytest.mark.long
@pytest.mark.parametrize("first", LONG)
def test_every_view_of_random_extreme_lessons_is_painted(first: int, screen, qtbot) -> None:  # type: ignore[no-untyped-def]
    for seed, lesson in lessons(first, EACH):
        for state in states(lesson):
            for way in ways(lesson):
                with seeded(seed):
                    draw(screen, state, way, qtbot)
