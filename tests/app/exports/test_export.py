"""Pictures and tables from the window: the same bytes as the command line writes."""

import errno
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QSpinBox,
)

from gd_visualizer.app.program import Program
from gd_visualizer.cli.main import run
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.figures.animation.refusal import AnimationError
from gd_visualizer.lesson.pictures import CURVE, FIGURES, MAP, NETWORK, SLOPE, SURFACE_3D
from gd_visualizer.scene.slides.kind import SlideKind
from gd_visualizer.text.message import message
from gd_visualizer.view.export.boxes import LanguageBox
from gd_visualizer.view.export.choice import Choice, Moving
from gd_visualizer.view.export.dialog import ExportDialog
from gd_visualizer.view.widgets.buttons import Button
from tests.view.shown import named

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot, program: Program) -> ExportDialog:
    qtbot.keyClick(program.window, Qt.Key.Key_E, CONTROL)
    dialog = program.window.findChild(ExportDialog)
    assert dialog.isVisible()
    return dialog


def preview_of(dialog: ExportDialog) -> QLabel:
    return dialog.findChild(QLabel, "card")


def save_button(dialog: ExportDialog) -> Button:
    return named(dialog, Button, "Save …")


def pixel_boxes(dialog: ExportDialog) -> list[QSpinBox]:
    """Width and height."""
    return [one for one in dialog.findChildren(QSpinBox) if one.accessibleName() == "Pixels"]


def message_of(dialog: ExportDialog) -> str:
    """All that is written in the dialog, beside its buttons."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def save_as(qtbot, dialog: ExportDialog, target: Path) -> None:
    """Presses Save and types the file's name."""
    qtbot.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    files = dialog.findChildren(QFileDialog)[-1]
    files.findChild(QLineEdit).setText(str(target))
    files.accept()


def wait(qtbot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.exports.worker.idle, timeout=20_000)


