"""What a crash would lose is kept, offered once, and never taken from a program that runs."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gd_visualizer.app.program import Program
from gd_visualizer.app.saving.unsaved_files import UnsavedFiles
from gd_visualizer.descent.commands import data as points
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.window.offer_bar import OfferBar
from tests.window import end


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.json")) if folder.is_dir() else []


def keep(qtbot, program: Program) -> None:
    """What the clock does every half minute."""
    program.autosave.keep()
    qtbot.waitUntil(lambda: program.autosave.worker.idle)


@pytest.fixture
def crashed(qtbot, start: Callable[..., Program], tmp_path: Path) -> Path:
    """The folder, with what a program left that moved a point and then went without a word."""
    folder = tmp_path / "unsaved"
    program = start("two-inputs")
    program.controller.do(points.place_point, 0, [2.0, 2.5], [5.0])
    keep(qtbot, program)
    (name,) = files(folder)
    shutil.copy(folder / name, tmp_path / name)
    end(program)
    assert files(folder) == []
    shutil.copy(tmp_path / name, folder / "unsaved-1-dead.json")
    return folder


def bar(program: Program) -> OfferBar | None:
    return program.window.findChild(OfferBar)


def press(qtbot, program: Program, words: str) -> None:
    (button,) = (b for b in bar(program).findChildren(Button) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_after_a_crash_the_lesson_is_offered_and_restored_once(qtbot, start, crashed) -> None:
    program = start("slope")
    assert bar(program).isVisible()
    assert "“Two inputs” was not saved" in bar(program).accessibleName()
    press(qtbot, program, "Restore")
    lesson = program.controller.state.descent.lesson
    assert (lesson.title, lesson.data.X.tolist()) == ("Two inputs", [[2.0, 2.5]])
    assert program.window.isWindowModified()
    qtbot.waitUntil(lambda: program.autosave.worker.idle)
    assert "unsaved-1-dead.json" not in files(crashed)
    assert len(files(crashed)) == 1
    end(program)
    assert files(crashed) == []


@pytest.mark.parametrize("answered", [True, False])
def test_what_is_not_wanted_is_not_offered_again(qtbot, start, crashed, answered) -> None:
    program = start("slope")
    if answered:
        press(qtbot, program, "Discard")
    end(program)
    again = start("slope")
    assert bar(again) is None
    assert again.controller.state.descent.lesson.id == "slope"


def test_nobody_takes_the_file_of_a_program_that_runs(tmp_path: Path) -> None:
    one, other = UnsavedFiles(tmp_path), UnsavedFiles(tmp_path)
    one.prepare()
    one.own.write_text('{"text": "", "id": "", "title": "", "path": ""}')
    assert other.find() is None
    one.close()
    one.own.write_text('{"text": "", "id": "", "title": "", "path": ""}')
    assert other.find() is not None
    assert UnsavedFiles(tmp_path).find() is None  # the other one has it now
    other.close()
    assert files(tmp_path) == []


def test_half_a_file_is_no_offer(tmp_path: Path) -> None:
    for k, content in enumerate((b"", b"{", b"[]", b'{"text": 1}', b"\xff")):
        (tmp_path / f"unsaved-{k}-x.json").write_bytes(content)
    found = UnsavedFiles(tmp_path)
    assert found.find() is None
    assert files(tmp_path) == []


def test_what_is_saved_or_undone_is_kept_no_more(qtbot, program, tmp_path) -> None:
    keep(qtbot, program)
    program.controller.do(commands.set_parameter, "w1_1_1", 7.0)
    keep(qtbot, program)
    assert files(tmp_path / "unsaved") == []
    program.controller.do(points.place_point, 0, [2.0, 2.5], [5.0])
    keep(qtbot, program)
    assert len(files(tmp_path / "unsaved")) == 1
    program.controller.undo()
    keep(qtbot, program)
    assert files(tmp_path / "unsaved") == []


def test_a_folder_that_cannot_be_written_is_told_once(qtbot, program, tmp_path) -> None:
    (tmp_path / "unsaved").write_text("no folder")
    told: list[str] = []
    program.autosave.told.connect(told.append)
    for k in range(2):
        program.controller.do(points.place_point, 0, [2.0, float(k)], [5.0])
        with qtbot.waitSignal(program.autosave.worker.failed):
            program.autosave.keep()
    assert told == ["Unsaved changes cannot be kept for the case of a crash."]
