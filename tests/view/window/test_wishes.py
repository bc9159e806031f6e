"""The window alone, without a program: each control asks for one thing, and for nothing else."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu

from gd_visualizer.app.stage import LiveStage
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CODE, MAP, PANELS, POINTS
from gd_visualizer.scene.slides.kind import SlideKind
from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.more_menu import MoreMenu
from gd_visualizer.view.window.settings_menu import SettingsMenu
from tests.view.asked import Asked, recorded

BUTTONS: dict[str, tuple[object, ...]] = {
    "Reset": ("reset",),
    "New start": ("restart",),
    "Back": ("take_back",),
    "Next": ("next",),
    "Step": ("step",),
    "Run": ("toggle_run",),
    "Guess first": ("set_predict", True),
    "Curvature": ("find_curvature",),
    "Present": ("present",),
    "More": ("open_more",),
    "Forward": ("to_phase", Phase.FORWARD),
    "Update": ("to_phase", Phase.UPDATE),
    "The next point": ("select_point", 1),
    "Copy": ("copy_script",),
    "Save …": ("save_script",),
    "Map": ("show_surface", MAP, None),
    "Back to the whole picture": ("show_all",),
    "Dark: only the ground around the point": ("switch_light",),
    "+ keep": ("keep_run",),
    "log": ("set_log_loss", True),
    "Open a lesson …": ("open_file",),
    "Open a lesson file": ("open_file",),
    "9 Slope of one weight": ("open_lesson", "slope"),
}
ENTRIES: dict[str, tuple[object, ...]] = {
    "Points\tCtrl+3": ("show_panel", POINTS.panel, False),
    "Code\tCtrl+6": ("show_panel", CODE.panel, True),
    "Export a picture or a table … (Ctrl+E)": ("export",),
    "Slides with your notes, PDF …": ("save_slides", SlideKind.NOTES),
    "Random directions": ("show_plane", "random"),
    "Dark: only the ground around the point (L)": ("switch_light",),
    "Heights by powers of ten": ("set_log_height", True),
    "The largest curvature here, and the critical learning rate 2/λ": ("find_curvature",),
    "Back to the whole picture (0)": ("show_all",),
    "Dark": ("set_colors", "dark"),
    "150 %": ("set_scale", 1.5),
    "Reduce motion": ("set_reduced_motion", True),
    "Deutsch": ("set_language", "de"),
    "Keys and gestures (F1)": ("show_keys",),
}


@pytest.fixture
def asked() -> Asked:
    return []


@pytest.fixture
def live(qtbot, asked: Asked) -> Iterator[LiveStage]:  # type: ignore[no-untyped-def]
    window = MainWindow()
    qtbot.addWidget(window)
    window.fill(recorded(asked))
    assert window.lessons.isHidden()  # made now, as by the first who opens it
    made = LiveStage(window.stage, BackgroundRunner(window), window.wishes, window)
    made.build_plots()
    for panel in PANELS:
        assert made.stage.panels.view(panel).isHidden()  # made now, as when it is first seen
    state = commands.step(open_lesson(load("many-points")))  # from where Back leads on
    for part in (made, window, window.transport):
        part.sync(state, None)
    made.network_tools.sync(state, None)
    asked.clear()
    yield made
    made.close()


def entries(menu: QMenu) -> Iterator[QAction]:
    """Its actions, and those of the menus in it."""
    for action in menu.actions():
        yield from entries(action.menu()) if action.menu() else [action]


def test_a_click_asks_for_what_the_button_says(live: LiveStage, asked: Asked) -> None:
    found = live.stage.window().findChildren(QAbstractButton)
    for name, wish in BUTTONS.items():
        buttons = [one for one in found if one.accessibleName() == name]
        assert len(buttons) == 1, name
        buttons[0].click()
        assert asked == [wish], name
        asked.clear()


def test_an_entry_of_a_menu_asks_for_what_it_says(live: LiveStage, asked: Asked) -> None:
    window = live.stage.window()
    assert isinstance(window, MainWindow)
    settings = SettingsMenu(window, (1.0, 1.5), {"de": "Deutsch"}, window.wishes)
    more = MoreMenu(window, window.wishes, settings, live.surface_menu())
    found = [*entries(more), *entries(window.pictures.menu())]
    for words, wish in ENTRIES.items():
        (action,) = [one for one in found if one.text() == words]
        action.trigger()
        assert asked == [wish], words
        asked.clear()


def test_a_picture_is_checked_once_it_is_shown_and_not_before(live: LiveStage) -> None:
    window = live.stage.window()
    assert isinstance(window, MainWindow)
    choices = window.pictures.menu().actions()
    before = [action.isChecked() for action in choices]
    assert any(before)
    assert not all(before)
    for action in choices:
        action.trigger()
    assert [action.isChecked() for action in choices] == before
