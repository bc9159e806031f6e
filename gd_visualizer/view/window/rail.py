"""The narrow rail at the left: a number for each lesson, and the way to the list of all."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from gd_visualizer.lesson.library.built_in import LECTURE, PLAYGROUND, titles
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.event_listener import EventListener
from gd_visualizer.view.widgets.menus import item
from gd_visualizer.view.wishes import UNHEARD, Wishes

if TYPE_CHECKING:
    from gd_visualizer.descent.state.state import State

_WIDE = 52


class Rail(QFrame):
    """Asks for a lesson by its number; ``opener`` is the button of the list of all, ``playground``
    that of the lessons to play with, ``data`` that of one's own points. In a low window the numbers
    around the current one are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._wishes, self._playing = UNHEARD, ""
        self._titles: dict[str, tuple[str, str]] = {}  # read when the frame has been seen
        self.opener = Button("", tr("The list of lessons (Ctrl+L)"), "list", "flat")
        self.numbers = [self._number(k, name) for k, name in enumerate(LECTURE)]
        self.playground = Button("P", tr("Playground: lessons to play with"), kind="number")
        self.playground.setCheckable(True)
        self.playground.asks(self._open_playground)
        words = tr("Open a lesson file (Ctrl+O), or drop it on the window")
        self._plus = Button("", words, "plus", "flat")
        self.data = Button("", tr("Your own points (Ctrl+D)"), "points", "flat")
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(4, 8, 4, 8)
        layout.setSpacing(1)
        layout.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignHCenter)
        for number in self.numbers:
            layout.addWidget(number)
        layout.addWidget(self.playground)
        layout.addWidget(self._plus, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        layout.addWidget(self.data, 0, Qt.AlignmentFlag.AlignHCenter)
        self._measure()
        # its buttons have other sizes, after a change of scale for one
        EventListener(self, QEvent.Type.LayoutRequest, lambda _event: self._fit())

    def _number(self, place: int, name: str) -> Button:
        button = Button(str(place + 1), "", kind="number")
        button.setCheckable(True)
        button.asks(partial(self._ask, name))
        return button

    def _ask(self, name: str) -> None:
        self._wishes.open_lesson(name)

    def _open_playground(self) -> None:
        """The lessons to play with, beside their button; what is checked, the state says."""
        self.playground.setChecked(bool(self._playing))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for name in PLAYGROUND:
            title, summary = self._titles[name]
            action = item(menu, tr(title), partial(self._ask, name))
            action.setToolTip(tr(summary))
            action.setCheckable(True)
            action.setChecked(name == self._playing)
        menu.popup(self.playground.mapToGlobal(self.playground.rect().topRight()))

    def hand_in(self, wishes: Wishes) -> None:
        """Takes the ``wishes`` that the buttons call, once the program is there."""
        self._wishes = wishes
        self._plus.asks(wishes.open_file)
        self.retranslate()

    def retranslate(self) -> None:
        """The titles in the language that is in force."""
        self._titles = titles()
        for button, name in zip(self.numbers, LECTURE, strict=True):
            title, summary = self._titles[name]
            button.setToolTip(f"{tr(title)}\n{tr(summary)}")
            button.setAccessibleName(f"{button.text()} {tr(title)}")

    def sync(self, new: "State", old: "State | None") -> None:
        """Marks the current lesson; none, where it came from a file."""
        lesson = new.descent.lesson
        if old and old.descent.lesson is lesson:
            return
        for button, name in zip(self.numbers, LECTURE, strict=True):
            button.setChecked(name == lesson.id and not lesson.source)
        self._playing = lesson.id if lesson.id in PLAYGROUND and not lesson.source else ""
        self.playground.setChecked(bool(self._playing))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many numbers as have room whole."""
        margins = self._column.contentsMargins()
        room = self.height() - margins.top() - margins.bottom() - self._column.spacing()
        for button in (self.opener, self.playground, self._plus, self.data):
            room -= button.sizeHint().height() + self._column.spacing()
        highest = max((button.sizeHint().height() for button in self.numbers), default=0)
        one = highest + self._column.spacing()
        count, current = max(room // one, 1), self._current
        first = max(min(current - count // 2, len(self.numbers) - count), 0)
        for k, button in enumerate(self.numbers):
            button.setVisible(first <= k < first + count)

    @property
    def _current(self) -> int:
        """The place of the current lesson; the first where it came from a file."""
        return next((k for k, button in enumerate(self.numbers) if button.isChecked()), 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(px(_WIDE))
