"""All of the arithmetic over the pictures, where the row has no room for it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.view.stage.arithmetic import ArithmeticView
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.scrolling import ScrollArea
from gd_visualizer.view.wishes import Wishes


class Overlay(QFrame):
    """Hidden until it is asked for; Esc or its button closes it."""

    def __init__(self, wishes: Wishes, stage: QWidget) -> None:
        super().__init__(stage)
        self.setObjectName("overlay")
        self.arithmetic = ArithmeticView(wishes, whole=True)
        scroll = ScrollArea()
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.arithmetic)
        close = Button(tr("Close"), tr("Close (Esc)"))
        close.asks(self.leave)
        layout = self._column = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._close, self._room = close, QRect()
        self.arithmetic.grown.connect(self._place)
        self._state: State | None = None
        self.hide()

    def set_room(self, room: QRect, em: float) -> None:
        """Where it may lie, at the bottom and no higher than it needs, and its letters."""
        self._room = room
        self.arithmetic.set_em(em)
        self._place()

    def _place(self) -> None:
        around = self.contentsMargins() + self._column.contentsMargins()
        edges = around.top() + around.bottom() + self._close.sizeHint().height()
        high = min(self.arithmetic.sizeHint().height() + edges, self._room.height())
        self.setGeometry(self._room.adjusted(0, self._room.height() - high, 0, 0))

    def sync(self, new: State, old: State | None) -> None:
        """The same state as the stage's, while it is open."""
        if old and old.descent.lesson is not new.descent.lesson:
            self.leave()
        if not self.isHidden():
            self.arithmetic.sync(new, self._state)
            self._state = new

    def open_for(self, state: State) -> None:
        """Opens it on ``state``."""
        self._state = state
        self.show()
        self.raise_()
        self.arithmetic.sync(state, None)
        self.arithmetic.setFocus()

    def leave(self) -> None:
        """Closes it; the keys are the window's again, not those of what Tab would come to next."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.window().setFocus()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
