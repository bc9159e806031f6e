"""The explanation below the cards: the arithmetic of the current phase."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.explanation.parts import ASKED, Explanation
from gd_visualizer.view.explanation import blocks
from gd_visualizer.view.explanation.chips import ReservedWidths, fitted_chips
from gd_visualizer.view.explanation.items import NOTHING, Block, Item, Target, paint, target_at
from gd_visualizer.view.look.style import look, palette, px
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.scrolling import UP_AND_DOWN
from gd_visualizer.view.wishes import Wishes

_KEY, _LEAST, _LINE, _TITLE = 25.0, 15.0, 15.0, 17.0
_TITLE_ROOM, _GAP = 196, 34
_FEW = 4  # lines, up to which all of them are open from the beginning


class ExplanationView(QWidget):
    """Asks for what is clicked: a weight, a node or a point.

    Where a result is asked for, it can be typed in its place.
    """

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._explanation: Explanation | None = None
        self._state: State | None = None
        self._items: list[Item] = []
        self._opened: set[str] = set()
        self._lit = NOTHING
        self._high = 0
        self._look = look()
        self._widths = ReservedWidths()
        self._answer = QLineEdit(self)
        self._answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._answer.setAccessibleName(tr("Your prediction"))
        self._answer.setPlaceholderText(ASKED)
        self._answer.setToolTip(tr("Type what you expect, and press Enter"))
        self._answer.setMaxLength(24)
        self._answer.returnPressed.connect(lambda: wishes.answer(self._answer.text()))
        self._answer.hide()

    @property
    def explanation(self) -> Explanation | None:
        """What is explained now; None before the first ``sync``."""
        return self._explanation

    @property
    def items(self) -> list[Item]:
        """The painted pieces with their places in px."""
        return self._items

    @property
    def lit(self) -> Target:
        """What the mouse or the keyboard is on; ``NOTHING`` where it is on none."""
        return self._lit

    def sync(self, new: State, old: State | None) -> None:
        """Lays the arithmetic of ``new`` out; nothing where it is that of ``old``."""
        looked = old and (old.display, old.progress) == (new.display, new.progress)
        if old and old.descent is new.descent and looked:
            return
        if old is None or new.descent.lesson is not old.descent.lesson:
            self._widths = ReservedWidths()
        self._state = new
        before, self._explanation = self._explanation, explanation(new)
        asked_anew = old is None or old.progress.asked != new.progress.asked
        if asked_anew:
            self._answer.clear()
        same = before is not None and _shape(before.lines) == _shape(self._explanation.lines)
        if not same:
            count = len(blocks.keys(self._explanation.lines))
            self._opened = blocks.keys(self._explanation.lines) if count <= _FEW else set()
        self._lay_out()
        if asked_anew and self._explanation.asked:
            self._answer.setFocus()

    def copied(self) -> str:
        """The explanation as text, in the person's language."""
        parts = (
            [
                translate_message(self._explanation.title),
                translate_message(self._explanation.subtitle),
            ]
            if self._explanation
            else []
        )
        return "\n".join([*parts, *(item.name for item in self._items if item.name)])

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(px(600), max(self._high, px(96)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != look():
            self._look = look()
            self._widths = ReservedWidths()
            self._lay_out()

    def _lay_out(self) -> None:
        if self._explanation is None:
            return
        self._items, high = arranged(self._explanation, self.width(), self._opened, self._widths)
        self._place_answer()
        self.setAccessibleName(translate_message(self._explanation.title))
        if QAccessible.isActive():
            self.setAccessibleDescription(self.copied())
        if high != self._high:
            self._high = high
            self.setMinimumHeight(high)
            self.updateGeometry()
        self.update()

    def _place_answer(self) -> None:
        """Over the chip whose result is asked for."""
        places = [item.rect for item in self._items if item.text == ASKED]
        asked = self._explanation is not None and self._explanation.asked and bool(places)
        if not asked and self._answer.hasFocus():
            self.window().setFocus()  # the keys are the window's again
        self._answer.setVisible(asked)
        if asked:
            place = places[-1]
            inset, high = px(5), px(34)
            self._answer.setGeometry(
                round(place.left() + inset),
                round(place.center().y() - high / 2),
                round(place.width() - 2 * inset),
                high,
            )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette().paper))
        paint(painter, self._items, self._lit)
        if self.hasFocus():
            painter.setPen(QColor(palette().action))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._light(target_at(self._items, event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._light(NOTHING)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(target_at(self._items, event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down go from chip to chip, Enter selects."""
        key, found = event.key(), self._targets()
        if key in UP_AND_DOWN and found:
            step = 1 if key == Qt.Key.Key_Down else -1
            at = found.index(self._lit) + step if self._lit in found else 0
            self._light(found[at % len(found)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._lit:
            self._choose(self._lit)
        else:
            super().keyPressEvent(event)

    def _targets(self) -> list[Target]:
        return list(dict.fromkeys(item.target for item in self._items if item.target))

    def _light(self, target: Target) -> None:
        if target != self._lit:
            self._lit = target
            pointing = Qt.CursorShape.PointingHandCursor
            self.setCursor(pointing if target else Qt.CursorShape.ArrowCursor)
            self.update()

    def _choose(self, target: Target) -> None:
        if target.line:
            self._opened ^= {target.line}
            self._lay_out()
        elif target.parameter:
            self._wishes.select_weight(target.parameter)
        elif target.node is not None:
            self._wishes.select_node(*target.node)
        elif target.point is not None:
            self._wishes.select_point(target.point)


def _shape(lines: tuple[Line, ...]) -> list[tuple[str, int]]:
    """What stays the same while only the numbers change."""
    return [(line.label.english, len(line.parts)) for line in lines]


def arranged(
    shown: Explanation, width: float, opened: set[str], reserved_widths: ReservedWidths
) -> tuple[list[Item], int]:
    """The blocks from left to right, on further rows where it is too wide; and its height."""
    pad = px(18)
    title = blocks.heading(
        translate_message(shown.title),
        translate_message(shown.subtitle),
        px(_TITLE),
        px(_TITLE_ROOM),
    )
    left = pad + title.width + px(10)
    room = width - left - pad
    items, high = _flowed(_blocks(shown, room, opened, reserved_widths), left, room)
    top = pad * 0.55
    whole = max(high, title.height)
    items = title.at(pad, top) + [item.moved(0, top) for item in items]
    return items, round(whole + 2 * top)


def _blocks(
    shown: Explanation, room: float, opened: set[str], reserved_widths: ReservedWidths
) -> list[Block]:
    """The chips; beside them the vector where it has room, else what the numbers come from."""
    found: list[Block] = []
    if shown.row:
        found.append(
            fitted_chips(shown.row, px(_KEY), room, px(_LEAST), reserved_widths=reserved_widths)
        )
    if shown.remark.text:
        found.append(blocks.remark(translate_message(shown.remark), px(16), room))
    others: list[Block] = []
    if shown.lines:
        made = blocks.lines(shown.lines, px(_LINE), opened, room)
        labels = "/".join(line.label.english for line in shown.lines)
        others.append(replace(made, width=reserved_widths.most(labels, made.width)))
    if shown.bars:
        others.append(blocks.bars(shown.bars, px(14), reserved_widths))
    if not shown.vector:
        return found + others
    vector = blocks.fitted_vector(shown.vector, px(20), px(14), room)
    vector = replace(vector, width=reserved_widths.most(shown.vector.words.english, vector.width))
    beside = bool(found) and found[0].width + px(_GAP) + vector.width <= room
    return [*found, vector, *others] if beside else [*found, *others, vector]


def _flowed(found: list[Block], left: float, room: float) -> tuple[list[Item], float]:
    """Blocks beside one another with a thin line between them, in rows."""
    gap = px(_GAP)
    items: list[Item] = []
    x = y = high = 0.0
    for block in found:
        if x and x + block.width > room:
            x, y, high = 0.0, y + high + px(10), 0.0
        if x:
            items.append(
                Item(QRectF(left + x - gap / 2, y + 4, 1, max(block.height, 40) - 8), fill="grid")
            )
        items += block.at(left + x, y)
        x += block.width + gap
        high = max(high, block.height)
    return items, y + high
