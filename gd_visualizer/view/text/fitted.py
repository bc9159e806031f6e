"""Letters as large as a text's room allows: a number that is cut would be another one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_FAR = 100_000


def on_one_line(font: QFont, text: str, width: float) -> QFont:
    """``font``, or a smaller one in which ``text`` is no wider than ``width``."""
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide <= width:
        return font
    size = int(_pixels(font) * max(width, 1) / wide) + 1
    while size > 1 and QFontMetricsF(_sized(font, size)).horizontalAdvance(text) > width:
        size -= 1
    return _sized(font, size)


def in_box(font: QFont, text: str, width: float, height: float) -> QFont:
    """``font``, or a smaller one in which ``text``, broken between words, fills no more."""
    size = _pixels(font)
    made = font
    while size > 1 and not _has_room(made, text, width, height):
        size -= 1
        made = _sized(font, size)
    return made


def _has_room(font: QFont, text: str, width: float, height: float) -> bool:
    room = QRectF(0, 0, max(width, 1), _FAR)
    needed = QFontMetricsF(font).boundingRect(room, _WRAPPED, text)
    return needed.height() <= height and needed.width() <= room.width()


def _pixels(font: QFont) -> int:
    return font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()


def _sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(pixels, 1))
    return made
