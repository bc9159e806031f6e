"""What is asked for, as the window would have it: its state, and what of the moment is seen."""

from msgspec.structs import replace

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.display import first_display
from gd_visualizer.descent.state.state import Progress, State
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.scene.visibility import Visibility, visibility


def state_asked(descent: Descent, request: Request) -> State:
    """What the window would show, had the person chosen there what is asked for here."""
    names = (*request.axes, "loss")[:2]
    ranges = {name: one for name, one in zip(names, request.ranges, strict=False) if one}
    display = replace(
        first_display(descent.lesson),
        point=request.point,
        plane=request.plane,
        ranges=ranges,
        dark=request.dark,
        revealed=request.revealed,
        log_height=request.log,
        log_loss=request.log_loss,
        fit=request.fit or descent.lesson.view.fit,
    )
    if request.view.axes:
        display = replace(display, surface=request.view, axes=request.axes)
    return State(descent, display, Progress(reveal_by_phase=False))


def shown_asked(state: State, request: Request) -> Visibility:
    """A figure has the tangent at rest as well; what leads on only where the window has it."""
    slopes = request.shown.slopes and visibility(state).slopes
    return replace(request.shown, slopes=slopes)
