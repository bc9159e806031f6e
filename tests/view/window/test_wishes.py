"""The window alone, without a program: each control asks for one thing, and for nothing else."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import titles
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CODE, MAP, POINTS
from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.settings_menu import SettingsMenu
from tests.view.asked import Asked, recorded

BUTTONS: dict[str, tuple[object, ...]] = {
    "Reset": ("reset",),
    "New start": ("restart",),
    "Back": ("back",),
    "Step": ("step",),
    "Run": ("toggle_run",),
    "Curvature": ("find_curvature",),
    "Export": ("export",),
    "Present": ("present",),
    "Colours, size, language": ("open_settings",),
    "Next": ("next",),
    "Back by one phase or beat": ("previous",),
    "Guess first": ("set_predict", True),
    "Forward": ("to_phase", Phase.FORWARD),
    "Update": ("to_phase", Phase.UPDATE),
    "The next point": ("select_point", 1),
    "Numbers": ("show_page", POINTS),
    "Code": ("show_page", CODE),
    "Copy": ("copy_script",),
    "Save …": ("save_script",),
    "Map": ("show_surface", MAP, None),
    "Back to the whole picture": ("show_all",),
    "Dark: only the ground around the point": ("switch_light",),
    "+ keep": ("keep_run",),
    "log": ("set_log_loss", True),
    "Open a lesson …": ("open_file",),
}
ENTRIES: dict[str, tuple[object, ...]] = {
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
def window(qtbot, asked: Asked) -> MainWindow:  # type: ignore[no-untyped-def]
    made = MainWindow(titles())
    qtbot.addWidget(made)
    made.fill(recorded(asked))
    state = commands.step(open_lesson(load("many-points")))  # from where Back leads on
    for part in (made.toolbar, made.chooser):
        part.sync(state, None)
    return made


def entries(menu: QMenu) -> Iterator[QAction]:
    """Its actions, and those of the menus in it."""
    for action in menu.actions():
        yield from entries(action.menu()) if action.menu() else [action]


def test_a_click_asks_for_what_the_button_says(window: MainWindow, asked: Asked) -> None:
    for name, wish in BUTTONS.items():
        buttons = [b for b in window.findChildren(QAbstractButton) if b.accessibleName() == name]
        assert len(buttons) == 1, name
        buttons[0].click()
        assert asked == [wish], name
        asked.clear()


def test_an_entry_of_a_menu_asks_for_what_it_says(window: MainWindow, asked: Asked) -> None:
    settings = SettingsMenu(window, (1.0, 1.5), {"de": "Deutsch"}, window.wishes)
    found = [*entries(window.surface_head.menu), *entries(settings)]
    for words, wish in ENTRIES.items():
        next(action for action in found if action.text() == words).trigger()
        assert asked == [wish], words
        asked.clear()
