"""Colours as numbers: contrast by WCAG 2, and lightness-even ramps through CIELAB."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Floats

_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = _TO_XYZ.sum(axis=1)


def rgb(color: str) -> Floats:
    """``#rrggbb`` as (3,) from 0 to 1."""
    return np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def hex_color(values: Floats) -> str:
    """(3,) from 0 to 1 as ``#rrggbb``."""
    return "#" + "".join(f"{round(float(v) * 255):02x}" for v in np.clip(values, 0, 1))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted(float(_linear(rgb(color)) @ _TO_XYZ[1]) for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lightness(color: str) -> float:
    """CIE L*, 0 to 100."""
    return float(_lab(rgb(color)[None])[0, 0])


def ramp(anchors: Sequence[str], count: int) -> list[str]:
    """``count`` colours through ``anchors``, whose lightness must run one way, in even L*."""
    return list(_ramp(tuple(anchors), count))


@lru_cache(maxsize=64)  # every frame asks for the same few
def _ramp(anchors: tuple[str, ...], count: int) -> tuple[str, ...]:
    lab = _lab(np.array([rgb(color) for color in anchors]))
    position = (lab[:, 0] - lab[0, 0]) / (lab[-1, 0] - lab[0, 0])
    at = np.linspace(0, 1, count) if count > 1 else np.zeros(1)
    even = np.stack([np.interp(at, position, lab[:, k]) for k in range(3)], axis=1)
    return tuple(hex_color(color) for color in _from_lab(even))


def _linear(values: Floats) -> Floats:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _lab(values: Floats) -> Floats:
    f = _linear(values) @ _TO_XYZ.T / _WHITE
    f = np.where(f > 216 / 24389, np.cbrt(f), (24389 / 27 * f + 16) / 116)
    return np.stack(
        [116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1
    )


def _from_lab(lab: Floats) -> Floats:
    y = (lab[:, 0] + 16) / 116
    f: Floats = np.stack([y + lab[:, 1] / 500, y, y - lab[:, 2] / 200], axis=1)
    xyz = np.where(f**3 > 216 / 24389, f**3, (116 * f - 16) * 27 / 24389) * _WHITE
    linear = np.clip(xyz @ np.linalg.inv(_TO_XYZ).T, 0, 1)
    return np.asarray(
        np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    )
