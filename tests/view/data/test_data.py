"""The points' panel and the dialog of tables, through the real window."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox

from gd_visualizer.app.program import Program
from gd_visualizer.view.data.table_dialog import TableDialog

ROOMS = (
    "area;town;balcony;price\n52,5;Jena;no;180\n75;Jena;yes;n/a\n38;Erfurt;yes;131\n91;J;no;300\n"
)
CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot, window) -> TableDialog:  # type: ignore[no-untyped-def]
    """The dialog that is open."""
    qtbot.waitUntil(lambda: bool(window.findChildren(TableDialog)))
    dialog = window.findChildren(TableDialog)[0]
    assert isinstance(dialog, TableDialog)
    return dialog


def take(dialog: TableDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Open).click()


def lesson(program: Program):  # type: ignore[no-untyped-def]
    return program.controller.state.descent.lesson


def test_a_dropped_table_becomes_a_lesson_of_the_columns_that_are_chosen(  # type: ignore[no-untyped-def]
    qtbot, program: Program, tmp_path
) -> None:
    path = tmp_path / "rooms.csv"
    path.write_text(ROOMS)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    how = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(program.window, QDragEnterEvent(QPoint(300, 300), *how))
    QApplication.sendEvent(program.window, QDropEvent(QPointF(300, 300), *how))
    dialog = shown(qtbot, program.window)
    assert [box.currentText() for box in dialog.roles] == [
        "input",
        "not used",
        "not used",
        "target",
    ]
    assert dialog.told.startswith("3 points of 1 input and 1 target; 1 row is left out")
    dialog.roles[3].setCurrentIndex(0)
    assert dialog.told == "rooms.csv: expected a target"
    dialog.roles[2].setCurrentIndex(2)
    assert dialog.told == "4 points of 1 input and 1 target."
    take(dialog)
    assert lesson(program).title == "rooms"
    assert lesson(program).data.classes == ("no", "yes")
    program.controller.undo()
    assert lesson(program).id == "two-inputs"


def test_cells_are_pasted_from_a_spreadsheet(qtbot, program: Program) -> None:  # type: ignore[no-untyped-def]
    QGuiApplication.clipboard().setText("x\ty\n1\t2\n3\t5\n")
    QTest.keyClick(program.window, Qt.Key.Key_V, CONTROL)
    take(shown(qtbot, program.window))
    assert lesson(program).data.X.tolist() == [[1], [3]]


def test_a_clipboard_without_a_table_is_refused_in_a_sentence(qtbot, program: Program) -> None:  # type: ignore[no-untyped-def]
    QGuiApplication.clipboard().setText(" ")
    before = program.controller.state
    QTest.keyClick(program.window, Qt.Key.Key_V, CONTROL)
    (box,) = program.window.findChildren(QMessageBox)
    assert box.text().startswith("The clipboard holds no table")
    box.close()
    assert program.controller.state is before


def test_the_panel_shows_how_points_are_made_and_asks_for_others(qtbot, program: Program) -> None:  # type: ignore[no-untyped-def]
    window = program.window
    QTest.keyClick(window, Qt.Key.Key_D, CONTROL)
    panel = window.data
    assert panel.isVisible()
    assert not panel.noise.isEnabled()
    panel.kinds["over or under"].click()
    made = lesson(program).data.generated
    assert (made.kind, made.points) == ("over or under", 200)
    assert [kind for kind, button in panel.kinds.items() if button.isChecked()] == ["over or under"]
    panel.formula.setText("0.5 x")
    QTest.keyClick(panel.formula, Qt.Key.Key_Return)
    assert lesson(program).data.generated.formula == "0.5 x"
    panel.share.slider.setValue(5)
    assert len(lesson(program).data.rows[1]) == 50
    panel.anew.click()
    assert lesson(program).data.generated.seed == made.seed + 1
    panel.scaled.click()
    assert lesson(program).data.scaled
    assert lesson(program).fit.X.mean(axis=0) == pytest.approx(0)


def test_a_wrong_formula_is_told_and_changes_nothing(qtbot, program: Program) -> None:  # type: ignore[no-untyped-def]
    program.window.toggle_data()
    panel = program.window.data
    panel.kinds["curve"].click()
    before = program.controller.state
    panel.formula.setText("sin(y)")
    QTest.keyClick(panel.formula, Qt.Key.Key_Return)
    assert program.controller.state is before
    assert program.window.stage.sentence.startswith("The formula sin(y): cannot read y")
    assert panel.formula.property("wrong")
    QTest.keyClicks(panel.formula, " ")
    assert not panel.formula.property("wrong")


def test_a_drag_of_a_slider_is_taken_back_as_one(qtbot, program: Program) -> None:  # type: ignore[no-untyped-def]
    program.window.toggle_data()
    panel = program.window.data
    panel.kinds["circle"].click()
    before = program.controller.state
    slider = panel.noise.slider
    slider.setSliderDown(True)
    for place in (6, 9, 12):
        slider.setValue(place)
    slider.setSliderDown(False)
    assert lesson(program).data.generated.noise == 0.6
    program.controller.undo()
    assert program.controller.state.descent is before.descent
