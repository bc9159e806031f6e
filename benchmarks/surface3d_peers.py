"""What the surface in space is held against."""

# mypy: allow-untyped-calls

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from benchmarks.surface3d import SIZE
from benchmarks.surface3d_timing import timed


def peers(lines: Sequence[Any], heights: Any) -> dict[str, Callable[[], float]]:
    """The same samples in a bare GLViewWidget, seen and unseen, and in matplotlib."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from pyqtgraph.opengl import GLSurfacePlotItem, GLViewWidget  # type: ignore[attr-defined]

    from benchmarks.real_window import Paints, until_shown

    def made() -> Any:
        view = GLViewWidget()
        view.resize(*SIZE)
        view.setCameraPosition(distance=4)
        z = heights / heights.max()
        view.addItem(GLSurfacePlotItem(x=lines[0], y=lines[1], z=z, shader="shaded"))
        return view

    seen, unseen = made(), made()
    seen.move(1900, 0)
    seen.show()
    paints = Paints([seen])
    until_shown(paints)
    canvas = FigureCanvasAgg(Figure((SIZE[0] / 100, SIZE[1] / 100), dpi=100))
    axes: Any = canvas.figure.add_subplot(projection="3d")
    axes.plot_surface(*np.meshgrid(*lines, indexing="ij"), heights, cmap="viridis")

    def grabbed() -> None:
        unseen.orbit(2, 0)
        assert not unseen.grabFramebuffer().isNull()

    def drawn() -> None:
        axes.view_init(30, axes.azim + 2)
        canvas.draw()

    return {
        "bare GLViewWidget, visible": lambda: paints.until_painted(lambda: seen.orbit(2, 0)).wall,
        "hidden GLViewWidget, grabbed": lambda: timed(grabbed),
        "matplotlib (Agg, 50×50 of the samples)": lambda: timed(drawn),
    }