@pytest.mark.parametrize(
    ("view", "suffix"),
    [
        *((view, ".png") for view in FIGURES),
        *((view, ".csv") for view in FIGURES if view.table),
        (MAP, ".svg"),
        (SLOPE, ".pdf"),
        (SURFACE_3D, ".svg"),
        (NETWORK, ".pdf"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_the_window_writes_the_same_bytes_as_the_command_line(
    qtbot, program, tmp_path, view, suffix
) -> None:
    program.controller.do(commands.step)
    program.controller.do(commands.step)
    ours, theirs = tmp_path / f"ours{suffix}", tmp_path / f"theirs{suffix}"
    asked = ["export", "two-inputs", "--steps", "2", "--view", view.name, "--size", "800x500"]
    written = []
    for code in ("en", "de"):
        program.exports.save(Choice(view, suffix, (800, 500), language=code), ours)
        wait(qtbot, program)
        assert run([*asked, "--output", str(theirs), "--language", code, "--force"]) == 0
        assert ours.read_bytes() == theirs.read_bytes()
        written.append(ours.read_bytes())
    assert (written[0] == written[1]) is (suffix == ".csv")  # whose words are names of columns


def test_the_dialog_begins_in_the_window_s_language_and_offers_the_other(start) -> None:
    program = start("slope")
    for code, other in (("de", "English"), ("en", "Deutsch")):
        program.appearance.set_language(code)
        program.export()
        dialog = program.window.findChild(ExportDialog)
        assert dialog.choice.language == code
        dialog.findChild(LanguageBox).setCurrentText(other)
        assert dialog.choice.language != code
        dialog.reject()


def test_the_dialog_previews_saves_and_tells(qtbot, program, tmp_path) -> None:
    program.controller.do(commands.step)
    surface = program.live.surface
    QCursor.setPos(surface.mapToGlobal(surface.rect().center()))  # not where another test left it
    dialog = opened(qtbot, program)
    preview = preview_of(dialog)
    qtbot.waitUntil(lambda: not preview.pixmap().isNull(), timeout=20_000)
    named(dialog, QComboBox, "Scale").setCurrentIndex(1)
    assert dialog.choice == Choice(MAP, ".png", (3200, 2000))
    qtbot.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    files = dialog.findChild(QFileDialog)
    files.findChild(QLineEdit).setText(str(tmp_path / "map"))  # the suffix is added
    files.accept()
    qtbot.waitUntil(lambda: "Saved map.png" in message_of(dialog), timeout=20_000)
    picture = QImage(str(tmp_path / "map.png"))
    assert (picture.width(), picture.height()) == (3200, 2000)
    assert program.settings.value("export folder") == str(tmp_path)


def test_the_preview_follows_what_happens_in_the_window(qtbot, program) -> None:
    dialog = opened(qtbot, program)
    qtbot.waitUntil(lambda: not preview_of(dialog).pixmap().isNull(), timeout=20_000)
    before = preview_of(dialog).pixmap().toImage()
    program.controller.do(commands.step)
    qtbot.waitUntil(lambda: preview_of(dialog).pixmap().toImage() != before, timeout=20_000)


def test_a_failed_save_is_told_in_one_sentence_and_the_old_file_is_kept(
    qtbot, program, tmp_path, monkeypatch
) -> None:
    target = tmp_path / "curve.png"
    target.write_bytes(b"old")
    dialog = opened(qtbot, program)
    wait(qtbot, program)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    program.exports.save(Choice(CURVE, ".png", (400, 300)), target)
    qtbot.waitUntil(lambda: "the disk is full" in message_of(dialog), timeout=20_000)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.glob(".curve*")) == []


def chosen(dialog: ExportDialog, box: str, words: str) -> None:
    """Chooses what begins with ``words``, as with the keyboard: by typing it."""
    found = named(dialog, QComboBox, box)
    found.setFocus()
    QTest.keyClicks(found, words)


def typed(dialog: ExportDialog, box: str, number: int) -> None:
    """Puts a number into one of the boxes."""
    spin = named(dialog, QSpinBox, box)
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, str(number))
    QTest.keyClick(spin, Qt.Key.Key_Tab)


def test_a_run_is_animated_as_the_dialog_says_and_as_the_command_line_does(
    qtbot, program, tmp_path
) -> None:
    for command in (*[commands.step] * 9, commands.back):
        program.controller.do(command)
    program.live.curve.setFocus()
    dialog = opened(qtbot, program)
    assert program.controller.state.descent.row == 8
    assert named(dialog, QSpinBox, "Frames").isHidden()
    chosen(dialog, "Format", "GIF")
    chosen(dialog, "Size", "Own")
    for spin, pixels in zip(pixel_boxes(dialog), (400, 250), strict=True):
        spin.setValue(pixels)
    assert "10 of its 10 moments in 7.5 s. 400 × 250 pixels" in message_of(dialog)
    typed(dialog, "Frames", 4)
    typed(dialog, "Length", 3)
    typed(dialog, "At most", 2)
    assert "4 of its 10 moments in 2.9 s" in message_of(dialog)
    assert dialog.choice == Choice(CURVE, ".gif", (400, 250), Moving(4, 3, 2))
    ours, theirs = tmp_path / "ours.gif", tmp_path / "theirs.gif"
    save_as(qtbot, dialog, ours)
    assert not save_button(dialog).isEnabled()
    qtbot.waitUntil(lambda: "Saved ours.gif" in message_of(dialog), timeout=60_000)
    assert save_button(dialog).isEnabled()
    assert not named(dialog, QProgressBar, "Progress").isVisible()
    wait(qtbot, program)
    words = "export two-inputs --steps 9 --size 400x250 --frames 4 --seconds 3 --megabytes 2"
    assert run([*words.split(), "--animation", str(theirs)]) == 0
    assert ours.read_bytes() == theirs.read_bytes()


def test_what_cannot_be_animated_is_told_before_it_is_saved(qtbot, program) -> None:
    dialog = opened(qtbot, program)
    chosen(dialog, "Format", "GIF")
    assert "there is no step" in message_of(dialog)
    assert not save_button(dialog).isEnabled()
    for _ in range(36):
        program.controller.do(commands.step)
    qtbot.waitUntil(save_button(dialog).isEnabled)
    typed(dialog, "Frames", 36)
    typed(dialog, "Length", 1)
    assert "36 frames do not go into 1 s" in message_of(dialog)
    assert not save_button(dialog).isEnabled()


@pytest.mark.parametrize("found", [True, False])
def test_videos_are_offered_where_they_can_be_made(qtbot, program, monkeypatch, found) -> None:
    from gd_visualizer.figures.animation import video

    def encoder() -> str:
        if not found:
            raise AnimationError(message("there is none"))
        return "ffmpeg"

    monkeypatch.setattr(video, "encoder", encoder)
    formats = named(opened(qtbot, program), QComboBox, "Format")
    offered = {formats.itemData(k) for k in range(formats.count())}
    assert offered >= {".png", ".gif"}
    assert (offered >= {".mp4", ".webm"}) is found


@pytest.mark.parametrize("stopped_by", ["Cancel", "closing"])
def test_an_animation_is_cancelled_and_leaves_no_file(
    qtbot, program, tmp_path, monkeypatch, stopped_by
) -> None:
    from gd_visualizer.figures.animation import render

    program.controller.do(commands.step)
    dialog = opened(qtbot, program)
    chosen(dialog, "Format", "GIF")
    wait(qtbot, program)
    drawing, stopped = threading.Event(), threading.Event()
    frame = render.drawn_on

    def slow(*asked: object) -> None:
        drawing.set()
        assert stopped.wait(60)
        frame(*asked)

    monkeypatch.setattr(render, "drawn_on", slow)
    save_as(qtbot, dialog, tmp_path / "run.gif")
    qtbot.waitUntil(drawing.is_set, timeout=60_000)
    qtbot.waitUntil(lambda: "run.gif: frame 1 of 2" in message_of(dialog), timeout=60_000)
    bar = named(dialog, QProgressBar, "Progress")
    assert (bar.value(), bar.maximum()) == (1, 2)
    words = "The animation was stopped; nothing was written."
    if stopped_by == "Cancel":
        qtbot.mouseClick(named(dialog, Button, "Cancel"), Qt.MouseButton.LeftButton)
        stopped.set()
        qtbot.waitUntil(lambda: words in message_of(dialog), timeout=60_000)
        assert dialog.isVisible()
        assert not bar.isVisible()
        assert save_button(dialog).isEnabled()
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        stopped.set()
        qtbot.waitUntil(lambda: program.window.stage.sentence == words, timeout=60_000)
    assert list(tmp_path.glob("*run*")) == []


def test_how_runs_are_animated_is_remembered(qtbot, program) -> None:
    dialog = opened(qtbot, program)
    chosen(dialog, "Format", "GIF")
    typed(dialog, "Frames", 30)
    typed(dialog, "Length", 8)
    asked = dialog.choice.moving
    dialog.remember(program.settings)
    typed(dialog, "Frames", 60)
    dialog.restore(program.settings)
    assert dialog.choice.moving == asked == Moving(30, 8)


def test_without_a_step_there_is_no_animation(qtbot, program, start, tmp_path) -> None:
    dialog = opened(qtbot, program)
    program.exports.save(Choice(MAP, ".gif", (400, 250)), tmp_path / "run.gif")
    qtbot.waitUntil(lambda: "there is no step" in message_of(dialog), timeout=60_000)
    dialog = opened(qtbot, start("baseline"))
    named(dialog, QComboBox, "Format").setCurrentIndex(4)
    assert "takes no steps" in message_of(dialog)
    assert not save_button(dialog).isEnabled()


def test_ctrl_c_copies_the_picture_in_focus(qtbot, program) -> None:
    QGuiApplication.clipboard().clear()
    program.live.surface.setFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=20_000)
    assert QGuiApplication.clipboard().image().size().toTuple() == (1600, 1000)
    assert program.window.stage.sentence == "The picture is on the clipboard."


