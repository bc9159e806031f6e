"""The lessons, numbered, the current one marked."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from gd_visualizer.descent.state import State


class LessonList(QFrame):
    """Asks for another lesson by its id; below it, for a lesson file."""

    lesson_requested = Signal(str)
    open_requested = Signal()

    def __init__(self, lessons: list[tuple[str, str, str]]) -> None:
        """``lessons`` are (id, title, summary)."""
        super().__init__()
        self.setObjectName("lessons")
        self.setMinimumWidth(206)
        self._ids = [name for name, _title, _summary in lessons]
        self._list = QListWidget()
        self._list.setAccessibleName("Lessons")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        for number, (_name, title, summary) in enumerate(lessons, 1):
            item = QListWidgetItem(f"{number:>2}   {title}")
            item.setToolTip(summary)
            self._list.addItem(item)
        self._list.currentRowChanged.connect(self._ask)
        heading = QLabel("LESSONS")
        heading.setObjectName("quiet")
        opener = QPushButton("Open lesson …")
        opener.setToolTip("Open a lesson file (Ctrl+O)")
        opener.clicked.connect(self.open_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 14, 10, 10)
        layout.addWidget(heading)
        layout.addWidget(self._list, 1)
        layout.addWidget(opener)

    def sync(self, new: State, old: State | None) -> None:
        """Marks the current lesson; none, where it came from a file."""
        lesson = new.descent.lesson
        if old and old.descent.lesson is lesson:
            return
        with QSignalBlocker(self._list):
            row = self._ids.index(lesson.id) if lesson.id in self._ids else -1
            self._list.setCurrentRow(row)

    def _ask(self, row: int) -> None:
        if row >= 0:
            self.lesson_requested.emit(self._ids[row])
