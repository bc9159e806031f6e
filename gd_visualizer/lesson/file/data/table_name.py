"""Which files hold tables; the standard library only, since the start asks it before NumPy."""

from pathlib import Path

from gd_visualizer.lesson.file.refusal import naming
from gd_visualizer.lesson.file.text_file import read


def is_table(path: str) -> bool:
    """Whether the name of the file says that it holds a table."""
    return Path(path).suffix.lower() in (".csv", ".tsv", ".txt")


def check_readable(path: str) -> None:
    """Raises LessonError where the file cannot be read at all."""
    with naming(path):
        read(Path(path))
