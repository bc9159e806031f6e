"""Keys and gestures on one page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from gd_visualizer.view.buttons import Button
from gd_visualizer.view.scrolling import fit_to_screen, scrolling
from gd_visualizer.view.style import px

KEYS = (
    ("Right, Left", "one step on, one step back"),
    ("PageDown, PageUp", "one phase on, one phase back (a clicker)"),
    ("Space or R", "run, pause"),
    ("Home, End", "reset, latest step"),
    ("N", "new random start"),
    ("Ctrl+Z, Ctrl+Shift+Z", "undo, redo"),
    ("Ctrl+O, Ctrl+E", "open a lesson, export a picture or table"),
    ("Ctrl+C", "copy the picture in focus"),
    ("Ctrl++, Ctrl+−, Ctrl+0", "larger, smaller, normal size"),
    ("Ctrl+L", "fold the lessons away"),
    ("Esc", "leave what is open"),
    ("F1", "this page"),
)
GESTURES = (
    ("A weight", "drag it up or down (Shift: finer); click it to type"),
    ("The point on the surface", "drag it: the weights follow"),
    ("Surface", "wheel zooms, dragging the ground moves it"),
    ("Loss by step", "click or drag goes to that step"),
    ("A lesson file", "drop it on the window"),
)


class HelpDialog(QDialog):
    """Opened by F1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for title, lines in (("Keys", KEYS), ("Mouse", GESTURES)):
            heading = QLabel(title)
            heading.setObjectName("title")
            layout.addWidget(heading)
            grid = QGridLayout()
            grid.setHorizontalSpacing(px(22))
            for row, (what, does) in enumerate(lines):
                name, words = QLabel(what), QLabel(does)
                words.setObjectName("quiet")
                grid.addWidget(name, row, 0)
                grid.addWidget(words, row, 1)
            grid.setColumnStretch(1, 1)
            layout.addLayout(grid)
        close = Button("Close", "Close (Esc)")
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.addWidget(scrolling(page))
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        fit_to_screen(self, page.sizeHint())
