"""PySide6's hook on imports does not stay."""

import subprocess
import sys


def test_after_qt_is_imported_python_imports_by_itself_again() -> None:
    code = (
        "import builtins; own = builtins.__import__\n"
        "from gd_visualizer.cli.plain_imports import plain_imports\n"
        "with plain_imports():\n"
        "    import gd_visualizer.app.start\n"
        "    assert builtins.__import__ is not own, 'no hook any more: drop plain_imports'\n"
        "assert builtins.__import__ is own\n"
        "import gd_visualizer.view.network.view, PySide6.QtSvg\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
