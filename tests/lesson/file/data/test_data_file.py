"""A lesson's CSV file: which columns are read, and what is refused in it."""

import csv
import io
import re
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gd_visualizer.lesson.file.reader import parse_lesson
from gd_visualizer.lesson.file.refusal import LessonError
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.catalogue import find

Column = str | int


def lesson(
    folder: Path, inputs: list[Column], target: Column, file: str = "h.csv", more: str = ""
) -> Lesson:
    text = f"""
    format = 1
    title = "T"
    [network]
    layers = [{len(inputs)}, 1]
    [data]
    file = '{file}'
    input_columns = {inputs!r}
    target_columns = [{target!r}]
    {more}
    [start]
    random = {{}}
    """
    return parse_lesson(text.encode(), "x.toml", folder)


def message(folder: Path, inputs: list[Column], target: Column, file: str = "h.csv") -> str:
    with pytest.raises(LessonError) as caught:
        lesson(folder, inputs, target, file)
    assert str(caught.value).isprintable()
    return str(caught.value)


def write(folder: Path, content: str | bytes) -> Path:
    content = content if isinstance(content, bytes) else content.encode()
    (folder / "h.csv").write_bytes(content)
    return folder


READ = {
    "by name": ("area,rooms,price\n1,2,3\n4,5,6\n", ["rooms", "area"], "price"),
    "by number under a header": ("area,rooms,price\n1,2,3\n4,5,6\n", [2, 1], 3),
    "by number without a header": ("1,2,3\n4,5,6", [2, 1], 3),
    "by name and number": ("area,rooms,price\n1,2,3\n4,5,6\n", ["rooms", 1], 3),
    "with text in other columns": ("1,2,3,red\n4,5,6,blue\n", [2, 1], 3),
    "with a byte order mark": (b"\xef\xbb\xbfarea,rooms,price\n1,2,3\n4,5,6", ["rooms", "area"], 3),
    "with Windows line ends": ("area,rooms,price\r\n1,2,3\r\n4,5,6\r\n", ["rooms", "area"], 3),
    "with blank lines": ("\narea,rooms,price\n\n1,2,3\n  \n4,5,6\n\n", ["rooms", "area"], 3),
    "with spaces and quotes": ('area, rooms ,"price"\n 1,"2",3\n4, 5 ,6', ["rooms", "area"], 3),
    "with long rows": ("area;rooms;price\n1;2;3;4\n4;5;6;7;8", ["rooms", "area"], "price"),
    "with rows longer by empty cells": ("area,rooms,price\n1,2,3,\n4,5,6,,", [2, 1], "price"),
    "with empty rows": ("area;rooms;price\n1;2;3\n;;\n4;5;6\n;;\n\n", ["rooms", "area"], 3),
    "with quoted names": ('"area, m²";"rooms";"price"\n1;2;3\n4;5;6', [2, "area, m²"], "price"),
    "with commas in quotes": ('"a,b",rooms,price\n1,2,3\n4,5,6', ["rooms", "a,b"], "price"),
    "with semicolons in a text": ("area,rooms,price,x\n1,2,3,a;b\n4,5,6,c;d", [2, 1], "price"),
    "with its sign told": ("sep=;\narea;rooms;price\n1;2;3\n4;5;6", ["rooms", "area"], "price"),
    "in UTF-16": ("area\trooms\tprice\r\n1\t2\t3\r\n4\t5\t6".encode("utf-16"), [2, 1], "price"),
    "in UTF-16 without a mark": ("area;rooms;price\n1;2;3\n4;5;6".encode("utf-16-be"), [2, 1], 3),
    "by names that are numbers": ("7,8,9\n1,2,3\n4,5,6\n", ["8", "7"], "9"),
    "with other names twice": ("x,rooms,x,area,price\n9,2,9,1,3\n9,5,9,4,6", ["rooms", "area"], 5),
}


@pytest.mark.parametrize("way", READ)
def test_columns_are_read(way: str, tmp_path: Path) -> None:
    content, inputs, target = READ[way]
    objective = lesson(write(tmp_path, content), inputs, target).objective
    assert objective.X.tolist() == [[2, 1], [5, 4]]
    assert objective.y.tolist() == [[3], [6]]
    assert not objective.X.flags.writeable


