"""Small lessons about points, as their files say them."""

from gd_visualizer.lesson.file.reader import parse_lesson
from gd_visualizer.lesson.lesson import Lesson

KINDS = (
    "line", "curve", "steps", "two clouds", "circle", "xor", "two spirals", "over or under",
    "plane", "bump",
)  # fmt: skip
ONE_INPUT = KINDS[:3]


def lesson(data: str, layers: str, activations: str, view: str = "", rate: float = 0.05) -> Lesson:
    text = f"""
    format = 1
    title = "T"
    [network]
    layers = {layers}
    activations = {activations}
    biases = true
    [data]
    {data}
    [start]
    random = {{ seed = 3 }}
    [descent]
    learning_rate = {rate}
    [view]
    pictures = ["network", "fit"]
    {view}
    """
    return parse_lesson(text.encode(), "x.toml", None)


def line(view: str = "squares = true", more: str = "") -> Lesson:
    data = f'generate = {{ kind = "line", points = 8, noise = 0.4, seed = 1 }}\n{more}'
    return lesson(data, "[1, 1]", '"identity"', view)


def of_kind(kind: str, more: str = "test = 0.25", view: str = "") -> Lesson:
    inputs = 1 if kind in ONE_INPUT else 2
    last = "identity" if inputs == 1 or kind in ("plane", "bump") else "tanh"
    data = f'generate = {{ kind = "{kind}", points = 40, noise = 0.2, seed = 1 }}\n{more}'
    return lesson(data, f"[{inputs}, 4, 1]", f'["tanh", "{last}"]', view)
