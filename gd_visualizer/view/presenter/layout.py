"""Where everything stands on the presenter's screen; every length comes from its height."""

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from gd_visualizer.descent.script.script import caption
from gd_visualizer.descent.state.display import tells_parts
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.pictures import CURVE_CARD, POINTS, SURFACE_CARD, Picture
from gd_visualizer.scene.explanation.of_state import explanation, own_words, printed
from gd_visualizer.scene.points.table import COLUMNS, loss_word, point_sums, point_texts
from gd_visualizer.scene.presenter.layout import beside
from gd_visualizer.scene.surface.lantern import lantern_at
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.view.explanation import blocks
from gd_visualizer.view.explanation.chips import ReservedWidths, fitted_chips
from gd_visualizer.view.explanation.items import Block, Item, words
from gd_visualizer.view.explanation.line_breaks import balanced, broken
from gd_visualizer.view.explanation.phase_buttons import WORDS
from gd_visualizer.view.paint.text_width import width_of
from gd_visualizer.view.text.sentences import sentence
from gd_visualizer.view.text.surface import note as note_of
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message

_BOLD, _HALF, _NORMAL = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal
SMALL, KEY = 1 / 29, 1 / 19.5  # of the screen's height; at least 1/30 and 1/20 are promised
_MOST_LINES, _MOST_ROWS = 4, 6
_UPRIGHT = 0.8  # of the width, that lengths are taken from at most
_PICTURE = 0.2  # of the height, at least for diagram and surface
_NARROW = 2.4  # times as wide as high
_ARITHMETIC = 0.36  # of the height, at least
_FIELD = 1.15  # times as wide as high
_UPRIGHT_FIELD = 1.3


@dataclass(frozen=True)
class Sizes:
    """Font sizes: of names and axis numbers, and of key numbers."""

    small: float
    key: float


@dataclass
class Stage:
    """Items to paint, the rooms of the ``network`` and of a ``plot``, empty where there is none;
    the loss by step as well in ``curve``, where runs are compared."""

    sizes: Sizes
    items: list[Item] = field(default_factory=list)
    network: QRectF = field(default_factory=QRectF)
    plot: QRectF = field(default_factory=QRectF)
    curve: QRectF = field(default_factory=QRectF)
    beside: Picture | None = None

    @property
    def surface(self) -> bool:
        """Whether the surface stands beside the diagram."""
        return self.beside is not None and self.beside.card is SURFACE_CARD


def stage(
    state: State,
    width: float,
    height: float,
    reserved_widths: ReservedWidths,
    surface_slice: SurfaceSlice | None = None,
) -> Stage:
    """The screen of ``width`` × ``height`` pixels; on upright ones its width decides on sizes."""
    whole, height = height, min(height, width * _UPRIGHT)
    made = Stage(Sizes(height * SMALL, height * KEY), beside=beside(state))
    margin = height * 0.035
    head = _head(state, width, height, margin)
    made.items += head.items
    if made.surface and (state.display.dark or state.display.revealed):
        place = QRectF(margin, head.height, width - 2 * margin, whole - head.height - margin)
        _field(made, state, place, height, reserved_widths, surface_slice)
        return made
    arithmetic = _arithmetic(state, width - 2 * margin, height, reserved_widths)
    # The picture keeps its place from phase to phase, unless there is too much to say.
    room = max(arithmetic.height + margin * 0.6, height * _ARITHMETIC)
    top, bottom = head.height, max(whole - room, head.height + height * _PICTURE)
    made.items += arithmetic.at(margin, bottom + (room - margin * 0.6 - arithmetic.height) / 2)
    _middle(made, state, QRectF(margin, top, width - 2 * margin, bottom - top - margin * 0.3))
    return made


