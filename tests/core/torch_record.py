"""What torch itself computes, recorded, so that it can be compared with where torch is not.

``python -m tests.core.torch_record`` writes the record anew; it needs torch.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network
from tests.core.strategies import case

FILE = Path(__file__).with_name("torch_record.json")
STEPS, EVERY, RATE = 60, 6, 0.05
OPTIONS: dict[str, dict[str, float]] = {
    "gradient descent": {"weight_decay": 0.02},
    "momentum": {"momentum": 0.7, "dampening": 0.3, "weight_decay": 0.02},
    "nesterov": {"momentum": 0.7, "weight_decay": 0.02},
    "adagrad": {
        "learning_rate_decay": 0.1,
        "initial_accumulator_value": 0.2,
        "epsilon": 1e-3,
        "weight_decay": 0.02,
    },
    "rmsprop": {"alpha": 0.8, "epsilon": 1e-3, "momentum": 0.6, "weight_decay": 0.02},
    "adam": {"beta1": 0.7, "beta2": 0.9, "epsilon": 1e-3, "weight_decay": 0.02},
    "adamw": {"beta1": 0.7, "beta2": 0.9, "epsilon": 1e-3, "weight_decay": 0.1},
}


def problem() -> Any:
    """2-4-2, tanh and sigmoid with biases, cross-entropy on six points."""
    network = Network((2, 4, 2), ("tanh", "sigmoid"), biases=True)
    return case(network, LOSSES["binary cross-entropy"], points=6, seed=11)


def optimizer_of(torch: Any, name: str, leaves: list[Any], options: dict[str, float]) -> Any:
    kinds = {"adagrad": "Adagrad", "rmsprop": "RMSprop", "adam": "Adam", "adamw": "AdamW"}
    spelled = {"learning_rate_decay": "lr_decay", "epsilon": "eps"}
    given: dict[str, Any] = {spelled.get(option, option): v for option, v in options.items()}
    if "beta1" in given:
        given["betas"] = given.pop("beta1"), given.pop("beta2")
    if name in ("momentum", "nesterov"):
        given = {"momentum": 0.9, "nesterov": name == "nesterov"} | given
    return getattr(torch.optim, kinds.get(name, "SGD"))(leaves, lr=RATE, **given)


def trajectory(torch: Any, name: str, options: dict[str, float]) -> np.ndarray:
    """Theta after each of torch's own 60 steps (60, P)."""
    objective, theta = problem()
    leaves = [
        torch.tensor(part, requires_grad=True)
        for layer in objective.network.unpack(theta)
        for part in layer
    ]
    optimizer = optimizer_of(torch, name, leaves, options)
    X, y = torch.tensor(objective.X.copy()), torch.tensor(objective.y.copy())
    found = []
    for _ in range(STEPS):
        W1, b1, W2, b2 = leaves
        sums = torch.tanh(X @ W1 + b1) @ W2 + b2
        cross_entropy = torch.nn.functional.binary_cross_entropy_with_logits
        loss = cross_entropy(sums, y, reduction="sum") / len(X)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        found.append(np.concatenate([leaf.detach().numpy().ravel() for leaf in leaves]))
    return np.array(found)


def functions(torch: Any) -> dict[str, Any]:
    """torch's own losses, by the names that they have here."""
    return {
        "mean squared error": torch.nn.MSELoss,
        "half mean squared error": lambda **_: lambda p, t: 0.5 * (p - t) ** 2,
        "mean absolute error": torch.nn.L1Loss,
        "huber": torch.nn.HuberLoss,
        "binary cross-entropy": torch.nn.BCEWithLogitsLoss,
    }


def losses(torch: Any, name: str, p: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """torch's own loss and slope of each prediction, or of each sum of a sigmoid node."""
    leaf = torch.tensor(p, requires_grad=True)
    values = functions(torch)[name](reduction="none")(leaf, torch.tensor(t))
    values.sum().backward()
    return values.detach().numpy(), leaf.grad.numpy()


def loss_points(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Predictions (or sums) and targets, kinks and certain predictions included."""
    if LOSSES[name].of_sums:
        z = [-800.0, -50, -30, -1.5, 0, 0.25, 20, 50, 800]
        pairs = np.array([(a, b) for a in z for b in (0.0, 0.25, 1.0)])
    else:
        pairs = np.array([(a, b) for a in (-3.0, -1, -0.25, 0, 0.5, 1, 20) for b in (0.0, 1, -2)])
    return pairs[:, 0], pairs[:, 1]


def main() -> None:
    import torch

    record: dict[str, Any] = {"torch": torch.__version__.partition("+")[0]}
    record["trajectories"] = {
        f"{name}, {kind}": trajectory(torch, name, options)[EVERY - 1 :: EVERY].tolist()
        for name in OPTIONS
        for kind, options in (("defaults", {}), ("options", OPTIONS[name]))
    }
    record["losses"] = {
        name: [part.tolist() for part in losses(torch, name, *loss_points(name))]
        for name in functions(torch)
    }
    FILE.write_text(json.dumps(record, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