REFUSED = {
    "no such column": (
        "a,b\n1,2\n",
        "x.toml: data.input_columns[1]: expected a column of h.csv, a or b, got 'area'",
    ),
    "a column twice": (
        "area,area,b\n1,2,3\n",
        "x.toml: data.input_columns[1]: expected a name that only one column of h.csv has, "
        "got 'area'",
    ),
    "a number past the last column": (
        "area\n1\n",
        "x.toml: data.target_columns[1]: expected a column of h.csv, which has 1, got 2",
    ),
    "a word": ("area,b\n1,2\n\nabc,4", "h.csv: line 4, column area: expected a number, got 'abc'"),
    "a line end in a cell": (
        'area,b\n"1\n",2\n3,"\n"',
        "h.csv: line 4, column b: expected a number, got ''",
    ),
    "nan": ("area,b\n1,nan", "h.csv: line 2, column b: expected a number, got 'nan'"),
    "inf": ("area,b\n1,-inf", "h.csv: line 2, column b: expected a number, got '-inf'"),
    "an overflow": ("area,b\n1,1e999", "h.csv: line 2, column b: expected a number, got '1e999'"),
    "an underscore": ("area,b\n1_0,2", "h.csv: line 2, column area: expected a number, got '1_0'"),
    "a decimal comma": (
        'area,b\n"1,5",2',
        "h.csv: line 2, column area: expected a decimal point, because commas stand between "
        "columns, got '1,5'",
    ),
    "decimal commas between commas": (
        "area,b\n1,5,2\n",
        "h.csv: line 2: expected as many cells as in the first row, 2, got 3; decimal commas need "
        "semicolons or tabs between columns",
    ),
    "both decimal marks": (
        "area;b\n1,5;2\n3;2.5\n",
        "h.csv: line 3, column b: expected one decimal mark in all numbers, got '2.5' after '1,5'",
    ),
    "points that may part thousands": (
        "area;b\n1;2.500\n3;4\n",
        "h.csv: line 2, column b: '2.500' may be 2.5 or 2500; say which mark is decimal in "
        '[data], decimal = "."',
    ),
    "commas that may part thousands": (
        'area\tb\n1\t"2,500"\n3\t"14,000"\n',
        "h.csv: line 2, column b: '2,500' may be 2.5 or 2500; say which mark is decimal in "
        '[data], decimal = ","',
    ),
    "groups of thousands": (
        "area;b\n1,5;1.234,5\n",
        "h.csv: line 2, column b: expected a number without marks between its thousands, got "
        "'1.234,5'",
    ),
    "two signs that serve alike": (
        "area;b,c\nx;y,z\n",
        "h.csv: commas and semicolons both make columns of it; expected one of them between "
        "columns",
    ),
    "half of UTF-16": (
        b"\xff\xfea",
        "h.csv: expected text in UTF-8 or UTF-16, got neither",
    ),
    "other digits": ("area,b\n١,2", "h.csv: line 2, column area: expected a number, got '١'"),
    "a short row": ("area,b\n1", "h.csv: line 2, column b: expected a number, got a row of 1"),
    "an open quote": (
        'area,b\n1,2\n3,"4\n',
        "h.csv: line 3: not valid CSV: unexpected end of data",
    ),
    "bad UTF-8": (
        b"area,b\n1,\xff",
        "h.csv: line 2, column 3: expected text in UTF-8, got the byte 0xff",
    ),
    "an empty file": ("", "h.csv: expected rows of numbers, got an empty file"),
    "blank lines only": ("\n\n", "h.csv: expected rows of numbers, got an empty file"),
    "a header only": ("area,b\n", "h.csv: expected rows of numbers below the header, got none"),
    "too many rows": (
        "area,b\n" + "1,2\n" * 100_001,
        "h.csv: line 100002: expected at most 100,000 rows of numbers",
    ),
    "a huge file": (
        b"\n" * 10_000_001,
        "x.toml: data.file: 'h.csv': expected at most 10,000,000 bytes, got 10,000,001",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_table_is_refused_in_this_sentence(kind: str, tmp_path: Path) -> None:
    content, sentence = REFUSED[kind]
    assert message(write(tmp_path, content), ["area"], 2) == sentence


def test_a_column_without_a_header_is_called_by_its_number(tmp_path: Path) -> None:
    write(tmp_path, "1,2\n3,x\n")
    assert message(tmp_path, [1], 2) == "h.csv: line 2, column 2: expected a number, got 'x'"


def test_nan_in_the_first_row_makes_it_no_header(tmp_path: Path) -> None:
    write(tmp_path, "nan,2\n3,4\n")
    assert message(tmp_path, [1], 2) == "h.csv: line 1, column 1: expected a number, got 'nan'"


@pytest.mark.parametrize(
    "file", ["../h.csv", "a/../../h.csv", "/etc/hosts", "C:\\h.csv", "\\\\a\\b\\h.csv", "..\\h.csv"]
)
def test_a_table_outside_the_folder_is_refused(file: str, tmp_path: Path) -> None:
    sentence = "x.toml: data.file: expected a file in the lesson's folder or below it, got "
    assert message(tmp_path, [1], 2, file) == f"{sentence}{file!r}"


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    write(tmp_path, "1,2")
    try:
        (inside / "h.csv").symlink_to(tmp_path / "h.csv")
    except OSError:
        pytest.skip("links need a right that this user does not have")
    assert message(inside, [1], 2) == (
        "x.toml: data.file: expected a file in the lesson's folder or below it, got 'h.csv'"
    )


def test_a_table_below_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    write(tmp_path / "data", "1,2")
    assert lesson(tmp_path, [1], 2, "data/h.csv").objective.X.tolist() == [[1]]


def test_a_table_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert message(tmp_path, [1], 2, "h.csv") == "x.toml: data.file: 'h.csv': no such file"
    assert message(tmp_path, [1], 2, "folder") == (
        "x.toml: data.file: 'folder': expected a file, got a folder"
    )


def test_a_hundred_thousand_rows_come_back_bit_for_bit(tmp_path: Path) -> None:
    values = np.random.default_rng(0).normal(size=(100_000, 2))
    write(tmp_path, "\n".join(f"{a!r},{b!r}" for a, b in values.tolist()))
    objective = lesson(tmp_path, [1], 2).objective
    assert np.hstack((objective.X, objective.y)).tobytes() == values.tobytes()


def test_the_spreadsheet_of_half_of_europe_is_read_and_told(tmp_path: Path) -> None:
    write(tmp_path, "area;rooms;price\r\n105;3;137,1\r\n84;1;93,9\r\n62;1;44,9\r\n")
    rooms = lesson(tmp_path, ["area", "rooms"], "price")
    assert rooms.objective.X.tolist() == [[105, 3], [84, 1], [62, 1]]
    assert rooms.objective.y.tolist() == [[137.1], [93.9], [44.9]]
    assert rooms.found is not None
    assert rooms.found.english == "h.csv: read with semicolons between columns and decimal commas"
    write(tmp_path, "area,rooms,price\n105,3,137.1\n")
    assert lesson(tmp_path, ["area", "rooms"], "price").found is None


def test_what_may_be_thousands_is_read_where_the_lesson_says_which_mark_is_decimal(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a;b\n1,250;2,500\n")
    read = lesson(tmp_path, ["a"], "b", more='decimal = ","').objective
    assert (read.X.tolist(), read.y.tolist()) == ([[1.25]], [[2.5]])
    with pytest.raises(LessonError, match="expected a decimal point, got '1,250'"):
        lesson(tmp_path, ["a"], "b", more='decimal = "."')
    with pytest.raises(LessonError, match=r"data.decimal: expected \. or ,, got ';'"):
        lesson(tmp_path, ["a"], "b", more='decimal = ";"')


NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32).map(
    lambda value: round(float(value), 6)
)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(NUMBERS, min_size=width, max_size=width), min_size=1, max_size=8
    )
)
MAY_BE_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")


