"""A reel as MP4 or WebM, by an ffmpeg that is on this computer."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from gd_visualizer.figures.animation.palette import channels
from gd_visualizer.figures.animation.reel import Reel
from gd_visualizer.figures.animation.refusal import AnimationError
from gd_visualizer.figures.animation.timing import Timing
from gd_visualizer.text.errors import one_line, own
from gd_visualizer.text.message import message

# The best first; a coarser one where that is too large.
_CODECS = {
    ".mp4": (["-c:v", "libx264", "-preset", "medium", "-movflags", "+faststart"], (18, 26, 34)),
    ".webm": (
        ["-c:v", "libvpx-vp9", "-b:v", "0", "-deadline", "good", "-cpu-used", "4"],
        (24, 36, 48),
    ),
}
_EVEN = "pad=ceil(iw/2)*2:ceil(ih/2)*2"  # both codecs halve the sides for colours


def encoder() -> str:
    """The path of ffmpeg: the one of imageio-ffmpeg, else the system's own. AnimationError where
    there is none."""
    try:
        from imageio_ffmpeg import get_ffmpeg_exe

        return str(get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        found = shutil.which("ffmpeg")
    if found:
        return found
    raise AnimationError(
        message(
            "a video needs ffmpeg, which is not on this computer: install it with {command}, or "
            "choose .gif",
            command="pip install 'gd-visualizer[video]'",
        )
    )


def video(reel: Reel, asked: Timing, most: int, suffix: str, told: Callable[[], None]) -> bytes:
    """At most ``most`` bytes; none where that cannot be. ``told`` is called before each frame."""
    program = encoder()
    codec, qualities = _CODECS[suffix]
    for quality in qualities:
        with tempfile.TemporaryDirectory(prefix="gd-visualizer-") as folder:
            target = Path(folder) / f"video{suffix}"
            command = [*_command(program, reel, asked), *codec, "-crf", str(quality), str(target)]
            _run(command, Path(folder), reel, asked, told)
            if target.stat().st_size <= most:
                return target.read_bytes()
    return b""


def _command(program: str, reel: Reel, asked: Timing) -> list[str]:
    width, height = reel.size
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}"]
    rate = ["-r", f"100/{asked.tick}", "-i", "-"]
    plain = ["-vf", _EVEN, "-pix_fmt", "yuv420p", "-an", "-map_metadata", "-1"]
    return [
        program,
        "-loglevel",
        "error",
        "-y",
        *raw,
        *rate,
        *plain,
        "-fflags",
        "+bitexact",
        "-flags:v",
        "+bitexact",
        "-threads",
        "1",
    ]


def _run(
    command: list[str], folder: Path, reel: Reel, asked: Timing, told: Callable[[], None]
) -> None:
    words = folder / "words"
    with (
        words.open("wb") as error,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=error, stderr=error) as process,
    ):
        assert process.stdin
        try:
            for frame, count in zip(reel.frames(range(len(reel))), asked.counts, strict=True):
                told()
                pixels = np.ascontiguousarray(channels(frame.ravel())).tobytes()
                for _ in range(count):
                    process.stdin.write(pixels)
            process.stdin.close()
        except BrokenPipeError:  # it has given up, and says why
            pass
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        said = words.read_text("utf-8", "replace").strip().splitlines()
        reason = own(one_line(said[-1])) if said else own(str(process.returncode))
        raise AnimationError(message("ffmpeg could not make the video: {reason}", reason=reason))
