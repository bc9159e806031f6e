"""The picture in space: what is drawn, what is not sent twice, and what happens without OpenGL.

There is no OpenGL where the other tests run, so these run in another process.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from gd_visualizer.scene.surface3d.primitives import HIDDEN
from gd_visualizer.view.surface3d import gl_probe
from tests.view.gl_screen import GLProcess, gl_screen, printed

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
PROBE = """
import json
from PySide6.QtWidgets import QApplication
application = QApplication.instance() or QApplication([])
from gd_visualizer.view.surface3d import gl_probe
"""
BEGIN = (
    PROBE
    + """
assert gl_probe.probe() == ""
import numpy as np
from gd_visualizer.scene.surface3d.primitives import Lines, Mesh, Solid
from gd_visualizer.view.surface3d import gl_items
from gd_visualizer.view.surface3d.gl_context import GLPicture

FLAT = np.diag([1.0, 1.0, -1.0, 1.0])  # straight from above: a larger z is nearer
STILL = np.eye(4)
RED, BLUE, GREEN = (1, 0, 0), (0, 0, 1), (0, 1, 0)

def square(half, z, color, alpha=1.0):
    corners = np.array([(-half, -half, z), (half, -half, z), (half, half, z), (-half, half, z)])
    colors = np.tile(np.array([*color, alpha], dtype=np.float32), (4, 1))
    faces = np.array([(0, 1, 2), (0, 2, 3)], dtype=np.uint32)
    return Mesh(corners.astype(np.float32), faces, colors)

def line(start, end, width, color=(0, 0, 0, 1)):
    return Lines(np.array([start, end], dtype=np.float32), color, width)

def solid(*meshes, lines=(), clear=(), background="#ffffff", marks=()):
    return Solid(meshes, tuple(lines), tuple(clear), background, tuple(marks))

def drawn(by, what, view=STILL, projection=FLAT, width=100, height=80, ratio=1.0, fine=False):
    return by.image() if by.begin(what, view, projection, width, height, ratio, fine) else None

def draw(what, ratio=1.0, fine=False, size=(100, 80)):
    return drawn(picture, what, STILL, FLAT, *size, ratio, fine)

def at(image, x, y):
    return image.pixelColor(x, y).name()

picture = GLPicture()
"""
)
END = """
picture.close()
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    with gl_screen() as environment:
        yield environment


@pytest.fixture(scope="module")
def process(screen) -> Iterator[GLProcess]:
    made = GLProcess(screen)
    yield made
    made.close()


def result_of(process: GLProcess, *lines: str) -> Any:
    """What the program of these lines leaves in ``result``."""
    return process.result_of(BEGIN + "\n".join(lines) + END)


def alone(screen: dict[str, str], *lines: str) -> Any:
    """The same for lines that change the program itself, which then ends with them."""
    return printed(BEGIN + "\n".join(lines) + END + "print(json.dumps(result))", screen)


def test_there_is_opengl_on_a_screen_that_has_it(screen) -> None:
    assert printed(PROBE + "print(json.dumps(gl_probe.probe()))", screen) == ""


def test_there_is_none_offscreen_and_the_reason_is_told() -> None:
    program = PROBE + "print(json.dumps(gl_probe.probe()))"
    assert printed(program, OFFSCREEN) == gl_probe.NO_SCREEN


def test_the_environment_switches_it_off(screen) -> None:
    program = PROBE + "print(json.dumps(gl_probe.probe()))"
    assert printed(program, screen | {gl_probe.SWITCH: "1"}) == gl_probe.SWITCHED_OFF
    assert printed(program, screen | {gl_probe.SWITCH: "0"}) == ""


def test_forbidding_it_leaves_opengl_alone(screen) -> None:
    program = """
gl_probe.forbid()
import sys
answers = [gl_probe.probe(), "OpenGL" in sys.modules]
gl_probe.forbid("")
print(json.dumps([*answers, gl_probe.probe()]))
"""
    assert printed(PROBE + program, screen) == [gl_probe.SWITCHED_OFF, False, ""]


@pytest.mark.parametrize("other", ["egl", "osmesa"])
def test_another_opengl_than_qts_is_found_out(screen, other: str) -> None:
    """PyOpenGL told to use another one than Qt's GLX sees no context of Qt's, or is not there."""
    program = PROBE + "print(json.dumps(gl_probe.probe()))"
    answer = printed(program, screen | {"PYOPENGL_PLATFORM": other})
    assert answer in (gl_probe.NO_DRAWING, gl_probe.NO_CONTEXT)


