"""Widths of words from the advances of their letters, kept by letter and size."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from gd_visualizer.view.look.style import exact_font

BOLD, HALF, NORMAL = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal
_FIGURES = frozenset("0123456789.,−×·÷=≈()[] ")


def width_of(text: str, size: float, weight: QFont.Weight = NORMAL) -> float:
    """How wide a text is written."""
    if _FIGURES.issuperset(text):  # which are not kerned
        return sum(_advance(letter, size, weight) for letter in text)
    return QFontMetricsF(exact_font(size, weight)).horizontalAdvance(text)


@lru_cache(maxsize=2048)
def _advance(letter: str, size: float, weight: QFont.Weight) -> float:
    return QFontMetricsF(exact_font(size, weight)).horizontalAdvance(letter)
