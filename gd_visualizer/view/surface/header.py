"""Above the surface: One weight or Map, over which parameters, and back to all of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gd_visualizer.descent.names import axis_title, label
from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.pictures import SLOPE, SURFACE_CARD, Picture
from gd_visualizer.view.look.style import font, px, scale
from gd_visualizer.view.surface.menu import SurfaceMenu
from gd_visualizer.view.surface.range_dialog import RangeDialog
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.wishes import Wishes


class SurfaceHead(QWidget):
    """Asks for a kind of surface and its axes; ``opening()`` tells that its menu is about to."""

    opening = Signal()

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._state: State | None = None
        kinds = SURFACE_CARD.pictures
        self.tabs = {kind: tab(tr(kind.tab), tr(kind.tip)) for kind in kinds}
        for kind, button in self.tabs.items():
            button.clicked.connect(lambda _on, kind=kind: self._ask(kind))
        self._axes = (
            _axis_box(tr("First axis of the surface")),
            _axis_box(tr("Second axis of the surface")),
        )
        for box in self._axes:
            box.activated.connect(self._choose)
        self._all = Button("", tr("Back to the whole picture (0)"), "whole", "tab")
        self._all.asks(wishes.show_all)
        self._dark = Button("", tr("Dark: only the ground around the point (L)"), "lantern", "tab")
        self._dark.setCheckable(True)
        self._dark.asks(wishes.switch_light)
        self.menu = SurfaceMenu(self, wishes)
        self.menu.axis_chosen.connect(self._choose_axis)
        self._more = Button("", tr("Directions, heights, ranges, sides"), "settings", "tab")
        self._more.asks(self._open_menu)
        self.turning = False
        self._measured: tuple[object, float] = (None, 0.0)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self.tabs.values():
            layout.addWidget(button)
        layout.addStretch(1)
        layout.setSpacing(6)
        for widget in (self._dark, self._all, *self._axes, self._more):
            layout.addWidget(widget)

    def sync(self, new: State, old: State | None) -> None:
        """Shows the chosen kind of surface, its axes, and whether it is dark."""
        self._state = new
        network, display = new.descent.lesson.network, new.display
        if old is None or old.descent.lesson is not new.descent.lesson:
            for box in self._axes:
                with QSignalBlocker(box):
                    box.clear()
                    for name in network.names:
                        box.addItem(label(network, name), name)
            self._measure()
            for button in self.tabs.values():
                button.setVisible(network.size > 1)  # one weight leaves nothing to choose
        if old and old.display is display:
            return
        self._show_kind()
        self._dark.setChecked(display.dark)
        for box, name in zip(self._axes, display.axes, strict=False):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(name))
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Its parts have other sizes, after a change of scale for one."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Without what the menu has as well; as high as with it."""
        always = [w for w in (*self.tabs.values(), self._more) if not w.isHidden()]
        spaces = self._row.spacing() * (len(always) + 1)
        wide = sum(w.minimumSizeHint().width() for w in always) + spaces
        return QSize(wide, max(w.sizeHint().height() for w in (*self._axes, self._more)))

    def wanted_width(self) -> int:
        """The width in px at which everything that is of use now has room."""
        return self.minimumSizeHint().width() + sum(
            _wide(w) + self._row.spacing()
            for wanted, widgets in self._groups()
            for w in widgets
            if wanted
        )

    def _groups(self) -> list[tuple[bool, list[QWidget]]]:
        """What is shown where it is of use and has room, the first first."""
        if self._state is None:
            return []
        display, lesson = self._state.display, self._state.descent.lesson
        chosen = "axes" not in lesson.view.hide and lesson.objective.size > 1 and not display.plane
        return [
            (chosen, list(self._axes[: display.surface.axes])),
            (lesson.view.dark or display.dark, [self._dark]),
            (bool(display.ranges), [self._all]),
        ]

    def _fit(self) -> None:
        """The axes, the dark and the whole picture: what is of use and has room."""
        room = self.width() - self.minimumSizeHint().width()
        for wanted, widgets in self._groups():
            needed = sum(_wide(w) + self._row.spacing() for w in widgets)
            there = wanted and needed <= room
            for widget in widgets:
                widget.setVisible(there)
            room -= needed if there else 0
        if self._state and self._state.display.surface.axes == 1:
            self._axes[1].hide()

    def _open_menu(self) -> None:
        self.opening.emit()
        if self._state:
            self.menu.show_choices(self._state, self.turning)
            self.menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

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

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        """The lists of parameters as narrow as their names."""
        network = self._state.descent.lesson.network if self._state else None
        if self._measured == (network, scale()):
            return
        self._measured = network, scale()
        metrics = QFontMetrics(font(14))
        names = [self._axes[0].itemText(k) for k in range(self._axes[0].count())] or [""]
        longest = max(map(len, names))
        wide = max(metrics.horizontalAdvance(name) for name in names if len(name) == longest)
        for box in self._axes:
            box.setFixedWidth(wide + px(42))
        self.updateGeometry()

    def _choose_axis(self, place: int, name: str) -> None:
        """From the menu, as from the boxes."""
        self._axes[place].setCurrentIndex(self._axes[place].findData(name))
        self._choose()

    def _choose(self) -> None:
        if not self._state:
            return
        display = self._state.display
        x, y = (box.currentData() for box in self._axes)
        if display.surface.axes == 1:
            rest = [name for name in display.axes if name != x]
            self._wishes.show_surface(display.surface, (x, *rest)[:2])
        elif x == y:  # the other axis takes what this one had
            self._wishes.show_surface(display.surface, tuple(reversed(display.axes)))
        else:
            self._wishes.show_surface(display.surface, (x, y))


def _wide(widget: QWidget) -> int:
    """What it takes; the lists of axes are narrower than Qt would have them."""
    return min(widget.minimumSizeHint().width(), widget.maximumWidth())


def _axis_box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(2)
    return box