def test_importing_the_probe_imports_nothing_of_opengl() -> None:
    program = "import json, sys; import gd_visualizer.view.surface3d.gl_probe\n"
    assert printed(program + "print(json.dumps('OpenGL' in sys.modules))", OFFSCREEN) is False


def test_nearer_meshes_hide_those_behind_them_in_either_order(process) -> None:
    assert (
        result_of(
            process,
            "near, far = square(0.3, 0.5, RED), square(0.7, -0.5, BLUE)",
            "images = [draw(solid(near, far)), draw(solid(far, near))]",
            "result = [[at(i, 50, 40), at(i, 25, 40), at(i, 2, 2)] for i in images]",
        )
        == [["#ff0000", "#0000ff", "#ffffff"]] * 2
    )


def test_x_goes_right_and_y_up(process) -> None:
    assert result_of(
        process,
        "part = square(0.4, 0, RED)",
        "part.vertices[:] += (0.5, 0.5, 0)",
        "image = draw(solid(part))",
        "result = [at(image, *p) for p in [(75, 20), (25, 20), (75, 60), (25, 60)]]",
    ) == ["#ff0000", "#ffffff", "#ffffff", "#ffffff"]


def test_both_matrices_are_used_as_columns(process) -> None:
    """Moved by the view, then made narrower by a perspective that divides by its depth."""
    assert result_of(
        process,
        "view = np.eye(4); view[:3, 3] = (0.5, 0, -2)",
        "deep = np.array([[2, 0, 0, 0], [0, 2, 0, 0], [0, 0, -1.2, -2.2], [0, 0, -1, 0]], float)",
        "image = drawn(picture, solid(square(0.25, 0, RED)), view, deep, 100, 80)",
        "result = [at(image, x, 40) for x in (60, 65, 85, 90)]",
    ) == ["#ffffff", "#ff0000", "#ff0000", "#ffffff"]


def test_clear_meshes_are_seen_through_and_hide_no_other(process) -> None:
    half, behind, background = result_of(
        process,
        "over = [square(0.7, 0.5, BLUE, 0.5), square(0.7, 0.2, GREEN, 0.0)]",
        "image = draw(solid(square(0.3, 0, RED), clear=over, background='#000000'))",
        "result = [image.pixelColor(*p).getRgb() for p in [(50, 40), (25, 40), (2, 2)]]",
    )
    assert half == pytest.approx([128, 0, 128, 255], abs=2)
    assert behind == pytest.approx([0, 0, 128, 255], abs=2)
    assert background == [0, 0, 0, 255]


def test_lines_are_as_wide_as_they_say(process) -> None:
    drawn = result_of(
        process,
        "result = []",
        "for width, ratio in [(1, 1), (3, 1), (3, 2), (6, 1.5)]:",
        "    for fine in (False, True):",
        "        image = draw(solid(lines=[line((-0.9, 0, 0), (0.9, 0, 0), width)]), ratio, fine)",
        "        size = [image.width(), image.height(), image.devicePixelRatio()]",
        "        column = [image.pixelColor(size[0] // 2, y).red() for y in range(size[1])]",
        "        result.append([width, ratio, size, sum(255 - c for c in column) / 255])",
    )
    assert len(drawn) == 8
    for width, ratio, size, ink in drawn:
        assert ink == pytest.approx(width * ratio, abs=0.35)
        assert size == [100 * ratio, 80 * ratio, ratio]


def test_lines_are_hidden_by_meshes_and_shine_through_clear_ones(process) -> None:
    hidden, seen = result_of(
        process,
        "lines = [line((-0.9, 0, 0), (0.9, 0, 0), 9)]",
        "first = draw(solid(square(0.3, 0.5, RED), lines=lines))",
        "second = draw(solid(lines=lines, clear=[square(0.3, 0.5, RED, 0.5)]))",
        "result = [[at(i, 50, 40), at(i, 10, 40)] for i in (first, second)]",
    )
    assert hidden == ["#ff0000", "#000000"]
    assert seen[0][:3] in ("#7f", "#80")
    assert seen == [seen[0], "#000000"]


