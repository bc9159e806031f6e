"""Drags by keys: with Alt and the arrows, until Alt is let go; with Shift finer, as by mouse."""

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gd_visualizer.view.wishes import Wishes

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class KeyDrag(QObject):
    """Asks for a drag, and for its drop once Alt, or the focus, has gone.

    It knows where it has come to: keys may come faster than a drag is shown.
    """

    def __init__(self, wishes: Wishes, parent: QObject) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._what: Hashable = None
        self._place: Sequence[float] = ()
        self._focus: QWidget | None = None

    def place(self, what: Hashable, begins: Sequence[float]) -> Sequence[float]:
        """Where ``what`` has been dragged to; ``begins``, where no drag of it goes on."""
        return self._place if self._focus and what == self._what else begins

    def take(
        self, what: Hashable, place: Sequence[float], values: Mapping[str, float], focus: QWidget
    ) -> None:
        """``what`` goes on to ``place``, where the parameters have ``values``; ``focus`` is told
        the keys."""
        self.forget()
        self._what, self._place, self._focus = what, place, focus
        focus.installEventFilter(self)
        self._wishes.drag(values)

    def forget(self) -> None:
        """The drag was ended by something else."""
        if self._focus:
            self._focus.removeEventFilter(self)
            self._focus = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        let_go = event.type() == QEvent.Type.KeyRelease and _is_alt(event)
        if let_go or event.type() == QEvent.Type.FocusOut:
            self.forget()
            self._wishes.drop()
        return False


def _is_alt(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt


def way(event: QKeyEvent) -> tuple[int, int] | None:
    """Steps to the right and up that Alt and an arrow mean; None for other keys."""
    return _WAYS.get(Qt.Key(event.key())) if alt_held(event) else None


def alt_held(event: QInputEvent) -> bool:
    """Whether Alt is held, and Ctrl is not."""
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    return event.modifiers() & (alt | ctrl) == alt


def shifted(event: QInputEvent) -> bool:
    """Whether Shift is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
