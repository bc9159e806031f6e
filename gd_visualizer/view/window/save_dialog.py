"""Where a lesson is to be saved, and whether at all."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QMessageBox, QWidget

from gd_visualizer.view.text.translate import tr


class SaveDialog(QFileDialog):
    """A lesson's file and, where they are others, whether the current weights are its start."""

    def __init__(self, parent: QWidget, folder: str, name: str, moved: bool) -> None:
        super().__init__(parent, tr("Save the lesson"), folder)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)  # which has no room for a choice
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(f"{tr('Lessons')} (*.toml)")
        self.setDefaultSuffix("toml")
        self.selectFile(name)
        self._current = QCheckBox(tr("With the current weights as its start"))
        self._current.setVisible(moved)
        layout = self.layout()
        if isinstance(layout, QGridLayout):
            layout.addWidget(self._current, layout.rowCount(), 0, 1, -1)

    @property
    def current_weights(self) -> bool:
        """Whether the start is to be the weights of now."""
        return self._current.isChecked()


def ask_unsaved(
    window: QWidget, title: str, save: Callable[[], object], discard: Callable[[], object]
) -> None:
    """Asks what is to become of the unsaved changes of the lesson ``title``."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Save the lesson?"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("“{title}” has changes that are not saved.").replace("{title}", title))
    box.setInformativeText(tr("Without saving they are lost."))
    role = QMessageBox.ButtonRole
    saves = box.addButton(tr("Save"), role.AcceptRole)
    drops = box.addButton(tr("Don’t save"), role.DestructiveRole)
    box.addButton(tr("Cancel"), role.RejectRole)
    box.setDefaultButton(saves)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answered() -> None:
        clicked = box.clickedButton()
        if clicked is saves:
            save()
        elif clicked is drops:
            discard()

    box.finished.connect(answered)
    box.open()
