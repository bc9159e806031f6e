"""What happens when the program itself is at fault: a log, and one dialog; the window stays."""

import contextlib
import faulthandler
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from gd_visualizer import __version__
from gd_visualizer.view.text.translate import tr

_MOST_LOG = 1_000_000


def log_file() -> Path:
    """Where errors are written down."""
    return Path(user_log_path("gd-visualizer", appauthor=False)) / "errors.log"


class CrashReporter(QObject):
    """Every exception that nobody has caught, of any thread, ends here.

    One dialog at a time: what goes wrong while it is open is written to the log alone.
    """

    _reported = Signal(str)

    def __init__(self, parent: QObject | None = None, file: Path | None = None) -> None:
        super().__init__(parent)
        self._file = file or log_file()
        self._dialog: QMessageBox | None = None
        self._stream: TextIO | None = None
        self._written = 0
        self._before = sys.excepthook, threading.excepthook
        # Never at once: the exception may have come from within a paint event.
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Takes all exceptions that nobody catches, and faults, from now on."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.is_file() and self._file.stat().st_size > _MOST_LOG
            self._stream = self._file.open(
                "w" if fresh else "a", encoding="utf-8", errors="backslashreplace"
            )
            faulthandler.enable(self._stream)
        except OSError:
            self._stream = None  # no log is no reason not to start

    def remove(self) -> None:
        """Puts back the hooks that were there before ``install``."""
        sys.excepthook, threading.excepthook = self._before
        if self._stream:
            faulthandler.disable()
            self._stream.close()
            self._stream = None

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Writes the exception down and tells it once."""
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, QApplication.quit)
            return
        if issubclass(kind, SystemExit):
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        self._reported.emit(details.encode("utf-8", "backslashreplace").decode())
        self._write(details)

    def report_start(self, error: BaseException) -> None:
        """The program cannot start: in words, and with the details in the log."""
        self._write("".join(traceback.format_exception(error)))
        box = QMessageBox()
        box.setIcon(QMessageBox.Icon.Critical)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("The program could not start."))
        box.setInformativeText(
            tr(
                "'gd-visualizer --reset-settings' may help: it forgets what was kept from the "
                "last time. The details are in {file}.",
                file=str(self._file),
            )
        )
        if sys.stderr:
            sys.stderr.write(f"gd-visualizer: {box.text()} {box.informativeText()}\n")
        box.exec()

    def report_error(self, error: BaseException) -> None:
        """An exception that was caught, but that nobody expected."""
        self.report(type(error), error, error.__traceback__)

    def _report_thread(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value or RuntimeError("unknown")
        self.report(arguments.exc_type, error, arguments.exc_traceback)

    def _write(self, details: str) -> None:
        self._written += len(details)
        if self._stream and self._written < _MOST_LOG:
            with contextlib.suppress(OSError, ValueError):
                self._stream.write(details + "\n")
                self._stream.flush()
        elif not self._stream and sys.stderr:
            sys.stderr.write(details)

    def _show(self, details: str) -> None:
        if self._dialog is not None:
            return
        windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
        box = QMessageBox(next(windows, None))  # another dialog might take it along when it closes
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Gradient Descent Visualizer")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Something went wrong inside the program."))
        box.setInformativeText(
            tr(
                "You can go on; what you did last may not have worked. "
                "The details help us to find the cause."
            )
        )
        copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(_report(details)))
        box.addButton(QMessageBox.StandardButton.Close)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._forget)
        self._dialog = box
        box.open()

    def _forget(self) -> None:
        self._dialog = None


def _report(details: str) -> str:
    return (
        f"Gradient Descent Visualizer {__version__}, Python {platform.python_version()}, "
        f"{platform.platform()}\n\n{details}"
    )
