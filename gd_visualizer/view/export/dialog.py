"""What to export, and how it will look: kind of picture, format, size, a live preview."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.lesson.pictures import FIGURES, Picture
from gd_visualizer.text.message import translatable
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.widgets.menus import item
from gd_visualizer.view.widgets.scrolling import fit_to_screen, scrolling
from gd_visualizer.view.window.geometry import small_number

MOVING = ".gif"
_FORMATS = {
    ".png": translatable("PNG picture"),
    ".svg": translatable("SVG, for drawing programs"),
    ".pdf": translatable("PDF"),
    ".csv": translatable("CSV, the numbers"),
    MOVING: translatable("GIF, the run as an animation"),
}
_SIZES = {
    translatable("Slide, 16:10"): (1600, 1000),
    translatable("Slide, 16:9"): (1920, 1080),
    translatable("Slide, 4:3"): (1440, 1080),
    translatable("Square"): (1200, 1200),
}
_OWN = translatable("Own size")
_LEAST, _MOST = 200, 10_000


class SlideKind(Enum):
    """A lesson's beats as pages: bare, with the lecturer's notes, or with results to fill in."""

    SLIDES = "slides"
    NOTES = "notes"
    HANDOUT = "handout"


_SLIDES = {
    SlideKind.SLIDES: translatable("Slides of all beats, PDF …"),
    SlideKind.NOTES: translatable("Slides with your notes, PDF …"),
    SlideKind.HANDOUT: translatable("Handout with blanks and answers, PDF …"),
}


@dataclass(frozen=True)
class Choice:
    """What is asked for: ``view``, ``suffix`` of the file, ``size`` in pixels, scale included."""

    view: Picture
    suffix: str
    size: tuple[int, int]


class ExportDialog(QDialog):
    """Calls ``preview``, ``save`` or ``copy`` with the choice that is meant; ``slides`` with a kind
    of the whole lesson's pages.

    ``show_preview`` and ``tell`` answer.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        preview: Callable[[Choice], object],
        save: Callable[[Choice], object],
        copy: Callable[[Choice], object],
        slides: Callable[[SlideKind], object],
    ) -> None:
        super().__init__(parent)
        self._draw = preview
        self.setWindowTitle(tr("Export"))
        self._views = QButtonGroup(self)
        self._tabs = {view: tab(tr(view.title), tr(view.title)) for view in FIGURES}
        for button in self._tabs.values():
            button.setMinimumWidth(px(150))
            self._views.addButton(button)
        self._views.buttonClicked.connect(self._change)
        self._format, self._size, self._scale = QComboBox(), QComboBox(), QComboBox()
        for suffix, words in _FORMATS.items():
            self._format.addItem(tr(words), suffix)
        for words, size in _SIZES.items():
            self._size.addItem(f"{tr(words)} · {size[0]} × {size[1]}", size)
        self._size.addItem(tr(_OWN), None)
        for scale in range(1, 5):
            self._scale.addItem(f"{scale}×", scale)
        self._width, self._height = _pixels(1600), _pixels(1000)
        for box in (self._format, self._size, self._scale):
            box.currentIndexChanged.connect(self._change)
        for spin in (self._width, self._height):
            spin.valueChanged.connect(self._change)
        self._preview = QLabel(tr("The preview is being drawn …"))
        self._preview.setObjectName("card")
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setMinimumSize(px(420), px(280))
        self._picture: QImage | None = None
        self._runs = True  # the lesson takes steps
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._save = Button(tr("Save …"), tr("Save as a file"), kind="primary")
        self._save.setDefault(True)
        self._copy = Button(tr("Copy picture"), tr("Copy the picture to the clipboard"))
        self._close = Button(tr("Close"), tr("Close (Esc)"))
        self._save.asks(lambda: save(self.choice))
        self._copy.asks(lambda: copy(self.choice))
        self._close.clicked.connect(self.reject)
        self._slides = Button(tr("Slides …"), tr("The whole lesson as slides, or as a handout"))
        menu = QMenu(self._slides)
        for kind, words in _SLIDES.items():
            item(menu, tr(words), partial(slides, kind))
        self._slides.setMenu(menu)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(80)
        self._wait.timeout.connect(self._ask_preview)
        self._lay_out()

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
        form = QFormLayout()
        for name, box in ((tr("Format"), self._format), (tr("Size"), self._size)):
            box.setAccessibleName(name)
            form.addRow(name, box)
        form.addRow("", self._own)
        self._scale.setAccessibleName(tr("Scale"))
        form.addRow(tr("Scale"), self._scale)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._close, self._copy, self._save):
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.addWidget(self._preview, 1)
        right.addLayout(form)
        right.addWidget(self._words)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(16)
        layout.addLayout(left)
        layout.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4, 4, 4, 12)
        outer.addWidget(scrolling(page), 1)
        outer.addLayout(buttons)
        buttons.setContentsMargins(0, 0, 12, 0)
        fit_to_screen(self, page.sizeHint())

    @property
    def choice(self) -> Choice:
        """What is asked for now."""
        view = next((v for v, button in self._tabs.items() if button.isChecked()), FIGURES[0])
        size = self._size.currentData() or (self._width.value(), self._height.value())
        scale = self._scale.currentData() if self._format.currentData() == ".png" else 1
        return Choice(view, self._format.currentData(), (size[0] * scale, size[1] * scale))

    def open_on(self, views: tuple[Picture, ...], first: Picture) -> None:
        """Shows the dialog with ``views`` to choose from, at ``first``."""
        self._runs = any(view.descends for view in views)
        for view, button in self._tabs.items():
            button.setVisible(view in views)
        self._tabs[first if first in views else views[0]].setChecked(True)
        self._picture = None
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
        if changed:
            self._change()
        if self.isVisible() and not self._wait.isActive():
            self._wait.start()

    def show_preview(self, picture: bytes) -> None:
        """A picture of what would be saved."""
        self._picture = QImage.fromData(picture)
        self._fit_preview()

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

    def remember(self, settings: QSettings) -> None:
        """Writes format, size and scale into ``settings``."""
        for name, box in self._boxes.items():
            settings.setValue(f"export/{name}", box.currentIndex())

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
        self._scale.setEnabled(bitmap)
        moving = choice.suffix == MOVING
        possible = bool(choice.view.table) if table else self._runs or not moving
        fits = max(choice.size) <= _MOST
        self._save.setEnabled(possible and fits)
        self._copy.setEnabled(fits)
        if not possible and moving:
            self.tell(tr("This lesson takes no steps: choose a picture."), wrong=True)
        elif not possible:
            self.tell(tr("The network has no table: choose a picture."), wrong=True)
        elif not fits:
            most = str(_MOST)
            words = tr("At most {most} pixels each way: choose a smaller size.", most=most)
            self.tell(words, wrong=True)
        elif table:
            self.tell(tr("All numbers, exact, with decimal points."))
        else:
            wide, high = choice.size
            pixels = tr("{wide} × {high} pixels", wide=str(wide), high=str(high))
            if moving:
                pixels = f"{tr('The whole run, from the start to the last step.')} {pixels}"
            self.tell(pixels if bitmap or moving else tr("Sharp at every size."))
        self._wait.start()

    def _ask_preview(self) -> None:
        """As large as it is shown, in the proportions of what will be saved."""
        choice = self.choice
        share = min(
            self._preview.width() / choice.size[0], self._preview.height() / choice.size[1], 1.0
        )
        share *= self.devicePixelRatioF()
        size = (max(round(choice.size[0] * share), 16), max(round(choice.size[1] * share), 16))
        self._draw(Choice(choice.view, ".png", size))

    def _fit_preview(self) -> None:
        if self._picture and not self._picture.isNull():
            ratio = self.devicePixelRatioF()
            shown = QPixmap.fromImage(self._picture).scaled(
                (self._preview.contentsRect().size() * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            shown.setDevicePixelRatio(ratio)
            self._preview.setPixmap(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._wait.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._preview.setMinimumSize(px(420), px(280))


def _pixels(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(_LEAST, _MOST)
    box.setValue(value)
    box.setKeyboardTracking(False)
    box.setAccessibleName(tr("Pixels"))
    return box
