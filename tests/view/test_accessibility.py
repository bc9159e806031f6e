"""Colours, size, keyboard and screen reader."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QActionGroup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.scene.look.palette import PALETTES
from gd_visualizer.view.explanation.phase_buttons import PhaseChip
from gd_visualizer.view.look import style
from gd_visualizer.view.network import view as network_view
from gd_visualizer.view.network.weight_editor import WeightEditor
from gd_visualizer.view.surface.point_animation import PointAnimation
from gd_visualizer.view.widgets import screen_reader as announcing
from gd_visualizer.view.widgets.animation import Animation
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.window.settings_menu import SettingsMenu


def menu(program) -> SettingsMenu:
    QTest.mouseClick(program.window.toolbar.settings_button, Qt.MouseButton.LeftButton)
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsMenu))


def choose(program, key: str) -> None:
    opened = menu(program)
    groups = opened.findChildren(QActionGroup)
    action = next(a for group in groups for a in group.actions() if a.data() == key)
    action.trigger()
    opened.close()


@pytest.mark.parametrize("name", PALETTES)
def test_each_palette_reaches_every_view(start, name) -> None:
    program = start("two-inputs")
    choose(program, name)
    colors = PALETTES[name]
    assert style.palette() is colors
    network = program.window.network.grab().toImage()
    assert network.pixelColor(3, network.height() - 3).name() == colors.paper.lower()
    explanation = program.window.explanation.grab().toImage()
    assert explanation.pixelColor(3, 3).name() == colors.paper.lower()
    assert program.appearance.colors == name


def test_the_palette_follows_the_system_on_request(start) -> None:
    program = start("slope")
    choose(program, "system")
    QApplication.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert style.palette() is PALETTES["dark" if dark else "light"]
    QApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


@pytest.mark.parametrize("size", [(1024, 768), (1440, 900), (1920, 1200)])
def test_at_every_scale_every_control_can_be_reached_whole(start, size) -> None:
    program = start("many-steps", size)
    for scale in (1.0, 1.25, 1.5, 2.0, 2.5):
        program.appearance.set_scale(scale)
        for _ in range(6):
            QApplication.processEvents()
        assert_reachable(program.window)


def assert_reachable(window: QWidget) -> None:
    """Every control is as wide as it needs, inside the window or the page that it scrolls in."""
    for kind in (Button, PhaseChip):
        for control in window.findChildren(kind):
            if not control.isVisible():
                continue
            assert control.width() >= control.minimumSizeHint().width(), control.accessibleName()
            around = scrolled(control) or window
            if around is window:
                corner = control.mapTo(window, QPoint(0, 0))
                assert corner.x() >= 0, control.accessibleName()
                assert corner.x() + control.width() <= window.width(), control.accessibleName()
                assert corner.y() + control.height() <= window.height(), control.accessibleName()
            else:
                page = around.widget()
                corner = control.mapTo(page, QPoint(0, 0))
                assert corner.x() + control.width() <= page.width(), control.accessibleName()


@pytest.mark.parametrize("lesson", ["through-a-layer", "many-steps"])
def test_nothing_in_the_bar_lies_over_anything_else_at_any_width(start, lesson) -> None:
    program = start(lesson, (1024, 768))
    bar = program.window.toolbar
    for scale in (1.0, 1.5, 2.0):
        program.appearance.set_scale(scale)
        for width in range(1000, 2300, 130):
            program.window.resize(width, 1000)
            QApplication.processEvents()
            shown = [w for w in bar.findChildren(QWidget) if w.isVisible()]
            for one, other in combinations(shown, 2):
                both = one.geometry().intersected(other.geometry())
                same = one.parentWidget() is other.parentWidget()
                assert not same or both.isEmpty(), (scale, width, one, other)


def scrolled(widget: QWidget) -> QScrollArea | None:
    """The area that it scrolls in."""
    parent = widget.parentWidget()
    while parent is not None and not (isinstance(parent, QScrollArea) and parent.widget()):
        parent = parent.parentWidget()
    return parent


def test_the_diagram_is_walked_by_arrows_and_typed_into(start) -> None:
    program = start("two-inputs")
    network, display = program.window.network, lambda: program.controller.state.display
    network.setFocus()
    QTest.keyClick(network, Qt.Key.Key_Right)
    assert display().node == (1, 0)  # from the weight to the node it feeds
    QTest.keyClick(network, Qt.Key.Key_Left)
    assert display().node is None
    QTest.keyClick(network, Qt.Key.Key_Left)
    assert display().node in ((0, 0), (0, 1))
    QTest.keyClick(network, Qt.Key.Key_Right)
    assert display().node is None
    name = display().weight
    QTest.keyClick(network, Qt.Key.Key_7)
    assert network.findChild(WeightEditor).text() == "7"
    QTest.keyClick(network.findChild(WeightEditor), Qt.Key.Key_Return)
    descent = program.controller.state.descent
    assert descent.moment.theta[descent.lesson.network.parameter(name).index] == 7


def test_a_screen_reader_is_told_each_step(start, monkeypatch) -> None:
    program = start("two-inputs")
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        announcing, "QAccessibleAnnouncementEvent", lambda _widget, words: told.append(words)
    )
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda _event: None)
    QTest.keyClick(program.window, Qt.Key.Key_Right)
    assert told == ["after step 1: loss 6.25, w₁ 0.7, w₂ 1.6"]
    QTest.keyClick(program.window, Qt.Key.Key_PageDown)
    assert told[-1] == "With the new weights the error is 2.5: half of what it was."


def test_everything_painted_says_what_it_is(start, monkeypatch) -> None:
    monkeypatch.setattr(network_view.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda _event: None)
    program = start("two-inputs")
    QTest.keyClick(program.window, Qt.Key.Key_PageDown)
    window = program.window
    for view in (window.network, window.explanation, program.surface.plot, program.curve.plot):
        assert view.accessibleName()
    assert window.network.accessibleDescription() == "w₁ = 1"
    program.controller.do(showing.select_node, 1, 0)
    assert window.network.accessibleDescription() == "the prediction = 11"
    assert "3 × 1" in window.explanation.accessibleDescription()


@pytest.mark.parametrize("reduced", [False, True])
def test_values_appear_layer_by_layer_and_the_point_moves_unless_motion_is_reduced(
    start, qtbot, reduced
) -> None:
    program = start("through-a-layer")
    network, surface = program.window.network, program.surface
    program.appearance.set_reduced_motion(reduced)
    QTest.mouseClick(program.window.phases.chips[0], Qt.MouseButton.LeftButton)
    assert network.findChild(Animation).moving is not reduced
    qtbot.waitUntil(lambda: not network.findChild(Animation).moving, timeout=3000)
    program.controller.do(commands.step)
    assert surface.findChild(PointAnimation).moving is not reduced
    qtbot.waitUntil(lambda: not surface.findChild(PointAnimation).moving, timeout=3000)
    program.appearance.set_reduced_motion(True)


def test_the_next_click_overtakes_a_movement(start) -> None:
    program = start("two-inputs")
    program.appearance.set_reduced_motion(False)
    program.controller.do(commands.step)
    program.controller.do(commands.step)
    assert not program.surface.findChild(PointAnimation).moving
    program.appearance.set_reduced_motion(True)
