"""What is to be predicted before it is shown, as a question."""

from gd_visualizer.descent.names import label, node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.forward_and_error import shown_node
from gd_visualizer.scene.explanation.of_state import asked_chip
from gd_visualizer.text.message import Message, joined, message


def question(state: State) -> Message:
    """For what is to be predicted; on a worksheet no press follows."""
    if state.progress.blank is not None:
        return _on_paper(state)
    if state.progress.seeking:
        return message("Where is the lowest place? Click it; the next press turns on the light.")
    return joined(_asked(state), " ", message("The next press shows it."))


def _on_paper(state: State) -> Message:
    if state.progress.seeking:
        return message("Where is the lowest place? Mark it on the map.")
    if state.progress.asked is None:
        return message("What are the losses of the points, their total, and their mean: the loss?")
    return _asked(state)


def _asked(state: State) -> Message:
    """The question for what the last chip of the explanation will say."""
    network, place = state.descent.lesson.network, shown_node(state)
    name: str | Message = label(network, state.display.weight)
    match state.progress.asked:
        case Phase.FORWARD if place[0] == network.depth:
            return message("What will the network predict?")
        case Phase.FORWARD:
            name = node_name(network, *place)
        case Phase.ERROR:
            return message("How large is the error?")
        case Phase.SLOPES:
            return message("What is the {slope}?", slope=asked_chip(state).caption)
    return message("What will {name} be?", name=name)
