"""A lesson's slides from the window: which kind, which file; drawn on the exports' thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from gd_visualizer.app.exports.saved import Saved
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.library.languages import speech_in
from gd_visualizer.scene.slides.kind import SlideKind
from gd_visualizer.view.text.translate import tr

Job = Callable[[], Saved]


class SlideFiles(QObject):
    """Asks for a file and hands ``submit`` the work of writing it: every page of the lesson that
    is open, in one of ``LANGUAGES``."""

    def __init__(
        self,
        state: Callable[[], State],
        settings: QSettings,
        submit: Callable[[Path, Job], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state, self._settings, self._submit = state, settings, submit

    def ask(self, kind: SlideKind, code: str, over: QWidget | None) -> None:
        """Where the slides are to be saved."""
        lesson = self._state().descent.lesson.id
        folder = str(self._settings.value("export folder", QDir.homePath()))
        files = QFileDialog(over, tr("Save"), folder)
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setNameFilter("PDF (*.pdf)")
        files.setDefaultSuffix("pdf")
        files.selectFile(f"{lesson}-{kind.value}.pdf")
        files.fileSelected.connect(lambda name: self.save(kind, code, Path(name)))
        files.finished.connect(files.deleteLater)
        files.open()

    def save(self, kind: SlideKind, code: str, target: Path) -> None:
        """Writes the PDF; the person has been asked about one that exists."""
        self._settings.setValue("export folder", str(target.parent))
        lesson = self._state().descent.lesson

        def job() -> Saved:
            from gd_visualizer.figures.file import check_target, write
            from gd_visualizer.figures.slides import Deck, as_pdf

            check_target(target, force=True)
            notes, handout = kind is SlideKind.NOTES, kind is SlideKind.HANDOUT
            deck = Deck(lesson, notes=notes, handout=handout, speech=speech_in(code))
            write(target, as_pdf(deck), force=True)
            return Saved(target)

        self._submit(target, job)
