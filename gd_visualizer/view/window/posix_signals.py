"""Ctrl+C and a polite kill close the window as a person would."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QSocketNotifier


@contextmanager
def quit_on_signals(application: QCoreApplication) -> Iterator[None]:
    """SIGINT and SIGTERM quit ``application`` while this lasts.

    Python handles a signal only when it runs Python; the wake-up byte makes Qt run some.
    """
    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, application)
    notifier.activated.connect(lambda: reader.recv(64))
    kept = {
        name: signal.signal(name, lambda *_: application.quit())
        for name in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for name, handler in kept.items():
            signal.signal(name, handler)
        signal.set_wakeup_fd(before)
        notifier.setEnabled(False)
        reader.close()
        writer.close()
