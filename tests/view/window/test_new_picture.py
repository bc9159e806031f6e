"""A new kind of picture is its record, a figure and a widget: three files, and it is everywhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_layers import ROOT

RECORD = """
GRADIENT_CARD = Card("gradient", "Slopes", column=1)
GRADIENT = Picture(
    "gradient",
    GRADIENT_CARD,
    "Slopes",
    figure="gradient:draw",
    table="gradient:table",
    widget="gradient:GradientView",
    presented="gradient:paint",
)
CARDS = (NETWORK_CARD, TABLE_CARD, SURFACE_CARD, CURVE_CARD, GRADIENT_CARD)
PICTURES = (CURVE, SLOPE, MAP, SURFACE_3D, NETWORK, POINTS, CODE, GRADIENT)
"""
FIGURE = """
from gd_visualizer.figures.sheet.makers import FigureMaker, TableMaker

@FigureMaker
def draw(paper, descent, request):
    paper.text(100, 250, str(descent.moment.gradient), 38)
    return "the gradient"

@TableMaker
def table(descent, request):
    yield b"slope\\n"
    yield b"%g\\n" % descent.moment.gradient[0]
"""
WIDGET = """
from gd_visualizer.view.presenter.beside import BesidePainter
from gd_visualizer.view.widgets.picture_view import PictureView

class GradientView(PictureView):
    def sync(self, new, old):
        self.shown = new.descent.moment.gradient.tolist()

@BesidePainter
def paint(painter, rect, state, sizes):
    print("painted for the class", state.descent.moment.gradient.tolist())
"""
FILES = {"lesson/pictures.py": RECORD, "figures/gradient.py": FIGURE, "view/gradient.py": WIDGET}
LESSON = """
format = 1
title = "Slopes as numbers"
network = { layers = [2, 1] }
data = { inputs = [[3, 4]], targets = [[6]] }
start = { weights = [[[1], [2]]] }
view = { cards = ["network", "gradient"] }
"""
WINDOW = """
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

application = QApplication([])
from gd_visualizer.app.appearance import Appearance
from gd_visualizer.app.program import Program
from gd_visualizer.lesson.library.catalogue import find
from gd_visualizer.lesson.pictures import GRADIENT
from gd_visualizer.view.export.dialog import ExportDialog
from gd_visualizer.view.look import style
from gd_visualizer.view.window.main_window import MainWindow

style.apply(application)
window = MainWindow([])
window.show()
settings = QSettings("settings.ini", QSettings.Format.IniFormat)
program = Program(window, find("lesson.toml"), settings, Appearance(application, settings))
program.build_plots()
program.step()
view = window.views[GRADIENT]
application.processEvents()
print("in the window", view.isVisible(), view.shown)
program.exports.open(GRADIENT)
print("to be exported", window.findChild(ExportDialog).choice.view.name)
program.presenting.open()
program.presenting.presenter.grab()
program.close()
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program with the files of a new kind of picture."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "gd_visualizer", tmp_path / "gd_visualizer", ignore=ignored)
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    for name, text in FILES.items():
        path = tmp_path / "gd_visualizer" / name
        head, mark, tail = (
            path.read_text("utf-8").partition("FIGURES = ") if path.exists() else [""] * 3
        )
        path.write_text(head + text + mark + tail, "utf-8")
    (tmp_path / "lesson.toml").write_text(LESSON, "utf-8")
    return tmp_path


def run(folder: Path, *words: str) -> str:
    places = {"PYTHONPATH": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *words]
    return subprocess.run(
        command, cwd=folder, env=os.environ | places, capture_output=True, text=True, check=True
    ).stdout


def test_three_files_bring_a_new_picture_to_window_class_paper_and_table(copy: Path) -> None:
    program = ("-m", "gd_visualizer", "export", "lesson.toml", "--view", "gradient", "--steps", "1")
    run(copy, *program, "-o", "out.svg")
    run(copy, *program, "-o", "out.csv")
    assert "the gradient" in (copy / "out.svg").read_text("utf-8")
    assert (copy / "out.csv").read_text("utf-8") == "slope\n15\n"
    assert run(copy, "-c", WINDOW).splitlines() == [
        "in the window True [15.0, 20.0]",
        "to be exported gradient",
        "painted for the class [15.0, 20.0]",
    ]
