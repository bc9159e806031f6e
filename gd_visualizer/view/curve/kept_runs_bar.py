"""The kept runs by name: a click hides and shows them; a menu renames and removes."""

from PySide6.QtCore import QEvent, QLineF, QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QToolButton, QWidget

from gd_visualizer.descent.run_names import run_names
from gd_visualizer.descent.state.kept_run import KeptRun
from gd_visualizer.descent.state.state import State
from gd_visualizer.text.message import Message
from gd_visualizer.view.look.style import px
from gd_visualizer.view.paint.kept_runs import run_pen
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message
from gd_visualizer.view.wishes import Wishes


class RunButton(QToolButton):
    """Shows or hides one kept run; renames or removes it by its menu."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._run: KeptRun | None = None
        self.clicked.connect(self._hide)
        self.setObjectName("run")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def show_run(self, run: KeptRun, words: Message) -> None:
        """Shows ``run`` by its name and a piece of its line; pressed unless it is hidden."""
        self._run = run
        name = localize_numbers(translate_message(words)) if not run.name else run.name
        self.setText(name)
        self.setAccessibleName(tr("Kept run {name}", name=run.name or translate_message(words)))
        how = tr("Click: hide or show. Right click, F2, Delete: rename, remove")
        self.setToolTip(f"{name}\n{how}")
        self.setIcon(_swatch(run.look))
        self.setIconSize(QSize(px(26), px(12)))
        with QSignalBlocker(self):
            self.setChecked(not run.hidden)

    def _hide(self, shown: bool) -> None:
        if self._run:
            self._wishes.hide_run(self._run, not shown)

    def _remove(self) -> None:
        if self._run:
            self._wishes.remove_run(self._run)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Rename …"), self._ask_name)
        menu.addAction(tr("Remove"), self._remove)
        menu.popup(self.mapToGlobal(place))

    def _ask_name(self) -> None:
        run, rename = self._run, self._wishes.rename_run
        if run is None:
            return
        dialog = QInputDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Rename a run"))
        dialog.setLabelText(tr("Name; empty: as before"))
        dialog.setTextValue(self.text())
        dialog.textValueSelected.connect(lambda name: rename(run, name))
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() == Qt.Key.Key_F2:
            self._ask_name()
        else:
            super().keyPressEvent(event)


class RunsBar(QWidget):
    """A button for each kept run; not there, where no run is kept."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._runs: tuple[KeptRun, ...] = ()
        self._names: list[Message] = []
        self._buttons: list[RunButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 2)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self.hide()

    @property
    def buttons(self) -> list[RunButton]:
        """One for each kept run."""
        return self._buttons[: len(self._runs)]

    def sync(self, new: State, old: State | None) -> None:
        """One button for each kept run of the descent; hidden where there is none."""
        runs = new.descent.kept
        names = run_names(new.descent) if runs else []
        if old and runs is self._runs and names == self._names:
            return
        self._runs, self._names = runs, names
        while len(self._buttons) < len(runs):
            self._add()
        for k, button in enumerate(self._buttons):
            button.setVisible(k < len(runs))
            if k < len(runs):
                button.show_run(runs[k], names[k])
        self.setVisible(bool(runs))
        self._arrange()

    def _add(self) -> None:
        button = RunButton(self._wishes)
        self._row.insertWidget(len(self._buttons), button)
        self._buttons.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow cards are not widened by names."""
        return QSize(px(40), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for button, run, name in zip(self.buttons, self._runs, self._names, strict=False):
                button.show_run(run, name)

    def _arrange(self) -> None:
        """With names where all of them have room, else by their lines alone."""
        named = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self.buttons:
            button.setToolButtonStyle(named)
        needed = sum(button.sizeHint().width() + px(4) for button in self.buttons)
        if needed > self.width():
            for button in self.buttons:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)


def _swatch(look: int) -> QIcon:
    """A piece of the run's line."""
    made = QPixmap(px(26), px(12))
    made.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(made)
    painter.setPen(run_pen(look, px(2.5)))
    middle = made.height() / 2
    painter.drawLine(QLineF(0, middle, made.width(), middle))
    painter.end()
    return QIcon(made)
