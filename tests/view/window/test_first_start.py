"""Somebody opens the program for the first time: one lesson, one sentence, one blue button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gd_visualizer.app.start import last_lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load


def blue_buttons(program) -> list[QPushButton]:
    """Those in the colour of what is to be pressed next."""
    found = program.window.findChildren(QPushButton)
    return [one for one in found if one.isVisible() and one.objectName() == "primary"]


def test_it_begins_with_the_first_lesson_and_the_blue_button_leads_through_it(
    settings, start
) -> None:
    program = start(last_lesson(settings))
    lesson = load(BUILT_IN[0])
    assert program.controller.state.descent.lesson.id == lesson.id
    assert program.window.stage.sentence == lesson.summary
    for beat in lesson.beats:
        (button,) = blue_buttons(program)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert program.window.stage.sentence == beat.text


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_every_lesson_has_one_blue_button(start, lesson) -> None:
    program = start(lesson)
    assert len(blue_buttons(program)) == 1
