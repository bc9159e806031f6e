"""Over the diagram: the weight that is pointed at, by its name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from gd_visualizer.descent.explanation.slope_names import over_all
from gd_visualizer.descent.names import label
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.message import message
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message
from gd_visualizer.view.widgets.fixed_label import StillLabel


class WeightNote(StillLabel):
    """Name, value and, in lessons that have come to it, slope."""

    def __init__(self) -> None:
        super().__init__("w₁₁₁ = −0.1234, slope −0.1234", Qt.AlignmentFlag.AlignHCenter)
        self.setObjectName("quiet")
        self._state: State | None = None
        self._pointed = ""

    def sync(self, new: State, old: State | None) -> None:
        """Shows the weight's numbers at this moment."""
        if old and old.descent.lesson is not new.descent.lesson:
            self._pointed = ""
        self._state = new
        self._write()

    def point(self, what: str) -> None:
        """The mouse is on this weight, or on none."""
        self._pointed = what
        self._write()

    def _write(self) -> None:
        if self._state is None:
            return
        descent = self._state.descent
        network, moment = descent.lesson.network, descent.moment
        name = self._pointed
        if name not in network.names:
            self.setText("")
            return
        index = network.parameter(name).index
        words = f"{label(network, name)} = {printed(self._state).text(float(moment.theta[index]))}"
        slope = ", " + self._slope(printed(self._state).text(float(moment.gradient[index])))
        room = self.width() - self.fontMetrics().horizontalAdvance(words + slope)
        if visibility(self._state).slopes and self._state.progress.asked is None and room > 0:
            words += slope
        fits = self.fontMetrics().horizontalAdvance(words) <= self.width()
        self.setText(localize_numbers(words) if fits else "")

    def _slope(self, value: str) -> str:
        """Over all points, wherever the step is."""
        points = self._state.descent.lesson.objective.points if self._state else 1
        if points == 1:
            return tr("slope {number}", number=value)
        words = message("slope {over}: {number}", over=over_all(points), number=value)
        return translate_message(words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._write()
