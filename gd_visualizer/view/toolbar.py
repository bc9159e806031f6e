"""The buttons of the descent, the learning rate, the optimizer, the speed."""

import math
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSlider,
    QWidget,
)

from gd_visualizer.core.optimizers import OPTIMIZERS
from gd_visualizer.descent.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.rate import LearningRate, learning_rate, typed_rate

_LOW, _HIGH, _TICKS = -5.0, 1.0, 600
_SPEEDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0, math.inf)
_EXPORTS = {
    "loss-curve": "Loss by step …",
    "slope": "One weight …",
    "map": "Map …",
    "3d": "Surface in 3D …",
    "network": "Network …",
}


class Toolbar(QFrame):
    """Asks by one signal for each wish."""

    reset_requested = Signal()
    back_requested = Signal()
    step_requested = Signal()
    run_requested = Signal()
    pause_requested = Signal()
    speed_changed = Signal(float)
    learning_rate_edited = Signal(object)
    optimizer_selected = Signal(str)
    export_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._running = False
        self._reset = _button("Reset", "Back to the start (Home)", self.reset_requested)
        self._back = _button("◀  Back", "One step back (Left)", self.back_requested)
        self._step = _button("Step  ▶", "One step downhill (Right)", self.step_requested)
        self._step.setObjectName("primary")
        self._run = QPushButton("Run")
        self._run.setToolTip("Step by itself (R or Space)")
        self._run.setMinimumWidth(74)
        self._run.clicked.connect(self.toggle_run)
        self._speed = QSlider(Qt.Orientation.Horizontal)
        self._speed.setRange(0, len(_SPEEDS) - 1)
        self._speed.setValue(2)
        self._speed.setMinimumWidth(60)
        self._speed.setMaximumWidth(100)
        self._speed.setAccessibleName("Speed")
        self._speed.setToolTip("Steps a second, the last place as many as fit")
        self._speed.valueChanged.connect(lambda place: self.speed_changed.emit(_SPEEDS[place]))
        self._make_settings()
        self._make_export()
        self._groups: dict[str, list[QWidget]] = {
            "descent": [self._reset, self._back, self._step],
            "run": [self._run],
            "speed": [_quiet("speed"), self._speed],
            "learning rate": [_quiet("learning rate"), self._rate, self._typed],
            "optimizer": [self._optimizer],
            "export": [self._export],
        }
        self._lay_out()

    def _make_settings(self) -> None:
        self._rate = QSlider(Qt.Orientation.Horizontal)
        self._rate.setRange(0, _TICKS)
        self._rate.setMinimumWidth(64)
        self._rate.setMaximumWidth(180)
        self._rate.setAccessibleName("Learning rate, slider")
        self._rate.setToolTip("Learning rate, from 0.00001 to 10")
        self._rate.valueChanged.connect(self._slide)
        self._typed = QLineEdit()
        self._typed.setFixedWidth(72)
        self._typed.setAccessibleName("Learning rate")
        self._typed.setToolTip("Learning rate: a number or a fraction such as 1/9, then Enter")
        self._typed.editingFinished.connect(self._type)
        self._optimizer = QComboBox()
        self._optimizer.addItems(list(OPTIMIZERS))
        self._optimizer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._optimizer.setAccessibleName("Optimizer")
        self._optimizer.setToolTip("The rule by which the slopes change the weights")
        self._optimizer.textActivated.connect(self.optimizer_selected)

    def _make_export(self) -> None:
        self._export = QPushButton("Export")
        self._export.setToolTip("Save a picture for a slide, or a table (Ctrl+E)")
        self._menu = QMenu(self)
        self._exports = {view: self._menu.addAction(words) for view, words in _EXPORTS.items()}
        for view, action in self._exports.items():
            action.triggered.connect(partial(self._ask_export, view))
        self._export.setMenu(self._menu)

    def _lay_out(self) -> None:
        """What moves the descent at the left, how it is made and saved at the right."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 9)
        layout.setSpacing(8)
        for name in ("descent", "run", "speed"):
            for widget in self._groups[name]:
                layout.addWidget(widget)
        layout.addStretch(1)
        for name in ("learning rate", "optimizer", "export"):
            for widget in self._groups[name]:
                layout.addWidget(widget)

    def sync(self, new: State, old: State | None) -> None:
        """Shows settings, hides what the lesson does not need yet."""
        descent = new.descent
        if old is None or old.descent.lesson is not descent.lesson:
            self._show_groups(new)
        if old is None or old.descent.settings is not descent.settings:
            with QSignalBlocker(self._rate), QSignalBlocker(self._typed):
                self._typed.setText(descent.settings.rate.text)
                self._typed.setStyleSheet("")
                self._rate.setValue(_tick(descent.settings.rate.value))
            with QSignalBlocker(self._optimizer):
                self._optimizer.setCurrentText(descent.settings.optimizer)

    def show_exports(self) -> None:
        """Opens the menu of what can be saved."""
        self._export.showMenu()

    def _ask_export(self, view: str, _checked: bool = False) -> None:
        self.export_requested.emit(view)

    def show_running(self, running: bool) -> None:
        """Run or Pause."""
        self._running = running
        self._run.setText("Pause" if running else "Run")

    def toggle_run(self) -> None:
        """What the button does: run, or pause."""
        (self.pause_requested if self._running else self.run_requested).emit()

    def _show_groups(self, state: State) -> None:
        view = state.descent.lesson.view
        descends = view.last_phase == Phase.UPDATE
        for name, widgets in self._groups.items():
            shown = name not in view.hide and (descends or name in ("descent", "export"))
            for widget in widgets:
                widget.setVisible(shown)
        for widget in (self._back, self._step):
            widget.setVisible(descends)
        self._exports["loss-curve"].setVisible(descends)
        for name in ("map", "3d"):
            self._exports[name].setVisible(state.descent.lesson.network.size > 1)

    def _slide(self, place: int) -> None:
        power = _LOW + (_HIGH - _LOW) * place / _TICKS
        self.learning_rate_edited.emit(learning_rate(float(f"{10**power:.2g}")))

    def _type(self) -> None:
        try:
            rate: LearningRate = typed_rate(self._typed.text())
        except ValueError as error:
            self._typed.setStyleSheet("border: 2px solid #B4380A;")
            self._typed.setToolTip(f"Learning rate: {error}")
            return
        self._typed.setStyleSheet("")
        self.learning_rate_edited.emit(rate)


def _tick(rate: float) -> int:
    share = (math.log10(rate) - _LOW) / (_HIGH - _LOW)
    return round(min(max(share, 0.0), 1.0) * _TICKS)


def _button(text: str, tip: str, wish: object) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(wish)
    return button


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("quiet")
    return label
