"""Small boxes of the export dialog: pixels, and the language of a picture."""

from PySide6.QtWidgets import QComboBox, QSpinBox

from gd_visualizer.lesson.library.languages import NAMES
from gd_visualizer.view.text.translate import language, tr

_LEAST, MOST = 200, 10_000


def pixels(value: int) -> QSpinBox:
    """A box for a width or a height."""
    box = QSpinBox()
    box.setRange(_LEAST, MOST)
    box.setValue(value)
    box.setKeyboardTracking(False)
    box.setAccessibleName(tr("Pixels"))
    return box


class LanguageBox(QComboBox):
    """The languages by their own names."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Language"))
        for code, name in NAMES.items():
            self.addItem(name, code)

    @property
    def code(self) -> str:
        """The code of the one that is chosen."""
        return str(self.currentData())

    def begin(self) -> None:
        """At the window's language."""
        self.setCurrentIndex(self.findData(language()))
