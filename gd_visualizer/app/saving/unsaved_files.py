"""The files that hold unsaved lessons: one for each program that runs, and those of programs that
have crashed."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile

_MOST_BYTES = 40_000_000


class Unsaved(NamedTuple):
    """A lesson that was not saved: the text of its file, its id and title, and the file that it
    came from, "" for none."""

    text: str
    id: str
    title: str
    path: str


class Found(NamedTuple):
    """What a program has left behind when it crashed, and when it wrote that (seconds)."""

    unsaved: Unsaved
    time: float


class UnsavedFiles:
    """``folder`` is made when it is needed. A program holds a lock on its own file, which is gone
    with the program however it ends; so nobody takes a file of a program that runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        name = f"unsaved-{os.getpid()}-{os.urandom(4).hex()}"
        self.own = folder / f"{name}.json"
        self._lock: QLockFile | None = None
        self._left: tuple[Path, QLockFile] | None = None

    def prepare(self) -> None:
        """Takes the lock on the own file. Raises OSError where there can be no folder."""
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = _lock_of(self.own)
            lock.tryLock(0)
            self._lock = lock

    def find(self) -> Found | None:
        """The newest file of a program that runs no more; from now on nobody else finds it."""
        if not self._folder.is_dir():
            return None
        files = [file for file in self._folder.glob("unsaved-*.json") if file != self.own]
        for file in sorted(files, key=_written, reverse=True):
            lock = _lock_of(file)
            if not lock.tryLock(0):
                continue
            found = _read(file)
            if found:
                self._left = file, lock
                return Found(found, _written(file))
            _remove(file)  # half a file, or nothing of ours
            lock.unlock()
        return None

    def forget_found(self) -> None:
        """Removes what was found: it has been answered."""
        if self._left:
            file, lock = self._left
            _remove(file)
            lock.unlock()
            self._left = None

    def remove(self) -> None:
        """Removes the own file: there is nothing unsaved."""
        _remove(self.own)

    def close(self) -> None:
        """Leaves nothing behind: what was found has been offered, and is not offered again."""
        self.forget_found()
        self.remove()
        if self._lock:
            self._lock.unlock()
            self._lock = None


def content_of(unsaved: Unsaved) -> bytes:
    """What is written of it."""
    return json.dumps(unsaved._asdict()).encode()


def _lock_of(file: Path) -> QLockFile:
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # however long it is held: its program runs
    return lock


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _read(file: Path) -> Unsaved | None:
    try:
        if file.stat().st_size > _MOST_BYTES:
            return None
        read = json.loads(file.read_bytes())
        unsaved = Unsaved(**read)
    except (OSError, ValueError, TypeError):
        return None
    return unsaved if all(isinstance(part, str) for part in unsaved) else None


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
