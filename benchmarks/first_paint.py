"""One start, in a process of its own: ``python -m benchmarks.first_paint WHAT BEGAN``.

WHAT is ``program``, or a window to hold it against: ``label`` or ``plot``. BEGAN is what the
parent's time.monotonic() was before it made this process. Prints JSON: seconds by name.
"""

# mypy: allow-untyped-calls

import builtins
import json
import os
import sys
import time
from collections.abc import Iterable
from typing import Any

_PLAIN = builtins.__import__

from PySide6.QtCore import QEvent, QObject  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QWidget  # noqa: E402

LESSON = "many-steps"
SIZE = 1440, 900


class FirstPaints(QObject):
    """When all widgets of a name were painted for the first time; ends the process at the last.

    The events that make a window paint are delivered from here, so that the clock is read when
    the painting is done.
    """

    def __init__(self, began: float, names: Iterable[str]) -> None:
        super().__init__()
        self._began = began
        self._waiting: dict[str, set[QObject] | None] = dict.fromkeys(names)
        self._seconds: dict[str, float] = {}
        self._delivering = False
        self._handle: QObject | None = None

    def watch(self, window: QWidget) -> None:
        """The events of a window that has been shown."""
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)
        window.installEventFilter(self)

    def wait_for(self, name: str, *widgets: QWidget) -> None:
        """These widgets, under this name."""
        self._waiting[name] = set(widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if watched is not self._handle and kind == QEvent.Type.Paint:
            for waiting in self._waiting.values():
                (waiting or set()).discard(watched)
        elif not self._delivering and (watched is self._handle or kind == _UPDATE):
            self._delivering = True
            watched.event(event)
            self._delivering = False
            self._look()
            return True
        return False

    def _look(self) -> None:
        """What has been painted by now."""
        now = time.monotonic() - self._began
        for name, waiting in self._waiting.items():
            if waiting is not None and not waiting:
                self._seconds.setdefault(name, now)
        if len(self._seconds) == len(self._waiting):
            print(json.dumps(self._seconds), flush=True)
            os._exit(0)  # nothing is remembered for the next start


_UPDATE = QEvent.Type.UpdateRequest


def program(began: float) -> None:
    """Ours, by its own front door; importing as that does, though Qt is there already."""
    builtins.__import__ = _PLAIN
    from gd_visualizer import __main__
    from gd_visualizer.app import start as app

    paints = FirstPaints(began, ("frame", "views"))

    class Watched(app.Start):
        """Tells what there is to be painted."""

        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            window = self.window
            paints.watch(window)
            paints.wait_for("frame", window.transport, window.rail)

        def _build(self) -> None:
            super()._build()
            assert self._program is not None, "not built"
            live, seen = self._program.live, views(self._program)
            if live.surface.surface_slice is None:  # a busy machine has it later
                live.feed.surface_refined.connect(lambda _slice: paints.wait_for("views", *seen))
            else:
                paints.wait_for("views", *seen)

    app.Start = Watched  # type: ignore[misc]
    sys.argv = ["gd-visualizer", LESSON]
    __main__.main()


def views(program: Any) -> list[QWidget]:
    """What every view of the lesson paints on: surface, curve, the stage with its sentence, and the
    arithmetic."""
    plots, stage = (program.live.surface.plot, program.live.curve.plot), program.window.stage
    return [*(plot.viewport() for plot in plots), stage, stage.arithmetic]


def label(began: float) -> None:
    """The least that a window can show."""
    application = QApplication([])
    window = QLabel("A window with a label")
    _show(window, window, began)
    application.exec()


def plot(began: float) -> None:
    """A plot of a hundred values, by pyqtgraph's own ways."""
    import pyqtgraph as pg

    application = QApplication([])
    pg.setConfigOptions(antialias=True)
    window = pg.PlotWidget()
    window.plot([1 / (step + 1) for step in range(100)])
    _show(window, window.viewport(), began)
    application.exec()


def _show(window: QWidget, painted: QWidget, began: float) -> None:
    paints = FirstPaints(began, ("frame",))
    paints.wait_for("frame", painted)
    window.resize(*SIZE)
    window.show()
    paints.watch(window)
    paints.setParent(window)


if __name__ == "__main__":
    {"program": program, "label": label, "plot": plot}[sys.argv[1]](float(sys.argv[2]))
