"""The drawing of a picture on paper, below the sheet's heading."""

from msgspec.structs import replace

from gd_visualizer.descent.names import axis_label
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Section
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.figures.sheet.asked import shown_asked, state_asked
from gd_visualizer.figures.sheet.drawing import draw
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.pictures import found
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.ranges.shown_ranges import shown_heights, shown_ranges
from gd_visualizer.scene.surface.slice import SlicePicture, slice_picture
from gd_visualizer.text.message import Message, listed, message
from gd_visualizer.text.numerals import number

LEGEND = message("▲▼ loss change, one lantern’s radius away")
NOTHING = message("")
_TOP, _SIDE, EM = 190.0, 40.0, 36.0


def draw_picture(paper: Paper, descent: Descent, request: Request) -> Message:
    """The picture that is asked for; what the subtitle must add, or nothing."""
    wide, high = paper.width - 2 * _SIDE, paper.height - _TOP - _SIDE
    frame = Frame(wide, high, EM, Audience.PAPER, request.speech)
    picture = slice_asked(descent, request) if request.view.axes else None
    kept = request.still.maker if request.still else None
    maker = kept or found("scene", request.view.drawing, DrawingMaker)
    state = state_asked(descent, request)
    draw(paper, maker.draw(state, frame, shown_asked(state, request), picture), _SIDE, _TOP)
    if picture is None or picture.refused:
        return NOTHING
    if not _inside(picture):
        return out_of_view(descent, picture.section)
    return LEGEND if request.dark else NOTHING


def slice_asked(descent: Descent, request: Request) -> SlicePicture:
    """The slice that the picture is of."""
    state, still = state_asked(descent, request), request.still
    heights = shown_heights(state) if still is None else still.heights
    ranges = shown_ranges(state, shown_asked(state, request))
    made = slice_picture(descent, state.section, ranges, request.grid, heights)
    return made if still is None else replace(made, levels=still.levels)


def _inside(picture: SlicePicture) -> bool:
    pairs = zip(picture.marks.point.tolist(), picture.ranges, strict=True)
    return all(low <= value <= high for value, (low, high) in pairs)


def out_of_view(descent: Descent, along: Section) -> Message:
    """Tells where the current point is when the picture's ranges do not hold it."""
    network = descent.lesson.network
    places = [
        message("{axis} = {value}", axis=axis_label(along, network, k), value=number(value, 4))
        for k, value in enumerate(along.places(descent.moment.theta).tolist())
    ]
    return message("out of view: {where}", where=listed(places, ", "))
