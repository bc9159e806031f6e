"""A widget that paints itself, and so has to hear of other colours and sizes."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gd_visualizer.view.look.style import look


class StyledWidget(QWidget):
    """Calls ``restyle`` when palette or scale are others; Qt tells of a style far more often."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look()

    def restyle(self) -> None:
        """Everything in the palette and at the scale that are in force now."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != look():
            self._look = look()
            self.restyle()
