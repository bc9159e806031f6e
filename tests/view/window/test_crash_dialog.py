"""When the program itself is at fault: one dialog, a log, and the window stays."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from gd_visualizer.view.window.crash_dialog import CrashReporter


@pytest.fixture
def reporter(qapp, tmp_path: Path) -> Iterator[CrashReporter]:  # type: ignore[no-untyped-def]
    before = sys.excepthook, threading.excepthook
    made = CrashReporter(None, tmp_path / "logs" / "errors.log")
    made.install()
    yield made
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before
    made.deleteLater()


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]


def fail() -> None:
    raise RuntimeError("of all things")


def test_a_storm_of_exceptions_shows_one_dialog_and_logs_them_all(
    qtbot, reporter, tmp_path
) -> None:
    for _ in range(100):
        try:
            fail()
        except RuntimeError as error:
            sys.excepthook(RuntimeError, error, error.__traceback__)
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    (box,) = boxes()
    copy = next(b for b in box.buttons() if "Copy" in b.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "RuntimeError: of all things" in QApplication.clipboard().text()
    assert "Python 3" in QApplication.clipboard().text()
    text = (tmp_path / "logs" / "errors.log").read_text()
    assert text.count("RuntimeError: of all things") == 100
    qtbot.waitUntil(lambda: boxes() == [])


def test_an_exception_in_a_slot_and_in_another_thread_are_told(qtbot, reporter, tmp_path) -> None:
    with qtbot.captureExceptions() as caught:
        QTimer.singleShot(0, reporter, fail)
        qtbot.waitUntil(lambda: len(caught) == 1)
    reporter.report(*caught[0])
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert (tmp_path / "logs" / "errors.log").read_text().count("RuntimeError: of all things") == 2
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    boxes()[0].close()
    qtbot.waitUntil(lambda: boxes() == [])


def test_an_exception_while_painting_opens_no_dialog_within_the_painting(qtbot, reporter) -> None:
    class Canvas(QWidget):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                try:
                    fail()
                except RuntimeError as error:
                    sys.excepthook(RuntimeError, error, error.__traceback__)
                    during.append(len(boxes()))
            return True

    during: list[int] = []
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.show()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    assert set(during) == {0}
    boxes()[0].close()
    qtbot.waitUntil(lambda: boxes() == [])


def test_without_a_place_for_the_log_the_program_goes_on(qapp, tmp_path, capsys) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    made = CrashReporter(None, blocked / "logs" / "errors.log")
    made.install()
    made.report_error(RuntimeError("unlogged"))
    made.remove()
    assert "unlogged" in capsys.readouterr().err
    made.deleteLater()
