"""What can be exported, and what is asked for."""

from msgspec import Struct

from gd_visualizer.lesson.pictures import Picture
from gd_visualizer.text.message import translatable

VIDEOS = (".mp4", ".webm")
FORMATS = {
    ".png": translatable("PNG picture"),
    ".svg": translatable("SVG, for drawing programs"),
    ".pdf": translatable("PDF"),
    ".csv": translatable("CSV, the numbers"),
    ".gif": translatable("GIF, the run as an animation"),
    ".mp4": translatable("MP4, the run as a video"),
    ".webm": translatable("WebM, the run as a video"),
}
MOVING = (".gif", *VIDEOS)


class Moving(Struct, frozen=True):
    """Of an animation at most how many ``frames`` and ``megabytes``, about how many ``seconds``;
    None: as many as are good to look at."""

    frames: int | None = None
    seconds: int | None = None
    megabytes: int = 10


USUAL = Moving()


class Choice(Struct, frozen=True):
    """What is asked for: ``view``, ``suffix`` of the file, ``size`` in pixels, scale included;
    ``moving`` is how a run is animated; ``language`` is that of its words and numbers."""

    view: Picture
    suffix: str
    size: tuple[int, int]
    moving: Moving = USUAL
    language: str = "en"
