"""The whole program in the process that measures it: events sent, and their paints waited for."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.first_paint import SIZE, views
from benchmarks.timing import clock
from gd_visualizer.app.appearance import Appearance
from gd_visualizer.app.program import Program
from gd_visualizer.app.shortcuts import add_shortcuts
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.view.look import style
from gd_visualizer.view.window.main_window import MainWindow

_MOST_TURNS = 50


class Took(NamedTuple):
    """Seconds by the clock of ``timing``, and on the wall."""

    clock: float
    wall: float


class Paints(QObject):
    """Counts how often each of some widgets has been painted."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self.counts: dict[QWidget, int] = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.counts[watched] += 1  # type: ignore[index]
        return False

    def until_painted(self, act: Callable[[], None]) -> Took:
        """How long it takes from ``act`` until that has led to a paint of each widget."""
        before = self.counts.copy()
        start, wall = clock(), time.perf_counter()
        act()
        for _ in range(_MOST_TURNS):
            QCoreApplication.sendPostedEvents()
            if all(self.counts[widget] > count for widget, count in before.items()):
                return Took(clock() - start, time.perf_counter() - wall)
        raise RuntimeError("a view has not been painted")


def opened(lesson: Lesson, folder: Path) -> Program:
    """The program with every view painted and its first slice as fine as it gets."""
    application = QApplication.instance() or QApplication([])
    style.apply(application)  # type: ignore[arg-type]
    style.set_motion(False)  # what is measured is the whole change at once
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow()
    window.resize(*SIZE)
    window.show()
    appearance = Appearance(application, settings)  # type: ignore[arg-type]
    program = Program(window, lesson, settings, appearance)
    add_shortcuts(program)
    program.build_plots()
    until(lambda: program.live.surface.surface_slice is not None)
    settle(program)
    until_shown(Paints(views(program)))
    return program


def until_shown(paints: Paints) -> None:
    """Waits until each of its widgets has been painted."""
    for widget in paints.counts:
        widget.update()
    until(lambda: all(paints.counts.values()))


def warmed_up(program: Program) -> None:
    """Waits until the library of the figures has been imported in the background."""
    until(lambda: "gd_visualizer.figures.sheet.paper" in sys.modules)
    until(lambda: program.exports.worker.idle)


def until(done: Callable[[], bool], most: float = 60.0) -> None:
    """Lets Qt work until ``done``."""
    start = time.perf_counter()
    while not done():
        QCoreApplication.processEvents()
        if time.perf_counter() - start > most:
            raise RuntimeError("it takes too long")


def settle(program: Program, seconds: float = 0.0) -> None:
    """Lets the slice get as fine as it gets, and ``seconds`` pass."""
    start = time.perf_counter()
    until(lambda: program.runner.idle and time.perf_counter() - start >= seconds)
    QCoreApplication.processEvents()


def press(window: QWidget, key: Qt.Key) -> None:
    """A key goes down."""
    none = Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, none))


def mouse(widget: QWidget, kind: QEvent.Type, place: QPointF) -> None:
    """The left button goes down or up at ``place``, or the mouse moves there with it down."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind,
        place,
        QPointF(widget.mapToGlobal(place)),
        none if kind == QEvent.Type.MouseMove else left,
        none if kind == QEvent.Type.MouseButtonRelease else left,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(widget, event)


def quantiles(took: Sequence[Took], runs: int) -> dict[str, float]:
    """Median and 95th percentile of each of so many runs in a row; the median run of them."""
    parts = np.array_split(np.array(took), runs)
    names = ("p50", "p95"), ("wall p50", "wall p95")
    each = np.array([np.quantile(part, (0.5, 0.95), axis=0).T for part in parts])
    middle = np.median(each, axis=0)
    return dict(zip(sum(names, ()), middle.ravel().tolist(), strict=True))
