"""Drags on the stage, in the window and before the class: by mouse, by finger and by keys."""

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.drawing.shapes import Dots, Words
from gd_visualizer.lesson.pictures import CURVE_PANEL, NETWORK, SURFACE_PANEL
from gd_visualizer.view.curve.view import CurveView
from gd_visualizer.view.network.hit_test import node_at, rect_of
from gd_visualizer.view.network.view import NetworkView
from gd_visualizer.view.stage.view import StageView
from gd_visualizer.view.surface.view import SurfaceView
from tests.view.mouse import pixel
from tests.view.shown import drawn, show

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
FINGER = 20  # px from the middle of a handle


@pytest.fixture(params=["window", "class"])
def stage(request, program: Program, qtbot) -> Iterator[StageView]:
    """The same lesson's stage, at the desk and before the class."""
    show(program, NETWORK.panel, SURFACE_PANEL, CURVE_PANEL)
    if request.param == "window":
        yield program.window.stage
        return
    program.presenting.open()
    presenter = program.presenting.presenter
    presenter.showNormal()
    presenter.setGeometry(0, 0, 1440, 900)
    qtbot.waitUntil(lambda: drawn_for(presenter.stage, QSize(1440, 900)))
    yield presenter.stage
    program.presenting.close()


def drawn_for(stage: StageView, size: QSize) -> bool:
    """Whether the stage has a size, and its surface is drawn as large as it is there."""
    plot = surface(stage).plot
    drawing, frame = plot.drawing, plot.frame
    if stage.size() != size or drawing is None:
        return False
    return (drawing.frame.width, drawing.frame.height) == (frame.width, frame.height)


def network(stage: StageView) -> NetworkView:
    view = stage.panels.view(NETWORK.panel)
    assert isinstance(view, NetworkView)
    return view


def surface(stage: StageView) -> SurfaceView:
    view = stage.panels.view(SURFACE_PANEL)
    assert isinstance(view, SurfaceView)
    return view


def curve(stage: StageView) -> CurveView:
    view = stage.panels.view(CURVE_PANEL)
    assert isinstance(view, CurveView)
    return view


