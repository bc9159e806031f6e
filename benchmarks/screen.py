"""A screen for the windows that are measured: a virtual X screen, else Qt's offscreen platform."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any

SIZE = "3000x1000x24"  # room for our window of 1440×900, and for a bare one beside it
PATIENCE = 900  # seconds, after which a process is given up


@dataclass(frozen=True)
class Screen:
    """Where windows open: ``words`` for the table, ``environment`` for the processes."""

    words: str
    environment: dict[str, str]

    def run(self, module: str, *arguments: object) -> Any:
        """What ``python -m module`` prints as JSON; its settings and what it keeps are fresh
        and thrown away."""
        command = [sys.executable, "-m", module, *map(str, arguments)]
        with TemporaryDirectory() as folder:
            own = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), folder)
            environment = os.environ | self.environment | own
            environment.pop("PYTHONDONTWRITEBYTECODE", None)  # once compiled, as what is installed
            done = subprocess.run(
                command,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
                env=environment,
                timeout=PATIENCE,
            )
        return json.loads(done.stdout)


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen of our own, for as long as it is needed."""
    server = _server()
    try:
        found = Screen("offscreen", {"QT_QPA_PLATFORM": "offscreen"})
        if server is not None and server.stdout is not None:
            display = f":{server.stdout.readline().strip()}"
            virtual = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
            found = Screen("virtual X screen", virtual) if _works(virtual) else found
        yield found
    finally:
        if server is not None:
            server.terminate()
            server.wait()


def _server() -> "subprocess.Popen[str] | None":
    """An X server without a monitor that prints the number of its display when it is ready."""
    program = shutil.which("Xvfb")
    if program is None:
        return None
    command = [program, "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _works(environment: dict[str, str]) -> bool:
    """Whether Qt finds all that it needs there; where it does not, it ends its process."""
    command = [sys.executable, "-c", "from PySide6.QtGui import QGuiApplication as A; A([])"]
    done = subprocess.run(
        command, env=os.environ | environment, check=False, stderr=subprocess.DEVNULL
    )
    return done.returncode == 0
