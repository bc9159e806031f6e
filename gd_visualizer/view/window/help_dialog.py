"""Keys and gestures on one page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from gd_visualizer.text.message import translatable
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.scrolling import fit_to_screen, scrolling

KEYS = (
    (translatable("Right, Left"), translatable("one step on, one step back")),
    (
        translatable("PageDown, PageUp"),
        translatable("the next beat or phase, and back (a clicker)"),
    ),
    (translatable("Space or R"), translatable("run, pause")),
    (translatable("Home, End"), translatable("reset, latest step")),
    (translatable("N"), translatable("new random start")),
    (translatable("L"), translatable("dark, or light: only the ground around the point")),
    (translatable("Ctrl+Z, Ctrl+Shift+Z"), translatable("undo, redo")),
    (
        translatable("Ctrl+O, Ctrl+E"),
        translatable("open a lesson or a table, export a picture or table"),
    ),
    (
        translatable("Ctrl+S, Ctrl+Shift+S"),
        translatable("save the lesson, save it under another name"),
    ),
    (
        translatable("Ctrl+C, Ctrl+V"),
        translatable("copy the picture in focus; paste cells of a spreadsheet as points"),
    ),
    (translatable("Ctrl++, Ctrl+−, Ctrl+0"), translatable("larger, smaller, normal size")),
    (translatable("F5"), translatable("the presenter, in and out")),
    (translatable("Arrows in the network"), translatable("from weight to node; a number types")),
    (
        translatable("Alt+Up, Alt+Down in the network"),
        translatable("drag the weight by steps (Shift: finer); let Alt go to drop it"),
    ),
    (
        translatable("Alt+arrows on surface and fit"),
        translatable("drag the point by steps (Shift: finer); let Alt go to drop it"),
    ),
    (
        translatable("Up, Down in table and strip"),
        translatable("another point, another number; Enter selects"),
    ),
    (translatable("Up, Down, Shift+Left, Shift+Right in 3D"), translatable("turn it")),
    (
        translatable("Ctrl+1 to Ctrl+6"),
        translatable("network, fit, points, surface, loss, code: shown or not"),
    ),
    (translatable("Ctrl+L, Ctrl+D"), translatable("the list of lessons, your own points")),
    (translatable("Esc"), translatable("stop a run; leave what is open")),
    (translatable("F1"), translatable("this page")),
)
GESTURES = (
    (translatable("A weight"), translatable("drag it up or down (Shift: finer); click it to type")),
    (
        translatable("The point on the surface"),
        translatable("drag it: the weights follow (Shift: finer)"),
    ),
    (translatable("Learning rate"), translatable("drag it (Shift: finer), or type it")),
    (
        translatable("Learning rate in the arithmetic"),
        translatable("drag it up or down, turn the wheel, or type: the step is made again"),
    ),
    (translatable("Surface"), translatable("wheel zooms, dragging the ground moves it")),
    (translatable("Surface, double click"), translatable("start a descent there")),
    (translatable("3D"), translatable("drag turns it, Shift moves it, wheel zooms; drag the ball")),
    (
        translatable("A kept run"),
        translatable("click hides and shows it, right click renames, removes"),
    ),
    (
        translatable("Fit"),
        translatable("click a point to choose it, drag it to move it, Delete takes it away"),
    ),
    (
        translatable("A number in the table"),
        translatable("double click types another; Enter, too; Delete takes the point away"),
    ),
    (translatable("Loss by step"), translatable("click or drag goes to that step")),
    (translatable("A lesson file"), translatable("drop it on the window")),
)


class HelpDialog(QDialog):
    """The program's keys and what the mouse does, in two lists."""

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


def open_help(window: QWidget) -> None:
    """Shows the page over ``window``."""
    dialog = HelpDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
