"""The optimizer's rule as source: what it remembers, and how it makes a step."""

from gd_visualizer.core.optimizers.record import Lines
from gd_visualizer.descent.code.formula import names, source
from gd_visualizer.descent.code.source import array, scalar
from gd_visualizer.descent.explanation.values import StepValues


def plain(values: StepValues) -> bool:
    """Whether the step is weights − learning rate × gradient and nothing else."""
    return values.settings.plain


def rate(values: StepValues) -> str:
    """The learning rate as source: a fraction stays one."""
    top, line, bottom = values.settings.rate.text.partition("/")
    return f"{top} / {bottom}" if line else scalar(values.settings.rate.value, whole=True)


def settings(values: StepValues) -> list[str]:
    """The optimizer's options, as assignments; those that change nothing are left out."""
    optimizer = values.optimizer
    lines = [line for line in options(values) if line.partition(" ")[0] != optimizer.fill]
    if "step" in _read(values):
        lines.append(f"step = {values.state.count + 1}")
    return lines


def options(values: StepValues, silent: bool = False) -> list[str]:
    """All options that change something, as assignments; the ``silent`` ones too, if wanted."""
    known = values.optimizer.options
    return [
        f"{name} = {scalar(value, True)}"
        for name, value in values.settings.options.items()
        if value or silent or not known[name].silent
    ]


def slots(values: StepValues) -> tuple[str, ...]:
    """The names of what the rule remembers and needs for this step."""
    needed = _read(values)
    return tuple(slot for slot in values.optimizer.slots if slot in needed)


def state(values: StepValues, parts: list[tuple[str, slice, tuple[int, ...]]]) -> list[str]:
    """What the optimizer remembers before the step, for each part of theta."""
    lines, needed = [], slots(values)
    for slot, name in enumerate(values.optimizer.slots):
        if name in needed:
            for part, where, shape in parts:
                lines += array(f"{name}_{part}", values.state.slots[slot, where].reshape(shape))
    return lines


def rule(values: StepValues) -> list[str]:
    """``def updated(weight, slope, …)``: the rule as a function."""
    arguments = ", ".join(("weight", "slope", *slots(values)))
    title = f'"""{values.optimizer.source}."""'
    body = _body(_lines(values), values.state.count)
    return [f"def updated({arguments}):", f"    {title}", *(f"    {line}" for line in body)]


def _lines(values: StepValues) -> Lines:
    return values.optimizer.lines(values.settings.options, values.state.count)


def _read(values: StepValues) -> set[str]:
    """The names that the rule reads before it assigns them."""
    read: set[str] = set()
    assigned: set[str] = set()
    for line in _lines(values):
        read |= names(line.formula) - assigned
        assigned.add(line.name)
    return read


def _body(rule: Lines, steps_before: int) -> list[str]:
    found, inserted = [], {"steps_before": str(steps_before)}
    for line in rule:
        own = sorted(names(line.formula) & inserted.keys())
        made = source(line.formula, *((name, inserted[name]) for name in own))
        if line.inserted:
            inserted[line.name] = made
        else:
            found.append(f"{line.name} = {made}")
    return [*found[:-1], f"return {made}"]
