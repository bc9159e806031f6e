"""The words below and over the surface: what is held, and that finer pictures are on their way."""

from PySide6.QtWidgets import QLabel, QWidget

from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.fixed_label import StillLabel


class SurfaceNote(StillLabel):
    """One line below the picture, two where its words need them; hidden while it has none."""

    def __init__(self) -> None:
        super().__init__("", wraps=True)
        self.setObjectName("note")
        self.set_lines(1)
        self.hide()

    def tell(self, words: str) -> None:
        """Shows ``words``, in its tooltip as well; empty ones hide it."""
        if words != self.text():
            self.setText(words)
            self.setToolTip(words)
            self.grow()
        self.setVisible(bool(words))


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
