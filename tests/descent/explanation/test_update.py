"""The update as it is written: a step that moves is seen to move."""

import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.explanation.of_state import explanation


@pytest.mark.parametrize("steps", [15, 16])
def test_a_digit_more_where_old_and_new_would_look_alike(steps: int) -> None:
    state = commands.step(open_lesson(load("wide-inputs")), steps)
    before = float(state.descent.timeline.theta(steps - 1)[0])
    after = float(state.descent.moment.theta[0])
    assert f"{before:.5f}" == f"{after:.5f}"  # four significant digits
    old, *_, new = (chip.text for chip in explanation(state).row)
    assert old != new
    assert float(old) == pytest.approx(before, abs=5e-6)
    assert float(new) == pytest.approx(after, abs=5e-7)
