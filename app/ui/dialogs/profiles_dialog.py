"""ProfilesDialog: choose a profile, make one, or move the data of the one in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.rows import ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.profiles import Profile

_SIZE: Final = (620, 220)


class ProfilesDialog(FormDialog):
    """Lists the profiles.

    * ``chosen(id)``: open a profile. * ``added(name, trial)``: make and open one.
    * ``named(id, name)``: call one otherwise. * ``move_wanted(folder)``: move the data in use.
    """

    chosen = Signal(str)
    added = Signal(str, bool)
    named = Signal(str, str)
    move_wanted = Signal(str)

    def __init__(
        self, profiles: Sequence[Profile], current: str, parent: QWidget, *, in_use: bool = True
    ) -> None:
        """List profiles.

        Args:
            profiles: Every one.
            current: The one that is open, or was opened last.
            parent: Window that it belongs to.
            in_use: Whether its data are open, so that they may be moved.
        """
        super().__init__(self.tr("Profiles"), self.tr("Open"), parent)
        self._profiles = profiles
        self._current = current if in_use else ""
        about = make_label(
            self.tr(
                "Each profile has a data folder of its own: quotes, customers, settings, keys and"
                " backups. The account manager on papers is that of the profile."
            ),
            "second",
        )
        about.setWordWrap(True)
        columns = (ColumnSpec("name", self.tr("Profile"), 0, "left"),)
        self.table = DataTable(columns, self.tr("Profiles"))
        self.table.setMinimumSize(*_SIZE)
        self.table.set_rows(tuple(self._row(one) for one in profiles))
        self.table.opened.connect(lambda _key: self.accept())
        self.body.addWidget(about)
        self.body.addWidget(self.table, 1)
        self.name = QLineEdit()
        self.name.setMaxLength(40)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("Name of a person, or of a trial"))
        self.add = make_button(self.tr("New profile"), icon="user-plus")
        self.rename = make_button(self.tr("Rename"), icon="pencil")
        self.move_data = make_button(self.tr("Move the data folder…"), icon="folder-open")
        self.add.clicked.connect(self._add)
        self.rename.clicked.connect(self._rename)
        self.move_data.clicked.connect(self._choose_folder)
        self.move_data.setVisible(in_use)
        self.name.textChanged.connect(lambda _text: self._judge())
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        row.addWidget(self.name, 1)
        for button in (self.add, self.rename, self.move_data):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.body.addLayout(row)
        self.trial = QCheckBox(self.tr("For trying things out, with the sample data"))
        self.body.addWidget(self.trial)
        self.table.set_current(current)
        self.table.setFocus()
        self._judge()

    def accept(self) -> None:
        """Open the profile of the current row."""
        key = self.table.current_key()
        if key and key != self._current:
            self.chosen.emit(key)
        super().accept()

    def _typed(self) -> str:
        return " ".join(self.name.text().split())

    def _judge(self) -> None:
        for button in (self.add, self.rename):
            button.setEnabled(bool(self._typed()))

    def _add(self) -> None:
        self.added.emit(self._typed(), self.trial.isChecked())
        super().accept()

    def _rename(self) -> None:
        self.named.emit(self.table.current_key(), self._typed())
        super().accept()

    def _move_to(self, folder: str) -> None:
        self.move_wanted.emit(folder)
        super().accept()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("An empty folder for the data"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._move_to)
        dialog.open()

    def _row(self, profile: Profile) -> TableRow:
        first = self.tr("Without a name")
        title = profile.name or first
        if profile.id == self._current:
            title = self.tr("{name} (open)").format(name=title)
        return TableRow(key=profile.id, title=title, icon="user", subtitle=str(profile.folder))
