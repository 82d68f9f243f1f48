"""Files on their way out of the window: to the clipboard, dragged, opened, shown in a folder."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def files_as_mime(files: Sequence[Path]) -> QMimeData:
    """Files as other programs take them when they are pasted or dropped."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    data.setText("\n".join(str(file) for file in files))
    return data


def copy_files(files: Sequence[Path]) -> None:
    """Put files on the clipboard."""
    QGuiApplication.clipboard().setMimeData(files_as_mime(files))


def drag_files(source: QWidget, files: Sequence[Path]) -> None:
    """Let files be dropped somewhere; the other program gets copies."""
    drag = QDrag(source)
    drag.setMimeData(files_as_mime(files))
    drag.exec(Qt.DropAction.CopyAction)


def open_file(file: Path) -> bool:
    """Open a file with the system's program for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def show_in_folder(file: Path) -> bool:
    """Show a file in the system's file manager, marked where the system can."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", str(file)])  # noqa: S603, S607 - the system's own program, from its own folder
        return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
