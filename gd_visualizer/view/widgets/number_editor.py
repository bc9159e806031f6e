"""The field over a number of a picture, in which another value is typed."""

import math
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gd_visualizer.text.errors import RefusedValue
from gd_visualizer.text.message import message
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.number_field import NumberField
from gd_visualizer.view.widgets.scrolling import UP_AND_DOWN

Read = TypeVar("Read")


class NumberEditor(NumberField, Generic[Read]):
    """Enter or leaving takes what is typed, Esc restores, nonsense is refused in place.

    ``read`` makes a value of what is typed or raises RefusedValue; ``typed`` is called with the
    number's name and that value. ``stepped(int)`` tells Up, 1, and Down, −1.
    """

    closed = Signal()
    stepped = Signal(int)

    def __init__(
        self, parent: QWidget, read: Callable[[str], Read], typed: Callable[[str, Read], object]
    ) -> None:
        super().__init__(parent)
        self._view, self._read, self._typed = parent, read, typed
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        self.textEdited.connect(lambda: self._mark(""))
        self.name = ""
        self._before = ""

    def open(self, name: str, shown: str, over: QRectF, size: float, begun: str = "") -> None:
        """Asks for another value of ``name``, which is ``shown`` so, over its box and in letters of
        its ``size``; ``begun`` is what has been typed of it."""
        self.setStyleSheet(f"font-size: {round(max(size, px(14)))}px; font-weight: 600;")
        self.name = name
        self.move_over(over)
        self.show_value(shown)
        self._mark("")
        self.show()
        self.setFocus()
        if begun:
            self.setText(begun)

    def move_over(self, over: QRectF) -> None:
        """Its place: over the number's box, inside the picture."""
        wide, high = max(over.width() + 16, px(96)), max(over.height() + 12, px(36))
        left, top = over.center().x() - wide / 2, over.center().y() - high / 2
        across, down = self._view.width() - wide, self._view.height() - high
        rect = QRectF(min(max(left, 0), across), min(max(top, 0), down), wide, high)
        self.setGeometry(rect.toRect())

    def show_value(self, shown: str) -> None:
        """The value that there is, to be typed over."""
        self._before = shown
        self.setText(shown)
        self.selectAll()

    def leave(self) -> None:
        """Closes and takes nothing; the picture has the focus again."""
        if self.name:
            self.name = ""
            self.hide()
            self._view.setFocus()
            self.closed.emit()

    def finish(self) -> None:
        """Takes a value that can be taken, leaves anything else."""
        if self.name:
            self._commit(stay=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()  # kept here: the view around would open it again
        elif event.key() in UP_AND_DOWN:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Elsewhere: as if finished there."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.finish()

    def _commit(self, stay: bool = True) -> None:
        name, text = self.name, self.text()
        try:
            value = None if text == self._before else self._read(text)
        except RefusedValue as refused:
            if stay:
                self._mark(translate_message(refused.message))
                return
            value = None
        self.leave()
        if value is not None:
            self._typed(name, value)

    def _mark(self, reason: str) -> None:
        self.setProperty("wrong", bool(reason))
        self.style().polish(self)
        self.setToolTip(reason or tr("Enter takes the value, Esc leaves it"))
        if reason:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), reason, self)


def typed_weight(text: str) -> float:
    """The number that was typed for a weight. Raises RefusedValue where it is none."""
    value = typed_number(text)
    if value is None:
        raise RefusedValue(message("expected a number, e.g. −0.5 or 1/3"))
    return value


def typed_number(text: str) -> float | None:
    """A number as people type it (comma or point, −, a fraction), or None."""
    parts = text.replace("−", "-").replace(",", ".").split("/")
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        return None
    if len(numbers) > 2 or "_" in text or (len(numbers) == 2 and not numbers[1]):
        return None
    value = numbers[0] / numbers[1] if len(numbers) == 2 else numbers[0]
    return value if math.isfinite(value) else None
