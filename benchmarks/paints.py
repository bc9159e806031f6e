"""When widgets have been painted for the first time, in the process that paints them."""

import json
import os
import time
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_UPDATE = QEvent.Type.UpdateRequest


class FirstPaints(QObject):
    """When all widgets of a name were painted for the first time; ends the process at the last.

    The events that make a window paint are delivered from here, so that the clock is read when
    the painting is done.
    """

    def __init__(self, began: float, names: Iterable[str]) -> None:
        super().__init__()
        self._began = began
        self._waiting: dict[str, set[QObject] | None] = dict.fromkeys(names)
        self._seconds: dict[str, float] = {}
        self._delivering = False
        self._handle: QObject | None = None

    def watch(self, window: QWidget) -> None:
        """The events of a window that has been shown."""
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)
        window.installEventFilter(self)

    def wait_for(self, name: str, *widgets: QWidget) -> None:
        """These widgets, under this name."""
        self._waiting[name] = set(widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if watched is not self._handle and kind == QEvent.Type.Paint:
            for waiting in self._waiting.values():
                (waiting or set()).discard(watched)
        elif not self._delivering and (watched is self._handle or kind == _UPDATE):
            self._delivering = True
            watched.event(event)
            self._delivering = False
            self._look()
            return True
        return False

    def _look(self) -> None:
        """What has been painted by now."""
        now = time.monotonic() - self._began
        for name, waiting in self._waiting.items():
            if waiting is not None and not waiting:
                self._seconds.setdefault(name, now)
        if len(self._seconds) == len(self._waiting):
            print(json.dumps(self._seconds), flush=True)
            os._exit(0)  # nothing is remembered for the next start
