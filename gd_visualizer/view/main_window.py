"""The window: lessons at the left, controls above, cards in the middle, the sentence below."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.descent.state import State
from gd_visualizer.scene.names import label
from gd_visualizer.view.card import Card, tab
from gd_visualizer.view.foot import Foot
from gd_visualizer.view.lesson_list import LessonList
from gd_visualizer.view.network_view import NetworkView
from gd_visualizer.view.points_view import PointsView
from gd_visualizer.view.toolbar import Toolbar


class MainWindow(QMainWindow):
    """The frame and its cards. The plots are put in later, so that the frame is seen at once."""

    def __init__(self, lessons: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setWindowTitle("Gradient Descent Visualizer")
        self.keys: dict[int, Callable[[], None]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toolbar, self.lessons, self.foot = Toolbar(), LessonList(lessons), Foot()
        self.network, self.points = NetworkView(), PointsView()
        self.cards = {
            "network": Card("Network"),
            "table": Card("Points"),
            "surface": Card("Loss surface"),
            "curve": Card("Loss by step"),
        }
        self.cards["network"].fill(self.network)
        self.cards["table"].fill(self.points)
        self.slope_tab = tab("One weight", "The loss over one weight, with its tangent")
        self.map_tab = tab("Map", "The loss over two weights, from above")
        self.x_axis, self.y_axis = _axis_box("First axis"), _axis_box("Second axis")
        self.cards["surface"].add(self.slope_tab, self.map_tab, left=True)
        self.cards["surface"].add(self.x_axis, self.y_axis)
        self._tabs = QButtonGroup(self)
        for button in (self.slope_tab, self.map_tab):
            self._tabs.addButton(button)
        self.log_tab = tab("log", "Heights by powers of ten")
        self.cards["curve"].add(self.log_tab)
        self._build()

    def _build(self) -> None:
        self._left, self._right = (
            QSplitter(Qt.Orientation.Vertical),
            QSplitter(Qt.Orientation.Vertical),
        )
        for splitter, names in (
            (self._left, ("network", "table")),
            (self._right, ("surface", "curve")),
        ):
            for name in names:
                splitter.addWidget(self.cards[name])
            splitter.setStretchFactor(0, 5)
            splitter.setStretchFactor(1, 3)
            splitter.setSizes([470, 290])
        self._desk = QSplitter(Qt.Orientation.Horizontal)
        self._desk.setObjectName("desk")
        for part in (self._left, self._right):
            self._desk.addWidget(part)
            self._desk.setStretchFactor(self._desk.count() - 1, 1)
        self._desk.setSizes([590, 580])
        for splitter in (self._left, self._right, self._desk):
            splitter.setHandleWidth(14)
            splitter.setChildrenCollapsible(False)
        cards = QWidget()
        inner = QHBoxLayout(cards)
        inner.setContentsMargins(14, 14, 14, 14)
        inner.addWidget(self._desk)
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.setHandleWidth(1)
        self._middle.addWidget(self.lessons)
        self._middle.addWidget(cards)
        self._middle.setCollapsible(1, False)
        self._middle.setStretchFactor(1, 1)
        self._middle.setSizes([222, 1200])
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self._middle, 1)
        layout.addWidget(self.foot)
        self.setCentralWidget(central)
        self.setMinimumSize(900, 620)

    def sync(self, new: State, old: State | None) -> None:
        """Hands the change to every part of the frame."""
        if old is None or old.descent.lesson is not new.descent.lesson:
            self._show_cards(new)
        for part in (self.toolbar, self.lessons, self.network, self.points, self.foot):
            part.sync(new, old)
        self._sync_surface(new)

    def _show_cards(self, state: State) -> None:
        lesson = state.descent.lesson
        for name, card in self.cards.items():
            card.setVisible(name in lesson.view.cards)
        self._right.setVisible(bool({"surface", "curve"} & set(lesson.view.cards)))
        self._left.setVisible(bool({"network", "table"} & set(lesson.view.cards)))
        network = lesson.network
        for box in (self.x_axis, self.y_axis):
            box.blockSignals(True)
            box.clear()
            for name in network.names:
                box.addItem(label(network, name), name)
            box.blockSignals(False)
        self.map_tab.setEnabled(network.size > 1)
        self.setWindowTitle(f"{lesson.title} – Gradient Descent Visualizer")

    def _sync_surface(self, state: State) -> None:
        display = state.display
        slope = display.surface == "slope"
        (self.slope_tab if slope else self.map_tab).setChecked(True)
        for box, name in zip((self.x_axis, self.y_axis), display.axes, strict=False):
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(name))
            box.blockSignals(False)
        self.x_axis.setVisible(state.descent.lesson.network.size > 1)
        self.y_axis.setVisible(not slope)

    def restore(self, settings: QSettings) -> None:
        """Size and place of the last time, if that is still on a screen; else a good one."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.setFocus()  # so that Space runs, and does not press the first button
        self.resize(min(1440, screen.width()), min(900, screen.height()))
        if screen.width() <= 1500 or screen.height() <= 950:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        geometry = settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if not any(
            s.availableGeometry().intersects(self.frameGeometry())
            for s in QGuiApplication.screens()
        ):
            self.move(screen.topLeft())
        for name, splitter in self._splitters().items():
            kept = settings.value(name)
            if isinstance(kept, QByteArray):
                splitter.restoreState(kept)

    def remember(self, settings: QSettings) -> None:
        """Size, place and splitters for the next time."""
        settings.setValue("geometry", self.saveGeometry())
        for name, splitter in self._splitters().items():
            settings.setValue(name, splitter.saveState())

    def _splitters(self) -> dict[str, QSplitter]:
        return {
            "splitter/lessons": self._middle,
            "splitter/desk": self._desk,
            "splitter/left": self._left,
            "splitter/right": self._right,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that the focused widget has not used for itself."""
        action = self.keys.get(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        repeats = event.isAutoRepeat() and event.key() not in (Qt.Key.Key_Right, Qt.Key.Key_Left)
        if action is None or not plain:
            super().keyPressEvent(event)
        elif not repeats:
            action()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.toolbar.pause_requested.emit()
        super().closeEvent(event)


def _axis_box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(f"{name} of the surface")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(1)
    box.setMaximumWidth(76)
    return box
