"""TemplateWatch: notices that a Word file was saved by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_QUIET_MS = 400
"""Word writes, renames and deletes within this time when it saves."""


class TemplateWatch(QObject):
    """Watches files and the folders that they lie in; ``saved()`` when something happened there.

    Word saves by writing another file and renaming it, so a file alone would be lost from sight.
    """

    saved = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin watching nothing."""
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.saved)
        self._watcher.fileChanged.connect(lambda _path: self._quiet.start())
        self._watcher.directoryChanged.connect(lambda _path: self._quiet.start())

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files and no others."""
        present = [file for file in files if file.parent.is_dir()]
        wanted = {str(file) for file in present if file.exists()}
        wanted |= {str(file.parent) for file in present}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))
