"""What is painted anew on the stage."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.program import Program


class Painted(QObject):
    """Gathers who is painted, of all there is in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QObject] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.widgets.append(watched)
        return False


def test_another_sentence_leaves_all_else_as_it_is(program: Program, qtbot) -> None:
    stage = program.window.stage
    QApplication.processEvents()
    painted = Painted()
    stage.tell("The loss fell.")
    qtbot.waitUntil(lambda: stage in painted.widgets)
    others = {
        *stage.phases.chips,
        *stage.panels.tools,
        *stage.panels.views.values(),
        stage.arithmetic,
    }
    assert not others & set(painted.widgets)
    QApplication.instance().removeEventFilter(painted)
