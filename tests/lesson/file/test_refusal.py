"""A file that is not a lesson is refused in one sentence: file, key, what was expected."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.lesson.file.reader import lesson_of, parse_lesson, read_lesson
from gd_visualizer.lesson.file.refusal import LessonError
from gd_visualizer.lesson.file.toml import document_of
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.catalogue import find

TABLES = {
    "top": 'format = 1\ntitle = "T"',
    "network": "layers = [2, 1]",
    "data": "inputs = [[3, 4], [1, 2]]\ntargets = [6, 7]",
    "start": "weights = [[[1], [2]]]",
}
KNOWN_TOP = "format, title, network, data, start, id, summary, descent, view or beat"
KNOWN_DESCENT = "loss, optimizer, learning_rate, options, batch_size, seed, penalty or stop"


def one_of(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}"


KNOWN_ACTIVATIONS = one_of(ACTIVATIONS)
ADAM = "beta1, beta2, epsilon or weight_decay"
WAYS = "either inputs and targets, or file, input_columns and target_columns, or generate"
ACTIONS = (
    "advance, step, step 5, run, reset, set w1_1_1 = 3, rate = 1/9, optimizer = adam, "
    "select w1_1_1, point 2, surface slope, pictures network curve, show code, show total, keep, "
    "dark, light or none"
)
DO = 'a list of 1 to 100 actions (["none"] for a caption alone)'
PARAMETER = "a parameter such as w1_1_1 or w1_2_1"
RATE = "a number above 0, or a fraction such as 1/9"


def written(**tables: str) -> bytes:
    """A valid lesson with some tables replaced; one that is '' is left out."""
    tables = TABLES | tables
    top = tables.pop("top")
    beat = f"\n[[beat]]\n{tables.pop('beat')}" if "beat" in tables else ""
    body = "".join(f"\n[{name}]\n{text}" for name, text in tables.items() if text)
    return (top + body + beat).encode()


def refused(read: Callable[..., Lesson], *arguments: object) -> str:
    with pytest.raises(LessonError) as caught:
        read(*arguments)
    return str(caught.value)


def message_of(content: bytes) -> str:
    return refused(parse_lesson, content, "x.toml", None)


# what is bad about it: (the tables that are not as in TABLES, the message after "x.toml: ")
SHAPES: dict[str, tuple[dict[str, str], str]] = {
    "no format": ({"top": 'title = "T"'}, "format: missing; expected format = 1"),
    "a newer format": (
        {"top": 'format = 2\ntitle = "T"\nsound = true'},
        "format: expected format = 1, got 2; this program reads format 1 only",
    ),
    "format true": ({"top": "format = true"}, "format: expected format = 1, got true"),
    "format 1.0": ({"top": "format = 1.0"}, "format: expected format = 1, got 1.0"),
    "format in quotes": ({"top": 'format = "1"'}, "format: expected format = 1, got '1'"),
    "no title": ({"top": "format = 1"}, "title: missing; expected one line of 1 to 200 characters"),
    "an empty title": (
        {"top": 'format = 1\ntitle = " "'},
        "title: expected one line of 1 to 200 characters, got ' '",
    ),
    "a title of two lines": (
        {"top": 'format = 1\ntitle = "a\\nb"'},
        "title: expected one line of 1 to 200 characters, got 'a\\nb'",
    ),
    "a long title": (
        {"top": f'format = 1\ntitle = "{"a" * 201}"'},
        f"title: expected one line of 1 to 200 characters, got '{'a' * 39}…'",
    ),
    "a title that is a number": (
        {"top": "format = 1\ntitle = 3"},
        "title: expected one line of 1 to 200 characters, got 3",
    ),
    "a date for a summary": (
        {"top": 'format = 1\ntitle = "T"\nsummary = 2020-01-01'},
        "summary: expected one line of at most 500 characters, got a date or time",
    ),
    "an id with a slash": (
        {"top": 'format = 1\ntitle = "T"\nid = "a/b"'},
        "id: expected letters, digits, - or _: 1 to 100 of them, got 'a/b'",
    ),
    "no network": ({"network": ""}, "network: missing; expected a table"),
    "no data": ({"data": ""}, "data: missing; expected a table"),
    "no start": ({"start": ""}, "start: missing; expected a table"),
    "an unknown table": ({"nets": "a = 1"}, f"nets: unknown key; expected {KNOWN_TOP}"),
    "an unknown key with control codes": (
        {"top": 'format = 1\n"a\\u0000\\n` - at `$.network" = 1'},
        f"'a\\x00\\n` - at `$.network': unknown key; expected {KNOWN_TOP}",
    ),
    "a key nearly right": (
        {"descent": 'optimzer = "adam"'},
        f"descent.optimzer: unknown key (did you mean optimizer?); expected {KNOWN_DESCENT}",
    ),
    "an unknown key in a beat": (
        {"beat": 'say = "a"'},
        "beat[1].say: unknown key; expected do, text or notes",
    ),
    "a key of a beat nearly right": (
        {"beat": 'note = "a"'},
        "beat[1].note: unknown key (did you mean notes?); expected do, text or notes",
    ),
    "an unknown key in an inline table": (
        {"descent": "stop = { step = 3 }"},
        "descent.stop.step: unknown key (did you mean steps?); expected steps or gradient",
    ),
    "a table that is a number": (
        {"top": 'format = 1\ntitle = "T"\nview = 3'},
        "view: expected a table, got 3",
    ),
    "a beat that is one table": (
        {"top": 'format = 1\ntitle = "T"\nbeat = { }'},
        "beat: expected a list of 0 to 1,000 beats, got a table",
    ),
    "layers missing": (
        {"network": "biases = true"},
        "network.layers: missing; expected a list of 2 to 9 numbers of nodes",
    ),
    "one layer": (
        {"network": "layers = [2]"},
        "network.layers: expected a list of 2 to 9 numbers of nodes, got a list of 1",
    ),
    "ten layers": (
        {"network": f"layers = {[1] * 10}"},
        "network.layers: expected a list of 2 to 9 numbers of nodes, got a list of 10",
    ),
    "no nodes": (
        {"network": "layers = [2, 0]"},
        "network.layers[2]: expected a whole number from 1 to 64, got 0",
    ),
    "too many nodes": (
        {"network": "layers = [65, 1]"},
        "network.layers[1]: expected a whole number from 1 to 64, got 65",
    ),
    "half a node": (
        {"network": "layers = [2.5, 1]"},
        "network.layers[1]: expected a whole number from 1 to 64, got 2.5",
    ),
    "more nodes than can be written": (
        {"network": f"layers = [2, 0x{'f' * 5000}]"},
        "network.layers[2]: expected a whole number from 1 to 64, "
        "got a whole number that is too large",
    ),
    "an unknown activation": (
        {"network": 'layers = [2, 1]\nactivations = "swish"'},
        f"network.activations: expected {KNOWN_ACTIVATIONS}, got 'swish'",
    ),
    "an unknown activation in a list": (
        {"network": 'layers = [2, 1, 1]\nactivations = ["relu", "Relu"]'},
        f"network.activations[2]: expected {KNOWN_ACTIVATIONS}, got 'Relu'",
    ),
    "too few activations": (
        {"network": 'layers = [2, 1, 1]\nactivations = ["relu"]'},
        "network.activations: expected 2 names, one per layer after the input, got 1",
    ),
    "activations that are numbers": (
        {"network": "layers = [2, 1]\nactivations = 3"},
        "network.activations: expected an activation in quotes, or a list of them, got 3",
    ),
    "biases 1": (
        {"network": "layers = [2, 1]\nbiases = 1"},
        "network.biases: expected true or false, got 1",
    ),
    "inputs without targets": ({"data": "inputs = [[1, 2]]"}, f"data: expected {WAYS}, got inputs"),
    "data given twice": (
        {"data": 'inputs = [[1, 2]]\ntargets = [1]\nfile = "a.csv"'},
        f"data: expected {WAYS}, got inputs, targets and file",
    ),
    "data without anything": ({"data": "\n"}, f"data: expected {WAYS}, got nothing"),
    "no points": (
        {"data": "inputs = []\ntargets = []"},
        "data.inputs: expected a list of 1 to 100,000 points, got an empty list",
    ),
    "too many points": (
        {"data": f"inputs = {[[1, 2]] * 100_001}\ntargets = [1]"},
        "data.inputs: expected a list of 1 to 100,000 points, got a list of 100001",
    ),
    "flat inputs": (
        {"data": "inputs = [3, 4]\ntargets = [6]"},
        "data.inputs[1]: expected a list of numbers, got 3",
    ),
    "ragged inputs": (
        {"data": "inputs = [[3, 4], [3]]\ntargets = [6, 7]"},
        "data.inputs[2]: expected 2 numbers, got 1",
    ),
    "true for a number": (
        {"data": "inputs = [[3, true]]\ntargets = [6]"},
        "data.inputs[1][2]: expected a number, got true",
    ),
    "nan for a number": (
        {"data": "inputs = [[3, nan]]\ntargets = [6]"},
        "data.inputs[1][2]: expected a number, got nan",
    ),
    "a number that overflows": (
        {"data": "inputs = [[3, 4]]\ntargets = [-1e400]"},
        "data.targets[1]: expected a number, a list of numbers or a word in quotes, got -inf",
    ),
    "a whole number too large for a float": (
        {"data": f"inputs = [[3, {10**400}]]\ntargets = [6]"},
        "data.inputs[1][2]: expected a number, got a whole number that is too large",
    ),
    "a target too few": (
        {"data": "inputs = [[3, 4], [1, 2]]\ntargets = [6]"},
        "data.targets: expected 2, as many as inputs, got 1",
    ),
    "a target too wide": (
        {"data": "inputs = [[3, 4], [1, 2]]\ntargets = [[6], [7, 8]]"},
        "data.targets[2]: expected 1 number, got 2",
    ),
    "flat targets for two outputs": (
        {"network": "layers = [2, 2]", "data": "inputs = [[3, 4]]\ntargets = [6]"},
        "data.targets[1]: expected a list of 2 numbers, got 6.0",
    ),
    "targets partly flat": (
        {"data": "inputs = [[3, 4], [1, 2]]\ntargets = [6, [7]]"},
        "data.targets[2]: expected a number, got a list of 1",
    ),
    "a file without columns": ({"data": 'file = "a.csv"'}, f"data: expected {WAYS}, got file"),
    "column 0": (
        {"data": 'file = "a.csv"\ninput_columns = [0, 1]\ntarget_columns = [2]'},
        "data.input_columns[1]: expected a column's name in quotes, or its number from 1, got 0",
    ),
    "a column too few": (
        {"data": 'file = "a.csv"\ninput_columns = ["a"]\ntarget_columns = [2]'},
        "data.input_columns: expected 2 columns, one per node, got 1",
    ),
    "a file where there is no folder": (
        {"data": 'file = "a.csv"\ninput_columns = ["a", "b"]\ntarget_columns = [2]'},
        "data.file: expected inputs and targets in a lesson that has no folder",
    ),
    "start without anything": (
        {"start": "\n"},
        "start: expected either weights, with biases or without, or random, got nothing",
    ),
    "weights and random": (
        {"start": "weights = [[[1], [2]]]\nrandom = { }"},
        "start: expected either weights, with biases or without, or random, got weights and random",
    ),
    "biases and random": (
        {"start": "biases = [[1]]\nrandom = { }"},
        "start: expected either weights, with biases or without, or random, got biases and random",
    ),
    "weights of a layer too many": (
        {"start": "weights = [[[1], [2]], [[3]]]"},
        "start.weights: expected 1 layer, got 2",
    ),
    "weights of a node too few": (
        {"start": "weights = [[[1]]]"},
        "start.weights[1]: expected 2 rows, got 1",
    ),
    "weights to a node too many": (
        {"start": "weights = [[[1], [2, 3]]]"},
        "start.weights[1][2]: expected 1 number, got 2",
    ),
    "weights not deep enough": (
        {"start": "weights = [[1, 2]]"},
        "start.weights[1][1]: expected a list of numbers, got 1",
    ),
    "biases that the network has not": (
        {"start": "weights = [[[1], [2]]]\nbiases = [[0]]"},
        "start.biases: expected none, because network.biases is not true",
    ),
    "a bias too many": (
        {
            "network": "layers = [2, 1]\nbiases = true",
            "start": "weights = [[[1], [2]]]\nbiases = [[0, 1]]",
        },
        "start.biases[1]: expected 1 number, got 2",
    ),
    "low above high": (
        {"start": "random = { low = 1, high = 1 }"},
        "start.random: expected low below high, got 1.0 and 1.0",
    ),
    "a range too wide": (
        {"start": "random = { low = -1e308, high = 1e308 }"},
        "start.random.low: expected a number from -1e+300 to 1e+300, got -1e+308",
    ),
    "a seed below 0": (
        {"start": "random = { seed = -1 }"},
        "start.random.seed: expected a whole number from 0 to 2^63 - 1, got -1",
    ),
    "data of no kind": (
        {"data": 'generate = { kind = "square" }'},
        f"data.generate.kind: expected {one_of(DATASETS)}, got 'square'",
    ),
    "data of one input for a network of two": (
        {"data": 'generate = { kind = "line" }'},
        "network.layers[1]: expected 1, because the points are of line, got 2",
    ),
    "more noise than there is": (
        {"data": 'generate = { kind = "circle", noise = 6 }'},
        "data.generate.noise: expected a number from 0 to 5, got 6",
    ),
    "a formula for data that has none": (
        {"data": 'generate = { kind = "circle", formula = "x" }'},
        "data.generate.formula: goes with the kinds curve or over or under",
    ),
    "a formula of something else": (
        {"data": 'generate = { kind = "over or under", formula = "2 * y" }'},
        "data.generate.formula: cannot read y; expected numbers, x, + − * / ^, brackets and "
        "sin, cos, tan, tanh, exp, log, sqrt, abs",
    ),
    "a formula without a value": (
        {"data": 'generate = { kind = "over or under", formula = "log(x)" }'},
        "data.generate.formula: it has no finite value at x = −1.38",
    ),
    "classes of data without any": (
        {"data": 'generate = { kind = "bump" }\nclasses = ["no", "yes"]'},
        "data.classes: the points of bump have none",
    ),
    "a class without a word": (
        {"data": 'inputs = [[1, 2], [3, 4]]\ntargets = ["no", " "]'},
        "data.targets[2]: expected a word in quotes, got ' '",
    ),
    "a class of two lines": (
        {"data": 'inputs = [[1, 2], [3, 4]]\ntargets = ["no\\nno", "yes"]'},
        "data.targets[1]: expected a word in quotes, got 'no\\nno'",
    ),
    "three classes": (
        {"data": 'inputs = [[1, 2], [3, 4], [5, 6]]\ntargets = ["a", "b", "c"]'},
        "data.targets: expected two classes, got 3 words: 'a', 'b', 'c'",
    ),
    "a class that is not one of the two": (
        {"data": 'inputs = [[1, 2], [3, 4]]\ntargets = ["no", "Yes"]\nclasses = ["no", "yes"]'},
        "data.targets[2]: expected 'no' or 'yes', got 'Yes'",
    ),
    "twice the same class": (
        {"data": TABLES["data"] + '\nclasses = ["no", "no"]'},
        "data.classes: expected two different words, got a list of 2",
    ),
    "a word for one output of two": (
        {
            "network": "layers = [2, 2]",
            "data": 'inputs = [[1, 2], [3, 4]]\ntargets = ["no", "yes"]',
        },
        "data.targets: words are the classes of one output",
    ),
    "too few names": (
        {"data": TABLES["data"] + '\ninput_names = ["area"]'},
        "data.input_names: expected 2 names, one per node, got 1",
    ),
    "all points for testing": (
        {"data": TABLES["data"] + "\ntest = 1.0"},
        "data.test: expected a number from 0 to 0.9, got 1.0",
    ),
    "the only point for testing": (
        {"data": "inputs = [[3, 4]]\ntargets = [6]\ntest = 0.5"},
        "data.test: expected 0, because there is one point only, got 0.5",
    ),
    "a loss that overflows": (
        {"start": "weights = [[[1e300], [2]]]"},
        "start.weights: the loss is not finite there",
    ),
    "a gradient that overflows": (
        {
            "data": "inputs = [[1e160, 0]]\ntargets = [0]",
            "start": "weights = [[[1e-7], [0]]]",
            "descent": 'loss = "half mean squared error"',
        },
        "start.weights: the gradient is not finite there",
    ),
    "a random start that overflows": (
        {"start": "random = { low = 1e299, high = 1e300 }"},
        "start.random: the loss is not finite there",
    ),
}

SETTINGS: dict[str, tuple[dict[str, str], str]] = {
    "an unknown loss": (
        {"descent": 'loss = "mse"'},
        f"descent.loss: expected {one_of(LOSSES)}, got 'mse'",
    ),
    "an unknown optimizer": (
        {"descent": 'optimizer = "sgd"'},
        f"descent.optimizer: expected {one_of(OPTIMIZERS)}, got 'sgd'",
    ),
    "a rate of 0": (
        {"descent": "learning_rate = 0"},
        f"descent.learning_rate: expected {RATE}, got 0.0",
    ),
    "an infinite rate": (
        {"descent": "learning_rate = inf"},
        f"descent.learning_rate: expected {RATE}, got inf",
    ),
    "a fraction by 0": (
        {"descent": 'learning_rate = "1/0"'},
        f"descent.learning_rate: expected {RATE}, got '1/0'",
    ),
    "a rate that is a list": (
        {"descent": "learning_rate = [0.1]"},
        f"descent.learning_rate: expected {RATE}, got a list of 1",
    ),
    "an option of another optimizer": (
        {"descent": 'optimizer = "adam"\noptions = { beta = 0.5 }'},
        f"descent.options.beta: unknown key (did you mean beta2?); expected {ADAM}",
    ),
    "an option too high": (
        {"descent": 'optimizer = "adam"\noptions = { beta1 = 1 }'},
        "descent.options.beta1: expected a number from 0 to below 1, got 1",
    ),
    "an option below 0": (
        {"descent": 'optimizer = "adam"\noptions = { epsilon = -1 }'},
        "descent.options.epsilon: expected a number of 0 or more, got -1",
    ),
    "an option that is true": (
        {"descent": 'optimizer = "momentum"\noptions = { momentum = true }'},
        "descent.options.momentum: expected a number of 0 or more, got true",
    ),
    "an infinite option": (
        {"descent": 'optimizer = "momentum"\noptions = { momentum = inf }'},
        "descent.options.momentum: expected a number of 0 or more, got inf",
    ),
    "an option too large for a float": (
        {"descent": f'optimizer = "momentum"\noptions = {{ momentum = {10**400} }}'},
        "descent.options.momentum: expected a number of 0 or more, "
        "got a whole number that is too large",
    ),
    "options that are a list": (
        {"descent": "options = [1]"},
        "descent.options: expected a table, got a list of 1",
    ),
    "a batch of 0": (
        {"descent": "batch_size = 0"},
        "descent.batch_size: expected a whole number, 1 or more, got 0",
    ),
    "a batch of more than all": (
        {"descent": "batch_size = 3"},
        "descent.batch_size: expected at most 2, the number of points, got 3",
    ),
    "a seed that is too large": (
        {"descent": f"seed = {2**63}"},
        f"descent.seed: expected a whole number from 0 to 2^63 - 1, got {2**63}",
    ),
    "a stop after 0 steps": (
        {"descent": "stop = { steps = 0 }"},
        "descent.stop.steps: expected a whole number from 1 to 10,000,000, got 0",
    ),
    "a stop below gradient 0": (
        {"descent": "stop = { gradient = -1e-9 }"},
        "descent.stop.gradient: expected a number, 0 or more, got -1e-09",
    ),
    "cross-entropy without a sigmoid": (
        {"descent": 'loss = "binary cross-entropy"'},
        "network.activations: expected sigmoid in the last layer, "
        "because the loss is binary cross-entropy, got 'identity'",
    ),
    "cross-entropy of a target above 1": (
        {
            "network": 'layers = [2, 1]\nactivations = "sigmoid"',
            "descent": 'loss = "binary cross-entropy"',
            "data": "inputs = [[3, 4], [1, 2]]\ntargets = [1, 1.5]",
        },
        "data.targets: expected 0 to 1, because the loss is binary cross-entropy, "
        "got 1.5 at point 2",
    ),
    "an unknown surface": (
        {"view": 'surface = "2d"'},
        "view.surface: expected slope, map or 3d, got '2d'",
    ),
    "a map of one parameter": (
        {
            "network": "layers = [1, 1]",
            "data": "inputs = [[1]]\ntargets = [1]",
            "start": "weights = [[[1]]]",
            "view": 'surface = "map"',
        },
        "view.surface: expected slope, got 'map'",
    ),
    "one axis for a map": (
        {"view": 'surface = "map"\naxes = ["w1_1_1"]'},
        "view.axes: expected 2 parameters, because the surface is map, got 1",
    ),
    "three axes": (
        {"view": 'axes = ["w1_1_1", "w1_2_1", "w1_1_1"]'},
        "view.axes: expected a list of 1 to 2 parameters, got a list of 3",
    ),
    "an axis twice": (
        {"view": 'axes = ["w1_1_1", "w1_1_1"]'},
        "view.axes[2]: expected each name once, got 'w1_1_1'",
    ),
    "an unknown axis": (
        {"view": 'axes = ["w1_1_1", "w3_1_1"]'},
        f"view.axes[2]: expected {PARAMETER}, got 'w3_1_1'",
    ),
    "a range upside down": (
        {"view": "x_range = [3, -3]"},
        "view.x_range: expected two numbers, the lower one first, got 3.0 and -3.0",
    ),
    "a range of three": (
        {"view": "y_range = [1, 2, 3]"},
        "view.y_range: expected two numbers, the lower one first, got a list of 3",
    ),
    "an unknown picture": (
        {"view": 'pictures = ["network", "graph"]'},
        "view.pictures[2]: expected network, fit, points, surface, curve or code, got 'graph'",
    ),
    "an unknown card": (
        {"view": 'cards = ["table", "graph"]'},
        "view.cards[2]: expected network, fit, points, surface, curve, code or table, got 'graph'",
    ),
    "an input that is not there": (
        {"view": "inputs = [1, 3]"},
        "view.inputs[2]: expected a whole number from 1 to 2, got 3",
    ),
    "one input twice": (
        {"view": "inputs = [2, 2]"},
        "view.inputs: expected two different inputs, got a list of 2",
    ),
    "three inputs": (
        {"view": "inputs = [1, 2, 3]"},
        "view.inputs: expected the numbers of two inputs, got a list of 3",
    ),
    "an output that is not there": (
        {"view": "output = 2"},
        "view.output: expected a whole number from 1 to 1, got 2",
    ),
    "no pictures": (
        {"view": "pictures = []"},
        "view.pictures: expected a list of at least one name, got an empty list",
    ),
    "a picture twice": (
        {"view": 'pictures = ["curve", "curve"]'},
        "view.pictures[2]: expected each name once, got 'curve'",
    ),
    "pictures by both names": (
        {"view": 'pictures = ["curve"]\ncards = ["curve"]'},
        "view.cards: expected pictures alone, got both pictures and cards",
    ),
    "a picture that is hidden": (
        {"view": 'pictures = ["network", "code"]\nhide = ["code"]'},
        "view.pictures[2]: code is in view.hide: take it out of one of them",
    ),
    "an unknown control": (
        {"view": 'hide = ["step"]'},
        "view.hide[1]: expected run, speed, learning rate, optimizer, export, random start, "
        "axes, log, code, loss or factors, got 'step'",
    ),
    "phases out of order": (
        {"view": 'phases = ["error", "forward"]'},
        "view.phases: expected the first so many of forward, error, slopes, update, "
        "got error, forward",
    ),
    "no phases": (
        {"view": "phases = []"},
        "view.phases: expected a list of at least one name, got an empty list",
    ),
    "dark in quotes": ({"view": 'dark = "yes"'}, "view.dark: expected true or false, got 'yes'"),
    "a long caption": (
        {"beat": f'text = "{"a" * 501}"'},
        f"beat[1].text: expected text of at most 500 characters, got '{'a' * 39}…'",
    ),
    "long notes": (
        {"beat": f'notes = "{"a" * 2001}"'},
        f"beat[1].notes: expected text of at most 2,000 characters, got '{'a' * 39}…'",
    ),
    "notes that are a list": (
        {"beat": 'notes = ["a", "b"]'},
        "beat[1].notes: expected text of at most 2,000 characters, got a list of 2",
    ),
    "notes with control codes": (
        {"beat": 'notes = "a\\u0007"'},
        "beat[1].notes: expected text of at most 2,000 characters, got 'a\\x07'",
    ),
    "no actions": ({"beat": "do = []"}, f"beat[1].do: expected {DO}, got an empty list"),
    "an action that is no list": (
        {"beat": 'do = "step"'},
        f"beat[1].do: expected {DO}, got 'step'",
    ),
    "an unknown action": (
        {"beat": 'do = ["advance", "jump"]'},
        f"beat[1].do[2]: expected {ACTIONS}, got 'jump'",
    ),
    "steps out of range": (
        {"beat": 'do = ["step 0"]'},
        "beat[1].do[1]: expected a whole number from 1 to 1,000,000, got 'step 0'",
    ),
    "a point that is not there": (
        {"beat": 'do = ["point 3"]'},
        "beat[1].do[1]: expected a whole number from 1 to 2, got 'point 3'",
    ),
    "a weight that is not there": (
        {"beat": 'do = ["select w1_3_1"]'},
        f"beat[1].do[1]: expected {PARAMETER}, got 'select w1_3_1'",
    ),
    "a weight set to inf": (
        {"beat": 'do = ["set w1_1_1 = inf"]'},
        "beat[1].do[1]: expected a number, got 'set w1_1_1 = inf'",
    ),
    "a rate set below 0": (
        {"beat": 'do = ["rate = -1"]'},
        f"beat[1].do[1]: expected {RATE}, got 'rate = -1'",
    ),
}

KINDS = SHAPES | SETTINGS


@pytest.mark.parametrize("kind", KINDS)
def test_a_bad_document_is_refused_in_this_sentence(kind: str) -> None:
    tables, message = KINDS[kind]
    assert message_of(written(**tables)) == f"x.toml: {message}"


# what is bad about it: (the bytes, the message after "x.toml: ")
TEXTS = {
    "an empty file": (b"", "format: missing; expected format = 1"),
    "an unclosed list": (b"a = [1,\n\n", "line 3, column 1: not valid TOML: Invalid value"),
    "a broken line": (
        b"a = 1\nb ? 2",
        "line 2, column 3: not valid TOML: Expected '=' after a key in a key/value pair",
    ),
    "a key twice": (
        b"a = 1\na = 2\n",
        "line 2, column 6: not valid TOML: Cannot overwrite a value",
    ),
    "bad UTF-8": (
        b"a = 1\nb = '\xc3\xa9\xe9'",
        "line 2, column 7: expected text in UTF-8, got the byte 0xe9",
    ),
    "UTF-16": (
        "a = 1".encode("utf-16-le"),
        "line 1, column 2: not valid TOML: Expected '=' after a key in a key/value pair",
    ),
    "deep nesting": (b"a = " + b"[" * 100_000, "expected fewer lists or tables inside each other"),
    "an endless key": (
        b"\n" + b"a." * 100_000 + b"a = 1",
        "line 2, column 1: expected a key of at most 32 parts",
    ),
    "an endless number": (b"a = " + b"9" * 5000, "expected numbers of at most 4,300 digits"),
    "a huge file": (b"#" * 10_000_001, "expected at most 10,000,000 bytes, got 10,000,001"),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_bytes_that_are_not_toml_are_refused_at_their_place(kind: str) -> None:
    content, message = TEXTS[kind]
    assert message_of(content) == f"x.toml: {message}"


def test_a_file_that_cannot_be_read_is_refused_by_its_whole_path(tmp_path: Path) -> None:
    missing, long = tmp_path / "no.toml", tmp_path / ("a" * 300)
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(10_000_001)
    assert refused(read_lesson, missing) == f"{missing}: no such file"
    assert refused(read_lesson, tmp_path) == f"{tmp_path}: expected a file, got a folder"
    assert (
        refused(read_lesson, huge) == f"{huge}: expected at most 10,000,000 bytes, got 10,000,001"
    )
    assert refused(read_lesson, long).startswith(f"{long}: cannot be read: ")
    assert refused(read_lesson, Path("a\0b\n")) == "a\\x00b\\n: no such file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files of this system")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert refused(read_lesson, pipe) == f"{pipe}: expected a file, got a device or a pipe"


def test_a_name_that_is_no_lesson_lists_the_built_in_ones(tmp_path: Path) -> None:
    assert refused(find, "x").startswith(
        "no lesson or file named 'x'; the built-in lessons are baseline, change-weights, "
    )
    assert refused(find, "x").endswith(", circle and too-many-nodes")
    assert refused(find, "").startswith("no lesson or file named ''; ")
    assert refused(find, "no\n.toml") == "no\\n.toml: no such file"
    assert refused(find, f"{tmp_path}{os.sep}x") == f"{tmp_path}{os.sep}x: no such file"


FULL = written(
    network='layers = [2, 1]\nactivations = ["sigmoid"]\nbiases = true',
    start="weights = [[[1], [2]]]\nbiases = [[0]]",
    descent='optimizer = "adam"\nlearning_rate = "1/9"\noptions = { beta1 = 0.5 }\n'
    "batch_size = 1\nseed = 1\nstop = { steps = 10, gradient = 1e-9 }",
    view='surface = "map"\naxes = ["w1_1_1", "b1_1"]\nx_range = [-3, 5]\ny_range = [0, 1]\n'
    'cards = ["table"]\nphases = ["forward"]\nhide = ["run"]\ndark = true\npredict = true',
    beat='text = "a"\ndo = ["set w1_1_1 = 3", "point 2"]',
)
RANDOM = written(start="random = { low = -1, high = 1, seed = 3 }")
OUT_OF_PLACE = st.recursive(
    st.booleans()
    | st.integers()
    | st.sampled_from([0, -1, 10**400, 2**63, 2**64])
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["", "\n", "w1_1_1", "step", "a` - at `$.network[9]", "1/9", "3d"])
    | st.dates()
    | st.times()
    | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value: object) -> list[tuple[dict | list, object]]:
    """Every place in the document, as a container and a key or an index in it."""
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    own = [(value, key) for key in keys]
    return own + [place for key in keys for place in places(value[key])]


@given(st.sampled_from([FULL, RANDOM]), st.data())
def test_a_document_with_anything_out_of_place_is_a_lesson_or_one_sentence(
    content: bytes, data: st.DataObject
) -> None:
    document = document_of(content.decode())
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places(document)))
        match data.draw(st.sampled_from(["replace", "delete", "repeat", "add"])):
            case "replace":
                container[key] = data.draw(OUT_OF_PLACE)
            case "delete":
                del container[key]
            case "repeat" if isinstance(container, list):
                container.append(container[key])
            case _ if isinstance(container, dict):
                container[data.draw(st.text())] = data.draw(OUT_OF_PLACE)
        if not document:
            break
    is_lesson_or_one_sentence(lambda: lesson_of(document, "x.toml", None))


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_a_lesson_or_one_sentence(content: bytes) -> None:
    is_lesson_or_one_sentence(lambda: parse_lesson(content, "x.toml", None))


@given(st.sampled_from([FULL, RANDOM]), st.data())
def test_a_lesson_with_bytes_out_of_place_is_a_lesson_or_one_sentence(
    content: bytes, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(content)))
    stop = start + data.draw(st.integers(0, 9))
    between = data.draw(
        st.binary(max_size=9) | st.text("[]{}='\"#.,\n 0ne_", max_size=9).map(str.encode)
    )
    changed = content[:start] + between + content[stop:]
    is_lesson_or_one_sentence(lambda: parse_lesson(changed, "x.toml", None))


def is_lesson_or_one_sentence(read: Callable[[], Lesson]) -> None:
    sentence = "x.toml: a lesson"
    try:
        assert isinstance(read(), Lesson)
    except LessonError as error:
        sentence = str(error)
    assert sentence.startswith("x.toml: ")
    assert sentence.isprintable()
    assert len(sentence) < 400
