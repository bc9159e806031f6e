"""The place of the surface in space: made where it is first asked for, given up without OpenGL."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gd_visualizer.view.surface3d.gl_probe import probe
from gd_visualizer.view.wishes import Wishes

if TYPE_CHECKING:
    from gd_visualizer.view.surface3d.view import Surface3DView


class Space(QObject):
    """A place in ``row``; ``gave_up()`` tells that OpenGL draws no more."""

    gave_up = Signal()

    def __init__(
        self,
        row: QHBoxLayout,
        wishes: Wishes,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._row, self._wishes = row, wishes
        self._view: Surface3DView | None = None
        self._em = 14.0
        self.reason = ""

    def set_em(self, em: float) -> None:
        """Other letters, in px."""
        self._em = em
        if self._view:
            self._view.set_em(em)

    @property
    def shown(self) -> "Surface3DView | None":
        """The view, while it is shown."""
        return self._view if self._view and not self._view.isHidden() else None

    def show_if(self, wanted: bool) -> "Surface3DView | None":
        """The view, if it is ``wanted`` and can be."""
        view = self._made() if wanted else self._view
        there = wanted and view is not None and not self.reason
        if view and view.isHidden() == there:
            view.setVisible(there)
            if not there:
                view.rest()
        return view if there else None

    def close(self) -> None:
        """Frees what OpenGL holds, where 3D has been shown."""
        if self._view:
            self._view.release()

    def _made(self) -> "Surface3DView | None":
        if self._view or self.reason:
            return self._view
        self.reason = probe()
        if self.reason:
            return None
        from gd_visualizer.view.surface3d.view import Surface3DView  # takes a third of a second

        view = self._view = Surface3DView(self._wishes)
        view.set_em(self._em)
        view.hide()
        self._row.insertWidget(1, view, 1)
        view.gave_up.connect(self._give_up)
        return view

    def _give_up(self, reason: str) -> None:
        """OpenGL has gone: the map goes on."""
        self.reason = reason
        if self._view:
            self._view.hide()
        self.gave_up.emit()
