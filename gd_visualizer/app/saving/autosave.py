"""Every half minute unsaved changes are kept, and after a crash they are offered once."""

from pathlib import Path

from msgspec.structs import replace
from platformdirs import user_state_path
from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, Signal

from gd_visualizer.app.saving.kept import Kept
from gd_visualizer.app.saving.saving import Saving
from gd_visualizer.app.saving.unsaved_files import Found, Unsaved, UnsavedFiles, content_of
from gd_visualizer.app.saving.words import written_lesson
from gd_visualizer.background.worker import RenderWorker
from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.saved.on_screen import differs
from gd_visualizer.lesson.file.reader import parse_lesson
from gd_visualizer.lesson.file.refusal import LessonError
from gd_visualizer.lesson.file.writing.writer import lesson_text
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.offer_bar import OfferBar

_EVERY = 30_000  # ms


def unsaved_folder() -> Path:
    """Where unsaved lessons are kept."""
    return Path(user_state_path("gd-visualizer", appauthor=False)) / "unsaved"


class Autosave(QObject):
    """Writes on a thread of its own; ``told(str)`` where that fails, once."""

    told = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        controller: Controller,
        saving: Saving,
        folder: Path | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._controller, self._saving = window, controller, saving
        self.files = UnsavedFiles(folder or unsaved_folder())
        self.worker = RenderWorker(self)
        self.worker.failed.connect(self._fail)
        self._last: Lesson | None = None
        self._failed = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def keep(self) -> None:
        """Keeps what is unsaved, where it is not what was kept the last time."""
        state = self._controller.state
        if not self._saving.unsaved:
            if self._last is not None:
                self.worker.submit("autosave", self.files.remove)
                self._last = None
            return
        lesson = written_lesson(state)
        last = self._last
        if (
            last
            and not differs(lesson, last)
            and (lesson.view, lesson.title)
            == (
                last.view,
                last.title,
            )
        ):
            return
        self._last = lesson
        path = str(self._saving.file or "")
        self.worker.submit("autosave", lambda: self._write(lesson, path))

    def _write(self, lesson: Lesson, path: str) -> None:
        """On the worker's thread."""
        from gd_visualizer.figures.file import write

        text = lesson_text(lesson, stem=lesson.id)  # an id need not be one that a file may have
        self.files.prepare()
        unsaved = Unsaved(text, lesson.id, lesson.title, path)
        write(self.files.own, content_of(unsaved), force=True)

    def _fail(self, _kind: str, _error: object) -> None:
        self._last = None
        if not self._failed:
            self._failed = True
            self.told.emit(tr("Unsaved changes cannot be kept for the case of a crash."))

    def offer(self) -> None:
        """Offers what a program has left that crashed, in a bar that can wait."""
        found = self.files.find()
        if found is None:
            return
        when = QDateTime.fromSecsSinceEpoch(int(found.time))
        time = QLocale().toString(when, QLocale.FormatType.ShortFormat)
        words = tr("“{title}” was not saved when the program ended on {time}. Restore it?")
        words = words.replace("{time}", time).replace("{title}", found.unsaved.title)
        self._window.add_bar(
            OfferBar(
                words,
                (tr("Restore"), self._saving.guarded(lambda: self._restore(found))),
                (tr("Discard"), self.files.forget_found),
            )
        )

    def _restore(self, found: Found) -> None:
        unsaved = found.unsaved
        try:
            lesson = parse_lesson(unsaved.text.encode(), f"{unsaved.id}.toml", None)
        except LessonError as error:
            self.told.emit(translate_message(error.message))
        else:
            path = Path(unsaved.path) if unsaved.path else None
            lesson = replace(lesson, source=unsaved.path)
            self._saving.kept.keep(lesson, Kept(None, path))
            self._controller.open(lesson)
            self.keep()
        self.files.forget_found()

    def close(self) -> None:
        """Nothing is left behind: what was unsaved has been asked about."""
        self._timer.stop()
        self.worker.close()
        self.files.close()
