"""The room of the explanation strip, with the two buttons that go from phase to phase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gd_visualizer.view.buttons import Button
from gd_visualizer.view.style import px
from gd_visualizer.view.translate import tr

HIGH = 132


class StripBar(QFrame):
    """Scrolls where the explanation is longer than its room; its content can come later."""

    next_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.next = Button(
            tr("Next"), tr("Next: the next phase or beat (PageDown)"), "right", "", True
        )
        self.back = Button("", tr("Back by one phase or beat (PageUp)"), "left", "flat")
        self.next.clicked.connect(self.next_requested)
        self.back.clicked.connect(self.back_requested)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        buttons.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignHCenter)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 16, 0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)
        self.setMinimumHeight(px(76))

    def fill(self, view: QWidget) -> None:
        """Puts the explanation in its place."""
        self._scroll.setWidget(view)
