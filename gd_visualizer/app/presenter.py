"""Presenting: which screen the class sees, and what the lecturer sees meanwhile."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen

from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.background.slice_feed import SliceFeed
from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.pictures import SURFACE_CARD
from gd_visualizer.scene.explanation.of_state import own_words
from gd_visualizer.view.presenter.view import Presenter
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.window.main_window import MainWindow


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
        self._feed: SliceFeed | None = None
        self.presenter: Presenter | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._lose)

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
        presenter = self.presenter = Presenter(self._window.wishes, self._window.keys)
        presenter.left.connect(self._closed)
        presenter.sync(self._controller.state, None)
        screen = other_screen(self._window.screen(), QGuiApplication.screens())
        presenter.setScreen(screen or self._window.screen())
        presenter.setGeometry((screen or self._window.screen()).geometry())
        feed = self._feed = SliceFeed(self._runner, presenter)
        feed.surface_refined.connect(presenter.show_slice)
        presenter.showFullScreen()
        presenter.setFocus()
        self.sync(self._controller.state, None)

    def sync(self, new: State, old: State | None) -> None:
        """The class's pictures; for the lecturer, what the next press will say."""
        if self.presenter:
            self.presenter.sync(new, old)
            if self._feed and SURFACE_CARD in new.descent.lesson.view.cards:
                found = self._feed.follow(new)
                if found:
                    self.presenter.show_slice(found)
        self._show_next(new)

    def _show_next(self, new: State) -> None:
        if self.presenter is None:
            self._window.status_bar.show_next("")
            return
        beat = clicker.next_beat(new)
        words = (
            translate_message(own_words(new.descent.lesson, beat.text))
            if beat and beat.text
            else ""
        )
        if clicker.at_end(new):
            words = tr("the next lesson")
        self._window.status_bar.show_next(tr("Next: {what}", what=words) if words else "")

    def _lose(self, screen: QScreen) -> None:
        """The class's screen has been unplugged: the lecturer's window goes on."""
        if self.presenter and self.presenter.screen() in (screen, None):
            self.close()

    def _closed(self) -> None:
        presenter, self.presenter = self.presenter, None
        if self._feed:
            self._feed.close()
            self._feed = None
        if presenter:
            presenter.deleteLater()
        self.sync(self._controller.state, None)
        self._window.activateWindow()
        self._window.setFocus()


def other_screen(own: QScreen, screens: list[QScreen]) -> QScreen | None:
    """The first screen that is not the lecturer's ``own``."""
    return next((screen for screen in screens if screen is not own and screen != own), None)