def test_the_dialog_opens_on_the_picture_that_was_clicked_else_on_the_surface(qtbot, start) -> None:
    for clicked, expected in ((False, MAP), (True, NETWORK)):
        program = start("loss-surface")
        program.controller.do(showing.show_surface, MAP)
        if clicked:
            program.live.network.setFocus(Qt.FocusReason.MouseFocusReason)
        assert opened(qtbot, program).choice.view is expected


def test_what_a_lesson_does_not_have_is_not_offered(qtbot, start) -> None:
    program = start("baseline")
    dialog = opened(qtbot, program)
    assert named(dialog, Button, "Loss by step").isHidden()
    assert dialog.choice.view is NETWORK
    named(dialog, QComboBox, "Format").setCurrentIndex(3)
    assert not save_button(dialog).isEnabled()
    assert "no table" in message_of(dialog)


def test_a_figure_that_cannot_be_drawn_is_told_and_reported(qtbot, program, monkeypatch) -> None:
    from gd_visualizer.figures import render

    def broken(*_args: object, **_more: object) -> bytes:
        raise RuntimeError("broken")

    monkeypatch.setattr(render, "pieces", broken)
    broke: list[object] = []
    program.exports.broke.connect(broke.append)
    program.exports.save(Choice(MAP, ".png", (400, 300)), Path("/nowhere/x.png"))
    qtbot.waitUntil(lambda: program.window.stage.sentence.startswith("/nowhere"), timeout=20_000)
    program.exports.copy(MAP)
    qtbot.waitUntil(lambda: len(broke) == 1, timeout=20_000)
    assert program.window.stage.sentence == "That could not be drawn."


