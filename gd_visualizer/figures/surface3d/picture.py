"""The surface in space as the window shows it: the same meshes, seen from the same camera."""

from dataclasses import replace

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.descent.names import loss_title
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.display import first_display
from gd_visualizer.descent.state.state import Progress, State
from gd_visualizer.figures.sheet.axes import out_of_view, title_of_axis
from gd_visualizer.figures.sheet.paper import BODY, SMALL, Paper, Rect
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.figures.surface.lantern import LEGEND, draw_direction_labels
from gd_visualizer.figures.surface3d.rasterizer import Kind, Raster
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.pictures import SURFACE_3D
from gd_visualizer.scene.look.colors import rgb
from gd_visualizer.scene.surface.gradient_marks import slope_marks
from gd_visualizer.scene.surface.lantern import Lantern, lantern_at
from gd_visualizer.scene.surface.slice import SlicePicture, slice_picture
from gd_visualizer.scene.surface3d.axes import AxesPicture, Label
from gd_visualizer.scene.surface3d.lantern_labels import direction_labels_3d
from gd_visualizer.scene.surface3d.picture import Moment3D, Surface3DPicture
from gd_visualizer.scene.surface3d.primitives import DEEP, Lines, Mesh, Solid, faint
from gd_visualizer.scene.surface3d.projection import to_screen
from gd_visualizer.scene.visibility import Visibility

_MARGIN, _TOP = 40.0, 172.0
_WIDER = 2.0  # a line's width on the sheet for one in the window
_NEARER = 0.004  # a line counts as, so that the mesh that it lies on does not hide it
_MOST = 2_500_000  # pixels; a larger sheet's picture is enlarged
_CHARACTER = 0.57


