"""The penalty as source: its prices, itself as a function, its slopes."""

from gd_visualizer.descent.code.source import scalar
from gd_visualizer.descent.explanation.values import StepValues

Part = tuple[str, slice, tuple[int, ...]]


def settings(values: StepValues, parts: list[Part]) -> list[str]:
    """The prices, as assignments: l1 and l2 of the weights, l2_biases; those of 0 are left out."""
    found = {name: price for part in parts for name, price in _prices(values, part)}
    return [f"{name} = {scalar(price, True)}" for name, price in found.items()]


def function(values: StepValues, parts: list[Part]) -> list[str]:
    """``def penalty(W1, …)``; nothing where there is none."""
    if values.lesson.objective.penalty is None:
        return []
    terms = []
    for part in parts:
        for name, _price in _prices(values, part):
            own = f"{name} * np.abs({part[0]})" if name == "l1" else f"{name} / 2 * {part[0]} ** 2"
            terms.append(f"({own}).sum()")
    names = ", ".join(name for name, _where, _shape in parts)
    lines = [f"    total += {term}" for term in terms]
    return ["", "", f"def penalty({names}):", "    total = 0", *lines, "    return total"]


def added(values: StepValues, names: str) -> str:
    """What the loss holds besides the mean over the points."""
    return "" if values.lesson.objective.penalty is None else f" + penalty({names})"


def slope(values: StepValues, part: Part) -> str:
    """What is added to the slope of ``part``."""
    own = {"l1": f"np.sign({part[0]})"}
    prices = _prices(values, part)
    return "".join(f" + {name} * {own.get(name, part[0])}" for name, _price in prices)


def _prices(values: StepValues, part: Part) -> list[tuple[str, float]]:
    """Name and value of what ``part`` pays; all of its parameters pay the same."""
    penalty = values.lesson.objective.penalty
    if penalty is None:
        return []
    name, where, _shape = part
    second = "l2_biases" if name.startswith("b") else "l2"
    prices = ("l1", float(penalty.l1[where.start])), (second, float(penalty.l2[where.start]))
    return [(name, price) for name, price in prices if price]
