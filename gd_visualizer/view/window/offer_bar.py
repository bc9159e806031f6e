"""One sentence with two answers above the stage: an offer that nobody has to take at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from gd_visualizer.view.look.style import px
from gd_visualizer.view.widgets.buttons import Button


class OfferBar(QFrame):
    """``takes`` and ``leaves`` are the words of its buttons and what they do; either ends it."""

    def __init__(
        self,
        words: str,
        takes: tuple[str, Callable[[], object]],
        leaves: tuple[str, Callable[[], object]],
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setAccessibleName(words)
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(6), px(16), px(6))
        layout.addWidget(label, 1)
        for text, answer in (takes, leaves):
            button = Button(text, text)
            button.asks(answer)
            button.asks(self._end)
            layout.addWidget(button)

    def _end(self) -> None:
        self.hide()
        self.deleteLater()
