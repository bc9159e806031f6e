"""Saving the lesson on screen, and asking before it would be lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ParamSpec

from PySide6.QtCore import QDir, QObject, QSettings, Signal

from gd_visualizer.app.recent_files import RecentFiles
from gd_visualizer.app.saving.kept import Kept, KeptLessons
from gd_visualizer.app.saving.words import named, written_lesson
from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.commands.data import become_own
from gd_visualizer.descent.saved.on_screen import about_beats, lesson_on_screen, loses_beats
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.file.refusal import Refusal
from gd_visualizer.lesson.file.writing.writer import lesson_bytes
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.save_dialog import SaveDialog, ask_unsaved

P = ParamSpec("P")
SUFFIX = ".toml"


class Saving(QObject):
    """``told(str)`` says what has become of it. The window's title has a mark while there are
    changes that somebody would miss."""

    told = Signal(str)

    def __init__(
        self, window: MainWindow, controller: Controller, settings: QSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._controller, self._settings = window, controller, settings
        self.kept = KeptLessons()
        self._recent = RecentFiles(settings)
        self._leaves = False

    @property
    def unsaved(self) -> bool:
        """Whether what is on screen would be missed."""
        return self.kept.unsaved(self._controller.state)

    @property
    def file(self) -> Path | None:
        """The file of the lesson on screen."""
        return self.kept.of(self._controller.state).path

    @property
    def name(self) -> str:
        """By which the lesson on screen is opened the next time."""
        return str(self.file or self._controller.state.descent.lesson.original.id)

    def sync(self, _new: State, _old: State | None) -> None:
        """Shows whether there are unsaved changes."""
        if self._window.isWindowModified() != self.unsaved:  # Qt tells all of the window anew
            self._window.setWindowModified(self.unsaved)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Into the lesson's file; asks for one where it has none, or where the file would lose its
        beats. ``then`` is called when it has been written."""
        state = self._controller.state
        kept = self.kept.of(state)
        if kept.path is None or (loses_beats(state) and kept.lesson and kept.lesson.beats):
            self.save_as(then)
        elif self.write(kept.path) and then:
            then()

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Asks for a file, and whether the weights of now are to be the start."""
        state = self._controller.state
        folder = self.file.parent if self.file else self._folder()
        moved = state.descent.moment.theta is not state.descent.timeline.theta(0)
        files = SaveDialog(
            self._window,
            str(folder),
            f"{state.descent.lesson.id}{SUFFIX}",
            moved and bool(state.descent.row or state.descent.provisional),
        )

        def chosen(name: str) -> None:
            path = Path(name)
            if path.suffix.lower() != SUFFIX:
                path = path.with_name(path.name + SUFFIX)
                if path.exists():  # the dialog has asked about another name
                    words = "{file} exists already: choose a name that ends in it."
                    self.told.emit(tr(words, file=path.name))
                    return
            if self.write(path, files.current_weights) and then:
                then()

        files.fileSelected.connect(chosen)
        files.finished.connect(files.deleteLater)
        files.open()

    def _folder(self) -> Path:
        recent = self._recent.paths
        home = str(self._settings.value("export folder", QDir.homePath()))
        return Path(recent[0]).parent if recent else Path(home)

    def write(self, path: Path, current_weights: bool = False) -> bool:
        """Writes the file whole or not at all, and tells so; whether it was written."""
        from gd_visualizer.figures.file import WriteError, write

        state = self._controller.state
        lesson = named(written_lesson(state, current_weights), path, loses_beats(state))
        try:
            write(path, lesson_bytes(lesson, path.stem), force=True)
        except (WriteError, Refusal) as error:
            self.told.emit(translate_message(error.message))
            return False
        beats = about_beats(state, current_weights)
        if loses_beats(state):  # what is on screen is the new lesson from now on
            self._controller.do(become_own, path.stem, str(path))
            state = self._controller.state
        self.kept.keep(state.descent.lesson, Kept(lesson_on_screen(state), path))
        self._recent.add(str(path))
        self._window.show_recent(self._recent.paths, str(path))
        self.sync(state, None)
        said = [tr("Saved {file} in {folder}.", file=path.name, folder=str(path.parent))]
        self.told.emit(" ".join([*said, *([translate_message(beats)] if beats else [])]))
        return True

    def guarded(self, action: Callable[P, object]) -> Callable[P, None]:
        """``action``, which takes another lesson's place, once unsaved changes are settled."""

        def asked(*args: P.args, **more: P.kwargs) -> None:
            self._settle(partial(action, *args, **more))

        return asked

    def hold_close(self) -> bool:
        """Whether the window has to stay, because something is asked first."""
        if self._leaves or not self.unsaved:
            return False
        self._settle(self._close)
        return True

    def _close(self) -> None:
        self._leaves = True
        self._window.close()

    def _settle(self, then: Callable[[], object]) -> None:
        if not self.unsaved:
            then()
            return
        self._controller.pause()
        title = written_lesson(self._controller.state).title
        ask_unsaved(self._window, title, save=lambda: self.save(then), discard=then)
