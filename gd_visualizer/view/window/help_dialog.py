"""Keys and gestures on one page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from gd_visualizer.text.message import marked
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.scrolling import fit_to_screen, scrolling

KEYS = (
    (marked("Right, Left"), marked("one step on, one step back")),
    (marked("PageDown, PageUp"), marked("the next beat or phase, and back (a clicker)")),
    (marked("Space or R"), marked("run, pause")),
    (marked("Home, End"), marked("reset, latest step")),
    (marked("N"), marked("new random start")),
    (marked("L"), marked("dark, or light: only the ground around the point")),
    (marked("Ctrl+Z, Ctrl+Shift+Z"), marked("undo, redo")),
    (marked("Ctrl+O, Ctrl+E"), marked("open a lesson, export a picture or table")),
    (marked("Ctrl+C"), marked("copy the picture in focus")),
    (marked("Ctrl++, Ctrl+−, Ctrl+0"), marked("larger, smaller, normal size")),
    (marked("F5"), marked("the presenter, in and out")),
    (marked("Arrows in the network"), marked("from weight to node; a number types")),
    (marked("Up, Down in table and strip"), marked("another point, another number; Enter selects")),
    (marked("Up, Down, Shift+Left, Shift+Right in 3D"), marked("turn it")),
    (marked("Ctrl+L"), marked("fold the lessons away")),
    (marked("Esc"), marked("stop a run; leave what is open")),
    (marked("F1"), marked("this page")),
)
GESTURES = (
    (marked("A weight"), marked("drag it up or down (Shift: finer); click it to type")),
    (marked("The point on the surface"), marked("drag it: the weights follow")),
    (marked("Surface"), marked("wheel zooms, dragging the ground moves it")),
    (marked("Surface, double click"), marked("start a descent there")),
    (marked("3D"), marked("drag turns it, Shift moves it, wheel zooms; drag the ball")),
    (marked("A kept run"), marked("click hides and shows it, right click renames, removes")),
    (marked("Loss by step"), marked("click or drag goes to that step")),
    (marked("A lesson file"), marked("drop it on the window")),
)


class HelpDialog(QDialog):
    """Opened by F1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for title, lines in ((tr("Keys"), KEYS), (tr("Mouse"), GESTURES)):
            heading = QLabel(title)
            heading.setObjectName("title")
            layout.addWidget(heading)
            grid = QGridLayout()
            grid.setHorizontalSpacing(px(22))
            for row, (what, does) in enumerate(lines):
                name, words = QLabel(tr(what)), QLabel(tr(does))
                words.setObjectName("quiet")
                grid.addWidget(name, row, 0)
                grid.addWidget(words, row, 1)
            grid.setColumnStretch(1, 1)
            layout.addLayout(grid)
        close = Button(tr("Close"), tr("Close (Esc)"))
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.addWidget(scrolling(page))
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        fit_to_screen(self, page.sizeHint())
