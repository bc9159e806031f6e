"""The whole training in NumPy, with the slopes written out layer by layer."""

from itertools import takewhile

from gd_visualizer.core.optimizers.record import Lines
from gd_visualizer.descent.code import layers, penalty, rules
from gd_visualizer.descent.code.formula import names, source
from gd_visualizer.descent.code.training import head
from gd_visualizer.descent.code.training.head import Training, indented
from gd_visualizer.descent.state.descent import Descent


def numpy_script(descent: Descent, steps: int | None = None) -> str:
    """A script that needs NumPy alone, and prints the loss at its end; see ``head.training``."""
    asked = head.training(descent, steps)
    values, parts = asked.values, layers.parts(asked.values)
    lines = ["import numpy as np", *head.title(asked), "", *head.points(asked)]
    lines += [*head.start(asked), *head.settings(asked, silent=False), *head.batches(asked)]
    lines += ["", "", *layers.prediction(values), "", "", *layers.loss_function(values)]
    lines += penalty.function(values, parts)
    if not rules.plain(values):
        lines += ["", "", *_rule(asked)]
    lines += ["", "", *_memory(asked), "for step in range(1, steps + 1):", *indented(_step(asked))]
    return "\n".join([*lines, "", *_end(asked), ""])


def _step(asked: Training) -> list[str]:
    values = asked.values
    lines = ["batch = rows_of(step)"] if asked.batched else []
    lines += ["# Forward", *layers.forward(values), "# Error"]
    lines.append("targets = y[batch]" if asked.batched else "targets = y")
    lines += ["error = predictions - targets", "# Slopes, from the output back"]
    return [*lines, *layers.slopes(values), "# Update", *_update(asked)]


def _update(asked: Training) -> list[str]:
    lines = []
    for name, _where, _shape in layers.parts(asked.values):
        if rules.plain(asked.values):
            lines.append(f"{name} = {name} - learning_rate * slope_{name}")
            continue
        slots = "".join(f", {slot}_{name}" for slot in _slots(asked))
        given = f"{name}, slope_{name}{slots}" + ", step" * _counts(asked)
        lines.append(f"{name}{slots} = updated({given})")
    return lines


def _end(asked: Training) -> list[str]:
    values = asked.values
    called = ", ".join(name for name, _where, _shape in layers.parts(values))
    price = penalty.added(values, called)
    lines = [f'print("loss =", mean_loss({layers.outputs(values, called)}, y){price})']
    if asked.tests:
        tested = layers.outputs(values, called, "X_test")
        lines.append(f'print("loss of the testing points =", mean_loss({tested}, y_test))')
    return lines


def _memory(asked: Training) -> list[str]:
    """What the optimizer remembers before the first step."""
    lines = []
    fill = asked.values.optimizer.fill
    for slot in _slots(asked):
        for name, _where, _shape in layers.parts(asked.values):
            made = f"np.full_like({name}, {fill})" if fill else f"np.zeros_like({name})"
            lines.append(f"{slot}_{name} = {made}")
    return lines


def _variants(asked: Training) -> tuple[Lines, Lines]:
    """The rule of the first step, and that of all others."""
    optimizer, options = asked.values.optimizer, asked.values.settings.options
    return optimizer.lines(options, 0), optimizer.lines(options, 1)


def _read(asked: Training) -> set[str]:
    return {name for rule in _variants(asked) for line in rule for name in names(line.formula)}


def _slots(asked: Training) -> tuple[str, ...]:
    """The names of what is remembered and read again."""
    _first, later = _variants(asked)
    read, assigned = set[str](), set[str]()
    for line in later:
        read |= names(line.formula) - assigned
        assigned.add(line.name)
    return tuple(slot for slot in asked.values.optimizer.slots if slot in read)


def _counts(asked: Training) -> bool:
    """Whether the rule needs the number of the step."""
    first, later = _bodies(asked)
    return bool(_read(asked) & {"step", "steps_before"}) or first != later


def _bodies(asked: Training) -> tuple[list[str], list[str]]:
    slots = asked.values.optimizer.slots
    first, later = (_body(rule, slots) for rule in _variants(asked))
    return first, later


def _rule(asked: Training) -> list[str]:
    """The optimizer's rule as a function of a weight, its slope and what is remembered."""
    slots = _slots(asked)
    arguments = ("weight", "slope", *slots, *(["step"] if _counts(asked) else []))
    first, later = _bodies(asked)
    body = later if first == later else _either(first, later)
    return [
        f"def updated({', '.join(arguments)}):",
        f'    """{asked.values.optimizer.source}."""',
        *indented([*body, f"return {', '.join(('weight', *slots))}"]),
    ]


def _either(first: list[str], later: list[str]) -> list[str]:
    """Both, with what they begin and end in alike written once."""
    before = _alike(first, later)
    after = _alike(first[before:][::-1], later[before:][::-1])
    own, others = first[before : len(first) - after], later[before : len(later) - after]
    lines = ["if step == 1:", *indented(own), "else:", *indented(others)]
    return [*first[:before], *lines, *first[len(first) - after :]]


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines from the first on are the same."""
    same = (a == b for a, b in zip(one, other, strict=False))
    return sum(1 for _ in takewhile(bool, same))


def _body(rule: Lines, slots: tuple[str, ...]) -> list[str]:
    """The lines of the rule; what a slot is corrected to has a name of its own."""
    lines, assigned = list[str](), set[str]()
    inserted = {"steps_before": "step - 1"}
    for line in rule:
        own = sorted(names(line.formula) & inserted.keys())
        made = source(line.formula, *((name, inserted[name]) for name in own))
        if line.inserted:
            inserted[line.name] = made
            continue
        name = line.name
        if name in slots and name in assigned:
            name = inserted[line.name] = f"{line.name}_corrected"
        assigned.add(line.name)
        lines.append(f"{name} = {made}")
    return lines
