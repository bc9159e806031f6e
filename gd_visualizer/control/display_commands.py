"""The controller's commands that only change what is looked at."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State

Command = Callable[[State], State]


class DisplayCommands(QObject):
    """One slot for each; ``_apply`` is the controller's one door."""

    _drawn = 0

    def _apply(self, command: Command, keep: bool = False, settle: bool = True) -> bool:
        raise NotImplementedError

    def select_weight(self, name: str) -> None:
        """The weight that all views point at."""
        self._apply(lambda state: showing.select_weight(state, name))

    def select_node(self, layer: int, node: int) -> None:
        """The node whose sum is shown."""
        self._apply(lambda state: showing.select_node(state, layer, node))

    def select_point(self, point: int) -> None:
        """The row of data that is shown, from 0."""
        self._apply(lambda state: showing.select_point(state, point))

    def show_surface(self, kind: str, axes: tuple[str, ...] | None = None) -> None:
        """slope or map, over the same axes or others."""
        self._apply(lambda state: showing.show_surface(state, kind, axes))

    def show_card(self, card: str) -> None:
        """Points or code."""
        self._apply(lambda state: showing.show_card(state, card))

    def set_predict(self, predict: bool) -> None:
        """Whether every result is asked for before it is shown."""
        self._apply(lambda state: showing.set_predict(state, predict))

    def set_trying(self, trying: bool) -> None:
        """Whether a learning rate is being chosen."""
        self._apply(lambda state: showing.set_trying(state, trying))

    def show_plane(self, kind: str) -> None:
        """The surface along directions through weight space; other random ones each time."""
        self._drawn += kind == "random"
        seed = self._drawn
        self._apply(lambda state: showing.show_plane(state, kind, seed))

    def set_log_height(self, log: bool) -> None:
        """Whether the surface's heights grow by powers of ten."""
        self._apply(lambda state: showing.set_log_height(state, log))

    def set_log_loss(self, log: bool) -> None:
        """Whether the heights of the loss by step grow by powers of ten."""
        self._apply(lambda state: showing.set_log_loss(state, log))

    def look_from(self, camera: Camera) -> None:
        """Another view of the surface in space."""
        self._apply(lambda state: showing.look_from(state, camera))

    def toggle_dark(self) -> None:
        """Dark, or light."""
        self._apply(showing.switch_light)

    def guess_lowest(self, place: dict[str, float]) -> None:
        """Where somebody thinks the lowest place is."""
        self._apply(lambda state: showing.guess_lowest(state, place))

    def show_ranges(self, ranges: dict[str, tuple[float, float]]) -> None:
        """Other ranges of parameters or of the loss."""
        self._apply(lambda state: showing.show_ranges(state, ranges))

    def show_all(self) -> None:
        """The ranges that the program chooses."""
        self._apply(showing.show_all)
