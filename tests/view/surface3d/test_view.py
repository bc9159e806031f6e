"""The surface in space in its window: switched to, dragged, orbited, lost, and closed again.

There is no OpenGL where the other tests run, so most of these run in another process, and each
has a program of its own there.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from gd_visualizer.descent.commands import display as showing
from gd_visualizer.lesson.pictures import MAP
from gd_visualizer.view.surface3d.gl_probe import NO_SCREEN
from gd_visualizer.view.widgets.buttons import Button
from tests.view.gl_screen import GLProcess, gl_screen, printed

BEGIN = """
import gc, json, math, tempfile, threading
from pathlib import Path
import numpy as np
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QPoint
from PySide6.QtCore import QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
application = QApplication.instance() or QApplication([])
import shiboken6
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.app.appearance import Appearance
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.app.program import Program
from gd_visualizer.app.shortcuts import add_shortcuts
from gd_visualizer.view.look import style
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.geometry import restore
from gd_visualizer.view.look.style import palette
from gd_visualizer.drawing.shapes import Path as Way
from tests.view.shown import drawn, values_at

style.apply(application)
style.set_motion(False)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE, DOUBLE = QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick
folder = tempfile.TemporaryDirectory()
settings = QSettings(str(Path(folder.name) / "settings.ini"), QSettings.Format.IniFormat)

def until(what):
    clock = QElapsedTimer()
    clock.start()
    while not what():
        assert clock.elapsed() < 10_000
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

def begin(lesson):
    window = MainWindow()
    restore(window, settings)
    window.setWindowState(window.windowState().WindowNoState)
    window.resize(1240, 760)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.setFocus()
    program = Program(window, load(lesson), settings, Appearance(application, settings))
    add_shortcuts(program)
    program.build_plots()
    until(lambda: program.live.feed.idle)
    return program

def click(words):
    buttons = program.live.surface_tools.findChildren(Button)
    QTest.mouseClick(next(b for b in buttons if b.text() == words), LEFT)
    until(lambda: program.live.feed.idle)

def send(kind, at, button=LEFT):
    held = NONE if kind == RELEASE else button
    pressed = NONE if kind == MOVE else button
    at, view = QPointF(*at), program.live.surface.surface3d
    there = QPointF(view.mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, there, pressed, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)

def wheel(at, notches):
    at, view = QPointF(*at), program.live.surface.surface3d
    there = QPointF(view.mapToGlobal(at.toPoint()))
    none = Qt.KeyboardModifier.NoModifier
    turned = QPoint(0, 120 * notches)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, there, QPoint(), turned, NONE, none, phase, False)
    QApplication.sendEvent(view, event)

def ball():
    painter = program.live.surface.surface3d.painter
    return [float(v) for v in painter.screen(painter.moment.here[None])[0]]

def pixel(*place):
    # where a place of the surface is on screen
    painter = program.live.surface.surface3d.painter
    theta = np.array(place, dtype=float)
    loss = program.controller.state.descent.lesson.objective.loss_at(theta)
    there = painter.moment.box.place(np.array([[*place, loss]]))
    return [float(v) for v in painter.screen(there)[0]]

def descent():
    return program.controller.state.descent

def theta():
    return descent().moment.theta.tolist()

def path_end():
    # where the way on the map ends
    (path,) = drawn(program.live.surface.plot, Way, "path")
    return values_at(program.live.surface.plot, path.points)[-1].tolist()

def camera():
    c = program.controller.state.display.camera
    return [c.azimuth, c.elevation, c.zoom, *c.pan]

def seen():
    return [program.live.surface.surface3d is not None, not program.live.surface.plot.isHidden()]

def end():
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""
END = """
end()
folder.cleanup()
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


def result_of(process: GLProcess, program: str, lesson: str = "two-inputs") -> Any:
    """What the program leaves in ``result``, begun on a lesson in 3D."""
    first = f'program = begin("{lesson}")\nclick("3D")\n'
    return process.result_of(BEGIN + first + program + END)


def test_3d_shows_the_view_in_space_with_the_point_in_it(process) -> None:
    views, note, point, colors, inside = result_of(
        process,
        """
view = program.live.surface.surface3d
image = view.grab().toImage()
x, y = ball()
near = [image.pixelColor(round(x) + dx, round(y) + dy) for dx in range(-3, 4) for dy in (-3, 0, 3)]
want = QColor(palette().now)
apart = [abs(c.hslHueF() - want.hslHueF()) for c in near]
kinds = {image.pixelColor(i, j).name() for i in range(0, view.width(), 9)
         for j in range(0, view.height(), 9)}
