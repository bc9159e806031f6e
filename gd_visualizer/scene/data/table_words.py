"""What is said of a table while somebody chooses its columns."""

from gd_visualizer.lesson.table.opened import ColumnKind, OpenedTable
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message, translatable


def heading(table: OpenedTable) -> Message:
    """What is asked of a table."""
    return message(
        "{name}: {rows} rows. What is the network given, and what is it to predict?",
        name=own(table.name),
        rows=table.rows,
    )


def choice_words(inputs: int, targets: int, rows: int, left_out: int) -> Message:
    """What becomes of a choice of columns, in a sentence."""
    words = translatable("{rows} points of {inputs} and {targets}.")
    values: dict[str, str | int | Message] = {
        "rows": rows,
        "inputs": _counted(inputs, translatable("1 input"), translatable("{count} inputs")),
        "targets": _counted(targets, translatable("1 target"), translatable("{count} targets")),
    }
    if not left_out:
        return Message(words, values)
    more = translatable(
        "{rows} points of {inputs} and {targets}; {left_out} out, where a cell is empty or no "
        "number."
    )
    one, many = translatable("1 row is left"), translatable("{count} rows are left")
    return Message(more, {**values, "left_out": _counted(left_out, one, many)})


def _counted(count: int, one: str, more: str) -> Message:
    return Message(one) if count == 1 else message(more, count=count)


def words_left_out(table: OpenedTable) -> Message | None:
    """Why the last column is no target, though most tables have it there; None where it can be."""
    last = table.columns[-1]
    if last.kind is not ColumnKind.WORDS:
        return None
    return message("Column {name} has more than two words: it is no target.", name=own(last.name))
