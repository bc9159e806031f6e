"""The surface: read, drag, zoom, move, other axes."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QMenu

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.script import clicker
from gd_visualizer.drawing.shapes import Clip, Dots, Path
from gd_visualizer.lesson.pictures import CURVE_PANEL, MAP, SLOPE, SURFACE_PANEL
from gd_visualizer.scene.surface.ground import map_ground
from gd_visualizer.scene.surface.picture import surface_room
from gd_visualizer.view.widgets.buttons import Button
from tests.descent.lessons import make, tanh_network
from tests.view.mouse import NONE, move, pixel, press, release, wheel
from tests.view.shown import drawn, shapes_on, show, values_at


def ranges(program: Program) -> list[tuple[float, float]]:
    (x, y) = program.live.surface.plot.getViewBox().viewRange()
    return [tuple(x), tuple(y)]


def readout(program: Program) -> str:
    label = program.live.surface.plot.findChild(QLabel, "readout")
    return label.text() if label.isVisible() else ""


def head(program: Program, words: str) -> Button:
    buttons = program.live.surface_tools.findChildren(Button)
    return next(b for b in buttons if b.text() == words or b.accessibleName() == words)


def test_both_axes_of_the_map_have_one_scale_and_one_of_them_fills_the_card(program) -> None:
    (x0, x1), (y0, y1) = ranges(program)
    width, height = program.live.surface.plot.area()
    assert (x1 - x0) / width == pytest.approx((y1 - y0) / height, rel=1e-3)
    np.testing.assert_allclose(program.live.surface.surface_slice.ranges, [(x0, x1), (y0, y1)])
    surface, lesson = program.live.surface, program.controller.state.descent.lesson
    room = surface_room(surface.plot.frame, surface.surface_slice, lesson)
    assert max(width / room[2], height / room[3]) == pytest.approx(1, rel=0.02)


@pytest.mark.parametrize("kind", [MAP, SLOPE], ids=lambda kind: kind.name)
@pytest.mark.parametrize("size", [(1024, 768), (1440, 900), (1300, 620)], ids=str)
def test_the_mouse_is_at_the_values_that_are_drawn_there(qtbot, program, kind, size) -> None:
    program.controller.do(showing.show_surface, kind)
    show(program, SURFACE_PANEL, CURVE_PANEL)
    program.window.resize(*size)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    for plot in (program.live.surface.plot, program.live.curve.plot):
        left, top, width, height = plot.drawing.areas["plot"]
        for across, down in ((0.1, 0.2), (0.9, 0.7)):
            at = left + across * width, top + down * height
            ((x, y),) = values_at(plot, np.array([at]))
            seen = pixel(plot, x, y)
            assert (seen.x(), seen.y()) == pytest.approx(at, abs=1)


def test_hovering_reads_weights_and_the_loss_of_the_very_network(
    qtbot, program, monkeypatch
) -> None:
    monkeypatch.setattr(program.live.surface.plot, "underMouse", lambda: True)
    move(program.live.surface.plot, 0.0, 2.0, NONE)
    qtbot.waitUntil(lambda: readout(program) != "")
    words, _, rest = readout(program).partition(": loss ")
    loss, _, slopes = rest.partition(", slopes ")
    w = [float(part.split(" = ")[1].replace("−", "-")) for part in words.split(", ")]
    np.testing.assert_allclose(w, [0, 2], atol=0.02)
    error = 3 * w[0] + 4 * w[1] - 6
    assert float(loss) == pytest.approx(error**2, rel=1e-3)
    read = [float(part.replace("−", "-")) for part in slopes.split(", ")]
    np.testing.assert_allclose(read, [6 * error, 8 * error], rtol=5e-3)


def test_while_the_point_is_dragged_its_own_weights_and_loss_are_read(
    qtbot, program, monkeypatch
) -> None:
    plot = program.live.surface.plot
    monkeypatch.setattr(plot, "underMouse", lambda: True)
    move(plot, 1.0, 2.0, NONE)
    press(plot, 1.0, 2.0)
    for x, y in ((0.5, 1.0), (-0.31, 0.42)):
        move(plot, x, y)
        first, second = program.controller.state.descent.moment.theta
        loss = (3 * first + 4 * second - 6) ** 2
        qtbot.waitUntil(lambda: ": loss " in readout(program))
        qtbot.waitUntil(
            lambda loss=loss: (
                float(readout(program).split("loss ")[1].split(",")[0])
                == pytest.approx(loss, rel=1e-3)
            )
        )
    release(plot, -0.31, 0.42)


def test_the_wheel_zooms_around_the_pointer_and_a_button_shows_all_again(qtbot, program) -> None:
    qtbot.waitUntil(lambda: program.live.feed.idle)
    before = ranges(program)
    wheel(program.live.surface.plot, 0.5, 1.5, 2)
    after = ranges(program)
    for (low, high), (a, b), at in zip(before, after, (0.5, 1.5), strict=True):
        assert (b - a) / (high - low) == pytest.approx(0.85**2, rel=0.01)
        assert (at - a) / (b - a) == pytest.approx((at - low) / (high - low), abs=0.02)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    np.testing.assert_allclose(program.live.surface.surface_slice.ranges, after)
    qtbot.mouseClick(head(program, "Back to the whole picture"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    np.testing.assert_allclose(ranges(program), before)
    assert head(program, "Back to the whole picture").isHidden()


def test_dragging_the_surface_pans_it_and_leaves_the_weights(qtbot, program) -> None:
    qtbot.waitUntil(lambda: program.live.feed.idle)
    (before, _), theta = ranges(program), program.controller.state.descent.moment.theta
    press(program.live.surface.plot, 3.0, 3.0)
    move(program.live.surface.plot, 2.0, 3.0)
    release(program.live.surface.plot, 2.0, 3.0)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    (after, _) = ranges(program)
    assert after[0] - before[0] == pytest.approx(1.0, abs=0.05)
    assert program.controller.state.descent.moment.theta is theta


def test_dragging_the_point_moves_the_weights_and_needs_no_new_slice(program) -> None:
    program.surface_slices = []
    program.live.feed.surface_refined.connect(program.surface_slices.append)
    press(program.live.surface.plot, 1.0, 2.0)
    move(program.live.surface.plot, 0.0, 1.0)
    move(program.live.surface.plot, -1.0, 0.0)
    release(program.live.surface.plot, -1.0, 0.0)
    descent = program.controller.state.descent
    np.testing.assert_allclose(descent.moment.theta, [-1, 0], atol=0.03)
    assert (descent.row, descent.before.row) == (0, 0)
    assert program.surface_slices == []
    assert "Back (‹) returns to before" in program.window.stage.sentence


def test_escape_during_a_drag_leaves_everything_as_it_was(qtbot, program) -> None:
    before = program.controller.state
    press(program.live.surface.plot, 1.0, 2.0)
    move(program.live.surface.plot, 0.0, 1.0)
    assert program.controller.state.descent.provisional is not None
    qtbot.keyClick(program.window, Qt.Key.Key_Escape)
    move(program.live.surface.plot, -1.0, 0.0)
    release(program.live.surface.plot, -1.0, 0.0)
    assert program.controller.state.descent.provisional is None
    assert program.controller.state.descent.timeline is before.descent.timeline
    assert not program.controller.can_undo


def test_one_weight_shows_the_curve_its_tangent_and_drags_along_it(qtbot, program) -> None:
    qtbot.mouseClick(head(program, "One weight"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    surface_slice, loss = (
        program.live.surface.surface_slice,
        program.controller.state.descent.moment.loss,
    )
    (curve,) = drawn(program.live.surface.plot, Path, "curve")
    xs, losses = values_at(program.live.surface.plot, curve.points).T
    np.testing.assert_allclose(xs, surface_slice.slice.coordinates[0], atol=1e-9)
    true = np.minimum((3 * xs + 8 - 6) ** 2, surface_slice.ceiling)
    np.testing.assert_allclose(losses, true, rtol=1e-5, atol=1e-6)
    assert not drawn(program.live.surface.plot, Path, "tangent")
    for height, end in (
        (surface_slice.loss_range[0], 0.5),
        (loss, -1.0),
    ):  # on the axis, and on the curve
        program.controller.do(clicker.reset)
        press(program.live.surface.plot, 1.0, height)
        move(program.live.surface.plot, end, 0.0)
        release(program.live.surface.plot, end, 0.0)
        theta = program.controller.state.descent.moment.theta
        np.testing.assert_allclose(theta, [end, 2], atol=0.03)
        program.controller.do(commands.back)


def slope_of_tangent(program: Program) -> float:
    (tangent,) = drawn(program.live.surface.plot, Path, "tangent")
    (x0, y0), (x1, y1) = values_at(program.live.surface.plot, tangent.points).tolist()
    return float((y1 - y0) / (x1 - x0))


def test_the_tangent_is_that_of_the_slope_which_is_explained(start) -> None:
    """At Slopes where we are, at Update where the step began; none before, nor of a place that is
    not on this curve."""
    program = start("descent-1d")
    slope = float(program.controller.state.descent.moment.gradient[0])
    assert not drawn(program.live.surface.plot, Path, "tangent")
    program.controller.do(commands.to_phase, 3)
    assert slope_of_tangent(program) == pytest.approx(slope)
    program.controller.do(commands.to_phase, 4)
    assert slope_of_tangent(program) == pytest.approx(slope)
    slope = float(program.controller.state.descent.moment.gradient[0])
    program.controller.do(commands.step)
    assert slope_of_tangent(program) == pytest.approx(slope)
    two = start("two-inputs")
    two.controller.do(showing.show_surface, SLOPE)
    two.controller.do(commands.to_phase, 3)
    assert slope_of_tangent(two) == pytest.approx(30)
    two.controller.do(commands.to_phase, 4)
    assert not drawn(two.live.surface.plot, Path, "tangent")


def choose_axis(program: Program, title: str, name: str) -> None:
    menus = program.live.surface_menu().findChildren(QMenu)
    (menu,) = (one for one in menus if one.title() == title)
    next(action for action in menu.actions() if action.data() == name).trigger()


def test_any_two_parameters_are_axes_and_the_same_one_twice_swaps_them(qtbot, start) -> None:
    program = start(tanh_network())
    program.controller.do(showing.show_surface, MAP)
    show(program, SURFACE_PANEL)
    for title, name in (("First axis", "b2_1"), ("Second axis", "w2_1_1")):
        choose_axis(program, title, name)
    assert program.controller.state.display.axes == ("b2_1", "w2_1_1")
    choose_axis(program, "First axis", "w2_1_1")
    assert program.controller.state.display.axes == ("w2_1_1", "b2_1")
    qtbot.waitUntil(lambda: program.live.feed.idle)
    assert program.live.surface.surface_slice.slice.axes == ("w2_1_1", "b2_1")


def test_a_point_that_leaves_the_lesson_s_own_ranges_stays_in_sight(qtbot, start) -> None:
    program = start("learning-rate")
    own = ranges(program)[0]
    for _ in range(2):
        program.controller.do(commands.step)
        qtbot.waitUntil(lambda: program.live.feed.idle)
        (low, high), _ = ranges(program)
        for theta in program.controller.state.descent.timeline.thetas()[:, 0]:
            assert low <= theta <= high
    program.controller.do(clicker.reset)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    assert ranges(program)[0] == pytest.approx(own)


def test_a_point_far_beyond_all_ranges_leaves_the_picture_and_its_mark_says_where(
    qtbot, start
) -> None:
    program = start("learning-rate")
    for _ in range(12):
        program.controller.do(commands.step)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    (low, high), _ = ranges(program)
    assert high - low < 20_000
    (now,) = drawn(program.live.surface.plot, Dots, "point")
    ((x, _),) = values_at(program.live.surface.plot, now.centers)
    assert low < x < high
    assert now.fill.role == "paper"


def test_colours_of_a_map_do_not_change_while_only_the_point_moves_on_it(qtbot, start) -> None:
    program = start("many-steps")
    heights = set()
    for _ in range(5):
        program.controller.do(commands.step)
        qtbot.waitUntil(lambda: program.live.feed.idle)
        heights.add(program.live.surface.surface_slice.loss_range)
    assert len(heights) == 1


def test_losses_that_overflow_leave_a_map(qtbot, start) -> None:
    lesson = make((1, 1, 1), np.full((1, 1), 1e100), np.ones((1, 1)), np.array([1e-99, 1e-99]))
    program = start(lesson)
    program.controller.do(showing.show_surface, MAP, ("w1_1_1", "w2_1_1"))
    show(program, SURFACE_PANEL)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    assert np.isfinite(program.live.surface.surface_slice.loss_range).all()


def test_leaving_the_plot_takes_the_readout_away(qtbot, program, monkeypatch) -> None:
    monkeypatch.setattr(program.live.surface.plot, "underMouse", lambda: True)
    move(program.live.surface.plot, 0.0, 2.0, NONE)
    qtbot.waitUntil(lambda: readout(program) != "")
    viewport = program.live.surface.plot.viewport()
    program.live.surface.plot.eventFilter(viewport, QEvent(QEvent.Type.Leave))
    assert readout(program) == ""


def test_what_was_read_of_another_moment_goes(qtbot, program, monkeypatch) -> None:
    monkeypatch.setattr(program.live.surface.plot, "underMouse", lambda: True)
    move(program.live.surface.plot, 0.0, 2.0, NONE)
    qtbot.waitUntil(lambda: readout(program) != "")
    program.controller.do(commands.step)
    assert readout(program) == ""
    move(program.live.surface.plot, 0.0, 1.0, NONE)
    qtbot.waitUntil(lambda: readout(program) != "")


def test_the_surface_is_there_again_after_undo_has_left_and_redo_entered_a_lesson(
    qtbot, program
) -> None:
    program.opening.open_built_in("slope")
    for _ in range(2):
        program.controller.undo()
        qtbot.waitUntil(lambda: program.live.feed.idle)
        assert program.live.surface.surface_slice.slice.axes == ("w1_1_1", "w1_2_1")
        program.controller.redo()
        qtbot.waitUntil(lambda: program.live.feed.idle)
        assert program.live.surface.surface_slice.slice.axes == ("w1_1_1",)
    same = replace(program.controller.state.descent.lesson, title="The same surface")
    program.controller.open(same)
    assert program.live.surface.surface_slice is not None


def test_the_map_that_is_come_back_to_is_drawn_from_its_finest_slice(qtbot, start) -> None:
    """Its scale comes back too, and the area's new shape brings a slice that is known already."""
    program = start("through-a-layer", size=(1440, 900))
    show(program, SURFACE_PANEL)

    def settled() -> bool:
        QCoreApplication.processEvents()
        return program.live.feed.idle

    for kind in (MAP, SLOPE, MAP):
        program.controller.do(showing.show_surface, kind)
        for _ in range(3):
            qtbot.waitUntil(settled)
    surface = program.live.surface
    (ground,) = [one for one in shapes_on(surface.plot) if isinstance(one, Clip) and one.rests]
    assert surface.surface_slice.slice.losses.shape == (201, 201)
    frame = surface.plot.frame
    assert ground is map_ground(surface.surface_slice, surface.plot.drawing.areas["plot"], frame)
    np.testing.assert_allclose(surface.surface_slice.ranges, ranges(program))


def test_a_slice_that_cannot_be_drawn_is_not_prepared(qtbot, program, monkeypatch) -> None:
    view, state = program.live.surface, program.controller.state
    shown = view.surface_slice
    assert list(view.prepare(state, shown)) == []  # on the map it is one piece
    made: list[object] = []
    monkeypatch.setattr(view, "prepare_drawing", made.append)
    list(view.prepare(state, shown))
    assert len(made) == 1
    list(view.prepare(state, replace(shown, loss_range=(0.0, np.inf))))
    assert len(made) == 1
