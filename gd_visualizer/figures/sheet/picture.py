"""The drawing of a picture on paper, below the sheet's heading."""

from dataclasses import replace

from gd_visualizer.descent.names import axis_label
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.display import first_display
from gd_visualizer.descent.state.section import Section
from gd_visualizer.descent.state.state import Progress, State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.figures.sheet.drawing import draw
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.pictures import found
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.slice import SlicePicture, slice_picture
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.numerals import number

LEGEND = "▲▼ loss change, one lantern's radius away"
_TOP, _SIDE, EM = 190.0, 40.0, 36.0


def draw_picture(paper: Paper, descent: Descent, request: Request) -> str:
    """The picture that is asked for; what the subtitle must add, or ""."""
    frame = Frame(paper.width - 2 * _SIDE, paper.height - _TOP - _SIDE, EM, Audience.PAPER)
    picture = slice_asked(descent, request) if request.view.axes else None
    kept = request.still.maker if request.still else None
    maker = kept or found("scene", request.view.drawing, DrawingMaker)
    state = state_asked(descent, request)
    # A figure has the tangent at rest as well; what leads on only where the window has it.
    slopes = request.shown.slopes and visibility(state).slopes
    shown = replace(request.shown, slopes=slopes)
    draw(paper, maker.draw(state, frame, shown, picture), _SIDE, _TOP)
    if picture is None or picture.refused:
        return ""
    if not _inside(picture):
        return out_of_view(descent, picture.section)
    return LEGEND if request.dark else ""


def slice_asked(descent: Descent, request: Request) -> SlicePicture:
    """The slice that the picture is of."""
    along = request.section(descent.lesson.objective)
    still = request.still
    if still is None:
        asked = request.loss_range(descent) if request.view.axes == 1 else None
        return slice_picture(descent, along, request.ranges, request.grid, asked)
    made = slice_picture(descent, along, request.ranges, request.grid, still.heights)
    return replace(made, levels=still.levels)


def state_asked(descent: Descent, request: Request) -> State:
    """What the window would show, had the person chosen there what is asked for here."""
    names, ranges = (*request.axes, "loss")[:2], dict[str, tuple[float, float]]()
    asked = list(request.ranges)
    if request.view.axes == 1:
        asked[1] = request.loss_range(descent)
    ranges = {name: one for name, one in zip(names, asked, strict=False) if one}
    display = replace(
        first_display(descent.lesson),
        point=request.point,
        plane=request.plane,
        ranges=ranges,
        dark=request.dark,
        log_height=request.log,
        log_loss=request.log_loss,
    )
    if request.view.axes:
        display = replace(display, surface=request.view, axes=request.axes)
    return State(descent, display, Progress(reveal_by_phase=False))


def _inside(picture: SlicePicture) -> bool:
    pairs = zip(picture.point.tolist(), picture.ranges, strict=True)
    return all(low <= value <= high for value, (low, high) in pairs)


def out_of_view(descent: Descent, along: Section) -> str:
    """Tells where the current point is when the picture's ranges do not hold it."""
    network = descent.lesson.network
    where = ", ".join(
        f"{axis_label(along, network, k).english} = {number(value, 4)}"
        for k, value in enumerate(along.places(descent.moment.theta).tolist())
    )
    return f"out of view: {where}"
