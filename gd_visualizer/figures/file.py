"""Writing a file whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message, translatable


class WriteError(Exception):
    """A file could not be written; ``message`` is one sentence for the person."""

    def __init__(self, path: Path, problem: Message) -> None:
        self.message = message("{path}: {problem}", path=own(str(path)), problem=problem)
        super().__init__(self.message.english)


_KEPT = message("exists already and is kept; --force replaces it")


def check_target(path: Path, force: bool) -> None:
    """Raises WriteError where ``write`` would be refused, before any work is done for it."""
    try:
        _check(path, force)
    except OSError as error:
        raise WriteError(path, _failed(error)) from error


def _check(path: Path, force: bool) -> None:
    folder = path.parent
    if not folder.is_dir():
        words = translatable("the folder {folder} does not exist")
        raise WriteError(path, message(words, folder=own(repr(str(folder)))))
    if path.is_dir():
        raise WriteError(path, message("is a folder, expected the name of a file"))
    if path.exists() and not path.is_file():
        raise WriteError(path, message("is not an ordinary file"))
    if os.path.lexists(path) and not force:
        raise WriteError(path, _KEPT)


def write(path: Path, content: bytes | Iterable[bytes], force: bool = False) -> None:
    """``content``, whole or piece by piece, as the file ``path``, which is kept whole if anything
    goes wrong.

    A temporary file in the same folder is filled, flushed to the disk and only then renamed. An
    existing file is replaced only with ``force``, also if it appears meanwhile. Raises WriteError.
    """
    check_target(path, force)
    target = Path(os.path.realpath(path)) if force else path
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}-")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            os.fsync(file.fileno())
        _same_rights(temporary, target)
        _put(temporary, target, force)
    except FileExistsError:
        raise WriteError(path, _KEPT) from None
    except OSError as error:
        raise WriteError(path, _failed(error)) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _put(temporary: Path, target: Path, force: bool) -> None:
    if force:
        os.replace(temporary, target)
        return
    try:
        os.link(temporary, target)  # unlike a rename, this fails if the target exists
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise FileExistsError from None
        os.replace(temporary, target)


def _same_rights(temporary: Path, target: Path) -> None:
    """The rights of the file that is replaced, else those of any new file."""
    if target.exists():
        mode = target.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with contextlib.suppress(OSError, NotImplementedError):
        temporary.chmod(mode)


def _failed(error: OSError) -> Message:
    known = {
        errno.ENOSPC: message("the disk is full"),
        errno.EDQUOT: message("the disk quota is used up"),
        errno.EACCES: message("the folder cannot be written to"),
        errno.EPERM: message("the folder cannot be written to"),
        errno.EROFS: message("the folder is read-only"),
        errno.ENAMETOOLONG: message("the name is too long"),
        errno.EFBIG: message("the file would be too large"),
    }
    other = own(os.strerror(error.errno) if error.errno else str(error))
    return message("{reason}; nothing was written", reason=known.get(error.errno or 0, other))
