"""One palette for all frames: what is drawn in flat colours keeps them, edges get near ones."""

import numpy as np
from PIL import Image

from gd_visualizer.core.arrays import Array

MOST = 255  # colours; the last place of a GIF's palette is for what shines through
_EXACT = 0.6  # of them for the most frequent colours, as they are
_PIECE = 4096
_ROUNDS = 2  # of moving the mixed colours to the middle of what they stand for


def palette_of(colors: Array, counts: Array) -> Array:
    """At most 255 colours (n, 3) uint8 for ``colors`` (m,), which appear ``counts`` (m,) times."""
    if len(colors) <= MOST:
        return channels(colors)
    order = np.lexsort((colors, -counts))
    exact = int(_EXACT * MOST)
    mixed = order[exact:]
    weights = np.log2(counts[mixed]).astype(np.int64) + 1
    strip = np.repeat(channels(colors[mixed]), weights, axis=0)[None]
    made = Image.fromarray(strip).quantize(MOST - exact, Image.Quantize.MEDIANCUT, _ROUNDS)
    found = np.array(made.getpalette(), np.uint8).reshape(-1, 3)[: MOST - exact]
    return np.unique(np.concatenate([channels(colors[order[:exact]]), found]), axis=0)


def nearest(colors: Array, palette: Array) -> Array:
    """The place in ``palette`` (n, 3) that is most like each of ``colors`` (m,), uint8 (m,)."""
    wanted, known = channels(colors).astype(np.int32), palette.astype(np.int32)
    found = np.empty(len(wanted), np.uint8)
    for start in range(0, len(wanted), _PIECE):
        part = wanted[start : start + _PIECE, None, :] - known[None]
        found[start : start + _PIECE] = (part * part).sum(axis=2).argmin(axis=1)
    return found


def channels(colors: Array) -> Array:
    """Red, green and blue (n, 3) uint8 of ``colors`` (n,)."""
    return np.stack([(colors >> shift) & 255 for shift in (0, 8, 16)], axis=1).astype(np.uint8)
