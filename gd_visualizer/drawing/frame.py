"""The room there is for a picture, and for whom it is drawn."""

from enum import Enum

from msgspec import Struct

from gd_visualizer.text.speech import ENGLISH, Speech


class Audience(Enum):
    """Who looks: people before a screen, or a reader of a page."""

    SCREEN = "screen"
    PAPER = "paper"


class Frame(Struct, frozen=True):
    """``width`` × ``height`` in px (on paper: design units), y downwards from the upper left.

    ``em`` is the size of ordinary letters there; ``speech`` says words and numbers in the reader's
    language. On screens letters have whole sizes, as the screen draws them sharpest.
    """

    width: float
    height: float
    em: float
    audience: Audience = Audience.SCREEN
    speech: Speech = ENGLISH

    def size(self, ems: float) -> float:
        """Letters ``ems`` times as large as ordinary ones; whole sizes on screens."""
        size = self.em * ems
        return size if self.audience is Audience.PAPER else max(float(round(size)), 1.0)
