"""The text of a lesson file as a document: TOML, with the place where it is broken."""

import re
import tomllib
from typing import Any

from gd_visualizer.lesson.refusal import Refusal, shortened
from gd_visualizer.lesson.text_file import place

_PLACED = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{32}}")


def document_of(text: str) -> dict[str, Any]:
    """The document that ``text`` writes. Raises Refusal where it is not TOML."""
    # WORKAROUND tomllib's time grows with the square of the parts of a dotted key: minutes for
    # a.a.a… of 200 kB. No key of ours has more than three.
    if long := _LONG_KEY.search(text):
        raise Refusal(place(text, long.start()), "expected a key of at most 32 parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _broken(text, str(error)) from None
    except RecursionError:
        raise Refusal("", "expected fewer lists or tables inside each other") from None
    except ValueError:
        # Python reads whole numbers of up to 4,300 digits.
        raise Refusal("", "expected numbers of at most 4,300 digits") from None


def _broken(text: str, message: str) -> Refusal:
    match = _PLACED.fullmatch(message)
    if not match:
        return Refusal("", f"not valid TOML: {shortened(message, 120)}")
    problem, line, column = match.groups()
    where = f"line {line}, column {column}" if line else place(text, len(text))
    return Refusal(where, f"not valid TOML: {shortened(problem, 120)}")
