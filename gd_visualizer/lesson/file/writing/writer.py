"""A lesson as the text of a lesson file: what ``reader`` reads back as the same lesson."""

from gd_visualizer.core.network.network import Network
from gd_visualizer.lesson.file.reader import FORMAT
from gd_visualizer.lesson.file.text_file import check_size
from gd_visualizer.lesson.file.writing.data import data_entries
from gd_visualizer.lesson.file.writing.descent import descent_entries, start_entries
from gd_visualizer.lesson.file.writing.layout import Entry, entry_text, table
from gd_visualizer.lesson.file.writing.view import beat_entries, view_entries
from gd_visualizer.lesson.lesson import Lesson


def lesson_text(lesson: Lesson, stem: str = "") -> str:
    """The lesson file; its id is left out where it is ``stem``, the file's name without .toml.

    Points of a table are written as points. How a new start is drawn is written only where the
    lesson's own start was drawn so.
    """
    tables = (
        table("network", _network(lesson.network)),
        table("data", data_entries(lesson.data, lesson.network)),
        table("start", start_entries(lesson)),
        table("descent", descent_entries(lesson)),
        table("view", view_entries(lesson.view)),
    )
    written = ["\n".join((*map(entry_text, _head(lesson, stem)), "")), *tables]
    written += [table("[beat]", beat_entries(beat)) for beat in lesson.beats]
    return "\n".join(written)


def lesson_bytes(lesson: Lesson, stem: str = "") -> bytes:
    """The same as a file's content. Raises Refusal where it is too large to be opened again."""
    content = lesson_text(lesson, stem).encode()
    check_size(len(content))
    return content


def _head(lesson: Lesson, stem: str) -> list[Entry]:
    head = [Entry("format", FORMAT)]
    if lesson.id != stem:
        head.append(Entry("id", lesson.id))
    head.append(Entry("title", lesson.title))
    return [*head, Entry("summary", lesson.summary)] if lesson.summary else head


def _network(network: Network) -> list[Entry]:
    names = set(network.activations)
    one = len(names) == 1
    entries = [
        Entry("layers", network.layers, "nodes per layer, input first"),
        Entry(
            "activations",
            network.activations[0] if one else network.activations,
            "of every layer after the input" if one else "one per layer after the input",
        ),
    ]
    return [*entries, Entry("biases", True)] if network.biases else entries
