"""A run as an animation: what its frames show, how long each stays, how large it may be."""

import io
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image, ImageSequence

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.animation import video
from gd_visualizer.figures.animation.gif import gif
from gd_visualizer.figures.animation.palette import MOST, nearest, palette_of
from gd_visualizer.figures.animation.reel import Reel
from gd_visualizer.figures.animation.refusal import AnimationError, StoppedError
from gd_visualizer.figures.animation.render import animation
from gd_visualizer.figures.animation.scale import at_row
from gd_visualizer.figures.animation.timing import timing
from gd_visualizer.figures.animation.wanted import Wanted
from gd_visualizer.figures.render import render
from tests.figures.pictures import picture, pixels, request, walked
from tests.scene.descents import after

SIZE = (320, 200)


def untold(_frame: int, _frames: int) -> None:
    pass


@cache
def animated(lesson: str, view: str, steps: int = 6, dark: bool = False) -> bytes:
    asked = replace(request(after(lesson, steps), view, SIZE), dark=dark)
    return animation(after(lesson, steps), asked, Wanted(".gif"), untold).content


def frames(content: bytes) -> list[np.ndarray]:
    """Each (height, width, 3) from 0 to 255."""
    with Image.open(io.BytesIO(content)) as image:
        return [np.asarray(f.convert("RGB")).astype(int) for f in ImageSequence.Iterator(image)]


def seconds(content: bytes) -> list[float]:
    with Image.open(io.BytesIO(content)) as image:
        return [frame.info["duration"] / 1000 for frame in ImageSequence.Iterator(image)]


def like(frame: np.ndarray, other: np.ndarray) -> bool:
    """The same but for the palette, in which only the mixed colours of edges are others."""
    away = np.abs(frame - other).max(axis=2)
    return bool(away.max() <= 40 and (away > 8).mean() < 0.005)


@pytest.mark.parametrize("view", ["map", "slope", "3d", "network"])
def test_first_and_last_frame_are_the_pictures_of_start_and_end(view: str) -> None:
    lesson = {"slope": "descent-1d", "network": "two-inputs"}.get(view, "many-steps")
    made = frames(animated(lesson, view))
    assert len(made) == 7
    for frame, steps in ((made[0], 0), (made[-1], 6)):
        assert like(frame, pixels(picture(after(lesson, steps), view, SIZE)))
    assert not np.array_equal(made[0], made[-1])


def test_the_curve_grows_within_the_axes_of_the_whole_run() -> None:
    made = frames(animated("two-inputs", "loss-curve"))
    assert like(made[-1], pixels(picture(after("two-inputs", 6), "loss-curve", SIZE)))
    for frame in made[:3]:  # right of the point nothing but level grid lines
        assert np.ptp(frame[45:170, 190:300], axis=1).max() == 0
    assert np.ptp(made[-1][45:170, 180:300], axis=1).max() > 0
    below = made[0][-30:]
    assert (below < 200).any()
    assert all(np.abs(frame[-20:] - below[-20:]).max() == 0 for frame in made)


@pytest.mark.parametrize("view", ["map", "slope"])
def test_numbers_and_colours_of_the_axes_stay_while_the_surface_moves(view: str) -> None:
    start = after("through-a-layer", 0)
    descent = walked(start, [start.moment.theta * k for k in (1.0, 1.2, 1.5, 2.0)])
    made = frames(animation(descent, request(descent, view, SIZE), Wanted(".gif"), untold).content)
    scale = [frame[40:, 222:] if view == "map" else frame[40:, :28] for frame in made]
    assert (scale[0] < 200).any()
    assert all(np.array_equal(scale[0], other) for other in scale)
    plot = [frame[60:160, 60:180] for frame in made]
    assert not np.array_equal(plot[0], plot[-1])


def test_the_columns_of_the_points_stay_while_their_numbers_change() -> None:
    made = frames(animated("two-inputs", "points", 12))
    assert all(np.array_equal(made[0][36:48], other[36:48]) for other in made)
    assert not np.array_equal(made[0][48:], made[-1][48:])


def test_in_the_dark_the_lantern_goes_along() -> None:
    made = frames(animated("dark-field", "map", 4, dark=True))
    assert not np.array_equal(made[0][50:], made[-1][50:])
    assert like(
        made[-1],
        pixels(
            render(
                after("dark-field", 4),
                replace(request(after("dark-field", 4), "map", SIZE), dark=True),
                ".png",
            )
        ),
    )


def test_the_same_run_has_the_same_bytes_and_no_frame_has_a_palette_of_its_own() -> None:
    first = animated("many-steps", "map")
    animated.cache_clear()
    assert animated("many-steps", "map") == first
    with Image.open(io.BytesIO(first)) as image:
        tables = [
            frame.tile and frame.palette is not None for frame in ImageSequence.Iterator(image)
        ]
        assert image.info["loop"] == 0
    assert len(tables) == 7
    local = 0x80
    at = 13 + 768
    flags = []
    while first[at : at + 1] != b";":  # https://www.w3.org/Graphics/GIF/spec-gif89a.txt
        if first[at : at + 1] == b"!":
            at += 2
        else:
            flags.append(first[at + 9] & local)
            at += 11
        while first[at]:
            at += 1 + first[at]
        at += 1
    assert flags == [0] * 7