def test_marks_shine_faintly_through_what_hides_them_and_once(process) -> None:
    """Two hidden marks, one behind the other, are no stronger than one; where a mark is seen,
    nothing of another one behind it shines through; just below a surface nothing does."""
    hidden, twice, seen, behind, flat = result_of(
        process,
        "deep, deeper = square(0.5, -0.5, RED), square(0.5, -0.7, RED)",
        "wall = square(0.9, 0.2, BLUE)",
        "middle = lambda what: at(draw(what), 50, 40)",
        "result = [middle(solid(wall, marks=[deep])), middle(solid(wall, marks=[deep, deeper]))]",
        "result += [middle(solid(marks=[deep]))]",
        "result += [middle(solid(marks=[deep, square(0.3, 0, GREEN)]))]",
        "camera = np.diag([1.0, 1.0, -1.0, 1.0]); camera[3, 2] = -0.25",
        "close = square(0.5, 0.19, RED)",
        "one = drawn(picture, solid(wall, marks=[close]), STILL, camera, 100, 80)",
        "two = drawn(picture, solid(wall, marks=[square(0.5, 0.0, RED)]), STILL, camera, 100, 80)",
        "result += [[at(one, 50, 40), at(two, 50, 40) != '#0000ff']]",
    )
    assert hidden == twice
    red, green, blue = (int(hidden[k : k + 2], 16) / 255 for k in (1, 3, 5))
    assert (red, green, blue) == pytest.approx((HIDDEN, 0, 1 - HIDDEN), abs=0.01)
    assert (seen, behind) == ("#ff0000", "#00ff00")
    assert flat == ["#0000ff", True]


def test_a_fine_picture_has_smooth_edges(process) -> None:
    rough, fine = result_of(
        process,
        "tilted = square(0.6, 0, RED)",
        "tilted.vertices[:, 0] += 0.2 * tilted.vertices[:, 1]",
        "count = lambda i: len({at(i, x, y) for x in range(100) for y in range(80)})",
        "result = [count(draw(solid(tilted), fine=fine)) for fine in (False, True)]",
    )
    assert rough == 2
    assert fine > 3


def test_only_what_is_new_is_sent(screen) -> None:
    """All meshes are one, and all lines of a width; a camera that moves sends nothing."""
    assert alone(
        screen,
        "sent = []",
        "for kind in (gl_items._MeshItem, gl_items._LinesItem):",
        "    def send(item, part, before=kind.show_part):",
        "        sent.append(type(part).__name__); before(item, part)",
        "    kind.show_part = send",
        "a, b, c = square(0.3, 0.5, RED), square(0.7, 0, BLUE), square(0.2, 0.9, GREEN)",
        "lines = [line((-1, 0, 0), (1, 0, 0), 1)]",
        "result = []",
        "def after(*meshes, view=STILL, lines=lines):",
        "    sent.clear(); drawn(picture, solid(*meshes, lines=lines), view, FLAT, 100, 80)",
        "    result.append(list(sent))",
        "after(a, b)",
        "after(a, b, view=np.diag([0.5, 0.5, 1, 1]))",
        "after(c, b)",
        "after(c)",
        "after(c, lines=[])",
        "lines += [line((0, -1, 0), (0, 1, 0), 1), line((0, 0, 0), (1, 1, 0), 3)]",
        "after(c, a, lines=lines)",
        "image = draw(solid(c, a)); result.append([at(image, 50, 40), at(image, 38, 40)])",
    ) == [
        ["Mesh", "_Strokes"],
        [],
        ["Mesh"],
        ["Mesh"],
        [],
        ["Mesh", "_Strokes", "_Strokes"],
        ["#00ff00", "#ff0000"],
    ]


def test_nothing_to_draw_is_background(process) -> None:
    assert result_of(
        process,
        "empty = Mesh(np.zeros((0, 3)), np.zeros((0, 3)), np.zeros((0, 4)))",
        "none = Lines(np.zeros((0, 3)), (0, 0, 0, 1), 1)",
        "part = solid(empty, lines=[none], clear=[empty], background='#123456')",
        "images = [draw(part, size=size)",
        "          for size in ((100, 80), (0, 0))]",
        "result = [[i.width(), i.height(), at(i, 0, 0)] for i in images]",
    ) == [[100, 80, "#123456"], [1, 1, "#123456"]]


@pytest.mark.parametrize("first", ["draw(part)", "None"])
def test_a_lost_context_ends_the_picture_and_nothing_else(process, first: str) -> None:
    assert result_of(
        process,
        f"part = solid(square(0.3, 0, RED)); {first}",
        "picture.lose()",
        "result = [draw(part) is None, draw(part) is None, picture.lost, picture.reason]",
        "picture.close(); picture = GLPicture()",
        "result.append(at(draw(part), 50, 40))",
    ) == [True, True, True, "OpenGL was lost while the program ran.", "#ff0000"]


