"""What came of an export."""

from pathlib import Path

from msgspec import Struct

from gd_visualizer.text.message import Message


class Saved(Struct, frozen=True):
    """A file that was written, and what of it is not as it was asked for."""

    path: Path
    note: Message | None = None
