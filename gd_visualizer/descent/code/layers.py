"""The vectorised script for any network: all points at once, layer by layer."""

from gd_visualizer.core.activations import ACTIVATIONS, Activation
from gd_visualizer.descent.code import penalty, rules
from gd_visualizer.descent.code.formula import quotient, source
from gd_visualizer.descent.code.penalty import Part
from gd_visualizer.descent.code.source import Source, array, of_phase
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.lesson.lesson import Phase

_MOST_PRINTED = 8
_LONG = 50  # letters of an expression that has its own line


def parts(values: StepValues) -> list[Part]:
    """W1, b1, W2, …: each with its place in theta and its shape."""
    network, at, found = values.network, 0, []
    for layer, (W, b) in enumerate(network.unpack(values.theta), 1):
        found.append((f"W{layer}", slice(at, at + W.size), W.shape))
        at += W.size
        if b is not None:
            found.append((f"b{layer}", slice(at, at + b.size), b.shape))
            at += b.size
    return found


def script(values: StepValues, elided: bool, short: bool) -> list[Source]:
    """Forward, error, slopes and update of every layer."""
    return [
        *_values(values, elided),
        *of_phase(Phase.FORWARD, "", "# Forward", *forward(values)),
        *of_phase(Phase.ERROR, "", "# Error", *_error(values, short)),
        *of_phase(Phase.SLOPES, "", "# Slopes, from the output back", *_slopes(values)),
        *of_phase(Phase.UPDATE, "", "# Update", *_update(values, short)),
    ]


def _values(values: StepValues, elided: bool) -> list[Source]:
    fit = values.lesson.fit
    lines = [
        *array("X", fit.X, elided=elided),
        *array("y", fit.y, elided=elided),
    ]
    for name, where, shape in parts(values):
        lines += array(name, values.theta[where].reshape(shape))
    lines.append(f"learning_rate = {rules.rate(values)}")
    lines += [*rules.settings(values), *penalty.settings(values, parts(values))]
    lines += rules.state(values, parts(values))
    if values.batch is not None:
        rows = ", ".join(str(row) for row in values.batch.tolist())
        lines.append(f"batch = [{rows}]  # the points of this step, from 0")
    functions = prediction(values)
    functions += ["", "", *loss_function(values), *penalty.function(values, parts(values))]
    if not rules.plain(values):
        functions += ["", "", *rules.rule(values)]
    return [*of_phase(Phase.START, *lines), *of_phase(Phase.START, "", "", *functions, "")]


def prediction(values: StepValues) -> list[str]:
    """The network as a function, up to what the loss takes, for the losses of all points."""
    names = ", ".join(name for name, _where, _shape in parts(values))
    network, takes = values.network, taken(values)
    function = "output_sums" if takes == "sums" else "predict"
    lines = [f"def {function}(A, {names}):"]
    for layer, name in enumerate(values.lesson.loss.taken(network.activations), 1):
        total = f"A @ W{layer}" + f" + b{layer}" * network.biases
        lines += [f"    {line}" for line in _node(total, ACTIVATIONS[name], "Z", "A")]
    return [*lines, "    return A"]


def taken(values: StepValues) -> str:
    """What the loss takes: predictions, or the sums of the output nodes."""
    return "sums" if values.lesson.loss.of_sums else "predictions"


def outputs(values: StepValues, names: str, inputs: str = "X") -> str:
    """A call of the function that ``prediction`` defines."""
    function = "output_sums" if values.lesson.loss.of_sums else "predict"
    return f"{function}({inputs}, {names})"


def _node(total: str, activation: Activation, z: str, a: str) -> list[str]:
    """Sum and value of a layer."""
    if activation.straight:
        return [f"{a} = {total}"]
    return [f"{z} = {total}", f"{a} = {activation.code.format(z=z)}"]


