"""The trained model as JSON, for programs of any language."""

import json

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.descent import Descent

FORMAT = 1


def model_text(descent: Descent) -> str:
    """The network with the weights of now: ``weights[layer][from][to]``, ``biases[layer][to]`` or
    null, ``scale`` with the mean and deviation of each input, or null where they are as they are.

    predicted = activation(inputs @ weights + biases), layer by layer; numbers are float64's own.
    """
    lesson, moment = descent.lesson, descent.moment
    network, data, parts = lesson.network, lesson.data, lesson.network.unpack(moment.theta)
    inputs = [f"x{k}" for k in range(1, network.layers[0] + 1)]
    targets = [f"y{k}" for k in range(1, network.layers[-1] + 1)]
    scale = data.scale
    keys = {
        "format": FORMAT,
        "title": lesson.title,
        "steps": descent.row,
        "loss": moment.loss,
        "layers": list(network.layers),
        "activations": list(network.activations),
        "inputs": list(data.inputs) or inputs,
        "targets": list(data.targets) or targets,
        "classes": list(data.classes) if data.classes else None,
        "scale": scale and {"mean": scale.mean.tolist(), "deviation": scale.deviation.tolist()},
        "weights": [W.tolist() for W, _b in parts],
        "biases": [_list(b) for _W, b in parts] if network.biases else None,
    }
    lines = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in keys.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _list(biases: Floats | None) -> list[float]:
    return [] if biases is None else biases.tolist()
