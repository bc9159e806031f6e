"""The menu of the surface: along which directions, which heights and ranges, from which side."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gd_visualizer.descent.names import label
from gd_visualizer.descent.state.state import State
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.menus import choices


class SurfaceMenu(QMenu):
    """Asks for what is chosen; ``show_choices`` checks what is in force."""

    plane_chosen = Signal(str)
    axis_chosen = Signal(int, str)
    dark_switched = Signal()
    log_switched = Signal(bool)
    curvature_requested = Signal()
    ranges_requested = Signal()
    all_requested = Signal()
    side_chosen = Signal(str)
    turning_switched = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._planes = choices(
            self,
            tr("Directions"),
            {
                "": tr("Weights"),
                "gradient": tr("The gradient, and across it"),
                "random": tr("Random directions"),
                "principal": tr("The main directions of the path"),
            },
        )
        self._planes.triggered.connect(lambda action: self.plane_chosen.emit(action.data()))
        self._axes = [
            self._axis(title, k) for k, title in enumerate((tr("First axis"), tr("Second axis")))
        ]
        self._dark = self._switch(tr("Dark: only the ground around the point (L)"))
        self._dark.triggered.connect(self.dark_switched)
        self._log = self._switch(tr("Heights by powers of ten"))
        self._log.triggered.connect(self.log_switched)
        words = tr("The largest curvature here, and the critical learning rate 2/λ")
        self._curvature = self.addAction(words, self.curvature_requested.emit)
        self.addAction(tr("Type the ranges …"), self.ranges_requested.emit)
        self.addAction(tr("Back to the whole picture (0)"), self.all_requested.emit)
        self._sides = choices(
            self,
            tr("Seen from"),
            {
                "isometric": tr("The usual side"),
                "top": tr("Above, as the map"),
                "along x": tr("Along the first axis"),
                "along y": tr("Along the second axis"),
            },
        )
        self._sides.triggered.connect(lambda action: self.side_chosen.emit(action.data()))
        self._turning = self._switch(tr("Turn slowly"))
        self._turning.triggered.connect(self.turning_switched)

    def show_choices(self, state: State, turning: bool) -> None:
        """What is in force; what belongs to 3D only there."""
        display = state.display
        kind = display.plane.kind if display.plane else ""
        several = state.descent.lesson.objective.size > 1
        for action in self._planes.actions():
            action.setChecked(action.data() == kind)
            action.setEnabled(several or not action.data())
        network = state.descent.lesson.network
        for place, menu in enumerate(self._axes):
            menu.clear()
            for name in network.names:
                action = menu.addAction(label(network, name))
                action.setData(name)
                action.setCheckable(True)
                action.setChecked(name in display.axes[place : place + 1])
            menu.setEnabled(several and not kind and "axes" not in state.descent.lesson.view.hide)
        view = state.descent.lesson.view
        self._curvature.setEnabled(view.descends and "learning rate" not in view.hide)
        self._dark.setChecked(display.dark)
        self._log.setChecked(display.log_height)
        solid = display.surface == "3d"
        for action in (*self._sides.actions(), self._turning):
            action.setEnabled(solid)
            action.setChecked(False)
        self._turning.setChecked(solid and turning)

    def _axis(self, title: str, place: int) -> QMenu:
        menu = QMenu(title, self)
        menu.triggered.connect(lambda action: self.axis_chosen.emit(place, action.data()))
        self.addMenu(menu)
        return menu

    def _switch(self, text: str) -> QAction:
        action = QAction(text, self)
        action.setCheckable(True)
        self.addAction(action)
        return action
