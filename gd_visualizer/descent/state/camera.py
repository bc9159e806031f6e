"""From where the surface in space is seen."""

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats

_NEAREST, _FARTHEST = 12.0, 0.3
_LOWEST, _HIGHEST = -10.0, 90.0
PRESETS = {
    "isometric": (-57.0, 30.0),
    "top": (-90.0, 90.0),
    "along x": (0.0, 5.0),
    "along y": (-90.0, 5.0),
}


class Camera(Struct, frozen=True):
    """``azimuth`` 0 looks from +x, 90 from +y, ``elevation`` 90 from above, in degrees; at
    ``zoom`` 1 all fits. ``pan`` shifts the picture to the right and up, in its heights."""

    azimuth: float = PRESETS["isometric"][0]
    elevation: float = PRESETS["isometric"][1]
    zoom: float = 1.0
    pan: tuple[float, float] = (0.0, 0.0)

    def orbited(self, dazimuth: float, delevation: float) -> "Camera":
        """Turned by so many degrees, never below the floor by much."""
        azimuth = (self.azimuth + dazimuth + 180) % 360 - 180
        elevation = min(max(self.elevation + delevation, _LOWEST), _HIGHEST)
        return replace(self, azimuth=azimuth, elevation=elevation)

    def zoomed(self, factor: float, about: tuple[float, float] = (0.0, 0.0)) -> "Camera":
        """Nearer by ``factor``; what is at ``about``, from the picture's middle to the right and
        up in its heights, stays there."""
        zoom = min(max(self.zoom * factor, _FARTHEST), _NEAREST)
        by = zoom / self.zoom
        x, y = (at + (pan - at) * by for at, pan in zip(about, self.pan, strict=True))
        return replace(self, zoom=zoom, pan=(x, y))

    def panned(self, dx: float, dy: float) -> "Camera":
        """The picture moved to the right and up, in its heights."""
        return replace(self, pan=(self.pan[0] + dx, self.pan[1] + dy))

    def facing(self) -> Floats:
        """Unit vectors to the right, up and toward the viewer, as rows (3, 3)."""
        a, e = np.radians([self.azimuth, self.elevation])
        return np.array(
            [
                [-np.sin(a), np.cos(a), 0.0],
                [-np.sin(e) * np.cos(a), -np.sin(e) * np.sin(a), np.cos(e)],
                [np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)],
            ]
        )


def preset(name: str) -> Camera:
    """The whole box from one of the ``PRESETS``."""
    azimuth, elevation = PRESETS[name]
    return Camera(azimuth, elevation)
