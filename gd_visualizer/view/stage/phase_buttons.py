"""Forward, Error, Slopes, Update: where inside the step we are, and the way there."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import shown_phase
from gd_visualizer.scene.explanation.phases import PHASES
from gd_visualizer.text.message import translatable
from gd_visualizer.view.look.style import exact_font, palette
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.wishes import Wishes

_TIPS = {
    Phase.FORWARD: translatable("Forward: the values of all nodes, up to the prediction"),
    Phase.ERROR: translatable("Error: predicted − actual, and the loss"),
    Phase.SLOPES: translatable("Slopes: how the loss changes with each weight"),
    Phase.UPDATE: translatable("Update: every weight moves against its slope"),
}
_HIGH, _LETTERS, _LEAST = 1.6, 1.0, 0.8  # ems


class PhaseChip(QAbstractButton):
    """One phase: over, now, or still to come."""

    def __init__(self, phase: Phase) -> None:
        super().__init__()
        self.phase = phase
        self.setText(tr(PHASES[phase]))
        self.setToolTip(tr(_TIPS[phase]))
        self.setAccessibleName(tr(PHASES[phase]))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._over = self._asked = False
        self._em = 14.0

    def set_em(self, em: float) -> None:
        """Other letters, in px."""
        self._em = em
        self.updateGeometry()

    def show_place(self, now: Phase, asked: Phase | None) -> None:
        """Whether this phase is over, now or to come, and whether its result is asked for."""
        current = asked or now
        over = self.phase < current
        checked = self.phase == current
        if (over, checked, self.phase == asked) != (self._over, self.isChecked(), self._asked):
            self._over, self._asked = over, self.phase == asked
            self.setChecked(checked)
            place = tr("now") if checked else tr("done") if over else tr("to come")
            self.setAccessibleDescription(place)
            self.update()

    def nextCheckState(self) -> None:  # noqa: N802
        """A click asks; the state decides what is checked."""

    def sizeHint(self) -> QSize:  # noqa: N802
        letters = exact_font(_LETTERS * self._em, QFont.Weight.DemiBold)
        wide = QFontMetrics(letters).horizontalAdvance(self.text())
        return QSize(round(wide + 1.3 * self._em), round(_HIGH * self._em))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Without the room at its sides, and in smaller letters."""
        letters = exact_font(_LEAST * self._em, QFont.Weight.DemiBold)
        wide = QFontMetrics(letters).horizontalAdvance(self.text())
        return QSize(round(wide + 0.4 * self._em), round(_HIGH * self._em))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        colors = palette()
        fill, ink = (
            (colors.now, colors.now_ink)
            if self.isChecked()
            else (colors.action_soft, colors.action_deep)
            if self._over
            else (colors.background, colors.muted)
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        focused = self.hasFocus() or self.underMouse()
        rim = colors.action if focused else colors.edge if not self.isChecked() else fill
        painter.setPen(QPen(QColor(rim), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        bold = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        tight = self.width() < self.sizeHint().width() - 0.8 * self._em
        painter.setFont(exact_font((_LEAST if tight else _LETTERS) * self._em, bold))
        painter.setPen(QColor(ink))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class PhaseChips(QWidget):
    """Asks for the phase that is clicked."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.chips = [PhaseChip(phase) for phase in PHASES]
        for chip in self.chips:
            layout.addWidget(chip)
            chip.clicked.connect(lambda _on, phase=chip.phase: wishes.to_phase(phase))

    def set_em(self, em: float) -> None:
        """Other letters, in px."""
        for chip in self.chips:
            chip.set_em(em)
        self._row.invalidate()
        self.updateGeometry()  # now, not at the next event: the head is fitted to its size

    def sync(self, new: State, _old: State | None) -> None:
        """Where the step stands; only the phases that the lesson comes to."""
        now, last = shown_phase(new), new.descent.lesson.view.last_phase
        for chip in self.chips:
            chip.setVisible(chip.phase <= last)
            chip.show_place(now, new.progress.asked)