here = [0 < x < view.width(), 0 < y < view.height()]
result = [seen(), program.live.surface.note, min(apart), len(kinds), here]
""",
    )
    assert views == [True, False]
    assert note == ""
    assert point < 0.05
    assert colors > 30
    assert inside == [True, True]


def test_a_prepared_step_is_there_at_once_and_the_picture_that_is_drawn_anyway(process) -> None:
    begun, same = result_of(
        process,
        """
from gd_visualizer.view.surface3d.gl_context import GLPicture
view, begun, same, begin = program.live.surface.surface3d, [], [], GLPicture.begin
def counted(*args):
    begun.append(args)
    return begin(*args)
GLPicture.begin = counted
def stepped():
    QTest.keyClick(program.window, Qt.Key.Key_Right)
    return view.grab().toImage()
program.step()  # whole steps are what was pressed last
for place in [(0.5, 2.5), (-1.0, 0.5)]:
    images = []
    for wait in (True, False):
        program.controller.do(commands.set_parameter, "w1_1_1", place[0])
        program.controller.do(commands.set_parameter, "w1_2_1", place[1])
        if wait:
            until(lambda: program.runner.idle)
        else:
            program.next_press.stop()
        before = len(begun)
        images.append(stepped())
        begun[before:] = [len(begun) - before]
    same.append(images[0] == images[1])
GLPicture.begin = begin
result = [[n for n in begun if isinstance(n, int)], same]
""",
    )
    assert begun == [0, 1, 0, 1]
    assert same == [True, True]


def test_another_camera_or_size_is_not_what_was_prepared(process) -> None:
    assert result_of(
        process,
        """
view = program.live.surface.surface3d
def fresh():
    view.painter._ahead = None
    view._render()
    return view.grab().toImage()
result = []
until(lambda: program.runner.idle)
view._take(view.camera.orbited(20, 5))  # on its way, and not the state's yet
program.controller.do(commands.step)
result.append(view.grab().toImage() == fresh())
until(lambda: program.runner.idle)
program.window.resize(1100, 700)
application.processEvents()
program.controller.do(commands.step)
result.append(view.grab().toImage() == fresh())
until(lambda: program.runner.idle)
program.live.surface.surface3d.painter.lose()
program.controller.do(commands.step)
until(lambda: program.runner.idle)
result.append(seen())
""",
    ) == [True, True, [False, True]]


def test_dragging_the_ball_moves_both_weights_live_and_dropping_starts_anew(process) -> None:
    start, live, provisional, dropped, at, camera = result_of(
        process,
        """
program.controller.do(commands.step)
start, seen_from = theta(), camera()
send(PRESS, ball())
live = []
for target in [(0.5, 2.5), (0.0, 3.0)]:
    there = pixel(*target)
    send(MOVE, there)
    until(lambda: math.dist(theta(), target) < 0.1)
    live.append(theta())
provisional = [descent().provisional is not None, descent().row]
send(RELEASE, there)
past = descent().before
dropped = [theta(), descent().row, descent().provisional is None, past.row,
           past.moment.theta.tolist()]
result = [start, live, provisional, dropped, ball() == pixel(*theta()), camera() == seen_from]
""",
    )
    assert live == [[0.5, 2.5], [0.0, 3.0]]
    assert provisional[0] is True
    assert dropped == [live[1], 0, True, 1, start]
    assert (at, camera) == (True, True)


def test_alt_and_arrows_drag_the_ball_until_alt_is_let_go(process) -> None:
    result = result_of(
        process,
        """
space, seen_from = program.live.surface.surface3d, camera()
space.setFocus()
for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
    QTest.keyPress(space, key, Qt.KeyboardModifier.AltModifier)
until(lambda: theta() == [1.2, 1.9])
provisional = descent().provisional is not None
QTest.keyRelease(space, Qt.Key.Key_Alt)
result = [provisional, descent().provisional is None, theta(), camera() == seen_from]
""",
    )
    assert result == [True, True, [1.2, 1.9], True]


def test_dragging_elsewhere_orbits_and_leaves_the_weights(process) -> None:
    before, after, during, weights, same = result_of(
        process,
        """
before, first = camera(), program.controller.state.descent
x, y = ball()
place = [20.0, 20.0]
assert math.dist(place, [x, y]) > 60
send(PRESS, place)
send(MOVE, [60.0, 30.0])
during = program.live.surface.surface3d.camera.azimuth
send(MOVE, [120.0, 50.0])
send(RELEASE, [120.0, 50.0])
result = [before, camera(), during, theta(), descent() is first]
""",
    )
    assert weights == [1.0, 2.0]
    assert same
    assert after[2:] == before[2:]
    turned = (after[0] - before[0] + 180) % 360 - 180
    assert turned < -30
    assert turned < (during - before[0] + 180) % 360 - 180 < -10
    assert after[1] > before[1] + 5


def test_the_wheel_zooms_about_the_pointer_and_back(process) -> None:
    before, nearer, moved, after = result_of(
        process,
        """
