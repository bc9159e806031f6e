"""A picture's bytes: the same for the same picture, wherever it is made; of the right kind."""

import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zlib
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace

import gd_visualizer
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.state import open_lesson
from tests.descent.lessons import make
from tests.figures.pictures import SUFFIXES, VIEWS, picture
from tests.scene.descents import after, diverged

ROOT = Path(gd_visualizer.__file__).parents[1]
ALL = list(product(VIEWS, SUFFIXES))
NAMES = [view + suffix for view, suffix in ALL]
SOME = [
    ("map", ".png"),
    ("loss-curve", ".svg"),
    ("3d", ".svg"),
    ("slope", ".pdf"),
    ("network", ".pdf"),
    ("3d", ".png"),
]


@cache
def first(view: str, suffix: str) -> bytes:
    return picture(after("many-steps"), view, suffix=suffix)


@pytest.mark.parametrize(("view", "suffix"), ALL, ids=NAMES)
def test_the_same_picture_twice_has_the_same_bytes(view: str, suffix: str) -> None:
    assert picture(after("many-steps"), view, suffix=suffix) == first(view, suffix)


ELSEWHERE = """
import hashlib, json, sys
from tests.figures.pictures import picture
from tests.scene.descents import after
made = {v + s: hashlib.sha256(picture(after("many-steps"), v, suffix=s)).hexdigest()
        for v, s in json.loads(sys.argv[1])}
unwanted = ("matplotlib.pyplot", "PySide6", "shiboken6", "pyqtgraph", "OpenGL", "tkinter")
print(json.dumps([made, [name for name in unwanted if name in sys.modules]]))
"""

TASTE = """
text.usetex: True
font.family: fantasy
font.size: 31
mathtext.fontset: cm
axes.facecolor: black
figure.facecolor: black
savefig.facecolor: black
savefig.bbox: tight
savefig.dpi: 300
savefig.transparent: True
figure.dpi: 200
figure.autolayout: True
lines.linewidth: 9
lines.antialiased: False
lines.dash_capstyle: round
patch.force_edgecolor: True
axes.grid: True
axes3d.grid: False
axes.prop_cycle: cycler('color', ['red'])
path.simplify: False
path.sketch: 9, 9, 9
path.effects:
svg.fonttype: none
svg.hashsalt: mine
pdf.fonttype: 3
pdf.compression: 0
image.cmap: hot
contour.negative_linestyle: solid
contour.linewidth: 7
"""


@cache
def elsewhere(folder: Path) -> tuple[dict[str, str], list[str]]:
    """Every picture made by another process, whose owner has a taste of their own."""
    (folder / "matplotlibrc").write_text(TASTE)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ELSEWHERE, json.dumps(SOME)],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": "4711",
            "MATPLOTLIBRC": str(folder / "matplotlibrc"),
            "OPENBLAS_NUM_THREADS": "1",
            "LC_ALL": "C",
            "TZ": "Pacific/Kiritimati",
            "SOURCE_DATE_EPOCH": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


@pytest.mark.parametrize(("view", "suffix"), SOME)
def test_another_process_with_another_matplotlibrc_makes_the_same_bytes(
    view: str, suffix: str, folder: Path
) -> None:
    made, _ = elsewhere(folder)
    assert made[view + suffix] == hashlib.sha256(first(view, suffix)).hexdigest()


def test_pictures_need_neither_pyplot_nor_a_window_system(folder: Path) -> None:
    _, unwanted = elsewhere(folder)
    assert unwanted == []


def png_size(content: bytes) -> tuple[int, int]:
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", content[16:24])


@pytest.mark.parametrize(
    "size",
    [(1, 1), (29, 57), (100, 100), (333, 217), (1601, 907), (1600, 1000), (1, 900), (10_000, 3)],
    ids=str,
)
def test_a_png_has_exactly_the_size_that_was_asked_for(size: tuple[int, int]) -> None:
    assert png_size(picture(after("two-inputs", 5), "loss-curve", size)) == size


@pytest.mark.parametrize("view", ["slope", "map", "3d", "network"])
@pytest.mark.parametrize("size", [(1, 1), (101, 77), (3, 2000), (2000, 3)], ids=str)
def test_the_other_views_take_any_size_too(view: str, size: tuple[int, int]) -> None:
    assert png_size(picture(after("two-inputs", 5), view, size)) == size


def test_vector_pictures_are_as_large_as_css_counts_pixels() -> None:
    svg = picture(after("slope", 5), "slope", (640, 400), ".svg").decode()
    assert re.search(r'<svg[^>]*\bwidth="480pt"', svg)
    assert re.search(r'<svg[^>]*\bheight="300pt"', svg)
    pdf = picture(after("slope", 5), "slope", (640, 400), ".pdf")
    assert re.search(rb"/MediaBox \[ ?0 0 480 300 ?\]", pdf)


