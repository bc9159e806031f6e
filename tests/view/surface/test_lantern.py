"""The dark field in its window: what may be seen, what may be read, and when it grows light."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.script.script import caption
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.shapes import Box, Clip, Path, Words
from gd_visualizer.lesson.pictures import CURVE
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.scene.surface.dark.lantern import Lantern, lantern_at
from gd_visualizer.scene.surface.ground import DARK
from gd_visualizer.view.export.choice import Choice
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.widgets.buttons import Button
from tests.view.mouse import NONE, move, pixel, press, release
from tests.view.shown import drawn, shapes_on, values_at

Places = list[tuple[float, float]]


@pytest.fixture
def dark(start) -> Program:
    """The lesson in the dark, where it starts."""
    program: Program = start("dark-field")
    return program


def switch(program: Program) -> Button:
    buttons = program.live.surface_tools.findChildren(Button)
    return next(b for b in buttons if b.accessibleName().startswith("Dark"))


def head(program: Program, words: str) -> Button:
    return next(b for b in program.live.surface_tools.findChildren(Button) if b.text() == words)


def picture(program: Program) -> QImage:
    return program.live.surface.plot.grab().toImage()


def color(program: Program, image: QImage, x: float, y: float) -> QColor:
    """The pixel at a place of the plot."""
    plot = program.live.surface.plot
    at = plot.viewport().mapTo(plot, pixel(plot, x, y).toPoint())
    ratio = image.devicePixelRatio()
    return image.pixelColor(QPoint(round(at.x() * ratio), round(at.y() * ratio)))


def places(program: Program) -> Places:
    """Places all over the plot's area, well within its rim."""
    (x0, x1), (y0, y1) = program.live.surface.plot.getViewBox().viewRange()
    shares = np.linspace(0.03, 0.97, 21)
    return [(x0 + s * (x1 - x0), y0 + t * (y1 - y0)) for s in shares for t in shares]


def far_ones(program: Program, radii: float) -> Places:
    """Those that are so many lantern's radii away from the point."""
    at = np.array(places(program))
    reach = lantern_of(program).within(at[:, 0], at[:, 1])
    return [(float(x), float(y)) for x, y in at[reach > radii]]


def readout(program: Program) -> str:
    label = program.live.surface.plot.findChild(QLabel, "readout")
    return label.text() if label.isVisible() else ""


def lantern_of(program: Program) -> Lantern:
    """The lantern at the point, as large as it is over the axes that are shown."""
    plot, surface_slice = program.live.surface.plot, program.live.surface.surface_slice
    area = plot.area() if len(surface_slice.ranges) == 2 else None
    return lantern_at(program.controller.state.descent, surface_slice, area)


def lows(program: Program) -> list[str]:
    """What is said of the lowest places."""
    return [words.text for words in drawn(program.live.surface.plot, Words, "minimum")]


def settled(program: Program, qtbot) -> State:
    qtbot.waitUntil(lambda: not program.controller.running, timeout=20_000)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    return program.controller.state


def test_the_lesson_starts_in_the_dark_with_its_button_down(dark) -> None:
    assert dark.controller.state.display.dark
    assert switch(dark).isChecked()
    assert len(drawn(dark.live.surface.plot, Words, "direction")) == 8
    assert "Downhill" not in dark.live.surface.note  # what the first beat asks
    dark.controller.do(commands.step)
    down = lantern_of(dark).downhill
    assert 0 < down < 8
    assert f"Downhill in {down} of 8 directions." in dark.live.surface.note


def test_far_from_the_lantern_everything_is_dark(dark) -> None:
    image, dark_color = picture(dark), QColor(palette().dark_field)
    far = far_ones(dark, 3.2)
    assert len(far) > 150
    assert {color(dark, image, *p).name() for p in far} == {dark_color.name()}
    lantern = lantern_of(dark)
    near = (
        lantern.center[0] + 0.3 * lantern.radius[0],
        lantern.center[1] - 0.3 * lantern.radius[1],
    )
    assert color(dark, image, *near) != dark_color


def test_after_a_step_the_glow_of_where_one_was_is_no_map(dark) -> None:
    """A trace of light, the same whatever the ground is."""
    dark.controller.do(commands.step)
    image, dark_color = picture(dark), QColor(palette().dark_field)
    start = dark.controller.state.descent.timeline.theta(0)
    for p in far_ones(dark, 3.2):
        if np.hypot(p[0] - start[0], p[1] - start[1]) > lantern_of(dark).radius[0]:
            assert color(dark, image, *p) == dark_color, p


