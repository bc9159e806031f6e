"""Ranges, ticks and names of the surface's plot."""

from gd_visualizer.descent.names import axis_title, loss_title
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.look.ticks import linear_ticks
from gd_visualizer.scene.surface.log_scale import height_ticks
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.text.translate import translate_message


def frame(plot: Plot, surface_slice: SurfaceSlice, state: State) -> None:
    """The plot of a slice over one axis or two."""
    network = state.descent.lesson.network
    names = [
        translate_message(axis_title(surface_slice.section, network, k))
        for k in range(len(surface_slice.ranges))
    ]
    flat = len(names) == 1
    x, y = surface_slice.sides
    loss = translate_message(loss_title(state.descent.lesson))
    plot.name_axes(names[0], loss if flat else names[1])
    most_x, most_y = plot.most_ticks()
    x_ticks, y_ticks = linear_ticks(*x, most_x), height_ticks(surface_slice, most_y)
    plot.set_ranges(x, y)
    plot.set_ticks(
        (x_ticks.values, x_ticks.texts),
        (y_ticks.values, y_ticks.texts),
        grid=flat and not state.display.dark,
    )