TITLES = {
    "dollars": r"costs $\frac{5$ < 6",
    "markup": "<b>a & b</b> ]]> \"c\" 'd'",
    "Chinese": "梯度下降",
    "many scripts": "Ἀρχή é ñ ž — الانحدار 😀",
    "200 characters": "The gradient of a very long title " * 6,
    "parentheses": "f(x) \\( )(",
    "no XML character": "a\ufffeb",
}


def title_of(content: bytes, suffix: str) -> str:
    """The title in the file's own metadata."""
    if suffix == ".svg":
        root = ElementTree.fromstring(content)
        cc, dc = "{http://creativecommons.org/ns#}", "{http://purl.org/dc/elements/1.1/}"
        (title,) = root.iterfind(f".//{cc}Work/{dc}title")
        return title.text or ""
    if suffix == ".pdf":
        found = re.search(rb"/Title (?:\((.*?)(?<!\\)\)|<([0-9a-fA-F]*)>)(?= |\n|/)", content, re.S)
        assert found, "no title"
        raw = bytes.fromhex(found[2].decode()) if found[2] else found[1]
        raw = re.sub(rb"\\([\\()])", rb"\1", raw)
        return raw.decode("utf-16" if raw.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1")
    chunks = dict(text_chunks(content))
    return chunks["Title"]


def text_chunks(png: bytes) -> list[tuple[str, str]]:
    at, found = 8, []
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        if kind == b"tEXt":
            key, text = body.split(b"\0", 1)
            found.append((key.decode(), text.decode("latin-1")))
        if kind == b"iTXt":
            key, rest = body.split(b"\0", 1)
            packed, text = rest[0], rest[2:].split(b"\0", 2)[2]
            found.append((key.decode(), (zlib.decompress(text) if packed else text).decode()))
        at += 12 + length
    return found


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("title", TITLES.values(), ids=list(TITLES))
def test_any_title_can_be_drawn_and_stands_in_the_file(title: str, suffix: str) -> None:
    descent = after("slope", 0)
    title = title[:200]
    lesson = replace(descent.lesson, title=title, source="own.toml")
    named = replace(descent, lesson=lesson)
    found = title_of(picture(named, "loss-curve", suffix=suffix), suffix)
    wanted = title if suffix != ".png" else title.encode("latin-1", "replace").decode("latin-1")
    assert found in (title, wanted, title.replace("\ufffe", "?"))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_picture_tells_when_it_was_made(suffix: str) -> None:
    content = first("loss-curve", suffix)
    assert not re.search(rb"CreationDate|ModDate|<dc:date|tIME|[Dd]ate:create|20\d\d-\d\d", content)
    assert b"gd-visualizer" in content


@pytest.mark.parametrize(
    ("view", "suffix"),
    [("loss-curve", ".png"), ("slope", ".svg"), ("network", ".png"), ("loss-curve", ".pdf")],
)
def test_a_descent_that_flew_off_is_drawn_up_to_its_last_finite_row(view: str, suffix: str) -> None:
    for descent in (after("learning-rate"), diverged()):
        assert len(picture(descent, view, suffix=suffix)) > 2000


@pytest.mark.parametrize("view", VIEWS)
def test_a_descent_over_two_weights_that_flew_off_is_drawn_too(view: str) -> None:
    lesson = make((2, 1), [[3.0, 4.0]], [[6.0]], [1.0, 2.0], rate=1.0)
    descent = take_steps(open_lesson(lesson).descent, 1000, heed_stop=False)
    assert descent.ending is not None
    assert descent.moment.loss > 1e300
    assert len(picture(descent, view)) > 2000


@pytest.mark.parametrize(
    "ranges",
    [
        ((1, 1.0000001),) * 2,
        ((-1e100, 1e100),) * 2,
        ((0, 1e-300), None),
        ((1e6, 1e6 + 1),) * 2,
    ],
    ids=["narrow", "huge", "tiny", "far"],
)
@pytest.mark.parametrize("view", ["slope", "map", "3d"])
def test_any_range_can_be_drawn(view: str, ranges: tuple) -> None:
    assert len(picture(after("two-inputs", 0), view, ranges=ranges)) > 2000


@pytest.mark.parametrize("view", VIEWS)
def test_losses_next_to_the_largest_float_can_be_drawn(view: str) -> None:
    lesson = make((2, 1), [[3.0, 4.0]], [[1e154]], [1.0, 2.0])
    assert len(picture(open_lesson(lesson).descent, view)) > 2000
