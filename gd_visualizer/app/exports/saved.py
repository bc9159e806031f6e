"""What came of an export."""

from dataclasses import dataclass
from pathlib import Path

from gd_visualizer.text.message import Message


@dataclass(frozen=True)
class Saved:
    """A file that was written, and what of it is not as it was asked for."""

    path: Path
    note: Message | None = None
