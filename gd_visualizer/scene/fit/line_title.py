"""The line that a network of one weight and a bias draws, in numbers: its slope, its intercept."""

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.shapes import Paint, Run
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.fit.cut import input_name
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.numerals import MINUS, number
from gd_visualizer.text.speech import Speech

_LONGEST = 12  # letters of an input's name in an equation


def line_of(state: State) -> tuple[float, float] | None:
    """Slope and intercept over the input in its own units; None where the network is no line."""
    lesson = state.descent.lesson
    network = lesson.network
    if network.layers != (1, 1) or not network.functions[0].straight:
        return None
    W, b = network.unpack(state.descent.moment.theta)[0]
    slope, intercept = float(W[0, 0]), 0.0 if b is None else float(b[0])
    scale = lesson.data.scale
    if scale is None:
        return slope, intercept
    slope /= float(scale.deviation[0])
    return slope, intercept - slope * float(scale.mean[0])


def line_runs(state: State, speech: Speech) -> tuple[Run, ...]:
    """predicted = 0.75 · x + 0.9; nothing where it is no line, or where a worksheet asks for it."""
    line = line_of(state)
    if line is None or Phase.UPDATE in (state.progress.blank or ()):
        return ()
    slope, intercept = line
    scaled = state.descent.lesson.data.scale is not None
    text = number if scaled else printed(state).text
    name = input_name(state.descent.lesson.data, 0)
    name = name if len(name) <= _LONGEST else "x"
    runs = [
        Run(f"{speech.words(message('predicted'))} = "),
        _value(speech.number(text(slope)), slope),
        Run(f" · {name}"),
    ]
    if state.descent.lesson.network.biases or intercept:
        size = text(abs(intercept))
        sign = MINUS if intercept < 0 else "+"
        runs += [Run(f" {sign} "), _value(speech.number(size), intercept)]
    return tuple(runs)


def _value(text: str, value: float) -> Run:
    role = "negative" if value < 0 else "positive"
    return Run(text, weight="bold", paint=Paint(role))


def scaled_words(state: State, axes: tuple[int, ...]) -> list[Message]:
    """How the inputs of the axes are scaled, and that they are; nothing where they are not."""
    data = state.descent.lesson.data
    scale = data.scale
    if scale is None:
        return []
    parts = []
    for axis in axes:
        mean = float(scale.mean[axis])
        sign = "+" if mean < 0 else MINUS
        size, deviation = number(abs(mean), 3), number(float(scale.deviation[axis]), 3)
        parts.append(f"({input_name(data, axis)} {sign} {size}) ÷ {deviation}")
    return [message("inputs scaled: {how}", how=", ".join(parts)), message("inputs scaled")]
