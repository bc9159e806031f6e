"""The field in which a result is typed that is asked for, over its chip."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gd_visualizer.drawing.shapes import Box, Drawing, Rect, Words
from gd_visualizer.scene.explanation.parts import ASKED
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.number_field import NumberField
from gd_visualizer.view.wishes import Wishes

_INSET, _HIGH = 0.2, 1.45  # sizes of the chip's number: beside the field, and its height


class AnswerField(NumberField):
    """As large as the number that will stand there; asks by Enter for what has been typed."""

    def __init__(self, parent: QWidget, wishes: Wishes) -> None:
        super().__init__(parent)
        self.setObjectName("answer")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Your prediction"))
        self.setPlaceholderText(ASKED)
        self.setToolTip(tr("Type what you expect, and press Enter"))
        self.setMaxLength(24)
        self.returnPressed.connect(lambda: wishes.answer(self.text()))
        self.hide()

    def place_over(self, drawing: Drawing) -> None:
        """Over the chip that asks; not there where none does."""
        found = _asked_in(drawing)
        if found is None and self.hasFocus():
            self.window().setFocus()  # the keys are the window's again
        self.setVisible(found is not None)
        if found is None:
            return
        (left, _, width, _), words = found
        inset, high = _INSET * words.size, _HIGH * words.size
        self.setStyleSheet(f"font-size: {round(words.size)}px; font-weight: 700; padding: 0;")
        self.setGeometry(
            round(left + inset), round(words.y - high / 2), round(width - 2 * inset), round(high)
        )


def _asked_in(drawing: Drawing) -> tuple[Rect, Words] | None:
    """The chip with the result that is asked for, and its question mark."""
    asked = [one for one in drawing.shapes if isinstance(one, Words) and one.text == ASKED]
    for words in asked[-1:]:
        for box in drawing.shapes:
            if isinstance(box, Box) and _holds(box.rect, words):
                return box.rect, words
    return None


def _holds(rect: Rect, words: Words) -> bool:
    left, top, width, height = rect
    return left <= words.x <= left + width and top <= words.y <= top + height