before, start = camera(), ball()
wheel(start, 3)
nearer, moved = camera(), math.dist(ball(), start)
wheel(start, -3)
result = [before, nearer, moved, camera()]
""",
    )
    assert nearer[2] / before[2] == pytest.approx(0.85**-3)
    assert moved < 12  # what is under the pointer stays there, but for the perspective
    assert after == pytest.approx(before, abs=1e-9)


def test_keys_orbit_zoom_and_lead_back_to_the_usual_view(process) -> None:
    cameras, row, asked = result_of(
        process,
        """
view = program.live.surface.surface3d
first = camera()
cameras = [first]
plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_0):
    QTest.keyClick(view, key, shift if key == Qt.Key.Key_Left else plain)
    cameras.append(camera())
result = [cameras, descent().row, program.controller.state.display.ranges == {}]
""",
    )
    first, left, up, plus, back = cameras
    assert left != first
    assert up[1] > left[1]
    assert plus[2] > up[2]
    assert back == first
    assert (row, asked) == (0, True)


def test_a_double_click_starts_a_descent_there(process) -> None:
    weights, row, provisional, before = result_of(
        process,
        """
there = pixel(-1.0, -0.5)
assert math.dist(there, ball()) > 40
for kind in (PRESS, RELEASE, DOUBLE, RELEASE):
    send(kind, there)
result = [theta(), descent().row, descent().provisional is None,
        descent().before.moment.theta.tolist()]
""",
    )
    assert weights == pytest.approx([-1.0, -0.5], abs=0.08)
    assert (row, provisional, before) == (0, True, [1.0, 2.0])


def test_escape_during_a_drag_leaves_everything_as_it_was(process) -> None:
    moved, weights, provisional, same, undo = result_of(
        process,
        """
timeline = descent().timeline
send(PRESS, ball())
send(MOVE, pixel(0.0, 3.0))
until(lambda: descent().provisional is not None)
moved = theta()
QTest.keyClick(program.live.surface.surface3d, Qt.Key.Key_Escape)
send(MOVE, pixel(0.5, 1.0))
until(lambda: not any(one.isActive() for one in program.controller.findChildren(QTimer)))
send(RELEASE, pixel(0.5, 1.0))
result = [moved, theta(), descent().provisional is None, descent().timeline is timeline,
        program.controller.can_undo]
""",
    )
    assert moved != [1.0, 2.0]
    assert weights == [1.0, 2.0]
    assert (provisional, same, undo) == (True, True, False)


def test_from_view_to_view_axes_ranges_and_point_stay(process) -> None:
    displays, kinds = result_of(
        process,
        """
def look():
    display, ground = program.controller.state.display, program.live.surface.surface_slice
    return [list(display.axes), [list(r) for r in ground.ranges], theta(),
            dict(display.ranges)]
click("Map")
program.controller.do(showing.show_ranges, {"w1_1_1": (-1.0, 3.0), "w1_2_1": (0.0, 4.0)})
until(lambda: program.live.feed.idle)
program.controller.do(commands.step)
until(lambda: program.live.feed.idle)
displays, kinds = [look()], [seen()]
for words in ("3D", "One weight", "Map"):
    click(words)
    displays.append(look())
    kinds.append(seen())
result = [displays, kinds]
""",
    )
    on_map, solid, slope, again = displays
    assert again == on_map
    assert [look[0] for look in displays] == [["w1_1_1", "w1_2_1"]] * 4
    assert [look[2] for look in displays] == [on_map[2]] * 4
    assert [look[3] for look in displays] == [on_map[3]] * 4
    assert solid[1] == on_map[1]  # the same slice
    assert slope[1] == [[-1.0, 3.0]]
    assert kinds == [[False, True], [True, False], [False, True], [False, True]]


def test_each_view_is_drawn_anew_when_it_is_come_back_to(process) -> None:
    """The steps taken meanwhile are on it."""
    flat, solid = result_of(
        process,
        """
program.controller.do(commands.step)
click("Map")
flat = [path_end(), theta()]
program.controller.do(commands.step)
click("3D")
result = [flat, [ball(), pixel(*theta())]]
""",
    )
    assert flat[0] == pytest.approx(flat[1])
    assert solid[0] == pytest.approx(solid[1], abs=0.01)


@pytest.mark.parametrize(
    "going",
    [
        "view.painter.lose(); view.resize(view.width() - 1, view.height())  # the next picture",
        "view.look('isometric'); view.painter.lose()  # while it is being drawn",
        "view.painter.lose(); view.update()  # what is there is painted again",
    ],
)
def test_when_opengl_goes_the_map_takes_its_place_and_nothing_else_is_lost(
    process, going: str
) -> None:
    views, note, same, moved, again, running = result_of(
        process,
        f"""
