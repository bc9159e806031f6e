"""The colours of the surface in space: the map's own, and the light that falls on them."""

from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.scene.look.colors import ramp, rgb
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.surface3d.axes import Box

_LIGHT = np.array([-0.35, -0.45, 0.82]) / np.linalg.norm([-0.35, -0.45, 0.82])
_SHADE, _LIT = 0.77, 0.26


def band_colors(surface_slice: SurfaceSlice, box: Box, palette: Palette, z: Floats) -> Array:
    """The map's colours for heights, but flowing: bands would have edges like stairs (n, 3)."""
    limits = [-box.top, *box.heights(surface_slice.levels), box.top]
    shades = _shades(palette.surface)
    at = np.interp(z.ravel(), limits, np.linspace(0, len(shades) - 1, len(limits)))
    made: Array = shades[at.astype(np.intp)]
    return made


@lru_cache(4)
def _shades(surface: tuple[str, ...]) -> Array:
    return np.array([rgb(color) for color in ramp(surface, 256)], dtype=np.float32)


def brightness(x: Floats, y: Floats, z: Floats) -> Array:
    """Lambert's light on each sample (n,)."""
    z = z.astype(np.float32)
    across, along = _slopes(z, float(x[1] - x[0])), _slopes(z.T, float(y[1] - y[0])).T
    light = _LIGHT.astype(np.float32)
    facing = light[2] - across * light[0] - along * light[1]
    facing /= np.sqrt(1 + across * across + along * along)
    return (_SHADE + _LIT * np.abs(facing)).ravel()


def _slopes(z: Array, step: float) -> Array:
    """Differences along the first axis; np.gradient takes twice as long."""
    made = np.empty_like(z)
    np.subtract(z[2:], z[:-2], out=made[1:-1])
    made[0], made[-1] = 2 * (z[1] - z[0]), 2 * (z[-1] - z[-2])
    made /= 2 * step
    return made
