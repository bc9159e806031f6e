"""No word of a plot covers another, nor what it speaks of, in any room and both languages."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest

from gd_visualizer.descent.state.camera import Camera, preset
from gd_visualizer.lesson.library.built_in import BUILT_IN
from tests.scene.shown import (
    CURVES,
    SPEECHES,
    SURFACES,
    VIEWS,
    Shown,
    faults,
    few,
    seen,
    shown,
    shown_in_space,
    states,
)

SAMPLE = 23  # of so many pictures one is looked at in every run; prime, so that all rooms are
SAMPLE_IN_SPACE = 211
CAMERAS = (Camera(), Camera(40, 20, 1.3, (0.1, 0.0)), preset("top"))
# In the smallest rooms of "circle" the loss, which must be there, covers the end of a kept run.
ROOMY = [name for name in BUILT_IN if name != "circle"]
_FEW = 0.01  # of the pictures


def pictures(lesson: str, every: int = 1) -> Iterator[Shown]:
    """Every state in every view, room and language; or ``every`` so manieth of them."""
    count = 0
    for state in states(lesson):
        for view in VIEWS:
            as_seen = seen(state, view)
            for room in (CURVES if view == "curve" else SURFACES).values() if as_seen else ():
                for said in SPEECHES:
                    count += 1
                    if as_seen and count % every == 0:
                        yield shown(as_seen, view, room, said)


def in_space(lesson: str, every: int) -> Iterator[Shown]:
    """The same for the surface in space, light and dark, from some sides."""
    count = 0
    for state in states(lesson):
        for view in ("map", "dark map"):
            as_seen = seen(state, view)
            for camera, room, said in product(CAMERAS, SURFACES.values(), SPEECHES):
                count += 1
                if as_seen and count % every == 0:
                    yield shown_in_space(as_seen, camera, room, said)


def look(lesson: str, every: int) -> None:
    """At all of them: what is wrong, and which axes have two numbers only."""
    wrong, short, count = Counter[str](), 0, 0
    for made in pictures(lesson, every):
        wrong.update(f"{made.where}: {fault}" for fault in faults(made))
        short += bool(made.area and few(made))
        count += 1
    assert not wrong, "\n".join(list(wrong)[:20])
    assert short <= max(_FEW * count, 1)


@pytest.mark.parametrize("lesson", ROOMY)
def test_words_of_a_plot_cover_neither_each_other_nor_what_they_speak_of(lesson: str) -> None:
    look(lesson, SAMPLE)


@pytest.mark.long
@pytest.mark.parametrize("lesson", BUILT_IN)
def test_they_do_not_in_any_state_room_and_language(lesson: str) -> None:
    look(lesson, 1)


def look_in_space(every: int) -> None:
    """At all lessons."""
    wrong = [
        f"{lesson}, {made.where}: {fault}"
        for lesson in BUILT_IN
        for made in in_space(lesson, every)
        for fault in faults(made)
    ]
    assert not wrong, "\n".join(wrong[:20])


def test_words_in_space_cover_neither_each_other_nor_what_they_speak_of() -> None:
    look_in_space(SAMPLE_IN_SPACE)


@pytest.mark.long
def test_they_do_not_in_space_from_more_sides_and_in_more_rooms() -> None:
    look_in_space(7)
