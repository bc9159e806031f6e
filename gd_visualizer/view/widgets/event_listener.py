"""Hears events of one kind that a widget gets."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class EventListener(QObject):
    """Calls ``hear`` with each event of that kind before the ``widget`` gets it; True: it does not.

    Not an override of ``event``, through which all that a widget does would go: an exception below
    it, in a paint for one, has ended the process instead of being reported.
    """

    def __init__(
        self, widget: QWidget, kind: QEvent.Type, hear: Callable[[QEvent], bool | None]
    ) -> None:
        super().__init__(widget)
        self._kind, self._hear = kind, hear
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        return event.type() == self._kind and bool(self._hear(event))
