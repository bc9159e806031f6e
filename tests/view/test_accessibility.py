"""Colours, size, keyboard and screen reader."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QActionGroup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QWidget,
)

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.lesson.pictures import SURFACE_PANEL
from gd_visualizer.scene.look.palette import PALETTES
from gd_visualizer.view.look import style
from gd_visualizer.view.network import view as network_view
from gd_visualizer.view.surface.point_animation import PointAnimation
from gd_visualizer.view.widgets import screen_reader as announcing
from gd_visualizer.view.widgets.animation import Animation
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.number_editor import NumberEditor
from gd_visualizer.view.window.settings_menu import SettingsMenu
from tests.view.shown import named, shapes_on, words_of


def menu(program) -> SettingsMenu:
    QTest.mouseClick(program.window.more, Qt.MouseButton.LeftButton)
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
    network = program.live.network.grab().toImage()
    assert network.pixelColor(3, network.height() - 3).name() == colors.paper.lower()
    explanation = program.window.stage.arithmetic.grab().toImage()
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


@pytest.fixture
def start_in(start) -> Iterator[Callable[..., Program]]:
    """Starts the program in a language; the next test speaks English again."""
    before, programs = QLocale(), []

    def begin(language: str, lesson: str, size: tuple[int, int]) -> Program:
        programs.append(start(lesson, size))
        programs[-1].appearance.set_language(language)
        settle()
        return programs[-1]

    yield begin
    for program in programs:
        program.appearance.set_language("en")
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("size", [(900, 600), (1024, 768), (1440, 900)])
@pytest.mark.parametrize("lesson", ["many-steps", "dark-field", "many-points"])
def test_at_every_scale_every_control_can_be_reached_whole(
    start_in, lesson, size, language
) -> None:
    program = start_in(language, lesson, size)
    offered = {name for name in names(program) if name not in MAY_GO and not name[0].isdigit()}
    for scale in (1.0, 1.5, 2.0, 2.5):
        program.appearance.set_scale(scale)
        settle()
        found = names(program)
        assert_whole(program, controls(program))
        rest = named(program.window.transport, Button, REST[language])
        if rest.isVisible():
            rest.click()
            settle()
            found |= names(program)
            assert_whole(program, bars(program))  # which the pictures may have no room beside
            rest.click()
        assert offered - found == set(), scale
        rail = program.window.rail.numbers
        assert [one for one in rail if one.isChecked() and one.isVisible()]  # the list has all


REST = {"en": "The other controls", "de": "Die übrigen Bedienelemente"}
# Also in the menu behind More; one button instead of three.
MAY_GO = {"Curvature", "Krümmung", "One weight", "Map", "3D", "Ein Gewicht", "Karte"}


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def controls(program) -> list[QWidget]:
    """Everything that is seen of transport, head, rail and the pictures' tools."""
    return [*bars(program), *seen_in(program.live.stage.panels.tools)]


def bars(program) -> list[QWidget]:
    """The same without the pictures' tools."""
    window = program.window
    head = [*window.stage.phases.chips, window.pictures, window.present, window.more]
    return [*seen_in((window.transport, window.rail)), *(one for one in head if one.isVisible())]


def seen_in(parts: Iterable[QWidget]) -> list[QWidget]:
    kinds = QAbstractButton, QSlider, QComboBox, QLineEdit, QLabel
    inside = [one for part in parts for one in part.findChildren(QWidget)]
    return [one for one in inside if isinstance(one, kinds) and one.isVisible()]


def names(program) -> set[str]:
    return {one.accessibleName() for one in controls(program) if not isinstance(one, QLabel)}


def assert_whole(program, found: list[QWidget]) -> None:
    """Each is as large as it needs, inside all that is around it, and over no other."""
    window = program.window
    places = {}
    for one in found:
        name = one.accessibleName() or one.text()
        rect = places[one] = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
        assert one.width() >= one.minimumSizeHint().width(), (name, one.size())
        assert one.height() >= one.minimumSizeHint().height(), (name, one.size())
        around = one.parentWidget()
        while around is not window:
            room = QRect(around.mapTo(window, QPoint(0, 0)), around.size())
            assert room.contains(rect), (name, rect, room)
            around = around.parentWidget()
        assert window.rect().contains(rect), (name, rect)
    for (one, rect), (other, second) in combinations(places.items(), 2):
        over = rect.intersected(second).isEmpty()
        assert over, (one.accessibleName(), rect, other.accessibleName(), second)


@pytest.mark.parametrize("size", [(900, 600), (1024, 768), (1440, 900)])
@pytest.mark.parametrize("lesson", ["many-steps", "dark-field"])
def test_the_pictures_tools_lie_over_neither_their_words_nor_the_plot(start, lesson, size) -> None:
    program = start(lesson, size)
    for scale in (1.0, 1.25, 1.5, 2.0):
        program.appearance.set_scale(scale)
        settle()
        tools = seen_in(program.live.stage.panels.tools)
        places = [QRectF(QRect(one.mapTo(program.window, QPoint()), one.size())) for one in tools]
        for view in (program.live.surface, program.live.curve):
            if not view.isVisible():
                continue
            corner = view.plot.mapTo(program.window, QPoint())
            for words in words_of(tuple(shapes_on(view.plot))):
                rect = QRectF(*words.rect).translated(corner)
                assert not any(place.intersects(rect) for place in places), (scale, words.text)
            area = view.plot.getViewBox().sceneBoundingRect().translated(corner)
            assert not any(place.intersects(area) for place in places), scale


@pytest.mark.parametrize("lesson", ["through-a-layer", "many-steps"])
def test_nothing_in_the_bar_lies_over_anything_else_at_any_width(start, lesson) -> None:
    program = start(lesson, (1024, 768))
    for scale in (1.0, 1.5, 2.0):
        program.appearance.set_scale(scale)
        for width in range(1000, 2300, 130):
            program.window.resize(width, 1000)
            QApplication.processEvents()
            assert_whole(program, controls(program))


def test_the_diagram_is_walked_by_arrows_and_typed_into(start) -> None:
    program = start("two-inputs")
    network, display = program.live.network, lambda: program.controller.state.display
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
    assert network.findChild(NumberEditor).text() == "7"
    QTest.keyClick(network.findChild(NumberEditor), Qt.Key.Key_Return)
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
    for view in (
        program.live.network,
        window.stage.arithmetic,
        program.live.surface.plot,
        program.live.curve.plot,
    ):
        assert view.accessibleName()
    assert program.live.network.accessibleDescription() == "w₁ = 1"
    program.controller.do(showing.select_node, 1, 0)
    assert program.live.network.accessibleDescription() == "the prediction = 11"
    assert "3 × 1" in window.stage.arithmetic.accessibleDescription()


@pytest.mark.parametrize("reduced", [False, True])
def test_values_appear_layer_by_layer_and_the_point_moves_unless_motion_is_reduced(
    start, qtbot, reduced
) -> None:
    program = start("through-a-layer")
    network, surface = program.live.network, program.live.surface
    program.toggle_panel(SURFACE_PANEL)
    qtbot.waitUntil(lambda: program.live.feed.idle)
    program.appearance.set_reduced_motion(reduced)
    QTest.mouseClick(program.window.stage.phases.chips[0], Qt.MouseButton.LeftButton)
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
    assert not program.live.surface.findChild(PointAnimation).moving
    program.appearance.set_reduced_motion(True)
