"""Numbers and names along both axes: apart, in the frame, clear of a point on the rim."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Anchor, Rect, Words
from gd_visualizer.scene.look.ticks import linear_ticks
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.area import Area, most_rows, most_ticks, room_for_axes
from gd_visualizer.scene.plot.axes import axes, ticks_below
from gd_visualizer.text.message import message
from tests.scene.descents import proof

NAMES = message("weight {name}", name="w₁"), message("loss")
lengths = st.floats(1, 10).flatmap(lambda m: st.integers(-7, 8).map(lambda e: m * 10.0**e))


def drawn(frame: Frame, x: tuple[float, float], y: tuple[float, float]) -> tuple[Area, list[Words]]:
    across, up = most_ticks(frame)
    left = linear_ticks(*y, up, limit=most_rows(frame))
    area = Area(room_for_axes(frame, left), x, y)
    below = ticks_below(area, frame, across)
    return area, [one for one in axes(area, frame, (below, left), NAMES) if isinstance(one, Words)]


def share(a: Rect, b: Rect) -> bool:
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    return wide > 0.01 and min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]) > 0.01


@proof(200)
@given(
    ems=st.tuples(st.floats(16, 80), st.floats(8, 60)),
    em=st.sampled_from((14, 21, 28)),
    span=st.tuples(lengths, lengths),
    start=st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
)
def test_words_of_axes_keep_apart_and_in_the_frame_and_off_a_point_on_the_rim(
    ems, em, span, start
) -> None:
    frame = Frame(ems[0] * em, ems[1] * em, em, Audience.SCREEN)
    x, y = ((s * w, (s + 1) * w) for s, w in zip(start, span, strict=True))
    area, found = drawn(frame, x, y)
    for one in found:
        left, top, wide, high = one.rect
        assert left >= 0
        assert left + wide <= frame.width
        assert top >= 0
        assert top + high <= frame.height
    assert not [(a.text, b.text) for a, b in combinations(found, 2) if share(a.rect, b.rect)]
    reach = marks.POINT * em
    for one in found:
        left, top, wide, high = one.rect
        if one.anchor is Anchor.CENTER:  # below
            assert top >= area.bottom + reach
        elif one.anchor is Anchor.RIGHT:
            assert left + wide <= area.rect[0] - reach


@proof(100)
@given(span=lengths, start=st.floats(-3, 3), width=st.floats(600, 1600))
def test_a_wide_axis_has_three_numbers_at_least(span, start, width) -> None:
    _, found = drawn(Frame(width, 400, 14), (start * span, (start + 1) * span), (0, 1))
    below = [one.text for one in found if one.anchor is Anchor.CENTER]
    assert len(set(below)) == len(below) >= 4  # the axis's name is one of them
