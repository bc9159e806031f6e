"""Kept runs in a plot: dashed lines in their colours, with their names at the ends."""

from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.section import Range
from gd_visualizer.scene.curve.kept_runs import KeptRunLine
from gd_visualizer.view.look.style import palette, px
from gd_visualizer.view.paint.kept_runs import run_color, run_pen
from gd_visualizer.view.plot.marks import Dots, Mark, Words
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.text.translate import translate_message


class KeptRunLines:
    """As many lines in ``plot`` as have been needed; each below the run on screen."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._lines: list[tuple[pg.PlotCurveItem, pg.PlotCurveItem]] = []

    def show(
        self,
        kept_lines: Sequence[KeptRunLine],
        drawn_heights: Callable[[Floats], Floats],
        cased: bool,
    ) -> None:
        """The lines; ``drawn`` turns losses into heights, ``cased`` sets them off from a map."""
        while len(self._lines) < len(kept_lines):
            pair = self._plot.line(), self._plot.line()
            for line in pair:
                line.setZValue(-1)
            self._lines.append(pair)
        for k, (casing, line) in enumerate(self._lines):
            there = k < len(kept_lines)
            line.setVisible(there)
            casing.setVisible(there and cased)
            if there:
                kept_line = kept_lines[k]
                line.setPen(run_pen(kept_line.look, px(2.5)))
                line.setData(kept_line.xs, drawn_heights(kept_line.ys), connect="finite")
                if cased:
                    casing.setPen(pg.mkPen(palette().path_edge, width=px(5)))
                    casing.setData(kept_line.xs, drawn_heights(kept_line.ys))


def end_marks(
    kept_lines: Sequence[KeptRunLine],
    drawn_heights: Callable[[Floats], Floats],
    sides: Sequence[Range],
    rings: bool,
    named: bool = True,
) -> list[Mark]:
    """A dot and, if ``named``, the name where each run ended, as far as it is in the picture; with
    ``rings`` also where it has been."""
    marks: list[Mark] = []
    (x0, x1), (y0, y1) = sides
    for kept_line in kept_lines:
        ys, color = drawn_heights(kept_line.ys), run_color(kept_line.look)
        if rings:
            marks.append(Dots(kept_line.xs, ys, 4, palette().paper, color, 2))
        x, y = float(kept_line.xs[-1]), float(ys[-1])
        outside = not (x0 <= x <= x1 and y0 <= y <= y1)
        if not outside:
            marks.append(Dots(np.array([x]), np.array([y]), 4, color, palette().paper, 1.5))
        if not named:
            continue
        text = translate_message(kept_line.words)
        if outside:  # the name at the rim, with the way to go on
            text = f"{text} →" if x > x1 else f"← {text}" if x < x0 else f"{text} ↑"
            x, y = min(max(x, x0), x1), min(max(y, y0), y1)
        left, below = x > (x0 + x1) / 2, y > y0 + 0.7 * (y1 - y0)
        marks.append(Words(text, x, y, left, below, color))
    return marks
