"""A private X screen with OpenGL, and programs that are run on it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds
UNWANTED = ("PYOPENGL_PLATFORM", "QT_XCB_GL_INTEGRATION", "WAYLAND_DISPLAY", "GD_VISUALIZER_NO_3D")


@contextmanager
def gl_screen() -> Iterator[dict[str, str]]:
    """What a process needs in its environment to open its windows there."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", "1280x800x24"]
    server = subprocess.Popen(
        [*command, "+extension", "GLX", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with open(reading) as pipe:
            number = pipe.readline().strip()  # comes when the server is ready
        assert number, "Xvfb did not start"
        found = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        if why := _missing(found):
            pytest.skip(why)
        yield found
    finally:
        server.terminate()
        server.wait()


def _missing(environment: dict[str, str]) -> str:
    """What keeps Qt from opening a window there: it ends its process without its libraries."""
    begin = "from PySide6.QtGui import QGuiApplication as A; A([])"
    done = subprocess.run(
        [sys.executable, "-c", begin],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"no window can be opened: {done.stderr.strip()}" if done.returncode else ""


def printed(program: str, environment: dict[str, str]) -> Any:
    """What the last line of ``program`` says as JSON; it must end well and complain of nothing."""
    kept = {k: v for k, v in os.environ.items() if k not in UNWANTED}
    paths = {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=kept | paths | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return json.loads(done.stdout.splitlines()[-1])
