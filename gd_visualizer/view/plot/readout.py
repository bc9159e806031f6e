"""What is read under the mouse, beside its place in a plot."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gd_visualizer.view.look.style import px


class Readout(QLabel):
    """A label over ``plot`` that the mouse goes through; hidden while it has no text."""

    def __init__(self, plot: QWidget) -> None:
        super().__init__(plot)
        self._plot = plot
        self.setObjectName("readout")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_text(self, text: str) -> None:
        """Shows ``text`` as large as it needs; an empty one hides the label."""
        self.setVisible(bool(text))
        if text:
            self.setText(text)
            self.adjustSize()

    def put_beside(self, place: QPoint) -> None:
        """Right of ``place`` in the plot and above it, or left of it, all inside the plot."""
        wide, gap = self.width(), px(14)
        fits = place.x() + gap + wide < self._plot.width()
        left = place.x() + gap if fits else place.x() - gap - wide
        top = min(max(place.y() - self.height() - px(8), 0), self._plot.height() - self.height())
        self.move(max(left, 0), top)
        self.raise_()
