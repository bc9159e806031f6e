"""The same step by other means: NumPy written plainly, and torch in eager mode."""

from importlib.util import find_spec
from typing import Any

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.lesson.lesson import Lesson

HAVE_TORCH = find_spec("torch") is not None


class PlainNumpy:
    """Forward and backward as one would write them down, for tanh and the mean squared error."""

    def __init__(self, lesson: Lesson) -> None:
        self.layers = lesson.network.unpack(lesson.start)
        self.X, self.y = lesson.objective.X, lesson.objective.y

    def evaluate(self) -> tuple[float, Floats]:
        """The loss and its gradient (P,)."""
        values = [self.X]
        for W, b in self.layers:
            assert b is not None
            values.append(np.tanh(values[-1] @ W + b))
        error = values[-1] - self.y
        loss = (error**2).sum(axis=1).mean()
        slope = 2 * error / len(error)
        parts: list[Floats] = []
        for layer in reversed(range(len(self.layers))):
            slope = slope * (1 - values[layer + 1] ** 2)
            parts = [(values[layer].T @ slope).ravel(), slope.sum(axis=0), *parts]
            if layer:
                slope = slope @ self.layers[layer][0].T
        return float(loss), np.concatenate(parts)


class TorchEager:
    """The same network in torch, float64, one thread, with torch's own optimizer."""

    def __init__(self, lesson: Lesson) -> None:
        import torch

        torch.set_num_threads(1)
        self.model = self._model(torch, lesson)
        self.mean_squared = torch.nn.functional.mse_loss
        self.X = torch.tensor(lesson.objective.X)
        self.y = torch.tensor(lesson.objective.y)
        rate = lesson.settings.rate.value
        adam = lesson.settings.optimizer == "adam"
        kind = torch.optim.Adam if adam else torch.optim.SGD
        self.optimizer = kind(self.model.parameters(), lr=rate)

    @staticmethod
    def _model(torch: Any, lesson: Lesson) -> Any:
        parts = []
        for W, b in lesson.network.unpack(lesson.start.copy()):
            linear = torch.nn.Linear(*W.shape, dtype=torch.float64)
            with torch.no_grad():
                linear.weight.copy_(torch.tensor(W.T))
                linear.bias.copy_(torch.tensor(b))
            parts += [linear, torch.nn.Tanh()]
        return torch.nn.Sequential(*parts)

    def evaluate(self) -> Any:
        """Forward, loss, backward; the loss stays a tensor, which spares torch a conversion."""
        self.optimizer.zero_grad()
        loss = self.mean_squared(self.model(self.X), self.y)
        loss.backward()
        return loss

    def step(self) -> None:
        """One step of the optimizer; nothing of it is recorded."""
        self.evaluate()
        self.optimizer.step()

    def gradient(self) -> Floats:
        """The gradient (P,) in theta's order."""
        return np.concatenate([p.grad.numpy().T.ravel() for p in self.model.parameters()])

    def theta(self) -> Floats:
        """The parameters (P,) in theta's order."""
        return np.concatenate([p.detach().numpy().T.ravel() for p in self.model.parameters()])
