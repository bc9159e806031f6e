"""Text broken into lines of about the same length."""

from PySide6.QtGui import QFont

from gd_visualizer.view.paint.text_width import width_of


def broken(text: str, size: float, weight: QFont.Weight, room: float) -> list[str]:
    """Lines of at most ``room``, broken between words."""
    made: list[str] = []
    for word in text.split():
        longer = f"{made[-1]} {word}" if made else word
        if made and width_of(longer, size, weight) <= room:
            made[-1] = longer
        else:
            made.append(word)
    return made


def balanced(text: str, size: float, weight: QFont.Weight, room: float) -> list[str]:
    """As few lines as have room, all about as long."""
    made = broken(text, size, weight, room)
    for share in range(19, 9, -1):
        narrower = broken(text, size, weight, room * share / 20)
        if len(narrower) > len(made):
            break
        made = narrower
    return made
