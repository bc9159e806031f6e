"""How the program looks on this machine: colours, size, motion and language, as chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, Qt, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.lesson.library.languages import NAMES
from gd_visualizer.scene.look.palette import PALETTES, Palette
from gd_visualizer.view.look import style
from gd_visualizer.view.wishes import Wishes

if TYPE_CHECKING:
    from gd_visualizer.view.window.settings_menu import SettingsMenu

SYSTEM = "system"
COLORS = (SYSTEM, *PALETTES)
LANGUAGES = {SYSTEM: "", **NAMES}


class Appearance(QObject):
    """Reads and keeps the choices, and applies them to the whole application.

    ``language_changed()``: words that are on screen already are those of another language.
    """

    language_changed = Signal()

    def __init__(self, application: QApplication, settings: QSettings) -> None:
        super().__init__(application)
        self._application, self._settings = application, settings
        self._translators: list[QTranslator] = []
        application.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def colors(self) -> str:
        """The chosen palette's name, or that it follows the system."""
        return self._kept("colors", COLORS, "light")

    @property
    def language(self) -> str:
        """The chosen language's code, or that it follows the system."""
        return self._kept("language", tuple(LANGUAGES), SYSTEM)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing moves by itself."""
        return self._kept("reduce motion", ("true", "false"), "false") == "true"

    @property
    def scale(self) -> float:
        """How much larger than designed everything is."""
        texts = tuple(str(scale) for scale in style.SCALES)
        return float(self._kept("scale", texts, texts[0]))

    def prepare(self) -> None:
        """Before the first window: everything but the style sheet."""
        self._translate()
        style.prepare(self._application, self._palette(), self.scale)
        style.set_motion(not self.reduced_motion)

    def set_colors(self, name: str) -> None:
        """Takes ``name`` of ``COLORS``, remembers it and paints all anew."""
        self._settings.setValue("colors", name)
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Takes one of ``style.SCALES`` (1.0 is normal) and remembers it."""
        if scale != style.scale():
            self._settings.setValue("scale", str(scale))
            self._apply()

    def step_scale(self, step: int) -> None:
        """The next larger or smaller scale; 0: the normal one."""
        at = style.SCALES.index(self.scale) + step if step else 0
        self.set_scale(style.SCALES[min(max(at, 0), len(style.SCALES) - 1)])

    def set_reduced_motion(self, reduced: bool) -> None:
        """Nothing moves by itself, or it does."""
        self._settings.setValue("reduce motion", "true" if reduced else "false")
        style.set_motion(not reduced)

    def set_language(self, code: str) -> None:
        """One of ``LANGUAGES``; everything that is on screen changes with it."""
        self._settings.setValue("language", code)
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []
        self._translate()
        self.language_changed.emit()

    def menu(self, button: QWidget, wishes: Wishes) -> "SettingsMenu":
        """A menu of these choices, those in force checked."""
        from gd_visualizer.view.window.settings_menu import SettingsMenu

        menu = SettingsMenu(button, style.SCALES, LANGUAGES, wishes)
        menu.show_choices(self.colors, self.scale, self.reduced_motion, self.language)
        return menu

    def _kept(self, key: str, known: tuple[str, ...], otherwise: str) -> str:
        kept = str(self._settings.value(key))
        return kept if kept in known else otherwise

    def _palette(self) -> Palette:
        if self.colors != SYSTEM:
            return PALETTES[self.colors]
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return PALETTES["dark" if dark else "light"]

    def _follow(self) -> None:
        if self.colors == SYSTEM:
            self._apply()

    def _apply(self) -> None:
        style.apply(self._application, self._palette(), self.scale)

    def _translate(self) -> None:
        code = self.language
        locale = QLocale.system() if code == SYSTEM else QLocale(code)
        if locale.language() not in (QLocale.Language.German, QLocale.Language.English):
            locale = QLocale(QLocale.Language.English)
        QLocale.setDefault(locale)
        if locale.language() != QLocale.Language.German:
            return
        folders = (
            ("gd-visualizer_de", str(resources_folder() / "translations")),
            ("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        )
        for name, folder in folders:
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)
