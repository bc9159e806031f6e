"""A card: a title, a few controls beside it, and a view below."""

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


class Card(QFrame):
    """A white card with a heading; its content can come later."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        label = QLabel(title)
        label.setObjectName("title")
        self._head = QHBoxLayout()
        self._head.addWidget(label)
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
        """Puts the view in its place."""
        self._layout.replaceWidget(self._room, view)
        self._room.deleteLater()
        self._room = view

    def add(self, *widgets: QWidget, left: bool = False) -> None:
        """Controls in the heading, at its right end, or after the title."""
        for widget in widgets:
            if left:
                self._head.insertWidget(self._head.count() - 1, widget)
            else:
                self._head.addWidget(widget)


def tab(text: str, tip: str) -> QPushButton:
    """A small button that stays pressed."""
    button = QPushButton(text)
    button.setObjectName("tab")
    button.setCheckable(True)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    button.setToolTip(tip)
    return button
