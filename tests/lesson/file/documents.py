"""Lesson files of every kind, as documents that the reader takes."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.lesson.lesson import CONTROLS
from gd_visualizer.lesson.pictures import PANELS, SURFACE_PANEL

NUMBERS = st.floats(-50, 50) | st.integers(-9, 9).map(float) | st.sampled_from([-0.0, 1e-7, 0.1])
PRICES = st.sampled_from([0.01, 0.02, 0.1, 1 / 3])
SHARES = st.floats(0.0, 0.99, allow_subnormal=False)
SEEDS = st.integers(0, 2**63 - 1) | st.integers(0, 3)
_LETTERS = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"
) | st.sampled_from('"\\#')
LINES = st.text(_LETTERS, min_size=1, max_size=40).filter(str.strip)
TEXTS = st.lists(st.text(_LETTERS, max_size=9) | st.sampled_from(["\n", '"""']), max_size=6).map(
    "".join
)
NOTES = st.text(_LETTERS | st.sampled_from("\n\t"), max_size=60)


@st.composite
def networks(draw: st.DrawFn, kind: str = "", loss: str = "") -> dict[str, Any]:
    inputs = DATASETS[kind].inputs if kind else draw(st.integers(1, 4))
    hidden = draw(st.lists(st.integers(1, 5), max_size=3))
    layers = [inputs, *hidden, 1 if kind else draw(st.integers(1, 3))]
    depth = len(layers) - 1
    names = draw(st.lists(st.sampled_from(list(ACTIVATIONS)), min_size=depth, max_size=depth))
    if (output := LOSSES[loss].output) is not None:
        names[-1] = output.name
    return {"layers": layers, "activations": names, "biases": draw(st.booleans())}


@st.composite
def points(draw: st.DrawFn, network: dict[str, Any], unit: bool) -> dict[str, Any]:
    """Points of one's own: numbers, or words of two classes."""
    count = draw(st.integers(1, 12))
    inputs, outputs = network["layers"][0], network["layers"][-1]

    def rows(width: int, of: st.SearchStrategy[float]) -> list[list[float]]:
        row = st.lists(of, min_size=width, max_size=width)
        return draw(st.lists(row, min_size=count, max_size=count))

    data: dict[str, Any] = {"inputs": rows(inputs, NUMBERS)}
    if outputs == 1 and draw(st.booleans()):
        words = draw(st.lists(LINES.map(str.strip), min_size=2, max_size=2, unique=True))
        word = st.sampled_from(words)
        data["targets"] = draw(st.lists(word, min_size=count, max_size=count))
        data["classes"] = words
    else:
        data["targets"] = rows(outputs, st.floats(0, 1) if unit else NUMBERS)
    for key, width in (("input_names", inputs), ("target_names", outputs)):
        if draw(st.booleans()):
            data[key] = draw(st.lists(LINES, min_size=width, max_size=width))
    return data


