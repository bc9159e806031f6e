"""Presenting: which screen the class sees, and what the lecturer sees meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut

from gd_visualizer.app.stage import LiveStage
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.state.state import State
from gd_visualizer.view.window.main_window import MainWindow

if TYPE_CHECKING:
    from gd_visualizer.view.presenter.view import Presenter
    from gd_visualizer.view.window.desk import Desk


class Presenting(QObject):
    """Opens the presenter on the other screen if there is one, else over the window."""

    def __init__(
        self,
        window: MainWindow,
        controller: Controller,
        runner: BackgroundRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._controller, self._runner = window, controller, runner
        self._live: LiveStage | None = None
        self.presenter: Presenter | None = None
        self.desk: Desk | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._lose)
        controller.run_changed.connect(self._show_running)

    @property
    def live(self) -> LiveStage | None:
        """The stage that the class sees."""
        return self._live

    @property
    def on(self) -> bool:
        """Whether the class sees the presenter."""
        return self.presenter is not None

    def toggle(self) -> None:
        """Opens the presenter, or closes it where it is open."""
        if self.presenter:
            self.close()
        else:
            self.open()

    def close(self) -> None:
        """Closes the presenter; nothing where it is not open."""
        if self.presenter:
            self.presenter.close()

    def open(self) -> None:
        """Shows the presenter on the class's screen; the state stays as it is."""
        if self.presenter:
            return
        from gd_visualizer.view.presenter.view import Presenter

        presenter = self.presenter = Presenter(self._window.wishes, self._window.keys)
        presenter.left.connect(self._closed)
        live = self._live = LiveStage(presenter.stage, self._runner, self._window.wishes, presenter)
        live.build_plots()
        live.sync(self._controller.state, None)
        self._add_undo(presenter)
        presenter.stage.show_running(self._controller.running)
        screen = other_screen(self._window.screen(), QGuiApplication.screens())
        if screen:
            self._add_desk()
        presenter.setScreen(screen or self._window.screen())
        presenter.setGeometry((screen or self._window.screen()).geometry())
        presenter.showFullScreen()
        presenter.setFocus()

    def sync(self, new: State, old: State | None) -> None:
        """The class's pictures, and what the lecturer reads to them."""
        if self._live:
            self._live.sync(new, old)
        if self.desk:
            self.desk.sync(new, old)

    def _add_undo(self, presenter: "Presenter") -> None:
        """Undo and redo by the window's keys, where the class's screen has the focus."""
        for keys, action in (
            (("Ctrl+Z",), self._controller.undo),
            (("Ctrl+Shift+Z", "Ctrl+Y"), self._controller.redo),
        ):
            shortcut = QShortcut(presenter)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)

    def _show_running(self, running: bool) -> None:
        if self.presenter:
            self.presenter.stage.show_running(running)

    def _add_desk(self) -> None:
        """What the lecturer reads, where the class does not see the window."""
        from gd_visualizer.view.window.desk import Desk

        desk = self.desk = Desk()
        desk.sync(self._controller.state, None)
        self._window.add_desk(desk)

    def tell(self, words: str) -> None:
        """The same words on the class's stage."""
        if self.presenter:
            self.presenter.stage.tell(words)

    def _lose(self, screen: QScreen) -> None:
        """The class's screen has been unplugged: the lecturer's window goes on."""
        if self.presenter and self.presenter.screen() in (screen, None):
            self.close()

    def _closed(self) -> None:
        presenter, self.presenter = self.presenter, None
        if self._live:
            self._live.close()
            self._live = None
        if self.desk:
            self.desk.hide()
            self.desk.deleteLater()
            self.desk = None
        if presenter:
            presenter.deleteLater()
        self._window.activateWindow()
        self._window.setFocus()


def other_screen(own: QScreen, screens: list[QScreen]) -> QScreen | None:
    """The first screen that is not the lecturer's ``own``."""
    return next((screen for screen in screens if screen is not own and screen != own), None)
