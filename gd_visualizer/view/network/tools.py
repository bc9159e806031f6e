"""Over the diagram: the weight that is pointed at, and which point is shown."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.view.network.weight_note import WeightNote
from gd_visualizer.view.points.chooser import PointChooser
from gd_visualizer.view.wishes import Wishes


class NetworkTools(QWidget):
    """A ``note`` and a ``chooser`` in one row, at the right."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self.note, self.chooser = WeightNote(), PointChooser(wishes)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.note)
        layout.addWidget(self.chooser)

    def sync(self, new: State, old: State | None) -> None:
        """Shows the point, and the weight's numbers at this moment."""
        self.note.sync(new, old)
        self.chooser.sync(new, old)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With the fewest words about the point."""
        wide = 0 if self.chooser.isHidden() else self._needed(narrow=True)
        return QSize(wide, super().minimumSizeHint().height())

    def _needed(self, narrow: bool) -> int:
        """The width in px of both, the note as narrow as it may be."""
        note = self.note.minimumSizeHint().width() + self._row.spacing()
        return note + self.chooser.width_with(narrow)

    def _fit(self) -> None:
        self.chooser.be_narrow(self._needed(narrow=False) > self.width())
