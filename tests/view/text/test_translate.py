"""Everything is translated, and German is complete."""

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QMessageBox, QTextEdit, QWidget

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.lesson.pictures import PANELS
from gd_visualizer.view.text.translate import CONTEXT, localize_numbers
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.fixed_label import StillLabel
from tests.sources import (
    MARKS,
    ROOT,
    called,
    in_the_code,
    in_the_lessons,
    in_the_records,
    python_files,
    texts_of,
)
from tests.view.shown import named, words_of

FOLDER = resources_folder() / "translations"
PLACES = re.compile(r"{\w+}")
NUMBERS = re.compile(r"\d+(?:\.\d+)?")
# Functions and constructors whose texts are seen or read out.
SHOWN = {
    "setText",
    "setToolTip",
    "setAccessibleName",
    "setAccessibleDescription",
    "setWindowTitle",
    "setPlaceholderText",
    "setInformativeText",
    "QLabel",
    "QAction",
    "QMenu",
    "Button",
    "tab",
    "Words",
    "tell",
    "showText",
    "read_out",
    "addAction",
    "addTab",
    "drawText",
}
# The name of the program, signs, examples as wide as a text will be, names of keys and formats.
NOT_WORDS = re.compile(r"[^A-Za-z]*|Gradient Descent Visualizer|English|Deutsch|PDF")


def translations() -> dict[str, str]:
    tree = ET.parse(FOLDER / "gd-visualizer_de.ts")
    found = {}
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        found[message.findtext("source")] = translation.text
    return found


@pytest.fixture
def german(qapp):
    translator = QTranslator()
    assert translator.load("gd-visualizer_de", str(FOLDER))
    qapp.installTranslator(translator)
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_every_text_of_the_program_and_its_lessons_has_a_german_one() -> None:
    wanted, there = in_the_code() | in_the_records() | in_the_lessons(), translations()
    assert sorted(wanted - set(there)) == []
    assert sorted(set(there) - wanted) == []


def test_a_translation_has_the_same_places_for_values() -> None:
    for source, translation in translations().items():
        assert sorted(PLACES.findall(source)) == sorted(PLACES.findall(translation)), source
        assert translation.strip(), source


def test_a_translation_of_a_lesson_has_its_numbers_with_the_german_marks() -> None:
    there = translations()
    for source in in_the_lessons():
        english = re.sub(r"(?<=\d),(?=\d{3})", "", source)
        german = re.sub(r"(?<=\d)\.(?=\d{3})", "", there[source])
        german = german.translate(str.maketrans(",.", ".,"))
        assert sorted(NUMBERS.findall(german)) == sorted(NUMBERS.findall(english)), source


def test_the_compiled_translation_is_the_written_one(german) -> None:
    for source, translation in translations().items():
        assert QCoreApplication.translate(CONTEXT, source) == translation


def test_no_text_that_is_seen_is_left_untranslated() -> None:
    left = []
    for file in python_files():
        if file.parent not in (ROOT, ROOT / "view"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if called(node) not in SHOWN or not isinstance(node, ast.Call):
                continue
            for argument in node.args[:2]:
                inner = ast.walk(argument)
                if any(called(part) in MARKS for part in inner):
                    continue
                for text in texts_of(argument):
                    if not NOT_WORDS.fullmatch(text):
                        left.append(f"{file.name}:{node.lineno}: {text!r}")
    assert left == []


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("0.5", "0.5", "0,5"),
        ("12345.6", "12,345.6", "12.345,6"),
        ("4624", "4624", "4624"),
        ("−1234567", "−1,234,567", "−1.234.567"),
        ("2 · (−0.25)", "2 · (−0.25)", "2 · (−0,25)"),
        ("3.5, 4, −2", "3.5, 4, −2", "3,5; 4; −2"),
        ("1/9", "1/9", "1/9"),
        ("x₁ = 1.5 × 10⁻⁷", "x₁ = 1.5 × 10⁻⁷", "x₁ = 1,5 × 10⁻⁷"),
        ("w1_1_1", "w1_1_1", "w1_1_1"),
    ],
)
def test_numbers_have_the_locale_s_marks(text: str, english: str, german: str) -> None:
    before = QLocale()
    try:
        for name, expected in (("en_US", english), ("de_DE", german)):
            QLocale.setDefault(QLocale(name))
            assert localize_numbers(text) == expected
    finally:
        QLocale.setDefault(before)


def test_the_window_speaks_german_with_decimal_commas(german, start, qtbot) -> None:
    program = start("slope")
    window = program.window
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert window.stage.sentence == "Gegen die Steigung: 2 − 0,01·(−24) = 2,24."
    names = window.stage.arithmetic.spoken
    assert names == ["w: 2", "Lernrate: 0,01", "Steigung von w: (−24)", "neues w: 2,24"]
    assert window.windowTitle().startswith("Steigung eines Gewichts")
    assert window.transport.rate.findChild(QLineEdit).text() == "0,01"
    pictures = [action.text().partition("\t")[0] for action in window.pictures.menu().actions()]
    assert pictures == ["Netz", "Anpassung", "Punkte", "Fläche", "Verlust je Schritt", "Code"]
    labels = {
        label.text() for part in (window, window.lessons) for label in part.findChildren(QLabel)
    }
    assert {"LEKTIONEN", "Schritt 1 von 1"} <= labels
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert window.stage.sentence.startswith(
        "Nach Schritt 2 fiel der Verlust von 10,76 auf 7,234; w"
    )


