"""The command line: what it prints and writes, and how it refuses."""

import csv
import io
import math
import os
import re
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import gd_visualizer
from gd_visualizer.cli import main as cli
from gd_visualizer.lesson.library.built_in import BUILT_IN, LECTURE, resources_folder
from gd_visualizer.lesson.library.catalogue import find, load

ROOT = Path(gd_visualizer.__file__).parents[1]
LESSONS = resources_folder() / "lessons"
TWO_INPUTS = """\
step,loss,learning_rate,gradient_norm,w1_1_1,w1_2_1
0,25.0,0.01,50.0,1.0,2.0
1,6.25,0.01,25.0,0.7,1.6
"""
WITH_BIASES = """
format = 1
title = "Biases"
summary = ""
[network]
layers = [1, 2, 1]
activations = "tanh"
biases = true
[data]
inputs = [[0.1], [0.7]]
targets = [0.2, -0.4]
[start]
random = { seed = 3 }
[descent]
learning_rate = "1/9"
optimizer = "adam"
batch_size = 1
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and no display."""
    monkeypatch.chdir(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*arguments: str) -> int:
    return cli.run(arguments)


def export(lesson: str, out: str = "out.csv", *more: str) -> str:
    """The text of a table."""
    assert run("export", lesson, "--output", out, *more) == 0
    return Path(out).read_bytes().decode("utf-8")


def rows(text: str) -> tuple[list[str], list[list[str]]]:
    header, *body = csv.reader(io.StringIO(text))
    return header, body


