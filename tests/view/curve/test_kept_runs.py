"""Kept runs, typed ranges and heights by powers of ten, through the real window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog, QLabel, QLineEdit, QMenu

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands import kept_runs as kept
from gd_visualizer.drawing.shapes import Anchor, Shape, Words
from gd_visualizer.lesson.pictures import CURVE_PANEL, MAP
from gd_visualizer.view.export.dialog import ExportDialog
from gd_visualizer.view.surface.range_dialog import RangeDialog
from gd_visualizer.view.widgets.buttons import Button
from tests.view.shown import named, shapes_on, show, values_at


def keep(program, steps: int) -> None:
    for _ in range(steps):
        program.controller.do(commands.step)
    QTest.mouseClick(program.live.curve_tools.keep, Qt.MouseButton.LeftButton)


def test_keep_hides_shows_renames_removes_and_undo_brings_back(start) -> None:
    program = start("two-inputs")
    show(program, CURVE_PANEL)
    keep(program, 3)
    keep(program, 2)
    runs = program.live.curve_tools.runs
    assert [button.text() for button in runs.buttons] == ["rate 0.01", "rate 0.01"]
    QTest.mouseClick(runs.buttons[0], Qt.MouseButton.LeftButton)
    first = program.controller.state.descent.kept[0]
    assert first.hidden
    assert not runs.buttons[0].isChecked()
    QTest.keyClick(runs.buttons[1], Qt.Key.Key_F2)
    dialog = program.window.findChild(QInputDialog)
    dialog.setTextValue("mine")
    dialog.accept()
    assert runs.buttons[1].text() == "mine"
    runs.buttons[0].setFocus()
    QTest.keyClick(runs.buttons[0], Qt.Key.Key_Delete)
    assert [button.text() for button in runs.buttons] == ["mine"]
    program.controller.undo()
    assert len(program.controller.state.descent.kept) == 2


def test_another_lesson_has_no_runs_of_this_one(start) -> None:
    program = start("two-inputs")
    keep(program, 3)
    program.opening.open_built_in("slope")
    assert program.live.curve_tools.runs.buttons == []
    assert program.live.curve_tools.runs.isHidden()


def dialog_of(program) -> RangeDialog:
    program.live.surface_tools.menu.ranges.trigger()
    return program.window.findChild(RangeDialog)


def ok(dialog: RangeDialog) -> None:
    buttons = dialog.findChild(QDialogButtonBox)
    button = buttons.button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_ranges_are_typed_and_nonsense_is_refused_in_place(start, qtbot) -> None:
    program = start("two-inputs")
    dialog = dialog_of(program)
    words = "weight w₁"
    low, high = (f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == words)
    for text in ("", "five", "nan", "1e400", "9", "2.9999999999999996"):
        low.setText(text)
        high.setText("3")
        ok(dialog)
        assert dialog.told.startswith(words)
        assert not program.controller.state.display.ranges
    low.setText("−1,5")
    ok(dialog)
    assert program.controller.state.display.ranges["w1_1_1"] == (-1.5, 3.0)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    assert program.live.surface.surface_slice.ranges[0][0] <= -1.5


@pytest.mark.parametrize("lesson", ["slope", "learning-rate"])
def test_heights_by_powers_of_ten_are_the_logarithms_of_the_losses(start, qtbot, lesson) -> None:
    program = start(lesson)
    surface_slice = program.live.surface.surface_slice
    losses = surface_slice.slice.losses.copy()
    program.controller.do(showing.set_log_height, True)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    drawn_heights = program.live.surface.surface_slice
    low = 10 ** drawn_heights.loss_range[0]
    np.testing.assert_allclose(
        drawn_heights.slice.losses, np.log10(np.maximum(losses, low)), atol=1e-6
    )
    numbers = [words for words in shapes_on(program.live.surface.plot) if _at_the_left(words)]
    heights = values_at(program.live.surface.plot, np.array([(n.x, n.y) for n in numbers]))[:, 1]
    assert len(numbers) >= 2
    np.testing.assert_allclose(10.0**heights, [_value(n.text) for n in numbers], rtol=1e-6)
    program.controller.do(showing.set_log_height, False)
    np.testing.assert_array_equal(program.live.surface.surface_slice.slice.losses, losses)


def _at_the_left(shape: Shape) -> bool:
    """The numbers of the axis at the left."""
    return isinstance(shape, Words) and shape.anchor is Anchor.RIGHT


def _value(text: str) -> float:
    if "10" in text and any(c in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻" for c in text):
        digits = "⁰¹²³⁴⁵⁶⁷⁸⁹"
        power = text.split("10")[1].replace("⁻", "-")
        return 10.0 ** int("".join(str(digits.index(c)) if c in digits else c for c in power))
    return float(text.replace("−", "-").replace(",", ""))


def entry(menu: QMenu, kind: str) -> QAction:
    """The choice of directions of that kind."""
    return next(a for a in menu.actions()[0].menu().actions() if a.data() == kind)


def test_the_heading_s_menu_cuts_along_directions_and_back(start, qtbot) -> None:
    program = start("many-steps")
    for _ in range(5):
        program.controller.do(commands.step)
    menu = program.live.surface_tools.menu
    for kind in ("gradient", "random", "principal"):
        entry(menu, kind).trigger()
        qtbot.waitUntil(lambda: program.live.feed.idle)
        state = program.controller.state
        assert state.display.plane.kind == kind
        assert program.live.surface.surface_slice.section is state.section
        here = state.section.places(state.descent.moment.theta)
        for value, (low, high) in zip(here, program.live.surface.surface_slice.ranges, strict=True):
            assert low <= value <= high
    entry(menu, "").trigger()
    qtbot.waitUntil(lambda: program.live.feed.idle)
    assert program.live.surface.surface_slice.section.names == ("w1_1_1", "w1_2_1")


def test_a_rename_names_the_run_that_was_asked_about_or_none(start) -> None:
    program = start("two-inputs")
    show(program, CURVE_PANEL)
    keep(program, 3)
    keep(program, 2)
    QTest.keyClick(program.live.curve_tools.runs.buttons[1], Qt.Key.Key_F2)
    dialog = program.window.findChild(QInputDialog)
    first, _second = program.controller.state.descent.kept
    program.controller.do(kept.remove, first)
    dialog.setTextValue("second")
    dialog.accept()
    (run,) = program.controller.state.descent.kept
    assert (run.name, run.timeline.cursor) == ("second", 2)
    QTest.keyClick(program.live.curve_tools.runs.buttons[0], Qt.Key.Key_F2)
    dialog = program.window.findChildren(QInputDialog)[-1]
    program.opening.open_built_in("slope")
    dialog.accept()
    assert program.controller.state.descent.kept == ()


def test_far_from_where_directions_were_chosen_the_surface_still_has_a_width(start, qtbot) -> None:
    program = start("two-inputs")
    program.controller.show_plane("random")
    for value in (1e16, 1e20, -1e40):
        program.controller.drag({"w1_1_1": value})
        program.controller.drop()
        qtbot.waitUntil(lambda: program.live.feed.idle)
        for low, high in program.live.surface.surface_slice.ranges:
            assert high > low


def test_an_open_export_dialog_offers_what_the_lesson_has(start, qtbot) -> None:
    program = start("two-inputs")
    program.exports.open(MAP)
    dialog = program.window.findChild(ExportDialog)
    program.opening.open_built_in("descent-1d")
    assert named(dialog, Button, "Map").isHidden()
    assert not named(dialog, Button, "Map").isChecked()
    broken = []
    program.exports.broke.connect(broken.append)
    qtbot.waitUntil(lambda: not dialog.findChild(QLabel, "card").pixmap().isNull(), timeout=20_000)
    assert broken == []
