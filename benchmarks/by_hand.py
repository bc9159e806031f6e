"""The export's peer: ``python -m benchmarks.by_hand NUMBERS.npy OUT``, a loss curve by hand.

What one would write to get the same curve from the same numbers, and nothing of this project.
"""

import sys

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

losses = np.load(sys.argv[1])
last = len(losses) - 1
figure = Figure(figsize=(16, 10), dpi=100)
FigureCanvasAgg(figure)
axes = figure.add_subplot()
axes.plot(losses, color="#1f6fd0", linewidth=4, marker="o", markersize=9)
axes.plot([last], [losses[-1]], marker="o", markersize=20, color="#f28c28")
axes.annotate(
    f"loss {losses[-1]:.4g}",
    (last, losses[-1]),
    (-10, 30),
    textcoords="offset points",
    ha="right",
    fontsize=24,
    fontweight="bold",
)
axes.grid(axis="y")
axes.spines[["top", "right", "left"]].set_visible(False)
axes.tick_params(labelsize=20)
axes.set_xlabel("step", fontsize=24)
axes.set_ylabel("loss", fontsize=24)
axes.set_title(f"Many steps: after step {last}", fontsize=30, fontweight="bold", loc="left")
figure.savefig(sys.argv[2])
