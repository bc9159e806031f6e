"""The NumPy script of the step on screen, as a file or on the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gd_visualizer.descent.code.script import as_text
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.view.text.translate import tr, translate_message


class CodeFile(QObject):
    """Copies and saves the script; ``told(str)`` is how that went, a sentence for the person."""

    told = Signal(str)

    def __init__(
        self, window: QWidget, state: Callable[[], State], settings: QSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._state, self._settings = window, state, settings

    @property
    def text(self) -> str:
        """The whole script, with all data in it."""
        state = self._state()
        return as_text(step_values(state.descent, state.display.point))

    def copy(self) -> None:
        """Puts the whole script on the clipboard, and tells so."""
        QGuiApplication.clipboard().setText(self.text)
        self.told.emit(tr("The script is on the clipboard."))

    def save(self) -> None:
        """Asks for a file, and writes it."""
        lesson = self._state().descent.lesson.id
        folder = str(self._settings.value("export folder", QDir.homePath()))
        files = QFileDialog(self._window, tr("Save the script"), folder)
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setNameFilter("Python (*.py)")
        files.setDefaultSuffix("py")
        files.selectFile(f"{lesson}.py")
        files.fileSelected.connect(lambda name: self.write(Path(name)))
        files.finished.connect(files.deleteLater)
        files.open()

    def write(self, target: Path) -> None:
        """The file; the person has been asked about one that exists."""
        from gd_visualizer.figures.file import WriteError, write

        self._settings.setValue("export folder", str(target.parent))
        try:
            write(target, self.text.encode(), force=True)
        except WriteError as error:
            self.told.emit(translate_message(error.message))
            return
        self.told.emit(tr("Saved {file} in {folder}.", file=target.name, folder=str(target.parent)))
