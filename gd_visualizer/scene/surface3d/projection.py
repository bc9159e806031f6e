"""From where the picture in space is seen, and which place is seen at which pixel.

The camera goes around the middle of a box of sides 1, 1 and ``HEIGHT`` with a floor below it, and
zooms as a lens does, so that it never enters the surface.
"""

from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.descent.state.camera import Camera

HEIGHT = 0.62  # of the box
GAP = 0.22  # from the box down to the floor, in its height
LABELS = 0.2  # from an edge out to its title

_TOP = HEIGHT / 2
_FLOOR = -HEIGHT * (0.5 + GAP)
_MIDDLE = np.array([0.0, 0.0, (_TOP + _FLOOR) / 2])
_DISTANCE = 3.3  # at which the box fills about 28° of height
_FAR_AWAY = 60.0  # to where it goes for the view from above, which is the map's
_REACH = 1.5  # that anything drawn is away from the middle at most
_FILLED = 0.94  # of the picture at zoom 1; the rest is for the texts' own size
_CORNER = 0.5 * 2**0.5
_MAP_FROM = 60.0  # elevation from which on the picture turns into the map
_AROUND = np.radians(np.arange(0, 360, 7.5))


def view_matrix(camera: Camera) -> Floats:
    """From the box to the camera (4, 4), for columns; it looks along −z."""
    made = np.eye(4)
    made[:3, :3] = camera.facing()
    made[:3, 3] = -made[:3, :3] @ _MIDDLE - [0.0, 0.0, _distance(camera)]
    return made


def projection_matrix(camera: Camera, aspect: float) -> Floats:
    """From the camera to OpenGL's clip space (4, 4), for a picture ``aspect`` times as wide as
    high."""
    scale, x, y = _lens(camera, aspect)
    near, far = _distance(camera) - _REACH, _distance(camera) + _REACH
    wide = 2 / aspect
    return np.array(
        [
            [wide * scale, 0, wide * (scale * x - camera.pan[0]), 0],
            [0, 2 * scale, 2 * (scale * y - camera.pan[1]), 0],
            [0, 0, -(far + near) / (far - near), -2 * far * near / (far - near)],
            [0, 0, -1, 0],
        ]
    )


def nearer(matrix: Array, by: float) -> Floats:
    """``matrix`` (4, 4) from the box to OpenGL's clip space, the picture being nearer to the eye.

    By so many box units in the box's middle, a little less before it and more behind.
    """
    made: Floats = np.array(matrix, dtype=np.float64)
    (_, _, before, w), step = made[:, 3], by * np.linalg.norm(made[3, :3])
    along = made[2, :3] @ made[3, :3] / max(float(made[3, :3] @ made[3, :3]), 1e-12)
    made[2] += ((before - step * along) / (w - step) - before / w) * made[3]
    return made


def to_screen(points: Array, camera: Camera, width: float, height: float) -> tuple[Floats, Floats]:
    """Pixels (n, 2) from the upper left corner, and how far away (n,), of ``points`` (n, 3)."""
    seen = np.asarray(points, dtype=np.float64) - _MIDDLE
    seen = seen @ camera.facing().T
    depth: Floats = _distance(camera) - seen[:, 2]
    scale, x, y = _lens(camera, width / height)
    right = scale * (seen[:, 0] / depth - x) + camera.pan[0]
    up = scale * (seen[:, 1] / depth - y) + camera.pan[1]
    return np.stack([width / 2 + right * height, height / 2 - up * height], axis=1), depth


def ray(camera: Camera, x: float, y: float, width: float, height: float) -> tuple[Floats, Floats]:
    """From the eye (3,) in the direction (3,), of length 1, that is seen at a pixel."""
    scale, middle_x, middle_y = _lens(camera, width / height)
    right = ((x - width / 2) / height - camera.pan[0]) / scale + middle_x
    up = ((height / 2 - y) / height - camera.pan[1]) / scale + middle_y
    facing = camera.facing()
    direction = np.array([right, up, -1.0]) @ facing
    return _MIDDLE + _distance(camera) * facing[2], direction / np.linalg.norm(direction)


def _map(camera: Camera) -> float:
    """How much the picture is the map, 0 to 1."""
    share = min(max((camera.elevation - _MAP_FROM) / (90 - _MAP_FROM), 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _distance(camera: Camera) -> float:
    """From the middle; farther off where less perspective is wanted."""
    share = _map(camera)
    return 1 / ((1 - share) / _DISTANCE + share / _FAR_AWAY)


@lru_cache(maxsize=32)
def _lens(camera: Camera, aspect: float) -> tuple[float, float, float]:
    """Picture heights for each unit at distance 1, and which place there is the middle."""
    elevation = np.radians(camera.elevation)
    out, down = LABELS * np.sin(elevation), LABELS * np.cos(elevation)
    aside = 1.15 * LABELS  # where the loss has its title
    left = [(_CORNER + aside, 0.5 + aside, z) for z in (_FLOOR, _TOP)]
    right = [(_CORNER + 0.05, 0.5 + 0.08, z) for z in (_FLOOR, _TOP)]
    high = [(_CORNER + 0.02, 0.54, z) for z in (_FLOOR, _TOP)]
    titles = (0.52 + out, 0.52 + out, _FLOOR - 1.1 * down)  # along the floor's near edges
    x0, x1 = _extent(camera, left, 0)[0], _extent(camera, right, 0)[1]
    y0, y1 = _extent(camera, [*high, titles], 1)[0], _extent(camera, high, 1)[1]
    fit = min(_FILLED * aspect / (x1 - x0), _FILLED / (y1 - y0))
    return fit * camera.zoom, (x0 + x1) / 2, (y0 + y1) / 2


def _extent(
    camera: Camera, rings: list[tuple[float, float, float]], along: int
) -> tuple[float, float]:
    """From where to where the ``rings`` reach to the right (``along`` 0) or up, at distance 1.

    Each is a radius, half the side of a square, and a height. The box counts as the round that it
    turns in, so that orbiting changes no size; seen from above, as the square that it is.
    """
    turn = np.stack([np.cos(_AROUND), np.sin(_AROUND)], axis=1)
    side, square = 1 / np.abs(turn).max(axis=1), _map(camera)
    places = []
    for radius, half, z in rings:
        out = ((1 - square) * radius + square * half * side)[:, None]
        places.append(np.column_stack([turn * out, np.full(len(turn), z)]))
    seen = (np.concatenate(places) - _MIDDLE) @ camera.facing().T
    at = seen[:, along] / (_distance(camera) - seen[:, 2])
    return float(at.min()), float(at.max())
