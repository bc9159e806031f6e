"""The last lesson files that were opened."""

from pathlib import Path

from PySide6.QtCore import QSettings

_MOST = 5


class RecentFiles:
    """Their paths as ``settings`` keep them from one start to the next, the newest first."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def paths(self) -> list[str]:
        """The kept paths, the newest first; what is no path in the settings is left out."""
        kept = self._settings.value("recent", [])
        paths = kept if isinstance(kept, list) else [kept]
        return [path for path in paths if isinstance(path, str) and path]

    def add(self, path: str) -> None:
        """Puts ``path`` first; the oldest beyond the most that are kept goes."""
        others = [other for other in self.paths if other != path]
        self._settings.setValue("recent", [path, *others][:_MOST])

    def forget_lost(self, path: str) -> bool:
        """Forgets a file that is not there any more; whether it was so."""
        gone = str(Path(path).absolute())
        if Path(gone).exists():
            return False
        self._settings.setValue("recent", [p for p in self.paths if p != gone])
        return True
