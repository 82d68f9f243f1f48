"""Drafts as text files: which file to write or to read, and why one was not taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.ui.page import Surroundings
    from catalog.problem import Problem


class DraftFile(NamedTuple):
    """How a draft stands in a file.

    Attributes:
        kinds: What the system's dialog offers, such as ``Rule files (*.toml)``.
        name: Of the file that is proposed.
    """

    kinds: str
    name: str


def ask_where_to_write(
    parent: QWidget, title: str, file: DraftFile, write: Callable[[str], None]
) -> None:
    """Ask for a file, and hand its path on."""
    dialog = _dialog(parent, title, file)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(file.name)
    dialog.fileSelected.connect(write)
    dialog.open()


def ask_what_to_read(
    parent: QWidget, title: str, file: DraftFile, read: Callable[[str], None]
) -> None:
    """Ask for a file that there is, and hand its path on."""
    dialog = _dialog(parent, title, file)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(read)
    dialog.open()


def _dialog(parent: QWidget, title: str, file: DraftFile) -> QFileDialog:
    dialog = QFileDialog(parent, title, "", file.kinds)
    dialog.setDefaultSuffix("toml")
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def tell_refused(around: Surroundings, problems: tuple[Problem, ...], window: QWidget) -> None:
    """Say why a file was not taken over."""
    from app.ui.dialogs.pasted_dialog import PastedDialog

    PastedDialog(around, problems, window, from_file=True).open()
