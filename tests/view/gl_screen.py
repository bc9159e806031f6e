"""A private X screen with OpenGL, and programs that are run on it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
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


SERVE = """
import gc, json, sys, traceback
from PySide6.QtWidgets import QApplication
application = QApplication([])
for line in sys.stdin:
    names = {"application": application}
    try:
        exec(json.loads(line), names)
        answer = {"result": names["result"]}
    except BaseException:
        answer = {"error": traceback.format_exc()}
    print(json.dumps(answer), flush=True)
    names.clear()
    gc.collect()
"""


class GLProcess:
    """A process on such a screen that runs programs one after another, each with names of its own.

    Starting Python, Qt and OpenGL takes longer than most of the programs. One that fails, or
    writes to standard error, ends the process: the next one has a process of its own.
    """

    def __init__(self, environment: dict[str, str]) -> None:
        kept = {k: v for k, v in os.environ.items() if k not in UNWANTED}
        paths = {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
        self._environment = kept | paths | environment
        self._process: subprocess.Popen[str] | None = None
        self._complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115 - see close

    def result_of(self, program: str) -> Any:
        """What ``program`` leaves in ``result``; it must end well and complain of nothing."""
        process = self._process or self._begin()
        watch = threading.Timer(PATIENCE, process.kill)
        watch.start()
        process.stdin.write(json.dumps(program) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline() or '{"error": "the process has ended"}')
        watch.cancel()
        watch.join()  # its thread ends at once, but not before the test does
        self._complaints.seek(0)
        complaints = self._complaints.read()
        if "error" in answer or complaints:
            process.kill()
            self._end()
        assert "error" not in answer, answer["error"] + complaints
        assert complaints == ""
        return answer["result"]

    def close(self) -> None:
        """Ends the process, which must end well."""
        status = self._end() if self._process else 0
        self._complaints.seek(0)
        complaints = self._complaints.read()
        self._complaints.close()
        assert (status, complaints) == (0, "")

    def _begin(self) -> "subprocess.Popen[str]":
        self._complaints.seek(0)
        self._complaints.truncate()
        self._process = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            text=True,
        )
        return self._process

    def _end(self) -> int:
        process, self._process = self._process, None
        process.communicate()
        self._complaints.seek(0)
        return process.returncode


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
