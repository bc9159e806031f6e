"""Over the diagram: the weight that is pointed at, and which point is shown."""

from PySide6.QtCore import QSize

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.network.node_pictures import has_pictures
from gd_visualizer.view.network.weight_note import WeightNote
from gd_visualizer.view.points.chooser import PointChooser
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.picture_tools import PictureTools
from gd_visualizer.view.wishes import Wishes


class NetworkTools(PictureTools):
    """A ``note``, whether nodes show pictures, and a ``chooser`` in one row, at the
    right."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self.note, self.chooser = WeightNote(), PointChooser(wishes)
        words = tr("Pictures: each node shows its value over the inputs")
        self.pictures = Button(tr("Pictures"), words, kind="tab", short="▦")
        self.pictures.setCheckable(True)
        self.pictures.switches(wishes.set_node_pictures)
        self.take((self.note, self.pictures, self.chooser))

    def sync(self, new: State, old: State | None) -> None:
        """Shows the point, and the weight's numbers at this moment."""
        self.note.sync(new, old)
        self.chooser.sync(new, old)
        self.pictures.setChecked(new.display.fit.node_pictures)
        self.pictures.setVisible(has_pictures(new))
        self.fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With the fewest words."""
        bare = self.chooser.isHidden() and self.pictures.isHidden()
        wide = 0 if bare else self._needed(narrow=True)
        return QSize(wide, super().minimumSizeHint().height())

    def _needed(self, narrow: bool, short: bool = True) -> int:
        """The width in px of all, the note as narrow as it may be."""
        wide = self.note.minimumSizeHint().width() + self.row.spacing()
        if not self.pictures.isHidden():
            wide += self.pictures.width_with(not short) + self.row.spacing()
        return wide + (0 if self.chooser.isHidden() else self.chooser.width_with(narrow))

    def fit(self) -> None:
        """The point's number alone where its words have no room, and then a sign for pictures."""
        self.chooser.be_narrow(self._needed(narrow=False, short=False) > self.width())
        self.pictures.show_words(self._needed(narrow=True, short=False) <= self.width())