@st.composite
def made(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    record = DATASETS[kind]
    table: dict[str, Any] = {"kind": kind, "points": draw(st.integers(4, 30)), "seed": draw(SEEDS)}
    table["noise"] = draw(st.sampled_from([0.0, 0.15, 0.5]))
    if record.formula and draw(st.booleans()):
        table["formula"] = "sin(x) / 2 + x"
    return {"generate": table} | ({"classes": ["a", "b"]} if record.classes else {})


@st.composite
def descents(draw: st.DrawFn, loss: str, points: int) -> dict[str, Any]:
    name = draw(st.sampled_from(list(OPTIMIZERS)))
    options: dict[str, float] = {}
    for option, rule in OPTIMIZERS[name].options.items():
        if draw(st.booleans()):
            options[option] = draw(SHARES) if rule.high <= 1 else draw(st.floats(0.0, 2.0))
    if "weight_decay" not in options and draw(st.booleans()):
        options["weight_decay"] = draw(PRICES)
    rate = draw(st.floats(1e-9, 2) | st.sampled_from([1.0, "1/9", "1 / 3", "2.5e-7", 0.01]))
    table: dict[str, Any] = {"loss": loss, "optimizer": name, "learning_rate": rate}
    table["options"] = options
    table["penalty"] = draw(st.dictionaries(st.sampled_from(["l1", "l2", "weight_decay"]), PRICES))
    if draw(st.booleans()):
        table |= {"batch_size": draw(st.integers(1, points)), "seed": draw(SEEDS)}
    if draw(st.booleans()):
        table["stop"] = {"steps": draw(st.integers(1, 40)), "gradient": draw(PRICES)}
    return table


@st.composite
def views(draw: st.DrawFn, names: tuple[str, ...]) -> dict[str, Any]:
    fitting = [one for one in SURFACE_PANEL.pictures if one.axes <= len(names)]
    surface = draw(st.sampled_from(fitting))
    count = draw(st.integers(surface.axes, min(2, len(names))))
    axes = draw(st.lists(st.sampled_from(names), min_size=count, max_size=count, unique=True))
    panels = [panel.name for panel in PANELS]
    table: dict[str, Any] = {"surface": surface.name, "axes": axes}
    for key in ("x_range", "y_range"):
        if draw(st.booleans()):
            low = draw(NUMBERS)
            table[key] = [low, low + draw(st.floats(0.1, 9))]
    if draw(st.booleans()):
        table["pictures"] = draw(st.lists(st.sampled_from(panels), min_size=1, unique=True))
    phases = ("forward", "error", "slopes", "update")
    table["phases"] = phases[: draw(st.integers(1, 4))]
    free = [one for one in CONTROLS if one not in table.get("pictures", ())]
    table["hide"] = draw(st.lists(st.sampled_from(free), max_size=3, unique=True))
    for key in ("squares", "two_colors", "node_pictures"):
        table[key] = draw(st.booleans())
    return table | {"dark": draw(st.booleans()), "predict": draw(st.booleans())}


@st.composite
def beats(draw: st.DrawFn, names: tuple[str, ...], points: int) -> list[dict[str, Any]]:
    name, number = st.sampled_from(names), NUMBERS.map(repr)
    actions = st.one_of(
        st.sampled_from(["advance", "step", "run", "reset", "keep", "dark", "light", "none"]),
        st.sampled_from(["show code", "show points", "show mean", "surface slope"]),
        st.sampled_from(["pictures network curve", "rate = 1/9", "rate = 2.5e-7", "step 7"]),
        st.sampled_from(list(OPTIMIZERS)).map("optimizer = {}".format),
        st.builds("set {} = {}".format, name, number),
        name.map("select {}".format),
        st.integers(1, points).map("point {}".format),
    )
    beat = st.fixed_dictionaries(
        {"do": st.lists(actions, min_size=1, max_size=3)}, optional={"text": TEXTS, "notes": NOTES}
    )
    return draw(st.lists(beat, max_size=3))


@st.composite
def documents(draw: st.DrawFn) -> Mapping[str, Any]:
    """A lesson of any network, data, descent, view and script."""
    loss = draw(st.sampled_from(list(LOSSES)))
    kinds = [n for n, kind in DATASETS.items() if kind.classes or LOSSES[loss].output is None]
    kind = draw(st.just("") | st.sampled_from(kinds))
    network = draw(networks(kind, loss))
    data = draw(made(kind) if kind else points(network, LOSSES[loss].output is not None))
    count = data["generate"]["points"] if kind else len(data["inputs"])
    if count > 1 and draw(st.booleans()):
        data |= {"test": draw(st.sampled_from([0.1, 0.25])), "test_seed": draw(SEEDS)}
    data["scale"] = draw(st.booleans())
    value = Network(tuple(network["layers"]), tuple(network["activations"]), network["biases"])
    training = max(count - max(round(data.get("test", 0) * count), 1), 1)
    return {
        "format": 1,
        "title": draw(LINES),
        "summary": draw(LINES | st.just("")),
        "network": network,
        "data": data,
        "start": draw(starts(value)),
        "descent": draw(descents(loss, training)),
        "view": draw(views(value.names)),
        "beat": draw(beats(value.names, training)),
    }


@st.composite
def starts(draw: st.DrawFn, network: Network) -> dict[str, Any]:
    if draw(st.booleans()):
        return {"random": {"low": draw(st.floats(-2, -0.1)), "high": 0.5, "seed": draw(SEEDS)}}
    size, small = network.size, st.floats(-2, 2) | st.sampled_from([-0.0, 0.1, 3.0])
    theta = draw(st.lists(small, min_size=size, max_size=size))
    at, weights, biases = 0, [], []
    for n, m in zip(network.layers, network.layers[1:], strict=False):
        weights.append([theta[at + i * m : at + (i + 1) * m] for i in range(n)])
        at += n * m
        if network.biases:
            biases.append(theta[at : at + m])
            at += m
    return {"weights": weights} | ({"biases": biases} if network.biases else {})
