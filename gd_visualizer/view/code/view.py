"""The step as NumPy code: the lines of the current phase are lit, with what they compute."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.code.lines import CodeLine, code_lines
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.keyboard_focus import KeyboardFocus
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.wishes import Wishes

_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
_ABOVE = 1  # lines that stay in sight above the lit ones


class CodeView(PictureView):
    """Selectable; asks for the whole script, to be copied or saved."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        for bar in (self._text.setHorizontalScrollBarPolicy, self._text.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it goes to the lit lines by itself
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
        self._text.installEventFilter(self)
        KeyboardFocus(self._text)
        self._lines: tuple[CodeLine, ...] = ()
        self._measure()

    def set_em(self, em: float) -> None:
        super().set_em(em)
        self._measure()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Plain keys are the window's, or the clicker's before a class: nothing is typed here."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() not in _PLAIN or event.key() == Qt.Key.Key_Tab:
            return False
        event.ignore()
        return True

    @property
    def text(self) -> str:
        """All lines of the script, as they are seen, with their comments."""
        return self._text.toPlainText()

    @property
    def selected(self) -> str:
        """What the person has selected in it."""
        return self._text.textCursor().selectedText().replace("\u2029", "\n")

    @property
    def lit(self) -> list[str]:
        """The lines that belong to the current phase and are highlighted, without comments."""
        return [line.code for line in self._lines if line.lit]

    def sync(self, new: State, _old: State | None) -> None:
        """The code of this step; made only while it is seen."""
        lines = code_lines(new)
        if lines == self._lines:
            return
        if [line.text for line in lines] != [line.text for line in self._lines]:
            self._text.setPlainText("\n".join(line.text for line in lines))
        self._lines = lines
        self._light()

    def _light(self) -> None:
        """The lit lines, as many as each takes, and the text scrolled to the first of them."""
        document, marks, first = self._text.document(), list[QTextEdit.ExtraSelection](), -1
        block = document.firstBlock()
        for line in self._lines:
            document.documentLayout().blockBoundingRect(block)  # lays it out
            if line.lit:
                first = block.firstLineNumber() if first < 0 else first
                marks += self._marks(block)
            block = block.next()
        self._text.setExtraSelections(marks)
        if first >= 0:
            self._text.verticalScrollBar().setValue(max(first - _ABOVE, 0))

    def _marks(self, block: QTextBlock) -> list[QTextEdit.ExtraSelection]:
        """One for each line that a line of code is wrapped into, over the whole width."""
        marks = []
        for k in range(block.layout().lineCount()):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.cursor.setPosition(block.position() + block.layout().lineAt(k).textStart())
            mark.format.setBackground(QColor(palette().now_soft))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        return marks

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._light()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
            self._light()

    def _measure(self) -> None:
        face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        face.setPixelSize(max(round(self.em), 1))
        self._text.setFont(face)
