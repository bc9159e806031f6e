"""Qt's own system libraries: which are missing, and what to install. No Qt is imported here."""

import ctypes
import sys
from collections.abc import Callable

# What PySide6's Widgets and its X11 platform load beyond a bare Debian or Ubuntu (Qt 6.11,
# https://doc.qt.io/qt-6/linux-requirements.html), and the packages that hold it.
PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_PACKAGES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def missing_packages(x11: bool, load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Debian's and Ubuntu's packages for the libraries that cannot be loaded."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = PACKAGES | (X11_PACKAGES if x11 else {})
    missing = []
    for library, package in wanted.items():
        try:
            load(library)
        except OSError:
            missing.append(package)
    return missing
