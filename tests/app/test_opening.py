"""Lesson files: by path, dropped, from the list; what cannot be read changes nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from gd_visualizer.app.program import Program
from gd_visualizer.app.start import last_lesson
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.view.widgets.buttons import Button
from tests.window import end

LESSON = """
format = 1
title = "Mine"
[network]
layers = [1, 1]
[data]
inputs = [[3]]
targets = [10]
[start]
weights = [[[2]]]
[descent]
learning_rate = 0.01
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(LESSON, encoding="utf-8")
    return path


def drop(program: Program, *paths: Path) -> bool:
    """Drops files on the window; whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(300, 300), *how, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(program.window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(300, 300), *how, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(program.window, event)
    return enter.isAccepted()


def test_a_dropped_lesson_opens_and_is_among_the_last_ones(program, mine) -> None:
    assert drop(program, mine)
    assert program.controller.state.descent.lesson.title == "Mine"
    assert program.window.windowTitle().startswith("Mine")
    assert program.window.lessons.recent == [str(mine)]
    assert not drop(program, mine, mine)
    assert not drop(program, mine.parent)


def test_a_broken_file_is_refused_in_one_sentence_and_the_lesson_stays(
    qtbot, program, tmp_path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(LESSON.replace("learning_rate = 0.01", "learning_rate = -1"))
    before = program.controller.state
    assert drop(program, broken)
    box = program.window.findChild(QMessageBox)
    assert box.isVisible()
    assert "learning_rate" in box.text()
    assert "\n" not in box.text()
    assert program.controller.state is before
    assert program.window.lessons.recent == []
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_how_a_lesson_s_table_was_read_is_told_until_something_happens(program, mine) -> None:
    (mine.parent / "rooms.csv").write_text("area;price\n105;137,1\n84;93,9\n", encoding="utf-8")
    columns = 'file = "rooms.csv"\ninput_columns = ["area"]\ntarget_columns = ["price"]'
    text = mine.read_text(encoding="utf-8").replace("inputs = [[3]]\ntargets = [10]", columns)
    mine.write_text(text, encoding="utf-8")
    program.opening.open_path(str(mine))
    told = "rooms.csv: read with semicolons between columns and decimal commas"
    assert told in program.window.stage.sentence
    program.controller.do(commands.step)
    assert told not in program.window.stage.sentence


def test_the_dialog_opens_a_lesson(qtbot, program, mine) -> None:
    qtbot.keyClick(program.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = program.window.findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(mine))
    dialog.accept()
    assert program.controller.state.descent.lesson.title == "Mine"


def test_a_lesson_of_the_list_that_has_gone_is_told_and_forgotten(qtbot, program, mine) -> None:
    program.opening.open_path(str(mine))
    program.opening.open_built_in("slope")
    mine.unlink()
    button = program.window.lessons.findChildren(Button)
    entry = next(b for b in button if b.toolTip() == str(mine))
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    box = program.window.findChild(QMessageBox)
    assert "mine.toml" in box.text()
    assert program.window.lessons.recent == []
    assert program.controller.state.descent.lesson.id == "slope"
    box.close()


def test_undo_brings_the_lesson_before_back(qtbot, program, mine) -> None:
    program.controller.do(commands.step)
    before = program.controller.state
    program.opening.open_path(str(mine))
    qtbot.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.controller.state is before


def test_the_last_lesson_is_opened_again_wherever_it_came_from(start, settings, mine) -> None:
    end(start("two-inputs"))
    assert last_lesson(settings).id == "two-inputs"
    program = start("two-inputs")
    program.opening.open_path(str(mine))
    end(program)
    assert (last_lesson(settings).title, last_lesson(settings).source) == ("Mine", str(mine))
    mine.unlink()
    assert last_lesson(settings).id == "baseline"
