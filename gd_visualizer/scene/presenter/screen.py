"""The class's whole screen as a drawing; every length comes from its height."""

from dataclasses import dataclass

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing, Placed, Rect, Shape
from gd_visualizer.lesson.pictures import (
    CURVE,
    CURVE_CARD,
    NETWORK,
    POINTS,
    SURFACE_CARD,
    Picture,
    found,
)
from gd_visualizer.scene.explanation.block import Block
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.scene.points.picture import points_block
from gd_visualizer.scene.presenter.arithmetic import arithmetic, head
from gd_visualizer.scene.presenter.beside import beside
from gd_visualizer.scene.surface.caption import surface_note
from gd_visualizer.scene.surface.lantern import lantern_at
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.message import Message
from gd_visualizer.text.speech import ENGLISH, Speech

_SMALL = 29  # letters of names and axis numbers, in the height; at least 1/30 of it is promised
_UPRIGHT = 0.8  # of the width, that lengths are taken from at most
_MARGIN = 0.035  # of the height
_PICTURE = 0.2  # of the height, at least for diagram and surface
_NARROW = 2.4  # times as wide as high
_ARITHMETIC = 0.36  # of the height, at least
_FIELD, _UPRIGHT_FIELD = 1.15, 1.3  # times as wide as high


@dataclass(frozen=True, eq=False)
class ClassScreen:
    """The whole ``drawing``, and the rooms of its pictures, None where there is none: of the
    ``network``, and of what stands ``beside`` it in ``plot``; the loss by step as well in
    ``curve``, where runs are compared."""

    drawing: Drawing
    beside: Picture | None
    network: Rect | None = None
    plot: Rect | None = None
    curve: Rect | None = None

    @property
    def surface(self) -> bool:
        """Whether a surface is there."""
        return self.beside is not None and self.beside.card is SURFACE_CARD

    def frame(self, room: Rect) -> Frame:
        """The frame of the picture in a room."""
        return _frame(self.drawing.frame, room)


def class_frame(width: float, height: float, speech: Speech = ENGLISH) -> Frame:
    """A screen of so many pixels for a class; on upright ones the width decides on sizes."""
    return Frame(width, height, min(height, width * _UPRIGHT) / _SMALL, Audience.CLASS, speech)


def class_screen(
    state: State,
    frame: Frame,
    surface_slice: SurfaceSlice | None,
    reserved: ReservedWidths,
    without_space: bool = False,
) -> ClassScreen:
    """The screen of a ``class_frame``; ``surface_slice`` is left out where it is another one's.

    ``without_space``: the plot stays empty where the surface is seen in space, for somebody who
    draws it there.
    """
    if surface_slice and surface_slice.section is not state.section:
        surface_slice = None
    made = _Screen(state, frame, surface_slice, reserved)
    shapes, rooms = made.laid_out()
    for room, picture in ((rooms.network, NETWORK), (rooms.curve, CURVE)):
        if room:
            shapes.append(made.picture(picture, room))
    if made.beside and rooms.plot and not (made.beside.in_space and without_space):
        shapes.append(made.picture(made.beside, rooms.plot))
    drawing = Drawing(frame, tuple(shapes))
    return ClassScreen(drawing, made.beside, rooms.network, rooms.plot, rooms.curve)


@dataclass(frozen=True)
class _Rooms:
    """Of the pictures, where they are there."""

    network: Rect | None = None
    plot: Rect | None = None
    curve: Rect | None = None


