"""The built-in lessons: those of the lecture in its order, then those to play with. Standard
library only: the window shows their titles before NumPy is imported.
"""

from functools import cache
from pathlib import Path

LECTURE: tuple[str, ...] = (
    "baseline",
    "change-weights",
    "many-points",
    "loss-function",
    "loss-surface",
    "dark-field",
    "descent-1d",
    "learning-rate",
    "slope",
    "two-inputs",
    "many-steps",
    "through-a-layer",
    "activation",
)
PLAYGROUND: tuple[str, ...] = (
    "line-through-points",
    "wide-inputs",
    "scaled-inputs",
    "bent-curve",
    "two-clouds",
    "circle",
    "too-many-nodes",
)
BUILT_IN = LECTURE + PLAYGROUND


def resources_folder() -> Path:
    """The folder ``resources``: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Title and summary of every built-in lesson, by its id."""
    import tomllib  # not before the window's first frame

    found = {}
    for name in BUILT_IN:
        text = (resources_folder() / "lessons" / f"{name}.toml").read_text(encoding="utf-8")
        head = tomllib.loads(text[: text.index("\n[")])  # before the first table
        found[name] = str(head["title"]), str(head.get("summary", ""))
    return found
