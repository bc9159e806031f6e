"""Opening lessons: the program's own, files, what was dropped, and the next one."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from gd_visualizer.app.chosen_pictures import ChosenPictures
from gd_visualizer.app.recent_files import RecentFiles
from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.file.data.table_name import is_table
from gd_visualizer.lesson.file.refusal import LessonError
from gd_visualizer.lesson.library.catalogue import find, following, load
from gd_visualizer.text.errors import one_line
from gd_visualizer.text.message import Message
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.window.main_window import NAME, MainWindow

if TYPE_CHECKING:
    from gd_visualizer.app.tables import Tables


class Opening(QObject):
    """The lesson on screen stays where another one cannot be read. ``told(str)`` says what has
    happened."""

    told = Signal(str)

    def __init__(
        self, window: MainWindow, controller: Controller, settings: QSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._controller = window, controller
        self._recent = RecentFiles(settings)
        self._pictures = ChosenPictures(settings)
        source = controller.state.descent.lesson.source
        if source:
            self._recent.add(source)
        controller.lesson_ended.connect(self.next_lesson)

    @cached_property
    def tables(self) -> "Tables":
        """Opens what is no lesson but a table; there from when somebody does."""
        from gd_visualizer.app.tables import Tables

        return Tables(self._window, self._controller.open, self._refuse_in_words, self)

    def paste(self) -> None:
        """Opens the cells of a spreadsheet that are on the clipboard."""
        self.tables.paste()

    def open_built_in(self, name: str) -> None:
        """Opens the built-in lesson of that name."""
        self._controller.open(self._pictures.applied(load(name)))

    def next_lesson(self) -> None:
        """After the last beat; after a lesson of one's own there is none."""
        name = following(self._controller.state.descent.lesson)
        if name:
            self._controller.go_on(self._pictures.applied(load(name)))
        else:
            self.told.emit(tr("This was the end of the lesson."))

    def open_file(self) -> None:
        """Asks for a lesson file by a dialog, and opens it."""
        recent = self._recent.paths
        folder = str(Path(recent[0]).parent) if recent else ""
        files = QFileDialog(self._window, tr("Open a lesson or a table"), folder)
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        both, lessons, tables = "*.toml *.csv *.tsv *.txt", "*.toml", "*.csv *.tsv *.txt"
        files.setNameFilters(
            [
                f"{tr('Lessons and tables')} ({both})",
                f"{tr('Lessons')} ({lessons})",
                f"{tr('Tables')} ({tables})",
                tr("All files (*)"),
            ]
        )
        files.fileSelected.connect(self.open_path)
        files.finished.connect(files.deleteLater)
        files.open()

    def open_path(self, path: str) -> None:
        """A lesson file, or a table; the lesson on screen stays if it cannot be read."""
        if is_table(path):
            self.tables.open_path(path)
            return
        try:
            lesson = find(str(Path(path).absolute()))
        except LessonError as error:
            if self._recent.forget_lost(path):
                self.sync(self._controller.state, None)
            self._refuse_in_words(error.message)
            return
        self._recent.add(lesson.source)
        self._controller.open(self._pictures.applied(lesson))

    def sync(self, new: State, old: State | None) -> None:
        """The last files in the list of lessons; how the lesson's data file was read."""
        lesson = new.descent.lesson
        if old is None or lesson.original is not old.descent.lesson.original:
            self._window.show_recent(self._recent.paths, lesson.source)
            if lesson.found:
                stage = self._window.stage
                stage.tell(f"{stage.sentence} {translate_message(lesson.found)}")

    def _refuse_in_words(self, reason: Message) -> None:
        self._refuse(one_line(translate_message(reason)))

    def _refuse(self, reason: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, NAME, reason)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setParent(self._window, Qt.WindowType.Dialog)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
