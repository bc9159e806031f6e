"""Reading what someone else wrote: files of bounded size, UTF-8, and numbers."""

import codecs
import math
import stat
from pathlib import Path

from gd_visualizer.lesson.file.refusal import Refusal
from gd_visualizer.text.errors import RefusedValue, own
from gd_visualizer.text.message import Message, message

MAX_BYTES = 10_000_000


def read(path: Path) -> bytes:
    """The file's bytes. Raises Refusal unless it is a readable regular file of at most 10 MB.

    The kind and the size are asked before it is opened: opening a pipe would wait for ever.
    """
    try:
        status = path.stat()
        _check_kind(status.st_mode)
        check_size(status.st_size)
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # ValueError: no file has a name with a NUL in it.
        raise Refusal("", message("no such file")) from None
    except OSError as error:
        denied = message("Permission denied")
        problem = denied if error.strerror == denied.english else own(str(error.strerror))
        raise Refusal("", message("cannot be read: {problem}", problem=problem)) from None
    check_size(len(content))
    return content


def _check_kind(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise Refusal("", message("expected a file, got a folder"))
    if not stat.S_ISREG(mode):
        raise Refusal("", message("expected a file, got a device or a pipe"))


def check_size(size: int) -> None:
    """Raises Refusal for more than 10 MB."""
    if size > MAX_BYTES:
        words = message("expected at most {most} bytes, got {size}", most=MAX_BYTES, size=size)
        raise Refusal("", words)


def decoded(content: bytes) -> str:
    """The text of UTF-8 ``content``, a byte order mark left out. Raises Refusal otherwise."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        byte = own(f"0x{content[error.start]:02x}")
        words = message("expected text in UTF-8, got the byte {byte}", byte=byte)
        raise Refusal(place(before, len(before)), words) from None


def place(text: str, at: int) -> Message:
    """``line 3, column 5`` of the character ``at`` in ``text``, both from 1."""
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return line_and_column(str(line), str(column))


def line_and_column(line: str, column: str) -> Message:
    """A place in a text; the column is a number or a name."""
    return message("line {line}, column {column}", line=own(line), column=own(column))


def number(text: str) -> float:
    """The finite number that ``text`` writes with a decimal point. Raises RefusedValue if none."""
    try:
        # float would also read 1_000 and digits of other scripts.
        value = float(text) if text.isascii() and "_" not in text else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise RefusedValue(message("expected a number"))
    return value
