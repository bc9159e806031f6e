"""Over the fit: squares, two colours, which inputs and which output, and new points."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.fit.cut import input_name, shown_axes
from gd_visualizer.scene.fit.squares import shows_squares
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.widgets.menus import item
from gd_visualizer.view.widgets.picture_tools import PictureTools
from gd_visualizer.view.wishes import Wishes


class FitTools(PictureTools):
    """Each is there where it has something to show. While ``add`` is pressed, a click on the fit
    is to place a point."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._state: State | None = None
        self.squares = tab(tr("squares"), tr("Squares: each squared error as a square"))
        self.squares.switches(wishes.set_squares)
        self.two_colors = tab(tr("two colours"), tr("Two colours: which class is predicted"))
        self.two_colors.switches(wishes.set_two_colors)
        self.axes = [self._menu(tr("Which input is along this axis")) for _ in range(2)]
        self.output = self._menu(tr("Which output is shown"))
        words = tr("Add points: a click places one, of the other class with Shift")
        self.add = Button(tr("+ points"), words, kind="tab", short="+")
        self.add.setCheckable(True)
        self.take((*self.axes, self.output, self.squares, self.two_colors, self.add))

    def _menu(self, tip: str) -> Button:
        button = Button("", tip, kind="tab")
        button.setMenu(QMenu(button))
        return button

    def sync(self, new: State, old: State | None) -> None:
        """What is chosen, of what there is to choose."""
        self._state = new
        lesson, fit = new.descent.lesson, new.display.fit
        if old and old.descent.lesson is lesson and old.display.fit == fit:
            return
        inputs, outputs = lesson.network.layers[0], lesson.network.layers[-1]
        self.squares.setVisible(shows_squares(new))
        self.squares.setChecked(fit.squares)
        self.two_colors.setVisible(inputs > 1 and lesson.data.class_values is not None)
        self.two_colors.setChecked(fit.two_colors)
        self.output.setVisible(outputs > 1)
        self._offer_outputs(outputs, fit.output)
        for place, button in enumerate(self.axes):
            button.setVisible(inputs > 2)
            if inputs > 2:
                self._offer_inputs(new, place, button)
        self.fit()

    def _offer_inputs(self, state: State, place: int, button: Button) -> None:
        data, axes = state.descent.lesson.data, shown_axes(state)
        button.setText(("↔ ", "↕ ")[place] + input_name(data, axes[place]))
        names = [input_name(data, k) for k in range(data.X.shape[1])]
        _fill(button, names, axes[place], lambda k: self._choose(place, k))

    def _choose(self, place: int, axis: int) -> None:
        """Another input along one axis; the other takes its place, where both would be one."""
        if self._state is None:
            return
        axes = list(shown_axes(self._state))
        if axis == axes[1 - place]:
            axes[1 - place] = axes[place]
        axes[place] = axis
        self._wishes.show_inputs(axes[0], axes[1])

    def _offer_outputs(self, outputs: int, shown: int) -> None:
        names = [tr("output {number}", number=str(k + 1)) for k in range(outputs)]
        self.output.setText(names[min(shown, outputs - 1)])
        if outputs > 1:
            _fill(self.output, names, shown, self._wishes.show_output)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With a sign for adding."""
        return QSize(self._needed(False), super().minimumSizeHint().height())

    def _needed(self, words: bool) -> int:
        """The width in px of what is there."""
        others = (*self.axes, self.output, self.squares, self.two_colors)
        found = [one.minimumSizeHint().width() for one in others if not one.isHidden()]
        found.append(self.add.width_with(words))
        return sum(found) + self.row.spacing() * len(found)

    def fit(self) -> None:
        """A sign for adding where its words have no room."""
        self.add.show_words(self._needed(True) <= self.width())


def _fill(button: Button, names: list[str], chosen: int, ask: Callable[[int], object]) -> None:
    menu = button.menu()
    menu.clear()
    for k, name in enumerate(names):
        action = item(menu, name, lambda k=k: ask(k))  # type: ignore[misc]
        action.setCheckable(True)
        action.setChecked(k == chosen)
