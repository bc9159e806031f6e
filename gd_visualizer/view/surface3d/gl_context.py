"""A picture in space drawn by OpenGL into an image, off screen: context, buffers, and their end.

There is no widget in it: a visible OpenGL widget makes every repaint of its whole window slow
where OpenGL is software. Ask ``gl_probe.probe`` before this file is imported.
"""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QOffscreenSurface, QOpenGLContext
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

from gd_visualizer.core.arrays import Array
from gd_visualizer.scene.surface3d.primitives import Solid
from gd_visualizer.text.message import translatable
from gd_visualizer.view.surface3d.gl_items import GLItems
from gd_visualizer.view.surface3d.gl_probe import NO_CONTEXT, surface_format

CONTEXT_LOST = translatable("OpenGL was lost while the program ran.")
DRAWING_FAILED = translatable("OpenGL failed while it drew.")

_SAMPLES = 4  # a pixel, in a fine picture
T = TypeVar("T")


class _Side:
    """What one picture is drawn with: its parts as OpenGL has them, and where it is drawn."""

    def __init__(self) -> None:
        self.items: GLItems | None = None
        self.buffer: QOpenGLFramebufferObject | None = None
        self.begun: QOpenGLFramebufferObject | None = None
        self.ratio = 1.0
        self.image: QImage | None = None


class GLPicture:
    """Draws solids, one at a time: ``begin``, then ``image``; between them OpenGL draws while
    Python does something else. Takes nothing from OpenGL before the first one.

    ``begin_ahead`` draws another one beside it, which ``turn`` puts in its place.

    What cannot be drawn ends it: ``lost`` is true from then on, ``reason`` says why in English.
    Call ``close`` before the application ends.
    """

    def __init__(self) -> None:
        self.lost = False
        self.reason = ""
        self.detail = ""  # the exception, where there was one: for a log, not for the screen
        self._context: QOpenGLContext | None = None
        self._surface: QOffscreenSurface | None = None
        self._shown, self._ahead = _Side(), _Side()
        self._fine: QOpenGLFramebufferObject | None = None

    def begin(
        self,
        solid: Solid,
        view: Array,
        projection: Array,
        width: int,
        height: int,
        ratio: float = 1.0,
        fine: bool = False,
    ) -> bool:
        """``solid`` seen through ``projection @ view`` (4, 4), as OpenGL has them, of ``width`` ×
        ``height`` with ``ratio`` pixels to one; smooth edges if ``fine``. False once lost."""
        size = _pixels(width, height, ratio)
        return self._begin(self._shown, solid, projection @ view, size, ratio, fine)

    def begin_ahead(
        self, solid: Solid, view: Array, projection: Array, width: int, height: int, ratio: float
    ) -> bool:
        """The same of a picture that may be shown next."""
        size = _pixels(width, height, ratio)
        return self._begin(self._ahead, solid, projection @ view, size, ratio, False)

    def turn(self) -> None:
        """What was begun ahead is now what was begun last."""
        self._shown, self._ahead = self._ahead, self._shown

    def _begin(
        self, side: _Side, solid: Solid, camera: Array, size: QSize, ratio: float, fine: bool
    ) -> bool:
        side.image, side.ratio = None, ratio
        side.begun = self._current(lambda: self._sent(side, solid, camera, size, fine))
        return side.begun is not None

    def image(self) -> QImage | None:
        """What was begun last, once it is there; None before, and once lost."""
        side = self._shown
        buffer, side.begun = side.begun, None
        if buffer is not None:
            side.image = self._current(lambda: _read(buffer, side.ratio))
        return side.image

    def _current(self, work: Callable[[], T]) -> T | None:
        """The result of ``work``, done in our context; None where it is lost or was lost by it."""
        if self.lost or not self._make_current():
            return None
        try:
            made = work()
        except Exception as error:  # OpenGL's own are of many types; the map needs none of it
            self.detail = repr(error)
            self._lose(DRAWING_FAILED)
            return None
        if self._context is not None:
            self._context.doneCurrent()
        return made

    def lose(self) -> None:
        """Loses OpenGL, as an update of the driver does; for tests."""
        if self._context is None:
            self._lose(CONTEXT_LOST)
        else:
            shiboken6.delete(self._context)

    def close(self) -> None:
        """Gives everything back; nothing is drawn any more."""
        self._lose(self.reason)

    def _make_current(self) -> bool:
        """Makes the context current, and the context if there is none."""
        if self._context is None:
            self._open()
        context, surface = self._context, self._surface
        if context is not None and surface is not None and context.makeCurrent(surface):
            return True
        self._lose(CONTEXT_LOST if self._shown.items else NO_CONTEXT)
        return False

    def _open(self) -> None:
        self._surface, self._context = QOffscreenSurface(), QOpenGLContext()
        self._surface.setFormat(surface_format())
        self._surface.create()
        self._context.setFormat(surface_format())
        if self._context.create():
            self._context.aboutToBeDestroyed.connect(self._gone)

    def _gone(self) -> None:
        if self._context is not None:  # else it goes because we gave it back
            self._lose(CONTEXT_LOST)

    def _lose(self, reason: str) -> None:
        """Frees all there is, while the context is current if it can still be."""
        self.lost, self.reason = True, reason
        context, surface = self._context, self._surface
        self._context = self._surface = None
        alive = context is not None and shiboken6.isValid(context)
        if alive and context and surface:
            context.makeCurrent(surface)
        self._shown, self._ahead, self._fine = _Side(), _Side(), None
        if alive and context:
            context.doneCurrent()
        if surface is not None and shiboken6.isValid(surface):
            surface.destroy()

    def _sent(
        self, side: _Side, solid: Solid, camera: Array, size: QSize, fine: bool
    ) -> QOpenGLFramebufferObject:
        """What is being drawn into."""
        if side.items is None:
            side.items = GLItems()
        if fine:
            buffer = self._fine = _buffer(self._fine, size, _SAMPLES)
        else:
            buffer = side.buffer = _buffer(side.buffer, size, 0)
        if not buffer.bind():
            raise RuntimeError("no buffer to draw into")
        side.items.hold(solid)
        side.items.paint(camera, (size.width(), size.height()), side.ratio, fine)
        buffer.release()
        return buffer


def _pixels(width: int, height: int, ratio: float) -> QSize:
    return QSize(max(round(width * ratio), 1), max(round(height * ratio), 1))


def _read(buffer: QOpenGLFramebufferObject, ratio: float) -> QImage:
    image = buffer.toImage()
    # Where something clear was drawn the picture is still opaque.
    image.reinterpretAsFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    return image


def _buffer(
    kept: QOpenGLFramebufferObject | None, size: QSize, samples: int
) -> QOpenGLFramebufferObject:
    """What is drawn into: the one that was ``kept``, while the size stays."""
    if kept is not None and kept.size() == size:
        return kept
    form = QOpenGLFramebufferObjectFormat()
    form.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
    form.setSamples(samples)
    made = QOpenGLFramebufferObject(size, form)
    if not made.isValid():
        raise RuntimeError(f"no buffer of {size.width()} × {size.height()}")
    return made
