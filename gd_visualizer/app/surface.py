"""The surface's own wiring: its slices, and what its heading's menu asks of its view."""

from PySide6.QtCore import QObject

from gd_visualizer.background.slice_feed import SliceFeed
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.pictures import SURFACE_CARD
from gd_visualizer.view.surface.view import SurfaceView
from gd_visualizer.view.window.main_window import MainWindow


class SurfaceWiring(QObject):
    """Connects the surface to the feed of slices, to its menu and to what is pointed at."""

    def __init__(
        self,
        window: MainWindow,
        surface: SurfaceView,
        feed: SliceFeed,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._head, self._surface, self._feed = window.surface_head, surface, feed
        feed.surface_refined.connect(surface.show_slice)
        feed.refining.connect(surface.show_refining)
        for source in (window.network.pointed_at, window.points.pointed_at):
            source.connect(surface.light)
        head, menu = self._head, self._head.menu
        head.opening.connect(self._tell_turning)
        menu.ranges.triggered.connect(self._open_ranges)
        menu.sides.triggered.connect(lambda action: self._look(action.data()))
        menu.turning.triggered.connect(self._turn)

    def sync(self, new: State, old: State | None) -> None:
        """One visit to the picture for each change, with the slice that is there at once."""
        shown = SURFACE_CARD in new.descent.lesson.view.cards
        self._surface.sync(new, old, self._feed.follow(new) if shown else None)

    def _tell_turning(self) -> None:
        space = self._surface.surface3d
        self._head.turning = space is not None and space.turning

    def _open_ranges(self) -> None:
        surface_slice = self._surface.surface_slice
        if surface_slice:
            flat = len(surface_slice.ranges) == 1
            self._head.open_ranges(
                [*surface_slice.ranges, surface_slice.loss_range] if flat else surface_slice.ranges
            )

    def _look(self, name: str) -> None:
        if self._surface.surface3d:
            self._surface.surface3d.look(name)

    def _turn(self, on: bool) -> None:
        if self._surface.surface3d:
            self._surface.surface3d.turn(on)
