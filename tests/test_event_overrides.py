"""No widget overrides ``event``: below it an exception has ended the process."""

import ast

from tests.sources import python_files


def test_no_class_overrides_event_through_which_all_others_go() -> None:
    found = [
        f"{file.name}: {node.name}"
        for file in python_files()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.FunctionDef) and part.name in ("event", "viewportEvent")
    ]
    assert found == []
