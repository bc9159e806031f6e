"""Slices are worked out between events: what is shown is never long out of date."""

from itertools import count, pairwise

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from gd_visualizer.background import slice_feed as feeding
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.background.slice_feed import SliceFeed
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import MAP
from gd_visualizer.scene.surface.slice import SurfaceSlice
from tests.descent.lessons import make


def large() -> State:
    """413 parameters and 400 points: 21 × 21 samples take longer than a step."""
    draw = np.random.default_rng(1)
    points, layers = draw.normal(size=(400, 2)), (2, 20, 16, 1)
    size = sum((a + 1) * b for a, b in pairwise(layers))
    targets = np.sin(points.sum(axis=1, keepdims=True))
    start = draw.normal(scale=0.5, size=size)
    lesson = make(layers, points, targets, start, activation="tanh", biases=True)
    axes = ("w1_1_1", "w1_1_2")
    return open_lesson(replace(lesson, view=replace(lesson.view, surface=MAP, axes=axes)))


@pytest.fixture
def shown(qapp) -> tuple[SliceFeed, list[SurfaceSlice]]:  # type: ignore[no-untyped-def]
    feed, found = SliceFeed(BackgroundRunner()), list[SurfaceSlice]()
    feed.surface_refined.connect(found.append)
    return feed, found


def follow(feed: SliceFeed, found: list[SurfaceSlice], state: State) -> None:
    """What is there at once is found as well."""
    at_once = feed.follow(state)
    if at_once and (not found or at_once is not found[-1]):
        found.append(at_once)


def test_a_large_network_is_coarser_at_first_and_as_fine_in_the_end(shown) -> None:
    feed, found = shown
    follow(feed, found, large())
    while not feed.idle:
        QCoreApplication.processEvents()
    assert [surface_slice.slice.losses.shape[0] for surface_slice in found] == [11, 21, 101, 201]


def test_a_run_that_outpaces_the_slices_still_sees_some(shown) -> None:
    """Steps that come before the first samples are there: those are shown first, then the newest
    are begun, and the last moment's own slice is what stays."""
    feed, found = shown
    state = large()
    for _ in range(40):
        state = commands.step(state)
        follow(feed, found, state)
    assert len(found) >= 2
    while not feed.idle:
        QCoreApplication.processEvents()
    last = found[-1].slice
    assert last.losses.shape == (201, 201)
    theta = state.descent.moment.theta.copy()
    i, j = 60, 140
    network = state.descent.lesson.network
    for name, line, k in zip(last.axes, last.coordinates, (i, j), strict=True):
        theta[network.parameter(name).index] = line[k]
    exact = state.descent.lesson.objective.loss_at(theta)
    assert last.losses[i, j] == pytest.approx(exact, rel=1e-4)


def test_the_slice_that_was_gone_back_to_is_the_last_to_be_forgotten(shown, monkeypatch) -> None:
    monkeypatch.setattr(feeding, "_ROOM", 2 * 201 * 201 * 8)
    feed, found = shown
    states = [large()]
    for _ in range(2):
        states.append(commands.step(states[-1]))

    def show(state: State) -> None:
        follow(feed, found, state)
        while not feed.idle:
            QCoreApplication.processEvents()

    show(states[0])
    show(states[1])
    show(states[0])
    show(states[2])
    found.clear()
    show(states[0])
    assert [surface_slice.slice.losses.shape[0] for surface_slice in found] == [201]


def test_going_back_to_the_slice_at_work_goes_on_with_it(qapp) -> None:
    """Each glance at this clock takes 5 ms, so that every turn is one piece."""
    runner = BackgroundRunner(now=count(0, 0.005).__next__)
    feed, found = SliceFeed(runner), list[SurfaceSlice]()
    feed.surface_refined.connect(found.append)
    first = large()
    follow(feed, found, first)
    assert not found
    follow(feed, found, commands.step(first))
    follow(feed, found, first)
    while not feed.idle:
        runner.turn()
    assert [surface_slice.slice.losses.shape[0] for surface_slice in found] == [11, 21, 101, 201]


