"""A file is written whole or not at all, and an existing one is kept unless it is to go."""

import errno
import os
import resource
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gd_visualizer.figures.file import WriteError, check_target, write

OLD, NEW = b"old\r\n\x00\xff", b"new " * 5000
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A name that is free, in a folder that is left with no other file than what is asked for."""
    return tmp_path / "out.png"


def failing(code: int) -> Callable[..., None]:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def assert_refused(path: Path, match: str, force: bool = False) -> None:
    with pytest.raises(WriteError, match=match) as caught:
        write(path, NEW, force)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@contextmanager
def limited(size: int) -> Iterator[None]:
    """Files end at ``size`` bytes: the first write is a short one, the next one fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def ordinary_person() -> Iterator[None]:
    """Not root, whom no file's rights keep out."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    old = os.umask(mask)
    try:
        yield
    finally:
        os.umask(old)


def test_a_new_file_has_the_content_and_nothing_else_is_in_the_folder(path: Path) -> None:
    write(path, NEW)
    assert path.read_bytes() == NEW
    assert os.listdir(path.parent) == ["out.png"]


def test_an_existing_file_is_kept_byte_for_byte_without_force(path: Path) -> None:
    path.write_bytes(OLD)
    before = path.stat()
    assert_refused(path, "exists already and is kept; --force")
    assert path.read_bytes() == OLD
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert os.listdir(path.parent) == ["out.png"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o640])
def test_force_replaces_the_content_and_keeps_the_rights(path: Path, mode: int) -> None:
    path.write_bytes(OLD)
    path.chmod(mode)
    write(path, NEW, force=True)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert os.listdir(path.parent) == ["out.png"]


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_s_rights_are_those_of_any_new_file(path: Path, mask: int) -> None:
    with umask(mask):
        write(path, NEW)
        assert os.umask(mask) == mask
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("force", [False, True])
def test_everything_is_on_the_disk_before_the_name_is_given(
    path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    events: list[str] = []

    def watched(name: str) -> None:
        real = getattr(os, name)

        def watch(*args: object, **more: object) -> object:
            left = [p.read_bytes() for p in path.parent.iterdir() if p != path]
            events.append(name if left == [NEW] else f"{name} of an unfinished file")
            return real(*args, **more)

        monkeypatch.setattr(os, name, watch)

    for name in ("fsync", "link", "replace", "rename"):
        watched(name)
    if force:
        path.write_bytes(OLD)
    write(path, NEW, force)
    assert events == ["fsync", "replace" if force else "link"]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("size", [0, 1, 4096, len(NEW) - 1])
def test_a_disk_that_fills_up_in_the_middle_leaves_what_was_there(
    path: Path, size: int, force: bool
) -> None:
    if force:
        path.write_bytes(OLD)
    with limited(size):
        assert_refused(path, "nothing was written", force)
    assert os.listdir(path.parent) == (["out.png"] if force else [])
    assert not force or path.read_bytes() == OLD


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk quota is used up"),
        (errno.EIO, "rror"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails_late_leaves_what_was_there(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, words: str
) -> None:
    path.write_bytes(OLD)
    monkeypatch.setattr(os, call, failing(code))
    assert_refused(path, f"{words}.*nothing was written", force=True)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert os.listdir(path.parent) == ["out.png"]


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.EACCES, "cannot be written to"), (errno.EROFS, "read-only"), (errno.EMFILE, "open")],
)
def test_a_folder_that_takes_no_file_is_told_in_words(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    monkeypatch.setattr(tempfile, "mkstemp", failing(code))
    assert_refused(path, words)
    assert os.listdir(path.parent) == []


@pytest.mark.parametrize(
    ("name", "mode"),
    [("out.png", 0o500), ("out.png", 0o600), ("below/out.png", 0o600)],
    ids=["read-only", "no way in", "no way in, further down"],
)
def test_a_folder_without_the_rights_is_told_in_words(path: Path, name: str, mode: int) -> None:
    folder = path.parent / "locked"
    (folder / "below").mkdir(parents=True)
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        for above in list(path.parents)[:3]:
            above.chmod(0o755)
    folder.chmod(mode)
    try:
        with ordinary_person():
            assert_refused(folder / name, "cannot be", force=True)
    finally:
        folder.chmod(0o700)
    assert os.listdir(folder) == ["below"]


def test_with_force_a_symbolic_link_is_followed_and_stays(path: Path) -> None:
    real = path.parent / "elsewhere" / "real.png"
    real.parent.mkdir()
    real.write_bytes(OLD)
    real.chmod(0o640)
    path.symlink_to("elsewhere/real.png")
    write(path, NEW, force=True)
    assert path.is_symlink()
    assert os.readlink(path) == "elsewhere/real.png"
    assert real.read_bytes() == NEW
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert os.listdir(real.parent) == ["real.png"]


@pytest.mark.parametrize("target", ["nowhere.png", "real.png"])
def test_without_force_a_symbolic_link_is_something_that_exists(path: Path, target: str) -> None:
    real = path.parent / "real.png"
    real.write_bytes(OLD)
    path.symlink_to(target)
    assert_refused(path, "exists already")
    assert os.readlink(path) == target
    assert real.read_bytes() == OLD
    assert sorted(os.listdir(path.parent)) == ["out.png", "real.png"]


def test_with_force_a_link_to_a_missing_folder_is_refused(path: Path) -> None:
    path.symlink_to("gone/real.png")
    assert_refused(path, "nothing was written|does not exist", force=True)
    assert os.listdir(path.parent) == ["out.png"]


def test_a_file_that_appears_meanwhile_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def appear(handle: int) -> None:
        fsync(handle)
        path.write_bytes(OLD)

    monkeypatch.setattr(os, "fsync", appear)
    assert_refused(path, "exists already and is kept")
    assert path.read_bytes() == OLD
    assert os.listdir(path.parent) == ["out.png"]


@pytest.mark.parametrize("appears", [False, True])
def test_on_a_disk_without_links_the_same_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch, appears: bool
) -> None:
    def no_links(*_args: object) -> None:
        if appears:
            path.write_bytes(OLD)
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    if appears:
        assert_refused(path, "exists already")
    else:
        write(path, NEW)
    assert path.read_bytes() == (OLD if appears else NEW)
    assert os.listdir(path.parent) == ["out.png"]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/out.png", "folder .* does not exist"),
        ("folder.png", "is a folder"),
        ("file/out.png", "folder .* does not exist"),
        ("pipe.png", "not an ordinary file"),
        ("n" * 300 + ".png", "too long"),
    ],
    ids=["no folder", "a folder", "below a file", "a pipe", "a long name"],
)
def test_where_no_file_can_be_nothing_is_written(
    path: Path, name: str, words: str, force: bool
) -> None:
    (path.parent / "folder.png").mkdir()
    (path.parent / "file").write_bytes(OLD)
    os.mkfifo(path.parent / "pipe.png")
    with pytest.raises(WriteError, match=words):
        check_target(path.parent / name, force)
    with pytest.raises(WriteError, match=words):
        write(path.parent / name, NEW, force)
    assert sorted(os.listdir(path.parent)) == ["file", "folder.png", "pipe.png"]
    assert (path.parent / "file").read_bytes() == OLD


def test_a_name_as_long_as_the_disk_takes_is_written(path: Path) -> None:
    for name in ("n" * 251 + ".png", "梯" * 83 + ".png"):
        write(path.parent / name, NEW)
        write(path.parent / name, OLD, force=True)
        assert (path.parent / name).read_bytes() == OLD


def test_whatever_else_goes_wrong_no_temporary_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(path, NEW)
    assert os.listdir(path.parent) == []
