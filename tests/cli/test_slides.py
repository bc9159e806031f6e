"""The word ``slides``: one PDF, or a folder of pictures; whole, or nothing and one sentence."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from gd_visualizer.cli.main import run
from gd_visualizer.figures.slides import Deck, as_pdf
from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.view.text.translate import speech


def slides(*arguments: str) -> int:
    return run(["slides", *arguments, "--size", "320x180"])


def test_a_deck_is_one_file_or_a_folder_of_pictures(tmp_path, capsys) -> None:
    assert slides("slope", "-o", str(tmp_path / "deck.pdf")) == 0
    assert (tmp_path / "deck.pdf").read_bytes().startswith(b"%PDF")
    assert slides("slope", "-o", str(tmp_path / "deck"), "--format", "svg") == 0
    found = sorted(file.name for file in (tmp_path / "deck").iterdir())
    assert found == ["01.svg", "02.svg", "03.svg", "04.svg", "05.svg"]
    assert capsys.readouterr().err == ""


def test_what_is_there_is_kept_unless_it_is_forced(tmp_path, capsys) -> None:
    (tmp_path / "deck").mkdir()
    (tmp_path / "deck" / "03.png").write_bytes(b"mine")
    assert slides("slope", "-o", str(tmp_path / "deck")) == 2
    assert "03.png: exists already and is kept; --force replaces it" in capsys.readouterr().err
    assert [file.name for file in (tmp_path / "deck").iterdir()] == ["03.png"]
    assert slides("slope", "-o", str(tmp_path / "deck"), "--force") == 0
    assert (tmp_path / "deck" / "03.png").read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("slope", "-o", "deck.pptx"),
            "--output deck.pptx: expected a name ending in .pdf, or a folder for .png or .svg "
            "pictures",
        ),
        (
            ("slope", "-o", "deck.pdf", "--notes", "--handout"),
            "--notes: goes with slides, not with --handout",
        ),
        (("nothing", "-o", "deck.pdf"), "nothing"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    tmp_path, monkeypatch, capsys, arguments, sentence
) -> None:
    monkeypatch.chdir(tmp_path)
    assert slides(*arguments) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("qapp")
def test_slides_in_german_are_those_of_a_german_window(tmp_path) -> None:
    assert slides("slope", "-o", str(tmp_path / "en.pdf")) == 0
    assert slides("slope", "-o", str(tmp_path / "de.pdf"), "--language", "de") == 0
    translator = QTranslator()
    assert translator.load(str(resources_folder() / "translations/gd-visualizer_de.qm"))
    before = QLocale()
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale("de_DE"))
    try:
        window = b"".join(as_pdf(Deck(load("slope"), (320, 180), speech=speech())))
    finally:
        QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(before)
    assert (tmp_path / "de.pdf").read_bytes() == window
    assert (tmp_path / "en.pdf").read_bytes() != window
