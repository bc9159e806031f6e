"""The start of the window program: the frame at once, all that takes time to load after it."""

import contextlib
import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.appearance import Appearance
from gd_visualizer.lesson.file.data.table_name import check_readable, is_table
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.view.look import style
from gd_visualizer.view.window.geometry import remember, restore, settle
from gd_visualizer.view.window.main_window import NAME, MainWindow

if TYPE_CHECKING:
    from gd_visualizer.app.program import Program
    from gd_visualizer.lesson.lesson import Lesson
    from gd_visualizer.view.window.crash_dialog import CrashReporter


class Start(QObject):
    """Shows the frame, and builds the program once it has been seen."""

    def __init__(
        self,
        application: QApplication,
        settings: QSettings,
        appearance: Appearance,
        lesson: "Callable[[], Lesson]",
        present: bool = False,
        table: str = "",
    ) -> None:
        """``table`` is the path of one that is opened over the lesson."""
        super().__init__()
        self._settings, self._lesson, self._present = settings, lesson, present
        self._table = table
        self._appearance = appearance
        self._reporter: CrashReporter | None = None
        self._program: Program | None = None
        self.window = MainWindow()
        style.dress(application)
        restore(self.window, settings)
        self.window.painted.connect(lambda: settle(self.window, settings))
        self.window.painted.connect(self._build)
        self.window.show()
        self.window.setFocus()  # so that Space runs, and does not press the first button

    def _build(self) -> None:
        from gd_visualizer.view.window.crash_dialog import CrashReporter

        self._reporter = CrashReporter(self)
        self._reporter.install()
        try:
            from gd_visualizer.app.program import Program
            from gd_visualizer.app.shortcuts import add_shortcuts

            self._program = Program(self.window, self._lesson(), self._settings, self._appearance)
            add_shortcuts(self._program)
            self._program.exports.broke.connect(self._reporter.report_error)
            self._program.build_plots()
            if self._present:
                self._program.presenting.open()
            if self._table:
                self._program.opening.open_path(self._table)
            gc.freeze()  # what lives as long as the window is not looked through again and again
            gc.enable()
        except Exception as error:  # there is no program to go on with
            self._reporter.report_start(error)
            QCoreApplication.exit(1)

    def close(self) -> None:
        """Closes the program; where there is none yet, remembers the window's geometry."""
        if self._program:
            self._program.close()
        else:
            remember(self.window, self._settings)
        if self._reporter:
            self._reporter.remove()


def start(
    lesson: str | None,
    reset_settings: bool,
    present: bool = False,
    arguments: Sequence[str] = (),
) -> int:
    """Runs the window until it is closed. Raises LessonError before any window is made.

    Garbage is collected from the moment at which all is built.
    """
    table = lesson if lesson and is_table(lesson) else ""
    if table:
        check_readable(table)
    first = None if table else _lesson_of(lesson)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("gd-visualizer")
    application.setOrganizationName("gd-visualizer")
    application.setApplicationDisplayName(NAME)
    settings = QSettings()
    if reset_settings:
        settings.clear()
    try:
        appearance = Appearance(application, settings)
        appearance.prepare()
        begun = Start(
            application,
            settings,
            appearance,
            first or (lambda: last_lesson(settings)),
            present,
            table,
        )
        application.aboutToQuit.connect(begun.close)
        with ExitStack() as stack:
            begun.window.painted.connect(lambda: _end_politely(application, stack))
            return application.exec()
    except Exception as error:  # nobody sees a window: say so, and what may help
        from gd_visualizer.view.window.crash_dialog import CrashReporter

        reporter = CrashReporter()
        reporter.install()
        reporter.report_start(error)
        reporter.remove()
        return 1


def _end_politely(application: QApplication, stack: ExitStack) -> None:
    """From now on, until ``stack`` is closed, a signal closes the window as a person would."""
    from gd_visualizer.view.window.posix_signals import quit_on_signals  # not before the frame

    stack.enter_context(quit_on_signals(application))


def _lesson_of(asked: str | None) -> "Callable[[], Lesson] | None":
    """How to get the lesson that is asked for: a file is read now, before there is a window."""
    if asked is None:
        return None
    if asked in BUILT_IN:
        return lambda: _built_in(asked)
    from gd_visualizer.lesson.library.catalogue import find

    lesson = find(asked)
    return lambda: lesson


def _built_in(name: str) -> "Lesson":
    from gd_visualizer.lesson.library.catalogue import load

    return load(name)


def last_lesson(settings: QSettings) -> "Lesson":
    """The lesson of the last time, if it can still be read; else the first one."""
    from gd_visualizer.lesson.file.refusal import LessonError
    from gd_visualizer.lesson.library.catalogue import find, load

    kept = settings.value("lesson")
    if isinstance(kept, str) and kept:
        with contextlib.suppress(LessonError):
            return find(kept)
    return load(BUILT_IN[0])