def test_the_key_lights_the_field_and_the_same_key_darkens_it(qtbot, dark) -> None:
    before = dark.controller.state
    qtbot.keyClick(dark.window, Qt.Key.Key_L)
    assert not dark.controller.state.display.dark
    assert not switch(dark).isChecked()
    assert dark.live.surface.note.startswith("Still on the slope, at ")
    image, dark_color = picture(dark), QColor(palette().dark_field)
    colors = {color(dark, image, *p).name() for p in places(dark)}
    assert dark_color.name() not in colors
    assert len(colors) > 5
    assert [words.startswith("low: ") for words in lows(dark)] == [True] * 2
    qtbot.keyClick(dark.window, Qt.Key.Key_L)
    assert dark.controller.state.display.dark
    assert switch(dark).isChecked()
    assert not lows(dark)
    image = picture(dark)
    assert {color(dark, image, *p) == dark_color for p in far_ones(dark, 3.2)} == {True}
    assert dark.controller.state.descent is before.descent


def test_the_button_does_what_the_key_does(qtbot, dark) -> None:
    for on in (False, True):
        qtbot.mouseClick(switch(dark), Qt.MouseButton.LeftButton)
        assert dark.controller.state.display.dark is on
        assert switch(dark).isChecked() is on


def test_only_within_the_lantern_anything_is_read(qtbot, dark, monkeypatch) -> None:
    monkeypatch.setattr(dark.live.surface.plot, "underMouse", lambda: True)
    lantern, plot = lantern_of(dark), dark.live.surface.plot
    x, y = lantern.center

    def go(radii: float) -> None:
        move(plot, x, y + radii * lantern.radius[1], NONE)

    for inside, outside in ((0.9, 1.15), (-0.5, 6)):
        go(inside)
        qtbot.waitUntil(lambda: "loss" in readout(dark))
        go(outside)
        qtbot.waitUntil(lambda: readout(dark) == "")
    qtbot.keyClick(dark.window, Qt.Key.Key_L)
    go(6)
    qtbot.waitUntil(lambda: "loss" in readout(dark))


def test_the_beats_darken_and_light_as_the_lesson_says_and_are_undone_whole(qtbot, dark) -> None:
    dark.controller.set_speed(float("inf"))
    states = [dark.controller.state]
    for _ in range(8):
        qtbot.keyClick(dark.window, Qt.Key.Key_PageDown)
        states.append(settled(dark, qtbot))
        shown = states[-1].display
        assert switch(dark).isChecked() is shown.dark
        assert bool(drawn(dark.live.surface.plot, Words, "direction")) is shown.dark
        assert ("▲▼" in dark.live.surface.note) is shown.dark
    assert [s.display.dark for s in states] == [True] * 6 + [False, True, False]
    first, second = (states[k].descent.moment.theta for k in (6, 8))
    assert (np.sign(first) == -np.sign(second)).all()  # the other valley
    for _ in range(8):
        qtbot.keyClick(dark.window, Qt.Key.Key_PageUp)
    assert dark.controller.state.display == states[0].display
    assert dark.controller.state.progress == states[0].progress
    assert (
        dark.controller.state.descent.moment.theta.tolist()
        == states[0].descent.moment.theta.tolist()
    )
    qtbot.waitUntil(lambda: dark.live.feed.idle)
    assert switch(dark).isChecked()


def test_whoever_lit_the_field_before_still_sees_where_we_are_at_the_lesson_s_light(
    qtbot, dark
) -> None:
    dark.controller.set_speed(float("inf"))
    for _ in range(5):
        qtbot.keyClick(dark.window, Qt.Key.Key_PageDown)
        settled(dark, qtbot)
    qtbot.keyClick(dark.window, Qt.Key.Key_L)
    assert dark.live.surface.note.startswith("One of 2 equally deep valleys")
    qtbot.keyClick(dark.window, Qt.Key.Key_PageDown)
    assert caption(settled(dark, qtbot)).startswith("Light:")
    assert dark.live.surface.note.startswith("One of 2 equally deep valleys")


