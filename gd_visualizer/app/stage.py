"""A live stage: its pictures, their slices, and who is told of what, in window and presenter."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from gd_visualizer.background.fit_feed import FitFeed
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.background.slice_feed import SliceFeed
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.pictures import (
    CODE,
    CURVE,
    CURVE_PANEL,
    FIT,
    MAP,
    NETWORK,
    PANELS,
    POINTS,
    SURFACE_PANEL,
    Panel,
    Picture,
)
from gd_visualizer.view.stage.panels import PanelViews
from gd_visualizer.view.stage.view import StageView
from gd_visualizer.view.widgets.picture_view import PictureView, made
from gd_visualizer.view.wishes import Wishes

if TYPE_CHECKING:
    from gd_visualizer.view.code.view import CodeView
    from gd_visualizer.view.curve.tools import CurveTools
    from gd_visualizer.view.curve.view import CurveView
    from gd_visualizer.view.fit.tools import FitTools
    from gd_visualizer.view.fit.view import FitView
    from gd_visualizer.view.network.tools import NetworkTools
    from gd_visualizer.view.network.view import NetworkView
    from gd_visualizer.view.points.view import PointsView
    from gd_visualizer.view.surface.tools import SurfaceTools
    from gd_visualizer.view.surface.view import SurfaceView

Sync = Callable[[State, State | None], None]
V = TypeVar("V")


class _Made(Generic[V]):
    """A panel's view, or the controls over it, by its own type: made now where it has not been
    seen; not before ``build_plots``."""

    def __init__(self, get: Callable[[PanelViews, Panel], QWidget], panel: Panel) -> None:
        self._get, self._panel = get, panel

    def __get__(self, live: "LiveStage", _owner: object = None) -> V:
        return cast(V, self._get(live.stage.panels, self._panel))


class LiveStage(QObject):
    """Fills a stage with views, and keeps them in step. A panel that is not seen is not told."""

    network: "_Made[NetworkView]" = _Made(PanelViews.view, NETWORK.panel)
    points: "_Made[PointsView]" = _Made(PanelViews.view, POINTS.panel)
    surface: "_Made[SurfaceView]" = _Made(PanelViews.view, SURFACE_PANEL)
    curve: "_Made[CurveView]" = _Made(PanelViews.view, CURVE_PANEL)
    fit: "_Made[FitView]" = _Made(PanelViews.view, FIT.panel)
    code: "_Made[CodeView]" = _Made(PanelViews.view, CODE.panel)
    network_tools: "_Made[NetworkTools]" = _Made(PanelViews.controls, NETWORK.panel)
    surface_tools: "_Made[SurfaceTools]" = _Made(PanelViews.controls, SURFACE_PANEL)
    curve_tools: "_Made[CurveTools]" = _Made(PanelViews.controls, CURVE_PANEL)
    fit_tools: "_Made[FitTools]" = _Made(PanelViews.controls, FIT.panel)

    def __init__(
        self, stage: StageView, runner: BackgroundRunner, wishes: Wishes, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.stage, self._runner, self._wishes = stage, runner, wishes
        self._told: dict[Panel, State] = {}
        self._state: State | None = None
        self._feed: SliceFeed | None = None
        stage.laid_out.connect(self._catch_up)

    def build_plots(self) -> None:
        """The panels, which may need pyqtgraph, each made when it is first seen."""
        self._feed, self._fit_feed = SliceFeed(self._runner, self), FitFeed(self._runner, self)
        making = {
            NETWORK.panel: self._make_network,
            POINTS.panel: self._make_points,
            SURFACE_PANEL: self._make_surface,
            CURVE_PANEL: self._make_curve,
            FIT.panel: self._make_fit,
        }
        for panel in PANELS:
            simply = partial(self._make_simply, panel.pictures[0])
            self.stage.panels.offer(panel, making.get(panel, simply))

    def _make_network(self) -> tuple[PictureView, QWidget]:
        from gd_visualizer.view.network.tools import NetworkTools
        from gd_visualizer.view.network.view import NetworkView

        network, tools = made(NETWORK, self._wishes, NetworkView), NetworkTools(self._wishes)
        network.pointed_at.connect(tools.note.point)
        network.pointed_at.connect(self._light_beside_network)
        network.node_pointed_at.connect(self._show_node)
        return network, tools

    def _light_beside_network(self, name: str) -> None:
        for panel in (POINTS.panel, SURFACE_PANEL):
            self._light(panel, name)

    def _light_beside_points(self, name: str) -> None:
        for panel in (NETWORK.panel, SURFACE_PANEL):
            self._light(panel, name)

    def _light(self, panel: Panel, name: str) -> None:
        """What is pointed at elsewhere, in a picture that has been seen."""
        view = self.stage.panels.views.get(panel)
        if view is not None:
            cast("NetworkView | PointsView | SurfaceView", view).light(name)

    def _show_node(self, node: tuple[int, int] | None) -> None:
        if FIT.panel in self.stage.panels.views:
            self.fit.show_node(node)

    def _make_points(self) -> tuple[PictureView, None]:
        from gd_visualizer.view.points.view import PointsView

        points = made(POINTS, self._wishes, PointsView)
        points.pointed_at.connect(self._light_beside_points)
        return points, None

    def _make_surface(self) -> tuple[PictureView, QWidget]:
        from gd_visualizer.view.surface.tools import SurfaceTools
        from gd_visualizer.view.surface.view import SurfaceView

        surface, tools = made(MAP, self._wishes, SurfaceView), SurfaceTools(self._wishes)
        self.feed.surface_refined.connect(surface.show_slice)
        self.feed.refining.connect(surface.show_refining)
        surface.noted.connect(self.stage.note)
        menu = tools.menu
        menu.ranges.triggered.connect(self._open_ranges)
        menu.sides.triggered.connect(lambda action: self._look(action.data()))
        menu.turning.triggered.connect(self._turn)
        return surface, tools

    def _make_curve(self) -> tuple[PictureView, QWidget]:
        from gd_visualizer.view.curve.tools import CurveTools
        from gd_visualizer.view.curve.view import CurveView

        return made(CURVE, self._wishes, CurveView), CurveTools(self._wishes)

    def _make_fit(self) -> tuple[PictureView, QWidget]:
        from gd_visualizer.view.fit.tools import FitTools
        from gd_visualizer.view.fit.view import FitView

        fit, tools = made(FIT, self._wishes, FitView), FitTools(self._wishes)
        fit.sampled = self._fit_feed.follow
        self._fit_feed.fit_refined.connect(fit.show_samples)
        tools.add.toggled.connect(fit.set_adding)
        return fit, tools

    def _make_simply(self, picture: Picture) -> tuple[PictureView, None]:
        return made(picture, self._wishes, PictureView), None

    @property
    def feed(self) -> SliceFeed:
        """Where its slices come from, from when the plots are built until it is closed."""
        assert self._feed is not None
        return self._feed

    def surface_menu(self) -> QMenu:
        """What the surface can do besides, as it is now."""
        space = self.surface.surface3d
        self.surface_tools.turning = space is not None and space.turning
        return self.surface_tools.shown_menu()

    def sync(self, new: State, old: State | None) -> None:
        """Everything that is seen; pictures before words."""
        self.sync_words(new, old)
        for panel in self.stage.shown:
            self.sync_panel(panel, new, old is None)

    def sync_words(self, new: State, old: State | None) -> None:
        """Sentence, arithmetic, and which pictures there are."""
        self._state = new
        self.stage.sync(new, old)

    def sync_panel(self, panel: Panel, new: State, anew: bool = False) -> None:
        """One picture with its controls, where it is seen; from what it was told last."""
        view = self.stage.panels.views.get(panel)
        if view is None or panel not in self.stage.shown:
            return
        old = None if anew else self._told.get(panel)
        if old is new:
            return
        self._told[panel] = new
        if panel is SURFACE_PANEL and self._feed:
            self.surface_tools.sync(new, old)
            self.surface.sync(new, old, self._feed.follow(new))
            return
        view.sync(new, old)
        if panel is NETWORK.panel:
            self.network_tools.sync(new, old)
        elif panel is FIT.panel:
            self.fit_tools.sync(new, old)
        elif panel is CURVE_PANEL:
            self.curve_tools.sync(new, old)
            self.curve_tools.show_log(self.curve.log)

    def prepare(self, coming: State) -> Iterator[None]:
        """What is seen of a state that may come next, in pieces of work: the surface last, for its
        slices take longest."""
        self.stage.prepare(coming)
        yield
        shown = self.stage.shown
        for panel in shown:
            if panel is not SURFACE_PANEL:
                yield from self.stage.panels.view(panel).prepare(coming)
        if SURFACE_PANEL in shown:
            for made in self.feed.prepare(coming):
                yield
                if made:
                    yield from self.surface.prepare(coming, made)

    def _catch_up(self) -> None:
        """Pictures that have come into sight."""
        if self._state:
            for panel in self.stage.shown:
                self.sync_panel(panel, self._state)

    def picture_meant(self, pointers: Iterable[QWidget | None]) -> Picture:
        """The first picture that one of these widgets shows, or is part of; else the surface, if it
        is seen, else the first that there is."""
        assert self._state is not None
        offered, display = self._state.descent.lesson.figures, self._state.display
        found = [
            panel
            for one in pointers
            for panel, view in self.stage.panels.views.items()
            if one and (view is one or view.isAncestorOf(one))
        ]
        main = [panel for panel in self.stage.shown if panel is SURFACE_PANEL]
        panels = (*found, *main, *display.panels)
        return next((p for p in map(display.picture, panels) if p in offered), offered[0])

    def retranslate(self) -> None:
        """Everything in the language that is in force now."""
        self.stage.retranslate()
        self._told.clear()
        if self._state:
            self.sync(self._state, None)
        for view in self.stage.panels.views.values():
            view.retranslate()

    def close(self) -> None:
        """Ends what still works, and frees what OpenGL holds; a second time nothing."""
        if self._feed:
            self._feed.close()
            self._feed = None
            self._fit_feed.close()
            if SURFACE_PANEL in self.stage.panels.views:
                self.surface.space.close()

    def _open_ranges(self) -> None:
        surface_slice = self.surface.surface_slice
        if surface_slice:
            flat = len(surface_slice.ranges) == 1
            self.surface_tools.open_ranges(
                [*surface_slice.ranges, surface_slice.loss_range] if flat else surface_slice.ranges
            )

    def _look(self, name: str) -> None:
        if self.surface.surface3d:
            self.surface.surface3d.look(name)

    def _turn(self, on: bool) -> None:
        if self.surface.surface3d:
            self.surface.surface3d.turn(on)
