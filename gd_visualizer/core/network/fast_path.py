"""Loss and gradient as fast as NumPy can: the same mathematics as ``chain_rule``, another layout.

Inside, arrays are (nodes, points), so that a layer is one matrix product into a buffer made once;
a last row of ones carries the bias, because in ``theta`` a layer's biases follow its weights.
Every derivative is taken from the node's value, so that sums need not be kept. Points are taken
in blocks that fit the processor's cache.
"""

import numpy as np

from gd_visualizer.core.activations import ACTIVATIONS, InPlace
from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.losses import Loss
from gd_visualizer.core.network.network import Network

BLOCK_VALUES = 1 << 16


def in_place(name: str, shape: tuple[int, ...]) -> tuple[InPlace, InPlace] | None:
    """The activation ``name`` on arrays of ``shape``: z becomes a, with a spare buffer; and after
    it the derivative from a, into a buffer. None leaves z as it is.

    Where the derivative is no function of a, the sums are kept for it.
    """
    function = ACTIVATIONS[name]
    if function.in_place or function.straight:
        return function.in_place
    sums = np.empty(shape)

    def value(z: Array, _spare: Array) -> None:
        np.copyto(sums, z)
        np.copyto(z, function.value(sums))

    return value, lambda a, out: np.copyto(out, function.derivative(sums, a))


class _Workspace:
    """All buffers and views for one count of points, made once; arrays are (nodes, points).

    ``activations`` are those up to what the loss takes, and ``predicted`` is just that.
    """

    def __init__(
        self,
        network: Network,
        activations: tuple[str, ...],
        count: int,
        theta: Floats,
        gradient: Floats,
    ) -> None:
        ones = int(network.biases)
        layers = network.layers
        values = [np.ones((n + ones, count)) for n in layers[:-1]]
        self.inputs = values[0][: layers[0]]
        self.predicted = np.empty((layers[-1], count))
        self.slope = np.empty((layers[-1], count))
        forward, backward = [], []
        at, slope = 0, np.empty((0, count))
        for layer, name in enumerate(activations):
            n, m = layers[layer], layers[layer + 1]
            end, last = at + (n + ones) * m, layer == network.depth - 1
            matrix = theta[at:end].reshape(n + ones, m)
            z = self.predicted if last else values[layer + 1][:m]
            below, slope = slope, self.slope if last else np.empty((m, count))
            spare = np.empty((m, count))
            value, derivative = in_place(name, (m, count)) or (None, None)
            forward.append((matrix.T, values[layer], z, value, spare))
            grad = gradient[at:end].reshape(n + ones, m)
            down = (matrix[:n], below) if layer else None
            backward.append((derivative, z, spare, slope, values[layer], slope.T, grad, down))
            at = end
        self.forward, self.backward = forward, backward[::-1]

    def go_forward(self) -> None:
        for matrix, values, z, value, spare in self.forward:
            np.dot(matrix, values, out=z)
            if value:
                value(z, spare)

    def go_backward(self) -> None:
        for derivative, a, spare, slope, values, transposed, gradient, down in self.backward:
            if derivative:
                derivative(a, spare)
                np.multiply(slope, spare, out=slope)
            np.dot(values, transposed, out=gradient)
            if down:
                np.dot(down[0], slope, out=down[1])


class FastPath:
    """Loss and gradient of one network on one set of points. Not for use by two threads at once.

    ``X`` (N, inputs) and ``y`` (N, outputs) are kept transposed.
    """

    def __init__(self, network: Network, X: Floats, y: Floats, loss: Loss) -> None:
        self._network, self._loss = network, loss
        self._X, self._y = np.ascontiguousarray(X.T), np.ascontiguousarray(y.T)
        self._block = max(256, BLOCK_VALUES // max(network.layers))
        self._theta, self._gradient = np.empty(network.size), np.empty(network.size)
        self._workspaces: dict[int, _Workspace] = {}
        self._loaded: _Workspace | None = None  # the one that holds all points already

    def evaluate(self, theta: Floats, rows: Array | None = None) -> tuple[float, Floats]:
        """The loss and its gradient (P,) over all points, or over those of ``rows`` (indices)."""
        self._theta[:] = theta
        count = self._X.shape[1] if rows is None else len(rows)
        with np.errstate(all="ignore"):
            if count <= self._block:
                points = slice(None) if rows is None else rows
                return self._points(points, count, count), self._gradient.copy()
            loss, total = 0.0, np.zeros_like(theta)
            for start in range(0, count, self._block):
                stop = min(start + self._block, count)
                points = slice(start, stop) if rows is None else rows[start:stop]
                loss += self._points(points, stop - start, count)
                total += self._gradient
            return loss, total

    def _workspace(self, count: int) -> _Workspace:
        if count not in self._workspaces:
            if len(self._workspaces) >= 4:
                self._workspaces.clear()
            names = self._loss.taken(self._network.activations)
            self._workspaces[count] = _Workspace(
                self._network, names, count, self._theta, self._gradient
            )
        return self._workspaces[count]

    def _points(self, points: Array, count: int, total: int) -> float:
        """The share of ``points`` in the loss and, in ``self._gradient``, in its gradient."""
        work = self._workspace(count)
        whole = isinstance(points, slice) and points == slice(None)
        if not whole or self._loaded is not work:
            np.copyto(work.inputs, self._X[:, points])
            self._loaded = work if whole else None
        work.go_forward()
        loss = self._loss_and_slope(work, self._y if whole else self._y[:, points], total)
        work.go_backward()
        return loss

    def _loss_and_slope(self, work: _Workspace, t: Floats, total: int) -> float:
        p, slope = work.predicted, work.slope
        squares = self._loss.squares
        if squares:
            np.subtract(p, t, out=slope)
            flat = slope.ravel()
            loss = float(np.dot(flat, flat)) * squares / total
            np.multiply(slope, 2 * squares / total, out=slope)
            return loss
        np.divide(self._loss.slope(p, t), total, out=slope)
        return float(self._loss.value(p, t).sum()) / total
