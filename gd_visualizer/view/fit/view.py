"""The fit: what the network makes of its inputs, with points that can be dragged."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.fit.cut import Held, Node, height_range, output_node, shown_row
from gd_visualizer.scene.fit.editing import PointPlace, place_of, stepped
from gd_visualizer.scene.fit.picture import FitPicture, all_samples, fit_picture
from gd_visualizer.scene.fit.room import shown_ranges
from gd_visualizer.scene.fit.samples import Asked, Samples, asked
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.fit.mouse import FitMouse
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.key_drag import shifted, way
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.wishes import Wishes


class FitView(PictureView):
    """Asks for other points. ``sampled`` gives what is there at once of what is to be sampled;
    finer samples come by ``show_samples``."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.plot = Plot(tr("Fit"))
        self.setFocusProxy(self.plot)
        self.sampled: Callable[[Asked], Samples] = lambda what: all_samples(what, self.plot.frame)
        self._state: State | None = None
        self._node: Node | None = None
        self._held: Held | None = None
        self._picture: FitPicture | None = None
        self._keyed: PointPlace | None = None  # where keys have a point, until Alt is let go
        self._mouse = FitMouse(self.plot, wishes, self)
        self.plot.resized.connect(self._draw)
        self.plot.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot, 1)

    def set_em(self, em: float) -> None:
        super().set_em(em)
        self.plot.set_em(em)

    def sync(self, new: State, old: State | None) -> None:
        """Drawn anew where weights, points, looks, or what may be seen differ."""
        self._state = new
        if old is None or old.descent is not new.descent or _looks(old) != _looks(new):
            if old is not None and _others(old.descent.lesson, new.descent.lesson):
                self._node = self._keyed = None
                self._mouse.release()
            self._draw()

    def prepare(self, coming: State) -> Iterator[None]:
        """The fit of the weights that may come next, where it takes no time."""
        held = self._ranges(coming)
        what = asked(coming, self._looked_at(coming), held.ranges)
        if what.at_once:
            made = self._made(coming, held, all_samples(what, self.plot.frame))
            self.prepare_drawing(made.drawing)
            yield

    def show_node(self, node: Node | None) -> None:
        """A node that is pointed at elsewhere, in place of the prediction; None: none is."""
        if node != self._node:
            self._node = node
            self._draw()

    def show_samples(self, samples: Samples) -> None:
        """Finer ones, if they are of what is shown."""
        if self._state and samples.asked == self._asked(self._state):
            self._show(self._state, samples)

    def set_adding(self, adding: bool) -> None:
        """Whether a click places a new point."""
        self._mouse.adding = adding

    def retranslate(self) -> None:
        """The same in the language that is in force now."""
        self._draw()

    def _asked(self, state: State) -> Asked:
        ranges = self._held.ranges if self._held else shown_ranges(state, self.plot.frame)
        return asked(state, self._looked_at(state), ranges)

    def _looked_at(self, state: State) -> Node | None:
        """The node that is shown in place of the output, once its value may be seen."""
        if self._node is None or self._node == output_node(state):
            return None
        return self._node if visibility(state).values or self._node[0] == 0 else None

    def _draw(self) -> None:
        if self._state is None or self.plot.width() < 20:
            return
        self._keep_ranges(self._state)
        self._show(self._state, self.sampled(self._asked(self._state)))

    def _keep_ranges(self, state: State) -> None:
        """While a point is held, the axes stay under the hand."""
        if not (self._mouse.dragging or self._keyed):
            self._held = self._ranges(state)

    def _ranges(self, state: State) -> Held:
        """Those of a state of its own."""
        frame = self.plot.frame
        return Held(shown_ranges(state, frame), height_range(state, output_node(state)))

    def _show(self, state: State, samples: Samples) -> None:
        made = self._picture = self._made(state, self._held, samples)
        self.plot.show_drawing(made.drawing, made.area)
        self._mouse.follow(state, made.area, self._looked_at(state))

    def _made(self, state: State, held: Held | None, samples: Samples) -> FitPicture:
        node = self._looked_at(state)
        return fit_picture(state, self.plot.frame, None, node, None if node else held, samples)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Alt and an arrow move the point that is shown; Delete takes it away."""
        state, steps = self._state, way(event)
        if state is None or self._picture is None or self._picture.area is None:
            super().keyPressEvent(event)
        elif steps:
            begins = self._keyed or place_of(state, shown_row(state))
            self._keyed = stepped(state, self._picture.area, begins, steps, shifted(event))
            self._wishes.move_point(*self._keyed)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._wishes.delete_point(shown_row(state))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        let_go = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        released = event.type() == QEvent.Type.KeyRelease and let_go
        if self._keyed and (released or event.type() == QEvent.Type.FocusOut):
            self._keyed = None
            self._wishes.drop_point()
        return False


def _others(before: Lesson, now: Lesson) -> bool:
    """Whether a hand no longer holds what it held: it is another lesson, or there are more points,
    or fewer."""
    apart = before.original is not now.original or before.network != now.network
    return apart or len(before.data.X) != len(now.data.X)


def _looks(state: State) -> tuple[object, ...]:
    """What the same weights and points are drawn by in another way."""
    looked = state.display.fit, state.display.point, state.progress.blank
    return *looked, visibility(state), printed(state)