def test_closing_the_window_ends_the_thread_that_draws(program) -> None:
    program.exports.warm_up()
    assert "figures" in [thread.name for thread in threading.enumerate()]
    program.close()
    assert "figures" not in [thread.name for thread in threading.enumerate()]


def test_every_file_that_is_asked_for_is_written_also_while_the_window_closes(
    qtbot, program, tmp_path
) -> None:
    names = [tmp_path / f"{k}.png" for k in range(3)]
    for name in names:
        program.exports.save(Choice(MAP, ".png", (600, 400)), name)
    program.close()
    assert all(name.is_file() for name in names)


def test_the_format_that_was_chosen_ends_the_name(qtbot, program, tmp_path) -> None:
    dialog = opened(qtbot, program)
    save_as(qtbot, dialog, tmp_path / "v1.2")
    qtbot.waitUntil((tmp_path / "v1.2.png").exists, timeout=20_000)
    wait(qtbot, program)
    before = (tmp_path / "v1.2.png").read_bytes()
    program.controller.do(commands.step)
    save_as(qtbot, dialog, tmp_path / "v1.2")
    assert "v1.2.png exists already" in message_of(dialog)
    assert (tmp_path / "v1.2.png").read_bytes() == before


def test_a_file_that_exists_is_asked_about_and_kept(qapp, qtbot, program, tmp_path) -> None:
    target = tmp_path / "curve.png"
    target.write_bytes(b"old")
    dialog = opened(qtbot, program)
    qtbot.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    files = dialog.findChild(QFileDialog)
    files.findChild(QLineEdit).setText(str(target))
    asked: list[str] = []

    def no() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.button(QMessageBox.StandardButton.No).click()

    # The question has a loop of its own: it is answered in it, once its window has the focus.
    qapp.focusWindowChanged.connect(no, Qt.ConnectionType.QueuedConnection)
    files.accept()
    qapp.focusWindowChanged.disconnect(no)
    assert len(asked) == 1
    assert "curve.png" in asked[0]
    files.reject()
    wait(qtbot, program)
    assert target.read_bytes() == b"old"


def test_the_whole_lesson_is_saved_as_slides_in_the_person_s_language(
    qtbot, program, tmp_path
) -> None:
    target = tmp_path / "deck.pdf"
    program.exports.slides.save(SlideKind.HANDOUT, "en", target)
    qtbot.waitUntil(target.exists, timeout=60_000)
    qtbot.waitUntil(lambda: program.exports.worker.idle)
    assert target.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: "deck.pdf" in program.window.stage.sentence)
