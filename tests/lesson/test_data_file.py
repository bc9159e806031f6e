"""A lesson's CSV file: which columns are read, and what is refused in it."""

from pathlib import Path

import numpy as np
import pytest

from gd_visualizer.lesson.format import parse_lesson
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.refusal import LessonError

Column = str | int


def lesson(folder: Path, inputs: list[Column], target: Column, file: str = "h.csv") -> Lesson:
    text = f"""
    format = 1
    title = "T"
    [network]
    layers = [{len(inputs)}, 1]
    [data]
    file = '{file}'
    input_columns = {inputs!r}
    target_columns = [{target!r}]
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
    "with long rows": ("area,rooms,price\n1,2,3,4\n4,5,6,7,8", ["rooms", "area"], "price"),
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
        "h.csv: line 2, column area: expected a number, got '1,5'",
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
