"""What may be written in a beat, and the action that it is."""

import pytest

from gd_visualizer.core.network.network import Network
from gd_visualizer.lesson import beats
from gd_visualizer.lesson.file.actions import parse_action
from gd_visualizer.lesson.pictures import (
    CODE_PANEL,
    CURVE_PANEL,
    MAP,
    NETWORK_PANEL,
    POINTS_PANEL,
    SLOPE,
    SURFACE_3D,
)
from gd_visualizer.lesson.rate import LearningRate

NETWORK = Network((1, 2, 1), ("tanh", "identity"), biases=True)
ONE_WEIGHT = Network((1, 1), ("identity",))
WRITTEN = {
    "advance": beats.Advance(),
    "step": beats.Step(1),
    "step 5": beats.Step(5),
    "step 1000000": beats.Step(1_000_000),
    "run": beats.Run(),
    "reset": beats.Reset(),
    "set w2_1_1 = 3": beats.SetParameter("w2_1_1", 3.0),
    "set b1_2=-.5e-1": beats.SetParameter("b1_2", -0.05),
    "rate = 1/9": beats.SetRate(LearningRate(1 / 9, "1/9")),
    "rate=0.5": beats.SetRate(LearningRate(0.5, "0.5")),
    "optimizer = adam": beats.SetOptimizer("adam"),
    "optimizer = gradient  descent": beats.SetOptimizer("gradient descent"),
    "select w1_1_1": beats.Select("w1_1_1"),
    "point 2": beats.ShowPoint(2),
    "surface slope": beats.ShowSurface(SLOPE),
    "surface map": beats.ShowSurface(MAP),
    "surface 3d": beats.ShowSurface(SURFACE_3D),
    "show code": beats.ShowInstead(CODE_PANEL),
    "show points": beats.ShowInstead(POINTS_PANEL),
    "pictures network curve": beats.ShowPictures((NETWORK_PANEL, CURVE_PANEL)),
    "show total": beats.ShowLoss("total"),
    "keep": beats.Keep(),
    "dark": beats.Darken(),
    " light ": beats.Light(),
    "none": beats.Nothing(),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_this_text_is_this_action(text: str) -> None:
    assert parse_action(text, NETWORK, points=2) == WRITTEN[text]


NOT_WRITTEN = {
    "": "expected advance, step,",
    "Advance": "expected advance, step,",
    "advance 2": "expected advance, step,",
    "step five": "expected a whole number from 1 to 1,000,000",
    "step -1": "expected a whole number from 1 to 1,000,000",
    "step 1000001": "expected a whole number from 1 to 1,000,000",
    "step ٣": "expected a whole number from 1 to 1,000,000",
    "point 3": "expected a whole number from 1 to 2",
    "set w1_1_1 3": "expected advance, step,",
    "set w9_1_1 = 3": "expected a parameter such as w1_1_1, w1_1_2 or b1_1",
    "set w1_1_1 = 1_0": "expected a number",
    "set w1_1_1 = nan": "expected a number",
    "rate =": "expected a number above 0, or a fraction such as 1/9",
    "rate = 1 2": "expected a number above 0, or a fraction such as 1/9",
    "optimizer = sgd": "expected gradient descent, momentum,",
    "select b3_1": "expected a parameter such as",
    "surface 2d": "expected slope, map or 3d",
    "show graph": "expected code, points, losses, total or mean",
}


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_this_text_is_no_action(text: str) -> None:
    with pytest.raises(ValueError, match=r"^expected ") as caught:
        parse_action(text, NETWORK, points=2)
    assert str(caught.value).startswith(NOT_WRITTEN[text])


def test_a_network_of_one_weight_has_neither_map_nor_3d() -> None:
    for text in ("surface map", "surface 3d"):
        with pytest.raises(ValueError, match=r"^expected slope$"):
            parse_action(text, ONE_WEIGHT, points=1)
