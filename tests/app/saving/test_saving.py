"""Saving by keys and dialogs: what is written, what is asked, and what is not."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QMessageBox, QPushButton

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import data as points
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.figures.table import run_table
from gd_visualizer.lesson.data import Generated
from gd_visualizer.lesson.library.catalogue import find, load
from gd_visualizer.lesson.rate import typed_rate
from tests.window import end

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(qtbot, program: Program, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    program.window.activateWindow()  # which a dialog may have taken
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, key, held)


def save(qtbot, program: Program, anew: bool = False) -> None:
    press(qtbot, program, Qt.Key.Key_S, CTRL | SHIFT if anew else CTRL)


def take_name(program: Program, path: Path, current: bool = False) -> None:
    """Types the name into the dialog that asks for it."""
    dialogs = program.window.findChildren(QFileDialog)
    (dialog,) = (one for one in dialogs if one.isVisible())
    dialog.findChild(QLineEdit).setText(str(path))
    if current:
        dialog.findChild(QCheckBox).click()
    dialog.accept()


def question(program: Program) -> QMessageBox | None:
    boxes = program.window.findChildren(QMessageBox)
    return next((box for box in boxes if box.isVisible()), None)


def answer(qtbot, program: Program, text: str) -> None:
    box = question(program)
    (button,) = (one for one in box.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def move_a_point(program: Program) -> None:
    program.controller.do(points.place_point, 0, [2.0, 2.0], [5.0])


@pytest.fixture
def mine(tmp_path: Path, qtbot, program) -> Path:
    """A lesson of one's own, on screen."""
    path = tmp_path / "mine.toml"
    save(qtbot, program, anew=True)
    take_name(program, path)
    program.opening.open_path(str(path))
    return path


def test_a_built_in_lesson_asks_for_a_name_once_and_then_saves_at_once(
    qtbot, program, tmp_path
) -> None:
    path = tmp_path / "mine.toml"
    save(qtbot, program)
    take_name(program, path)
    assert "Saved mine.toml" in program.window.stage.sentence
    program.controller.do(commands.set_learning_rate, typed_rate("1/9"))
    assert program.window.isWindowModified()
    save(qtbot, program)
    assert not program.window.isWindowModified()
    assert find(str(path)).settings.rate == typed_rate("1/9")
    assert program.window.lessons.recent == [str(path)]
    end(program)
    assert program.settings.value("lesson") == str(path)


def test_what_is_saved_opens_as_it_was_on_screen_to_the_last_byte_of_its_table(
    qtbot, program, tmp_path
) -> None:
    path = tmp_path / "mine.toml"
    program.controller.do(commands.set_parameter, "w1_2_1", 1 / 3)
    program.controller.do(commands.set_optimizer, "adam")
    program.controller.do(points.place_point, 1, [0.1, -2.5], [4.0])
    program.controller.do(commands.step, 20)
    save(qtbot, program)
    take_name(program, path)
    assert "left out" in program.window.stage.sentence
    shown = b"".join(run_table(program.controller.state.descent))
    program.opening.open_path(str(path))
    program.controller.do(commands.step, 20)
    assert b"".join(run_table(program.controller.state.descent)) == shown


def test_the_current_weights_become_the_start_where_that_is_wanted(
    qtbot, program, tmp_path
) -> None:
    program.controller.do(commands.step, 2)
    save(qtbot, program, anew=True)
    take_name(program, tmp_path / "later", current=True)
    saved = find(str(tmp_path / "later.toml"))
    theta = program.controller.state.descent.moment.theta
    assert saved.start.tobytes() == theta.tobytes()


def test_a_file_keeps_its_beats_where_other_points_would_lose_them(qtbot, program, mine) -> None:
    before = mine.read_bytes()
    move_a_point(program)
    save(qtbot, program)
    take_name(program, mine.parent / "other.toml")
    assert mine.read_bytes() == before
    assert find(str(mine.parent / "other.toml")).beats == ()


def test_a_write_that_fails_is_one_sentence_and_the_file_stays(qtbot, program, mine) -> None:
    before = mine.read_bytes()
    program.controller.do(commands.step)
    assert not program.saving.write(mine.parent / "nowhere" / "x.toml")
    assert "does not exist" in program.window.stage.sentence
    assert mine.read_bytes() == before


def test_nobody_is_asked_who_clicks_through_built_in_lessons(qtbot, program) -> None:
    for _ in range(4):
        qtbot.keyClick(program.window, Qt.Key.Key_PageDown)
    program.controller.do(commands.set_parameter, "w1_1_1", 7.0)
    program.window.wishes.open_lesson("slope")
    assert program.controller.state.descent.lesson.id == "slope"
    program.controller.do(commands.restart, 3)
    assert not program.window.isWindowModified()
    assert program.window.close()
    assert question(program) is None


def test_changed_points_are_asked_about_before_another_lesson_opens(qtbot, program) -> None:
    move_a_point(program)
    assert program.window.isWindowModified()
    before = program.controller.state
    program.window.wishes.open_lesson("slope")
    assert "“Two inputs” has changes that are not saved." in question(program).text()
    answer(qtbot, program, "Cancel")
    assert program.controller.state is before
    program.window.wishes.open_lesson("slope")
    answer(qtbot, program, "Don’t save")
    assert program.controller.state.descent.lesson.id == "slope"
    assert not program.window.isWindowModified()
    press(qtbot, program, Qt.Key.Key_Z)
    assert program.window.isWindowModified()


def test_closing_waits_for_the_answer_and_saves_first(qtbot, program, mine) -> None:
    program.controller.do(commands.set_parameter, "w1_1_1", 7.0)
    assert not program.window.close()
    assert not program.window.close()
    assert program.window.isVisible()
    answer(qtbot, program, "Save")
    assert not program.window.isVisible()
    assert find(str(mine)).start[0] == 7.0


def test_a_table_is_asked_about_until_it_is_saved(qtbot, program, tmp_path) -> None:
    from gd_visualizer.lesson.data import Data
    from gd_visualizer.lesson.table.lesson import lesson_of

    data = Data(load("many-steps").fit.X, load("many-steps").fit.y, ("a", "b"), ("price",))
    program.controller.open(lesson_of(data, "rooms"))
    assert program.window.isWindowModified()
    save(qtbot, program)
    take_name(program, tmp_path / "rooms.toml")
    assert not program.window.isWindowModified()
    saved = open_lesson(find(str(tmp_path / "rooms.toml"))).descent.lesson
    assert (saved.title, saved.data.inputs, saved.data.targets) == ("rooms", ("a", "b"), ("price",))


def test_undo_takes_the_mark_away(qtbot, program, mine) -> None:
    program.controller.do(commands.set_parameter, "w1_1_1", 7.0)
    assert program.window.isWindowModified()
    press(qtbot, program, Qt.Key.Key_Z)
    assert not program.window.isWindowModified()


def test_a_lesson_with_other_points_is_a_lesson_of_its_own_once_it_is_saved(
    program: Program, tmp_path: Path
) -> None:
    program.opening.open_built_in("circle")
    program.window.wishes.generate(Generated("xor", 30, 0.1), False)
    assert program.saving.write(tmp_path / "mine.toml")
    lesson = program.controller.state.descent.lesson
    assert (lesson.title, lesson.beats, lesson.taught) == ("mine", (), None)
    assert not program.saving.unsaved
    assert program.saving.file == tmp_path / "mine.toml"
    assert find(str(tmp_path / "mine.toml")).title == "mine"
    X = lesson.data.X
    program.controller.press()
    assert program.controller.state.descent.lesson.data.X is X
