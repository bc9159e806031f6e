"""Every colour pair in use can be told apart, in every palette."""

from itertools import pairwise

import numpy as np
import pytest

from gd_visualizer.scene.fit.field import PALE
from gd_visualizer.scene.fit.value_scale import COLORS
from gd_visualizer.scene.look.colors import contrast, hex_color, lightness, ramp, rgb
from gd_visualizer.scene.look.paint import ramp_of
from gd_visualizer.scene.look.palette import PALETTES, Palette

FACTORS = ("factor_loss", "factor_value", "factor_activation")
TEXT = [
    *(
        (ink, background)
        for ink in ("ink", "muted")
        for background in ("paper", "background", "now_soft")
    ),
    *((ink, "paper") for ink in ("positive", "negative", "slope", "action", *FACTORS)),
    *((ink, f"{ink}_soft") for ink in ("slope", "action", *FACTORS)),
    ("paper", "action"),
    ("paper", "action_deep"),
    ("action_deep", "action_soft"),
    ("paper", "ink"),
    ("now_ink", "now"),
    ("slope", "now_soft"),
    ("factor_loss", "now_soft"),
    ("muted", "action_soft"),
]
MARKS = [
    ("path", "path_edge"),
    ("line", "path_edge"),
    ("line", "paper"),
    ("line", "background"),
    *((mark, "background") for mark in ("positive", "negative", "slope", "action", *FACTORS)),
    *((f"band_{kind}", "paper") for kind in ("lower", "across", "higher", "overflow")),
]
palettes = pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))


@palettes
@pytest.mark.parametrize(("ink", "background"), TEXT, ids=lambda name: name)
def test_text_has_a_contrast_of_at_least_four_and_a_half(
    palette: Palette, ink: str, background: str
) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, background)) >= 4.5


@palettes
@pytest.mark.parametrize(("mark", "background"), MARKS, ids=lambda name: name)
def test_a_mark_has_a_contrast_of_at_least_three(
    palette: Palette, mark: str, background: str
) -> None:
    assert contrast(getattr(palette, mark), getattr(palette, background)) >= 3


@palettes
def test_what_lies_around_the_stage_and_what_is_chosen_there_have_fills_of_their_own(
    palette: Palette,
) -> None:
    assert contrast(palette.background, palette.paper) >= 1.05
    assert contrast(palette.action_soft, palette.background) >= 1.05


@palettes
def test_now_stands_out_from_one_of_its_two_rims_and_a_rim_from_any_height(
    palette: Palette,
) -> None:
    rims = (palette.path, palette.path_edge)
    for color in (palette.now, palette.paper, *ramp(palette.surface, 64)):
        assert max(contrast(color, rim) for rim in rims) >= 3


@palettes
@pytest.mark.parametrize("count", [2, 5, 15, 256])
def test_the_surface_grows_lighter_in_even_steps(palette: Palette, count: int) -> None:
    colors = ramp(palette.surface, count)
    assert (colors[0], colors[-1]) == (palette.surface[0].lower(), palette.surface[-1].lower())
    found = np.array([lightness(color) for color in colors])
    assert np.abs(found - np.linspace(found[0], found[-1], count)).max() < 0.4
    assert found[-1] - found[0] > 60


@palettes
def test_a_field_is_paper_in_the_middle_and_ink_can_be_read_on_it_behind_points(
    palette: Palette,
) -> None:
    colors = ramp_of("field", COLORS, palette)
    half = len(colors) // 2
    assert (colors[0], colors[-1]) == (palette.field[0].lower(), palette.field[-1].lower())
    assert colors[half] == palette.paper.lower()
    pale = round(half * PALE)
    behind = colors[half - pale : half + pale + 1]
    assert min(contrast(palette.ink, color) for color in behind) >= 4.5
    off = [contrast(palette.paper, color) for color in colors]
    assert all(a >= b for a, b in pairwise(off[: half + 1]))
    assert all(a <= b for a, b in pairwise(off[half:]))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#767676", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#123456", "#123456", 1.0),
    ],
)
def test_contrast_is_that_of_wcag_in_either_order(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("color", "L"), [("#000000", 0), ("#ffffff", 100), ("#777777", 50.03), ("#ff0000", 53.24)]
)
def test_lightness_is_that_of_cielab(color: str, L: float) -> None:
    assert lightness(color) == pytest.approx(L, abs=0.02)


def test_a_colour_comes_back_from_its_numbers() -> None:
    assert hex_color(rgb("#0A90fe")) == "#0a90fe"
