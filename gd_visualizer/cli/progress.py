"""How far a long word of the command line has come, for a person who waits at a terminal."""

import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, TextIO

from gd_visualizer.text.errors import one_line

if TYPE_CHECKING:
    from gd_visualizer.descent.state.descent import Descent

PATIENCE = 2.0  # s, before anything is said
_PAUSE = 0.2  # s, between two lines
_ERASED = "\r\x1b[K"


class Progress:
    """One line on ``stream``, written over and at last erased; nothing where it is no terminal."""

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._seen = bool(self._stream) and self._stream.isatty()
        self._clock, self._due = clock, clock() + PATIENCE
        self._shown = False

    def tell(self, words: str) -> None:
        """``words`` now, unless that is too early."""
        if self._seen and self._clock() >= self._due:
            self._show(words)

    def counted(self, descents: "Iterable[Descent]", steps: int) -> "Iterator[Descent]":
        """The same descents; each tells how many of ``steps`` have been taken."""
        for descent in descents:
            self.tell(f"step {descent.row:,} of {steps:,}")
            yield descent

    def last(self, descents: "Iterable[Descent]", steps: int) -> "Descent":
        """The last of the descents, which there must be; none of the others is kept."""
        return deque(self.counted(descents, steps), maxlen=1)[0]

    @contextmanager
    def during(self, words: str) -> Iterator[None]:
        """``words`` as soon as it is time, while work goes on that cannot tell by itself."""
        left = max(0.0, self._due - self._clock())
        timer = Timer(left, self._show, [words]) if self._seen else None
        if timer:
            timer.daemon = True
            timer.start()
        try:
            yield
        finally:
            if timer:
                timer.cancel()
                timer.join()

    def erase(self) -> None:
        """Nothing of it is left to be seen."""
        if self._shown:
            self._stream.write(_ERASED)
            self._stream.flush()
            self._shown = False

    def _show(self, words: str) -> None:
        self._stream.write(f"{_ERASED}{one_line(words)} …")
        self._stream.flush()
        self._shown = True
        self._due = self._clock() + _PAUSE


@contextmanager
def progress() -> Iterator[Progress]:
    """A Progress whose line is erased at the end, whatever that is."""
    told = Progress()
    try:
        yield told
    finally:
        told.erase()
