"""What to export, and how it will look: kind of picture, format, size, a live preview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.lesson.pictures import FIGURES, Picture
from gd_visualizer.scene.slides.kind import SLIDE_WORDS, SlideKind
from gd_visualizer.text.message import translatable
from gd_visualizer.view.export.boxes import MOST, LanguageBox, pixels
from gd_visualizer.view.export.choice import FORMATS, MOVING, VIDEOS, Choice
from gd_visualizer.view.export.moving import Making, MovingOptions
from gd_visualizer.view.export.preview import Preview
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.widgets.menus import item
from gd_visualizer.view.widgets.scrolling import fit_to_screen, scrolling
from gd_visualizer.view.window.geometry import small_number

_SIZES = {
    translatable("Slide, 16:10"): (1600, 1000),
    translatable("Slide, 16:9"): (1920, 1080),
    translatable("Slide, 4:3"): (1440, 1080),
    translatable("Square"): (1200, 1200),
    translatable("Small, for an animation"): (1280, 800),
}
_OWN = translatable("Own size")


class ExportDialog(QDialog):
    """Calls ``preview``, ``save`` or ``copy`` with the choice that is meant; ``slides`` with a kind
    of the whole lesson's pages and their language; ``stop`` to end an animation that is being made.

    ``plan`` tells of an animation what it will be; or why it cannot be made, and then True.
    ``videos``: whether MP4 and WebM can be made here. ``show_preview``, ``make``, ``tell_frame``
    and ``tell`` answer.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        preview: Callable[[Choice], object],
        save: Callable[[Choice], object],
        copy: Callable[[Choice], object],
        slides: Callable[[SlideKind, str], object],
        plan: Callable[[Choice], tuple[str, bool]],
        stop: Callable[[], object],
        videos: bool,
    ) -> None:
        super().__init__(parent)
        self._draw, self._plan = preview, plan
        self.setWindowTitle(tr("Export"))
        self._views = QButtonGroup(self)
        self._tabs = {view: tab(tr(view.title), tr(view.title)) for view in FIGURES}
        for button in self._tabs.values():
            button.setMinimumWidth(px(150))
            self._views.addButton(button)
        self._views.buttonClicked.connect(self._change)
        self._make_choices(videos)
        self._preview = Preview()
        self._making = Making(stop)
        self._runs = True  # the lesson takes steps
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._make_buttons(save, copy, slides)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(80)
        self._wait.timeout.connect(self._ask_preview)
        self._lay_out()

    def _make_choices(self, videos: bool) -> None:
        self._format, self._size, self._scale = QComboBox(), QComboBox(), QComboBox()
        self._language = LanguageBox()
        for suffix, words in FORMATS.items():
            if suffix in VIDEOS and not videos:
                continue
            self._format.addItem(tr(words), suffix)
        for words, size in _SIZES.items():
            self._size.addItem(f"{tr(words)} · {size[0]} × {size[1]}", size)
        self._size.addItem(tr(_OWN), None)
        for scale in range(1, 5):
            self._scale.addItem(f"{scale}×", scale)
        self._width, self._height = pixels(1600), pixels(1000)
        for box in (self._format, self._size, self._scale, self._language):
            box.currentIndexChanged.connect(self._change)
        for spin in (self._width, self._height):
            spin.valueChanged.connect(self._change)

    def _make_buttons(
        self,
        save: Callable[[Choice], object],
        copy: Callable[[Choice], object],
        slides: Callable[[SlideKind, str], object],
    ) -> None:
        self._save = Button(tr("Save …"), tr("Save as a file"), kind="primary")
        self._save.setDefault(True)
        self._copy = Button(tr("Copy picture"), tr("Copy the picture to the clipboard"))
        self._close = Button(tr("Close"), tr("Close (Esc)"))
        self._save.asks(lambda: save(self.choice))
        self._copy.asks(lambda: copy(self.choice))
        self._close.clicked.connect(self.reject)
        self._slides = Button(tr("Slides …"), tr("The whole lesson as slides, or as a handout"))
        menu = QMenu(self._slides)
        for kind, words in SLIDE_WORDS.items():
            item(menu, tr(words), partial(self._ask_slides, slides, kind))
        self._slides.setMenu(menu)

    def _ask_slides(self, slides: Callable[[SlideKind, str], object], kind: SlideKind) -> None:
        slides(kind, self._language.code)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        for button in self._tabs.values():
            left.addWidget(button)
        left.addStretch(1)
        left.addWidget(self._slides)
        self._own = QWidget()
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self._width)
        own.addWidget(QLabel("×"))
        own.addWidget(self._height)
        own.addStretch(1)
        form = self._form = QFormLayout()
        for name, box in ((tr("Format"), self._format), (tr("Size"), self._size)):
            box.setAccessibleName(name)
            form.addRow(name, box)
        form.addRow("", self._own)
        self._scale.setAccessibleName(tr("Scale"))
        form.addRow(tr("Scale"), self._scale)
        form.addRow(tr("Language"), self._language)
        self._moving = MovingOptions(form, self._change)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._close, self._copy, self._save):
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.addWidget(self._preview, 1)
        right.addLayout(form)
        below = QVBoxLayout()  # always seen, however large the letters are
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self._words)
        below.addWidget(self._making)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(16)
        layout.addLayout(left)
        layout.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4, 4, 4, 12)
        outer.addWidget(scrolling(page), 1)
        outer.addLayout(below)
        outer.addLayout(buttons)
        buttons.setContentsMargins(0, 0, 12, 0)
        fit_to_screen(self, page.sizeHint())

    @property
    def choice(self) -> Choice:
        """What is asked for now."""
        view = next((v for v, button in self._tabs.items() if button.isChecked()), FIGURES[0])
        size = self._size.currentData() or (self._width.value(), self._height.value())
        scale = self._scale.currentData() if self._format.currentData() == ".png" else 1
        wide, high = size[0] * scale, size[1] * scale
        suffix, code = self._format.currentData(), self._language.code
        return Choice(view, suffix, (wide, high), self._moving.asked, code)

    def open_on(self, views: tuple[Picture, ...], first: Picture) -> None:
        """Shows the dialog with ``views`` to choose from, at ``first``, in the window's words."""
        self._language.begin()
        self._runs = any(view.descends for view in views)
        for view, button in self._tabs.items():
            button.setVisible(view in views)
        self._tabs[first if first in views else views[0]].setChecked(True)
        self._change()
        self.open()

    def refresh(self, views: tuple[Picture, ...]) -> None:
        """What is shown may have changed, and what there is to choose from."""
        runs = any(view.descends for view in views)
        changed, self._runs = runs != self._runs, runs
        for view, button in self._tabs.items():
            button.setVisible(view in views)
        if not any(self._tabs[view].isChecked() for view in views):
            self._tabs[views[0]].setChecked(True)
            changed = True
        if changed or self.choice.suffix in MOVING:  # whose length may have changed
            self._change()
        if self.isVisible() and not self._wait.isActive():
            self._wait.start()

    def show_preview(self, picture: bytes) -> None:
        """A picture of what would be saved."""
        self._preview.show_picture(picture)

    def make(self, file: str) -> None:
        """An animation is being made, which can be cancelled; no other one meanwhile."""
        self._making.begin(file)
        self._change()

    def tell_frame(self, file: str, frame: int, frames: int) -> None:
        """How far it has come."""
        self._making.at(file, frame, frames)

    def end(self) -> None:
        """It is there, or will not be."""
        self._making.hide()
        self._change()

    def tell(self, sentence: str, wrong: bool = False) -> None:
        """Shows how an export went; as an error if it went ``wrong``."""
        self._words.setObjectName("wrong" if wrong else "")
        self._words.style().polish(self._words)
        self._words.setText(sentence)

    def restore(self, settings: QSettings) -> None:
        """Format, size and scale of the last time."""
        for name, box in self._boxes.items():
            at = small_number(settings.value(f"export/{name}"), 0)
            box.setCurrentIndex(at if at < box.count() else 0)
        self._moving.restore(settings)

    def remember(self, settings: QSettings) -> None:
        """Writes format, size and scale into ``settings``."""
        for name, box in self._boxes.items():
            settings.setValue(f"export/{name}", box.currentIndex())
        self._moving.remember(settings)

    @property
    def _boxes(self) -> dict[str, QComboBox]:
        return {"format": self._format, "size": self._size, "scale": self._scale}

    def _change(self) -> None:
        choice = self.choice
        table = choice.suffix == ".csv"
        bitmap = choice.suffix == ".png"
        own = self._size.currentData() is None
        self._own.setVisible(own and not table)
        self._size.setEnabled(not table)
        self._language.setEnabled(not table)
        self._form.setRowVisible(self._scale, bitmap)
        moving = choice.suffix in MOVING
        self._moving.show(moving)
        words, wrong = self._said(choice)
        fits = max(choice.size) <= MOST
        self._save.setEnabled(not wrong and not self._making.isVisibleTo(self))
        self._copy.setEnabled(fits)
        self.tell(words, wrong)
        self._wait.start()

    def _said(self, choice: Choice) -> tuple[str, bool]:
        """What will be saved, or why nothing can be, and then True."""
        if choice.suffix in MOVING and not self._runs:
            return tr("This lesson takes no steps: choose a picture."), True
        if choice.suffix == ".csv":
            if not choice.view.table:
                return tr("The network has no table: choose a picture."), True
            return tr("All numbers, exact, with decimal points."), False
        if max(choice.size) > MOST:
            most = str(MOST)
            return tr("At most {most} pixels each way: choose a smaller size.", most=most), True
        wide, high = choice.size
        words = tr("{wide} × {high} pixels", wide=str(wide), high=str(high))
        if choice.suffix in MOVING:
            plan, wrong = self._plan(choice)
            return (plan if wrong else f"{plan} {words}"), wrong
        return (words if choice.suffix == ".png" else tr("Sharp at every size.")), False

    def _ask_preview(self) -> None:
        """As large as it is shown, in the proportions of what will be saved."""
        choice = self.choice
        size = self._preview.size_for(choice.size)
        self._draw(Choice(choice.view, ".png", size, language=choice.language))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._wait.start()
