"""Over the diagram: the weight that is pointed at, and which point is shown."""

from PySide6.QtCore import QSize

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.network.node_pictures import has_pictures
from gd_visualizer.view.network.weight_note import WeightNote
from gd_visualizer.view.points.chooser import PointChooser
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import tab
from gd_visualizer.view.widgets.picture_tools import PictureTools
from gd_visualizer.view.wishes import Wishes


class NetworkTools(PictureTools):
    """A ``note``, whether nodes show values or pictures, and a ``chooser`` in one row, at the
    right."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self.note, self.chooser = WeightNote(), PointChooser(wishes)
        self.values = tab(tr("Values"), tr("Values: each node shows its value at the point"))
        words = tr("Pictures: each node shows its value over the inputs")
        self.pictures = tab(tr("Pictures"), words)
        self.values.asks(lambda: self._ask(wishes, False))
        self.pictures.asks(lambda: self._ask(wishes, True))
        self._pictured = False
        self.take((self.note, self.values, self.pictures, self.chooser))

    def sync(self, new: State, old: State | None) -> None:
        """Shows the point, and the weight's numbers at this moment."""
        self.note.sync(new, old)
        self.chooser.sync(new, old)
        self._pictured = new.display.fit.node_pictures
        for button in (self.values, self.pictures):
            button.setVisible(has_pictures(new))
        self._show()
        self.fit()

    def _ask(self, wishes: Wishes, pictures: bool) -> None:
        self._show()  # a click on the pressed one leaves it pressed
        wishes.set_node_pictures(pictures)

    def _show(self) -> None:
        self.values.setChecked(not self._pictured)
        self.pictures.setChecked(self._pictured)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With the fewest words about the point."""
        bare = self.chooser.isHidden() and self.values.isHidden()
        wide = 0 if bare else self._needed(narrow=True)
        return QSize(wide, super().minimumSizeHint().height())

    def _needed(self, narrow: bool) -> int:
        """The width in px of both, the note as narrow as it may be."""
        note = self.note.minimumSizeHint().width() + self.row.spacing()
        kinds = [one for one in (self.values, self.pictures) if not one.isHidden()]
        wide = sum(one.minimumSizeHint().width() + self.row.spacing() for one in kinds)
        return note + wide + (0 if self.chooser.isHidden() else self.chooser.width_with(narrow))

    def fit(self) -> None:
        """The point's number alone where its words have no room."""
        self.chooser.be_narrow(self._needed(narrow=False) > self.width())