def mouse(
    widget: QWidget, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier = PLAIN
) -> None:
    """One event of the left button, as Qt itself would deliver it."""
    moves = kind == QEvent.Type.MouseMove
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if moves else LEFT
    there = QPointF(widget.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(widget, QMouseEvent(kind, at, there, button, held, keys))


def rings(stage: StageView) -> list[int]:
    """How many pale marks of what was there are on surface and curve."""
    return [len(drawn(view.plot, Dots, "left")) for view in (surface(stage), curve(stage))]


def left_numbers(stage: StageView) -> list[str]:
    """What the network says that weights were."""
    shapes = network(stage).picture.drawing.shapes
    return [one.text for one in shapes if isinstance(one, Words) and one.text.startswith("was ")]


def theta(program: Program) -> list[float]:
    return program.controller.state.descent.moment.theta.tolist()


def handle(stage: StageView, name: str) -> QPointF:
    return QRectF(*rect_of(network(stage).picture.drawing, name)).center()


def test_a_weight_goes_by_tenths_and_by_thousandths_with_shift(stage, program, qtbot) -> None:
    view, begins = network(stage), handle(stage, "w1_1_1")
    mouse(view, QEvent.Type.MouseButtonPress, begins)
    assert (left_numbers(stage), rings(stage)) == ([], [0, 0])
    mouse(view, QEvent.Type.MouseMove, begins - QPointF(0, 23))
    assert theta(program) == [1.5, 2]
    assert (left_numbers(stage), rings(stage)) == (["was 1"], [1, 1])
    mouse(view, QEvent.Type.MouseMove, begins - QPointF(0, 23), SHIFT)
    qtbot.waitUntil(lambda: theta(program) == [1.046, 2])
    mouse(view, QEvent.Type.MouseButtonRelease, begins - QPointF(0, 23), SHIFT)
    descent = program.controller.state.descent
    assert (theta(program), descent.row, descent.provisional) == ([1.046, 2], 0, None)
    assert (left_numbers(stage), rings(stage)) == ([], [0, 0])


def test_a_finger_takes_the_weight_whose_line_or_number_is_nearest(stage, program) -> None:
    view = network(stage)
    upper, lower = view.diagram.edges
    for one, side in ((upper, -1), (lower, 1)):
        program.controller.do(showing.select_weight, "w1_1_1" if one is lower else "w1_2_1")
        across, down = one.x2 - one.x1, one.y2 - one.y1
        aside = side * FINGER / math.hypot(across, down)
        place = QPointF(one.x1 + 0.1 * across - aside * down, one.y1 + 0.1 * down + aside * across)
        assert node_at(view.picture, place) is None
        mouse(view, QEvent.Type.MouseButtonPress, place)
        assert program.controller.state.display.weight == one.name
        mouse(view, QEvent.Type.MouseMove, place - QPointF(0, 10))
        QTest.keyClick(view, Qt.Key.Key_Escape)
        mouse(view, QEvent.Type.MouseButtonRelease, place - QPointF(0, 10))


def test_the_point_goes_by_the_steps_of_the_axes_and_freely_with_shift(
    stage, program, qtbot
) -> None:
    plot = surface(stage).plot
    here, viewport = pixel(plot, 1.0, 2.0), plot.viewport()
    mouse(viewport, QEvent.Type.MouseButtonPress, here + QPointF(FINGER, 0))
    mouse(viewport, QEvent.Type.MouseMove, pixel(plot, -0.54, 0.33))
    x, y = theta(program)
    assert [x, y] == [round(x, 1), round(y, 1)]
    assert [x, y] == pytest.approx([-0.54, 0.33], abs=0.1)
    assert rings(stage) == [1, 1]
    (ring,) = drawn(plot, Dots, "left")
    assert ring.centers[0].tolist() == pytest.approx([here.x(), here.y()], abs=1.5)
    mouse(viewport, QEvent.Type.MouseMove, pixel(plot, -0.54, 0.33), SHIFT)
    qtbot.waitUntil(lambda: theta(program) != [x, y])
    free = theta(program)
    assert free == [round(value, 3) for value in free]
    mouse(viewport, QEvent.Type.MouseButtonRelease, pixel(plot, -0.54, 0.33), SHIFT)
    assert theta(program) == free
    assert rings(stage) == [0, 0]


def test_alt_and_arrows_drag_the_point_and_a_weight_until_alt_is_let_go(
    stage, program, qtbot
) -> None:
    program.controller.do(commands.step)  # to weights that are on no step
    began = theta(program)
    plot, view = surface(stage).plot, network(stage)
    for _ in range(3):
        QTest.keyPress(plot, Qt.Key.Key_Right, ALT)
    QTest.keyPress(plot, Qt.Key.Key_Down, ALT)
    first, second = round(began[0] + 0.3, 1), round(began[1] - 0.1, 1)
    qtbot.waitUntil(lambda: theta(program) == [first, second])
    assert rings(stage) == [1, 1]
    QTest.keyRelease(plot, Qt.Key.Key_Alt)
    assert program.controller.state.descent.provisional is None
    assert (theta(program), rings(stage)) == ([first, second], [0, 0])
    weight = program.controller.state.display.weight
    QTest.keyPress(view, Qt.Key.Key_Up, ALT)
    QTest.keyPress(view, Qt.Key.Key_Up, ALT | SHIFT)
    k = program.controller.state.descent.lesson.network.parameter(weight).index
    expected = round([first, second][k] + 0.11, 2)
    qtbot.waitUntil(lambda: theta(program)[k] == expected)
    QTest.keyRelease(view, Qt.Key.Key_Alt)
    assert program.controller.state.descent.provisional is None
    assert theta(program)[k] == expected


def test_escape_leaves_a_drag_and_nothing_else(stage, program) -> None:
    view, begins = network(stage), handle(stage, "w1_2_1")
    mouse(view, QEvent.Type.MouseButtonPress, begins)
    mouse(view, QEvent.Type.MouseMove, begins - QPointF(0, 30))
    assert theta(program) == [1, 2.6]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert program.presenting.on == (stage is not program.window.stage)
    mouse(view, QEvent.Type.MouseMove, begins - QPointF(0, 60))
    mouse(view, QEvent.Type.MouseButtonRelease, begins - QPointF(0, 60))
    assert theta(program) == [1, 2]
    assert not program.controller.can_undo
