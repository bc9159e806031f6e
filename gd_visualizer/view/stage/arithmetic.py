"""The arithmetic of the current phase: the row on the stage, or all of it over the pictures."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.scene.explanation.block import NOTHING, RATE, Target
from gd_visualizer.scene.explanation.lines import keys
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.explanation.parts import Explanation
from gd_visualizer.scene.explanation.picture import explanation_drawing, spoken
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.scene.stage.arithmetic import MORE, arithmetic
from gd_visualizer.scene.stage.reserved import reserved_for
from gd_visualizer.text.message import translatable
from gd_visualizer.view.look.style import palette, px
from gd_visualizer.view.look.styled import StyledWidget
from gd_visualizer.view.paint.drawing import paint_drawing, prepare_shapes
from gd_visualizer.view.stage.answer_field import AnswerField
from gd_visualizer.view.stage.live_rate import LiveRate
from gd_visualizer.view.stage.targets import rects_of, target_at, targets
from gd_visualizer.view.text.translate import speech, tr, translate_message
from gd_visualizer.view.widgets.key_drag import shifted, way
from gd_visualizer.view.widgets.keyboard_focus import KeyboardFocus
from gd_visualizer.view.widgets.scrolling import UP_AND_DOWN
from gd_visualizer.view.wishes import Wishes

_LETTERS = 14  # designed pixels
_RIM = 2.0  # px around what is lit
_RATE_TIP = translatable(
    "Drag up or down, turn the wheel, or click and type: the step is made again with that rate"
)
_FEW = 4  # lines, up to which all of them are open from the beginning


class ArithmeticView(StyledWidget):
    """Asks for what is clicked: a weight, a node or a point; ``more()`` tells that more of it is
    asked for. ``whole``: it is as high as all of it needs; ``grown()`` tells of another height.

    Where a result is asked for, it can be typed in its place.
    """

    more = Signal()
    grown = Signal()

    def __init__(self, wishes: Wishes, whole: bool = False) -> None:
        super().__init__()
        self._whole, self._em, self._offers = whole, float(px(_LETTERS)), True
        self._wishes = wishes
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        if whole:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._explanation: Explanation | None = None
        self._state: State | None = None
        self._drawing: Drawing | None = None
        self._opened: set[str] = set()
        self._lit = NOTHING
        self._high = 0
        self._widths = ReservedWidths()
        self._answer = AnswerField(self, wishes)
        self._rate = LiveRate(self, wishes)
        self._focus = KeyboardFocus(self)

    def set_em(self, em: float) -> None:
        """Other letters, in px."""
        if em != self._em:
            self._em = em
            self._lay_out()

    def offer(self, more: bool) -> None:
        """Whether it says that there is more of it."""
        if more != self._offers:
            self._offers = more
            self._lay_out()

    @property
    def explanation(self) -> Explanation | None:
        """What is explained now; None before the first ``sync``."""
        return self._explanation

    @property
    def drawing(self) -> Drawing | None:
        """What the next repaint shows, in px; None before the first ``sync``."""
        return self._drawing

    @property
    def spoken(self) -> list[str]:
        """What chips, lines and bars say, in the person's language."""
        shown = self._explanation
        return spoken(shown, self._opened, speech()) if shown else []

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
            QTimer.singleShot(0, self, self._reserve)
        self._state = new
        before, self._explanation = self._explanation, explanation(new)
        asked_anew = old is None or old.progress.asked != new.progress.asked
        if asked_anew:
            self._answer.clear()
        same = before is not None and _shape(before.lines) == _shape(self._explanation.lines)
        if not same:
            count = len(keys(self._explanation.lines))
            self._opened = keys(self._explanation.lines) if count <= _FEW else set()
        self._lay_out()
        if asked_anew and self._explanation.asked:
            self._answer.setFocus()

    def prepare(self, coming: State) -> None:
        """What may have to be explained next."""
        drawing = self._drawn(explanation(coming), self._widths.copy())
        prepare_shapes(drawing.shapes, self.devicePixelRatioF(), palette())

    def _reserve(self) -> None:
        """Room for what the lesson's later presses say, once the first has been seen."""
        if self._state:
            self._widths = reserved_for(self._state.descent.lesson, speech())
            self._lay_out()

    def copied(self) -> str:
        """The explanation as text, in the person's language."""
        shown = self._explanation
        if shown is None:
            return ""
        titles = translate_message(shown.title), translate_message(shown.subtitle)
        return "\n".join([*titles, *self.spoken])

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(px(600), max(self._high, px(96)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self._whole or event.size().width() != event.oldSize().width():
            self._lay_out()

    def restyle(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        if self._explanation is None:
            return
        drawing = self._drawn(self._explanation, self._widths)
        self._drawing, high = drawing, int(drawing.frame.height)
        if self._explanation.asked or not self._answer.isHidden():
            self._answer.place_over(drawing)
        self._rate.show(self._state, drawing)
        self.setAccessibleName(translate_message(self._explanation.title))
        if QAccessible.isActive():
            self.setAccessibleDescription(self.copied())
        if self._whole and high != self._high:
            self._high = high
            self.setMinimumHeight(high)
            self.updateGeometry()
            self.grown.emit()
        self.update()

    def _drawn(self, shown: Explanation, widths: ReservedWidths) -> Drawing:
        frame = Frame(self.width(), self.height(), self._em, Audience.SCREEN, speech())
        if self._whole:
            return explanation_drawing(shown, frame, self._opened, widths)
        room = (0.0, 0.0, frame.width, frame.height)
        return Drawing(frame, arithmetic(shown, frame, room, widths, self._offers).shapes)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette().paper))
        if self._drawing:
            paint_drawing(painter, self._drawing)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_rims(painter, self._drawing)
        self._focus.paint(painter)
        painter.end()

    def _paint_rims(self, painter: QPainter, drawing: Drawing) -> None:
        """Around what the mouse or the keyboard is on."""
        if not self._lit:
            return
        painter.setPen(QPen(QColor(palette().action), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in rects_of(drawing, self._lit):
            around = QRectF(*rect).adjusted(-_RIM, -_RIM, _RIM, _RIM)
            painter.drawRoundedRect(around, 6, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._rate.held and event.buttons() & Qt.MouseButton.LeftButton:
            self._rate.move(event.position(), shifted(event))
        else:
            self._rate.release()
            self._light(target_at(self._drawing, event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._light(NOTHING)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._rate.editor.finish()
        target = target_at(self._drawing, event.position())
        if target == RATE:
            self._rate.press(event.position())
        else:
            self._choose(target)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        held = self._rate.held and event.button() == Qt.MouseButton.LeftButton
        if held and not self._rate.release():
            self._choose(RATE)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if target_at(self._drawing, event.position()) != RATE:
            event.ignore()
            return
        self._rate.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down go from chip to chip, Enter selects; with Alt they change the rate."""
        key, found, steps = event.key(), targets(self._drawing), way(event)
        if steps and steps[1] and self._lit == RATE:
            self._rate.turn(steps[1], shifted(event))
        elif key in UP_AND_DOWN and found:
            step = 1 if key == Qt.Key.Key_Down else -1
            at = found.index(self._lit) + step if self._lit in found else 0
            self._light(found[at % len(found)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._lit:
            self._choose(self._lit)
        else:
            super().keyPressEvent(event)

    def _light(self, target: Target) -> None:
        if target != self._lit:
            self._lit = target
            pointing = Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.ArrowCursor
            self.setCursor(Qt.CursorShape.SizeVerCursor if target == RATE else pointing)
            self.setToolTip(tr(_RATE_TIP) if target == RATE else "")
            self.update()

    def _choose(self, target: Target) -> None:
        if target == MORE:
            self.more.emit()
        elif target == RATE:
            self._rate.edit()
        elif target.line:
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
