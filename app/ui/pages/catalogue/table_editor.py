"""TableEditor: the tables of the chosen charge and its offering, opened from cards of the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.dialogs.rows_dialog import RowsDialog
from app.ui.pages.catalogue.row_card import RowCard
from app.ui.presenting.catalogue_detail import charge_name, record_entries
from app.ui.presenting.characteristics import characteristic_entries
from app.ui.presenting.row_table import characteristic_table, price_record_table
from app.ui.presenting.wrong_cell import wrong_cell
from catalog.characteristic_rows import characteristic_rows, set_characteristics
from catalog.price_record_rows import price_record_rows, set_price_records

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.ui.presenting.row_table import RowTable
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.checked_rows import WrongCell
    from app.ui.widgets.rows_edit import Texts
    from catalog.charge import Charge
    from catalog.draft import Patch
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog


class TableEditor(QObject):
    """Two cards with their dialogs; ``edited(label, patch, key)`` asks for an edit."""

    edited = Signal(str, object, str)

    def __init__(self, speaker: Speaker, parent: QWidget) -> None:
        """Begin without a charge."""
        super().__init__(parent)
        self._speaker, self._parent = speaker, parent
        self._shown: tuple[ProductCatalog, ProductOffering, Charge] | None = None
        self.records = RowCard(self.tr("Prices under conditions"))
        self.records.opened.connect(self.open_records)
        self.characteristics = RowCard(self.tr("Characteristics"))
        self.characteristics.opened.connect(self.open_characteristics)

    def show_charge(
        self, catalog: ProductCatalog, offering: ProductOffering, charge: Charge
    ) -> None:
        """Show a charge of the draft with its offering."""
        self._shown = catalog, offering, charge
        self.records.show_entries(record_entries(self._speaker, catalog, charge))
        entries = characteristic_entries(self._speaker, offering.characteristics)
        self.characteristics.show_entries(entries)

    def open_records(self) -> RowsDialog | None:
        """Open the conditional prices of the charge as a table."""
        if self._shown is None:
            return None
        catalog, _, charge = self._shown
        name = charge_name(self._speaker, catalog, charge.code)
        return self._open(
            price_record_table(self._speaker, name),
            price_record_rows(catalog, charge),
            lambda rows: set_price_records(catalog, charge, rows),
            "charge.records",
        )

    def open_characteristics(self) -> RowsDialog | None:
        """Open the characteristics of the offering as a table."""
        if self._shown is None:
            return None
        offering = self._shown[1]
        return self._open(
            characteristic_table(self._speaker, self._speaker.name(offering.name)),
            characteristic_rows(offering),
            lambda rows: set_characteristics(offering, rows),
            "offering.characteristics",
        )

    def _open(
        self, table: RowTable, rows: Texts, read: Callable[[Texts], Patch], label: str
    ) -> RowsDialog:
        titles = [column.title for column in table.columns]

        def check(typed: Texts) -> WrongCell | None:
            return wrong_cell(self._speaker, lambda: read(typed), titles)

        dialog = RowsDialog(table, rows, check, self._parent.window())
        dialog.accepted.connect(lambda: self.edited.emit(label, read(dialog.rows.rows()), ""))
        dialog.open()
        return dialog
