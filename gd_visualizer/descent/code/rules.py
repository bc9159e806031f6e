"""Each optimizer's rule as source: what it remembers, and how it makes a step."""

from collections.abc import Mapping

from gd_visualizer.core.optimizers import OPTIMIZERS
from gd_visualizer.descent.code.source import array, scalar
from gd_visualizer.descent.explanation.values import StepValues

SLOTS: Mapping[str, tuple[str, ...]] = {
    "gradient descent": (),
    "momentum": ("velocity",),
    "nesterov": ("velocity",),
    "adagrad": ("squares",),
    "rmsprop": ("squares", "velocity"),
    "adam": ("average", "squares"),
    "adamw": ("average", "squares"),
}


def plain(values: StepValues) -> bool:
    """Whether the step is weights − learning rate × gradient and nothing else."""
    return values.settings.plain


def rate(values: StepValues) -> str:
    """The learning rate as source: a fraction stays one."""
    top, line, bottom = values.settings.rate.text.partition("/")
    return f"{top} / {bottom}" if line else scalar(values.settings.rate.value, whole=True)


def settings(values: StepValues) -> list[str]:
    """The optimizer's options, as assignments; those that change nothing are left out."""
    options, name = _options(values), values.settings.optimizer
    silent = {"initial_accumulator_value"}
    silent |= {
        key for key in ("weight_decay", "dampening", "learning_rate_decay") if not options.get(key)
    }
    if name == "rmsprop" and not options["momentum"]:
        silent.add("momentum")
    lines = [
        f"{key} = {scalar(value, True)}" for key, value in options.items() if key not in silent
    ]
    if name in ("adam", "adamw"):
        lines.append(f"step = {values.state.count + 1}")
    return lines


def slots(values: StepValues) -> tuple[str, ...]:
    """The names of what the rule remembers and needs for this step."""
    options, name = _options(values), values.settings.optimizer
    if name in ("momentum", "nesterov") and (values.state.count == 0 or not options["momentum"]):
        return ()
    if name == "rmsprop" and not options["momentum"]:
        return ("squares",)
    return SLOTS[name]


def state(values: StepValues, parts: list[tuple[str, slice, tuple[int, ...]]]) -> list[str]:
    """What the optimizer remembers before the step, for each part of theta."""
    lines = []
    for slot, name in enumerate(SLOTS[values.settings.optimizer]):
        if name in slots(values):
            for part, where, shape in parts:
                lines += array(f"{name}_{part}", values.state.slots[slot, where].reshape(shape))
    return lines


def rule(values: StepValues) -> list[str]:
    """``def updated(weight, slope, …)``: the rule as a function."""
    options, name = _options(values), values.settings.optimizer
    arguments = ", ".join(("weight", "slope", *slots(values)))
    body = []
    body += _BODIES[name](values, options)
    source = OPTIMIZERS[name].rule.__doc__ or ""
    title = f'"""{source.split(":")[0]}."""'
    return [f"def updated({arguments}):", f"    {title}", *(f"    {line}" for line in body)]


def _options(values: StepValues) -> Mapping[str, float]:
    return values.settings.options


def _gradient_descent(_values: StepValues, _options: Mapping[str, float]) -> list[str]:
    return ["return weight - learning_rate * slope"]


def _velocity(values: StepValues, options: Mapping[str, float]) -> str:
    if not slots(values):
        return "velocity = slope"
    new = "(1 - dampening) * slope" if options.get("dampening") else "slope"
    return f"velocity = momentum * velocity + {new}"


def _momentum(values: StepValues, options: Mapping[str, float]) -> list[str]:
    return [_velocity(values, options), "return weight - learning_rate * velocity"]


def _nesterov(values: StepValues, options: Mapping[str, float]) -> list[str]:
    ahead = "return weight - learning_rate * (slope + momentum * velocity)"
    return [_velocity(values, options), ahead]


def _adagrad(values: StepValues, options: Mapping[str, float]) -> list[str]:
    rate = "learning_rate"
    if options["learning_rate_decay"] and values.state.count:
        rate = f"learning_rate / (1 + {values.state.count} * learning_rate_decay)"
    return [
        "squares = squares + slope ** 2",
        f"return weight - {rate} * slope / (np.sqrt(squares) + epsilon)",
    ]


def _rmsprop(_values: StepValues, options: Mapping[str, float]) -> list[str]:
    squares = "squares = alpha * squares + (1 - alpha) * slope ** 2"
    scaled = "slope / (np.sqrt(squares) + epsilon)"
    if not options["momentum"]:
        return [squares, f"return weight - learning_rate * {scaled}"]
    velocity = f"velocity = momentum * velocity + {scaled}"
    return [squares, velocity, "return weight - learning_rate * velocity"]


def _adam(_values: StepValues, _options: Mapping[str, float]) -> list[str]:
    return [
        "average = beta1 * average + (1 - beta1) * slope",
        "squares = beta2 * squares + (1 - beta2) * slope ** 2",
        "average = average / (1 - beta1 ** step)",
        "squares = squares / (1 - beta2 ** step)",
        "return weight - learning_rate * average / (np.sqrt(squares) + epsilon)",
    ]


def _adamw(values: StepValues, options: Mapping[str, float]) -> list[str]:
    adam = _adam(values, options)
    if not options["weight_decay"]:
        return adam
    return ["weight = weight - learning_rate * weight_decay * weight", *adam]


_BODIES = {
    "gradient descent": _gradient_descent,
    "momentum": _momentum,
    "nesterov": _nesterov,
    "adagrad": _adagrad,
    "rmsprop": _rmsprop,
    "adam": _adam,
    "adamw": _adamw,
}
