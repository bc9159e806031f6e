"""The longest number that a lesson usually brings to an axis."""

from functools import lru_cache

import numpy as np

from gd_visualizer.descent.script.script import scripted_states
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.text.numerals import number


@lru_cache(8)
def largest_loss(lesson: Lesson) -> str:
    """The largest loss at all beats that are known soon, without its fraction."""
    losses = [state.descent.timeline.losses() for state in scripted_states(lesson)]
    known = np.concatenate(losses)
    return number(float(np.ceil(np.max(known[np.isfinite(known)], initial=0.0))))