def program(
    *arguments: str, folder: Path | None = None, shell: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The program as its own process, somewhere, with nothing in its environment."""
    settings = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "PYTHONWARNINGS": "error"}
    command: Sequence[str] = [sys.executable, "-m", "gd_visualizer", *arguments]
    if shell:
        command = ["sh", "-c", f'"$@" {shell}', "sh", *command]
    return subprocess.run(
        command,
        cwd=folder,
        env=settings | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


# What it lists.


def test_lessons_lists_the_id_and_title_of_each_lesson_in_the_order_of_the_course(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("lessons") == 0
    out, error = capsys.readouterr()
    assert [line.split("\t") for line in out.splitlines()] == [
        [id, load(id).title] for id in BUILT_IN
    ]
    assert (len(LECTURE), len(BUILT_IN)) == (13, 20)
    assert error == ""


def test_the_version_and_the_help_of_each_word_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    told = {("--version",): "0.1.0", ("--help",): "export", ("export", "--help"): "--x-range"}
    for arguments, words in told.items():
        with pytest.raises(SystemExit) as leaving:
            run(*arguments)
        assert not leaving.value.code
        out, error = capsys.readouterr()
        assert words in out
        assert error == ""


# The table of the run.


def test_the_table_of_two_inputs_after_one_step_is_the_lecture_s(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "two-inputs", "--steps", "1", "--output", "out.csv") == 0
    assert Path("out.csv").read_bytes() == TWO_INPUTS.encode()
    assert capsys.readouterr() == ("", "")
    assert os.listdir(folder) == ["out.csv"]


def test_a_table_has_a_column_per_parameter_in_theta_s_order() -> None:
    Path("my.toml").write_text(WITH_BIASES)
    header, body = rows(export("my.toml", "out.csv", "--steps=7"))
    assert header[:5] == ["step", "epoch", "loss", "learning_rate", "gradient_norm"]
    assert header[5:] == ["w1_1_1", "w1_1_2", "b1_1", "b1_2", "w2_1_1", "w2_2_1", "b2_1"]
    assert [row[0] for row in body] == [str(k) for k in range(8)]
    assert [row[1] for row in body] == [
        "0",
        "1",
        "1",
        "2",
        "2",
        "3",
        "3",
        "4",
    ]  # 2 points, 1 a step
    assert {row[3] for row in body} == {repr(1 / 9)}


def test_every_number_of_a_table_reads_back_to_the_same_float_and_is_the_row_s_own() -> None:
    Path("my.toml").write_text(WITH_BIASES)
    _, body = rows(export("my.toml", "out.csv", "--steps", "5"))
    objective = find("my.toml").objective
    for row in body:
        assert [repr(float(text)) for text in row[2:]] == row[2:]
        loss, gradient = objective.evaluate(np.array([float(text) for text in row[5:]]))
        assert float(row[2]) == loss
        assert float(row[4]) == pytest.approx(np.linalg.norm(gradient), rel=1e-14)


@pytest.mark.parametrize(
    ("lesson", "steps"),
    [
        ("many-steps", 40),
        ("learning-rate", 20),
        ("baseline", 50),
        ("slope", 50),
        ("two-inputs", 36),
    ],
)
def test_without_steps_a_lesson_goes_to_its_stop_or_a_flat_place_else_fifty_steps(
    lesson: str, steps: int
) -> None:
    _, body = rows(export(lesson))
    assert len(body) == steps + 1


@pytest.mark.parametrize("steps", [0, 1, 60])
@pytest.mark.parametrize("lesson", ["many-steps", "slope", "loss-function"])
def test_with_steps_exactly_so_many_are_taken_whatever_the_stop(lesson: str, steps: int) -> None:
    _, body = rows(export(lesson, "out.csv", "--steps", str(steps)))
    assert [row[0] for row in body] == [str(k) for k in range(steps + 1)]


def test_a_flat_place_does_not_end_the_steps_that_are_asked_for() -> None:
    _, body = rows(export("two-inputs", "out.csv", "--steps", "100"))
    assert len(body) == 101
    assert float(body[-1][1]) < 1e-25


def test_a_descent_that_flies_off_ends_with_its_last_finite_row_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, body = rows(export("learning-rate", "out.csv", "--steps", "1000"))
    assert len(body) == 125
    assert all(math.isfinite(float(text)) for row in body for text in row)
    assert float(body[-1][1]) > 1e300
    out, error = capsys.readouterr()
    assert out == ""
    assert len(error.splitlines()) == 1
    assert "124" in error
    assert "out.csv" in error


# The table of a slice.


def test_a_slice_over_two_parameters_has_the_first_slowest_ends_included_and_true_losses() -> None:
    text = export("two-inputs", "out.csv", "--view", "map", "--steps", "3", "--grid", "4")
    header, body = rows(text)
    assert header == ["w1_1_1", "w1_2_1", "loss"]
    line = [-2.0, 0.0, 2.0, 4.0]
    assert [tuple(map(float, row[:2])) for row in body] == [(a, b) for a in line for b in line]
    for a, b, loss in ([float(text) for text in row] for row in body):
        assert loss == pytest.approx((3 * a + 4 * b - 6) ** 2, rel=1e-12, abs=1e-12)
    assert all(repr(float(text)) == text for row in body for text in row)


def test_a_slice_holds_the_other_parameters_as_they_stand_after_the_last_step() -> None:
    _, run_rows = rows(export("through-a-layer", "run.csv", "--steps", "2"))
    theta = np.array([float(text) for text in run_rows[-1][4:]])
    text = export(
        "through-a-layer",
        "out.csv",
        *("--view=slope", "--axes=w2_2_1", "--steps=2", "--grid=5", "--x-range=-1.5,2.5"),
    )
    header, body = rows(text)
    assert header == ["w2_2_1", "loss"]
    assert [float(row[0]) for row in body] == [-1.5, -0.5, 0.5, 1.5, 2.5]
    objective = load("through-a-layer").objective
    for weight, loss in body:
        theta[5] = float(weight)
        assert float(loss) == pytest.approx(objective.loss_at(theta), rel=1e-12)


def test_axes_can_be_given_in_either_order_and_over_biases() -> None:
    Path("my.toml").write_text(WITH_BIASES)
    more = ("--view=3d", "--axes= b2_1,w1_1_1", "--grid=2", "--x-range=0,1", "--y-range=-1,0")
    header, body = rows(export("my.toml", "out.csv", *more))
    assert header == ["b2_1", "w1_1_1", "loss"]
    assert [row[:2] for row in body] == [
        ["0.0", "-1.0"],
        ["0.0", "0.0"],
        ["1.0", "-1.0"],
        ["1.0", "0.0"],
    ]


def test_without_grid_a_slice_has_a_hundred_and_one_samples_along_each_axis() -> None:
    assert len(rows(export("slope", "out.csv", "--view", "slope"))[1]) == 101
    assert len(rows(export("two-inputs", "map.csv", "--view", "map"))[1]) == 101**2


def test_a_loss_that_is_not_finite_leaves_its_cell_empty() -> None:
    source = WITH_BIASES.replace('"tanh"', '"relu"').replace("biases = true", "")
    Path("my.toml").write_text(source)
    more = ("--view=map", "--axes=w1_1_1,w2_1_1", "--grid=3", "--x-range=1,1e100")
    _, body = rows(export("my.toml", "big.csv", "--steps=0", *more, "--y-range=1,1e100"))
    assert body[-1][2] == ""
    assert all(len(row) == 3 for row in body)
    assert math.isfinite(float(body[0][2]))


# Pictures.


@pytest.mark.parametrize(
    ("out", "start"),
    [("a.png", b"\x89PNG"), ("a.PNG", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.Pdf", b"%PDF-")],
)
def test_the_suffix_picks_the_format_in_any_case(out: str, start: bytes) -> None:
    assert run("export", "slope", "--output", out, "--size", "80X50", "--view", "slope") == 0
    content = Path(out).read_bytes()
    assert content.startswith(start)
    if start == b"\x89PNG":
        assert struct.unpack(">II", content[16:24]) == (80, 50)


def test_force_replaces_a_file_and_leaves_no_other(folder: Path) -> None:
    Path("out.csv").write_text("mine")
    export("two-inputs", "out.csv", "--steps", "1", "--force")
    assert Path("out.csv").read_text() == TWO_INPUTS
    assert os.listdir(folder) == ["out.csv"]


# How it refuses.

BAD = {
    "unknown word": ("paint", ""),
    "word in capitals": ("LESSONS", ""),
    "abbreviated word": ("exp two-inputs -o x.csv", "two-inputs"),
    "too much for lessons": ("lessons two-inputs", "two-inputs"),
    "no lesson": ("export --output x.csv", "LESSON"),
    "no output": ("export two-inputs", "--output"),
    "two lessons": ("export two-inputs slope -o x.csv", "slope"),
    "unknown option": ("export two-inputs -o x.csv --colour red", "--colour"),
    "abbreviated option": ("export two-inputs --out x.csv", "--out"),
    "option without value": ("export two-inputs -o x.csv --steps", "--steps"),
    "no suffix": ("export two-inputs -o out", "--output out .png .svg .pdf .csv"),
    "unknown suffix": ("export two-inputs -o x.bmp", "x.bmp .png .svg .pdf .csv"),
    "suffix alone": ("export two-inputs -o .png", "--output .png .svg"),
    "empty output": (["export", "two-inputs", "-o", ""], "--output .png"),
    "output in a missing folder": ("export two-inputs -o no/x.csv", "no/x.csv folder"),
    "output exists": ("export two-inputs -o old.csv", "old.csv exists --force"),
    "output exists, of a descent that flies off": (
        "export learning-rate --steps 1000 -o old.csv",
        "old.csv exists --force",
    ),
    "output is a folder": ("export two-inputs -o folder.png", "folder.png folder"),
    "output is a folder, force": ("export two-inputs -o folder.png --force", "folder.png folder"),
    "output below a file": ("export two-inputs -o old.csv/x.csv", "old.csv/x.csv folder"),
    "output too long": (f"export two-inputs -o {'n' * 300}.csv", "nnn.csv long"),
    "negative steps": ("export two-inputs -o x.csv --steps -1", "--steps -1 whole"),
    "half steps": ("export two-inputs -o x.csv --steps 1.5", "--steps 1.5 whole"),
    "steps as 1e3": ("export two-inputs -o x.csv --steps 1e3", "--steps 1e3 whole"),
    "too many steps": ("export two-inputs -o x.csv --steps 1000001", "--steps 1,000,000"),
    "huge steps": (f"export two-inputs -o x.csv --steps {'9' * 5000}", "--steps 1,000,000"),
    "no steps": (["export", "two-inputs", "-o", "x.csv", "--steps", ""], "--steps whole"),
    "steps in Arabic": ("export two-inputs -o x.csv --steps ٣", "--steps ٣ whole"),
    "steps with a line": ("export two-inputs -o x.csv --steps 1_000", "--steps 1_000 whole"),
    "one size": ("export two-inputs -o x.png --size 800", "--size 800 WIDTHxHEIGHT"),
    "three sizes": ("export two-inputs -o x.png --size 8x8x8", "--size 8x8x8 WIDTHxHEIGHT"),
    "size with a star": ("export two-inputs -o x.png --size 8*8", "--size 8*8 WIDTHxHEIGHT"),
    "size of nothing": ("export two-inputs -o x.png --size 0x5", "--size 0x5 WIDTHxHEIGHT"),
    "negative size": ("export two-inputs -o x.png --size=-5x5", "--size -5x5 WIDTHxHEIGHT"),
    "broken size": ("export two-inputs -o x.png --size 1.5x2", "--size 1.5x2 WIDTHxHEIGHT"),
    "size with blanks": (
        ["export", "two-inputs", "-o", "x.png", "--size", "8 x 8"],
        "--size WIDTHxHEIGHT",
    ),
    "too wide": ("export two-inputs -o x.png --size 10001x5", "--size 10001x5 10,000"),
    "too high": ("export two-inputs -o x.png --size 5x10001", "--size 5x10001 10,000"),
    "unknown view": ("export two-inputs -o x.png --view side", "--view side loss-curve network"),
    "table of a network": ("export two-inputs -o x.csv --view network", "--view network .png"),
    "axes of the loss curve": ("export two-inputs -o x.csv --axes w1_1_1", "--axes slope map 3d"),
    "range of the network": (
        "export two-inputs -o x.png --view network --x-range=0,1",
        "--x-range",
    ),
    "grid of the loss curve": ("export two-inputs -o x.csv --grid 5", "--grid slope map 3d"),
    "unknown axis": ("export two-inputs -o x.csv --view map --axes w1_1_1,w9_9_9", "--axes w9_9_9"),
    "empty axis": ("export two-inputs -o x.csv --view map --axes w1_1_1,", "--axes w1_1_1"),
    "equal axes": ("export two-inputs -o x.csv --view map --axes w1_1_1,w1_1_1", "--axes two"),
    "one axis for a map": ("export two-inputs -o x.csv --view map --axes w1_1_1", "--axes two map"),
    "two axes for a curve": (
        "export two-inputs -o x.csv --view slope --axes w1_1_1,w1_2_1",
        "--axes one slope",
    ),
    "three axes": ("export baseline -o x.csv --view 3d --axes w1_1_1,w1_2_1,w2_1_1", "--axes two"),
    "a map of one weight": ("export slope -o x.png --view map", "--view map two"),
    "range of nothing": (
        "export two-inputs -o x.csv --view map --x-range=1,1",
        "--x-range LO,HI 1,1",
    ),
    "range backwards": (
        "export two-inputs -o x.csv --view map --x-range=2,1",
        "--x-range LO,HI 2,1",
    ),
    "range nan": ("export two-inputs -o x.csv --view map --x-range=nan,1", "--x-range LO,HI nan"),
    "range to nan": (
        "export two-inputs -o x.csv --view map --y-range=0,nan",
        "--y-range LO,HI nan",
    ),
    "range inf": ("export two-inputs -o x.csv --view map --y-range=0,inf", "--y-range LO,HI inf"),
    "range 1e999": ("export two-inputs -o x.csv --view map --y-range=0,1e999", "--y-range LO,HI"),
    "one number": ("export two-inputs -o x.csv --view map --y-range=3", "--y-range LO,HI 3"),
    "three numbers": ("export two-inputs -o x.csv --view map --y-range=1,2,3", "--y-range LO,HI"),
    "words for a range": ("export two-inputs -o x.csv --view map --y-range=a,b", "--y-range LO,HI"),
    "loss range of a table": (
        "export two-inputs -o x.csv --view slope --y-range=0,1",
        "--y-range table",
    ),
    "grid of one": ("export two-inputs -o x.csv --view map --grid 1", "--grid 1 2"),
    "grid too large": ("export two-inputs -o x.csv --view map --grid 2002", "--grid 2002 2001"),
    "grid much too large": ("export slope -o x.csv --view slope --grid 100002", "--grid 100,001"),
    "unknown lesson": ("export gradients -o x.csv", "gradients baseline"),
    "missing file": ("export no.toml -o x.csv", "no.toml no such file"),
    "missing file by path": ("export ./two-inputs -o x.csv", "two-inputs no such file"),
    "folder as lesson": ("export ./folder.png -o x.csv", "folder.png folder"),
    "broken TOML": ("export broken.toml -o x.csv", "broken.toml line 2 column"),
    "not a lesson": ("export old.csv -o x.csv", "old.csv"),
    "lesson out of range": ("export wrong.toml -o x.csv", "wrong.toml learning_rate above"),
    "bytes as lesson": ("export bytes.toml -o x.csv", "bytes.toml UTF-8"),
    "device as lesson": ("export /dev/zero -o x.csv", "/dev/zero file"),
    "new line in output": (["export", "two-inputs", "-o", "a\nb.bmp"], "--output .png"),
    "new line in lesson": (["export", "a\nb.toml", "-o", "x.csv"], "no such file"),
    "new line in a word": (["a\nb\r\nc"], ""),
    "escape in view": (
        ["export", "two-inputs", "-o", "x.csv", "--view", "\x1b[2Jmap"],
        "--view loss-curve",
    ),
    "escape in an option": (["export", "two-inputs", "-o", "x.csv", "--\x1b[2J\x07"], ""),
    "escape in output": (["export", "two-inputs", "-o", "\x1b]0;x\x07.bmp"], "--output .png"),
    "line separators": (["export", "two-inputs", "-o", "x\u2028y\x85z.bmp"], "--output .png"),
    "surrogates": (["export", "\udce4.toml", "-o", "\udce4.csv"], "no such file"),
}


@pytest.fixture
def furnished(folder: Path) -> dict[str, bytes]:
    """Some files to stumble over."""
    (folder / "folder.png").mkdir()
    (folder / "old.csv").write_text("mine")
    (folder / "broken.toml").write_text("format = 1\ntitle = \n")
    two_inputs = (LESSONS / "two-inputs.toml").read_text("utf-8")
    (folder / "wrong.toml").write_text(
        two_inputs.replace("learning_rate = 0.01", "learning_rate = -1")
    )
    (folder / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() if p.is_file() else b"" for p in folder.iterdir()}


@pytest.mark.parametrize(("line", "words"), BAD.values(), ids=list(BAD))
def test_a_bad_command_line_is_refused_in_one_line_and_nothing_is_written(
    line: str | list[str],
    words: str,
    folder: Path,
    furnished: dict[str, bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = line.split(" ") if isinstance(line, str) else line
    assert run(*arguments) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("gd-visualizer: ")
    assert error.endswith("\n")
    shown = error.removesuffix("\n").encode("ascii", "replace").decode()  # surrogates are '?'
    assert shown.isprintable(), ascii(error)
    assert error.removesuffix("\n").replace("\udce4", "").isprintable(), ascii(error)
    assert "Traceback" not in error
    for word in words.split(" "):
        assert word in error
    assert contents(folder) == furnished


def test_a_line_of_a_thousand_words_is_refused_in_a_line_that_can_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("export", "two-inputs", "-o", "x.csv", *["more"] * 1000) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_descent_that_flies_off_into_a_file_of_two_lines_says_so_in_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("export", "learning-rate", "--steps", "200", "-o", "a\nb\x1b[2J.csv") == 0
    error = capsys.readouterr().err
    assert len(error.splitlines()) == 1
    assert error.removesuffix("\n").isprintable()


def test_a_disk_that_fills_up_is_one_line_too(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    Path("out.csv").write_text("mine")
    monkeypatch.setattr(os, "fsync", full)
    assert run("export", "two-inputs", "-o", "out.csv", "--force") == 2
    error = capsys.readouterr().err
    assert error.splitlines() == ["gd-visualizer: out.csv: the disk is full; nothing was written"]
    assert contents(folder) == {"out.csv": b"mine"}


@pytest.mark.skipif(sys.platform != "linux", reason="Qt finds a display elsewhere by itself")
@pytest.mark.parametrize("arguments", [(), ("two-inputs",)], ids=str)
def test_without_a_display_the_window_is_refused_and_the_words_that_need_none_are_named(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert len(error.splitlines()) == 1
    assert "display" in error
    assert "export" in error


def test_a_table_is_no_lesson_for_a_command_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("rooms.CSV").write_text("area;rooms\n1,5;2\n")
    for line in ("export rooms.CSV -o x.png", "explain rooms.CSV"):
        assert run(*line.split()) == 2
        assert capsys.readouterr().err.splitlines() == [
            "gd-visualizer: rooms.CSV: this is a table with the columns area and rooms; a lesson "
            'names it in [data], as in file = "rooms.CSV", input_columns = ["area"], '
            'target_columns = ["rooms"]'
        ]


@pytest.mark.parametrize("word", ["export rooms.toml -o out.csv", "explain rooms.toml"])
def test_how_a_spreadsheet_s_table_was_read_is_told(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = WITH_BIASES.replace("layers = [1, 2, 1]", "layers = [2, 2, 1]")
    data = source[source.index("inputs") : source.index("[start]")]
    file = 'file = "rooms.csv"\ninput_columns = ["area", 2]\ntarget_columns = ["price"]\n'
    Path("rooms.toml").write_text(source.replace(data, file))
    Path("rooms.csv").write_text("area;rooms;price\n105;3;137,1\n84;1;93,9\n")
    assert run(*word.split()) == 0
    assert capsys.readouterr().err == (
        "gd-visualizer: rooms.csv: read with semicolons between columns and decimal commas\n"
    )


# As its own process.


def test_it_works_without_a_display_in_any_locale_from_any_folder(folder: Path) -> None:
    for locale in ("C", "de_DE.UTF-8"):
        done = program(
            *("export", "two-inputs", "--steps", "1", "--output", "out.csv", "--force"),
            folder=folder,
            LANG=locale,
            LC_ALL=locale,
            LC_NUMERIC=locale,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert Path("out.csv").read_text() == TWO_INPUTS


def test_a_picture_needs_no_display_and_no_home(folder: Path) -> None:
    done = program("export", "two-inputs", "-o", "out.svg", folder=folder, MPLBACKEND="qtagg")
    assert (done.returncode, done.stdout) == (0, "")
    assert Path("out.svg").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_lessons_are_listed_in_any_encoding(encoding: str) -> None:
    done = program("lessons", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == list(BUILT_IN)


@pytest.mark.parametrize(
    "shell",
    [
        "| head -0",
        "| head -1",
        "2>&1 >&-",
        "2>&1 >/dev/full",
    ],
    ids=["head -0", "head -1", "closed", "full"],
)
def test_a_reader_that_leaves_or_is_not_there_is_no_traceback(shell: str) -> None:
    done = program("lessons", shell=shell)
    assert "Traceback" not in done.stdout + done.stderr
    assert "Error" not in done.stdout + done.stderr
    assert (done.returncode != 0) == ("full" in shell)
    assert done.stderr == ""


def test_a_refusal_is_exit_status_two_on_standard_error(folder: Path) -> None:
    done = program("export", "two-inputs", "--output", "x.bmp", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert os.listdir(folder) == []


def test_a_file_named_like_a_lesson_is_reached_by_its_path() -> None:
    source = (LESSONS / "two-inputs.toml").read_text("utf-8")
    Path("two-inputs").write_text(source.replace("[[[1], [2]]]", "[[[5], [7]]]"), "utf-8")
    Path("lessons").write_text(source.replace("[[[1], [2]]]", "[[[8], [9]]]"), "utf-8")
    starts = {"two-inputs": "1.0,2.0", "./two-inputs": "5.0,7.0", "./lessons": "8.0,9.0"}
    for name, start in starts.items():
        text = export(name, "out.csv", "--steps=0", "--force")
        assert text.splitlines()[1].endswith(start)


def test_the_table_of_a_lesson_is_the_same_through_either_door(folder: Path) -> None:
    assert program("export", "dark-field", "-o", "a.csv", folder=folder).returncode == 0
    assert run("export", str(LESSONS / "dark-field.toml"), "-o", "b.csv") == 0
    assert Path("a.csv").read_bytes() == Path("b.csv").read_bytes()


@pytest.mark.parametrize(
    ("needed", "unneeded"),
    [
        ("export two-inputs -o out.csv", "matplotlib|contourpy|PySide6|pyqtgraph|PIL"),
        ("lessons", "matplotlib|contourpy|PySide6|pyqtgraph|PIL"),
    ],
)
def test_a_table_does_not_wait_for_what_only_pictures_need(
    needed: str, unneeded: str, folder: Path
) -> None:
    code = (
        "import sys; from gd_visualizer.cli.main import run; "
        f"status = run({needed.split(' ')!r}); "
        "print(*sys.modules, sep='\\n', file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert not re.search(rf"^({unneeded})\b", done.stderr, re.M)