def test_over_one_weight_too_only_the_lantern_s_reach_is_seen(qtbot, dark) -> None:
    qtbot.mouseClick(head(dark, "One weight"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dark.live.feed.idle)
    assert dark.controller.state.display.dark
    plot, lantern, dark_color = (
        dark.live.surface.plot,
        lantern_of(dark),
        QColor(palette().dark_field),
    )
    (curve,) = drawn(plot, Path, "curve")
    xs = dark.live.surface.surface_slice.slice.coordinates[0]
    (low, high) = dark.live.surface.surface_slice.ranges[0]
    assert 0.2 < len(curve.points) / len(xs) < 0.3  # an eighth of the axis to either side
    away = values_at(plot, curve.points)[:, 0] - lantern.center[0]
    assert np.abs(away).max() <= (high - low) / 8
    assert not drawn(plot, Path, "tangent")
    dark.controller.do(commands.step)
    qtbot.waitUntil(lambda: dark.live.feed.idle)
    assert "of 2 directions" in dark.live.surface.note
    assert len(drawn(plot, Words, "direction")) == 2
    image = picture(dark)
    far = far_ones(dark, 2.5)
    assert len(far) > 100
    assert {color(dark, image, *p).name() for p in far} == {dark_color.name()}
    qtbot.keyClick(dark.window, Qt.Key.Key_L)
    image = picture(dark)
    assert dark_color.name() not in {color(dark, image, *p).name() for p in places(dark)}
    assert [len(curve.points) for curve in drawn(plot, Path, "curve")] == [len(xs)]


def test_dragging_the_point_takes_the_lantern_along(dark) -> None:
    plot = dark.live.surface.plot
    press(plot, *lantern_of(dark).center)
    move(plot, 0.5, 0.5)
    (light,) = [one for one in shapes_on(plot) if isinstance(one, Clip) and one.oval]
    left, top, width, height = light.rect
    middle = values_at(plot, np.array([(left + width / 2, top + height / 2)]))[0]
    assert middle == pytest.approx((0.5, 0.5), abs=0.03)
    release(plot, 0.5, 0.5)
    assert dark.controller.state.descent.moment.theta == pytest.approx([0.5, 0.5], abs=0.03)


def test_other_lessons_are_light_and_the_dark_does_not_stay_behind(qtbot, dark) -> None:
    dark.opening.open_built_in("many-steps")
    qtbot.waitUntil(lambda: dark.live.feed.idle)
    assert not dark.controller.state.display.dark
    assert not switch(dark).isChecked()
    image = picture(dark)
    dark_color = QColor(palette().dark_field).name()
    assert dark_color not in {color(dark, image, *p).name() for p in places(dark)}
    assert "valley" not in dark.live.surface.note


def test_the_dark_changes_nothing_that_happens(qtbot, dark, tmp_path, monkeypatch) -> None:
    """What is exported is the descent, and it is the same object."""
    before, exported = dark.controller.state.descent, []
    monkeypatch.setattr(
        "gd_visualizer.figures.render.pieces",
        lambda descent, *_asked, **_more: exported.append(descent) or b"",
    )
    for k in range(3):
        qtbot.keyClick(dark.window, Qt.Key.Key_L)
        dark.exports.save(Choice(CURVE, ".png", (800, 500)), tmp_path / f"{k}.png")
        qtbot.waitUntil(lambda: dark.exports.worker.idle)
    assert [one is before for one in exported] == [True] * 3
    assert not dark.controller.can_undo


@pytest.mark.parametrize("lesson", ["learning-rate", "descent-1d"])
def test_numbers_that_flew_off_leave_the_dark_a_picture(qtbot, start, lesson) -> None:
    program: Program = start(lesson)
    program.controller.do(commands.set_learning_rate, typed_rate("1e20"))
    program.controller.do(showing.switch_light)
    for _ in range(30):
        program.controller.do(commands.step)
        picture(program)
    while program.controller.state.descent.row:
        program.controller.do(commands.back)
        picture(program)
    program.controller.do(showing.show_ranges, {"w1_1_1": (1.999999, 2.000001)})
    qtbot.waitUntil(lambda: program.live.feed.idle)
    assert not picture(program).isNull()
    grounds = [one for one in shapes_on(program.live.surface.plot) if isinstance(one, Box)]
    assert DARK in [ground.fill for ground in grounds]
