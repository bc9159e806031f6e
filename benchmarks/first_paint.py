"""One start, in a process of its own: ``python -m benchmarks.first_paint WHAT BEGAN``.

WHAT is ``program``, or a window to hold it against: ``label`` or ``plot``. BEGAN is what the
parent's time.monotonic() was before it made this process. Prints JSON: seconds by name.
"""

# mypy: allow-untyped-calls

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # each contestant imports Qt by itself
    from PySide6.QtWidgets import QWidget

LESSON = "many-steps"
SIZE = 1440, 900


def program(began: float) -> None:
    """Ours, by its own front door."""
    from gd_visualizer import __main__
    from gd_visualizer.cli.main import window_program

    app: Any = window_program()
    from benchmarks.paints import FirstPaints

    paints = FirstPaints(began, ("frame", "views"))

    class Watched(app.Start):  # type: ignore[misc]
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

    app.Start = Watched
    sys.argv = ["gd-visualizer", LESSON]
    __main__.main()


def views(program: Any) -> "list[QWidget]":
    """What every view of the lesson paints on: surface, curve, the stage with its sentence, and the
    arithmetic."""
    plots, stage = (program.live.surface.plot, program.live.curve.plot), program.window.stage
    return [*(plot.viewport() for plot in plots), stage, stage.arithmetic]


def label(began: float) -> None:
    """The least that a window can show."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication([])
    window = QLabel("A window with a label")
    _show(window, window, began)
    application.exec()


def plot(began: float) -> None:
    """A plot of a hundred values, by pyqtgraph's own ways."""
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    import pyqtgraph as pg

    pg.setConfigOptions(antialias=True)
    window = pg.PlotWidget()
    window.plot([1 / (step + 1) for step in range(100)])
    _show(window, window.viewport(), began)
    application.exec()


def _show(window: "QWidget", painted: "QWidget", began: float) -> None:
    from benchmarks.paints import FirstPaints

    paints = FirstPaints(began, ("frame",))
    paints.wait_for("frame", painted)
    window.resize(*SIZE)
    window.show()
    paints.watch(window)
    paints.setParent(window)


if __name__ == "__main__":
    {"program": program, "label": label, "plot": plot}[sys.argv[1]](float(sys.argv[2]))
