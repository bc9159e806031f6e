"""Words are as wide as the sum of their letters' advances, for everybody who writes them."""

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import font_manager

from gd_visualizer.drawing.shapes import Anchor, Paint, Run, Words, words
from gd_visualizer.drawing.typeface import CAPITAL, SMALL, typeface, width_of
from gd_visualizer.lesson.library.built_in import resources_folder

TEXTS = (
    "slope −24",
    "To AV Wert ≈ 0.0012",
    "first fit ffi -> 3x4",
    "weight w₁₂",
    "Verlust über alle 4",
)


@pytest.mark.parametrize(
    ("weight", "file"), [("regular", "Regular"), ("semibold", "SemiBold"), ("bold", "Bold")]
)
def test_every_letter_has_the_advance_that_the_typeface_says(weight, file) -> None:
    with TTFont(resources_folder() / f"fonts/GDSans-{file}.ttf") as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"]
        expected = {chr(c): advances[glyph][0] / em for c, glyph in font.getBestCmap().items()}
        assert typeface(weight).advances == expected
        assert font["OS/2"].sCapHeight / em == pytest.approx(CAPITAL, abs=1e-3)


def test_figures_are_all_equally_wide() -> None:
    assert len({width_of(figure, 20, "bold") for figure in "0123456789"}) == 1


@pytest.mark.parametrize("text", TEXTS)
def test_matplotlib_writes_words_as_wide_as_that(text) -> None:
    file = resources_folder() / "fonts/GDSans-SemiBold.ttf"
    font = font_manager.get_font(str(file))
    font.set_size(100, 72)
    features = {"features": ("-kern", "-liga", "-calt")} if hasattr(font, "_layout") else {}
    font.set_text(text, 0.0, **features)
    drawn = sum(font.load_char(ord(letter)).linearHoriAdvance / 65536 for letter in text)
    assert width_of(text, 100, "semibold") == pytest.approx(drawn, rel=1e-3)


@given(st.text("0123456789 .−=wbxloss", min_size=1, max_size=20), st.floats(5, 200))
def test_words_are_as_wide_as_their_runs_wherever_they_are_anchored(text, size) -> None:
    found = [
        Words(10, 20, words(text), size, Paint("ink"), anchor=anchor).rect for anchor in Anchor
    ]
    wide = width_of(text, size)
    np.testing.assert_allclose([rect[2] for rect in found], wide)
    np.testing.assert_allclose([rect[0] for rect in found], [10, 10 - wide / 2, 10 - wide])


def test_an_index_is_smaller_and_its_width_counts() -> None:
    runs = Run("w"), Run("12", lowered=True)
    made = Words(0, 0, runs, 30, Paint("ink"))
    assert made.width == width_of("w", 30) + width_of("12", 30 * SMALL)
    assert made.text == "w12"
