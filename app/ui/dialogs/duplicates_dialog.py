"""Customers who are probably one: pairs with what they share, and the way to merge them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.services.customer_merges import duplicates, read_pair
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.merge_dialog import MergeDialog
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.rows import ColumnSpec, TableRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.customer_merges import MergePair, NamedDuplicate
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

_SIZE = (680, 320)


class DuplicatesDialog(FormDialog):
    """Lists pairs; ``merged(id)`` fires when one was merged."""

    merged = Signal(str)

    def __init__(self, around: Surroundings, workspace: Workspace, parent: QWidget) -> None:
        """Look for pairs."""
        super().__init__(self.tr("Duplicate customers"), self.tr("Compare and merge…"), parent)
        self._around = around
        self._workspace = workspace
        self._pairs: dict[str, NamedDuplicate] = {}
        column = ColumnSpec("pair", self.tr("Probably one customer"), 0, "left")
        self.table = DataTable((column,), self.tr("Probably one customer"))
        self.table.setMinimumSize(*_SIZE)
        self.table.opened.connect(lambda _key: self.accept())
        self._about = make_label("", "second")
        self.turned = make_button(self.tr("Merge the other way round…"))
        self.turned.setAutoDefault(False)
        self.turned.clicked.connect(lambda: self._compare(turned=True))
        self.buttons.insertWidget(1, self.turned)
        self.body.addWidget(self._about)
        self.body.addWidget(self.table)
        self.look()

    def look(self) -> None:
        """Look for pairs again."""
        workspace = self._workspace
        self._about.setText(self.tr("Comparing all customers…"))
        self._around.tasks.run(
            lambda _task: duplicates(workspace), self._show, self._around.tasks.crashed.emit
        )

    def _show(self, found: tuple[NamedDuplicate, ...]) -> None:
        words = self._around.speaker.words
        self._pairs = {f"{one.pair.first} {one.pair.second}": one for one in found}
        rows = [
            TableRow(
                key=key,
                title=f"{one.first} — {one.second}",
                icon="users",
                subtitle=" · ".join(
                    f"{words(f'customer_shared.{what}')} {text}" for what, text in one.pair.shared
                ),
            )
            for key, one in self._pairs.items()
        ]
        self.table.set_rows(rows)
        if rows and not self.table.current_key():
            self.table.set_current(rows[0].key)
        text = self.tr("{count} pairs share something; the surest come first.")
        self._about.setText(text.format(count=len(found)))
        for button in (self.agree, self.turned):
            button.setEnabled(bool(found))

    def accept(self) -> None:
        """Compare the pair in the list; the first of both stays."""
        self._compare(turned=False)

    def _compare(self, *, turned: bool) -> None:
        chosen = self._pairs.get(self.table.current_key())
        if chosen is None:
            return
        kept, other = chosen.pair.first, chosen.pair.second
        if turned:
            kept, other = other, kept
        workspace = self._workspace
        self._around.tasks.run(
            lambda _task: read_pair(workspace, kept, other),
            self._ask,
            self._around.tasks.crashed.emit,
        )

    def _ask(self, pair: MergePair) -> None:
        dialog = MergeDialog(self._around, self._workspace, pair, self)
        dialog.merged.connect(self.merged)
        dialog.accepted.connect(self.look)
        dialog.open()
