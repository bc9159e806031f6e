"""The list of lessons: every title whole, the heading between the groups is passed over."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QStyle

from gd_visualizer.lesson.library.built_in import BUILT_IN, LECTURE, PLAYGROUND
from gd_visualizer.view.look import style


def shown(program, qtbot) -> QListWidget:
    qtbot.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    found = program.window.lessons.findChild(QListWidget)
    assert found.isVisible()
    return found


def cut(titles: QListWidget) -> list[str]:
    """Titles with more lines, or longer ones, than their rows have room for."""
    found = []
    texts = [titles.item(k) for k in range(titles.count()) if titles.item(k).text()]
    for item in texts:
        room = titles.visualItemRect(item)
        beside = titles.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        whole = min(room.width(), titles.viewport().width())
        wide = whole - 2 * (style.px(8) + beside)  # 8: the style sheet’s
        within, wraps = QRect(0, 0, wide, 9999), Qt.TextFlag.TextWordWrap
        needs = titles.fontMetrics().boundingRect(within, wraps, item.text())
        if needs.height() > room.height() or needs.width() > wide:
            found.append(item.text())
    return found


@pytest.mark.parametrize("size", [(900, 600), (1024, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "de"])
def test_no_title_is_cut(start, qtbot, request, size, language) -> None:
    program = start("circle", size)
    program.appearance.set_language(language)
    request.addfinalizer(lambda: program.appearance.set_language("en"))
    for scale in (1.0, 1.5, 2.0):
        program.appearance.set_scale(scale)
        titles = shown(program, qtbot)
        assert titles.count() == len(BUILT_IN) + 1
        assert cut(titles) == []
        qtbot.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_down_and_up_pass_over_the_heading(start, qtbot) -> None:
    program = start(LECTURE[-1])
    titles = shown(program, qtbot)
    for key, name in ((Qt.Key.Key_Down, PLAYGROUND[0]), (Qt.Key.Key_Up, LECTURE[-1])):
        qtbot.keyClick(titles, key)
        assert program.controller.state.descent.lesson.id == name
