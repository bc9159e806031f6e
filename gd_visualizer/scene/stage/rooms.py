"""Where everything on the stage has its place: by its size and by which pictures there are, never
by what they show, so that nothing moves from press to press."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.lesson.pictures import PANELS, SURFACE_PANEL, Panel
from gd_visualizer.text.speech import ENGLISH, Speech

CLASS, DESK = 29, 42  # letters of names and axis numbers, in the height: before a class, at a desk
_LARGEST = 26  # the same, at a desk with everything enlarged
_CLASS_HIGH = 5 / 8  # of the width, that letters are a share of at most: a screen
# of 4:3 is as wide on the wall as one of 16:9
_SIDE, _TOP = 1.1, 0.5  # ems
_HEAD, _ARITHMETIC, _NOTE, _NOTES = 1.9, 6.4, 1.5, 4.2
_SENTENCE, _LEAST_SENTENCE, _LINE = 1 / 28, 1.25, 1.26  # of the height; ems; sizes
_GAP = 1.6  # ems between pictures
_NARROW, _FEW = 1100, 46  # px and ems of width, below which two pictures at most are seen
_WIDE, _ALONE, _LOWER = 1.5, 0.58, 0.28  # shape of a room in which a surface that is alone has the
# arithmetic beside it; its share of the width; how far down the arithmetic begins
_SIDE_BY_SIDE = 1.15  # times as wide as high, from which on two pictures stand side by side


class StageRooms(Struct, frozen=True, eq=False):
    """The rooms on a ``frame``: lesson and phases in the ``head``, the ``sentence`` of two lines
    with letters of ``letters`` px, the ``pictures``, a ``note`` below the surface, and the
    ``arithmetic``."""

    frame: Frame
    head: Rect
    sentence: Rect
    letters: float
    pictures: Mapping[Panel, Rect]
    arithmetic: Rect
    note: Rect | None = None

    def frame_of(self, panel: Panel) -> Frame:
        """The frame of a panel's picture."""
        _, _, width, height = self.pictures[panel]
        return Frame(width, height, self.frame.em, self.frame.audience, self.frame.speech)


def class_frame(width: float, height: float, speech: Speech = ENGLISH) -> Frame:
    """A screen of so many pixels for a class; on ones that are less wide than 8:5, the width
    decides on sizes."""
    em = max(min(height, width * _CLASS_HIGH) / CLASS, 1.0)
    return Frame(width, height, em, Audience.SCREEN, speech)


def desk_frame(width: float, height: float, scale: float, speech: Speech = ENGLISH) -> Frame:
    """The stage in a window, everything ``scale`` times as large as usual, as far as it fits."""
    em = max(min(height, width) / max(DESK / scale, _LARGEST), 1.0)
    return Frame(width, height, em, Audience.SCREEN, speech)


def most_pictures(frame: Frame) -> int:
    """How many pictures are seen at once."""
    return 2 if frame.width < max(_NARROW, _FEW * frame.em) else 4


def stage_rooms(frame: Frame, panels: Sequence[Panel], controls: float = 0.0) -> StageRooms:
    """The rooms for these ``panels``, the first of them where there is no room for all;
    ``controls`` px high are those in the head. A surface, which is about as high as wide, has the
    arithmetic beside it where it is alone, below it else."""
    em, side = frame.em, _SIDE * frame.em
    wide = frame.width - 2 * side
    top = _TOP * em
    head = (side, top, wide, max(_HEAD * em, controls))
    letters = max(frame.height * _SENTENCE, _LEAST_SENTENCE * em)
    sentence = (side, top + head[3] + 0.2 * em, wide, 2 * _LINE * letters)
    below = sentence[1] + sentence[3] + 0.5 * em
    bottom = frame.height - _ARITHMETIC * em
    arithmetic = (side, bottom, wide, _ARITHMETIC * em - 0.5 * em)
    room = (side, below, wide, max(bottom - below - 0.5 * em, 1.0))
    seen = panels[: most_pictures(frame)]
    if list(seen) == [SURFACE_PANEL] and wide > _WIDE * (frame.height - below):
        room = (side, below, (wide - _GAP * em) * _ALONE, frame.height - below - 0.5 * em)
        x = side + room[2] + _GAP * em
        upper, lower = below + _LOWER * room[3], below + room[3] - _NOTES * em
        arithmetic = (x, upper, side + wide - x, lower - upper)
        beside = (x, lower, arithmetic[2], _NOTES * em)
        return StageRooms(frame, head, sentence, letters, {SURFACE_PANEL: room}, arithmetic, beside)
    places = _shared(room, [one for one in PANELS if one in seen], _GAP * em)
    note = None
    if SURFACE_PANEL in places:
        x, y, width, height = places[SURFACE_PANEL]
        high = min(_NOTE * em, height / 4)
        places[SURFACE_PANEL] = (x, y, width, height - high)
        note = (x, y + height - high, width, high)
    return StageRooms(frame, head, sentence, letters, places, arithmetic, note)


def _shared(room: Rect, panels: Sequence[Panel], gap: float) -> dict[Panel, Rect]:
    """One picture takes it all; two stand side by side, or below one another where it is upright;
    of three the surface takes the right side, for it is about as high as wide, else the first the
    left; four are two rows of two."""
    if len(panels) < 2:
        return dict.fromkeys(panels, room)
    if len(panels) == 2:
        first, second = panels
        upright = room[2] < _SIDE_BY_SIDE * room[3]
        share = first.share / (first.share + second.share)
        one, other = _split(room, share, gap, upright)
        return {first: one, second: other}
    left, right = _split(room, 0.5, gap, below=False)
    if len(panels) == 3 and SURFACE_PANEL in panels:
        upper, lower = _split(left, 0.5, gap / 2, below=True)
        first, second = (one for one in panels if one is not SURFACE_PANEL)
        return {first: upper, second: lower, SURFACE_PANEL: right}
    if len(panels) == 3:
        upper, lower = _split(right, 0.5, gap / 2, below=True)
        return dict(zip(panels, (left, upper, lower), strict=True))
    corners = (
        *_split(left, 0.5, gap / 2, below=True),
        *_split(right, 0.5, gap / 2, below=True),
    )
    upper_left, lower_left, upper_right, lower_right = corners
    return dict(zip(panels, (upper_left, lower_left, upper_right, lower_right), strict=True))


def _split(room: Rect, share: float, gap: float, below: bool) -> tuple[Rect, Rect]:
    """A room shared: the first has ``share`` of it, without the ``gap`` between both."""
    left, top, width, height = room
    if below:
        first = (height - gap) * share
        return (left, top, width, first), (left, top + first + gap, width, height - gap - first)
    first = (width - gap) * share
    return (left, top, first, height), (left + first + gap, top, width - gap - first, height)
