"""Text broken into lines."""

from gd_visualizer.drawing.typeface import Weight, width_of


def broken(text: str, size: float, room: float, weight: Weight = "regular") -> list[str]:
    """Lines of at most ``room``, broken between words."""
    made: list[str] = []
    for word in text.split():
        longer = f"{made[-1]} {word}" if made else word
        if made and width_of(longer, size, weight) <= room:
            made[-1] = longer
        else:
            made.append(word)
    return made


def balanced(text: str, size: float, room: float, weight: Weight = "regular") -> list[str]:
    """As few lines as have room, all about as long."""
    made = broken(text, size, room, weight)
    for share in range(19, 9, -1):
        narrower = broken(text, size, room * share / 20, weight)
        if len(narrower) > len(made):
            break
        made = narrower
    return made
