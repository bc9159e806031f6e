"""A picture in space drawn by OpenGL into an image, off screen: context, buffers, and their end.

There is no widget in it: a visible OpenGL widget makes every repaint of its whole window slow
where OpenGL is software. Ask ``gl_probe.probe`` before this file is imported.
"""

from collections.abc import Callable
from typing import TypeVar

import numpy as np
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


class GLPicture:
    """Draws solids, one at a time: ``begin``, then ``image``; between them OpenGL draws while
    Python does something else. Takes nothing from OpenGL before the first one.

    What cannot be drawn ends it: ``lost`` is true from then on, ``reason`` says why in English.
    Call ``close`` before the application ends.
    """

    def __init__(self) -> None:
        self.lost = False
        self.reason = ""
        self.detail = ""  # the exception, where there was one: for a log, not for the screen
        self._context: QOpenGLContext | None = None
        self._surface: QOffscreenSurface | None = None
        self._items: GLItems | None = None
        self._buffers: dict[bool, QOpenGLFramebufferObject] = {}
        self._begun: QOpenGLFramebufferObject | None = None
        self._ratio = 1.0
        self._image: QImage | None = None

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
        size = QSize(max(round(width * ratio), 1), max(round(height * ratio), 1))
        camera = np.asarray(projection) @ view
        self._image, self._ratio = None, ratio
        self._begun = self._current(lambda: self._sent(solid, camera, size, ratio, fine))
        return self._begun is not None

    def image(self) -> QImage | None:
        """What was begun last, once it is there; None before, and once lost."""
        buffer = self._begun
        if buffer is not None:
            self._begun = None
            self._image = self._current(lambda: self._read(buffer))
        return self._image

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
            self._begin()
        context, surface = self._context, self._surface
        if context is not None and surface is not None and context.makeCurrent(surface):
            return True
        self._lose(CONTEXT_LOST if self._items else NO_CONTEXT)
        return False

    def _begin(self) -> None:
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
        self._items = self._begun = self._image = None
        self._buffers.clear()
        if alive and context:
            context.doneCurrent()
        if surface is not None and shiboken6.isValid(surface):
            surface.destroy()

    def _sent(
        self, solid: Solid, camera: Array, size: QSize, ratio: float, fine: bool
    ) -> QOpenGLFramebufferObject:
        """What is being drawn into."""
        if self._items is None:
            self._items = GLItems()
        buffer = self._buffer(size, fine)
        if not buffer.bind():
            raise RuntimeError("no buffer to draw into")
        self._items.hold(solid)
        self._items.paint(camera, (size.width(), size.height()), ratio, fine)
        buffer.release()
        return buffer

    def _read(self, buffer: QOpenGLFramebufferObject) -> QImage:
        image = buffer.toImage()
        # Where something clear was drawn the picture is still opaque.
        image.reinterpretAsFormat(QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self._ratio)
        return image

    def _buffer(self, size: QSize, fine: bool) -> QOpenGLFramebufferObject:
        """What is drawn into; kept while the size stays."""
        kept = self._buffers.get(fine)
        if kept is not None and kept.size() == size:
            return kept
        self._buffers.pop(fine, None)
        form = QOpenGLFramebufferObjectFormat()
        form.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
        form.setSamples(_SAMPLES if fine else 0)
        made = QOpenGLFramebufferObject(size, form)
        if not made.isValid():
            raise RuntimeError(f"no buffer of {size.width()} × {size.height()}")
        self._buffers[fine] = made
        return made
