"""The whole training in PyTorch, which finds the slopes by itself."""

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.descent.code import layers, penalty
from gd_visualizer.descent.code.training import head
from gd_visualizer.descent.code.training.head import Training, indented
from gd_visualizer.descent.state.descent import Descent


def torch_script(descent: Descent, steps: int | None = None) -> str:
    """A script that needs PyTorch and NumPy, and prints the loss at its end; see
    ``head.training``. The batches are the program's, which NumPy draws."""
    asked = head.training(descent, steps)
    lines = ["import numpy as np", "import torch", "from torch import nn"]
    lines += ["from torch.nn import functional as F", *head.title(asked), ""]
    lines += [*head.points(asked), *head.start(asked), *head.settings(asked, silent=True)]
    lines += [*head.batches(asked), "", "", *_loss(asked), *_penalty(asked), "", ""]
    lines += [*_tensors(asked), *_model(asked)]
    lines += [f"optimizer = torch.optim.{asked.values.optimizer.torch}", ""]
    lines += ["for step in range(1, steps + 1):", *indented(_step(asked)), "", *_end(asked), ""]
    return "\n".join(lines)


def _loss(asked: Training) -> list[str]:
    """The loss as a function."""
    takes = layers.taken(asked.values)
    return [
        f"def mean_loss({takes}, targets):",
        f"    each = {asked.lesson.loss.torch}",
        "    return each.sum(dim=1).mean()",
    ]


def _penalty(asked: Training) -> list[str]:
    """What the loss holds besides, as a function; nothing where there is none."""
    if asked.lesson.objective.penalty is None:
        return []
    parts = layers.parts(asked.values)
    prices = {line.partition(" ")[0] for line in penalty.settings(asked.values, parts)}
    terms = {
        "l1": "l1 * layer.weight.abs().sum()",
        "l2": "l2 / 2 * (layer.weight ** 2).sum()",
        "l2_biases": "l2_biases / 2 * (layer.bias ** 2).sum()",
    }
    own = [f"        total = total + {term}" for name, term in terms.items() if name in prices]
    return ["", "", "def penalty():", "    total = 0", "    for layer in linear:", *own, *_TOTAL]


_TOTAL = ["    return total"]


def _tensors(asked: Training) -> list[str]:
    test = ["X_test, y_test = torch.tensor(X_test), torch.tensor(y_test)"] if asked.tests else []
    return ["X, y = torch.tensor(X), torch.tensor(y)", *test]


def _model(asked: Training) -> list[str]:
    """The network up to what the loss takes; torch keeps weights as [to, from]."""
    network, values = asked.lesson.network, asked.values
    modules = []
    taken = asked.lesson.loss.taken(network.activations)
    for n, m, name in zip(network.layers, network.layers[1:], taken, strict=False):
        bias = "" if network.biases else ", bias=False"
        modules.append(f"nn.Linear({n}, {m}{bias}, dtype=torch.float64),")
        if not ACTIVATIONS[name].straight:
            modules.append(f"{ACTIVATIONS[name].torch},")
    copies = []
    for name, _where, _shape in layers.parts(values):
        layer, kind = int(name[1:]) - 1, name[0]
        own, turned = ("weight", ".T") if kind == "W" else ("bias", "")
        copies.append(f"linear[{layer}].{own}.copy_(torch.tensor({name}){turned})")
    return [
        "model = nn.Sequential(",
        *indented(modules),
        ")",
        "linear = [layer for layer in model if isinstance(layer, nn.Linear)]",
        "with torch.no_grad():  # torch keeps the weights as [to, from]",
        *indented(copies),
        "parameters = list(model.parameters())",
    ]


def _step(asked: Training) -> list[str]:
    price = _price(asked)
    return [
        *(["rows = torch.from_numpy(rows_of(step))"] if asked.batched else []),
        "optimizer.zero_grad()",
        f"loss = mean_loss(model(X[rows]), y[rows]){price}"
        if asked.batched
        else f"loss = mean_loss(model(X), y){price}",
        "loss.backward()",
        "optimizer.step()",
    ]


def _price(asked: Training) -> str:
    return "" if asked.lesson.objective.penalty is None else " + penalty()"


def _end(asked: Training) -> list[str]:
    lines = [f"loss = mean_loss(model(X), y){_price(asked)}", 'print("loss =", loss.item())']
    if asked.tests:
        lines += [
            "tested = mean_loss(model(X_test), y_test)",
            'print("loss of the testing points =", tested.item())',
        ]
    return ["with torch.no_grad():", *indented(lines)]
