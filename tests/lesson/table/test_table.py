"""Tables that a person opens: what their columns are, and which points they give."""

import random
import subprocess
import sys
from contextlib import suppress

import numpy as np
import pytest

from gd_visualizer.lesson.file.refusal import LessonError
from gd_visualizer.lesson.table.chosen import Chosen, choose, differ_widely, suggested
from gd_visualizer.lesson.table.lesson import CLASS_VALUES, lesson_of
from gd_visualizer.lesson.table.opened import ColumnKind, open_table

ROOMS = """area;town;balcony;price
52,5;Jena;no;180
75;Jena;yes;n/a
38;Erfurt;yes;131
;Weimar;no;340
91;Jena;no;300
"""
HOSTILE = 5_000
PIECES = [
    *("1", "2.5", "-3", "1e5", "1e999", "nan", "inf", "0x10", "1.234", "1,5", "1_0", "−4", "", " "),
    *("yes", "no", "maybe", "ä", "\x00", "\ufeff", '"', '""', "'", "=1+1", "N/A", "?", "-", "12 %"),
    *(",", ";", "\t", "\n", "\r\n", "\r", "sep=;\n", ",,,", '"a\nb"', "\u2028", "9" * 400),
]
LARGE = """
import resource, sys
from gd_visualizer.lesson.file.refusal import LessonError
from gd_visualizer.lesson.table.chosen import choose, suggested
from gd_visualizer.lesson.table.opened import open_table
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before = peak()
for row in (",".join(["12"] * 200), '"', "ä,ö"):
    content = ((row + "\\n").encode() * (10_000_000 // (len(row.encode()) + 1)))[:9_999_999]
    try:
        table = open_table(content, "t")
        choose(table, *suggested(table), (0.0, 1.0))
    except LessonError:
        pass
sys.stdout.write(str(peak() - before))
"""


def chosen(text: str) -> Chosen:
    table = open_table(text.encode(), "t.csv")
    return choose(table, *suggested(table), CLASS_VALUES)


def test_the_columns_of_a_spreadsheet_s_table_are_known_by_what_they_hold() -> None:
    table = open_table(ROOMS.encode(), "rooms.csv")
    assert [(one.name, one.kind.value) for one in table.columns] == [
        ("area", "numbers"),
        ("town", "words"),
        ("balcony", "classes"),
        ("price", "numbers"),
    ]
    assert (table.rows, table.header) == (5, True)
    assert suggested(table) == ((0,), (3,))


def test_rows_with_a_gap_are_left_out_and_counted() -> None:
    data, left_out = chosen(ROOMS)
    assert data.X.tolist() == [[52.5], [38], [91]]
    assert data.y.tolist() == [[180], [131], [300]]
    assert (left_out, data.inputs, data.targets) == (2, ("area",), ("price",))


def test_two_words_are_two_classes_in_the_order_in_which_they_come() -> None:
    table = open_table(ROOMS.encode(), "rooms.csv")
    data, left_out = choose(table, [0], [2], (-1.0, 1.0))
    assert (data.classes, left_out) == (("no", "yes"), 1)
    assert data.y[:, 0].tolist() == [-1, 1, 1, -1]
    assert lesson_of(data, "rooms").loss.name == "binary cross-entropy"


@pytest.mark.parametrize(
    ("text", "header", "rows"),
    [
        ("1,2\n3,4\n", False, 2),
        ("x,y\n3,4\n", True, 1),
        ("5.1,setosa\n4.9,virginica\n", False, 2),
        ("length,kind\n5.1,setosa\n", True, 1),
        ("n\n1\n\n2\n", True, 2),
        ("1\t2\n3\n", False, 2),
    ],
)
def test_a_first_row_of_names_is_told_from_one_of_values(text, header, rows) -> None:  # type: ignore[no-untyped-def]
    table = open_table(text.encode(), "t.csv")
    assert (table.header, table.rows) == (header, rows)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "t.csv: expected a table, got an empty file"),
        ("a,b\n", "t.csv: expected rows of numbers below the header, got none"),
        (
            "a,b\n1,2,3\n",
            "t.csv: line 2: expected as many cells as in the first row, 2, got 3; decimal",
        ),
        ("rose\ntulip\nlily\n", "t.csv: expected at least one input"),
        ("a;b\n1.234;2\n", "t.csv: line 2, column a: '1.234' may be 1.234 or 1234"),
        ("a,b\n1,\n2,\n", "t.csv: expected at least one input"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(LessonError) as refused:
        chosen(text)
    assert str(refused.value).startswith(sentence)


def test_a_table_of_a_spreadsheet_on_windows_is_read_in_its_own_letters() -> None:
    table = open_table("Größe;Preis €\n1,5;2\n2;3\n".encode("cp1252"), "t.csv")
    assert [column.name for column in table.columns] == ["Größe", "Preis €"]
    with pytest.raises(LessonError, match="UTF-8"):
        open_table(bytes(range(256)), "t.csv")


def test_hostile_tables_are_read_or_refused_in_a_sentence() -> None:
    drawn = random.Random(17)
    read = 0
    for _ in range(HOSTILE):
        content = hostile(drawn)
        with suppress(LessonError):
            data, _ = chosen_bytes(content)
            assert np.isfinite(data.X).all()
            assert np.isfinite(data.y).all()
            read += 1
    assert read > HOSTILE / 10


def hostile(drawn: random.Random) -> bytes:
    """A table with foreign pieces in it, pieces alone, or bytes."""
    if drawn.random() < 0.1:
        return bytes(drawn.randrange(256) for _ in range(drawn.randrange(80)))
    text = ROOMS if drawn.random() < 0.6 else ""
    for piece in drawn.choices(PIECES, k=drawn.randrange(6 if text else 60)):
        at = drawn.randrange(len(text) + 1)
        text = text[:at] + piece + text[at:]
    return text.encode("utf-8", "surrogatepass")


def chosen_bytes(content: bytes) -> Chosen:
    table = open_table(content, "t.csv")
    return choose(table, *suggested(table), CLASS_VALUES)


@pytest.mark.skipif(sys.platform == "win32", reason="the peak is asked of Unix")
def test_the_largest_tables_take_less_than_200_mb() -> None:
    command = [sys.executable, "-c", LARGE]
    told = subprocess.run(command, capture_output=True, check=True, text=True)
    assert float(told.stdout) < 200


def test_inputs_that_differ_more_than_thirtyfold_are_found() -> None:
    assert differ_widely(np.array([[1.0, 40.0], [2.0, 61.0]]))
    assert not differ_widely(np.array([[1.0, 20.0], [2.0, 30.0]]))
    assert not differ_widely(np.array([[1.0, 0.0], [2.0, 0.0]]))


def test_the_lesson_of_a_table_goes_down_at_once() -> None:
    lesson = lesson_of(chosen(ROOMS).data, "rooms")
    loss, gradient = lesson.objective.evaluate(lesson.start)
    after = lesson.start - lesson.settings.rate.value * gradient
    assert lesson.objective.evaluate(after)[0] < 0.2 * loss
    assert lesson.network.layers == (1, 1)


def test_a_kind_of_column_that_cannot_serve_is_refused() -> None:
    table = open_table(ROOMS.encode(), "rooms.csv")
    assert table.columns[1].kind is ColumnKind.WORDS
    with pytest.raises(LessonError, match="column town: expected numbers or two words"):
        choose(table, [0], [1], CLASS_VALUES)
