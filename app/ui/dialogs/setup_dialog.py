"""SetupDialog: what belongs to working with one's own data, and the way to what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from app.services.setting_up import SetupPart, SetupState
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.setting_up import SetupStep

_SIZE: Final = (700, 360)
_ICONS: Final = {
    SetupState.DONE: "circle-check",
    SetupState.OPEN: "circle",
    SetupState.SHIPPED: "package",
}


class SetupDialog(FormDialog):
    """Lists the parts; ``chosen(part)`` wants to be led to one.

    It stays open beside the window, and is shown anew with ``show_steps``.
    """

    chosen = Signal(str)

    def __init__(self, steps: Sequence[SetupStep], parent: QWidget) -> None:
        """Show how far the parts are."""
        super().__init__(self.tr("Set up with my own data"), self.tr("Go there"), parent)
        self.setModal(False)
        about = make_label(
            self.tr("Enter leads to a part. What is left open is told on papers by a sample name."),
            "second",
        )
        about.setWordWrap(True)
        columns = (
            ColumnSpec("part", self.tr("Part"), 0, "left"),
            ColumnSpec("state", self.tr("State"), 230, "left"),
        )
        self.table = DataTable(columns, self.tr("Parts"))
        self.table.setMinimumSize(*_SIZE)
        self.table.opened.connect(self.chosen)
        self.body.addWidget(about)
        self.body.addWidget(self.table, 1)
        self._cancel_button.setText(self.tr("Close"))
        self.show_steps(steps)
        self.table.setFocus()

    def show_steps(self, steps: Sequence[SetupStep]) -> None:
        """Show how far the parts are now; the first that is open is chosen."""
        self.table.set_rows(tuple(self._row(step) for step in steps))
        left = next((one for one in steps if one.state is SetupState.OPEN), steps[0])
        if not self.table.current_key():
            self.table.set_current(left.part)

    def accept(self) -> None:
        """Lead to the chosen part; the list stays."""
        key = self.table.current_key()
        if key:
            self.chosen.emit(key)

    def _row(self, step: SetupStep) -> TableRow:
        title, detail = self._words()[step.part]
        states: dict[SetupState, Cell] = {
            SetupState.DONE: Cell(self.tr("done"), tone="strong"),
            SetupState.OPEN: Cell(self.tr("open"), tone="warn"),
            SetupState.SHIPPED: Cell(self.tr("as it comes with the program"), tone="muted"),
        }
        return TableRow(
            key=step.part,
            title=title,
            icon=_ICONS[step.state],
            subtitle=detail,
            cells=(states[step.state],),
        )

    def _words(self) -> dict[SetupPart, tuple[str, str]]:
        return {
            SetupPart.CATALOGUE: (
                self.tr("Catalogue"),
                self.tr("Import the price list; tax classes come with it"),
            ),
            SetupPart.RULES: (
                self.tr("Rules of prices"),
                self.tr("Discounts, promotions and tiers; edited and published in the catalogue"),
            ),
            SetupPart.CUSTOMERS: (
                self.tr("Customers"),
                self.tr("Import tables of customers; their bills come after"),
            ),
            SetupPart.COMPANY: (
                self.tr("Company on papers"),
                self.tr("Name, address, bank and hotline of the supplier"),
            ),
            SetupPart.MANAGER: (
                self.tr("Account manager"),
                self.tr("Your name, telephone and level of authority"),
            ),
            SetupPart.LIMITS: (
                self.tr("Limits and people"),
                self.tr("Who may grant what, and who decides above"),
            ),
            SetupPart.TEMPLATES: (
                self.tr("Templates"),
                self.tr("Word templates of proposal, contract and order form"),
            ),
        }
