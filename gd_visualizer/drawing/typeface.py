"""How wide words are in GD Sans: the sum of its letters' advances, read from the typeface itself.

Nothing is kerned and there are no ligatures, so that a width is the same wherever words are
written. Tables are read by the OpenType specification (head, hhea, hmtx, cmap formats 4 and 12);
fontTools would take as long to import as the rest of a first frame.
"""

import struct
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import numpy as np

from gd_visualizer.lesson.library.built_in import resources_folder

Weight = Literal["regular", "semibold", "bold"]
_FILES: Mapping[Weight, str] = {"regular": "Regular", "semibold": "SemiBold", "bold": "Bold"}
CAPITAL = 0.727  # height of a capital and of a figure, in ems
SMALL = 0.7  # size of what is set lower or higher than the line, in sizes of the line
LOWERED = 0.18  # how much lower, in ems of the line
_UNKNOWN = 0.6  # ems of a letter that the typeface does not have: another one writes it


class Typeface(NamedTuple):
    """Advance by letter, in ems, and how far the letters reach above and below the line."""

    advances: Mapping[str, float]
    ascent: float
    descent: float


@cache
def typeface(weight: Weight) -> Typeface:
    """The typeface's measures at one weight."""
    data = (resources_folder() / f"fonts/GDSans-{_FILES[weight]}.ttf").read_bytes()
    tables = _tables(data)
    (em,) = struct.unpack_from(">H", data, tables["head"] + 18)
    ascent, descent = struct.unpack_from(">hh", data, tables["hhea"] + 4)
    (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    wide = np.frombuffer(data, ">u2", 2 * count, tables["hmtx"])[::2] / em
    glyphs = _glyphs(data, tables["cmap"])
    advances = {chr(code): float(wide[min(glyph, count - 1)]) for code, glyph in glyphs.items()}
    return Typeface(advances, ascent / em, -descent / em)


@lru_cache(maxsize=8192)
def width_of(text: str, size: float, weight: Weight = "regular") -> float:
    """How wide ``text`` is in the unit of ``size``, the height of an em."""
    advances = typeface(weight).advances
    return size * sum(advances.get(letter, _UNKNOWN) for letter in text)


def _tables(data: bytes) -> dict[str, int]:
    """Where each table begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    found = (struct.unpack_from(">4sLLL", data, 12 + 16 * k) for k in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in found}


def _glyphs(data: bytes, start: int) -> dict[int, int]:
    """Glyph by code point, from the Unicode subtable that has most."""
    (count,) = struct.unpack_from(">H", data, start + 2)
    best: dict[int, int] = {}
    records = (struct.unpack_from(">HHL", data, start + 4 + 8 * k) for k in range(count))
    for offset in {offset for _, _, offset in records}:  # two platforms may share one
        (form,) = struct.unpack_from(">H", data, start + offset)
        read = {4: _segments, 12: _groups}.get(form)
        found = read(data, start + offset) if read else {}
        best = max(best, found, key=len)
    return best


def _segments(data: bytes, at: int) -> dict[int, int]:
    """Format 4: stretches of the basic plane."""
    (double,) = struct.unpack_from(">H", data, at + 6)
    ends, starts, deltas, offsets = (
        np.frombuffer(data, ">u2", double // 2, at + 14 + k * double + (2 if k else 0))
        for k in range(4)
    )
    found = {}
    for k, (first, last) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offsets[k]:
                place = at + 16 + 3 * double + 2 * k + int(offsets[k]) + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", data, place)
                glyph = (glyph + int(deltas[k])) % 65536 if glyph else 0
            else:
                glyph = (code + int(deltas[k])) % 65536
            if glyph:
                found[code] = glyph
    return found


def _groups(data: bytes, at: int) -> dict[int, int]:
    """Format 12: stretches of all of Unicode."""
    (count,) = struct.unpack_from(">L", data, at + 12)
    stretches = np.frombuffer(data, ">u4", 3 * count, at + 16).reshape(-1, 3).tolist()
    return {
        code: glyph + code - first
        for first, last, glyph in stretches
        for code in range(first, last + 1)
    }
