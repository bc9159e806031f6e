"""A reel as GIF: one palette, and of every frame only the rectangle that changed, in which what
stayed shines through (https://www.w3.org/Graphics/GIF/spec-gif89a.txt)."""

import struct
from collections.abc import Iterator

import numpy as np
from PIL import Image
from PIL.GifImagePlugin import getdata

from gd_visualizer import __version__
from gd_visualizer.core.arrays import Array
from gd_visualizer.figures.animation.palette import MOST, nearest, palette_of
from gd_visualizer.figures.animation.reel import Reel
from gd_visualizer.figures.animation.timing import Timing, fewer

_CLEAR = MOST  # the place in the palette that shines through
_STAYS = 1  # a frame is drawn over the one before
_SAFE = 0.95  # of the room, for a new try


def gif(reel: Reel, asked: Timing, most: int) -> tuple[bytes, int]:
    """At most ``most`` bytes, with as many of the frames as fit, and how many those are; none where
    not even two do."""
    colors, counts = reel.colors()
    palette = palette_of(colors, counts)
    table = np.zeros(1 << 24, np.uint8)
    table[colors] = nearest(colors, palette)
    frames = len(reel)
    while frames >= 2:
        kept, chosen = fewer(asked, frames) if frames < len(reel) else (asked, range(frames))
        parts, size, done = [_head(reel.size, palette)], 1, 0
        for part in _parts(reel, kept, chosen, table):
            parts.append(part)
            size, done = size + len(part), done + 1
            if size > most:
                break
        if sum(map(len, parts)) + 1 <= most:
            return b"".join([*parts, b";"]), frames
        frames = min(frames - 1, int(_SAFE * done))
    return b"", 0


def _head(size: tuple[int, int], palette: Array) -> bytes:
    """Up to the first frame: size, palette, without end from the start again, who made it."""
    table = np.zeros((256, 3), np.uint8)
    table[: len(palette)] = palette
    maker = f"gd-visualizer {__version__}".encode()
    return b"".join(
        [
            b"GIF89a",
            struct.pack("<HHBBB", *size, 0b1111_0111, 0, 0),
            table.tobytes(),
            b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00",
            b"!\xfe" + bytes([len(maker)]) + maker + b"\x00",
        ]
    )


def _parts(
    reel: Reel, kept: Timing, chosen: "range | tuple[int, ...]", table: Array
) -> Iterator[bytes]:
    before = None
    for frame, count in zip(reel.frames(chosen), kept.counts, strict=True):
        places = table[frame]
        yield _part(places, before, 10 * kept.tick * count)
        before = places


def _part(places: Array, before: Array | None, milliseconds: int) -> bytes:
    """A frame after another, the shorter way."""
    if before is None:
        return _coded(places, (0, 0), milliseconds)
    changed = places != before
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    top, bottom = (rows[0], rows[-1] + 1) if len(rows) else (0, 1)
    left, right = (columns[0], columns[-1] + 1) if len(columns) else (0, 1)
    box = slice(top, bottom), slice(left, right)
    clear = np.where(changed[box], places[box], np.uint8(_CLEAR))
    at = int(left), int(top)
    ways = [_coded(part, at, milliseconds) for part in (places[box], clear)]
    return min(ways, key=len)


def _coded(places: Array, at: tuple[int, int], milliseconds: int) -> bytes:
    image = Image.fromarray(np.ascontiguousarray(places))
    image.putpalette(bytes(768))  # the reel's own stands in the head
    parts = getdata(image, at, duration=milliseconds, disposal=_STAYS, transparency=_CLEAR)
    return b"".join(parts)