def test_a_long_run_is_shown_evenly_and_start_and_end_are_held() -> None:
    long = timing(10_000)
    assert len(long.rows) == 120
    assert (long.rows[0], long.rows[-1]) == (0, 10_000)
    assert np.ptp(np.diff(long.rows)) <= 1
    assert long.tick * sum(long.counts) / 100 == pytest.approx(15, rel=0.05)
    assert long.counts[0] > 1 < long.counts[-1]
    assert set(long.counts[1:-1]) == {1}
    assert timing(5).rows == (0, 1, 2, 3, 4, 5)
    asked = timing(1000, frames=30, seconds=6)
    assert len(asked.rows) == 30
    assert asked.tick * sum(asked.counts) / 100 == pytest.approx(6, rel=0.1)
    assert seconds(animated("two-inputs", "network"))[1] == timing(6).tick / 100


@pytest.mark.parametrize(
    ("last", "frames", "seconds", "words"),
    [(0, None, None, "no step"), (500, 400, 1.0, "400 frames do not go into 1 s")],
)
def test_what_cannot_be_shown_is_refused(
    last: int, frames: int | None, seconds: float | None, words: str
) -> None:
    with pytest.raises(AnimationError, match=words):
        timing(last, frames, seconds)


def noise(count: int) -> Reel:
    reel, random = Reel(), np.random.default_rng(4)
    for _ in range(count):
        reel.add(random.integers(0, 1 << 24, (50, 80), dtype=np.uint32))
    return reel


def test_what_is_too_large_keeps_its_first_and_last_frame_and_its_time() -> None:
    reel, asked = noise(30), timing(29)
    whole, all_of_them = gif(reel, asked, 10_000_000)
    assert all_of_them == 30
    small, kept = gif(reel, asked, len(whole) // 3)
    assert 5 < kept < 12
    assert len(small) <= len(whole) // 3
    assert len(frames(small)) == kept
    for place in (0, -1):
        assert np.array_equal(frames(small)[place], frames(whole)[place])
    assert sum(seconds(small)) == pytest.approx(sum(seconds(whole)), rel=0.1)
    assert gif(reel, asked, 1000) == (b"", 0)


def test_what_fits_into_the_palette_is_kept_as_it_is_and_the_most_frequent_always() -> None:
    reel = noise(1)
    few = next(reel.frames([0])) % 200 * 65_793 % (1 << 24)
    again = Reel()
    again.add(few.astype(np.uint32))
    again.add(np.flipud(few).astype(np.uint32))
    content, _ = gif(again, timing(1), 1_000_000)
    for frame, drawn in zip(frames(content), again.frames([0, 1]), strict=True):
        assert np.array_equal(frame[..., 0] + 256 * frame[..., 1] + 65_536 * frame[..., 2], drawn)
    colors, counts = reel.colors()
    counts[[7, 70]] = 1000
    palette = palette_of(colors, counts)
    assert len(palette) <= MOST
    there = palette[nearest(colors[[7, 70]], palette)].astype(int) @ [1, 256, 65_536]
    assert there.tolist() == colors[[7, 70]].tolist()


def test_who_is_told_of_a_frame_can_end_the_work() -> None:
    told: list[tuple[int, int]] = []

    def tell(frame: int, count: int) -> None:
        told.append((frame, count))
        if frame == 3:
            raise StoppedError

    descent = after("two-inputs", 6)
    with pytest.raises(StoppedError):
        animation(descent, request(descent, "network"), Wanted(".gif"), tell)
    assert told == [(1, 7), (2, 7), (3, 7)]


def test_a_row_of_the_run_is_shown_as_it_was_between_two_steps() -> None:
    descent: Descent = after("two-inputs", 6)
    assert at_row(descent, 2).moment.loss == after("two-inputs", 2).moment.loss
    assert at_row(descent, 2).phase == after("two-inputs", 2).phase
    assert at_row(descent, 0).phase == after("two-inputs", 0).phase


# Videos.


def encoding(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """``script`` stands for ffmpeg."""
    program = folder / "ffmpeg"
    program.write_text(f"#!{sys.executable}\nimport sys\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(video, "encoder", lambda: str(program))


posix = pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")


@posix
def test_the_encoder_is_given_every_frame_as_often_as_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoding(tmp_path, "open(sys.argv[-1], 'wb').write(sys.stdin.buffer.read())", monkeypatch)
    reel, asked = noise(4), timing(3)
    content = video.video(reel, asked, 100_000_000, ".mp4", lambda: None)
    given = np.frombuffer(content, np.uint8).reshape(sum(asked.counts), 50, 80, 3).astype(int)
    whole = given @ [1, 256, 65_536]
    wanted = [
        frame
        for frame, n in zip(reel.frames(range(4)), asked.counts, strict=True)
        for _ in range(n)
    ]
    assert np.array_equal(whole, np.stack(wanted))
    assert video.video(reel, asked, 1000, ".webm", lambda: None) == b""


@posix
def test_an_encoder_that_fails_is_told_in_its_own_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoding(tmp_path, "sys.exit('first\\nUnknown encoder libx264')", monkeypatch)
    with pytest.raises(AnimationError, match=r"could not make the video: Unknown encoder libx264$"):
        video.video(noise(3), timing(2), 1000, ".mp4", lambda: None)


def test_without_an_encoder_it_is_told_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    monkeypatch.setattr(video.shutil, "which", lambda _name: None)
    with pytest.raises(AnimationError, match=r"pip install 'gd-visualizer\[video\]'"):
        video.encoder()
