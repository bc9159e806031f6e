"""The kinds of picture: what each is called, which panel of the stage it is on, who draws it.

To add one, write its record here, and the functions or the widget that its addresses name. An
address ``module:name`` is looked up inside the room that draws, so this module imports none.
"""

from importlib import import_module
from typing import NamedTuple, TypeVar

from gd_visualizer.text.message import translatable

_Thing = TypeVar("_Thing")


class Panel(NamedTuple):
    """A place on the stage for one picture or several, of which one is seen at a time.

    ``name`` is written in a lesson's ``pictures``, ``old`` is what else it may be called there;
    ``title`` stands on the button that shows or hides it, ``tip`` says what is seen in it.
    ``share``: how much of the width it takes beside another, in shares.
    """

    name: str
    title: str
    tip: str
    old: str = ""
    share: float = 1.0

    @property
    def pictures(self) -> tuple["Picture", ...]:
        """Its pictures, in the order of their tabs."""
        return tuple(picture for picture in PICTURES if picture.panel is self)


class Picture(NamedTuple):
    """A kind of picture.

    ``name`` is written in lesson files, on the command line and in the names of exported files;
    ``title`` in the list of exports; ``tab`` and ``tip`` on the button that picks it, where its
    panel has several.

    ``axes`` counts the parameters that it is over. ``in_space``: seen from a camera.
    ``one_point``: shows one point of the data. ``descends``: of a lesson that takes steps.

    Addresses, "" where there is none: ``drawing`` in ``scene`` makes it for the class's screen and
    for paper; ``figure`` in ``figures`` draws what is no drawing there, ``table`` writes its CSV;
    ``widget`` in ``view`` shows it in the window.
    """

    name: str
    panel: Panel
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


NETWORK_PANEL = Panel(
    "network", translatable("Network"), translatable("The network with its numbers"), share=1.1
)
FIT_PANEL = Panel(
    "fit",
    translatable("Fit"),
    translatable("What the network makes of its inputs, beside the points"),
)
POINTS_PANEL = Panel(
    "points",
    translatable("Points"),
    translatable("The points, predicted and actual"),
    "table",
    0.85,
)
SURFACE_PANEL = Panel(
    "surface", translatable("Surface"), translatable("The loss over one weight or two")
)
CURVE_PANEL = Panel("curve", translatable("Loss by step"), translatable("The loss by step"))
CODE_PANEL = Panel("code", translatable("Code"), translatable("This step as NumPy code"))
PANELS = (NETWORK_PANEL, FIT_PANEL, POINTS_PANEL, SURFACE_PANEL, CURVE_PANEL, CODE_PANEL)

CURVE = Picture(
    "loss-curve",
    CURVE_PANEL,
    translatable("Loss by step"),
    descends=True,
    drawing="curve.picture:curve_drawing",
    table="table:known_run",
    widget="curve.view:CurveView",
)
SLOPE = Picture(
    "slope",
    SURFACE_PANEL,
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
    SURFACE_PANEL,
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
    SURFACE_PANEL,
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
    NETWORK_PANEL,
    translatable("Network"),
    one_point=True,
    drawing="network.picture:network_drawing",
    widget="network.view:NetworkView",
)
FIT = Picture(
    "fit",
    FIT_PANEL,
    translatable("Fit"),
    one_point=True,
    drawing="fit.picture:fit_drawing",
    table="fit_table:fit_table",
    widget="fit.view:FitView",
)
POINTS = Picture(
    "points",
    POINTS_PANEL,
    translatable("Points"),
    drawing="points.picture:points_drawing",
    table="table:point_table",
    widget="points.view:PointsView",
)
CODE = Picture(
    "code",
    CODE_PANEL,
    translatable("Code"),
    widget="code.view:CodeView",
)
PICTURES = (CURVE, SLOPE, MAP, SURFACE_3D, NETWORK, FIT, POINTS, CODE)
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
