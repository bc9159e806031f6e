"""No number and no word is cut by the room that it stands in."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLineEdit

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.lesson.lesson import View
from gd_visualizer.lesson.pictures import MAP
from gd_visualizer.lesson.rate import learning_rate
from gd_visualizer.text.numerals import letters
from gd_visualizer.view.look.style import font, px
from gd_visualizer.view.text.fitted import in_box, on_one_line
from gd_visualizer.view.text.translate import localize_numbers
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.fixed_label import StillLabel
from tests.descent.lessons import make
from tests.view.shown import named, words_of

LARGE, SMALL = 2.627e12, 1e-7
NEGATIVE = -123456.789


def extreme():
    """Three points whose inputs, weights and results are as long as numbers are printed."""
    network = Network((2, 2, 1), ("identity", "identity"), False)
    X = np.array([[SMALL, 123456.789], [0.1, 2.0], [3.14159265, -2.71828]])
    y = np.array([[LARGE], [5.0], [123456.789]])
    theta = np.array([123456.789, SMALL, LARGE, -0.000123456, 1.0, NEGATIVE])
    theta.flags.writeable = False
    base = make((2, 2, 1), X, np.zeros((3, 1)), theta, learning_rate(1.2345678e-7))
    objective = NetworkObjective(network, X, y, LOSSES["mean squared error"])
    return replace(base, objective=objective, view=View(MAP, network.names[:2]))


def has_room(label: StillLabel) -> bool:
    """Whether all that a label says stands inside it."""
    metrics, words = QFontMetricsF(label.letters()), label.text()
    if not label.wraps:
        return metrics.horizontalAdvance(words) <= label.width()
    page = QRectF(0, 0, label.width(), 10_000)
    needed = metrics.boundingRect(page, Qt.TextFlag.TextWordWrap, words)
    return needed.height() <= label.height() and needed.width() <= label.width()


@pytest.mark.parametrize("size", [(900, 600), (1024, 768), (1440, 900)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 2.5])
def test_the_longest_numbers_stand_whole_in_every_label_and_field(start, size, scale) -> None:
    program = start(extreme(), size)
    program.appearance.set_scale(scale)
    for _ in range(4):
        program.controller.press()
    QApplication.processEvents()
    rest = named(program.window.transport, Button, "The other controls")
    if rest.isVisible():
        rest.click()
    program.live.network_tools.note.point("w2_1_1")
    QApplication.processEvents()
    labels = [one for one in program.window.findChildren(StillLabel) if one.isVisible()]
    assert program.window.transport.findChild(StillLabel) in labels
    assert program.live.network_tools.note in labels
    assert [one.text() for one in labels if not has_room(one)] == []
    chips = words_of(program.window.stage.arithmetic.drawing.shapes)
    assert chips
    room = QRectF(program.window.stage.arithmetic.rect()).adjusted(-1, -1, 1, 1)
    assert [one.text for one in chips if not room.contains(QRectF(*one.rect))] == []
    field = program.window.transport.rate.findChild(QLineEdit)
    assert field.text() == "1.2345678 × 10⁻⁷"
    room = field.width() - 2 * px(8) - 6  # what the style sheet's padding and rim leave
    assert QFontMetricsF(field.font()).horizontalAdvance(field.text()) <= room
    assert field.font().pixelSize() >= 0.4 * font(14).pixelSize()


def test_a_label_takes_more_room_for_more_steps_than_it_was_made_for(qtbot) -> None:
    label = StillLabel("after step 10000")
    qtbot.addWidget(label)
    before = label.sizeHint().width()
    label.setText("after step 5,000,000")
    assert label.sizeHint().width() > before
    label.resize(before // 2, 20)
    assert has_room(label)


@pytest.mark.parametrize("lines", [1, 2])
def test_a_sentence_of_any_length_is_not_torn(qtbot, lines) -> None:
    label = StillLabel("", wraps=True)
    qtbot.addWidget(label)
    label.set_lines(lines)
    label.resize(320, label.sizeHint().height())
    label.setText("The next step would leave all numbers behind: a smaller rate helps. " * 2)
    assert has_room(label)


def test_letters_get_smaller_only_where_they_must() -> None:
    usual = font(14)
    assert on_one_line(usual, "0.5", 100) is usual
    assert in_box(usual, "0.5", 100, 80) is usual
    small = on_one_line(usual, "2.627 × 10¹²", 50)
    assert QFontMetricsF(small).horizontalAdvance("2.627 × 10¹²") <= 50
    assert small.pixelSize() < usual.pixelSize()


@pytest.mark.usefixtures("qapp")
def test_room_is_kept_for_the_groups_of_long_numbers() -> None:
    for text in ("−16983", "1126471", "12345.678", "0.123456", "4624", "1.2 × 10¹¹", "w₁ = 10000"):
        assert letters(text) == len(localize_numbers(text)), text
