"""The pictures of a stage: a view for each panel and the controls over it, in their rooms."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.lesson.pictures import FIT_PANEL, SURFACE_PANEL, Panel
from gd_visualizer.scene.stage.rooms import StageRooms
from gd_visualizer.view.widgets.picture_view import PictureView

_TOOLS, _FEWER_TOOLS = 0.3, 0.7  # of a picture's width, that its controls leave to its title
_TITLE_HIGH = 1.6  # ems of a picture's height, that its title has: controls may lie over it
_LOW = 13.0  # ems of a picture's height, below which they leave it more

Making = Callable[[], tuple[PictureView, QWidget | None]]  # a panel's view and its controls


class PanelViews:
    """The views on ``stage`` by their panels; one that is offered is made when it is first seen.

    ``before_class``: controls lie over the pictures, which leave them no room.
    """

    def __init__(self, stage: QWidget, before_class: bool) -> None:
        self._stage, self._before_class = stage, before_class
        self._views: dict[Panel, PictureView] = {}
        self._offered: dict[Panel, Making] = {}
        self._tools: dict[Panel, QWidget] = {}
        self._rooms: StageRooms | None = None
        self.with_tools = True

    @property
    def views(self) -> dict[Panel, PictureView]:
        """The view of each panel that has been seen."""
        return self._views

    @property
    def tools(self) -> list[QWidget]:
        """The controls over the pictures."""
        return list(self._tools.values())

    @property
    def shown(self) -> list[Panel]:
        """The panels that are seen now."""
        return list(self._rooms.pictures) if self._rooms else []

    def offer(self, panel: Panel, making: Making) -> None:
        """A panel's view, and its controls, which lie over its upper right corner: made by
        ``making`` when the panel is first seen."""
        self._offered[panel] = making

    def view(self, panel: Panel) -> PictureView:
        """A panel's view, made now where it has not been seen. KeyError where none is offered."""
        if panel not in self._views:
            self._take(panel, *self._offered.pop(panel)())
        return self._views[panel]

    def controls(self, panel: Panel) -> QWidget:
        """The controls over a panel's view, made with it. KeyError where it has none."""
        self.view(panel)
        return self._tools[panel]

    def _take(self, panel: Panel, view: PictureView, tools: QWidget | None) -> None:
        self._views[panel] = view
        for part in (view, tools):
            if part:
                part.setParent(self._stage)
                part.hide()
        if tools:
            self._tools[panel] = tools

    def show_tools(self, shown: bool) -> None:
        """Whether the controls of the pictures that are seen are seen."""
        self.with_tools = shown
        for panel, tools in self._tools.items():
            tools.setVisible(shown and panel in self.shown)

    def arrange(self, rooms: StageRooms) -> None:
        """Each in its room, or hidden where it has none."""
        self._rooms = rooms
        for panel in rooms.pictures:
            if panel in self._offered:
                self.view(panel)
        for panel, view in self._views.items():
            self._place(panel, view, rooms)

    def _place(self, panel: Panel, view: PictureView, rooms: StageRooms) -> None:
        seen, tools, em = panel in rooms.pictures, self._tools.get(panel), rooms.frame.em
        if seen:
            view.set_em(em)
            place, high = whole(rooms.pictures[panel]), tools.sizeHint().height() if tools else 0
            # a map has a title at each end, the fit says above it what it shows
            full = panel in (SURFACE_PANEL, FIT_PANEL)
            title = 0.0 if full else _TITLE_HIGH * em
            over = 0 if self._before_class else max(round(high - title), 0)  # seen as it moves only
            over = min(over, max(place.height(), 0) // 3)  # of a low one most remains
            view.setGeometry(place.adjusted(0, over, 0, 0))
        for part, there in ((view, seen), (tools, seen and self.with_tools)):
            if part and part.isHidden() == there:
                part.setVisible(there)
        if tools:
            _place_tools(panel, tools, rooms)
            tools.raise_()

    def place_tools(self) -> None:
        """The controls anew, which need other room."""
        if self._rooms:
            for panel, tools in self._tools.items():
                _place_tools(panel, tools, self._rooms)


def _place_tools(panel: Panel, tools: QWidget, rooms: StageRooms) -> None:
    """Over a picture's upper right corner, as wide as its title leaves, or as they need."""
    if panel not in rooms.pictures:
        return
    place = whole(rooms.pictures[panel])
    share = _FEWER_TOOLS if place.height() < _LOW * rooms.frame.em else _TOOLS
    high, least = tools.sizeHint().height(), tools.minimumSizeHint().width()
    left = min(round(place.width() * share), place.width() - least)
    tools.setGeometry(place.adjusted(left, 0, 0, high - place.height()))


def whole(rect: Rect) -> QRect:
    """In whole px."""
    return QRectF(*rect).toRect()
