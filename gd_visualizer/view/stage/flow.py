"""Controls beside one another, on further rows where one has no room for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.fixed_label import StillLabel

_GAP = 8
_LOW = 560  # designed px of a window's height
_MARGINS = QMargins(14, 8, 14, 8)


class Pair(QWidget):
    """A control and what is said of it, which stay beside one another on one row."""

    def __init__(self, words: QWidget, control: QWidget) -> None:
        super().__init__()
        self._words, self._control = words, control
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(words)
        self._row.addWidget(control, 1)

    def show_words(self, shown: bool) -> None:
        """With its words, or without them where there is no room."""
        self._words.setVisible(shown)
        self._row.invalidate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        parts = [one for one in (self._words, self._control) if not one.isHidden()]
        wide = sum(map(_width, parts)) + _GAP * (len(parts) - 1)
        return QSize(wide, super().minimumSizeHint().height())


class FlowBar(QFrame):
    """Places its ``parts`` itself: each as wide as it needs, those of ``stretching`` as wide as
    their row has room and they may be. What is not there may keep its room, so that the others
    have the same places whatever is there."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[QWidget] = ()
        self._stretching: Sequence[QWidget] = ()
        self._there: set[QWidget] = set()
        self._kept: set[QWidget] = set()
        self._high = 0
        self._rest = Button("⋯", tr("The other controls"), kind="flat")
        self._rest.setAccessibleName(tr("The other controls"))
        self._rest.setCheckable(True)
        self._rest.switches(lambda _on: self.arrange())
        self._rest.setParent(self)
        self._rest.hide()

    def take(self, parts: Sequence[QWidget], stretching: Sequence[QWidget]) -> None:
        """The controls, from left to right, none of them there yet; ``stretching`` grow."""
        self.parts, self._stretching = parts, stretching
        for part in parts:
            part.setParent(self)
            part.hide()

    def offer(self, part: QWidget, there: bool, keeps: bool = False) -> None:
        """Whether a control is there; ``keeps``: its room is, even where it is not."""
        for group, belongs in ((self._there, there), (self._kept, there or keeps)):
            if belongs:
                group.add(part)
            else:
                group.discard(part)

    @property
    def rows(self) -> int:
        """On how many rows everything has room, with those whose room is kept: so that the same
        words are left out whatever is there."""
        return len(self._kept_rows())

    def arrange(self) -> None:
        """Everything on as few rows as have room; where the window is low, what is not on the first
        row is asked for by a button."""
        rows = self._rows()
        folds = self._tight and len(rows) > 1
        self._rest.setVisible(folds)
        seen = rows[:1] if folds and not self._rest.isChecked() else rows
        y = _MARGINS.top()
        for row in seen:
            y += self._set_row(row, y) + _GAP
        if folds:
            high = max(part.sizeHint().height() for part in rows[0])
            x = _MARGINS.left() + self._room + _GAP
            self._rest.setGeometry(x, _MARGINS.top(), _width(self._rest), high)
        unfolded = {part for row in seen for part in row}
        for part in self.parts:
            part.setVisible(part in unfolded and part in self._there)
        high = y - _GAP + _MARGINS.bottom()
        if high != self._high:
            self._high = high
            self.setFixedHeight(high)

    @property
    def _tight(self) -> bool:
        """Whether the window is low, and one row has not room for all."""
        widths = [_width(part) + _GAP for part in self.parts if part in self._kept]
        return self.low and sum(widths) - _GAP > self._all_room

    @property
    def low(self) -> bool:
        """Whether the window is so low that a row is dear."""
        return self.window().height() < px(_LOW)

    @property
    def _all_room(self) -> int:
        return self.width() - _MARGINS.left() - _MARGINS.right()

    @property
    def _room(self) -> int:
        """The width in px of a row."""
        return self._all_room - (_width(self._rest) + _GAP if self._tight else 0)

    def _rows(self) -> list[list[QWidget]]:
        """The controls of each row; no row without one that is there."""
        return [row for row in self._kept_rows() if not self._there.isdisjoint(row)]

    def _kept_rows(self) -> list[list[QWidget]]:
        """The controls of each row, with those whose room is kept."""
        room, taken = self._room, 0
        rows: list[list[QWidget]] = [[]]
        for part in self.parts:
            if part not in self._kept:
                continue
            if rows[-1] and taken + _width(part) > room:
                rows.append([])
                taken = 0
            rows[-1].append(part)
            taken += _width(part) + _GAP
        return rows

    def _set_row(self, row: Sequence[QWidget], y: int) -> int:
        """One row from ``y`` on; how high it is."""
        high = max(part.sizeHint().height() for part in row)
        more, x = self._shares(row), _MARGINS.left()
        for part in row:
            wide, tall = _width(part) + more.get(part, 0), part.sizeHint().height()
            part.setGeometry(x, y + (high - tall) // 2, wide, tall)
            x += wide + _GAP
        return high

    def _shares(self, row: Sequence[QWidget]) -> dict[QWidget, int]:
        """How much wider than they need those are that grow, in px."""
        free = self._room - sum(map(_width, row)) - _GAP * (len(row) - 1)
        grow = sorted((p for p in row if p in self._stretching), key=QWidget.maximumWidth)
        more: dict[QWidget, int] = {}
        for k, part in enumerate(grow):
            share = max(free // (len(grow) - k), 0)
            more[part] = max(min(share, part.maximumWidth() - _width(part)), 0)
            free -= more[part]
        return more

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It wraps: no width is too small."""
        return QSize(0, self._high)


def _width(part: QWidget) -> int:
    """What a control needs; a label that can write smaller is asked for its usual letters."""
    hint = part.sizeHint() if isinstance(part, StillLabel) else part.minimumSizeHint()
    return max(hint.width(), part.minimumWidth())
