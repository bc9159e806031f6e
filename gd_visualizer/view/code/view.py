"""The step as NumPy code: the lines of the current phase are lit."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout

from gd_visualizer.descent.code.script import script
from gd_visualizer.descent.code.source import Source
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.pictures import CODE
from gd_visualizer.view.look.style import palette, px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.wishes import Wishes

_ABOVE = 1  # lines that stay in sight above the lit ones


class CodeView(PictureView):
    """Selectable; asks for the whole script, to be copied or saved."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setAccessibleName(tr("Code"))
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = Button(tr("Copy"), tr("Copy the whole script"), kind="tab")
        self._save = Button(tr("Save …"), tr("Save the script as a .py file"), kind="tab")
        self._copy.asks(wishes.copy_script)
        self._save.asks(wishes.save_script)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._text, 1)
        layout.addLayout(buttons)
        self._state: State | None = None
        self._lines: tuple[Source, ...] = ()
        self._measure()

    @property
    def text(self) -> str:
        """All lines of the script, as they are seen."""
        return self._text.toPlainText()

    @property
    def selected(self) -> str:
        """What the person has selected in it."""
        return self._text.textCursor().selectedText().replace("\u2029", "\n")

    @property
    def lit(self) -> list[str]:
        """The lines that belong to the current phase, as they are highlighted."""
        return [line.text for line in self._lines if self._is_lit(line)]

    def sync(self, new: State, old: State | None) -> None:
        """The code of this step; made only while it is seen."""
        same = old is not None and old.descent is new.descent
        same = same and old is not None and old.progress.asked == new.progress.asked
        self._state = new
        if new.display.page is CODE and not (same and self._lines):
            self._write()
        elif not same:
            self._lines = ()

    def _write(self) -> None:
        state = self._state
        if state is None:
            return
        lines = script(step_values(state.descent, 0), elided=True)
        if lines != self._lines:
            self._lines = lines
            place = self._text.verticalScrollBar().value()
            self._text.setPlainText("\n".join(line.text for line in lines))
            self._text.verticalScrollBar().setValue(place)
        self._light()

    def _is_lit(self, line: Source) -> bool:
        if self._state is None or line.phase == Phase.START or not line.text:
            return False
        return line.phase == (self._state.progress.asked or self._state.descent.phase)

    def _light(self) -> None:
        marks = []
        first = -1
        for number, line in enumerate(self._lines):
            if not self._is_lit(line):
                continue
            first = number if first < 0 else first
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self._text.document().findBlockByNumber(number))
            mark.format.setBackground(QColor(palette().now_soft))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self._text.setExtraSelections(marks)
        if first >= 0:
            self._text.verticalScrollBar().setValue(max(first - _ABOVE, 0))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
            self._light()

    def _measure(self) -> None:
        face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        face.setPixelSize(px(14))
        self._text.setFont(face)
