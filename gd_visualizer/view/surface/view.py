"""The loss over one weight, with its tangent, or over two weights as a map of filled levels."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.dark.lantern import Lantern, lantern_at
from gd_visualizer.scene.surface.dragging import at_place, stepped
from gd_visualizer.scene.surface.log_scale import drawn_marks, shown_slice
from gd_visualizer.scene.surface.picture import surface_picture
from gd_visualizer.scene.surface.slice import Marks, SurfaceSlice, drawable_marks, marks_here
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.surface.mouse import SurfaceMouse
from gd_visualizer.view.surface.point_animation import PointAnimation
from gd_visualizer.view.surface.refining import RefiningLabel
from gd_visualizer.view.surface3d.slot import Space
from gd_visualizer.view.text.surface import note
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.animation import Animation
from gd_visualizer.view.widgets.key_drag import KeyDrag, shifted, way
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.wishes import Wishes

if TYPE_CHECKING:
    from gd_visualizer.view.surface3d.view import Surface3DView

_BRIGHTENING = 700  # ms


class SurfaceView(PictureView):
    """Asks for other weights by dragging the point; a double click starts a descent there.

    ``noted(str)`` tells what is to be said below it, "" where it shows all there is.
    """

    noted = Signal(str)

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.plot = Plot(tr("Loss surface"))
        self.setFocusProxy(self.plot)
        self._slice: SurfaceSlice | None = None
        self._refined: SurfaceSlice | None = None
        self._state: State | None = None
        self._refining = RefiningLabel(self)
        self._mouse, self._keys = SurfaceMouse(self.plot, wishes, self), KeyDrag(wishes, self)
        self._point_animation, self._light_animation = (
            PointAnimation(self),
            Animation(self, _BRIGHTENING),
        )
        for movement in (self._point_animation, self._light_animation):
            movement.valueChanged.connect(self._draw_again)
        self._note = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.plot, 1)
        self.space = Space(row, self._wishes, self)

    @property
    def surface3d(self) -> "Surface3DView | None":
        """The view in space, while it is shown."""
        return self.space.shown

    @property
    def flat_reason(self) -> str:
        """Why there is no view in space, if that is so."""
        return self.space.reason

    def _show_page(self, state: State) -> "Surface3DView | None":
        """The view in space, where the surface is seen in it; else the plot is shown."""
        shown = self.space.show_if(state.display.surface.in_space and self._slice is not None)
        focus = shown or self.plot
        if self.focusProxy() is not focus:
            self.setFocusProxy(focus)
        if self.plot.isHidden() == (shown is None):
            self.plot.setVisible(shown is None)
        return shown

    def _fall_back(self) -> None:
        """The same slice, drawn anew."""
        if self._refined:
            self.show_slice(self._refined)

    def _connect(self) -> None:
        self.space.gave_up.connect(self._fall_back)
        self.plot.resized.connect(self._fall_back)

    @property
    def surface_slice(self) -> SurfaceSlice | None:
        """The slice that is shown; None before the first one."""
        return self._slice

    @property
    def note(self) -> str:
        """The words below the picture; empty where it shows all there is."""
        return self._note

    def _tell(self, words: str) -> None:
        if words != self._note:
            self._note = words
            self.noted.emit(words)

    def set_em(self, em: float) -> None:
        super().set_em(em)
        self.plot.set_em(em)
        self.space.set_em(em)

    def sync(self, new: State, old: State | None, at_once: SurfaceSlice | None = None) -> None:
        """The slice that is there ``at_once``, if it is another, and the marks on it; finer ones
        come by ``show_slice``."""
        if old and old.descent.provisional and not new.descent.provisional:
            self._mouse.release()  # dropped, or left by Esc
            self._keys.forget()
        if old and old.descent.lesson.objective is not new.descent.lesson.objective:
            self._clear()
        self._point_animation.follow(new, old, self._marks())
        self._state = new
        if old and old.display.dark != new.display.dark:
            self._change_light(new)
        shown = self._refined
        if at_once and at_once is not shown:
            self.show_slice(at_once)
        elif shown and old and _drawn_as(old) != _drawn_as(new) and self._fits(shown):
            self.show_slice(shown)
        else:
            self._draw_again()

    def prepare(self, coming: State, at_once: SurfaceSlice | None = None) -> Iterator[None]:
        """What will be shown of a state that may come next, with its slice so far."""
        space = self.space.shown
        if at_once is None or at_once.refused:
            return
        if space:
            lantern = lantern_at(coming.descent, at_once) if coming.display.dark else None
            yield from space.prepare(coming, at_once, lantern)
        else:
            self.prepare_drawing(surface_picture(coming, at_once, self.plot.frame).drawing)

    def retranslate(self) -> None:
        """The same in the language that is in force now."""
        if self._refined:
            self.show_slice(self._refined)

    def _change_light(self, state: State) -> None:
        self._light_animation.stop()
        if state.display.revealed:
            self._light_animation.begin()

    def show_refining(self, on: bool) -> None:
        """Whether the picture is still coarse, and finer ones are on their way."""
        self._refining.show_if(on)

    def _draw_again(self) -> None:
        """The marks alone, on the slice there is."""
        if self._slice and self._state and self._fits(self._slice):
            self._draw_marks(self._slice, self._state)

    def show_slice(self, surface_slice: SurfaceSlice) -> None:
        """Draws a slice, or a finer one of the same; nothing where it is out of date."""
        if not self._state or not self._fits(surface_slice):
            return
        self._refined = surface_slice
        if surface_slice.refused:
            self._refuse(self._state, surface_slice)
            return
        surface_slice = self._slice = shown_slice(self._state, surface_slice)
        self._draw_marks(surface_slice, self._state)

    def _refuse(self, state: State, surface_slice: SurfaceSlice) -> None:
        """No picture, and nothing that could be asked of it."""
        self._slice = None
        self._mouse.release()
        self._show_page(state)
        made = surface_picture(state, surface_slice, self.plot.frame)
        self.plot.show_drawing(made.drawing, None)
        self._tell("")

    def _clear(self) -> None:
        """Nothing of another lesson stays."""
        self._slice = self._refined = None
        self._mouse.release()
        self._light_animation.stop()
        self._tell("")
        self.plot.show_drawing(None, None)
        self.plot.read_out("", QPointF())

    def light(self, name: str) -> None:
        """Lights up the axis of a parameter that is pointed at elsewhere."""
        self.plot.light(name)

    def _fits(self, surface_slice: SurfaceSlice) -> bool:
        return self._state is not None and surface_slice.section is self._state.section

    def _draw_marks(self, surface_slice: SurfaceSlice, state: State) -> None:
        space = self._show_page(state)
        if space:
            lantern = lantern_at(state.descent, surface_slice) if state.display.dark else None
            space.show_moment(state, surface_slice, lantern)
        else:
            lantern = self._draw_flat(surface_slice, state)
        self._tell(note(state, self._refined or surface_slice, lantern, self.flat_reason))

    def _draw_flat(self, surface_slice: SurfaceSlice, state: State) -> Lantern | None:
        current = self._placed(surface_slice, state)
        height = float(current.point[1]) if len(current.point) > 1 else current.loss
        here = (float(current.point[0]), height)
        moved = (
            self._point_animation.place(here, surface_slice)
            if self._point_animation.moving
            else None
        )
        refined = self._refined or surface_slice
        veil = 1 - self._light_animation.share if self._light_animation.moving else 0.0
        made = surface_picture(state, refined, self.plot.frame, None, moved, veil)
        self.plot.show_drawing(made.drawing, made.area)
        self._mouse.follow(surface_slice, state, made.lantern)
        return made.lantern

    def _placed(self, surface_slice: SurfaceSlice, state: State) -> Marks:
        return drawn_marks(
            surface_slice,
            drawable_marks(surface_slice, marks_here(state.descent, surface_slice.section)),
        )

    def _marks(self) -> Marks | None:
        if not self._state or not self._slice or not self._fits(self._slice):
            return None
        return self._placed(self._slice, self._state)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Alt and an arrow move the point; + and − zoom, 0 shows all."""
        steps = way(event)
        if steps and any(steps[: len(self._slice.ranges) if self._slice else 0]):
            self._move_point(steps, shifted(event))
            return
        factor = {"+": 0.8, "=": 0.8, "-": 1.25}.get(event.text())
        if factor and self._slice:
            middle = [(low + high) / 2 for low, high in self._slice.sides]
            self._mouse.zoom(QPointF(*middle), factor)
        elif event.text() == "0":
            self._wishes.show_all()
        else:
            super().keyPressEvent(event)

    def _move_point(self, steps: tuple[int, int], free: bool) -> None:
        state, shown = self._state, self._slice
        if state and shown and self._fits(shown):
            here = state.section.places(state.descent.moment.theta).tolist()
            place = stepped(shown, self._keys.place(state.section, here), steps, free)
            focus = self.focusProxy() or self
            values = at_place(state.descent, state.section, place)
            self._keys.take(state.section, place, values, focus)


def _drawn_as(state: State) -> tuple[bool, bool]:
    """What the same slice is drawn by in another way."""
    return state.display.dark, state.display.log_height
