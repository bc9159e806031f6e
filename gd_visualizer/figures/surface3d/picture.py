"""The surface in space as the window shows it: the same meshes, seen from the same camera."""

from typing import cast

from msgspec.structs import replace

from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.figures.sheet.asked import state_asked
from gd_visualizer.figures.sheet.drawing import draw
from gd_visualizer.figures.sheet.makers import FigureMaker
from gd_visualizer.figures.sheet.paper import Paper, Rect
from gd_visualizer.figures.sheet.picture import (
    EM,
    LEGEND,
    NOTHING,
    out_of_view,
    slice_asked,
)
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.figures.surface3d.screen import Screen, View
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.surface.dark.lantern import lantern_at
from gd_visualizer.scene.surface.slice import SlicePicture, SurfaceSlice
from gd_visualizer.scene.surface3d.picture import Surface3DPicture
from gd_visualizer.scene.surface3d.primitives import Solid
from gd_visualizer.scene.surface3d.words import Words3D
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import Message

Room = tuple[float, float, float, float]  # left, top, width, height
_MARGIN, _TOP = 40.0, 172.0
_WIDER = 2.0  # a line's width on the sheet for one in the window
_MOST = 2_500_000  # pixels; a larger sheet's picture is enlarged


class _Stage:
    """The room on the sheet that the picture fills, in whole pixels, and its camera."""

    def __init__(self, paper: Paper, room: Room, camera: Camera) -> None:
        self.paper, self.camera = paper, camera
        wide, high = paper.pixels
        left, top, width, height = (round(side * paper.unit) for side in room)
        self.left, self.top = min(left, wide - 1), min(top, high - 1)
        self.width = max(min(width, wide - self.left), 1)
        self.height = max(min(height, high - self.top), 1)

    @property
    def rect(self) -> Rect:
        """In the units of the sheet."""
        edges = self.left, self.top, self.left + self.width, self.top + self.height
        left, top, right, bottom = (edge / self.paper.unit for edge in edges)
        return left, top, right, bottom


@FigureMaker
def draw_surface3d(paper: Paper, descent: Descent, request: Request) -> Message:
    """The surface in space, light or dark. Returns what the subtitle must add."""
    kept: dict[str, object] = request.still.kept if request.still else {}
    surface_slice = cast("SlicePicture | None", kept.get("slice"))
    if surface_slice is None:
        surface_slice = slice_asked(descent, request)
    if surface_slice.section.exact:  # it stays the same, as do its meshes
        kept["slice"] = surface_slice
    if surface_slice.refused:
        paper.refuse(request.speech.words(surface_slice.refused))
        return NOTHING
    lantern = lantern_at(descent, surface_slice) if request.dark else None
    state, seen = state_asked(descent, request), request.shown
    shown = replace(seen, slopes=seen.slopes and descent.phase == Phase.SLOPES)
    camera = request.camera or Camera()
    state = replace(state, display=replace(state.display, camera=camera))
    wide, high = paper.width - 2 * _MARGIN, paper.height - _TOP - _MARGIN
    frame = Frame(wide, high, EM, Audience.PAPER, request.speech)
    if not draw_in_space(paper, state, surface_slice, (_MARGIN, _TOP), frame, shown, kept):
        return out_of_view(descent, surface_slice.section)
    return LEGEND if lantern else NOTHING


def draw_in_space(
    paper: Paper,
    state: State,
    surface_slice: SurfaceSlice,
    corner: tuple[float, float],
    frame: Frame,
    shown: Visibility,
    kept: dict[str, object] | None = None,
) -> bool:
    """The surface of ``state`` and its words, in a frame whose upper left ``corner`` lies at a
    place of the sheet. Whether the current point is in the picture. ``kept`` from the frame before,
    if there was one."""
    kept = {} if kept is None else kept
    lantern = lantern_at(state.descent, surface_slice) if state.display.dark else None
    meshes = cast(Surface3DPicture, kept.setdefault("meshes", Surface3DPicture()))
    moment = meshes.moment(state, surface_slice, paper.palette, lantern, shown)
    camera = state.display.camera
    solid, axes = moment.solid(camera, paper.palette)
    stage = _Stage(paper, (*corner, frame.width, frame.height), camera)
    _draw_markers(stage, solid, kept)
    left, top, right, bottom = stage.rect
    frame = replace(frame, width=right - left, height=bottom - top)
    words = Words3D(state, moment, lantern, camera, frame, shown)
    draw(paper, Drawing(frame, tuple(words.shapes(axes))), left, top)
    return moment.inside


def _draw_markers(stage: _Stage, solid: Solid, kept: dict[str, object]) -> None:
    """``kept`` from the frame before, if there was one."""
    paper, size = stage.paper, (stage.width, stage.height)
    share = min(1.0, (_MOST / (stage.width * stage.height)) ** 0.5)
    pixels = max(round(stage.width * share), 1), max(round(stage.height * share), 1)
    view = View(stage.camera, size, pixels, _WIDER * paper.unit)
    screen = cast("Screen | None", kept.get("screen"))
    if screen is None or screen.view != view:
        kept["screen"] = screen = Screen(view)
    image = screen.image(solid)
    if paper.kind == "png" and share == 1:
        paper.pixels_at(stage.left, stage.top, image)
        return
    axes = paper.axes(stage.rect)
    axes.imshow(image, extent=(0, 1, 0, 1), aspect="auto", interpolation="bilinear")
