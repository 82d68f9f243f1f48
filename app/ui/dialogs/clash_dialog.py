"""Files that are there already: replaced, kept beside the new ones, or nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.services.saving import free_path, in_use
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SIZE = (520, 150)


class ClashDialog(FormDialog):
    """Asks once for all files; single ones can be left out of replacing.

    * ``decided(names)``: the names of the files that may be replaced; the others are kept, and
      the new files get a number. Closing the dialog writes nothing.
    """

    decided = Signal(frozenset)

    def __init__(self, files: Sequence[Path], parent: QWidget) -> None:
        """Ask about files.

        Args:
            files: Those that are there, of one folder.
            parent: Window that it belongs to.
        """
        title = self.tr("A file of this name is there already")
        if len(files) > 1:
            title = self.tr("{count} files are there already").format(count=len(files))
        super().__init__(title, self.tr("Keep both"), parent)
        self._free = [file.name for file in files if not in_use(file)]
        held = [file for file in files if file.name not in self._free]
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Files to replace"))
        self.list.setMinimumSize(*_SIZE)
        self.list.setSpacing(Space.XS)
        self._fill(files)
        self.body.addWidget(self.list)
        where = make_label(self.tr("In {folder}").format(folder=str(files[0].parent)), "caption")
        where.setWordWrap(True)
        self.body.addWidget(where)
        if held:
            told = self.tr(
                "What is open in another program, such as Word, or read-only cannot be replaced."
                " Close it there and try again, or keep both."
            )
            self._held = make_label(told, "second")
            self._held.setWordWrap(True)
            self.body.addWidget(self._held)
        self.replace = make_button(self.tr("Replace"), "danger")
        self.replace.setAutoDefault(False)
        self.replace.clicked.connect(self._replace)
        self.replace.setEnabled(bool(self._free))
        self.buttons.insertWidget(2, self.replace)
        self.accepted.connect(lambda: self.decided.emit(frozenset(self._chosen)))
        self._chosen: tuple[str, ...] = ()

    def _fill(self, files: Sequence[Path]) -> None:
        kept = self.tr("{name}   the new one: {free}")
        busy = self.tr("{name}   in use; the new one: {free}")
        for file in files:
            free = file.name in self._free
            text = (kept if free else busy).format(name=file.name, free=free_path(file).name)
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, file.name)
            flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if free else Qt.ItemFlag.NoItemFlags)
            states = Qt.CheckState
            item.setCheckState(states.Checked if free else states.Unchecked)
            item.setToolTip(self.tr("Replaced when this is ticked and Replace is pressed"))
            self.list.addItem(item)

    def _replace(self) -> None:
        items = (self.list.item(row) for row in range(self.list.count()))
        self._chosen = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )
        self.accept()


def ask_clash(files: Sequence[Path], parent: QWidget) -> ClashDialog | None:
    """Ask about those of some files that are there; ``None`` where none is."""
    there = [file for file in files if file.exists()]
    return ClashDialog(there, parent) if there else None
