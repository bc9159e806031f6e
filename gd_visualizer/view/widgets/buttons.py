"""Buttons in the program's look: words, an icon that follows palette and scale, a tooltip."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from gd_visualizer.view.look.style import palette
from gd_visualizer.view.text.translate import anew
from gd_visualizer.view.widgets.icons import icon, icon_size


def _name_in(tip: str) -> str:
    """What a tooltip begins with, without its keys."""
    return tip.partition(" (")[0]


class Button(QPushButton):
    """``text`` may be empty; ``tip`` then also is the accessible name. ``short`` is a sign that
    stands for the words where there is no room for them, and no icon."""

    def __init__(
        self,
        text: str,
        tip: str,
        picture: str = "",
        kind: str = "",
        behind: bool = False,
        short: str = "",
    ) -> None:
        super().__init__(text)
        self._short = short
        self._picture = picture
        self._words = text
        self.setObjectName(kind)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the window
        self.setAccessibleName(text or _name_in(tip))
        self.toggled.connect(self._restyle)
        if behind:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._restyle()

    def asks(self, wish: Callable[[], object]) -> None:
        """Calls ``wish`` at each click."""

        def clicked() -> None:  # Qt offers its bool to whatever takes an argument
            wish()

        self.clicked.connect(clicked)

    def switches(self, wish: Callable[[bool], object]) -> None:
        """Calls ``wish`` at each click, with whether it is pressed now."""

        def clicked(on: bool) -> None:  # and to nothing that takes any number of them
            wish(on)

        self.clicked.connect(clicked)

    def show_as(self, text: str, picture: str) -> None:
        """Shows other words and another icon, as Run does while it pauses."""
        shown = self.text() != self._short or not self._words
        self._words, self._picture = text, picture
        self.show_words(shown)
        self.setAccessibleName(text)
        self._restyle()

    def retranslate(self) -> None:
        """Its words in the language that is in force now, shown or not."""
        shown, self._words = self.text() != self._short, anew(self._words)
        self.show_words(shown)
        before, tip = self.toolTip(), anew(self.toolTip())
        if self.accessibleName() == _name_in(before):
            self.setAccessibleName(_name_in(tip))
        self.setToolTip(tip)

    def show_words(self, shown: bool) -> None:
        """With its words, or with the icon or sign alone where there is no room."""
        self.setText(self._words if shown else self._short)

    def width_with(self, words: bool) -> int:
        """The width in px that it needs with its words, or without."""
        text = self._words if words else self._short
        wide = self.fontMetrics().horizontalAdvance
        return self.minimumSizeHint().width() + wide(text) - wide(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Tab goes from button to button; Left and Right are the window's."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

    def _restyle(self) -> None:
        if self._picture:
            pressed = self.objectName() == "tab" and self.isChecked()
            filled = self.objectName() == "primary" or pressed
            ink = palette().paper if filled else palette().ink
            self.setIcon(icon(self._picture, ink))
            self.setIconSize(icon_size())


def tab(text: str, tip: str) -> Button:
    """A small button that stays pressed."""
    button = Button(text, tip, kind="tab")
    button.setCheckable(True)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return button
