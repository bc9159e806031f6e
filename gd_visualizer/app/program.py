"""The program in its window: what is made, and who listens to whom."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer

from gd_visualizer.app.appearance import Appearance
from gd_visualizer.app.chosen_pictures import ChosenPictures
from gd_visualizer.app.exports.code_file import CodeFile
from gd_visualizer.app.exports.export import Exports
from gd_visualizer.app.exports.focused import Focused
from gd_visualizer.app.learning_rate import LearningRateWiring
from gd_visualizer.app.next_press import NextPress
from gd_visualizer.app.opening import Opening
from gd_visualizer.app.prediction import judged
from gd_visualizer.app.presenter import Presenting
from gd_visualizer.app.saving.autosave import Autosave
from gd_visualizer.app.saving.saving import Saving
from gd_visualizer.app.stage import LiveStage
from gd_visualizer.app.update_scheduler import UpdateScheduler
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.control.controller import Controller
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.commands import data as points
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands import kept_runs as kept
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.pictures import CURVE_PANEL, PANELS, SURFACE_PANEL, Panel
from gd_visualizer.scene.sentences import ended
from gd_visualizer.text.message import translatable
from gd_visualizer.view.stage.transport import SPEEDS
from gd_visualizer.view.text.translate import language, tr, translate_message
from gd_visualizer.view.widgets.menus import open_below
from gd_visualizer.view.window.geometry import remember
from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.more_menu import MoreMenu
from gd_visualizer.view.wishes import Wishes

_IDLE = 2500  # ms after the start, from which on matplotlib may be imported


class Program(QObject):
    """Window, controller and feed, and all connections between them, made once.

    ``unsaved`` is the folder for what a crash would lose, None: the platform's.
    """

    def __init__(
        self,
        window: MainWindow,
        lesson: Lesson,
        settings: QSettings,
        appearance: Appearance,
        unsaved: Path | None = None,
    ) -> None:
        super().__init__()
        self.appearance = appearance
        self.settings = settings
        self._pictures = ChosenPictures(settings)
        self.controller = Controller(open_lesson(self._pictures.applied(lesson)), self)
        self.runner = BackgroundRunner(self)
        self.window = window
        window.transport.offer_optimizers(list(OPTIMIZERS))
        self.exports = Exports(self.window, lambda: self.controller.state, settings, self)
        self.code_file = CodeFile(window, lambda: self.controller.state, settings, self)
        self.presenting = Presenting(window, self.controller, self.runner, self)
        self.opening = Opening(window, self.controller, settings, self)
        self.saving = Saving(window, self.controller, settings, self)
        self.autosave = Autosave(window, self.controller, self.saving, unsaved, self)
        self.rate_wiring = LearningRateWiring(
            window.transport.rate, self.controller, self.runner, self
        )
        window.fill(self.wishes())
        self.live = LiveStage(window.stage, self.runner, window.wishes, self)
        self.focused = Focused(window.stage, self.live, self.exports, self.code_file, self._say)
        self.update_scheduler = UpdateScheduler(self.controller, self)
        self.next_press = NextPress(self.controller, self.live, self.presenting, self.runner, self)
        self._warm_up = QTimer(self, singleShot=True, interval=_IDLE)
        self._warm_up.timeout.connect(self.exports.warm_up)
        self._connect()
        self.controller.set_speed(SPEEDS[window.transport.speed])

    def retranslate(self) -> None:
        """Everything on screen in the language that has been chosen."""
        self.window.retranslate()
        self.live.retranslate()
        self.update_scheduler.tell_anew()

    def build_plots(self) -> None:
        """Shows the state, with what needs pyqtgraph: surface, curve and the like."""
        self.live.build_plots()
        self.update_scheduler.tell_anew()
        self._warm_up.start()
        self.autosave.offer()

    def _put_off(self, _new: State, _old: State | None) -> None:
        """What is done in idle moments waits until there is one."""
        if self._warm_up.isActive():
            self._warm_up.start()

    def _register(self) -> None:
        """All who show the state, in the order in which they are told: which pictures there are,
        then these, then what lies around them."""
        window, live, add = self.window, self.live, self.update_scheduler.add
        add([live.sync_words], by_turns=True)
        for panel in PANELS:
            by_turns = panel not in (SURFACE_PANEL, CURVE_PANEL)
            add([partial(self._tell, panel)], by_turns=by_turns)
        bars = (window, window.rail, window.transport)
        add([bar.sync for bar in bars])
        add([self.rate_wiring.sync, self.saving.sync], by_turns=True)
        add([self.opening.sync, self.presenting.sync, self.exports.sync, self._put_off])
        add([self.next_press.sync])

    def _tell(self, panel: Panel, new: State, old: State | None) -> None:
        self.live.sync_panel(panel, new, old is None)

    def _connect(self) -> None:
        window, controller = self.window, self.controller
        self._register()
        controller.refused.connect(lambda words: self._say(translate_message(words)))
        words = translatable(
            "The lesson goes on where it was; Ctrl+Z brings back what you had done."
        )
        controller.returned.connect(lambda: self._say(f"{window.stage.sentence} {tr(words)}"))
        for part in (window.transport, window.stage):
            controller.run_changed.connect(part.show_running)
        self.appearance.language_changed.connect(self.retranslate)
        files = self.exports, self.code_file, self.saving, self.autosave
        for teller in files:  # whose name is nothing for the class
            teller.told.connect(window.stage.tell)
        self.rate_wiring.told.connect(self._say)
        self.opening.told.connect(self._say)
        window.closed.connect(self._leave)

    def wishes(self) -> Wishes:
        """What a widget asks for, and who does it."""
        controller, rate, do = self.controller, self.rate_wiring, self.controller.slot
        opening, code, appearance = self.opening, self.code_file, self.appearance
        saving = self.saving
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
            step_again=controller.step_again,
            hold_rate=controller.hold_rate,
            set_optimizer=do(commands.set_optimizer),
            find_curvature=rate.ask,
            next=controller.press,
            previous=controller.press_back,
            take_back=do(clicker.take_back),
            to_phase=do(commands.to_phase),
            set_predict=do(showing.set_predict),
            answer=self._judge,
            guess_lowest=do(showing.guess_lowest),
            select_weight=do(showing.select_weight),
            select_node=do(showing.select_node),
            select_point=do(showing.select_point),
            show_panel=self._show_panel,
            show_surface=do(showing.show_surface),
            show_plane=controller.show_plane,
            show_ranges=do(showing.show_ranges),
            show_all=do(showing.show_all),
            look_from=do(showing.look_from),
            switch_light=do(showing.switch_light),
            set_log_height=do(showing.set_log_height),
            set_log_loss=do(showing.set_log_loss),
            set_squares=do(showing.set_squares),
            set_two_colors=do(showing.set_two_colors),
            set_node_pictures=do(showing.set_node_pictures),
            show_inputs=do(showing.show_inputs),
            show_output=do(showing.show_output),
            place_point=do(points.place_point),
            move_point=controller.move_point,
            drop_point=controller.drop_point,
            delete_point=do(points.delete_point),
            keep_run=do(kept.keep),
            hide_run=do(kept.hide),
            rename_run=do(kept.rename),
            remove_run=do(kept.remove),
            open_lesson=saving.guarded(opening.open_built_in),
            open_path=saving.guarded(opening.open_path),
            open_file=saving.guarded(opening.open_file),
            paste=saving.guarded(opening.paste),
            save_lesson=saving.save,
            save_lesson_as=saving.save_as,
            hold_close=saving.hold_close,
            generate=lambda asked, goes_on: controller.edit(points.generate, goes_on, asked),
            hold_out=lambda share, goes_on: controller.edit(points.hold_out, goes_on, share),
            scale_inputs=do(points.scale_inputs),
            export=self.export,
            save_slides=lambda kind: self.exports.slides.ask(kind, language(), self.window),
            hand_on=code.hand_on,
            copy_script=code.copy,
            save_script=code.save,
            present=self.presenting.toggle,
            open_more=self._open_more,
            set_colors=appearance.set_colors,
            set_scale=appearance.set_scale,
            set_reduced_motion=appearance.set_reduced_motion,
            set_language=appearance.set_language,
            show_keys=self.help,
        )

    def _judge(self, typed: str) -> None:
        """Tells how near the result somebody has guessed it."""
        self._say(translate_message(judged(self.controller.state, typed)))

    def _say(self, words: str) -> None:
        """Tells something, on the stage that is looked at."""
        self.window.stage.tell(words)
        self.presenting.tell(words)

    def _open_more(self) -> None:
        window = self.window
        settings = self.appearance.menu(window.more, window.wishes)
        surface = self.live.surface_menu() if self.controller.state.display.shows_surface else None
        open_below(MoreMenu(window.more, window.wishes, settings, surface), window.more)

    def _leave(self) -> None:
        """The window closes, and all that belongs to it."""
        self.controller.pause()
        self.rate_wiring.stop()
        self.presenting.close()

    def _show_panel(self, panel: Panel, shown: bool) -> None:
        """One picture more or less, from now on whenever this lesson is opened."""
        self.controller.do(showing.show_panel, panel, shown)
        state = self.controller.state
        self._pictures.keep(state.descent.lesson, state.display.panels)

    def toggle_panel(self, panel: Panel) -> None:
        """Shows a panel, or puts it away."""
        state = self.controller.state
        if panel.name not in state.descent.lesson.view.hide:
            self.window.wishes.show_panel(panel, panel not in state.display.panels)

    def step(self) -> None:
        """One whole step, where the lesson takes steps."""
        if self._descends() and not self._tell_end():
            self.controller.do(commands.step)

    def _tell_end(self) -> bool:
        """Whether there is no step from here; then it says why."""
        descent = self.controller.state.descent
        if descent.ended is None or descent.provisional or self.controller.running:
            return False
        self._say(translate_message(ended(descent)))
        return True

    def toggle_run(self) -> None:
        """Run or pause, where the lesson runs."""
        if self._descends() and "run" not in self.controller.state.descent.lesson.view.hide:
            if self._tell_end():
                return
            self.controller.toggle_run()

    def restart(self) -> None:
        """A new random start, where the lesson offers one."""
        if "random start" not in self.controller.state.descent.lesson.view.hide:
            self.controller.restart()

    def _descends(self) -> bool:
        return self.controller.state.descent.lesson.view.descends

    def help(self) -> None:
        """Opens the dialog with keys and mouse."""
        from gd_visualizer.view.window.help_dialog import open_help

        open_help(self.window)

    def export(self) -> None:
        """The dialog for the view that has the focus."""
        self.focused.export()

    def close(self) -> None:
        """Remembers window and lesson for the next time, and ends what still runs."""
        self.presenting.close()
        remember(self.window, self.settings)
        self._warm_up.stop()
        self.next_press.stop()
        self.rate_wiring.stop()
        self.live.close()
        self.exports.close()
        self.autosave.close()
        self.settings.setValue("lesson", self.saving.name)
