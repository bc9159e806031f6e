"""A new kind of picture is its record, a drawing, a widget: three files, and it is everywhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_layers import ROOT

RECORD = """
GRADIENT_PANEL = Panel("gradient", "Slopes", "The slopes as numbers")
GRADIENT = Picture(
    "gradient",
    GRADIENT_PANEL,
    "Slopes",
    drawing="gradient:gradient_drawing",
    table="table:known_run",
    widget="gradient:GradientView",
)
PANELS = (*PANELS, GRADIENT_PANEL)
PICTURES = (*PICTURES, GRADIENT)
"""
DRAWING = """
from gd_visualizer.drawing.shapes import Drawing, Paint, Words, words
from gd_visualizer.scene.surface.maker import DrawingMaker

@DrawingMaker
def gradient_drawing(state, frame, shown, surface_slice):
    said = words(f"the gradient {state.descent.moment.gradient.tolist()}")
    return Drawing(frame, (Words(10, 50, said, frame.em, Paint("ink")),))
"""
WIDGET = """
from gd_visualizer.view.widgets.picture_view import PictureView

class GradientView(PictureView):
    def sync(self, new, old):
        self.shown = new.descent.moment.gradient.tolist()
"""
FILES = {"lesson/pictures.py": RECORD, "scene/gradient.py": DRAWING, "view/gradient.py": WIDGET}
LESSON = """
format = 1
title = "Slopes as numbers"
network = { layers = [2, 1] }
data = { inputs = [[3, 4]], targets = [[6]] }
start = { weights = [[[1], [2]]] }
view = { pictures = ["network", "gradient"] }
"""
WINDOW = """
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

application = QApplication([])
from gd_visualizer.app.appearance import Appearance
from gd_visualizer.app.program import Program
from gd_visualizer.drawing.shapes import flat
from gd_visualizer.lesson.library.catalogue import find
from gd_visualizer.lesson.pictures import GRADIENT
from gd_visualizer.scene.slides.deck import slides
from gd_visualizer.scene.stage.rooms import class_frame
from gd_visualizer.view.export.dialog import ExportDialog
from gd_visualizer.view.look import style
from gd_visualizer.view.text.translate import speech
from gd_visualizer.view.window.main_window import MainWindow

style.apply(application)
window = MainWindow()
window.show()
settings = QSettings("settings.ini", QSettings.Format.IniFormat)
program = Program(window, find("lesson.toml"), settings, Appearance(application, settings))
program.build_plots()
program.step()
view = window.stage.panels.view(GRADIENT.panel)
application.processEvents()
print("in the window", view.isVisible(), view.shown)
program.exports.open(GRADIENT)
print("to be exported", window.findChild(ExportDialog).choice.view.name)
program.presenting.open()
view = program.presenting.presenter.stage.panels.view(GRADIENT.panel)
application.processEvents()
print("for the class", view.isVisible(), view.shown)
window.pictures.menu().actions()[-1].trigger()
print("put away", window.stage.panels.view(GRADIENT.panel).isVisible(), view.isVisible())
slide = next(slides(program.controller.state.descent.lesson, class_frame(1920, 1080, speech())))
shapes = flat(slide.stage.drawing.shapes)
print("as a slide", [one.text for one in shapes if getattr(one, "text", "").startswith("the g")])
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
    done = subprocess.run(
        command, cwd=folder, env=os.environ | places, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout


def test_three_files_bring_a_new_picture_to_window_class_paper_and_table(copy: Path) -> None:
    program = ("-m", "gd_visualizer", "export", "lesson.toml", "--view", "gradient", "--steps", "1")
    run(copy, *program, "-o", "out.svg")
    run(copy, *program, "-o", "out.csv")
    assert "the gradient [15.0, 20.0]" in (copy / "out.svg").read_text("utf-8")
    assert len((copy / "out.csv").read_text("utf-8").splitlines()) == 3
    assert run(copy, "-c", WINDOW).splitlines() == [
        "in the window True [15.0, 20.0]",
        "to be exported gradient",
        "for the class True [15.0, 20.0]",
        "put away False False",
        "as a slide ['the gradient [30.0, 40.0]']",
    ]
