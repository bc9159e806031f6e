"""Over the surface: One weight, Map or 3D, the dark, back to all of it; and its menu."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu

from gd_visualizer.descent.names import axis_title
from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.pictures import SLOPE, SURFACE_PANEL, Picture
from gd_visualizer.view.surface.menu import SurfaceMenu
from gd_visualizer.view.surface.range_dialog import RangeDialog
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.widgets.menus import item
from gd_visualizer.view.widgets.picture_tools import PictureTools
from gd_visualizer.view.wishes import Wishes


class SurfaceTools(PictureTools):
    """Asks for a kind of surface and its axes."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._state: State | None = None
        kinds = SURFACE_PANEL.pictures
        self.tabs = {kind: tab(tr(kind.tab), tr(kind.tip)) for kind in kinds}
        for kind, button in self.tabs.items():
            button.clicked.connect(lambda _on, kind=kind: self._ask(kind))
        self.kinds = Button("", tr("One weight, map or 3D"), kind="tab")
        menu = QMenu(self.kinds)
        for kind in kinds:
            item(menu, tr(kind.tab), lambda kind=kind: self._ask(kind))  # type: ignore[misc]
        self.kinds.setMenu(menu)
        self._all = Button("", tr("Back to the whole picture (0)"), "whole", "tab")
        self._all.asks(wishes.show_all)
        self._dark = Button("", tr("Dark: only the ground around the point (L)"), "lantern", "tab")
        self._dark.setCheckable(True)
        self._dark.asks(wishes.switch_light)
        self.menu = SurfaceMenu(self, wishes)
        self.menu.axis_chosen.connect(self._choose_axis)
        self.turning = False
        self.take((self.kinds, *self.tabs.values(), self._dark, self._all))

    def sync(self, new: State, old: State | None) -> None:
        """Shows the chosen kind of surface, and whether it is dark."""
        self._state = new
        if old and old.display is new.display and old.descent.lesson is new.descent.lesson:
            return
        self._show_kind()
        self._dark.setChecked(new.display.dark)
        self.fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With one button for all kinds."""
        there = [w for w in (self._dark, self._all) if not w.isHidden()]
        if self._several:
            there.append(self.kinds)
        hints = [one.sizeHint() for one in there] or [self.kinds.sizeHint()]
        wide = sum(hint.width() for hint in hints) + self.row.spacing() * len(hints)
        return QSize(wide, max(hint.height() for hint in hints))

    @property
    def _several(self) -> bool:
        """One weight leaves nothing to choose."""
        return self._state is not None and self._state.descent.lesson.objective.size > 1

    def fit(self) -> None:
        """A tab for each kind, or one button for all where there is no room."""
        if self._state is None:
            return
        display, lesson = self._state.display, self._state.descent.lesson
        self._dark.setVisible(lesson.view.dark or display.dark)
        self._all.setVisible(bool(display.ranges))
        several = self._several
        others = [w for w in (self._dark, self._all) if not w.isHidden()]
        needed = sum(w.sizeHint().width() + 6 for w in (*self.tabs.values(), *others))
        tabs = several and needed <= self.width()
        for button in self.tabs.values():
            button.setVisible(tabs)
        self.kinds.setVisible(several and not tabs)

    def shown_menu(self) -> SurfaceMenu:
        """Its menu, with what is in force now."""
        if self._state:
            self.menu.show_choices(self._state, self.turning)
        return self.menu

    def open_ranges(self, ranges: Sequence[Range]) -> None:
        """A dialog with the ``ranges`` shown: of the axes, and of the loss over one."""
        if self._state is None:
            return
        along, network = self._state.section, self._state.descent.lesson.network
        names = (*along.names, "loss")[: len(ranges)]
        words = [translate_message(axis_title(along, network, k)) for k in range(len(along.names))]
        rows = list(zip(names, (*words, tr("loss")), ranges, strict=False))
        RangeDialog(self.window(), rows, self._wishes.show_ranges).open()

    def _ask(self, kind: Picture) -> None:
        self._show_kind()  # a click on the pressed one leaves it pressed
        self._wishes.show_surface(kind, None)

    def _show_kind(self) -> None:
        shown = self._state.display.surface if self._state else SLOPE
        for kind, button in self.tabs.items():
            button.setChecked(kind is shown)
        self.kinds.setText(tr(shown.tab))

    def _choose_axis(self, place: int, name: str) -> None:
        """Another parameter along one axis; the other axis takes what this one had, where both
        would be the same."""
        if not self._state:
            return
        display = self._state.display
        axes = list(display.axes)
        if display.surface.axes == 1:
            rest = [axis for axis in axes if axis != name]
            self._wishes.show_surface(display.surface, (name, *rest)[:2])
            return
        other = 1 - place
        if axes[other] == name:
            axes[other] = axes[place]
        axes[place] = name
        self._wishes.show_surface(display.surface, (axes[0], axes[1]))
