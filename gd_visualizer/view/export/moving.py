"""How a run is to be animated, and how far that has come."""

from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.view.export.choice import USUAL, Moving
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.window.geometry import small_number

_MOST_FRAMES, _MOST_SECONDS, _MOST_MEGABYTES = 1000, 600, 1000


class MovingOptions:
    """Three boxes, rows of a form; calls ``changed`` when one of them is."""

    def __init__(self, form: QFormLayout, changed: Callable[[], object]) -> None:
        self._form = form
        self._boxes = {
            "frames": _box(1, _MOST_FRAMES, "", tr("each step, up to 120")),
            "seconds": _box(0, _MOST_SECONDS, " s", tr("as it is good to follow")),
            "megabytes": _box(1, _MOST_MEGABYTES, " MB", ""),
        }
        self._boxes["megabytes"].setValue(USUAL.megabytes)
        names = tr("Frames"), tr("Length"), tr("At most")
        tips = (
            tr("At most so many pictures, evenly over the run's steps"),
            tr("How long it plays; start and end are held a moment"),
            tr("A larger file gets fewer frames, or a coarser video"),
        )
        for box, name, tip in zip(self._boxes.values(), names, tips, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(tip)
            box.valueChanged.connect(changed)
            form.addRow(name, box)

    @property
    def asked(self) -> Moving:
        """What the boxes say."""
        frames, seconds, megabytes = (box.value() for box in self._boxes.values())
        return Moving(frames if frames > 1 else None, seconds or None, megabytes)

    def show(self, shown: bool) -> None:
        """With the rows, or without."""
        for box in self._boxes.values():
            self._form.setRowVisible(box, shown)

    def restore(self, settings: QSettings) -> None:
        """What the boxes said the last time."""
        for name, box in self._boxes.items():
            box.setValue(small_number(settings.value(f"export/{name}"), box.value()))

    def remember(self, settings: QSettings) -> None:
        """Writes what they say into ``settings``."""
        for name, box in self._boxes.items():
            settings.setValue(f"export/{name}", box.value())


class Making(QWidget):
    """A bar that fills frame by frame, and a button that calls ``stop``."""

    def __init__(self, stop: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._bar = QLabel(), QProgressBar()
        self._bar.setAccessibleName(tr("Progress"))
        self._stop = Button(tr("Cancel"), tr("Stops the animation; nothing is written"))
        self._stop.asks(stop)
        self._stop.clicked.connect(lambda: self._stop.setEnabled(False))  # it ends with its frame
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addLayout(row)
        self.hide()

    def begin(self, file: str) -> None:
        """Nothing of the file is there yet."""
        self._words.setText(tr("Saving {file} …", file=file))
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()

    def at(self, file: str, frame: int, frames: int) -> None:
        """Frame ``frame`` of ``frames`` is being made."""
        words = tr(
            "{file}: frame {frame} of {frames}", file=file, frame=str(frame), frames=str(frames)
        )
        self._words.setText(words)
        self._bar.setRange(0, frames)
        self._bar.setValue(frame)


def _box(least: int, most: int, unit: str, automatic: str) -> QSpinBox:
    """``automatic`` instead of its least value."""
    box = QSpinBox()
    box.setRange(least, most)
    box.lineEdit().setTextMargins(px(6), 0, px(6), 0)  # without buttons, padding counts for nothing
    box.setSuffix(unit)
    box.setSpecialValueText(automatic)
    box.setKeyboardTracking(False)
    return box
