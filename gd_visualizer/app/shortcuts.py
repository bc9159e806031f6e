"""The keys of the window: those that work everywhere, and those that a focused widget may use."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.lesson.pictures import PANELS


def add_shortcuts(program: Program) -> None:
    """Connects the keys of ``program``'s window with what they do."""
    controller, window = program.controller, program.window
    wishes = window.wishes
    window.keys = {
        Qt.Key.Key_Right: program.step,
        Qt.Key.Key_Left: wishes.back,
        Qt.Key.Key_Home: wishes.reset,
        Qt.Key.Key_End: controller.slot(commands.latest),
        Qt.Key.Key_R: program.toggle_run,
        Qt.Key.Key_Space: program.toggle_run,
        Qt.Key.Key_N: program.restart,
        Qt.Key.Key_L: wishes.switch_light,
        Qt.Key.Key_Escape: controller.leave,
    }
    scale = program.appearance.step_scale
    for keys, action in (
        (("PgDown",), wishes.next),
        (("PgUp",), wishes.previous),
        (("Ctrl+Z",), controller.undo),
        (("Ctrl+Shift+Z", "Ctrl+Y"), controller.redo),
        (("Ctrl+O",), wishes.open_file),
        (("Ctrl+S",), wishes.save_lesson),
        (("Ctrl+Shift+S",), wishes.save_lesson_as),
        (("Ctrl+E",), wishes.export),
        (("Ctrl+C",), program.focused.copy),
        (("Ctrl+V",), wishes.paste),
        (("Ctrl+L",), window.toggle_lessons),
        (("Ctrl+D",), window.toggle_data),
        (("Ctrl++", "Ctrl+="), lambda: scale(1)),
        (("Ctrl+-",), lambda: scale(-1)),
        (("Ctrl+0",), lambda: scale(0)),
        *(
            ((f"Ctrl+{k}",), partial(program.toggle_panel, panel))
            for k, panel in enumerate(PANELS, 1)
        ),
        (("F5",), program.presenting.toggle),
        (("F1",), wishes.show_keys),
    ):
        shortcut = QShortcut(window)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)
