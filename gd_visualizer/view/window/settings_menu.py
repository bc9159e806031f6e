"""The menu behind the last button: colours, size, motion, language, keys."""

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu, QWidget

from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.menus import choices, switch
from gd_visualizer.view.wishes import Wishes


class SettingsMenu(QMenu):
    """Asks for what is chosen; ``show_choices`` checks what is in force."""

    def __init__(
        self,
        parent: QWidget,
        scales: tuple[float, ...],
        languages: Mapping[str, str],
        wishes: Wishes,
    ) -> None:
        super().__init__(tr("Settings"), parent)
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
        self._motion = switch(self, tr("Reduce motion"), wishes.set_reduced_motion)
        self._colors.triggered.connect(lambda a: wishes.set_colors(a.data()))
        self._scales.triggered.connect(lambda a: wishes.set_scale(float(a.data())))
        self._languages.triggered.connect(lambda a: wishes.set_language(a.data()))

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
