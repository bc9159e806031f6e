"""What belongs into the blanks of a worksheet, in words."""

import numpy as np

from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.names import axis_label, node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import asked_chip, printed
from gd_visualizer.scene.points.table import loss_word, point_sums, point_texts
from gd_visualizer.scene.slides.deck import Asked
from gd_visualizer.scene.surface.dark.guess import lowest_places
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.numerals import number
from gd_visualizer.text.speech import Speech

_PLACES = 3  # significant digits


def answers(asked: Asked, speech: Speech) -> list[str]:
    """The numbers that a question asks for, each by its name."""
    state = asked.question.state
    if state.progress.seeking:
        return _places(asked, speech)
    if state.progress.asked is None:
        return _losses(state, speech)
    chip = asked_chip(state)
    found = _hidden(state) if state.progress.asked == Phase.FORWARD else []
    return [_said(name, text, speech) for name, text in (*found, (chip.caption, chip.text))]


def _said(name: Message, text: str, speech: Speech) -> str:
    return f"{speech.words(name)}: {speech.number(text)}"


def _hidden(state: State) -> list[tuple[Message, str]]:
    """The values of the hidden nodes, which are blank as well."""
    values, text = step_values(state.descent, state.display.point), printed(state).text
    return [
        (node_name(values.network, layer, node), text(values.node_value(layer, node)))
        for layer in range(1, values.network.depth)
        for node in range(values.network.layers[layer])
    ]


def _losses(state: State, speech: Speech) -> list[str]:
    """Each point's loss, their total and their mean."""
    descent, numerals = state.descent, printed(state)
    rows = np.arange(descent.lesson.objective.points)
    each = [row[-1] for row in point_texts(descent, rows, printed=numerals)]
    sums = point_sums(descent, numerals)
    names = (message(loss_word(descent)), message("total"), message("mean = loss"))
    texts = (", ".join(each), sums.total, sums.loss)
    return [_said(name, text, speech) for name, text in zip(names, texts, strict=True)]


def _places(asked: Asked, speech: Speech) -> list[str]:
    """Where it is lowest, and the loss there."""
    light = asked.light
    if light is None or light.surface_slice is None:
        return []
    along, network = light.state.section, light.state.descent.lesson.network
    names = [speech.words(axis_label(along, network, k)) for k in range(len(along.names))]
    found = []
    for place, loss in lowest_places(light.state, light.surface_slice):
        texts = [number(value, _PLACES) for value in place]
        where = ", ".join(f"{n} = {t}" for n, t in zip(names, texts, strict=True))
        low = printed(light.state).text(loss)
        words = message("lowest place: {where}, loss {loss}", where=where, loss=low)
        found.append(speech.words(words))
    return found
