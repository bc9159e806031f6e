"""While the point is dragged, a pale ring says where it was: on each kind of surface."""

import numpy as np
import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Audience
from gd_visualizer.drawing.shapes import Dots
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import MAP, SLOPE, SURFACE_3D, Picture
from tests.scene.shown import Shown, flat, shown, shown_in_space

ROOM = (640.0, 480.0, 16.0, Audience.SCREEN)


def drawing(state: State, kind: Picture) -> Shown:
    if kind.in_space:
        return shown_in_space(state, Camera(), ROOM, "English")
    return shown(state, "surface", ROOM, "English")


def dots(made: Shown, name: str) -> list[np.ndarray]:
    return [one.centers[0] for one in flat(made.drawing.shapes) if named(one, name)]


def named(shape: object, name: str) -> bool:
    return isinstance(shape, Dots) and shape.name == name


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [MAP, SLOPE, SURFACE_3D], ids=lambda kind: kind.name)
def test_the_ring_is_where_the_point_was_until_it_is_dropped(kind: Picture, dark: bool) -> None:
    begun = showing.show_surface(open_lesson(load("two-inputs")), kind)
    begun = commands.step(showing.switch_light(begun) if dark else begun)
    name = begun.descent.lesson.objective.names[0]
    value = float(begun.descent.moment.theta[0])
    dragged = commands.drag(begun, {name: value + 0.4})
    assert dots(drawing(begun, kind), "left") == []
    made = drawing(dragged, kind)
    (ring,) = dots(made, "left")
    if made.area:
        second = begun.descent.moment.loss if kind is SLOPE else begun.descent.moment.theta[1]
        np.testing.assert_allclose(made.area.values(*ring), [value, second])
    else:  # where the ball is, once it has been dragged back
        back = commands.drag(dragged, {name: value})
        np.testing.assert_allclose(ring, dots(drawing(back, kind), "left")[0], atol=1e-9)
    for ended in (commands.drop(dragged), commands.cancel_drag(dragged)):
        assert dots(drawing(ended, kind), "left") == []
