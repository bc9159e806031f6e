"""Exports from the window: its dialog, the thread that draws, files and the clipboard."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QDir, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from gd_visualizer.app.exports.animated import Animations, videos_possible
from gd_visualizer.app.exports.saved import Saved
from gd_visualizer.app.exports.slides import SlideFiles
from gd_visualizer.background.worker import FILE, RenderWorker
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.library.languages import speech_in
from gd_visualizer.lesson.pictures import Picture
from gd_visualizer.view.export.choice import MOVING, Choice
from gd_visualizer.view.text.translate import language, tr, translate_message

if TYPE_CHECKING:
    from gd_visualizer.figures.sheet.request import Request
    from gd_visualizer.view.export.dialog import ExportDialog

_COPIED = (1600, 1000)


class Exports(QObject):
    """Asks ``state`` for what is on screen; ``told(str)`` is for the person, outside the dialog."""

    told = Signal(str)
    broke = Signal(object)

    def __init__(
        self, window: QWidget, state: Callable[[], State], settings: QSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._state, self._settings = window, state, settings
        self.worker = RenderWorker(self)
        self.worker.finished.connect(self._done)
        self.worker.failed.connect(self._fail)
        self.animations = Animations(state, self)
        self.animations.framed.connect(self._tell_frame)
        self._dialog: ExportDialog | None = None
        self.slides = SlideFiles(state, settings, self._write, self)

    def warm_up(self) -> None:
        """Imports matplotlib while nothing else is to be done."""
        self.worker.submit("warm-up", _import_figures)

    def open(self, view: Picture) -> None:
        """Shows the dialog with ``view`` chosen, where the lesson has that."""
        dialog = self._dialog or self._make_dialog()
        dialog.open_on(self._figures, view)

    def copy(self, view: Picture) -> None:
        """The picture of ``view``, to the clipboard."""
        if view in self._figures:
            self._copy(Choice(view, ".png", _COPIED, language=language()))

    def close(self) -> None:
        """Remembers the choices, closes the dialog and ends the thread that draws."""
        if self._dialog:
            self._dialog.remember(self._settings)
            self._dialog.close()
        self.worker.close()

    def sync(self, new: State, _old: State | None) -> None:
        """Draws the preview of an open dialog anew after any change of what is on screen."""
        if self._dialog:
            self._dialog.refresh(new.descent.lesson.figures)

    @property
    def _figures(self) -> tuple[Picture, ...]:
        return self._state().descent.lesson.figures

    def _make_dialog(self) -> "ExportDialog":
        from gd_visualizer.view.export.dialog import ExportDialog

        dialog = ExportDialog(
            self._window,
            preview=self._preview,
            save=self._ask_file,
            copy=self._copy,
            slides=lambda kind, code: self.slides.ask(kind, code, self._dialog),
            plan=self.animations.plan,
            stop=self.animations.stop,
            videos=videos_possible(),
        )
        dialog.restore(self._settings)
        dialog.finished.connect(lambda _result: self.animations.stop())
        self._dialog = dialog
        return dialog

    def _job(self, choice: Choice) -> Callable[[], bytes]:
        """What ``_pieces`` makes, as a whole."""
        draw = self._pieces(choice)
        return lambda: b"".join(draw())

    def _pieces(self, choice: Choice) -> Callable[[], Iterator[bytes]]:
        """The figure of what is on screen now, as the command line would draw it."""
        state, ask = self._state(), self._request(choice)

        def job() -> Iterator[bytes]:
            from gd_visualizer.figures.render import pieces

            return pieces(state.descent, ask(), choice.suffix)

        return job

    def _request(self, choice: Choice) -> "Callable[[], Request]":
        """What is on screen now, in the words of the command line."""
        state = self._state()
        if choice.view not in self._figures:  # the lesson has changed meanwhile
            choice = replace(choice, view=self._figures[0])

        from gd_visualizer.scene.visibility import on_paper  # which needs NumPy

        shown = on_paper(state)

        def request() -> "Request":
            from gd_visualizer.figures.sheet.request import Request

            names = state.descent.lesson.objective.names
            count, plane = choice.view.axes, state.display.plane
            axes = state.display.axes if plane is None else plane.names
            axes = (*axes, *(n for n in names if n not in axes))[:count]
            asked = [state.display.ranges.get(name) for name in axes]
            if count == 1:
                asked.append(state.display.ranges.get("loss"))
            x, y = (*asked, None, None)[:2]
            display = state.display
            return Request(
                choice.view,
                axes,
                (x, y),
                size=choice.size,
                plane=plane,
                camera=display.camera if choice.view.in_space else None,
                log=display.log_height,
                log_loss=display.log_loss,
                dark=display.dark,
                revealed=display.revealed,
                shown=shown,
                point=display.point,
                fit=display.fit,
                speech=speech_in(choice.language),
            )

        return request

    def _preview(self, choice: Choice) -> None:
        self.worker.submit("preview", self._job(choice))

    def _copy(self, choice: Choice) -> None:
        self.worker.submit("copy", self._job(replace(choice, suffix=".png")))

    def _ask_file(self, choice: Choice) -> None:
        lesson = self._state().descent.lesson.id
        folder = str(self._settings.value("export folder", QDir.homePath()))
        files = QFileDialog(self._dialog, tr("Save"), folder)
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setNameFilter(f"{choice.suffix[1:].upper()} (*{choice.suffix})")
        files.setDefaultSuffix(choice.suffix[1:])
        files.selectFile(f"{lesson}-{choice.view.name}{choice.suffix}")
        files.fileSelected.connect(lambda name: self._take_name(choice, Path(name)))
        files.finished.connect(files.deleteLater)
        files.open()

    def _take_name(self, choice: Choice, target: Path) -> None:
        """The format that was chosen, whatever else the name looks like."""
        if target.suffix.lower() == choice.suffix:
            self.save(choice, target)
            return
        target = target.with_name(target.name + choice.suffix)
        if target.exists():  # the dialog has asked about another name
            self._tell(
                tr("{file} exists already: choose a name that ends in it.", file=target.name),
                wrong=True,
            )
        else:
            self.save(choice, target)

    def save(self, choice: Choice, target: Path) -> None:
        """Writes the file; the person has been asked about one that exists."""
        self._settings.setValue("export folder", str(target.parent))
        if choice.suffix not in MOVING:
            self._write(target, self._written(choice, target))
            return
        job = self.animations.job(choice, self._request(choice), target)
        if self._dialog:
            self._dialog.make(target.name)
        self.worker.submit(FILE, job)

    def _write(self, target: Path, job: Callable[[], Saved]) -> None:
        if self._dialog:
            self._dialog.tell(tr("Saving {file} …", file=target.name))
        self.worker.submit(FILE, job)

    def _written(self, choice: Choice, target: Path) -> Callable[[], Saved]:
        draw = self._pieces(choice)

        def job() -> Saved:
            from gd_visualizer.figures.file import check_target, write

            check_target(target, force=True)
            write(target, draw(), force=True)
            return Saved(target)

        return job

    def _done(self, kind: str, result: object) -> None:
        self._end(kind)
        if kind == "preview" and self._dialog and isinstance(result, bytes):
            self._dialog.show_preview(result)
        elif kind == "copy" and isinstance(result, bytes):
            QGuiApplication.clipboard().setImage(QImage.fromData(result))
            self._tell(tr("The picture is on the clipboard."))
        elif isinstance(result, Saved):
            file, folder = result.path.name, str(result.path.parent)
            words = [tr("Saved {file} in {folder}.", file=file, folder=folder)]
            words += [translate_message(result.note)] if result.note else []
            self._tell(" ".join(words))

    def _fail(self, kind: str, error: object) -> None:
        from gd_visualizer.figures.animation.refusal import AnimationError, StoppedError
        from gd_visualizer.figures.file import WriteError

        self._end(kind)
        if isinstance(error, (WriteError, AnimationError)):
            self._tell(translate_message(error.message), wrong=True)
        elif isinstance(error, StoppedError):
            self._tell(tr("The animation was stopped; nothing was written."))
        elif kind != "warm-up":
            self._tell(tr("That could not be drawn."), wrong=True)
            self.broke.emit(error)

    def _tell_frame(self, file: str, frame: int, frames: int) -> None:
        if self._dialog and not self.animations.stopped:
            self._dialog.tell_frame(file, frame, frames)

    def _end(self, kind: str) -> None:
        if self._dialog and kind.startswith(FILE):
            self._dialog.end()

    def _tell(self, sentence: str, wrong: bool = False) -> None:
        if self._dialog and self._dialog.isVisible():
            self._dialog.tell(sentence, wrong)
        else:
            self.told.emit(sentence)


def _import_figures() -> None:
    """And lets the collector leave alone what has been loaded by now."""
    from gd_visualizer.figures.sheet import request  # noqa: F401
    from gd_visualizer.figures.sheet.paper import Paper  # noqa: F401

    gc.freeze()  # what is loaded by now stays: looking it through again costs whole frames
