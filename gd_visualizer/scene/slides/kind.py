"""What a lesson's pages may be."""

from enum import Enum

from gd_visualizer.text.message import translatable


class SlideKind(Enum):
    """A lesson's beats as pages: bare, with the lecturer's notes, or with results to fill in."""

    SLIDES = "slides"
    NOTES = "notes"
    HANDOUT = "handout"


SLIDE_WORDS = {
    SlideKind.SLIDES: translatable("Slides of all beats, PDF …"),
    SlideKind.NOTES: translatable("Slides with your notes, PDF …"),
    SlideKind.HANDOUT: translatable("Handout with blanks and answers, PDF …"),
}
