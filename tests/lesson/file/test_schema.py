"""The schema is one that msgspec can keep."""

import os
import subprocess
import sys

READ = """
import gc
from gd_visualizer.lesson.library.catalogue import load
load("slope")
gc.collect()
"""


def test_reading_a_lesson_leaves_the_memory_whole() -> None:
    environment = os.environ | {"PYTHONMALLOC": "debug"}
    command = [sys.executable, "-c", READ]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