class _Stage:
    """The part of the sheet that the picture fills, in whole pixels, and its camera."""

    def __init__(self, paper: Paper, camera: Camera) -> None:
        self.paper, self.camera = paper, camera
        wide, high = paper.pixels
        side, top = round(_MARGIN * paper.unit), round(_TOP * paper.unit)
        self.left, self.top = min(side, (wide - 1) // 2), min(top, high - 1)
        self.width = max(wide - 2 * self.left, 1)
        self.height = max(high - self.top - side, 1)

    @property
    def rect(self) -> Rect:
        """In the units of the sheet."""
        edges = self.left, self.top, self.left + self.width, self.top + self.height
        left, top, right, bottom = (edge / self.paper.unit for edge in edges)
        return left, top, right, bottom

    def seen(self, points: Array) -> Floats:
        """Places of the box (n, 3) on the sheet (n, 2)."""
        pixels = to_screen(points, self.camera, self.width, self.height)[0]
        made: Floats = (pixels + np.array([self.left, self.top])) / self.paper.unit
        return made


def draw_surface3d(paper: Paper, descent: Descent, request: Request, camera: Camera) -> str:
    """The surface seen from ``camera``, light or dark. Returns what the subtitle must add."""
    along = request.section(descent.lesson.objective)
    surface_slice = slice_picture(descent, along, request.ranges, request.grid)
    if surface_slice.refused:
        paper.refuse(surface_slice.refused)
        return ""
    lantern = lantern_at(descent, surface_slice) if request.dark else None
    state = _state(descent, request)
    seen = request.shown
    shown = replace(seen, slopes=seen.slopes and descent.phase == Phase.SLOPES)
    moment = Surface3DPicture().moment(state, surface_slice, paper.palette, lantern, shown)
    solid, frame = moment.solid(camera, paper.palette)
    stage = _Stage(paper, camera)
    _draw_markers(stage, solid)
    _write_axes(stage, descent, surface_slice, frame, lantern)
    if not moment.inside:
        return out_of_view(descent, along)
    if lantern:
        direction_labels = direction_labels_3d(descent, moment, lantern, stage.seen)
        draw_direction_labels(
            paper,
            lantern,
            direction_labels.here,
            direction_labels.radius,
            stage.rect,
            direction_labels.path,
            direction_labels.toward,
        )
        return LEGEND
    _write_slopes(stage, state, moment, shown)
    return ""


def _state(descent: Descent, request: Request) -> State:
    """What the window's picture is made from."""
    display = replace(
        first_display(descent.lesson),
        surface=SURFACE_3D,
        axes=request.axes,
        plane=request.plane,
        dark=request.dark,
        log_height=request.log,
    )
    return State(descent, display, Progress(predict=descent.lesson.view.predict))


def _draw_markers(stage: _Stage, solid: Solid) -> None:
    paper = stage.paper
    share = min(1.0, (_MOST / (stage.width * stage.height)) ** 0.5)
    size = max(round(stage.width * share), 1), max(round(stage.height * share), 1)
    fine = 2
    raster = Raster(size[0] * fine, size[1] * fine, rgb(solid.background))
    scale = np.array(size) * fine / (stage.width, stage.height)
    for mesh in solid.meshes:
        _put_mesh(raster, stage, mesh, scale, "solid")
    for mesh in solid.marks:
        _put_mesh(raster, stage, mesh, scale, "mark")
    per = _WIDER * paper.unit * float(scale[0])
    for lines in solid.lines:
        _put_lines(raster, stage, lines, scale, per)
    for mesh in solid.marks:
        _put_mesh(raster, stage, faint(mesh), scale, "hidden")
    for mesh in solid.clear:
        _put_mesh(raster, stage, mesh, scale, "clear")
    axes = paper.axes(stage.rect)
    axes.imshow(
        np.clip(raster.image(fine), 0, 1),
        extent=(0, 1, 0, 1),
        aspect="auto",
        interpolation="nearest" if share == 1 and paper.kind == "png" else "bilinear",
    )


def _put_mesh(raster: Raster, stage: _Stage, mesh: Mesh, scale: Floats, kind: Kind) -> None:
    if not len(mesh.faces):
        return
    places, depth = to_screen(mesh.vertices, stage.camera, stage.width, stage.height)
    faces = mesh.faces.astype(np.int64)
    if kind == "hidden":  # what lies on a surface is not hidden by it
        depth = depth - DEEP
    raster.triangles((places * scale)[faces], depth[faces], mesh.colors[faces], kind)


def _put_lines(raster: Raster, stage: _Stage, lines: Lines, scale: Floats, per: float) -> None:
    if len(lines.points):
        places, depth = to_screen(lines.points, stage.camera, stage.width, stage.height)
        pairs = (places * scale).reshape(-1, 2, 2)
        near = depth.reshape(-1, 2) - _NEARER
        raster.lines(pairs, near, np.array(lines.color), max(lines.width * per, 1.0))


def _write_axes(
    stage: _Stage,
    descent: Descent,
    surface_slice: SlicePicture,
    frame: AxesPicture,
    lantern: Lantern | None,
) -> None:
    colors = stage.paper.palette
    number, name = (colors.dark_ink,) * 2 if lantern else (colors.muted, colors.ink)
    for label in frame.numbers:
        _write(stage, label, label.text, SMALL, number, 0.0)
    words = [*(title_of_axis(descent, surface_slice.section, k) for k in range(2))]
    words.append(loss_title(descent.lesson).english)
    for title, text in zip(frame.titles, words, strict=True):
        if title:
            _write(stage, title, text, BODY, name, BODY * 0.9)


def _write(stage: _Stage, label: Label, text: str, size: float, color: str, away: float) -> None:
    """Beside its axis, on the outer side."""
    place, edge = stage.seen(np.stack([label.place, label.edge]))
    out = (place - edge) / (float(np.hypot(*(place - edge))) or 1.0)
    wide, high = _CHARACTER * size * len(text), 1.3 * size
    left, top, right, bottom = stage.rect
    x = float(place[0]) + float(out[0]) * (wide / 2 + away)
    y = float(place[1]) + float(out[1]) * (high / 4 + away * 0.3)
    x = min(max(x, left + wide / 2 + 4), right - wide / 2 - 4)
    y = min(max(y, top + high / 2 + 2), bottom - high / 2 - 2)
    stage.paper.text(x, y, text, size, color, align="center")


def _write_slopes(stage: _Stage, state: State, moment: Moment3D, seen: Visibility) -> None:
    """The slopes in words beside the point, where they may be seen."""
    left, top, right, bottom = stage.rect
    surface_slice = moment.surface_slice
    area = right - left, bottom - top
    shown = slope_marks(state, surface_slice.section, surface_slice.ranges, area, seen)
    if shown is None or len(shown.numbers) < 2:
        return
    text = shown.words.english
    x, y = stage.seen(moment.here[None])[0].tolist()
    half = _CHARACTER * SMALL * len(text) / 2 + 10
    back = {"facecolor": stage.paper.palette.paper, "alpha": 0.88, "linewidth": 0, "pad": 3}
    stage.paper.text(
        min(x + SMALL + half, right - half),
        max(y - SMALL * 1.6, top + SMALL),
        text,
        SMALL,
        weight="semibold",
        align="center",
        bbox=back,
    )
