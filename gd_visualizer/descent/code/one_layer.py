"""The lecture's own script: one layer, one output, squared error."""

import numpy as np

from gd_visualizer.descent.code import rules
from gd_visualizer.descent.code.source import Source, all_whole, array, of_phase, scalar
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.lesson.lesson import Phase


def suits(values: StepValues) -> bool:
    """Whether this step is the one of the lecture, on one point or several."""
    network = values.network
    return (
        network.depth == 1
        and network.layers[-1] == 1
        and network.functions[0].straight
        and not network.biases
        and values.lesson.loss.squares == 1
        and values.lesson.objective.penalty is None
        and values.batch is None
        and rules.plain(values)
    )


def one_point(values: StepValues) -> list[Source]:
    """Product, sum, error, gradient = 2 · input · error, update."""
    fit, theta = values.lesson.fit, values.theta
    inputs, target = fit.X[0], fit.y[0]
    whole = all_whole(inputs, target, theta)
    return [
        *of_phase(
            Phase.START,
            *array("inputs", inputs, whole),
            *array("weights", theta, whole),
            f"target = {scalar(float(target[0]), whole)}",
            f"learning_rate = {rules.rate(values)}",
        ),
        *of_phase(
            Phase.FORWARD,
            "",
            "# Forward",
            "product = inputs * weights",
            "prediction = product.sum()",
        ),
        *of_phase(
            Phase.ERROR,
            "",
            "# Error",
            "error = prediction - target",
            "loss = error ** 2",
            "print(error)",
        ),
        *of_phase(
            Phase.SLOPES,
            "",
            "# Slopes",
            "gradient = 2 * inputs * error",
            "print(gradient)",
        ),
        *of_phase(
            Phase.UPDATE,
            "",
            "# Update",
            "weights_updated = weights - learning_rate * gradient",
            "",
            "# The new error",
            "prediction_updated = (inputs * weights_updated).sum()",
            "error_updated = prediction_updated - target",
            "loss_updated = error_updated ** 2",
            "print(error_updated)",
        ),
    ]


def many_points(values: StepValues, elided: bool, short: bool) -> list[Source]:
    """The same for N points at once."""
    fit, theta = values.lesson.fit, values.theta
    targets = np.ascontiguousarray(fit.y[:, 0])
    whole = all_whole(fit.X, targets)
    if elided:
        targets = targets[:60]
    return [
        *of_phase(
            Phase.START,
            *array("inputs", fit.X, whole, elided),
            *array("targets", targets, whole),
            *array("weights", theta, all_whole(theta)),
            f"learning_rate = {rules.rate(values)}",
        ),
        *of_phase(Phase.FORWARD, "", "# Forward", "predictions = inputs @ weights"),
        *of_phase(
            Phase.ERROR,
            "",
            "# Error",
            "errors = predictions - targets",
            "loss = np.mean(errors ** 2)",
            *(["print(errors)"] if short else []),
        ),
        *of_phase(
            Phase.SLOPES,
            "",
            "# Slopes: the mean over the points",
            "gradient = 2 * inputs.T @ errors / len(inputs)",
            "print(gradient)",
        ),
        *of_phase(
            Phase.UPDATE,
            "",
            "# Update",
            "weights_updated = weights - learning_rate * gradient",
            "",
            "# The new errors",
            "errors_updated = inputs @ weights_updated - targets",
            "loss_updated = np.mean(errors_updated ** 2)",
            *(["print(errors_updated)"] if short else []),
        ),
    ]
