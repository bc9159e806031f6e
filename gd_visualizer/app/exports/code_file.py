"""The step on screen as a script, and what other programs go on with, as files or copied."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.view.text.translate import tr, translate_message

if TYPE_CHECKING:
    from gd_visualizer.descent.saved.handed_on import HandedOn

_KINDS = {"py": "Python (*.py)", "json": "JSON (*.json)"}


class CodeFile(QObject):
    """Copies and saves; ``told(str)`` is how that went, a sentence for the person."""

    told = Signal(str)

    def __init__(
        self, window: QWidget, state: Callable[[], State], settings: QSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._state, self._settings = window, state, settings

    @property
    def text(self) -> str:
        """The whole script of the step, with all data in it."""
        from gd_visualizer.descent.code.script import as_text  # not before somebody asks
        from gd_visualizer.descent.explanation.values import step_values

        state = self._state()
        return as_text(step_values(state.descent, state.display.point))

    def copy(self) -> None:
        """Puts the whole script on the clipboard, and tells so."""
        QGuiApplication.clipboard().setText(self.text)
        self.told.emit(tr("The script is on the clipboard."))

    def save(self) -> None:
        """Asks for a file, and writes the script of the step."""
        self._ask(tr("Save the script"), ".py", "py", self.write)

    def hand_on(self, kind: "HandedOn") -> None:
        """Asks for a file, and writes the model or its training."""
        from gd_visualizer.descent.code.training.head import settings_changed

        descent = self._state().descent
        hint = ""
        if kind.trains and settings_changed(descent):
            hint = tr("All its steps are made by the settings of now.")

        def write(target: Path) -> None:
            self._write(target, kind.text(descent), hint)

        self._ask(tr("Save"), kind.ending, kind.suffix, write)

    def _ask(self, title: str, ending: str, suffix: str, write: Callable[[Path], None]) -> None:
        lesson = self._state().descent.lesson.id
        folder = str(self._settings.value("export folder", QDir.homePath()))
        files = QFileDialog(self._window, title, folder)
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setNameFilter(_KINDS[suffix])
        files.setDefaultSuffix(suffix)
        files.selectFile(f"{lesson}{ending}")
        files.fileSelected.connect(lambda name: write(Path(name)))
        files.finished.connect(files.deleteLater)
        files.open()

    def write(self, target: Path) -> None:
        """The script of the step; the person has been asked about a file that exists."""
        self._write(target, self.text, "")

    def _write(self, target: Path, text: str, hint: str) -> None:
        """The file; ``hint`` is told with it."""
        from gd_visualizer.figures.file import WriteError, write

        self._settings.setValue("export folder", str(target.parent))
        try:
            write(target, text.encode(), force=True)
        except WriteError as error:
            self.told.emit(translate_message(error.message))
            return
        saved = tr("Saved {file} in {folder}.", file=target.name, folder=str(target.parent))
        self.told.emit(f"{saved} {hint}".strip())
