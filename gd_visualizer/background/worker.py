"""Figures are drawn on a thread of their own, so that the window never waits.

A figure takes 50 ms to several seconds and importing matplotlib half a second, where a frame has
16 ms; matplotlib cannot be asked to pause in between (docs/decisions/0007).
"""

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

Job = Callable[[], object]
FILE = "file"
_PATIENCE = 3.0  # seconds that closing waits for a job to end
_LONG_PATIENCE = 300.0  # the same for a file


class RenderWorker(QObject):
    """Does one job after the other; a new job replaces one of the same kind that still waits.

    ``finished(kind, result)`` comes in the window's thread, as does ``failed(kind, exception)``.
    A kind that begins with FILE is somebody's file: never replaced, and waited for at the end.

    While there are jobs Python's cyclic collector rests: it would delete the widgets that a closed
    window has left, on whichever thread it runs, and Qt's may be deleted on their own alone.
    """

    finished = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._news = threading.Condition()
        self._closing = False
        self._doing = ""
        self._files = 0
        self._thread: threading.Thread | None = None
        self._left = 0  # jobs whose end has not been told in the window's thread
        self._rests = False
        self.finished.connect(self._count)
        self.failed.connect(self._count)

    @property
    def idle(self) -> bool:
        """Whether nothing is being done or waited for."""
        with self._news:
            return not self._jobs and not self._doing

    def submit(self, kind: str, job: Job) -> None:
        """Does ``job`` when the ones before it are done; its thread starts with the first."""
        with self._news:
            if self._closing:
                return
            if kind == FILE:
                self._files += 1
                kind = f"{FILE} {self._files}"
            self._left += kind not in self._jobs
            self._jobs.pop(kind, None)
            self._jobs[kind] = job
            if not self._rests and gc.isenabled():
                self._rests = True
                gc.disable()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="figures", daemon=True)
                self._thread.start()
            self._news.notify()

    def close(self) -> None:
        """No more jobs; files are still written, the others forgotten."""
        with self._news:
            self._closing = True
            for kind in [kind for kind in self._jobs if not kind.startswith(FILE)]:
                del self._jobs[kind]
            files = bool(self._jobs) or self._doing.startswith(FILE)
            self._news.notify()
        if self._thread:
            self._thread.join(_LONG_PATIENCE if files else _PATIENCE)
        self._collect()

    def _count(self, _kind: str, _result: object) -> None:
        self._left -= 1
        if not self._left:
            self._collect()

    def _collect(self) -> None:
        """The collector works again, on the thread that is asking now."""
        if self._rests:
            self._rests = False
            gc.enable()

    def _work(self) -> None:
        while True:
            with self._news:
                self._doing = ""
                while not self._jobs and not self._closing:
                    self._news.wait()
                if not self._jobs:
                    return
                kind, job = self._jobs.popitem(last=False)
                self._doing = kind
            self._do(kind, job)

    def _do(self, kind: str, job: Job) -> None:
        try:
            result = job()
        except Exception as error:  # told in the window's thread, whatever it is
            signal, word = self.failed, error
        else:
            signal, word = self.finished, result  # type: ignore[assignment]
        if not self._closing:
            signal.emit(kind, word)
