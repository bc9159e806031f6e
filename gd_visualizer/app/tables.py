"""Tables of one's own: from a file, dropped, or copied in a spreadsheet."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.file.refusal import LessonError, naming
from gd_visualizer.lesson.file.text_file import read
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.table.chosen import Chosen, choose
from gd_visualizer.lesson.table.lesson import CLASS_VALUES, lesson_of
from gd_visualizer.lesson.table.opened import OpenedTable, open_table
from gd_visualizer.scene.data.summary import scaling_hint
from gd_visualizer.scene.data.table_words import choice_words, words_left_out
from gd_visualizer.text.errors import RefusedValue
from gd_visualizer.text.message import Message, listed, message
from gd_visualizer.view.data.table_dialog import TableDialog
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.window.main_window import MainWindow

_TRIED = 200_000  # cells up to which a choice is tried while it is made


class Tables(QObject):
    """Shows a table before it becomes a lesson, which ``opened`` is called with. ``refused`` is
    called with one sentence about what is no table."""

    def __init__(
        self,
        window: MainWindow,
        opened: Callable[[Lesson], object],
        refused: Callable[[Message], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._opened, self._refused = window, opened, refused

    def open_path(self, path: str) -> None:
        """The table in the file ``path``."""
        name = Path(path).name
        try:
            with naming(name):
                content = read(Path(path))
        except LessonError as error:
            self._refused(error.message)
            return
        self._open(content, name, Path(path).stem)

    def paste(self) -> None:
        """The cells that have been copied in a spreadsheet."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            words = message("The clipboard holds no table: copy cells in a spreadsheet first.")
            self._refused(words)
            return
        self._open(text.encode(), tr("clipboard"), tr("Pasted points"))

    def _open(self, content: bytes, name: str, title: str) -> None:
        try:
            table = open_table(content, name)
        except LessonError as error:
            self._refused(error.message)
            return
        asked = _Asked(table, title, self._opened)
        TableDialog(self._window, table, asked.tried, asked.taken).open()


class _Asked:
    """What a dialog about ``table`` asks for."""

    def __init__(self, table: OpenedTable, title: str, opened: Callable[[Lesson], object]) -> None:
        self._table, self._title, self._opened = table, title, opened

    def tried(
        self, inputs: Sequence[int], targets: Sequence[int], mark: str
    ) -> tuple[Message, bool]:
        """What would become of the choice; that of a large table is told when it is opened."""
        table = self._table
        if table.rows * (len(inputs) + len(targets)) > _TRIED and inputs and targets:
            return choice_words(len(inputs), len(targets), table.rows, 0), True
        try:
            chosen = self._choose(inputs, targets, mark)
        except LessonError as error:
            return error.message, False
        said = choice_words(len(inputs), len(targets), len(chosen.data.X), chosen.left_out)
        told = [one for one in (words_left_out(table), self._scaling(chosen.data)) if one]
        return listed([said, *told], " "), True

    def _scaling(self, data: Data) -> Message | None:
        """That scaling would help, where it would."""
        try:
            return scaling_hint(lesson_of(data, self._title))
        except RefusedValue:
            return None

    def taken(
        self, inputs: Sequence[int], targets: Sequence[int], mark: str, scaled: bool
    ) -> Message | None:
        """Opens the lesson; what is wrong, where there is none."""
        try:
            chosen = self._choose(inputs, targets, mark)
            lesson = lesson_of(replace(chosen.data, scaled=scaled), self._title)
        except LessonError as error:
            return error.message
        except RefusedValue as refused:
            return refused.message
        found = choice_words(len(inputs), len(targets), len(chosen.data.X), chosen.left_out)
        self._opened(replace(lesson, found=found))
        return None

    def _choose(self, inputs: Sequence[int], targets: Sequence[int], mark: str) -> Chosen:
        return choose(self._table, inputs, targets, CLASS_VALUES, mark or None)
