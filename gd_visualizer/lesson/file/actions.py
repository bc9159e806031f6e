"""The actions of a beat as they are written: ``step 5``, ``set w2_1_1 = 3``, ``rate = 1/9``."""

import re
from collections.abc import Sequence

from gd_visualizer.core.network.network import Network
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.lesson import beats
from gd_visualizer.lesson.beats import Action
from gd_visualizer.lesson.file.refusal import listed
from gd_visualizer.lesson.file.text_file import number
from gd_visualizer.lesson.lesson import LOSS_PARTS
from gd_visualizer.lesson.pictures import (
    CODE_PANEL,
    PANELS,
    POINTS_PANEL,
    SURFACE_PANEL,
    Panel,
    named,
)
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.text.errors import RefusedValue
from gd_visualizer.text.message import Message, message

MAX_STEPS = 1_000_000
_PANELS = {panel.name: panel for panel in PANELS} | {p.old: p for p in PANELS if p.old}
PANEL_NAMES = tuple(panel.name for panel in PANELS)
PAGES = (CODE_PANEL.name, POINTS_PANEL.name)
_FORMS = (
    "advance, step, step 5, run, reset, set w1_1_1 = 3, rate = 1/9, optimizer = adam, "
    "select w1_1_1, point 2, surface slope, pictures network curve, show code, show total, keep, "
    "dark, light",
    "none",
)
_WHOLE = re.compile(r"[0-9]{1,9}")
_WORDS: dict[str, Action] = {
    "advance": beats.Advance(),
    "step": beats.Step(),
    "run": beats.Run(),
    "reset": beats.Reset(),
    "keep": beats.Keep(),
    "dark": beats.Darken(),
    "light": beats.Light(),
    "none": beats.Nothing(),
}


def parse_action(text: str, network: Network, points: int) -> Action:
    """The action that ``text`` writes, in a lesson with that network and count of points.

    Raises RefusedValue ``expected …`` where there is no such action, parameter or point.
    """
    match text.replace("=", " = ").split():
        case [word] if word in _WORDS:
            return _WORDS[word]
        case ["step", count]:
            return beats.Step(_whole(count, MAX_STEPS))
        case ["set", name, "=", value]:
            return beats.SetParameter(_parameter(name, network), number(value))
        case ["rate", "=", *rate]:
            return beats.SetRate(typed_rate(" ".join(rate)))
        case ["optimizer", "=", *name]:
            return beats.SetOptimizer(_one_of(" ".join(name), tuple(OPTIMIZERS)))
        case ["select", name]:
            return beats.Select(_parameter(name, network))
        case ["point", count]:
            return beats.ShowPoint(_whole(count, points))
        case ["pictures", _, *_] as found:
            names = tuple(_one_of(name, PANEL_NAMES) for name in found[1:])
            return beats.ShowPictures(tuple(panel(name) for name in dict.fromkeys(names)))
        case [SURFACE_PANEL.name, kind]:
            return beats.ShowSurface(named(_one_of(kind, surfaces(network))))
        case ["show", part] if part in LOSS_PARTS:
            return beats.ShowLoss(part)
        case ["show", what]:
            return beats.ShowInstead(panel(_one_of(what, (*PAGES, *LOSS_PARTS))))
    raise _expected(listed(_FORMS))


def panel(name: str) -> Panel:
    """The panel of that name, or that was called so before. KeyError where there is none."""
    return _PANELS[name]


def surfaces(network: Network) -> tuple[str, ...]:
    """The names of the kinds of surface that the network has parameters for."""
    return tuple(kind.name for kind in SURFACE_PANEL.pictures if kind.axes <= network.size)


def parameter_words(network: Network) -> Message:
    """What a parameter of the network may be called, in words."""
    return message("a parameter such as {names}", names=listed(network.names[:3]))


def _expected(what: Message) -> RefusedValue:
    return RefusedValue(message("expected {what}", what=what))


def _parameter(name: str, network: Network) -> str:
    try:
        return network.parameter(name).name
    except KeyError:
        raise _expected(parameter_words(network)) from None


def _one_of(word: str, known: Sequence[str]) -> str:
    if word not in known:
        raise _expected(listed(known))
    return word


def _whole(text: str, most: int) -> int:
    if not _WHOLE.fullmatch(text) or not 1 <= int(text) <= most:
        raise RefusedValue(message("expected a whole number from 1 to {most}", most=most))
    return int(text)
