"""Whether there is an OpenGL that a picture in space can be drawn with; why not, in a sentence.

Qt and PyOpenGL find OpenGL each in its own way, and where they find different ones the picture
stays black without any error: so PyOpenGL draws into a small buffer of Qt's, and it is looked at.
"""

import os
from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QOffscreenSurface, QOpenGLContext, QSurfaceFormat
from PySide6.QtOpenGL import QOpenGLFramebufferObject

from gd_visualizer.text.message import translatable

SWITCH = "GD_VISUALIZER_NO_3D"  # set to anything but 0: as if --no-3d had been given
SWITCHED_OFF = translatable("3D is switched off (--no-3d).")
NO_SCREEN = translatable("There is no OpenGL on this screen.")
NO_CONTEXT = translatable("OpenGL could not be started on this computer.")
TOO_OLD = translatable("The OpenGL of this computer is older than 2.1.")
NO_DRAWING = translatable("OpenGL draws nothing on this computer.")

_WITHOUT = ("offscreen", "minimal", "linuxfb", "vnc")  # Qt's platforms that have no OpenGL
_OLDEST, _OLDEST_EMBEDDED = (2, 1), (3, 0)
_TRIAL = "#00ff00"


class _Forbidden:
    """What the command line asked for."""

    reason = ""


def forbid(reason: str = SWITCHED_OFF) -> None:
    """From now on 3D is reported as unusable, and nothing of OpenGL is touched; "" allows it."""
    _Forbidden.reason = reason


def probe() -> str:
    """ "" where OpenGL can be used, else the reason in English, to be translated. Never raises.

    Asks once, the first time, when there must be a QGuiApplication: 0.2 s, most of it an import.
    """
    if _Forbidden.reason:
        return _Forbidden.reason
    if os.environ.get(SWITCH, "0") not in ("", "0"):
        return SWITCHED_OFF
    return _found()


def surface_format() -> QSurfaceFormat:
    """Neither Core nor multisampled: Core has no lines wider than a pixel."""
    wanted = QSurfaceFormat(QSurfaceFormat.defaultFormat())
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.NoProfile)
    wanted.setDepthBufferSize(24)
    wanted.setSamples(0)
    return wanted


@cache
def _found() -> str:
    try:
        if QGuiApplication.instance() is None or QGuiApplication.platformName() in _WITHOUT:
            return NO_SCREEN
        _agree(QGuiApplication.platformName())
        return _tried()
    except Exception:  # whatever it is, there is no 3D, and the program goes on
        return NO_CONTEXT


def _agree(platform: str) -> None:
    """Tells PyOpenGL, before it is imported, which OpenGL Qt uses; a person's word comes first."""
    egl = os.environ.get("QT_XCB_GL_INTEGRATION") == "xcb_egl"
    names = {"xcb": "egl" if egl else "glx", "wayland": "egl", "wayland-egl": "egl", "eglfs": "egl"}
    if platform in names:
        os.environ.setdefault("PYOPENGL_PLATFORM", names[platform])


def _tried() -> str:
    """The answer of a context that is made, tried and thrown away."""
    surface, context = QOffscreenSurface(), QOpenGLContext()
    surface.setFormat(surface_format())
    surface.create()
    context.setFormat(surface_format())
    if not (surface.isValid() and context.create() and context.makeCurrent(surface)):
        return NO_CONTEXT
    try:
        if not _new_enough(context):
            return TOO_OLD
        return "" if _draws() else NO_DRAWING
    finally:
        context.doneCurrent()
        surface.destroy()


def _new_enough(context: QOpenGLContext) -> bool:
    return context.format().version() >= (_OLDEST_EMBEDDED if context.isOpenGLES() else _OLDEST)


def _draws() -> bool:
    """Whether what PyOpenGL draws is found in Qt's buffer."""
    from OpenGL import GL, platform  # type: ignore[import-untyped]

    if not platform.GetCurrentContext() or not GL.glGetString(GL.GL_VERSION):
        return False
    buffer = QOpenGLFramebufferObject(QSize(4, 4))
    if not buffer.isValid() or not buffer.bind():
        return False
    GL.glClearColor(0.0, 1.0, 0.0, 1.0)
    GL.glClear(GL.GL_COLOR_BUFFER_BIT)
    buffer.release()
    return buffer.toImage().pixelColor(1, 1) == QColor(_TRIAL)