class _Screen:
    """What one screen is made of."""

    def __init__(
        self,
        state: State,
        frame: Frame,
        surface_slice: SurfaceSlice | None,
        reserved: ReservedWidths,
    ) -> None:
        self.state, self.frame = state, frame
        self.surface_slice, self.reserved = surface_slice, reserved
        self.beside = beside(state)
        self.unit = frame.em * _SMALL  # the height, or the width's share
        self.margin = self.unit * _MARGIN

    @property
    def _surface(self) -> bool:
        return self.beside is not None and self.beside.card is SURFACE_CARD

    def laid_out(self) -> tuple[list[Shape], _Rooms]:
        """All but the pictures, and the rooms for these."""
        margin, display = self.margin, self.state.display
        top = head(self.state, self.frame, margin)
        wide, high = self.frame.width - 2 * margin, self.frame.height - top.height
        if self._surface and (display.dark or display.revealed):
            shapes, rooms = self._field((margin, top.height, wide, high - margin))
            return [*top.shapes, *shapes], rooms
        below = arithmetic(self.state, self.frame, wide, self.reserved)
        # The picture keeps its place from phase to phase, unless there is too much to say.
        room = max(below.height + margin * 0.6, self.unit * _ARITHMETIC)
        bottom = max(self.frame.height - room, top.height + self.unit * _PICTURE)
        y = bottom + (room - margin * 0.6 - below.height) / 2
        middle = (margin, top.height, wide, bottom - top.height - margin * 0.3)
        shapes, rooms = self._middle(middle)
        return [*top.shapes, *below.at(margin, y), *shapes], rooms

    def _field(self, place: Rect) -> tuple[list[Shape], _Rooms]:
        """The dark field takes all the height there is; what it says stands beside it, or below it
        on an upright screen."""
        left, top, width, height = place
        if width < height * _UPRIGHT_FIELD:
            said = self._said_of_field(width)
            high = height - said.height - self.margin
            shapes = said.at(left, top + high + self.margin)
            return [*shapes], _Rooms(plot=_whole((left, top, width, high)))
        side = min(height * _FIELD, width * 0.58)
        said = self._said_of_field(width - side - self.margin)
        down = max((height - said.height) / 2, 0)
        shapes = said.at(left + side + self.margin, top + down)
        return [*shapes], _Rooms(plot=_whole((left, top, side, height)))

    def _said_of_field(self, room: float) -> Block:
        return arithmetic(self.state, self.frame, room, self.reserved, self._note())

    def _note(self) -> Message | None:
        if self.surface_slice is None or self.surface_slice.refused:
            return None
        dark = self.state.display.dark
        lantern = lantern_at(self.state.descent, self.surface_slice) if dark else None
        return surface_note(self.state, self.surface_slice, lantern)

    def _middle(self, room: Rect) -> tuple[list[Shape], _Rooms]:
        """The diagram, and beside it what the phase needs; where runs are compared, surface and
        curve."""
        descent = self.state.descent
        compares = descent.kept and descent.resting and CURVE_CARD in descent.lesson.view.cards
        if self._surface and compares:
            first, rest = _split(room, room[2] / 2)
            return [], _Rooms(plot=_whole(first), curve=_whole(rest))
        table = points_block(self.state, self.frame) if self.beside is POINTS else None
        first, (left, top, width, height) = self._shared(room, table)
        if table:
            y = top + max((height - table.height) / 2, 0)
            return [*table.at(left + width - table.width, y)], _Rooms(_whole(first))
        plot = _whole((left, top, width, height)) if self.beside else None
        return [], _Rooms(_whole(first), plot)

    def _shared(self, room: Rect, table: Block | None) -> tuple[Rect, Rect]:
        """The room of the diagram, and of what stands beside it or, on narrow screens, below it."""
        layers = self.state.descent.lesson.network.layers
        _, _, width, height = room
        if table:
            return _split(room, max(width - table.width - self.frame.em, width * 0.42))
        if not self.beside:
            return _split(room, width)
        if max(layers) == 1 and len(layers) > 2 and width < _NARROW * height:
            return _split(room, height * 0.4, below=True)
        share = 0.6 if max(layers) > 1 else 0.5 if len(layers) == 2 else 0.56
        return _split(room, width * share)

    def picture(self, picture: Picture, room: Rect) -> Placed:
        """A kind of picture in its room; nothing where its kind is drawn otherwise."""
        if not picture.drawing:
            return Placed(room[0], room[1], ())
        maker = found("scene", picture.drawing, DrawingMaker)
        frame, shown = _frame(self.frame, room), visibility(self.state)
        drawing = maker.draw(self.state, frame, shown, self.surface_slice)
        return Placed(room[0], room[1], drawing.shapes)


def _frame(whole: Frame, room: Rect) -> Frame:
    """Of a picture in a room, with the letters of the whole."""
    return Frame(room[2], room[3], whole.size(1), whole.audience, whole.speech)


def _whole(room: Rect) -> Rect:
    """In whole pixels, so that a picture is as sharp as in the window."""
    left, top = round(room[0]), round(room[1])
    return left, top, round(room[0] + room[2]) - left, round(room[1] + room[3]) - top


def _split(room: Rect, length: float, below: bool = False) -> tuple[Rect, Rect]:
    left, top, width, height = room
    if below:
        return (left, top, width, length), (left, top + length, width, height - length)
    return (left, top, length, height), (left + length, top, width - length, height)
