"""What is exported or copied is what has the focus, or is pointed at."""

from collections.abc import Callable

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.exports.code_file import CodeFile
from gd_visualizer.app.exports.export import Exports
from gd_visualizer.app.stage import LiveStage
from gd_visualizer.lesson.pictures import CODE_PANEL, Picture
from gd_visualizer.view.stage.view import StageView
from gd_visualizer.view.text.translate import tr


class Focused:
    """Finds out what that is; ``say`` is for the person."""

    def __init__(
        self,
        stage: StageView,
        live: LiveStage,
        exports: Exports,
        code_file: CodeFile,
        say: Callable[[str], object],
    ) -> None:
        self._stage, self._live = stage, live
        self._exports, self._code_file, self._say = exports, code_file, say

    @property
    def _picture(self) -> Picture:
        """The picture that has the focus, else the one under the mouse, else the main one."""
        under = QApplication.widgetAt(QCursor.pos())
        return self._live.picture_meant((QApplication.focusWidget(), under))

    def export(self) -> None:
        """The dialog for the view that has the focus."""
        self._exports.open(self._picture)

    def copy(self) -> None:
        """The picture, or the text, that has the focus."""
        stage, focus = self._stage, QApplication.focusWidget()
        code = stage.panels.views.get(CODE_PANEL)
        if focus in (stage.arithmetic, stage.overlay.arithmetic):
            QApplication.clipboard().setText(stage.arithmetic.copied())
            self._say(tr("The explanation is on the clipboard."))
        elif not focus or not code or not code.isAncestorOf(focus):
            self._exports.copy(self._picture)
        elif self._live.code.selected:
            QApplication.clipboard().setText(self._live.code.selected)
        else:
            self._code_file.copy()
