"""FilesDialog: an import of tables that begins with a list of files, and can be taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.ui.dialogs.stepped_dialog import SteppedDialog
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.page import Surroundings

_SUFFIXES = ("xlsx", "xls", "csv", "tsv", "txt")
_FILES = (520, 140)


class FilesDialog(SteppedDialog):
    """Asks for the files that an import begins with.

    ``imported(id)``: of a customer who is another one now; empty where no one in particular is.

    Attributes:
        files: Their paths.
        undo: Takes the last import back; hidden where there is none.
    """

    imported = Signal(str)

    def __init__(self, title: str, around: Surroundings, parent: QWidget) -> None:
        """Begin without files; ``ask_files`` puts the list into the form."""
        super().__init__(title, around, parent)
        self.files = QListWidget()
        self.files.setMinimumSize(*_FILES)
        self.add = make_button(self.tr("Add files…"))
        self.take_away = make_button(self.tr("Take away"))
        self.undo = make_button(self.tr("Take the last import back"))
        self.undo.hide()
        self.take_away.clicked.connect(self._remove)
        for button in (self.add, self.take_away, self.undo):
            button.setAutoDefault(False)

    def ask_files(self, caption: str, kind: str) -> None:
        """Ask for files.

        Args:
            caption: What they hold.
            kind: What the system's dialog calls them.
        """
        self.add.clicked.connect(lambda: self._choose(kind))
        buttons = QVBoxLayout()
        buttons.setSpacing(Space.SM)
        buttons.addWidget(self.add)
        buttons.addWidget(self.take_away)
        buttons.addStretch()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.files, 1)
        row.addLayout(buttons)
        holder = QWidget()
        holder.setLayout(row)
        self.add_field(caption, holder)
        self.files.setAccessibleName(caption)

    def offer_undo(self, told: str) -> None:
        """Offer to take the last import back, which is told in a sentence."""
        last = QHBoxLayout()
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(make_label(told, "body"), 1)
        last.addWidget(self.undo)
        line = QWidget()
        line.setLayout(last)
        self.add_field(self.tr("Imported last"), line)
        self.undo.show()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files to be read, each once."""
        known = {str(path) for path in self.paths()}
        for path in paths:
            if str(path) not in known:
                self.files.addItem(str(path))
        self.allow()

    def paths(self) -> list[Path]:
        """The files that are read."""
        return [Path(self.files.item(row).text()) for row in range(self.files.count())]

    def allow(self) -> None:
        """Nothing goes on without files, nor before the step in sight is ready."""
        step = self.steps.currentIndex()
        ready = self.is_ready(step) if step else bool(self.files.count())
        self.agree.setEnabled(ready and self._task is None)
        super().allow()

    def is_ready(self, step: int) -> bool:
        """Whether a step after the first can be agreed to."""
        raise NotImplementedError

    def _choose(self, kind: str) -> None:
        dialog = QFileDialog(self, self.add.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*.{suffix}" for suffix in _SUFFIXES)
        dialog.setNameFilter(f"{kind} ({endings})")
        dialog.filesSelected.connect(lambda names: self.add_files([Path(one) for one in names]))
        dialog.open()

    def _remove(self) -> None:
        for item in self.files.selectedItems():
            self.files.takeItem(self.files.row(item))
        self.allow()
