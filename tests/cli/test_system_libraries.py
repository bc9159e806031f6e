"""Qt's missing system libraries are named by their packages, before Qt is touched."""

import os
import subprocess
import sys

import pytest

from gd_visualizer.cli import main as cli
from gd_visualizer.cli import system_libraries as libraries


def missing(*names: str):  # type: ignore[no-untyped-def]
    def load(library: str) -> None:
        if library in names:
            raise OSError(f"{library}: cannot open shared object file")

    return load


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
def test_the_packages_of_all_missing_libraries_are_named() -> None:
    load = missing("libEGL.so.1", "libxcb-cursor.so.0")
    assert libraries.missing_packages(True, load) == ["libegl1", "libxcb-cursor0"]
    assert libraries.missing_packages(False, load) == ["libegl1"]
    assert libraries.missing_packages(True, missing()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
def test_the_window_is_refused_with_the_command_that_helps(monkeypatch, capsys) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(libraries, "missing_packages", lambda x11: ["libxcb-cursor0"] * x11)
    assert cli.run(["two-inputs"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "apt install libxcb-cursor0" in error


def test_looking_for_libraries_does_not_import_qt() -> None:
    code = (
        "import sys; from gd_visualizer.cli.system_libraries import missing_packages;"
        "missing_packages(True);"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ)
