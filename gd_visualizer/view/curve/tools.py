"""Over the curve: the kept runs by name, one more of them, and heights by powers of ten."""

from PySide6.QtCore import QSize

from gd_visualizer.descent.state.state import State
from gd_visualizer.view.curve.kept_runs_bar import RunsBar
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.widgets.picture_tools import PictureTools
from gd_visualizer.view.wishes import Wishes


class CurveTools(PictureTools):
    """Asks for kept runs and for logarithmic heights."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self.runs = RunsBar(wishes)
        words = tr("Keep this run for comparison, and go back to the start")
        self.keep = Button(tr("+ keep"), words, kind="tab", short="+")
        self.keep.asks(wishes.keep_run)
        self.log = tab(tr("log"), tr("log: heights by powers of ten"))
        self.log.setCheckable(True)
        self.log.switches(wishes.set_log_loss)
        self.take((self.runs, self.keep, self.log))

    def sync(self, new: State, old: State | None) -> None:
        """The kept runs there are."""
        self.runs.sync(new, old)
        self.log.setVisible("log" not in new.descent.lesson.view.hide)

    def show_log(self, log: bool) -> None:
        """Whether the heights are by powers of ten."""
        self.log.setChecked(log)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With a sign for keeping, and without the runs' names."""
        return QSize(self._needed(False), super().minimumSizeHint().height())

    def _needed(self, words: bool) -> int:
        """The width in px of what is there."""
        runs = self.runs.minimumSizeHint().width() if not self.runs.isHidden() else 0
        log = self.log.minimumSizeHint().width() if not self.log.isHidden() else 0
        found = [wide for wide in (runs, self.keep.width_with(words), log) if wide]
        return sum(found) + self.row.spacing() * len(found)

    def fit(self) -> None:
        """A sign for keeping where its word has no room."""
        self.keep.show_words(self._needed(True) <= self.width())
