"""Over the surface: that finer pictures are on their way."""

from PySide6.QtWidgets import QLabel, QWidget

from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr


class RefiningLabel(QLabel):
    """Lies over ``picture``, whose shape must not change for it; hidden at first."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(tr("Refining …"), picture)
        self._picture = picture
        self.setObjectName("readout")
        self.hide()

    def show_if(self, on: bool) -> None:
        """In the upper right corner while finer pictures are on their way."""
        self.setVisible(on)
        self.adjustSize()
        self.move(self._picture.width() - self.width() - px(8), px(4))
        self.raise_()
