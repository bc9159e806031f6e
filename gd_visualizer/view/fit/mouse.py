"""The mouse over the fit: what is read there; points are chosen, dragged, and added."""

from PySide6.QtCore import QObject, QPointF, Qt

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.fit.cut import Node
from gd_visualizer.scene.fit.editing import (
    PointPlace,
    added_at,
    moved_to,
    place_of,
    row_at,
    training_point,
)
from gd_visualizer.scene.fit.reading import place_reading, point_reading
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.look.style import px
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.text.translate import translate_message
from gd_visualizer.view.wishes import Wishes

_GRAB, _NEAR = 18, 10  # px


class FitMouse(QObject):
    """Asks for what is meant; ``follow`` tells it what is shown."""

    def __init__(self, plot: Plot, wishes: Wishes, parent: QObject) -> None:
        super().__init__(parent)
        self._plot, self._wishes = plot, wishes
        self._state: State | None = None
        self._area: Area | None = None
        self._node: Node | None = None
        self._grabbed: PointPlace | None = None
        self.adding = False
        plot.pressed.connect(self._press)
        plot.dragged.connect(self._drag)
        plot.clicked.connect(self._click)
        plot.released.connect(self._release)
        plot.moved.connect(self._hover)

    @property
    def dragging(self) -> bool:
        """Whether a point is held, and ranges must stay."""
        return self._grabbed is not None

    def follow(self, state: State, area: Area | None, node: Node | None) -> None:
        """Takes what the plot shows from now on; of another ``node`` no points are seen. What was
        read of another moment goes."""
        before = self._state
        if before is not None and before.descent is not state.descent and not self.dragging:
            self._plot.read_out("", QPointF())
        self._state, self._area, self._node = state, area, node

    def _row(self, place: QPointF, reach: int) -> int | None:
        if self._state is None or self._area is None or self._node is not None:
            return None
        return row_at(self._state, self._area, (place.x(), place.y()), px(reach))

    def _press(self, place: QPointF) -> None:
        row = self._row(place, _GRAB)
        self._plot.read_out("", place)
        if row is None or self._state is None:
            return
        self._grabbed = place_of(self._state, row)
        point = training_point(self._state, row)
        if point is not None:
            self._wishes.select_point(point)

    def _drag(self, place: QPointF, _by: QPointF, free: bool) -> None:
        state, area, begins = self._state, self._area, self._grabbed
        if state is None or area is None or begins is None or self._plot.steady:
            return
        self._wishes.move_point(*moved_to(state, area, begins, (place.x(), place.y()), free))
        self._read(place, begins.row)

    def _release(self, _place: QPointF) -> None:
        if self._grabbed is not None:
            self._grabbed = None
            self._wishes.drop_point()

    def release(self) -> None:
        """Lets a point go, where something else has ended its drag."""
        self._grabbed = None

    def _click(self, place: QPointF) -> None:
        state, area = self._state, self._area
        if self.adding and state is not None and area is not None and self._grabbed is None:
            at = place.x(), place.y()
            self._wishes.place_point(*added_at(state, area, at, self._plot.shift_held))

    def _hover(self, place: QPointF) -> None:
        row = self._row(place, _NEAR)
        if self._area is None or not self._area.holds(place.x(), place.y()):
            self._plot.read_out("", place)
            return
        self._read(place, row)
        shape = Qt.CursorShape.PointingHandCursor if row is not None else Qt.CursorShape.ArrowCursor
        if self.adding and row is None:
            shape = Qt.CursorShape.CrossCursor
        self._plot.viewport().setCursor(shape)

    def _read(self, place: QPointF, row: int | None) -> None:
        state, area = self._state, self._area
        if state is None or area is None:
            return
        shown = visibility(state)
        if row is not None:
            said = point_reading(state, row, shown)
        else:
            said = place_reading(state, area, (place.x(), place.y()), shown, self._node)
        self._plot.read_out(translate_message(said), place)
