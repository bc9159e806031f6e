"""The diagram of a state: as much of it as the phase has come to, with slopes where it has."""

from functools import lru_cache

from msgspec.structs import replace

from gd_visualizer.descent.script.script import place
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.network.diagram import diagram
from gd_visualizer.scene.network.node_pictures import with_pictures
from gd_visualizer.scene.network.parts import Box, Diagram
from gd_visualizer.scene.network.slope_texts import told_values
from gd_visualizer.scene.visibility import Visibility, visibility

_KEY = 1.49  # ems of values on screens: a twentieth of the class's height is promised


@lru_cache(maxsize=4)  # now and next, in the window and before a class
def shown_diagram(state: State, frame: Frame, shown: Visibility | None = None) -> Diagram:
    """The diagram with what may be seen of ``state``, None: as in the window; as in ``diagram``."""
    shown, display = shown or visibility(state), state.display
    key = _KEY * frame.em if frame.audience is Audience.SCREEN else 0.0
    values = told_values(state, shown)
    made = diagram(
        state.descent, display.point, frame, shown, key, printed(state), display.weight, values
    )
    made = with_pictures(state, _backwards(made, state), shown, frame.speech)
    if not state.progress.blank:
        return made
    edges = [edge._replace(box=to_fill_in(edge.box, edge.name, state)) for edge in made.edges]
    return replace(made, edges=tuple(edges))


def _backwards(made: Diagram, state: State) -> Diagram:
    """On a lesson's script, slopes as far back as the one that is explained: those before it follow
    from it."""
    if place(state) is None:
        return made
    network = state.descent.lesson.network
    first = network.parameter(state.display.weight).layer
    notes = [n for n in made.notes if not n.name or network.parameter(n.name).layer >= first]
    return replace(made, notes=tuple(notes))


def to_fill_in(box: Box | None, weight: str, state: State) -> Box | None:
    """A weight's box without its number, where a worksheet asks for that."""
    asked = Phase.UPDATE in (state.progress.blank or ()) and weight == state.display.weight
    if box is None or not asked:
        return box
    name, equals, _ = box.text.rpartition("= ")
    return replace(box, text=name + equals)


def up_to_layer(picture: Diagram, share: float) -> Diagram:
    """While values appear layer by layer: those of the first ``share`` of the layers."""
    if share >= 1:
        return picture
    last = int(share * picture.nodes[-1].layer)
    nodes = tuple(replace(n, text="") if n.layer > last else n for n in picture.nodes)
    return replace(picture, nodes=nodes)
