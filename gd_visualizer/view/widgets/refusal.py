"""In a picture's own room, why nothing is drawn there."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from gd_visualizer.text.message import Message
from gd_visualizer.view.look.style import exact_font, palette
from gd_visualizer.view.text.translate import translate_message

_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class RefusalLabel(QLabel):
    """Lies over a picture, as large as it is, while there is a sentence to tell; and keeps the
    mouse from what is not to be seen."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self.setObjectName("refusal")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.hide()
        picture.installEventFilter(self)

    def tell(self, sentence: Message | None) -> None:
        """Why nothing is drawn; None where something is."""
        self.setVisible(sentence is not None)
        if sentence is not None:
            self.setText(translate_message(sentence))
            self._cover()

    def eventFilter(self, _picture: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        picture = self.parentWidget()
        if picture is not None and not self.isHidden():
            self.setGeometry(picture.rect())
            self.raise_()


def paint_refusal(painter: QPainter, rect: QRectF, sentence: Message, size: float) -> None:
    """The same for the back row, in letters ``size`` pixels high."""
    painter.setPen(QColor(palette().muted))
    painter.setFont(exact_font(size))
    painter.drawText(rect, int(_MIDDLE), translate_message(sentence))
