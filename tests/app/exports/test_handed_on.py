"""The model and its training leave the window as files."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from gd_visualizer.app.program import Program
from gd_visualizer.descent.code.training.numpy_script import numpy_script
from gd_visualizer.descent.code.training.torch_script import torch_script
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.saved.handed_on import HANDED_ON


def hand_on(program: Program, title: str, path: Path) -> None:
    """Chooses it under More, and types the file's name."""
    program.window.wishes.open_more()
    menus = program.window.more.findChildren(QMenu)
    action = next(one for menu in menus for one in menu.actions() if one.text() == title)
    action.trigger()
    for menu in menus:
        menu.close()
    dialog = program.window.findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


@pytest.mark.parametrize("kind", HANDED_ON, ids=lambda kind: kind.ending)
def test_each_is_chosen_under_more_and_is_of_what_is_on_screen(program, tmp_path, kind) -> None:
    program.controller.do(commands.step, 3)
    descent = program.controller.state.descent
    path = tmp_path / f"mine{kind.ending}"
    hand_on(program, kind.title, path)
    text = path.read_text(encoding="utf-8")
    assert text == kind.text(descent)
    if kind.trains:
        assert text in (numpy_script(descent, 3), torch_script(descent, 3))
    else:
        assert json.loads(text)["weights"] == [[[w] for w in descent.moment.theta.tolist()]]
    assert f"Saved {path.name}" in program.window.stage.sentence


def test_a_training_by_other_settings_than_those_of_the_run_is_told(program, tmp_path) -> None:
    program.controller.do(commands.step, 3)
    program.controller.do(commands.set_optimizer, "adam")
    program.controller.do(commands.step, 1)
    hand_on(program, HANDED_ON[1].title, tmp_path / "mine.py")
    assert "by the settings of now" in program.window.stage.sentence
