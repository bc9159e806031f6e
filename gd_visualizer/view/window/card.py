"""A card: a title, a few controls beside it, and a view below."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget


class Card(QFrame):
    """A white card with a heading; its content can come later."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title = QLabel(title)
        self._title.setObjectName("title")
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addSpacing(6)
        self._head.setSpacing(6)
        self._head.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 10, 12, 10)
        self._layout.setSpacing(6)
        self._layout.addLayout(self._head)
        self._room = QWidget()
        self._layout.addWidget(self._room, 1)

    def fill(self, view: QWidget) -> None:
        """Puts ``view`` in the place that has been kept free for it."""
        self._layout.replaceWidget(self._room, view)
        self._room.deleteLater()
        self._room = view

    def lay_out(self) -> None:
        """Gives the view its size at once instead of with the next event."""
        self._layout.activate()

    def add(self, *widgets: QWidget, left: bool = False) -> None:
        """Controls in the heading, at its right end, or after the title."""
        for widget in widgets:
            if left:
                self._head.insertWidget(self._head.count() - 1, widget)
            else:
                self._head.addWidget(widget)

    def add_wide(self, head: QWidget) -> None:
        """Controls that take all the room beside the title."""
        self._head.takeAt(self._head.count() - 1)
        self._head.addWidget(head, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The title gives way where the controls need its room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Shows the title where there is room for it beside the controls."""
        room = self.width() - 30
        items = [self._head.itemAt(k) for k in range(1, self._head.count())]
        widgets = [item.widget() for item in items if item]
        others = sum(
            _wanted(widget) + self._head.spacing()
            for widget in widgets
            if widget and not widget.isHidden()
        )
        self._title.setVisible(others + self._title.sizeHint().width() + 12 <= room)


def _wanted(widget: QWidget) -> int:
    """How wide a control is; one that can do with less rather takes the title's room."""
    wanted = getattr(widget, "wanted_width", None)
    return wanted() if wanted else widget.minimumSizeHint().width()
