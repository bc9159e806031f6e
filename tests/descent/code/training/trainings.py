"""Trainings that have every optimizer, loss and activation, batches, penalties, scaled inputs and
testing points; and what torch made of their scripts.

``python -m tests.descent.code.training.trainings`` writes the record anew; it needs torch.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.code.training.torch_script import torch_script
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.file.reader import lesson_of

FILE = Path(__file__).with_name("torch_record.json")
STEPS = 60
OPTIONS: dict[str, dict[str, float]] = {
    "momentum": {"momentum": 0.7, "dampening": 0.3},
    "nesterov": {"momentum": 0.7},
    "adagrad": {"learning_rate_decay": 0.1, "initial_accumulator_value": 0.2, "epsilon": 1e-3},
    "rmsprop": {"alpha": 0.8, "epsilon": 1e-3, "momentum": 0.6},
    "adam": {"beta1": 0.7, "beta2": 0.9, "epsilon": 1e-3},
    "adamw": {"beta1": 0.7, "beta2": 0.9, "epsilon": 1e-3, "weight_decay": 0.1},
}
COUNT = 3 * len(OPTIMIZERS)


def document(k: int) -> dict[str, Any]:
    """The ``k``-th training as a lesson file."""
    optimizers, losses, activations = list(OPTIMIZERS), list(LOSSES), list(ACTIVATIONS)
    optimizer, loss = optimizers[k % len(optimizers)], losses[k % len(losses)]
    output, hidden = LOSSES[loss].output, activations[k % len(activations)]
    last = output.name if output else activations[(k // 2) % len(activations)]
    descent: dict[str, Any] = {"loss": loss, "optimizer": optimizer, "learning_rate": "1/30"}
    if k >= len(optimizers):
        descent["options"] = OPTIONS.get(optimizer, {})
    if k % 2:
        descent["penalty"] = {"l1": 0.003, "l2": 0.01, "weight_decay": 0.02 if k % 4 == 1 else 0}
    if k % 3 == 0:
        descent |= {"batch_size": 5, "seed": k}
    kind = {"kind": "two clouds" if k % 2 else "circle", "points": 23, "noise": 0.3, "seed": k}
    return {
        "format": 1,
        "title": f"Training {k}",
        "network": {"layers": [2, 3, 1], "activations": [hidden, last], "biases": k % 5 != 0},
        "data": {"generate": kind, "test": 0.25 if k % 3 == 1 else 0, "scale": k % 4 < 2},
        "start": {"random": {"seed": k}},
        "descent": descent,
    }


def training(k: int) -> Descent:
    """Its start."""
    return open_lesson(lesson_of(document(k), "training.toml", None)).descent


def digest(script: str) -> str:
    """By which it is told that a script is the one that was run."""
    return hashlib.sha256(script.encode()).hexdigest()


def printed(python: str, script: str) -> list[float]:
    """The numbers that a script prints, in a process of its own without this package."""
    done = subprocess.run(
        [python, "-I", "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    return [float(line.partition(" = ")[2]) for line in done.stdout.splitlines()]


def main() -> None:
    """Runs all of them by the Python that is asked for, else by this one."""
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    scripts = [torch_script(training(k), STEPS) for k in range(COUNT)]
    record = [[digest(script), *printed(python, script)] for script in scripts]
    FILE.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
