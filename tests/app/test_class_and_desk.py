"""What once went wrong between window and class: crashes, keys that went nowhere, words unsaid."""

import gc

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from gd_visualizer.app.program import Program
from gd_visualizer.background.worker import RenderWorker
from gd_visualizer.drawing.shapes import Box, flat
from gd_visualizer.lesson.pictures import CODE_PANEL
from gd_visualizer.view.stage.view import StageView
from tests.view.shown import show


def test_a_node_under_the_mouse_may_be_gone_in_the_next_lesson(start) -> None:
    program: Program = start("many-points")
    network = program.live.network
    node = network.diagram.nodes[-1]
    QTest.mouseMove(network, QPoint(round(node.x), round(node.y)))
    program.opening.open_built_in("loss-function")
    assert not network.grab().isNull()
    QTest.keyClick(program.window, Qt.Key.Key_PageDown)
    assert not network.grab().isNull()


def test_while_a_figure_is_drawn_no_widget_is_deleted_on_its_thread(qtbot) -> None:
    worker = RenderWorker()
    seen: list[bool] = []
    for kind in ("preview", "preview", "file"):
        worker.submit(kind, lambda: seen.append(gc.isenabled()))
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled)
    assert seen
    assert not any(seen)
    worker.submit("preview", lambda: 1 / 0)
    qtbot.waitUntil(gc.isenabled)
    worker.submit("preview", lambda: None)
    worker.close()
    assert gc.isenabled()


def test_after_a_click_on_the_code_the_clicker_goes_on(start) -> None:
    program: Program = start("through-a-layer")
    show(program, CODE_PANEL)
    program.presenting.open()
    presenter = program.presenting.presenter
    text = presenter.stage.panels.view(CODE_PANEL).findChild(QPlainTextEdit)
    text.setFocus()
    before = program.controller.state
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    assert program.controller.state.progress.beat != before.progress.beat
    QTest.keyClick(text, Qt.Key.Key_PageUp)
    assert program.controller.state.progress == before.progress
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert program.controller.state.descent.row == 1
    presenter.close()


def test_however_the_whole_arithmetic_is_closed_the_keys_are_the_window_s(start) -> None:
    program: Program = start("through-a-layer")
    for _ in range(5):
        QTest.keyClick(program.window, Qt.Key.Key_PageDown)
    stage = program.window.stage
    stage.arithmetic.more.emit()
    assert stage.overlay.isVisible()
    QTest.keyClick(stage.overlay.arithmetic, Qt.Key.Key_Escape)
    assert stage.overlay.isHidden()
    assert program.window.focusWidget() in (None, program.window)


def test_the_class_reads_too_that_the_lesson_goes_on(start) -> None:
    program: Program = start("two-inputs")
    program.presenting.open()
    presenter = program.presenting.presenter
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    for _ in range(2):
        QTest.keyClick(presenter, Qt.Key.Key_Right)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    said = program.window.stage.sentence
    assert "The lesson goes on where it was" in said
    assert presenter.stage.sentence == said
    presenter.close()


def chips(stage: StageView) -> list[object]:
    drawing = stage.arithmetic.drawing
    return [one.rect for one in flat(drawing.shapes) if isinstance(one, Box) and one.round]


def test_chips_keep_their_places_after_another_scale_too(start, qtbot) -> None:
    program: Program = start("many-steps")
    stage, places = program.window.stage, []
    for _ in range(3):
        QTest.keyClick(program.window, Qt.Key.Key_PageDown)
        places.append(chips(stage))
    assert places[1] == places[2]  # the update of two steps
    program.appearance.set_scale(1.25)
    program.appearance.set_scale(1.0)
    qtbot.waitUntil(lambda: chips(stage) == places[1])
    QTest.keyClick(program.window, Qt.Key.Key_PageUp)
    assert chips(stage) == places[1]
