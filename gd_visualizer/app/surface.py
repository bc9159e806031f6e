"""The surface's own wiring: what its view, its heading and its menu ask for."""

from PySide6.QtCore import QObject

from gd_visualizer.background.slice_feed import SliceFeed
from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.state.state import State
from gd_visualizer.view.surface.view import SurfaceView
from gd_visualizer.view.window.main_window import MainWindow


class SurfaceWiring(QObject):
    """Connects the surface's wishes to the controller, and its slices to the feed."""

    def __init__(
        self,
        window: MainWindow,
        surface: SurfaceView,
        feed: SliceFeed,
        controller: Controller,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._head, self._surface, self._feed = window.surface_head, surface, feed
        feed.set_aspect(surface.aspect)
        feed.surface_refined.connect(surface.show_slice)
        feed.refining.connect(surface.show_refining)
        surface.aspect_changed.connect(feed.set_aspect)
        surface.point_dragged.connect(controller.drag)
        surface.point_dropped.connect(controller.drop)
        slot = controller.slot
        surface.guessed.connect(slot(showing.guess_lowest))
        surface.ranges_requested.connect(slot(showing.show_ranges))
        surface.all_requested.connect(slot(showing.show_all))
        surface.camera_changed.connect(slot(showing.look_from))
        for source in (window.network.pointed_at, window.points.pointed_at):
            source.connect(surface.light)
        head, menu = self._head, self._head.menu
        head.ranges_typed.connect(slot(showing.show_ranges))
        head.opening.connect(self._tell_turning)
        menu.plane_chosen.connect(controller.show_plane)
        menu.dark_switched.connect(slot(showing.switch_light))
        menu.log_switched.connect(slot(showing.set_log_height))
        menu.all_requested.connect(slot(showing.show_all))
        menu.ranges_requested.connect(self._open_ranges)
        menu.side_chosen.connect(self._look)
        menu.turning_switched.connect(self._turn)

    def sync(self, new: State, old: State | None) -> None:
        """One visit to the picture for each change, with the slice that is there at once."""
        shown = "surface" in new.descent.lesson.view.cards
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
