"""The diagram of a state: as much of it as the phase has come to, with slopes where it has."""

from dataclasses import replace

from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.network.diagram import diagram
from gd_visualizer.scene.network.parts import Diagram
from gd_visualizer.scene.network.slope_labels import with_slopes
from gd_visualizer.scene.visibility import visibility


def shown_diagram(
    state: State, width: float, height: float, smallest: float, key: float = 0.0
) -> Diagram:
    """The diagram with what may be seen of ``state``; lengths in px, as in ``diagram``."""
    shown, display = visibility(state), state.display
    numerals = printed(state)
    picture = diagram(state.descent, display.point, width, height, smallest, shown, key, numerals)
    if not shown.slopes or shown.asked == Phase.SLOPES:
        return picture
    values = step_values(state.descent, display.point)
    return with_slopes(picture, values, display.weight, (width, height), smallest, numerals)


def up_to_layer(picture: Diagram, share: float) -> Diagram:
    """While values appear layer by layer: those of the first ``share`` of the layers."""
    if share >= 1:
        return picture
    last = int(share * picture.nodes[-1].layer)
    nodes = tuple(replace(n, text="") if n.layer > last else n for n in picture.nodes)
    return replace(picture, nodes=nodes)
