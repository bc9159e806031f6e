"""The picture that would be saved, as large as there is room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr


class Preview(QLabel):
    """Shows a picture in its own proportions."""

    def __init__(self) -> None:
        super().__init__(tr("The preview is being drawn …"))
        self.setObjectName("card")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(px(420), px(280))

    def show_picture(self, picture: bytes) -> None:
        """The bytes of a PNG."""
        image, ratio = QImage.fromData(picture), self.devicePixelRatioF()
        if image.isNull():
            return
        shown = QPixmap.fromImage(image).scaled(
            (self.contentsRect().size() * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)

    def size_for(self, size: tuple[int, int]) -> tuple[int, int]:
        """In pixels of the screen, how large it is shown in the proportions of ``size``."""
        share = min(self.width() / size[0], self.height() / size[1], 1.0)
        share *= self.devicePixelRatioF()
        return max(round(size[0] * share), 16), max(round(size[1] * share), 16)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumSize(px(420), px(280))