def test_node_names_are_declined_as_a_german_would(german, start) -> None:
    program = start("through-a-layer")
    for _ in range(3):
        QTest.keyClick(program.window, Qt.Key.Key_PageDown)
    program.controller.do(showing.select_weight, "w1_1_1")
    names = program.window.stage.arithmetic.spoken
    assert "Steigung am verdeckten Knoten 1: −8 × 1 × 2 = −16" in names
    assert "Steigung des Verlusts an der Vorhersage: 2 · (−4) = −8" in names
    assert "Wert von Eingang x₁: 2" in names
    program.controller.do(showing.select_node, 1, 1)
    program.controller.do(commands.to_phase, 1)
    names = program.window.stage.arithmetic.spoken
    assert "verdeckter Knoten 2: 1" in names


BROKEN = """
format = 1
title = "Mine"
[network]
layers = [1, 1]
[data]
inputs = [[3], [4, 5.5]]
targets = [10, 1.5]
[start]
weights = [[[2]]]
"""
# what stands in the file instead: the German sentence after the file's name
IN_GERMAN = {
    "": "data.inputs[2]: erwartet: 1 Zahl; gefunden: 2",
    "learning_rate = -1.5": "descent.learning_rate: erwartet wird eine Zahl über 0 oder ein Bruch "
    "wie 1/9; gefunden: -1.5",
    "stop = { steps = 0 }": "descent.stop.steps: erwartet: eine ganze Zahl von 1 bis 10.000.000; "
    "gefunden: 0",
    "speed = 1": "descent.speed: unbekannter Schlüssel (gemeint: seed?); erwartet: loss, "
    "optimizer, learning_rate, options, batch_size, seed, penalty oder stop",
    "loss = ": "Zeile 12, Spalte 8: kein gültiges TOML: ungültiger Wert",
}


@pytest.mark.parametrize("line", IN_GERMAN)
def test_a_broken_lesson_is_refused_in_german(german, program, tmp_path, line: str) -> None:
    path = tmp_path / "kaputt-1.5.toml"
    good = BROKEN.replace(", 5.5", "") if line else BROKEN
    path.write_text(f"{good}[descent]\n{line}\n", encoding="utf-8")
    program.opening.open_path(str(path))
    box = program.window.findChild(QMessageBox)
    assert box.text() == f"{path.name}: {IN_GERMAN[line]}"
    box.close()


def test_a_learning_rate_that_is_none_is_refused_in_german(german, start, qtbot) -> None:
    window = start("slope").window
    field = window.transport.rate.findChild(QLineEdit)
    field.setText("viel")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toolTip() == "Lernrate: erwartet wird eine Zahl über 0 oder ein Bruch wie 1/9"


def test_a_command_that_is_refused_says_so_in_german(german, start) -> None:
    program = start("slope")
    program.controller.do(showing.select_point, 1233)
    assert program.window.stage.sentence == "erwartet: ein Punkt von 1 bis 1; gefunden: 1234"


@pytest.fixture
def english_again() -> Iterator[list[object]]:
    """Whatever happens to the programs in the list, the next test speaks English."""
    before, programs = QLocale(), []
    yield programs
    for program in programs:
        program.appearance.set_language("en")
    QLocale.setDefault(before)


def every_text(program) -> dict[str, str]:
    """What is written, or read out, anywhere in the window and its menus."""
    window = program.window
    items = window.lessons.findChild(QListWidget)  # made when it is asked for, as all of these
    for panel in PANELS:
        window.stage.panels.view(panel)
    window.stage.arrange()  # controls come after all pictures, as they lie above them
    found: dict[str, str] = {"title": window.windowTitle()}
    for k, one in enumerate(window.findChildren(QWidget)):
        name = f"{k} {type(one).__name__}"
        found |= {f"{name} tip": one.toolTip(), f"{name} name": one.accessibleName()}
        found[f"{name} described"] = one.accessibleDescription()
        for what in ("text", "placeholderText", "title"):
            read = getattr(one, what, None)
            if callable(read) and not isinstance(one, QTextEdit):
                found[f"{name} {what}"] = read()
        found |= {f"{name} {j}": a.text() for j, a in enumerate(one.actions())}
    found |= {f"lesson {k}": items.item(k).text()[3:].strip() for k in range(items.count())}
    found |= {f"explained {k}": text for k, text in enumerate(window.stage.arithmetic.spoken)}
    found["sentence"] = window.stage.sentence
    points = program.live.points.drawing
    if points:
        found |= {f"points {k}": one.text for k, one in enumerate(words_of(points.shapes))}
    for plot in (program.live.surface.plot, program.live.curve.plot):
        for side in ("left", "bottom"):
            found[f"{id(plot)} {side}"] = plot.getAxis(side).labelText
    return {where: text for where, text in found.items() if isinstance(text, str) and text}


@pytest.mark.parametrize("lesson", ["through-a-layer", "many-steps", "dark-field"])
def test_the_language_changes_at_once_there_and_back(english_again, start, lesson) -> None:
    program = start(lesson)
    english_again.append(program)
    for _ in range(3):
        QTest.keyClick(program.window, Qt.Key.Key_PageDown)
    program.appearance.set_language("en")
    english, catalogue = every_text(program), translations()
    program.appearance.set_language("de")
    german = every_text(program)
    assert german.keys() == english.keys()
    differ = {source for source, text in catalogue.items() if source != text}
    left = {where: text for where, text in german.items() if text in differ}
    own = set(catalogue.values())
    assert {where: text for where, text in left.items() if text not in own} == {}
    assert named(program.window, Button, "Schritt").isVisible()
    assert program.window.transport.findChild(StillLabel).text().startswith("Schritt ")
    words = [text for text in german.values() if re.search(r"\b(the|of|step|loss|weight)\b", text)]
    assert words == []
    program.appearance.set_language("en")
    assert every_text(program) == english
