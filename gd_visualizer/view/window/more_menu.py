"""The menu behind More: files, slides, settings, help, and what the surface can do besides."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from gd_visualizer.descent.saved.handed_on import HANDED_ON
from gd_visualizer.scene.slides.kind import SLIDE_WORDS
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.menus import item
from gd_visualizer.view.wishes import Wishes


class MoreMenu(QMenu):
    """Asks for what is chosen; the settings and the surface have menus of their own in it."""

    def __init__(
        self, parent: QWidget, wishes: Wishes, settings: QMenu, surface: QMenu | None
    ) -> None:
        super().__init__(parent)
        item(self, tr("Save the lesson (Ctrl+S)"), wishes.save_lesson)
        item(self, tr("Save the lesson as … (Ctrl+Shift+S)"), wishes.save_lesson_as)
        self.addSeparator()
        item(self, tr("Export a picture or a table … (Ctrl+E)"), wishes.export)
        slides = self.addMenu(tr("Slides"))
        for kind, words in SLIDE_WORDS.items():
            item(slides, tr(words), partial(wishes.save_slides, kind))
        model = self.addMenu(tr("Hand on the model"))
        for handed in HANDED_ON:
            item(model, tr(handed.title), partial(wishes.hand_on, handed))
        self.addSeparator()
        for menu in (surface, settings):
            if menu:
                self.addMenu(menu)
        self.addSeparator()
        item(self, tr("Keys and gestures (F1)"), wishes.show_keys)
