"""What an animation may be asked to be."""

from msgspec import Struct

VIDEOS = (".mp4", ".webm")
SUFFIXES = (".gif", *VIDEOS)
SIZE = (1280, 800)
MEGABYTES = 10


class Wanted(Struct, frozen=True):
    """An animation's kind of file, at most how many frames and megabytes, about how many seconds;
    None: as many as are good to look at."""

    suffix: str
    frames: int | None = None
    seconds: float | None = None
    megabytes: int = MEGABYTES