program.controller.do(commands.step)
before, view = program.controller.state, program.live.surface.surface3d
{going}
until(lambda: not program.live.surface.surface3d)
after = [seen(), program.live.surface.note, program.controller.state is before]
program.controller.do(commands.step)
until(lambda: program.live.feed.idle)
after.append(np.allclose(path_end(), theta()) and descent().row == 2)
click("Map")
flat = program.live.surface.note
click("3D")
after.append([flat, seen(), program.live.surface.note == after[1]])
after.append([t for t in view.findChildren(QTimer) if t.isActive()] == [])
result = after
""",
    )
    assert views == [False, True]
    assert note == "OpenGL was lost while the program ran. The map takes its place."
    assert same
    assert moved
    assert again == ["", [False, True], True]
    assert running


def test_in_the_dark_only_the_lantern_s_circle_is_seen_in_space_too(process) -> None:
    share, lit_share, note, lit_note = result_of(
        process,
        """
def dark_share():
    view = program.live.surface.surface3d
    image = view.grab().toImage()
    colors = [image.pixelColor(x, y) for x in range(2, view.width(), 7)
              for y in range(2, view.height(), 7)]
    return sum(c.name() == QColor(palette().dark_field).name() for c in colors) / len(colors)
first = [dark_share(), program.live.surface.note]
QTest.keyClick(program.window, Qt.Key.Key_L)
until(lambda: program.live.feed.idle)
result = [first[0], dark_share(), first[1], program.live.surface.note]
""",
        "dark-field",
    )
    assert 0.6 < share < 1
    assert lit_share < 0.01
    assert "lantern’s radius away" in note
    assert "directions" not in lit_note


def test_a_click_in_the_dark_points_at_the_lowest_place_and_an_orbit_does_not(process) -> None:
    without, orbited, guessed, same, judged = result_of(
        process,
        """
def click_at(at):
    send(PRESS, at); send(RELEASE, at)
def guess():
    spot = program.controller.state.display.guess
    return dict(spot.values) if spot else {}
there, before = pixel(1.0, 1.0), descent()
click_at(there)
result = [guess()]
program.controller.do(showing.set_predict, True)
send(PRESS, there); send(MOVE, (there[0] + 9, there[1])); send(RELEASE, there)
result.append(guess())
painter = program.live.surface.surface3d.painter
floor = np.column_stack([painter.moment.box.across(np.array([[1.0, 1.0]])),
                         [painter.moment.box.floor]])
click_at(painter.screen(floor)[0].tolist())
result += [guess(), descent() is before]
for _ in range(2):
    QTest.keyClick(program.window, Qt.Key.Key_L)
until(lambda: program.live.feed.idle)
result.append(program.live.surface.note)
program.live.surface.surface3d.grab()
""",
        "dark-field",
    )
    assert (without, orbited) == ({}, {})
    assert guessed == pytest.approx({"w1_1_1": 1.0, "w2_1_1": 1.0}, abs=0.03)
    assert same
    assert "at your guess" in judged


def test_closing_leaves_no_window_and_no_timer(screen) -> None:
    program = """
program = begin("two-inputs")
click("3D")
program.live.surface.surface3d.turn(True)
assert program.live.surface.surface3d.turning
end()
gc.collect()
timers = [o for o in gc.get_objects() if isinstance(o, QTimer)]
result = [
    [repr(w) for w in QApplication.topLevelWidgets() if type(w).__name__ != "QMenu"],
    [repr(t) for t in timers if shiboken6.isValid(t) and t.isActive()],
    [repr(t) for t in threading.enumerate() if t is not threading.main_thread()],
]
print(json.dumps(result))
"""
    assert printed(BEGIN + program, screen) == [[], [], []]


def ask_for_3d(qtbot, program) -> None:
    buttons = program.live.surface_tools.findChildren(Button)
    qtbot.mouseClick(next(b for b in buttons if b.text() == "3D"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.live.feed.idle)


def test_without_opengl_the_map_is_shown_with_the_reason(qtbot, program) -> None:
    before = program.controller.state
    ask_for_3d(qtbot, program)
    assert program.live.surface.surface3d is None
    assert program.live.surface.plot.isVisible()
    assert program.live.surface.note == f"{NO_SCREEN} The map takes its place."
    assert len(program.live.surface.surface_slice.ranges) == 2
    assert program.controller.state.descent is before.descent
    program.controller.do(showing.show_surface, MAP)
    assert program.live.surface.note == ""


def test_the_map_that_takes_its_place_has_one_scale(qtbot, program) -> None:
    """Else the way downhill is not straight across the level lines."""
    ask_for_3d(qtbot, program)
    (x0, x1), (y0, y1) = program.live.surface.plot.getViewBox().viewRange()
    width, height = program.live.surface.plot.area()
    assert (x1 - x0) / width == pytest.approx((y1 - y0) / height, rel=1e-3)
