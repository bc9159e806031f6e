"""Over the diagram: the weight that is pointed at, and which point is shown."""

from PySide6.QtCore import QSize

from gd_visualizer.descent.state.state import State
from gd_visualizer.view.network.weight_note import WeightNote
from gd_visualizer.view.points.chooser import PointChooser
from gd_visualizer.view.widgets.picture_tools import PictureTools
from gd_visualizer.view.wishes import Wishes


class NetworkTools(PictureTools):
    """A ``note`` and a ``chooser`` in one row, at the right."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self.note, self.chooser = WeightNote(), PointChooser(wishes)
        self.take((self.note, self.chooser))

    def sync(self, new: State, old: State | None) -> None:
        """Shows the point, and the weight's numbers at this moment."""
        self.note.sync(new, old)
        self.chooser.sync(new, old)
        self.fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With the fewest words about the point."""
        wide = 0 if self.chooser.isHidden() else self._needed(narrow=True)
        return QSize(wide, super().minimumSizeHint().height())

    def _needed(self, narrow: bool) -> int:
        """The width in px of both, the note as narrow as it may be."""
        note = self.note.minimumSizeHint().width() + self.row.spacing()
        return note + self.chooser.width_with(narrow)

    def fit(self) -> None:
        """The point's number alone where its words have no room."""
        self.chooser.be_narrow(self._needed(narrow=False) > self.width())
