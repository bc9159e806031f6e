"""Where text is broken into lines."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.drawing.lines import balanced, broken
from gd_visualizer.drawing.typeface import width_of

SIGNS = "=≈×·−+÷→"
TOKENS = st.lists(
    st.sampled_from(["2", "−24", "10.73", "loss", "weight", "so", "that", *SIGNS]), max_size=24
)


@given(TOKENS, st.floats(2, 60))
def test_lines_hold_all_words_in_their_order_and_have_room(tokens: list[str], ems: float) -> None:
    text = " ".join(tokens)
    for made in (broken(text, 10, 10 * ems), balanced(text, 10, 10 * ems)):
        assert " ".join(made).split() == tokens
        assert all(width_of(line, 10) <= 10 * ems + 1e-6 or " " not in line for line in made)


@given(TOKENS, st.floats(2, 60))
def test_no_line_breaks_beside_a_sign_where_the_whole_has_room(
    tokens: list[str], ems: float
) -> None:
    made = broken(" ".join(tokens), 10, 10 * ems)
    for one, other in pairwise(made):
        if one.split()[-1] in SIGNS or other.split()[0] in SIGNS:
            assert width_of(f"{one} {other}", 10) > 10 * ems


def test_an_equation_and_what_stands_in_brackets_stay_together() -> None:
    text = "Both weights move together: from [1 2] to [0.7 1.6], so 2 − 0.01 · (−24) = 2.24."
    lines = broken(text, 10, width_of("2 − 0.01 · (−24) = 2.24.", 10) * 1.2)
    assert lines[-1] == "2 − 0.01 · (−24) = 2.24."
    assert any("[0.7 1.6]" in line for line in lines)


def test_no_line_ends_at_a_space_that_must_not_break() -> None:
    assert broken("the ▲▼\u00a0loss change", 10, 1) == ["the", "▲▼\u00a0loss", "change"]
