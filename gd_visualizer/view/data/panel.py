"""Your own points: the gallery of made-up data, how many and how noisy, and what is held out."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.lesson.data import Generated
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.data.gallery import TITLES, thumbnail
from gd_visualizer.scene.data.summary import scaling_hint, summary
from gd_visualizer.text.message import translatable
from gd_visualizer.text.numerals import number
from gd_visualizer.view.data.slider import NamedSlider
from gd_visualizer.view.look.style import px
from gd_visualizer.view.paint.drawing import paint_drawing
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.wishes import Wishes

_WIDE, _COLUMNS = 264, 4
_THUMB = 50.0, 42.0
_SHARP = 3  # pixels a unit
_COUNTS = (5, 8, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200, 300, 500, 1000)
_NOISES = tuple(k / 20 for k in range(21))
_SHARES = tuple(k / 20 for k in range(11))


class DataPanel(QFrame):
    """Asks for other points. What it shows is found in the state; it is told while it is seen."""

    def __init__(self, wishes: Wishes, close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("lessons")
        self._wishes = wishes
        self._state: State | None = None
        self.kinds = {kind: self._kind(kind) for kind in DATASETS}
        self.formula = QLineEdit()
        self.formula.setAccessibleName(tr("Formula of x"))
        self.formula.editingFinished.connect(self._type_formula)
        self.formula.textChanged.connect(lambda _text: self._mark(False))
        self.noise = NamedSlider(translatable("noise"), _NOISES, number, self._set_noise)
        self.count = NamedSlider(translatable("count"), _COUNTS, number, self._set_count)
        self.share = NamedSlider(translatable("for testing"), _SHARES, _percent, self._set_share)
        self.anew = Button(
            tr("Other points"), tr("Other points of the same kind: the next seed"), "dice"
        )
        self.anew.asks(self._next_seed)
        self.table = Button(tr("Table …"), tr("Open a table (Ctrl+O), or drop it on the window"))
        self.table.asks(wishes.open_file)
        self.paste = Button(tr("Paste"), tr("Paste cells of a spreadsheet (Ctrl+V)"))
        self.paste.asks(wishes.paste)
        self.scaled = QCheckBox(tr("Scale the inputs"))
        self.scaled.setToolTip(tr("The network is given (x − mean) ÷ deviation of each input"))
        self.scaled.clicked.connect(self._scale)
        self._fold = Button("", tr("Put it away (Ctrl+D)"), "fold", "flat")
        self._fold.asks(close)
        self._summary, self._hint = QLabel(), QLabel()
        for label in (self._summary, self._hint):
            label.setWordWrap(True)
            label.setObjectName("quiet")
        self._lay_out()
        self._measure()

    def _kind(self, kind: str) -> Button:
        button = Button("", tr(TITLES[kind]), kind="thumb")
        button.setCheckable(True)
        button.setAccessibleName(tr(TITLES[kind]))
        button.asks(lambda: self._choose(kind))
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(px(6))
        head = QHBoxLayout()
        heading = QLabel(tr("DATA"))
        heading.setObjectName("heading")
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self._fold)
        layout.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(px(5))
        for place, button in enumerate(self.kinds.values()):
            grid.addWidget(button, *divmod(place, _COLUMNS))
        layout.addLayout(grid)
        layout.addWidget(self.formula)
        for slider in (self.noise, self.count, self.share):
            layout.addWidget(slider)
        layout.addWidget(self.anew)
        layout.addWidget(self.scaled)
        layout.addWidget(self._hint)
        layout.addSpacing(px(6))
        own = QHBoxLayout()
        own.addWidget(self.table)
        own.addWidget(self.paste)
        layout.addLayout(own)
        layout.addWidget(self._summary)
        layout.addStretch(1)

    def sync(self, new: State, old: State | None) -> None:
        """How the points of ``new`` are made, and how many train."""
        same = old is not None and old.descent.lesson is new.descent.lesson
        if self.isHidden() or (same and self._state is not None):
            return
        self._state = new
        data = new.descent.lesson.data
        made = data.generated
        for kind, button in self.kinds.items():
            button.setChecked(made is not None and made.kind == kind)
        for part in (self.noise, self.count, self.anew):
            part.setEnabled(made is not None)
        self.noise.show_value(made.noise if made else None)
        self.count.show_value(made.points if made else None)
        self._show_formula(made)
        self.share.show_value(data.test)
        self.share.setEnabled(len(data.X) > 1)
        with QSignalBlocker(self.scaled):
            self.scaled.setChecked(data.scaled)
        self._tell(new.descent.lesson)

    def _tell(self, lesson: Lesson) -> None:
        self._summary.setText(translate_message(summary(lesson.data)))
        hint = scaling_hint(lesson)
        self._hint.setText(translate_message(hint) if hint else "")
        self._hint.setVisible(hint is not None)

    def _show_formula(self, made: Generated | None) -> None:
        own = DATASETS[made.kind].formula if made else ""
        self.formula.setVisible(bool(own))
        if made and own and not self.formula.hasFocus():
            self.formula.setText(made.formula or own)
            self.formula.setToolTip(tr("A formula of x, as 0.5 * x + sin(2 * x)"))

    def open_on(self, state: State) -> None:
        """Shows the panel on ``state``."""
        self.show()
        self._state = None
        self.sync(state, None)

    def retranslate(self) -> None:
        """What it says of the points in the language that is in force now."""
        if self._state and not self.isHidden():
            self.open_on(self._state)

    @property
    def _made(self) -> Generated | None:
        return self._state.descent.lesson.data.generated if self._state else None

    def _choose(self, kind: str) -> None:
        made, dataset = self._made, DATASETS[kind]
        seed = made.seed if made else 0
        for name, button in self.kinds.items():  # what is checked, the state says
            button.setChecked(made is not None and made.kind == name)
        self._wishes.generate(Generated(kind, dataset.count, dataset.noise, seed), False)

    def _set_noise(self, noise: float, goes_on: bool) -> None:
        if self._made:
            self._wishes.generate(replace(self._made, noise=noise), goes_on)

    def _set_count(self, count: float, goes_on: bool) -> None:
        if self._made:
            self._wishes.generate(replace(self._made, points=int(count)), goes_on)

    def _set_share(self, share: float, goes_on: bool) -> None:
        self._wishes.hold_out(share, goes_on)

    def _scale(self, on: bool) -> None:
        self._wishes.scale_inputs(on)

    def _next_seed(self) -> None:
        if self._made:
            self._wishes.generate(replace(self._made, seed=self._made.seed + 1), False)

    def _type_formula(self) -> None:
        made, text = self._made, self.formula.text().strip()
        if made is None or text == (made.formula or DATASETS[made.kind].formula):
            return
        self._wishes.generate(replace(made, formula=text), False)
        taken = self._made
        self._mark(taken is None or taken.formula != text)

    def _mark(self, wrong: bool) -> None:
        """Where the formula cannot be read; the sentence says why."""
        self.formula.setProperty("wrong", wrong)
        self.formula.style().polish(self.formula)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(px(_WIDE))
        size = QSize(px(_THUMB[0]), px(_THUMB[1]))
        for kind, button in self.kinds.items():
            button.setIcon(_icon(kind, size))
            button.setIconSize(size)


def _percent(share: float) -> str:
    return f"{number(100 * share)} %"


def _icon(kind: str, size: QSize) -> QIcon:
    picture = QPixmap(size * _SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(_SHARP, _SHARP)
    em = size.height() / 3
    paint_drawing(painter, thumbnail(kind, Frame(size.width(), size.height(), em)))
    painter.end()
    picture.setDevicePixelRatio(_SHARP)
    return QIcon(picture)
