"""[view] and the beats of a lesson that is written."""

from collections.abc import Iterator

from gd_visualizer.lesson import beats
from gd_visualizer.lesson.beats import Action, Beat
from gd_visualizer.lesson.file.schema import PHASES
from gd_visualizer.lesson.file.writing.descent import rate_value
from gd_visualizer.lesson.file.writing.layout import Entry, number_text
from gd_visualizer.lesson.lesson import Phase, View
from gd_visualizer.lesson.rate import LearningRate


def view_entries(view: View) -> Iterator[Entry]:
    """The keys of [view]."""
    yield Entry("surface", view.surface.name)
    yield Entry("axes", view.axes)
    for key, bounds in (("x_range", view.x_range), ("y_range", view.y_range)):
        if bounds:
            yield Entry(key, bounds)
    if view.panels:
        yield Entry("pictures", tuple(panel.name for panel in view.panels))
    if view.last_phase < Phase.UPDATE:
        yield Entry("phases", PHASES[: view.last_phase], "how far a step goes")
    if view.hide:
        yield Entry("hide", view.hide, "controls that are not shown")
    fit = view.fit
    for key, on in (
        ("dark", view.dark),
        ("predict", view.predict),
        ("squares", fit.squares),
        ("two_colors", fit.two_colors),
        ("node_pictures", fit.node_pictures),
    ):
        if on:
            yield Entry(key, True)
    if fit.inputs:
        yield Entry("inputs", tuple(k + 1 for k in fit.inputs), "those that the fit is over")
    if fit.output:
        yield Entry("output", fit.output + 1, "the one that the fit shows")


def beat_entries(beat: Beat) -> Iterator[Entry]:
    """The keys of one [[beat]]."""
    if beat.text:
        yield Entry("text", beat.text)
    yield Entry("do", tuple(action_text(action) for action in beat.do))
    if beat.notes:  # blank lines around notes are not read
        yield Entry("notes", f"{beat.notes}\n")


def action_text(action: Action) -> str:
    """``action`` as ``file.actions`` reads it."""
    match action:
        case beats.Step(count):
            return "step" if count == 1 else f"step {count}"
        case beats.SetParameter(name, value):
            return f"set {name} = {number_text(value)}"
        case beats.SetRate(rate):
            return f"rate = {_rate_text(rate)}"
        case beats.SetOptimizer(name):
            return f"optimizer = {name}"
        case beats.Select(name):
            return f"select {name}"
        case beats.ShowPoint(number):
            return f"point {number}"
        case beats.ShowSurface(kind):
            return f"{kind.panel.name} {kind.name}"
        case beats.ShowPictures(panels):
            return f"pictures {' '.join(panel.name for panel in panels)}"
        case beats.ShowInstead(panel):
            return f"show {panel.name}"
        case beats.ShowLoss(part):
            return f"show {part}"
    return _WORDS[type(action)]


_WORDS: dict[type[Action], str] = {
    beats.Advance: "advance",
    beats.Run: "run",
    beats.Reset: "reset",
    beats.Keep: "keep",
    beats.Darken: "dark",
    beats.Light: "light",
    beats.Nothing: "none",
}


def _rate_text(rate: LearningRate) -> str:
    written = rate_value(rate)
    return number_text(written) if isinstance(written, float) else str(written)
