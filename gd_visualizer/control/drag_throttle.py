"""Drags, at most one a frame: a mouse tells more places than a screen can show."""

from PySide6.QtCore import QObject, QTimer, Signal

_FRAME = 1 / 60


class DragThrottle(QObject):
    """``passed(values)`` gives the first values at once and then the newest of each frame."""

    passed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(1000 * _FRAME))
        self._timer.timeout.connect(self._next)

    def take(self, values: object) -> None:
        """Takes the newest values: passed on at once, or at the end of the frame that has begun."""
        if self._timer.isActive():
            self._waiting = values
            return
        self._timer.start()
        self.passed.emit(values)

    def flush(self) -> None:
        """Passes the values that still wait for the end of a frame on at once."""
        values, self._waiting = self._waiting, None
        if values is not None:
            self.passed.emit(values)

    def forget(self) -> None:
        """Drops the values that still wait."""
        self._waiting = None

    def _next(self) -> None:
        if self._waiting is not None:
            self._timer.start()
            self.flush()
