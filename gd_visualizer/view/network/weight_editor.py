"""The field over a weight's box, in which its value is typed."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr


class WeightEditor(QLineEdit):
    """Enter or leaving takes the value, Esc restores, nonsense is refused in place.

    ``typed`` is called with the weight's name and what has been taken.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, typed: Callable[[str, float], object]) -> None:
        super().__init__(parent)
        self._view, self._typed = parent, typed
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Value of the weight"))
        self.hide()
        self.textEdited.connect(lambda: self._mark(""))
        self.name = ""
        self._before = ""

    def open(self, name: str, value: float, over: QRectF, size: float, begun: str = "") -> None:
        """Asks for another value of ``name``, over its box and in letters of its ``size``;
        ``begun`` is what has been typed of it."""
        self.setStyleSheet(f"font-size: {round(max(size, px(14)))}px; font-weight: 600;")
        wide, high = max(over.width() + 16, px(96)), max(over.height() + 12, px(36))
        left = over.center().x() - wide / 2
        room = self._view.width() - wide
        rect = QRectF(min(max(left, 0), room), over.center().y() - high / 2, wide, high)
        self.name, self._before = name, repr(value).removesuffix(".0")
        self.setGeometry(rect.toRect())
        self.setText(self._before)
        self._mark("")
        self.show()
        self.selectAll()
        self.setFocus()
        if begun:
            self.setText(begun)

    def leave(self) -> None:
        """Closes and takes nothing; the diagram has the focus again."""
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
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Elsewhere: as if finished there."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.finish()

    def _commit(self, stay: bool = True) -> None:
        name, text = self.name, self.text()
        value = typed_number(text)
        if value is None and stay:
            self._mark(tr("expected a number, e.g. −0.5 or 1/3"))
            return
        self.leave()
        if value is not None and text != self._before:
            self._typed(name, value)

    def _mark(self, reason: str) -> None:
        self.setProperty("wrong", bool(reason))
        self.style().polish(self)
        self.setToolTip(reason or tr("Enter takes the value, Esc leaves it"))
        if reason:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), reason, self)


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
