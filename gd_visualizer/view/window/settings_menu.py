"""The menu behind the last button: colours, size, motion, language, keys."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.menus import choices


class SettingsMenu(QMenu):
    """Asks for what is chosen; ``show_choices`` checks what is in force."""

    colors_chosen = Signal(str)
    scale_chosen = Signal(float)
    motion_reduced = Signal(bool)
    language_chosen = Signal(str)
    keys_requested = Signal()

    def __init__(self, scales: tuple[float, ...], languages: Mapping[str, str]) -> None:
        super().__init__()
        self._colors = choices(
            self,
            tr("Colours"),
            {
                "system": tr("As the system"),
                "light": tr("Light"),
                "dark": tr("Dark"),
                "high contrast": tr("High contrast"),
            },
        )
        self._scales = choices(self, tr("Size"), {str(s): f"{round(100 * s)} %" for s in scales})
        names = {code: name or tr("As the system") for code, name in languages.items()}
        self._languages = choices(self, tr("Language"), names)
        self._motion = QAction(tr("Reduce motion"), self)
        self._motion.setCheckable(True)
        self.addAction(self._motion)
        self.addSeparator()
        keys = QAction(tr("Keys and gestures (F1)"), self)
        self.addAction(keys)
        keys.triggered.connect(self.keys_requested)
        self._motion.triggered.connect(self.motion_reduced)
        self._colors.triggered.connect(lambda a: self.colors_chosen.emit(a.data()))
        self._scales.triggered.connect(lambda a: self.scale_chosen.emit(float(a.data())))
        self._languages.triggered.connect(lambda a: self.language_chosen.emit(a.data()))

    def show_choices(self, colors: str, scale: float, reduced: bool, language: str) -> None:
        """Checks the choices in force: a palette's name, a scale, reduced motion, a language."""
        for group, chosen in (
            (self._colors, colors),
            (self._scales, str(scale)),
            (self._languages, language),
        ):
            for action in group.actions():
                action.setChecked(action.data() == chosen)
        self._motion.setChecked(reduced)
