"""The shape of a lesson file: its tables and keys, what each may hold, and that in words.

One Struct per table; a description is what a refusal says was expected. What hangs on another
key, such as the shape of the weights, is checked where the table is read.
"""

import sys
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from gd_visualizer.core.activations import IDENTITY
from gd_visualizer.core.datasets.record import MOST_NOISE
from gd_visualizer.core.losses import MEAN_SQUARED
from gd_visualizer.core.network.network import MAX_LAYERS, MAX_NODES
from gd_visualizer.core.optimizers.gradient_descent import GRADIENT_DESCENT
from gd_visualizer.lesson.data import MOST_TESTING
from gd_visualizer.lesson.lesson import FLAT
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message, translatable

MAX_POINTS = 100_000
MAX_STOP = 10_000_000
PHASES = ("forward", "error", "slopes", "update")

WORDS: dict[str, Message] = {}  # of the descriptions that hold values

_HUGE = sys.float_info.max  # a bound that refuses inf and nan
_FAR = 1e300  # the difference of two bounds is finite too
_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
TITLE = rf"\A(?=[^{_CONTROL}]*\Z)\s*\S"
_LINE = rf"\A[^{_CONTROL}]*\Z"
_LINES = rf"\A(\n|[^{_CONTROL}])*\Z"
_INDENTED_LINES = rf"\A([\t\n]|[^{_CONTROL}])*\Z"


def _described(words: Message) -> str:
    """The description for a Meta, which holds texts only."""
    return WORDS.setdefault(words.english, words).english


def _whole(low: int, high: int) -> Meta:
    words = message("a whole number from {low} to {high}", low=low, high=high)
    return Meta(ge=low, le=high, description=_described(words))


def _number(most: float) -> Meta:
    words = message("a number from {low} to {high}", low="0", high=f"{most:g}")
    return Meta(ge=0, le=most, description=_described(words))


def _listing(low: int, high: int, of: str) -> Meta:
    words = _described(message(of, low=low, high=high))
    return Meta(min_length=low, max_length=high, description=words)


def _text(pattern: str, most: int, words: str) -> Meta:
    return Meta(pattern=pattern, max_length=most, description=words)


Finite: TypeAlias = Annotated[
    float, Meta(ge=-_HUGE, le=_HUGE, description=translatable("a number"))
]
Row: TypeAlias = Annotated[list[Finite], Meta(description=translatable("a list of numbers"))]
Rows: TypeAlias = Annotated[list[Row], Meta(description=translatable("a list of lists of numbers"))]
Weights: TypeAlias = Annotated[
    list[Rows],
    Meta(description=translatable("a list of lists of lists, weights[layer][from][to]")),
]
Inputs: TypeAlias = Annotated[
    list[Row], _listing(1, MAX_POINTS, translatable("a list of {low} to {high} points"))
]
Word: TypeAlias = Annotated[str, _text(TITLE, 100, translatable("a word in quotes"))]
ColumnNames: TypeAlias = Annotated[
    list[Word], _listing(1, MAX_NODES, translatable("a list of {low} to {high} names"))
]
# WORKAROUND msgspec 0.22: a pattern of a text that may be a list instead corrupts the heap, so that
# ``class_words`` looks at these.
ClassWord: TypeAlias = Annotated[
    str, Meta(max_length=100, description=translatable("a word in quotes"))
]
Targets: TypeAlias = Annotated[
    list[Finite | Row | ClassWord],
    _listing(1, MAX_POINTS, translatable("a list of {low} to {high} points")),
]
FileName: TypeAlias = Annotated[
    str,
    Meta(min_length=1, max_length=1000, description=translatable("a file's name in quotes")),
]
Column: TypeAlias = Annotated[
    str | Annotated[int, Meta(ge=1)],
    Meta(description=translatable("a column's name in quotes, or its number from 1")),
]
_BOUND = message("a number from {low} to {high}", low=own(f"{-_FAR}"), high=own(f"{_FAR}"))
Bound: TypeAlias = Annotated[float, Meta(ge=-_FAR, le=_FAR, description=_described(_BOUND))]
Range: TypeAlias = Annotated[
    list[Bound],
    Meta(
        min_length=2,
        max_length=2,
        description=translatable("two numbers, the lower one first"),
    ),
]
InputPair: TypeAlias = Annotated[
    list[int],
    Meta(min_length=2, max_length=2, description=translatable("the numbers of two inputs")),
]
Seed: TypeAlias = Annotated[
    int,
    Meta(ge=0, le=2**63 - 1, description=translatable("a whole number from 0 to 2^63 - 1")),
]
Price: TypeAlias = Annotated[
    float, Meta(ge=0, le=_HUGE, description=translatable("a number, 0 or more"))
]
Names: TypeAlias = Annotated[
    tuple[str, ...],
    Meta(min_length=1, description=translatable("a list of at least one name")),
]
Id: TypeAlias = Annotated[
    str,
    _text(
        r"\A[A-Za-z0-9_-]{1,100}\Z", 100, translatable("letters, digits, - or _: 1 to 100 of them")
    ),
]
Title: TypeAlias = Annotated[
    str, _text(TITLE, 200, translatable("one line of 1 to 200 characters"))
]
Summary: TypeAlias = Annotated[
    str, _text(_LINE, 500, translatable("one line of at most 500 characters"))
]
Caption: TypeAlias = Annotated[
    str, _text(_LINES, 500, translatable("text of at most 500 characters"))
]
Notes: TypeAlias = Annotated[
    str, _text(_INDENTED_LINES, 2000, translatable("text of at most 2,000 characters"))
]
Actions: TypeAlias = Annotated[
    tuple[str, ...],
    Meta(
        min_length=1,
        max_length=100,
        description=_described(
            message('a list of 1 to 100 actions (["none"] for a caption alone)')
        ),
    ),
]


