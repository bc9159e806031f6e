"""The code picture before a class: large letters, the phase's lines lit over their whole width."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.pictures import CODE, NETWORK
from gd_visualizer.view.code.view import CodeView
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.stage.view import StageView
from tests.view.shown import show


def code(stage: StageView) -> CodeView:
    view = stage.panels.view(CODE.panel)
    assert isinstance(view, CodeView)
    return view


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1024, 768)], ids=str)
def test_the_class_reads_each_phase_with_its_values_in_large_letters(program, qtbot, size) -> None:
    show(program, NETWORK.panel, CODE.panel)
    program.presenting.open()
    presenter = program.presenting.presenter
    presenter.showNormal()
    presenter.setGeometry(0, 0, *size)
    view = code(presenter.stage)
    text = view.findChild(QPlainTextEdit)
    qtbot.waitUntil(lambda: text.width() > 100)
    for phase, said in (
        (Phase.FORWARD, "[3 8]"),
        (Phase.ERROR, "25"),
        (Phase.SLOPES, "[30 40]"),
        (Phase.UPDATE, "[0.7 1.6]"),
    ):
        while program.controller.state.descent.phase != phase:
            QTest.keyClick(presenter, Qt.Key.Key_PageDown)
            qtbot.waitUntil(lambda: not program.controller.running)
        assert f"# {said}" in view.text.replace("\u00a0", " ")
        assert text.font().pixelSize() >= min(size[1], size[0] * 5 // 8) // 30
        block = text.document().findBlockByNumber(view.text.split("\n").index(view.lit[0]))
        first = block.firstLineNumber() - text.verticalScrollBar().value()
        assert 0 <= first <= 2
        top = text.cursorRect(text.cursorForPosition(text.viewport().rect().topLeft()))
        image = text.viewport().grab().toImage()
        ratio, high = image.devicePixelRatio(), top.height()
        edge = round((text.viewport().width() - 8) * ratio)
        lit = QColor(palette().now_soft)
        for row in range(first, first + 2):
            y = round((top.top() + (row + 0.5) * high) * ratio)
            assert image.pixelColor(edge, y) == lit
    program.presenting.close()


def test_long_lines_are_wrapped_and_nothing_has_a_scroll_bar(program, qtbot) -> None:
    show(program, NETWORK.panel, CODE.panel)
    view = code(program.window.stage)
    text = view.findChild(QPlainTextEdit)
    for width in (1440, 900):
        program.window.resize(width, 800)
        qtbot.waitUntil(lambda width=width: program.window.stage.width() > width - 120)
        assert text.horizontalScrollBar().maximum() == 0
        assert not text.horizontalScrollBar().isVisible()
        assert not text.verticalScrollBar().isVisible()
