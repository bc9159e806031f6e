"""The rooms import each other in one direction; each contract is seen to catch a violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLANTS = {
    "the rooms, from the door to the mathematics": [
        ("core/losses.py", "import gd_visualizer.lesson.rate"),
        ("text/numerals.py", "import gd_visualizer.core.losses"),
        ("lesson/rate.py", "import gd_visualizer.descent.state.state"),
        ("descent/names.py", "import gd_visualizer.scene.look.palette"),
        ("drawing/shapes.py", "import gd_visualizer.scene.look.palette"),
        ("drawing/shapes.py", "import gd_visualizer.descent.names"),
        ("scene/look/palette.py", "import gd_visualizer.figures.file"),
        ("control/history.py", "import gd_visualizer.view.curve.view"),
        ("background/worker.py", "import gd_visualizer.control.history"),
        ("figures/file.py", "import gd_visualizer.cli.main"),
        ("unheard_of.py", ""),
        ("unheard_of/__init__.py", ""),
    ],
    "no circle between rooms, nor inside one": [
        ("core/arrays.py", "import gd_visualizer.core.network.network"),
        ("view/plot/readout.py", "import gd_visualizer.view.surface.view"),
        ("scene/surface/maker.py", "import gd_visualizer.scene.curve.picture"),
        ("app/program.py", "import gd_visualizer.app.shortcuts"),
    ],
    "no Qt below the window": [
        ("core/losses.py", "import PySide6.QtCore"),
        ("text/numerals.py", "import PySide6.QtCore"),
        ("lesson/rate.py", "import pyqtgraph"),
        ("descent/names.py", "import OpenGL"),
        ("drawing/typeface.py", "import PySide6.QtGui"),
        ("scene/look/palette.py", "import shiboken6"),
        ("figures/file.py", "import PySide6"),
    ],
    "words and numerals know the standard library only": [("text/numerals.py", "import numpy")],
    "the mathematics knows NumPy only": [
        ("core/losses.py", "import msgspec"),
        ("core/losses.py", "import matplotlib"),
    ],
    "matplotlib draws in figures only": [
        ("scene/look/palette.py", "import matplotlib.colors"),
        ("drawing/typeface.py", "import matplotlib.font_manager"),
    ],
}


def lint(folder: Path) -> str:
    result = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "", "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout + result.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "gd_visualizer",
        tmp_path / "gd_visualizer",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_program_as_it_is_keeps_all_contracts(copy: Path) -> None:
    assert f"Contracts: {len(PLANTS)} kept, 0 broken." in lint(copy)


@pytest.mark.parametrize("contract", PLANTS)
def test_a_planted_import_breaks_its_contract(copy: Path, contract: str) -> None:
    for file, line in PLANTS[contract]:
        path = copy / "gd_visualizer" / file
        kept = path.read_text("utf-8") if path.exists() else None
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{kept or ''}\n{line}\n", "utf-8")
        assert f"{contract} BROKEN" in lint(copy), (file, line)
        if kept is None:
            path.unlink()
        else:
            path.write_text(kept, "utf-8")
