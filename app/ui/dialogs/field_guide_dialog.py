"""The field guide in the window: what templates may print, found by typing, copied by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.templates import guide_columns, guide_matches, guide_table
from app.ui.theme import set_role
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.field_guides import GuideRow
    from app.ui.presenting.speaker import Speaker

_SIZE = (980, 520)


class FieldGuideDialog(FormDialog):
    """Lists fields; ``save_wanted()``: the guide is wanted as a Word document."""

    save_wanted = Signal()

    def __init__(self, rows: Sequence[GuideRow], speaker: Speaker, parent: QWidget) -> None:
        """Show all fields."""
        super().__init__(self.tr("Field guide"), self.tr("Close"), parent)
        self.only_show()
        self._rows = tuple(rows)
        self._speaker = speaker
        self.search = QLineEdit()
        set_role(self.search, "search")
        self.search.setPlaceholderText(self.tr("Name, meaning or example"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(lambda _text: self._show())
        self.table = DataTable(guide_columns(speaker), self.tr("Fields"))
        self.table.setMinimumSize(*_SIZE)
        self.table.opened.connect(lambda _key: self.copy_tag())
        self.copied = make_label("", "caption")
        self.copy = make_button(self.tr("Copy tag"), icon="copy")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self.copy_tag)
        self.save = make_button(self.tr("Save as Word document…"), icon="file-down")
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self.save_wanted)
        for part in (self.search, self.table, self.copied):
            self.body.addWidget(part)
        self.buttons.insertWidget(0, self.save)
        self.buttons.insertWidget(0, self.copy)
        self._show()
        self.search.setFocus()

    def copy_tag(self) -> None:
        """Put the tag of the current field on the clipboard."""
        key = self.table.current_key()
        row = next((one for one in self._rows if one.name == key), None)
        if row is not None:
            QApplication.clipboard().setText(row.tag)
            self.copied.setText(self.tr("Copied: {tag}").format(tag=row.tag))

    def _show(self) -> None:
        found = [row for row in self._rows if guide_matches(row, self.search.text())]
        self.table.set_rows(guide_table(self._speaker, found))
        if found:
            self.table.set_current(found[0].name)
