"""The next press's pictures are made before it, and are those that it would make itself."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.scene.curve.picture import curve_picture
from gd_visualizer.scene.explanation.of_state import explanation, printed
from gd_visualizer.scene.fit.picture import fit_picture
from gd_visualizer.scene.network.picture import network_picture
from gd_visualizer.scene.points.screen import points_on_screen
from gd_visualizer.scene.surface import ground, picture
from gd_visualizer.view.paint import drawing

_MADE = (
    curve_picture,
    explanation,
    printed,
    fit_picture,
    network_picture,
    points_on_screen,
    picture._at_rest,
    ground._map_ground,
    drawing._resting,
)


def made() -> list[int]:
    """How often each kind of picture has been made."""
    return [one.cache_info().misses for one in _MADE]


def seen_after_each_press(
    program: Program, presses: int, before: Callable[[], object]
) -> list[QImage]:
    """The window as it is painted at once after each press, with ``before`` before it."""
    images = []
    for _ in range(presses):
        before()
        QTest.keyClick(program.window, Qt.Key.Key_PageDown)
        program.next_press.stop()
        if program.controller.running:  # what is seen of a run depends on the time
            break
        while not program.live.feed.idle:
            program.runner.turn()
        QCoreApplication.processEvents()
        images.append(program.window.stage.grab().toImage())
    return images


@pytest.mark.parametrize("lesson", ["loss-surface", "many-steps", "bent-curve", "two-clouds"])
def test_what_was_prepared_is_what_a_press_makes_anyway(
    qtbot,  # type: ignore[no-untyped-def]
    start: Callable[..., Program],
    lesson: str,
) -> None:
    """To the pixel, through the beats of a lesson."""
    program = start(lesson)
    presses = min(len(program.controller.state.descent.lesson.beats), 6)

    def wait() -> None:
        program.next_press.sync(program.controller.state, None)
        qtbot.waitUntil(lambda: program.runner.idle)

    prepared = seen_after_each_press(program, presses, wait)
    program.controller.open(load(lesson))
    program.next_press.stop()
    qtbot.waitUntil(lambda: program.runner.idle)
    at_once = seen_after_each_press(program, presses, lambda: None)
    assert len(prepared) >= 3
    assert [one == other for one, other in zip(prepared, at_once, strict=True)] == [True] * len(
        prepared
    )


@pytest.mark.parametrize("lesson", ["loss-surface", "many-points", "bent-curve", "two-clouds"])
def test_a_press_makes_nothing_that_could_be_made_before(
    qtbot,  # type: ignore[no-untyped-def]
    start: Callable[..., Program],
    lesson: str,
) -> None:
    program = start(lesson)
    for _ in range(3):
        qtbot.waitUntil(lambda: program.runner.idle)
        before, state = made(), program.controller.state
        QTest.keyClick(program.window, Qt.Key.Key_PageDown)
        program.window.stage.grab()
        assert program.controller.state is not state
        assert made() == before


def test_a_step_by_hand_is_prepared_where_there_are_no_beats(
    qtbot,  # type: ignore[no-untyped-def]
    start: Callable[..., Program],
) -> None:
    program = start(replace(load("too-many-nodes"), beats=()))
    qtbot.waitUntil(lambda: program.runner.idle)
    before = made()
    QTest.keyClick(program.window, Qt.Key.Key_Right)
    program.window.stage.grab()
    assert program.controller.state.descent.row == 1
    assert made() == before


def test_what_is_shown_stays_while_the_next_is_made(
    qtbot,  # type: ignore[no-untyped-def]
    start: Callable[..., Program],
) -> None:
    """Not even its numbers leave room for longer ones that may come."""
    program = start(replace(load("many-steps"), beats=()))
    program.controller.do(commands.set_learning_rate, typed_rate("0.3"))
    arithmetic = program.live.stage.arithmetic
    for _ in range(4):
        program.step()
        program.next_press.stop()
        before = program.window.stage.grab().toImage()
        program.next_press.sync(program.controller.state, None)
        qtbot.waitUntil(lambda: program.runner.idle)
        arithmetic.restyle()
        assert program.window.stage.grab().toImage() == before


@pytest.mark.parametrize("done", range(0, 50, 10))
def test_the_presenter_may_close_at_any_moment_of_it(qtbot, program: Program, done: int) -> None:  # type: ignore[no-untyped-def]
    program.presenting.toggle()
    qtbot.waitUntil(lambda: program.runner.idle)
    pieces = program.next_press._pieces()
    for _ in range(done):
        next(pieces, None)
    program.presenting.toggle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert all(piece is None for piece in pieces)
    qtbot.waitUntil(lambda: program.runner.idle)