def _head(state: State, width: float, height: float, margin: float) -> Block:
    """The lesson's title, and the phases."""
    size, small = height / 21, height * SMALL
    items: list[Item] = []
    x, high = width - margin, small * 1.7
    descent = state.descent
    now = state.progress.asked or descent.phase
    for phase in reversed([p for p in WORDS if p <= descent.lesson.view.last_phase]):
        text = tr(WORDS[phase])
        wide = width_of(text, small, _HALF) + small * 1.4
        colors = ("action_deep", "action_soft") if phase < now else ("muted", "background")
        color, fill = ("now_ink", "now") if phase == now else colors
        rect = QRectF(x - wide, margin * 0.75, wide, high)
        weight = _HALF if phase == now else _NORMAL
        items.append(Item(rect, text, small, weight, color, fill, center=True, round=True))
        x -= wide + small * 0.3
    title = translate_message(own_words(descent.lesson, descent.lesson.title))
    room = x - 2 * margin
    while width_of(title, size, _BOLD) > room and size > small:
        size *= 0.96
    for k, part in enumerate(broken(title, size, _BOLD, room)[:2]):
        items.append(words(part, margin, margin * 0.7 + k * size * 1.2, size, "ink", _BOLD))
    lowest = max(item.rect.bottom() for item in items)
    return Block(tuple(items), width, lowest + margin * 0.3)


def _field(
    made: Stage,
    state: State,
    place: QRectF,
    height: float,
    reserved_widths: ReservedWidths,
    surface_slice: SurfaceSlice | None,
) -> None:
    """The dark field takes all the height there is; what it says stands beside it, or below it on
    an upright screen."""
    margin = height * 0.035
    words = ""
    if surface_slice is not None and surface_slice.section is state.section:
        lantern = lantern_at(state.descent, surface_slice) if state.display.dark else None
        words = note_of(state, surface_slice, lantern)
    upright = place.width() < place.height() * _UPRIGHT_FIELD
    if upright:
        arithmetic = _arithmetic(state, place.width(), height, reserved_widths, words)
        high = place.height() - arithmetic.height - margin
        made.plot = QRectF(place.left(), place.top(), place.width(), high)
        made.items += arithmetic.at(place.left(), made.plot.bottom() + margin)
        return
    side = min(place.height() * _FIELD, place.width() * 0.58)
    arithmetic = _arithmetic(state, place.width() - side - margin, height, reserved_widths, words)
    made.plot = QRectF(place.left(), place.top(), side, place.height())
    down = max((place.height() - arithmetic.height) / 2, 0)
    made.items += arithmetic.at(made.plot.right() + margin, place.top() + down)


def _arithmetic(
    state: State, room: float, height: float, reserved_widths: ReservedWidths, note: str = ""
) -> Block:
    """Chips, then smaller lines, then the caption; all of it centred."""
    shown, small = explanation(state), height * SMALL
    found: list[Block] = []
    if shown.row:
        size, least = height * 0.062, height * KEY
        found.append(fitted_chips(shown.row, size, room, least, small, reserved_widths))
    lines = shown.lines[-_MOST_LINES:]
    if shown.vector and not lines:
        vector = replace(shown.vector, note=None)
        found.append(blocks.fitted_vector(vector, height / 24, small, room))
    if lines:
        opened = blocks.keys(lines) if len(blocks.keys(lines)) <= 2 else set()
        found.append(blocks.lines(lines, small, opened, room))
    if note:
        found.append(_centred_words(note, small, room))
    caption = _caption(state)
    if caption:
        found.append(_centred_words(caption, height / 26, room))
    items: list[Item] = []
    y = 0.0
    for block in found:
        items += block.at((room - block.width) / 2, y)
        y += block.height + small * 0.45
    return Block(tuple(items), room, max(y - small * 0.45, 0.0))


def _caption(state: State) -> str:
    """At the very start, what the lesson is about; else the window's sentence."""
    descent, progress = state.descent, state.progress
    silent = progress.asked is None and not progress.seeking and not caption(state)
    if silent and descent.phase == Phase.START and progress.reveal_by_phase and not descent.ended:
        return translate_message(own_words(descent.lesson, descent.lesson.summary))
    return sentence(state, None)


def _centred_words(text: str, size: float, room: float) -> Block:
    parts = balanced(text, size, _NORMAL, room)
    items = [
        Item(QRectF(0, k * size * 1.3, room, size * 1.3), part, size, color="muted", center=True)
        for k, part in enumerate(parts)
    ]
    return Block(tuple(items), room, len(parts) * size * 1.3)


def _middle(made: Stage, state: State, room: QRectF) -> None:
    """The diagram, and beside it what the phase needs; where runs are compared, surface and
    curve."""
    descent = state.descent
    if made.surface and descent.kept and descent.resting and _has_curve(state):
        made.plot, made.curve = _split(room, room.width() / 2, below=False)
        return
    table = _points(state, made.sizes.small) if made.beside is POINTS else None
    first, rest = _shared(made, state, room, table)
    made.network = first
    if table:
        y = rest.top() + max((rest.height() - table.height) / 2, 0)
        made.items += table.at(rest.right() - table.width, y)
    elif made.beside:
        made.plot = rest