def loss_function(values: StepValues) -> list[str]:
    """The loss as a function."""
    loss = values.lesson.loss
    expression = loss.code or source(loss.written)
    lines = [f"def mean_loss({taken(values)}, targets):"]
    if "error" in expression:
        lines.append("    error = predictions - targets")
    if len(expression) > _LONG:
        lines.append(f"    each = {expression}")
        expression = "each"
    return [*lines, f"    return np.mean(np.sum({expression}, axis=1))"]


def forward(values: StepValues) -> list[str]:
    """Sums and values of all layers."""
    network = values.network
    lines = ["A0 = X" if values.batch is None else "A0 = X[batch]"]
    for layer, activation in enumerate(network.functions, 1):
        total = f"A{layer - 1} @ W{layer}" + f" + b{layer}" * network.biases
        lines += _node(total, activation, f"Z{layer}", f"A{layer}")
    lines.append(f"predictions = A{network.depth}")
    return [*lines, *([f"sums = Z{network.depth}"] if values.lesson.loss.of_sums else [])]


def _error(values: StepValues, short: bool) -> list[str]:
    names = ", ".join(name for name, _where, _shape in parts(values))
    price = penalty.added(values, names)
    if values.batch is None:
        lines = ["targets = y", "error = predictions - targets"]
        lines.append(f"loss = mean_loss({taken(values)}, targets)" + price)
    else:
        lines = ["targets = y[batch]", "error = predictions - targets"]
        whole = f"loss = mean_loss({outputs(values, names)}, y)"
        lines.append(f"{whole}{price}  # over all points")
    return [*lines, *(['print("error", error.ravel())'] if short else [])]


def _slopes(values: StepValues) -> list[str]:
    lines = slopes(values)
    for name, where, _shape in parts(values):
        if where.stop - where.start <= _MOST_PRINTED:
            lines.append(f'print("slope_{name}", slope_{name}.ravel())')
    return lines


def slopes(values: StepValues) -> list[str]:
    """The slopes of all parameters, from the output back."""
    network, loss, lines = values.network, values.lesson.loss, []
    activations = loss.taken(network.activations)
    first = quotient(loss.slope_code or source(loss.slope_written), "len(A0)")
    prices = {part[0]: penalty.slope(values, part) for part in parts(values)}
    for layer in range(network.depth, 0, -1):
        back = f"delta{layer + 1} @ W{layer + 1}.T" if layer < network.depth else ""
        delta, bend = back or first, ACTIVATIONS[activations[layer - 1]].slope_code
        if bend:
            delta += " * " + bend.format(z=f"Z{layer}", a=f"A{layer}")
        lines.append(f"delta{layer} = {delta}")
        lines.append(f"slope_W{layer} = A{layer - 1}.T @ delta{layer}{prices[f'W{layer}']}")
        if network.biases:
            lines.append(f"slope_b{layer} = delta{layer}.sum(axis=0){prices[f'b{layer}']}")
    return lines


def _update(values: StepValues, short: bool) -> list[str]:
    lines, names = [], [name for name, _where, _shape in parts(values)]
    for name in names:
        slots = "".join(f", {slot}_{name}" for slot in rules.slots(values))
        if rules.plain(values):
            lines.append(f"{name}_updated = {name} - learning_rate * slope_{name}")
        else:
            lines.append(f"{name}_updated = updated({name}, slope_{name}{slots})")
    updated = ", ".join(f"{name}_updated" for name in names)
    takes = taken(values)
    lines += ["", "# The new error", f"{takes}_updated = {outputs(values, updated)}"]
    if values.lesson.loss.output is not None:
        predicted = values.lesson.loss.output.code.format(z="sums_updated")
        lines.append(f"predictions_updated = {predicted}")
    if short:
        lines.append('print("new error", (predictions_updated - y).ravel())')
    return [
        *lines,
        f"loss_updated = mean_loss({takes}_updated, y)" + penalty.added(values, updated),
    ]
