"""Short animations, which a person may switch off and the next click always overtakes."""

from PySide6.QtCore import QElapsedTimer, QObject, QVariantAnimation

from gd_visualizer.view.look.style import motion

_APART = 400  # ms between two animations: a run does not wait for them


class Animation(QVariantAnimation):
    """``share`` grows from 0 to 1; it is 1 wherever nothing moves."""

    def __init__(self, parent: QObject, duration: int) -> None:
        super().__init__(parent)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(duration)
        self._last = QElapsedTimer()

    @property
    def moving(self) -> bool:
        """Whether it has begun and not ended."""
        return self.state() == QVariantAnimation.State.Running

    @property
    def share(self) -> float:
        """How much of it is over, from 0 to 1."""
        return float(self.currentValue()) if self.moving else 1.0

    def begin(self) -> None:
        """From the start, unless the last one was but a moment ago."""
        soon = self._last.isValid() and self._last.elapsed() < _APART
        self._last.start()
        self.stop()
        if motion() and not soon:
            self.start()
