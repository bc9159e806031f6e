"""Numbers of points are typed in the table, through the real window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gd_visualizer.app.program import Program
from gd_visualizer.lesson.pictures import POINTS_PANEL
from gd_visualizer.view.points.view import PointsView
from gd_visualizer.view.widgets.number_editor import NumberEditor
from tests.view.shown import box_of

LEFT = Qt.MouseButton.LeftButton


def shown(start) -> tuple[Program, PointsView]:  # type: ignore[no-untyped-def]
    program = start("many-steps")
    program.window.wishes.show_panel(POINTS_PANEL, True)
    return program, program.live.points


def cell(view: PointsView, point: int, column: str) -> QPoint:
    assert view.drawing is not None
    left, _top, width, _height = view.drawing.areas[column]
    row = box_of(view, point)
    assert row is not None
    return QPoint(round(left + width / 2), round(row[1] + row[3] / 2))


def typed(view: PointsView, text: str) -> NumberEditor:  # type: ignore[type-arg]
    (editor,) = view.findChildren(NumberEditor)
    assert editor.isVisible()
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    return editor


def test_a_double_click_types_another_actual_value_and_other_inputs(qtbot, start) -> None:  # type: ignore[no-untyped-def]
    program, view = shown(start)
    QTest.mouseDClick(view, LEFT, pos=cell(view, 1, "actual"))
    typed(view, "7,5")
    data = program.controller.state.descent.lesson.data
    assert data.y.tolist() == [[6], [7.5], [5], [-4]]
    QTest.mouseDClick(view, LEFT, pos=cell(view, 2, "inputs"))
    typed(view, "0; -1/2")
    data = program.controller.state.descent.lesson.data
    assert data.X.tolist() == [[3, 4], [1, 2], [0, -0.5], [-2, 1]]
    program.controller.undo()
    program.controller.undo()
    assert program.controller.state.descent.lesson.id == "many-steps"
    assert program.controller.state.descent.lesson.taught is None


def test_what_is_no_number_stays_to_be_mended_and_the_predicted_cannot_be_typed(  # type: ignore[no-untyped-def]
    qtbot, start
) -> None:
    program, view = shown(start)
    before = program.controller.state.descent
    QTest.mouseDClick(view, LEFT, pos=cell(view, 0, "inputs"))
    editor = typed(view, "3")
    assert editor.isVisible()
    assert "2 numbers" in editor.toolTip()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.mouseDClick(view, LEFT, pos=cell(view, 0, "predicted"))
    assert not editor.isVisible()
    assert program.controller.state.descent is before


def test_delete_takes_the_shown_point_away_and_enter_types(qtbot, start) -> None:  # type: ignore[no-untyped-def]
    program, view = shown(start)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    data = program.controller.state.descent.lesson.data
    assert data.y.tolist() == [[6], [5], [-4]]
    QTest.keyClick(view, Qt.Key.Key_Return)
    typed(view, "1")
    assert program.controller.state.descent.lesson.data.y.tolist() == [[6], [1], [-4]]
