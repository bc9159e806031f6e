"""The diagram by keyboard: from node to weight to node, in the direction of an arrow key."""

from PySide6.QtCore import Qt

from gd_visualizer.scene.network.parts import Diagram

Part = tuple[str, tuple[int, int] | None]  # a weight by its name, or a node by layer and index
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_ASIDE = 2.5  # how much farther a place seems for each unit off the way
_LEAST = 2.0


def places(picture: Diagram) -> dict[Part, tuple[float, float]]:
    """Where every part is that can be chosen."""
    found: dict[Part, tuple[float, float]] = {
        ("", (node.layer, node.index)): (node.x, node.y) for node in picture.nodes
    }
    for edge in picture.edges:
        middle = (edge.x1 + edge.x2) / 2, (edge.y1 + edge.y2) / 2
        found[edge.name, None] = (edge.box.x, edge.box.y) if edge.box else middle
    for caption in picture.captions:
        if caption.name:
            found[caption.name, None] = (caption.x, caption.y)
    return found


def next_part(picture: Diagram, now: Part, key: int) -> Part:
    """The nearest part in the direction of ``key``; ``now`` where there is none."""
    there = places(picture)
    if now not in there or key not in ARROWS:
        return now
    (x, y), (right, down) = there[now], ARROWS[Qt.Key(key)]

    def distance(place: tuple[float, float]) -> float:
        dx, dy = place[0] - x, place[1] - y
        along, aside = dx * right + dy * down, abs(dx * down) + abs(dy * right)
        return along + _ASIDE * aside if along > _LEAST else float("inf")

    nearest = min(there, key=lambda part: distance(there[part]))
    return nearest if distance(there[nearest]) < float("inf") else now
