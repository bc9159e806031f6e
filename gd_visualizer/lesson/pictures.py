"""The kinds of picture: what each is called, which card of the window it is on, who draws it.

To add one, write its record here, and the functions or the widget that its addresses name. An
address ``module:name`` is looked up inside the room that draws, so this module imports none.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

from gd_visualizer.text.message import translatable

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, eq=False)
class Card:
    """A place in the window for one picture or several, of which one is seen at a time.

    ``name`` is written in a lesson's ``cards``, ``title`` stands above it. ``column`` counts from
    the left; ``large``: one of those that take most of their column.
    """

    name: str
    title: str
    column: int
    large: bool = False

    @property
    def pictures(self) -> tuple["Picture", ...]:
        """Its pictures, in the order of their tabs."""
        return tuple(picture for picture in PICTURES if picture.card is self)


@dataclass(frozen=True, eq=False)
class Picture:
    """A kind of picture.

    ``name`` is written in lesson files, on the command line and in the names of exported files;
    ``title`` in the list of exports; ``tab`` and ``tip`` on the button that picks it, where its
    card has several.

    ``axes`` counts the parameters that it is over. ``in_space``: seen from a camera.
    ``one_point``: shows one point of the data. ``descends``: of a lesson that takes steps.

    Addresses, "" where there is none: ``drawing`` in ``scene`` makes it for the class's screen and
    for paper; ``figure`` in ``figures`` draws what is no drawing there, ``table`` writes its CSV;
    ``widget`` in ``view`` shows it in the window.
    """

    name: str
    card: Card
    title: str
    tab: str = ""
    tip: str = ""
    axes: int = 0
    in_space: bool = False
    one_point: bool = False
    descends: bool = False
    drawing: str = ""
    figure: str = ""
    table: str = ""
    widget: str = ""


NETWORK_CARD = Card("network", translatable("Network"), column=0, large=True)
TABLE_CARD = Card("table", translatable("Points"), column=0)
SURFACE_CARD = Card("surface", translatable("Loss surface"), column=1, large=True)
CURVE_CARD = Card("curve", translatable("Loss by step"), column=1)
CARDS = (NETWORK_CARD, TABLE_CARD, SURFACE_CARD, CURVE_CARD)

CURVE = Picture(
    "loss-curve",
    CURVE_CARD,
    translatable("Loss by step"),
    descends=True,
    drawing="curve.picture:curve_drawing",
    table="table:known_run",
    widget="curve.view:CurveView",
)
SLOPE = Picture(
    "slope",
    SURFACE_CARD,
    translatable("One weight"),
    translatable("One weight"),
    translatable("One weight: the loss over one weight, with its tangent"),
    axes=1,
    drawing="surface.picture:surface_drawing",
    table="table:slice_table",
    widget="surface.view:SurfaceView",
)
MAP = Picture(
    "map",
    SURFACE_CARD,
    translatable("Map"),
    translatable("Map"),
    translatable("Map: the loss over two weights, from above"),
    axes=2,
    drawing="surface.picture:surface_drawing",
    table="table:slice_table",
    widget="surface.view:SurfaceView",
)
SURFACE_3D = Picture(
    "3d",
    SURFACE_CARD,
    translatable("Surface in 3D"),
    translatable("3D"),
    translatable("3D: the loss over two weights, as a surface in space"),
    axes=2,
    in_space=True,
    drawing="surface.picture:surface_drawing",
    figure="surface3d.picture:draw_surface3d",
    table="table:slice_table",
    widget="surface.view:SurfaceView",
)
NETWORK = Picture(
    "network",
    NETWORK_CARD,
    translatable("Network"),
    one_point=True,
    drawing="network.picture:network_drawing",
    widget="network.view:NetworkView",
)
POINTS = Picture(
    "points",
    TABLE_CARD,
    translatable("Points"),
    translatable("Numbers"),
    translatable("The points as numbers"),
    drawing="points.picture:points_drawing",
    table="table:point_table",
    widget="points.view:PointsView",
)
CODE = Picture(
    "code",
    TABLE_CARD,
    translatable("Code"),
    translatable("Code"),
    translatable("This step as NumPy code"),
    widget="code.view:CodeView",
)
PICTURES = (CURVE, SLOPE, MAP, SURFACE_3D, NETWORK, POINTS, CODE)
FIGURES = tuple(picture for picture in PICTURES if picture.figure or picture.drawing)


def named(name: str) -> Picture:
    """The kind of picture of that name. KeyError where there is none."""
    return {picture.name: picture for picture in PICTURES}[name]


def found(room: str, address: str, kind: type[_Thing]) -> _Thing:
    """What ``address`` names in ``room``, a ``kind``; its module is imported now.

    TypeError where it is something else.
    """
    module, _, name = address.partition(":")
    thing = getattr(import_module(f"gd_visualizer.{room}.{module}"), name)
    if not isinstance(thing, kind):
        raise TypeError(f"{address} in {room} is no {kind.__name__}")
    return thing
