"""The slope where we are, as marks of the surface."""

from gd_visualizer.descent.numerals import MINUS
from gd_visualizer.descent.state import State
from gd_visualizer.scene.slices import Ground
from gd_visualizer.scene.slope_marks import slope_marks
from gd_visualizer.view.marks_item import Dots, Pointer, Words, landing
from gd_visualizer.view.translate import tr

Place = tuple[float, float]


def slopes(ground: Ground, state: State, here: Place, area: Place) -> list[Dots | Words | Pointer]:
    """In words; over two weights also as an arrow, and where the step leads. None where slopes
    may not be seen."""
    shown = slope_marks(state, ground.slice.axes, ground.sides, area)
    if shown is None:
        return []
    if len(shown.numbers) == 1:
        words = tr("slope {number}", number=shown.numbers[0])
        return [Words(words, *here, left=not shown.numbers[0].startswith(MINUS))]
    first, second = shown.numbers
    words = tr("slopes {first}, {second}", first=first, second=second)
    marks: list[Dots | Words | Pointer] = []
    if shown.landing:
        marks.append(landing(*shown.landing))
    if shown.arrow:
        marks.append(Pointer(*here, *shown.arrow))
    downwards = shown.arrow is not None and shown.arrow[1] < here[1]
    return [*marks, Words(words, *here, below=not downwards)]
