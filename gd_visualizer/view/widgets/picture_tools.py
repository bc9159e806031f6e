"""Controls over a picture's upper right corner."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gd_visualizer.view.widgets.event_listener import EventListener


class PictureTools(QWidget):
    """In one row, at the right; ``fit`` folds some where there is no room for all."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        self.row.addStretch(1)
        # its parts have other sizes, after a change of scale for one
        EventListener(self, QEvent.Type.LayoutRequest, lambda _event: self.fit())

    def take(self, parts: Sequence[QWidget]) -> None:
        """The controls, from left to right."""
        for part in parts:
            self.row.addWidget(part)

    def fit(self) -> None:
        """What is there has room."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()