class Table(Struct, forbid_unknown_fields=True, frozen=True):
    """A table of the file, which refuses keys that it does not know."""


class NetworkTable(Table, frozen=True):
    """The table ``[network]`` of a lesson file."""

    layers: Annotated[
        list[Annotated[int, _whole(1, MAX_NODES)]],
        _listing(2, MAX_LAYERS + 1, translatable("a list of {low} to {high} numbers of nodes")),
    ]
    activations: Annotated[
        str | list[str],
        Meta(description=translatable("an activation in quotes, or a list of them")),
    ] = IDENTITY.name
    biases: bool = False


class GenerateTable(Table, frozen=True):
    """The table ``data.generate``: made-up points, as ``core.datasets`` has them."""

    kind: str
    points: Annotated[int, _whole(1, MAX_POINTS)] | None = None
    noise: Annotated[float, _number(MOST_NOISE)] | None = None
    seed: Seed = 0
    formula: Summary = ""


class DataTable(Table, frozen=True):
    """[data]: the points themselves, columns of a file, or how they are made up."""

    inputs: Inputs | None = None
    targets: Targets | None = None
    file: FileName | None = None
    input_columns: list[Column] | None = None
    target_columns: list[Column] | None = None
    decimal: str | None = None
    generate: GenerateTable | None = None
    input_names: ColumnNames | None = None
    target_names: ColumnNames | None = None
    classes: (
        Annotated[
            list[Word], Meta(min_length=2, max_length=2, description=translatable("two words"))
        ]
        | None
    ) = None
    test: Annotated[float, _number(MOST_TESTING)] = 0.0
    test_seed: Seed = 0
    scale: bool = False


class RandomTable(Table, frozen=True):
    """The table ``start.random``: how a random start is drawn."""

    low: Bound = -1.0
    high: Bound = 1.0
    seed: Seed = 0


class StartTable(Table, frozen=True):
    """The table ``[start]``: weights by name, or a random start."""

    weights: Weights | None = None
    biases: Rows | None = None
    random: RandomTable | None = None


class PenaltyTable(Table, frozen=True):
    """The table ``descent.penalty``: what is added to the loss.

    ``weight_decay`` is that of the options, beside an optimizer that has one of its own.
    """

    l1: Price = 0.0
    l2: Price = 0.0
    weight_decay: Price = 0.0


class StopTable(Table, frozen=True):
    """The table ``descent.stop``: when a run ends."""

    steps: Annotated[int, _whole(1, MAX_STOP)] | None = None
    gradient: Price = FLAT


class DescentTable(Table, frozen=True):
    """[descent]; what ``options`` may hold hangs on the optimizer."""

    loss: str = MEAN_SQUARED.name
    optimizer: str = GRADIENT_DESCENT.name
    learning_rate: Annotated[
        Finite | str, Meta(description=translatable("a number above 0, or a fraction such as 1/9"))
    ] = 0.01
    options: dict[str, object] = {}
    batch_size: (
        Annotated[int, Meta(ge=1, description=translatable("a whole number, 1 or more"))] | None
    ) = None
    seed: Seed = 0
    penalty: PenaltyTable = PenaltyTable()
    stop: StopTable = StopTable()


class ViewTable(Table, frozen=True):
    """The table ``[view]``: what is shown at the start."""

    surface: str | None = None
    axes: (
        Annotated[
            tuple[str, ...], _listing(1, 2, translatable("a list of {low} to {high} parameters"))
        ]
        | None
    ) = None
    x_range: Range | None = None
    y_range: Range | None = None
    pictures: Names | None = None
    cards: Names | None = None  # as it was called before
    phases: Names = PHASES
    hide: tuple[str, ...] = ()
    dark: bool = False
    predict: bool = False
    squares: bool = False
    two_colors: bool = False
    node_pictures: bool = False
    inputs: InputPair | None = None
    output: int = 1


class BeatTable(Table, frozen=True):
    """One ``[[beat]]``: a press of the clicker, its actions, its caption and its notes."""

    do: Actions = ("advance",)
    text: Caption = ""
    notes: Notes = ""


class Document(Table, frozen=True):
    """A whole lesson file, as msgspec reads it; not yet checked for sense."""

    format: int
    title: Title
    network: NetworkTable
    data: DataTable
    start: StartTable
    id: Id | None = None
    summary: Summary = ""
    descent: DescentTable = DescentTable()
    view: ViewTable = ViewTable()
    beat: Annotated[
        tuple[BeatTable, ...], _listing(0, 1000, translatable("a list of {low} to {high} beats"))
    ] = ()
