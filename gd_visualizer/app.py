"""The window program: what is made, and who listens to whom."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from gd_visualizer.controller import Controller
from gd_visualizer.descent.state import State, open_lesson
from gd_visualizer.lesson.catalogue import BUILT_IN, find, load
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.lesson.refusal import LessonError
from gd_visualizer.view import style
from gd_visualizer.view.main_window import MainWindow
from gd_visualizer.view.signals import quit_on_signals


class Program(QObject):
    """Window, controller and feed, and all connections between them, made once."""

    def __init__(self, lesson: Lesson, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self.controller = Controller(open_lesson(lesson), self)
        titles = [(name, load(name).title, load(name).summary) for name in BUILT_IN]
        self.window = MainWindow(titles)
        self.window.restore(settings)
        self._connect()
        self._add_shortcuts()
        self.window.sync(self.controller.state, None)

    def show(self) -> None:
        """The frame first; the plots, whose library takes time to load, right after it."""
        self.window.show()
        QTimer.singleShot(0, self.build_plots)

    def build_plots(self) -> None:
        """Surface and curve, into their cards."""
        from gd_visualizer.feed import SliceFeed
        from gd_visualizer.view.curve_view import CurveView
        from gd_visualizer.view.surface_view import SurfaceView

        window, controller = self.window, self.controller
        self.surface, self.curve, self.feed = SurfaceView(), CurveView(), SliceFeed(self)
        window.cards["surface"].fill(self.surface)
        window.cards["curve"].fill(self.curve)
        self.feed.surface_refined.connect(self.surface.show_slice)
        for part in (self.surface.sync, self.curve.sync, self._follow):
            controller.changed.connect(part)
            part(controller.state, None)
        self.surface.point_dragged.connect(controller.drag)
        self.surface.point_dropped.connect(controller.drop)
        self.curve.row_requested.connect(controller.jump)
        window.log_tab.toggled.connect(self.curve.set_log)

    def _follow(self, new: State, old: State | None) -> None:
        if "surface" in new.descent.lesson.view.cards:
            self.feed.follow(new, old)

    def _connect(self) -> None:
        window, controller, bar = self.window, self.controller, self.window.toolbar
        controller.changed.connect(window.sync)
        controller.run_changed.connect(bar.show_running)
        controller.refused.connect(self._refuse)
        bar.reset_requested.connect(controller.reset)
        bar.back_requested.connect(controller.back)
        bar.step_requested.connect(controller.step)
        bar.run_requested.connect(controller.run)
        bar.pause_requested.connect(controller.pause)
        bar.speed_changed.connect(controller.set_speed)
        bar.learning_rate_edited.connect(controller.set_learning_rate)
        bar.optimizer_selected.connect(controller.set_optimizer)
        bar.export_requested.connect(self.export)
        window.lessons.lesson_requested.connect(self._open_built_in)
        window.lessons.open_requested.connect(self.open_file)
        window.network.weight_selected.connect(controller.select_weight)
        window.network.weight_dragged.connect(lambda name, value: controller.drag({name: value}))
        window.network.weight_dropped.connect(controller.drop)
        window.network.weight_typed.connect(controller.set_parameter)
        window.points.point_selected.connect(controller.select_point)
        window.foot.row_requested.connect(controller.jump)
        window.slope_tab.clicked.connect(lambda: controller.show_surface("slope"))
        window.map_tab.clicked.connect(lambda: controller.show_surface("map"))
        window.x_axis.activated.connect(self._choose_axes)
        window.y_axis.activated.connect(self._choose_axes)

    def _add_shortcuts(self) -> None:
        """Keys that work everywhere, and those that a focused widget may use for itself."""
        controller = self.controller
        self.window.keys = {
            Qt.Key.Key_Right: self._step,
            Qt.Key.Key_Left: controller.back,
            Qt.Key.Key_Home: controller.reset,
            Qt.Key.Key_End: controller.latest,
            Qt.Key.Key_R: self._toggle_run,
            Qt.Key.Key_Space: self._toggle_run,
        }
        for key, action in (
            ("PgDown", controller.advance),
            ("PgUp", controller.retreat),
            ("Ctrl+Z", controller.undo),
            ("Ctrl+Shift+Z", controller.redo),
            ("Ctrl+O", self.open_file),
            ("Ctrl+E", self.window.toolbar.show_exports),
        ):
            shortcut = QShortcut(QKeySequence(key), self.window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)

    def _step(self) -> None:
        if self._descends():
            self.controller.step()

    def _toggle_run(self) -> None:
        if self._descends():
            self.window.toolbar.toggle_run()

    def _descends(self) -> bool:
        return self.controller.state.descent.lesson.view.last_phase == Phase.UPDATE

    def _choose_axes(self) -> None:
        window, display = self.window, self.controller.state.display
        x, y = window.x_axis.currentData(), window.y_axis.currentData()
        if display.surface == "slope":
            rest = [name for name in display.axes if name != x]
            self.controller.show_surface("slope", (x, *rest)[:2])
        elif x == y:  # the other axis takes what this one had
            self.controller.show_surface("map", tuple(reversed(display.axes)))
        else:
            self.controller.show_surface("map", (x, y))

    def _open_built_in(self, name: str) -> None:
        self.controller.open(load(name))

    def open_file(self) -> None:
        """A lesson file by dialog; the lesson on screen stays if it cannot be read."""
        name, _filter = QFileDialog.getOpenFileName(
            self.window, "Open lesson", "", "Lessons (*.toml)"
        )
        if name:
            try:
                self.controller.open(find(name))
            except LessonError as error:
                self._refuse(str(error))

    def export(self, view: str) -> None:
        """The view as a file, as the command line would write it."""
        from gd_visualizer.figures.file import WriteError, write
        from gd_visualizer.figures.render import render
        from gd_visualizer.figures.request import Request

        state = self.controller.state
        lesson, axes = state.descent.lesson, state.display.axes
        kinds = "PNG picture (*.png);;SVG picture (*.svg);;PDF (*.pdf)"
        kinds += "" if view == "network" else ";;CSV table (*.csv)"
        folder = str(self.settings.value("export folder", ""))
        name, kind = QFileDialog.getSaveFileName(
            self.window, "Export", str(Path(folder) / f"{lesson.id}-{view}.png"), kinds
        )
        if not name:
            return
        target = Path(name)
        if target.suffix.lower() not in (".png", ".svg", ".pdf", ".csv"):
            target = target.with_name(target.name + kind[kind.index("*") + 1 : -1])
        count = {"slope": 1, "map": 2, "3d": 2}.get(view, 0)
        chosen = [*axes, *(n for n in lesson.network.names if n not in axes)][:count]
        self.settings.setValue("export folder", str(target.parent))
        request, suffix = Request(view, tuple(chosen)), target.suffix.lower()
        try:
            content = render(state.descent, request, suffix, point=state.display.point)
            write(target, content, force=True)  # the dialog has asked
        except WriteError as error:
            self._refuse(str(error))

    def _refuse(self, reason: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Gradient Descent Visualizer", reason)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setParent(self.window, Qt.WindowType.Dialog)
        box.open()

    def remember(self) -> None:
        """Window and lesson for the next time."""
        self.window.remember(self.settings)
        self.settings.setValue("lesson", self.controller.state.descent.lesson.id)


def start(lesson: str | None, reset_settings: bool, arguments: Sequence[str] = ()) -> int:
    """Runs the window until it is closed. Raises LessonError before any window is made."""
    first = find(lesson) if lesson else None
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("gd-visualizer")
    application.setOrganizationName("gd-visualizer")
    application.setApplicationDisplayName("Gradient Descent Visualizer")
    style.apply(application)
    settings = QSettings()
    if reset_settings:
        settings.clear()
    if first is None:
        kept = settings.value("lesson")
        first = load(kept if kept in BUILT_IN else BUILT_IN[0])
    program = Program(first, settings)
    application.aboutToQuit.connect(program.remember)
    program.show()
    with quit_on_signals(application):
        return application.exec()