@given(
    table=TABLES,
    between=st.sampled_from(",;\t"),
    mark=st.sampled_from(".,"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]),
    ending=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    header=st.booleans(),
    trailing=st.sampled_from(["", "\n\n", "  \n"]),
)
def test_any_table_of_numbers_reads_back_whatever_way_it_is_written(
    table: list[list[float]],
    between: str,
    mark: str,
    encoding: str,
    ending: str,
    quoting: Literal[0, 1],
    header: bool,
    trailing: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assume((between, mark) != (",", ","))
    texts = [[repr(value).replace(".", mark) for value in row] for row in table]
    translatable = [text for row in texts for text in row if mark in text]
    unsure = between != "," and translatable and all(map(MAY_BE_THOUSANDS.fullmatch, translatable))
    names = [f"x{place}" for place in range(len(table[0]))]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=between, lineterminator=ending, quoting=quoting)
    writer.writerows([names, *texts] if header else texts)
    folder = tmp_path_factory.mktemp("table")
    (folder / "h.csv").write_bytes((out.getvalue() + trailing).encode(encoding))
    columns: list[Column] = list(names) if header else list(range(1, len(names) + 1))
    read = lambda: lesson(folder, columns[:-1], columns[-1])  # noqa: E731
    if unsure:
        with pytest.raises(LessonError, match="say which mark is decimal"):
            read()
    else:
        objective = read().objective
        assert np.hstack([objective.X, objective.y]).tolist() == table


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "area;rooms;price\n105;3;137,1\n",
            "this is a table with the columns area, rooms and price; a lesson names it in [data], "
            'as in file = "h.csv", input_columns = ["area", "rooms"], target_columns = ["price"]',
        ),
        (
            "1,2.5\n3,4.5\n",
            "this is a table with the columns 1 and 2; a lesson names it in [data], as in "
            'file = "h.csv", input_columns = [1], target_columns = [2]',
        ),
        ("\n", "expected a lesson, got an empty table"),
    ],
)
def test_a_table_in_a_lesson_s_place_is_told_how_a_lesson_names_it(
    content: str, sentence: str, tmp_path: Path
) -> None:
    path = write(tmp_path, content) / "h.csv"
    with pytest.raises(LessonError) as caught:
        find(str(path))
    assert str(caught.value) == f"{path}: {sentence}"
