"""The program in its window: what is made, and who listens to whom."""

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.appearance import Appearance
from gd_visualizer.app.code_file import CodeFile
from gd_visualizer.app.export import Exports
from gd_visualizer.app.learning_rate import LearningRateWiring
from gd_visualizer.app.opening import Opening
from gd_visualizer.app.prediction import judged
from gd_visualizer.app.presenter import Presenting
from gd_visualizer.app.update_scheduler import UpdateScheduler
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.control.controller import Controller
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands import kept_runs as kept
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.pictures import CURVE, MAP, NETWORK, Picture
from gd_visualizer.text.message import translatable
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.window.geometry import remember
from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.toolbar import SPEEDS
from gd_visualizer.view.wishes import Wishes

_IDLE = 2500  # ms after the start, from which on matplotlib may be imported


class Program(QObject):
    """Window, controller and feed, and all connections between them, made once."""

    def __init__(
        self, window: MainWindow, lesson: Lesson, settings: QSettings, appearance: Appearance
    ) -> None:
        super().__init__()
        self.appearance = appearance
        self.settings = settings
        self.controller = Controller(open_lesson(lesson), self)
        self.runner = BackgroundRunner(self)
        self.window = window
        window.toolbar.offer_optimizers(list(OPTIMIZERS))
        self.exports = Exports(self.window, lambda: self.controller.state, settings, self)
        self.code_file = CodeFile(window, lambda: self.controller.state, settings, self)
        self.presenting = Presenting(window, self.controller, self.runner, self)
        self.opening = Opening(window, self.controller, settings, self)
        self.rate_wiring = LearningRateWiring(
            window.toolbar.rate, self.controller, self.runner, self
        )
        window.fill(self.wishes())
        self.update_scheduler = UpdateScheduler(self.controller, self)
        self._warm_up = QTimer(self)
        self._warm_up.setSingleShot(True)
        self._warm_up.setInterval(_IDLE)
        self._warm_up.timeout.connect(self.exports.warm_up)
        self._connect()
        self.controller.set_speed(SPEEDS[window.toolbar.speed])
        self.update_scheduler.tell_anew()

    def retranslate(self) -> None:
        """Everything on screen in the language that has been chosen."""
        self.window.retranslate()
        self.update_scheduler.tell_anew()
        self.surface.retranslate()
        self.curve.retranslate()

    def build_plots(self) -> None:
        """Makes what needs NumPy, surface, curve and the like, and puts it onto its cards."""
        from gd_visualizer.app.surface import SurfaceWiring
        from gd_visualizer.background.slice_feed import SliceFeed
        from gd_visualizer.view.curve.view import CurveView
        from gd_visualizer.view.surface.view import SurfaceView

        window = self.window
        self.surface = window.add_view(MAP, SurfaceView)
        self.curve = window.add_view(CURVE, CurveView)
        others = window.add_other_views()
        self.feed = SliceFeed(self.runner, self)
        for card in window.cards.values():  # the plots' sizes are known before the first slice
            card.lay_out()
        self.surface_wiring = SurfaceWiring(window, self.surface, self.feed, self)
        parts = [view.sync for view in (self.curve, *others)]
        for part in (self.surface_wiring.sync, *parts, self._show_log):
            self._plots.changed.connect(part)
        self._plots.tell_anew(self.controller.state)
        window.network.pointed_at.connect(window.points.light)
        window.points.pointed_at.connect(window.network.light)
        self._warm_up.start()

    def _put_off(self, _new: State, _old: State | None) -> None:
        """What is done in idle moments waits until there is one."""
        if self._warm_up.isActive():
            self._warm_up.start()

    def _show_log(self, _new: State, _old: State | None) -> None:
        self.window.log_tab.setChecked(self.curve.log)

    def _register(self) -> None:
        """All who show the state, in the order in which they are told: pictures before words.

        The cards ask the table how high it would be, so it comes first; what adds a word to the
        status bar comes after it.
        """
        window, add = self.window, self.update_scheduler.add
        add([window.network.sync, window.note.sync], by_turns=True)
        add([window.points.sync], by_turns=True)
        add([window.surface_head.sync, window.sync_cards])
        self._plots = add([])  # surface, curve and others, once they are built
        bars = (
            window.toolbar,
            window.lessons,
            window.chooser,
            window.phases,
            window.explanation_panel,
        )
        add([bar.sync for bar in bars])
        add([window.explanation.sync, window.code.sync], by_turns=True)
        add([window.status_bar.sync, self.rate_wiring.sync], by_turns=True)
        add([self.opening.sync, self.presenting.sync, self.exports.sync, self._put_off])

    def _connect(self) -> None:
        window, controller = self.window, self.controller
        self._register()
        controller.refused.connect(lambda words: window.status_bar.tell(translate_message(words)))
        words = translatable(
            "The lesson goes on where it was; Ctrl+Z brings back what you had done."
        )
        controller.returned.connect(lambda: window.status_bar.add(tr(words)))
        controller.run_changed.connect(window.toolbar.show_running)
        self.appearance.language_changed.connect(self.retranslate)
        for teller in (self.exports, self.code_file, self.rate_wiring):
            teller.told.connect(window.status_bar.tell)
        window.closed.connect(self._leave)

    def wishes(self) -> Wishes:
        """What a widget asks for, and who does it."""
        controller, rate, do = self.controller, self.rate_wiring, self.controller.slot
        opening, code, appearance = self.opening, self.code_file, self.appearance
        return Wishes(
            step=do(commands.step),
            back=do(commands.back),
            reset=do(clicker.reset),
            restart=controller.restart,
            toggle_run=controller.toggle_run,
            set_speed=controller.set_speed,
            jump=do(commands.jump),
            drag=controller.drag,
            drop=controller.drop,
            set_parameter=do(commands.set_parameter),
            set_learning_rate=do(commands.set_learning_rate),
            hold_rate=controller.hold_rate,
            set_optimizer=do(commands.set_optimizer),
            find_curvature=rate.ask,
            next=controller.press,
            previous=controller.press_back,
            to_phase=do(commands.to_phase),
            set_predict=do(showing.set_predict),
            answer=self._judge,
            guess_lowest=do(showing.guess_lowest),
            select_weight=do(showing.select_weight),
            select_node=do(showing.select_node),
            select_point=do(showing.select_point),
            show_page=do(showing.show_page),
            show_surface=do(showing.show_surface),
            show_plane=controller.show_plane,
            show_ranges=do(showing.show_ranges),
            show_all=do(showing.show_all),
            look_from=do(showing.look_from),
            switch_light=do(showing.switch_light),
            set_log_height=do(showing.set_log_height),
            set_log_loss=do(showing.set_log_loss),
            keep_run=do(kept.keep),
            hide_run=do(kept.hide),
            rename_run=do(kept.rename),
            remove_run=do(kept.remove),
            open_lesson=opening.open_built_in,
            open_path=opening.open_path,
            open_file=opening.open_file,
            export=self.export,
            copy_script=code.copy,
            save_script=code.save,
            present=self.presenting.open,
            open_settings=self._open_settings,
            set_colors=appearance.set_colors,
            set_scale=appearance.set_scale,
            set_reduced_motion=appearance.set_reduced_motion,
            set_language=appearance.set_language,
            show_keys=self.help,
        )

    def _judge(self, typed: str) -> None:
        """Tells how near the result somebody has guessed it."""
        self.window.status_bar.tell(translate_message(judged(self.controller.state, typed)))

    def _open_settings(self) -> None:
        self.appearance.open_menu(self.window.toolbar.settings_button, self.window.wishes)

    def _leave(self) -> None:
        """The window closes, and all that belongs to it."""
        self.controller.pause()
        self.rate_wiring.stop()
        self.presenting.close()

    def step(self) -> None:
        """One whole step, where the lesson takes steps."""
        if self._descends():
            self.controller.do(commands.step)

    def toggle_run(self) -> None:
        """Run or pause, where the lesson runs."""
        if self._descends() and "run" not in self.controller.state.descent.lesson.view.hide:
            self.controller.toggle_run()

    def restart(self) -> None:
        """A new random start, where the lesson offers one."""
        if "random start" not in self.controller.state.descent.lesson.view.hide:
            self.controller.restart()

    def _descends(self) -> bool:
        return self.controller.state.descent.lesson.view.descends

    def help(self) -> None:
        """Opens the dialog with keys and mouse."""
        from gd_visualizer.view.window.help_dialog import HelpDialog

        dialog = HelpDialog(self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _focused_view(self) -> Picture:
        """The view whose card has the focus; else the one that a lecturer exports most."""
        focus = QApplication.focusWidget()
        for kind, card in self.window.cards.items():
            if focus and card.isAncestorOf(focus):
                return self.controller.state.display.drawn(kind)
        return CURVE if self._descends() else NETWORK

    def export(self) -> None:
        """The dialog for the view that has the focus."""
        self.exports.open(self._focused_view())

    def copy(self) -> None:
        """The picture, or the text, that has the focus."""
        window, focus = self.window, QApplication.focusWidget()
        if focus is window.explanation:
            QApplication.clipboard().setText(window.explanation.copied())
            window.status_bar.tell(tr("The explanation is on the clipboard."))
            return
        if focus and window.code.isAncestorOf(focus):
            if window.code.selected:
                QApplication.clipboard().setText(window.code.selected)
            else:
                self.code_file.copy()
            return
        self.exports.copy(self._focused_view())

    def close(self) -> None:
        """Remembers window and lesson for the next time, and ends what still runs."""
        self.presenting.close()
        remember(self.window, self.settings)
        self._warm_up.stop()
        self.rate_wiring.stop()
        self.surface.space.close()
        self.exports.close()
        lesson = self.controller.state.descent.lesson
        self.settings.setValue("lesson", lesson.source or lesson.id)
