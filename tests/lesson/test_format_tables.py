"""What the documentation lists is what there is."""

from tests.lesson.format_tables import FILE, with_tables


def test_the_tables_of_the_lesson_format_are_those_of_the_records() -> None:
    text = FILE.read_text("utf-8")
    assert text == with_tables(text), "python -m tests.lesson.format_tables"
