"""The text of a lesson file as a document: TOML, with the place where it is broken."""

import re
import tomllib
from typing import Any

from gd_visualizer.lesson.file.refusal import Refusal, shortened
from gd_visualizer.lesson.file.text_file import line_and_column, place
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message, translatable

_PLACED = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{32}}")
_PROBLEMS = {  # those of tomllib that name nothing in the file; others stay as they are
    translatable("Cannot overwrite a value"),
    translatable("Expected '=' after a key in a key/value pair"),
    translatable("Expected ']' at the end of a table declaration"),
    translatable("Expected ']]' at the end of an array declaration"),
    translatable("Expected newline or end of document after a statement"),
    translatable("Invalid date or datetime"),
    translatable("Invalid initial character for a key part"),
    translatable("Invalid statement"),
    translatable("Invalid value"),
    translatable("Unclosed array"),
    translatable("Unclosed inline table"),
    translatable("Unescaped '\\' in a string"),
    translatable("Unterminated string"),
}


def document_of(text: str) -> dict[str, Any]:
    """The document that ``text`` writes. Raises Refusal where it is not TOML."""
    # WORKAROUND tomllib's time grows with the square of the parts of a dotted key: minutes for
    # a.a.a… of 200 kB. No key of ours has more than three.
    if long := _LONG_KEY.search(text):
        words = message("expected a key of at most 32 parts")
        raise Refusal(place(text, long.start()), words)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _broken(text, str(error)) from None
    except RecursionError:
        words = message("expected fewer lists or tables inside each other")
        raise Refusal("", words) from None
    except ValueError:
        # Python reads whole numbers of up to 4,300 digits.
        raise Refusal("", message("expected numbers of at most 4,300 digits")) from None


def _broken(text: str, problem: str) -> Refusal:
    match = _PLACED.fullmatch(problem)
    if match:
        problem, line, column = match.groups()
        where = line_and_column(line, column) if line else place(text, len(text))
    known = Message(problem) if problem in _PROBLEMS else own(shortened(problem, 120))
    words = message("not valid TOML: {problem}", problem=known)
    return Refusal(where if match else "", words)
