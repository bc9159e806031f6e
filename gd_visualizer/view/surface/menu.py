"""The menu of the surface: along which directions, which heights and ranges, from which side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gd_visualizer.descent.names import label
from gd_visualizer.descent.state.state import State
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.menus import choices, item, switch
from gd_visualizer.view.wishes import Wishes


class SurfaceMenu(QMenu):
    """Asks for what is chosen; ``show_choices`` checks what is in force.

    The actions ``ranges``, ``sides`` and ``turning`` are about what is shown beside it, and
    ``axis_chosen(place, name)`` goes to the boxes of the axes.
    """

    axis_chosen = Signal(int, str)

    def __init__(self, parent: QWidget, wishes: Wishes) -> None:
        super().__init__(tr("Surface"), parent)
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
        self._planes.triggered.connect(lambda action: wishes.show_plane(action.data()))
        self._axes = [
            self._axis(title, k) for k, title in enumerate((tr("First axis"), tr("Second axis")))
        ]
        dark = tr("Dark: only the ground around the point (L)")
        self._dark = item(self, dark, wishes.switch_light)
        self._dark.setCheckable(True)
        self._log = switch(self, tr("Heights by powers of ten"), wishes.set_log_height)
        words = tr("The largest curvature here, and the critical learning rate 2/λ")
        self._curvature = item(self, words, wishes.find_curvature)
        self.ranges = self.addAction(tr("Type the ranges …"))
        item(self, tr("Back to the whole picture (0)"), wishes.show_all)
        self.sides = choices(
            self,
            tr("Seen from"),
            {
                "isometric": tr("The usual side"),
                "top": tr("Above, as the map"),
                "along x": tr("Along the first axis"),
                "along y": tr("Along the second axis"),
            },
        )
        self.turning = self.addAction(tr("Turn slowly"))
        self.turning.setCheckable(True)

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
        solid = display.surface.in_space
        for action in (*self.sides.actions(), self.turning):
            action.setEnabled(solid)
            action.setChecked(False)
        self.turning.setChecked(solid and turning)

    def _axis(self, title: str, place: int) -> QMenu:
        menu = QMenu(title, self)
        menu.triggered.connect(lambda action: self.axis_chosen.emit(place, action.data()))
        self.addMenu(menu)
        return menu