def test_a_person_is_told_of_a_slice_that_takes_long_and_of_its_end(qapp) -> None:
    runner = BackgroundRunner(now=count(0, 0.005).__next__)
    feed, told = SliceFeed(runner), list[bool]()
    feed.refining.connect(told.append)
    feed.follow(large())
    while not feed.idle:
        runner.turn()
    assert told == [True, False]
    feed.follow(large())
    feed.close()
    assert runner.idle


@pytest.mark.parametrize("glance", [0.0, 2.5e-5])  # seconds, two a piece: 6 ms in all
def test_of_a_light_network_the_fine_slice_is_there_at_once(qapp, glance) -> None:  # type: ignore[no-untyped-def]
    """In a coarse one a narrow valley breaks up into islands."""
    feed = SliceFeed(BackgroundRunner(now=count(0, glance).__next__))
    shown = feed.follow(open_lesson(load("wide-inputs")))
    assert shown is not None
    assert shown.slice.losses.shape == (101, 101)
    shown = feed.follow(large())
    assert shown is not None
    assert shown.slice.losses.shape == (11, 11)


def prepared_at(state: State) -> tuple[SliceFeed, BackgroundRunner, list[SurfaceSlice]]:
    """A feed whose slice of ``state`` is as fine as it gets, and what it tells from now on."""
    runner, found = BackgroundRunner(), list[SurfaceSlice]()
    feed = SliceFeed(runner)
    feed.follow(state)
    while not feed.idle:
        runner.turn()
    feed.surface_refined.connect(found.append)
    return feed, runner, found


@pytest.mark.parametrize("lesson_id", ["loss-surface", "bent-curve", "slope"])
def test_a_prepared_slice_is_there_at_once_as_it_would_have_become(qapp, lesson_id: str) -> None:  # type: ignore[no-untyped-def]
    state = open_lesson(load(lesson_id))
    coming = commands.step(state)
    feed, _, _ = prepared_at(state)
    *coarser, made = [one for one in feed.prepare(coming) if one]
    sizes = [len(one.slice.losses) for one in (*coarser, made)]
    assert sizes == sorted(set(sizes))  # none is told twice: each is drawn
    assert feed.follow(coming) is made
    other, runner, found = prepared_at(state)
    at_once = other.follow(coming)
    while not other.idle:
        runner.turn()
    last = (found or [at_once])[-1]
    assert last is not None
    assert np.array_equal(made.slice.losses, last.slice.losses)
    assert made.ranges == last.ranges
    assert (made.loss_range, made.levels) == (last.loss_range, last.levels)


def test_of_a_large_network_the_coarse_slice_is_prepared_and_then_gone_on_with(qapp) -> None:  # type: ignore[no-untyped-def]
    state = large()
    feed, runner, found = prepared_at(state)
    made = [one for one in feed.prepare(commands.step(state)) if one]
    assert [one.slice.losses.shape[0] for one in made] == [11]
    assert feed.follow(commands.step(state)) is made[0]
    while not feed.idle:
        runner.turn()
    assert [one.slice.losses.shape[0] for one in found] == [21, 101, 201]


def test_a_slice_is_prepared_once_that_of_today_is_done_and_never_in_its_place(qapp) -> None:  # type: ignore[no-untyped-def]
    runner, found = BackgroundRunner(), list[SurfaceSlice]()
    feed = SliceFeed(runner)
    feed.surface_refined.connect(found.append)
    state = large()
    feed.follow(state)
    pieces = feed.prepare(commands.step(state))
    while not feed.idle:
        assert next(pieces) is None
        runner.turn()
    assert found[-1].slice.losses.shape == (201, 201)
    assert any(one is not None for one in pieces)
    assert feed.follow(state) is found[-1]
    other = feed.prepare(commands.step(state))
    next(other)
    feed.follow(commands.step(commands.step(state)))  # another one than was prepared
    assert [one for one in other if one] == []
