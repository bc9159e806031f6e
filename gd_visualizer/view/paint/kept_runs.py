"""How a kept run is drawn: its pen and its colour."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from gd_visualizer.scene.plot.kept_runs import DASHES
from gd_visualizer.view.look.style import palette


def run_pen(look: int, width: float) -> QPen:
    """Colour and dash of a kept run."""
    pen = QPen(QColor(run_color(look)), width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(list(DASHES[look % len(DASHES)]))
    return pen


def run_color(look: int) -> str:
    """The colour of a kept run."""
    runs = palette().runs
    return runs[look % len(runs)]
