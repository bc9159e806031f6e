"""The rate's field in the whole window: clicked, typed over, taken by Enter."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gd_visualizer.app.program import Program
from gd_visualizer.view.widgets.number_field import NumberField

LEFT = Qt.MouseButton.LeftButton


def rate_field(program: Program) -> NumberField:
    (found,) = (
        one
        for one in program.window.transport.findChildren(NumberField)
        if one.accessibleName() == "Learning rate"
    )
    return found


def rate(program: Program) -> float:
    return program.controller.state.descent.settings.rate.value


@pytest.mark.parametrize("click", [QTest.mouseClick, QTest.mouseDClick])
def test_what_is_typed_after_a_click_replaces_the_whole_rate(program, click) -> None:
    field = rate_field(program)
    at = QPoint(14, field.height() // 2)  # in the part before the point
    for text, value in (("0.13", 0.13), ("1/8", 0.125)):
        click(field, LEFT, Qt.KeyboardModifier.NoModifier, at)
        assert field.selectedText() == field.text()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert rate(program) == value
        assert not field.hasFocus()  # the next Right is a step again


def test_a_second_click_places_the_cursor(program) -> None:
    field = rate_field(program)
    field.setText("0.25")
    middle, keys = field.height() // 2, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(field, LEFT, keys, QPoint(14, middle))
    QTest.mouseClick(field, LEFT, keys, QPoint(field.width() - 4, middle), 1000)  # no double click
    assert not field.hasSelectedText()
    QTest.keyClicks(field, "5")
    assert field.text() == "0.255"
    program.window.setFocus()
