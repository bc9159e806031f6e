"""The room of the explanation, with the two buttons that go from phase to phase."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.widgets.scrolling import ScrollArea
from gd_visualizer.view.wishes import Wishes

if TYPE_CHECKING:
    from gd_visualizer.descent.state.state import State

HIGH = 132


class ExplanationPanel(QFrame):
    """Scrolls where the explanation is longer than its room; its content can come later."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("explanation")
        self._scroll = ScrollArea()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.next = Button(
            tr("Next"), tr("Next: the next phase or beat (PageDown)"), "right", "", True
        )
        self.back = Button("", tr("Back by one phase or beat (PageUp)"), "left", "flat")
        tip = tr("Every result is asked for before it is shown: type what you expect")
        self.predict = tab(tr("Guess first"), tip)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.predict)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        buttons.addLayout(row)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 16, 0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)
        self.setMinimumHeight(px(76))

    def hand_in(self, wishes: Wishes) -> None:
        """Takes the ``wishes`` that the two buttons call, once the program is there."""
        self.next.asks(wishes.next)
        self.back.asks(wishes.previous)
        self.predict.switches(wishes.set_predict)

    def sync(self, new: "State", _old: "State | None") -> None:
        """Whether results are asked for, and whether there is a way back."""
        self.predict.setChecked(new.progress.predict)
        from gd_visualizer.descent.script.clicker import at_start  # which needs NumPy

        self.back.setEnabled(not at_start(new))

    def fill(self, view: QWidget) -> None:
        """Puts the explanation in its place."""
        self._scroll.setWidget(view)
