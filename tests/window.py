"""Fixtures: a real window with its own settings, closed after each test without a trace."""

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pyqtgraph as pg
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from gd_visualizer.app.appearance import Appearance
from gd_visualizer.app.program import Program
from gd_visualizer.app.shortcuts import add_shortcuts
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.view.look import style
from gd_visualizer.view.window.geometry import restore
from gd_visualizer.view.window.main_window import MainWindow

pg.setConfigOption("mouseRateLimit", 0)
OFFSCREEN = "This plugin does not support "  # raise() and the like, where there is no screen


def delete_later() -> None:
    """Carries out every deleteLater, those that it causes included."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def left_behind() -> list[str]:
    """Top-level widgets, running timers and threads that nobody has ended."""
    # pyqtgraph's menus go with its plots, when Python collects these; Qt keeps one tooltip.
    ours = (w for w in QApplication.topLevelWidgets() if not isinstance(w, QMenu))
    widgets = [w for w in ours if type(w).__name__ != "QTipLabel"]
    timers = [o for o in gc.get_objects() if isinstance(o, QTimer)]
    running = [t for t in timers if shiboken6.isValid(t) and t.isActive()]
    threads = [t for t in threading.enumerate() if t is not threading.main_thread()]
    return [repr(one) for one in (*widgets, *running, *threads)]


@pytest.fixture
def nothing_left(qtlog) -> Iterator[None]:  # type: ignore[no-untyped-def]
    """Every test ends as it began, and Qt has had nothing to complain about."""
    gc.collect()
    before = left_behind()
    gc.freeze()  # what is older than the test is not looked through again after it
    older = gc.get_freeze_count()
    yield
    QToolTip.hideText()
    delete_later()
    if gc.get_freeze_count() > older:  # the program too has told the collector what to leave alone
        gc.unfreeze()
    gc.collect()
    assert [one for one in left_behind() if one not in before] == []
    assert [r.message for r in qtlog.records if not r.message.startswith(OFFSCREEN)] == []


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings of their own."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def start(qtbot, qapp, settings: QSettings, tmp_path: Path) -> Iterator[Callable[..., Program]]:  # type: ignore[no-untyped-def]
    """Starts the whole program on a lesson, every view built; closed at the end."""
    style.apply(qapp)
    style.set_motion(False)
    made: list[Program] = []

    def begin(lesson: Lesson | str, size: tuple[int, int] | None = (1280, 800)) -> Program:
        window = MainWindow()
        restore(window, settings)
        if size:
            window.setWindowState(window.windowState().WindowNoState)
            window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.setFocus()
        program = Program(
            window,
            load(lesson) if isinstance(lesson, str) else lesson,
            settings,
            Appearance(qapp, settings),
            tmp_path / "unsaved",
        )
        add_shortcuts(program)
        made.append(program)
        program.build_plots()
        qtbot.waitUntil(lambda: program.live.feed.idle and window.stage.isVisible())
        return program

    yield begin
    for program in made:
        end(program)


def end(program: Program) -> None:
    """Closes the program as the end of the application would; once."""
    if not shiboken6.isValid(program):
        return
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    delete_later()


@pytest.fixture
def program(start: Callable[..., Program]) -> Program:
    """The whole program on the lesson `two-inputs`."""
    return start("two-inputs")