def test_what_was_begun_and_then_lost_is_no_picture(process) -> None:
    assert result_of(
        process,
        "part = solid(square(0.3, 0, RED))",
        "result = [picture.image() is None, picture.begin(part, STILL, FLAT, 100, 80)]",
        "picture.begin(solid(square(0.3, 0, BLUE)), STILL, FLAT, 100, 80)  # in place of the first",
        "image = picture.image(); result += [at(image, 50, 40), picture.image() is image]",
        "picture.begin(part, STILL, FLAT, 100, 80); picture.lose()",
        "result += [picture.image() is None, picture.lost, picture.reason]",
    ) == [True, True, "#0000ff", True, True, True, "OpenGL was lost while the program ran."]


def test_what_is_drawn_ahead_is_seen_when_it_is_turned_to(process) -> None:
    assert result_of(
        process,
        "red, blue = solid(square(0.3, 0, RED)), solid(square(0.3, 0, BLUE))",
        "result = [at(draw(red), 50, 40)]",
        "result.append(picture.begin_ahead(blue, STILL, FLAT, 100, 80, 1.0))",
        "result.append(at(picture.image(), 50, 40))",
        "picture.turn(); result.append(at(picture.image(), 50, 40))",
        "result.append(picture.image() == drawn(picture, blue))",
        "picture.turn(); result.append(at(picture.image(), 50, 40))",
    ) == ["#ff0000", True, "#ff0000", "#0000ff", True, "#ff0000"]


def test_what_was_drawn_ahead_and_then_lost_is_no_picture(process) -> None:
    assert result_of(
        process,
        "red, blue = solid(square(0.3, 0, RED)), solid(square(0.3, 0, BLUE))",
        "draw(red); picture.begin_ahead(blue, STILL, FLAT, 100, 80, 1.0)",
        "picture.lose(); picture.turn()",
        "result = [picture.image() is None, picture.lost,",
        "          picture.begin_ahead(blue, STILL, FLAT, 100, 80, 1.0)]",
    ) == [True, True, False]


def test_an_error_in_drawing_ends_the_picture_with_a_reason(process) -> None:
    assert result_of(
        process,
        "draw(solid(square(0.3, 0, RED)))",
        "wrong = solid(lines=[line((0, 0, 0), (1, 1, 0), -1)])  # refused by OpenGL itself",
        "result = [draw(wrong) is None, draw(wrong) is None, picture.lost, picture.reason,"
        " 'GLError' in picture.detail]",
    ) == [True, True, True, "OpenGL failed while it drew.", True]


def test_a_picture_too_large_is_a_reason_too(screen) -> None:
    assert alone(
        screen,
        "from PySide6.QtCore import qInstallMessageHandler",
        "qInstallMessageHandler(lambda *_: None)",
        "result = [draw(solid(), size=(200_000, 200_000)) is None, picture.lost]",
    ) == [True, True]


def test_two_pictures_do_not_disturb_each_other(process) -> None:
    """One outlives the other, with nothing shared between their contexts."""
    assert (
        result_of(
            process,
            "part, other = solid(square(0.3, 0, RED)), GLPicture()",
            "draw(part); drawn(other, part, STILL, FLAT, 100, 80)",
            "picture.close()",
            "result = at(drawn(other, part, STILL, FLAT, 100, 80), 50, 40); other.close()",
        )
        == "#ff0000"
    )


def test_closing_leaves_nothing(process) -> None:
    assert result_of(
        process,
        "import gc; from PySide6.QtCore import QTimer; from PySide6.QtGui import QOpenGLContext",
        "draw(solid(square(0.3, 0, RED), lines=[line((0, 0, 0), (1, 1, 0), 1)]), fine=True)",
        "picture.close(); picture.close()",
        "kinds = (QTimer, QOpenGLContext, gl_items._MeshItem, gl_items._LinesItem)",
        "left = [repr(o) for o in gc.get_objects() if isinstance(o, kinds)]",
        "result = [draw(solid()) is None, picture.reason, QApplication.topLevelWidgets(), left]",
    ) == [True, "", [], []]


def test_a_program_that_forgets_to_close_still_ends_well(screen) -> None:
    program = BEGIN + "draw(solid(square(0.3, 0, RED)))\nprint(json.dumps('done'))"
    assert printed(program, screen) == "done"