def _has_curve(state: State) -> bool:
    return CURVE_CARD in state.descent.lesson.view.cards


def _shared(made: Stage, state: State, room: QRectF, table: Block | None) -> tuple[QRectF, QRectF]:
    """The room of the diagram, and of what stands beside it or, on narrow screens, below it."""
    layers = state.descent.lesson.network.layers
    if table:
        wide = max(room.width() - table.width - made.sizes.small, room.width() * 0.42)
    elif not made.beside:
        wide = room.width()
    elif max(layers) == 1 and len(layers) > 2 and room.width() < _NARROW * room.height():
        return _split(room, room.height() * 0.4, below=True)
    else:
        share = 0.6 if max(layers) > 1 else 0.5 if len(layers) == 2 else 0.56
        wide = room.width() * share
    return _split(room, wide, below=False)


def _split(room: QRectF, length: float, below: bool) -> tuple[QRectF, QRectF]:
    first, rest = QRectF(room), QRectF(room)
    if below:
        first.setHeight(length)
        rest.setTop(room.top() + length)
    else:
        first.setWidth(length)
        rest.setLeft(room.left() + length)
    return first, rest


def _points(state: State, size: float) -> Block:
    """The table of the first points: actual, predicted, error, loss, and what they come to."""
    descent, shown = state.descent, visibility(state)
    count = min(descent.lesson.objective.points, _MOST_ROWS)
    texts = point_texts(descent, np.arange(count), shown, state.display.point, printed(state))
    told = descent.lesson.view.tells_loss
    heads = [tr(COLUMNS[2]), tr(COLUMNS[3]), tr(COLUMNS[4])]
    heads += [tr(loss_word(descent))] if told else []
    rows = [[localize_numbers(text) for text in row[2 : 5 + told]] for row in texts]
    wide = [
        max(width_of(text, size, _HALF) for text in (*column, *head.split(" "))) + size * 0.9
        for head, column in zip(heads, zip(*rows, strict=True), strict=True)
    ]
    items: list[Item] = []
    total, high = sum(wide), size * 1.5
    tall = 2 if any(" " in head for head in heads) else 1
    for column, head in enumerate(heads):
        for k, part in enumerate(head.split(" ")[:2]):
            y = (tall - len(head.split(" ")) + k) * size * 1.15
            items += _cell(part, sum(wide[: column + 1]), y, size, "muted", _NORMAL)
    top = tall * size * 1.25
    for k, row in enumerate(rows):
        y = top + k * high
        if k == state.display.point:
            items.append(Item(QRectF(0, y, total, high), fill="now_soft"))
        for column, text in enumerate(row):
            color = "factor_loss" if column == 2 else "ink"
            items += _cell(text, sum(wide[: column + 1]), y + size * 0.08, size, color, _HALF)
    y = top + count * high
    sums = _sums(state, shown) if told else []
    if any(value for _, value in sums):
        items.append(Item(QRectF(0, y, total, 2), fill="grid"))
    for k, (name, value) in enumerate(sums):
        at = y + size * 0.2 + k * high
        items += _cell(name, total - wide[-1], at, size, "muted", _NORMAL) if value else []
        items += _cell(value, total, at, size, "ink", _BOLD)
    return Block(tuple(items), total, y + high * max(len(sums), 1))


def _sums(state: State, shown: Visibility) -> list[tuple[str, str]]:
    """The total, in a lesson whose beats come to it, and the loss; empty while not known."""
    lesson, sums = state.descent.lesson, point_sums(state.descent, printed(state))
    mean = tr("mean = loss")
    if lesson.objective.penalty is not None:
        mean = tr("mean + penalty = loss")
    found = [(mean, localize_numbers(sums.loss) if shown.mean else "")]
    if tells_parts(lesson):
        found.insert(0, (tr("total"), localize_numbers(sums.total) if shown.total else ""))
    return found


def _cell(
    text: str, right: float, y: float, size: float, color: str, weight: QFont.Weight
) -> list[Item]:
    wide = width_of(text, size, weight)
    return [words(text, right - wide - size * 0.35, y, size, color, weight)] if text else []
