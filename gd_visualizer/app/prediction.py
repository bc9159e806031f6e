"""A student's prediction, typed where the result will stand."""

from gd_visualizer.descent.explanation.prediction import judge
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.forward_and_error import shown_node
from gd_visualizer.scene.explanation.of_state import asked_descent
from gd_visualizer.text.message import Message, message
from gd_visualizer.view.widgets.number_editor import typed_number


def judged(state: State, typed: str) -> Message:
    """Whether ``typed`` is the result that ``state`` asks for, or how it differs; in a sentence."""
    asked = state.progress.asked
    answer = typed_number(typed)
    if asked is None:
        return message("Nothing is asked for now.")
    if answer is None:
        return message("Expected a number such as −24, 2.24 or 1/9.")
    values = step_values(asked_descent(state.descent, asked), state.display.point)
    return judge(values, asked, state.display.weight, shown_node(state), answer)
