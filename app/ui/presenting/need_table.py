"""The table of a quote's needs: its columns, its rows, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.need_sheet import COLUMNS, need_rows, read_needs
from app.ui.presenting.cures import offering_name
from app.ui.presenting.row_table import RowColumn, RowTable
from app.ui.widgets.checked_rows import WrongCell

if TYPE_CHECKING:
    from app.quoting.need_sheet import Needs
    from app.quoting.quote import Quote
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows_edit import Texts
    from catalog.product_catalog import ProductCatalog


class NeedTable:
    """Shows the needs of one quote as rows, and reads them back."""

    def __init__(self, speaker: Speaker, quote: Quote, catalog: ProductCatalog) -> None:
        """Speak one language; answers are what the quote holds, by code or by name."""
        translate = speaker.translate
        self._speaker, self._quote = speaker, quote
        self._words = {
            "1": translate("Needs", "high"),
            "2": translate("Needs", "medium"),
            "3": translate("Needs", "low"),
        }
        codes = [*(item.offering for item in quote.items), *(one.offering for one in quote.met)]
        self._sold = {code.casefold(): code for code in codes}
        for code in codes:
            name = offering_name(speaker, catalog, code)
            self._sold["".join(name.casefold().split())] = code
        self.table = RowTable(
            translate("Needs", "Needs of the customer"),
            translate(
                "Needs",
                "Each need in the customer's own words. What answers it is a product of the quote, "
                "by its code; several are parted by commas. The proposal prints needs with their "
                "answers; priority, owner, day and evidence are for us only.",
            ),
            (
                RowColumn(translate("Needs", "Need")),
                RowColumn(translate("Needs", "Priority"), self._pairs(), 90),
                RowColumn(translate("Needs", "Owner"), width=110),
                RowColumn(translate("Needs", "By"), width=110),
                RowColumn(translate("Needs", "Evidence")),
                RowColumn(translate("Needs", "Answered by"), width=170),
            ),
        )

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple((text, text) for text in self._words.values())

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The needs as they are."""
        return need_rows(self._quote, self._words)

    def read(self, rows: Texts) -> Needs:
        """The needs that rows say; rows without a reading are left out."""
        return read_needs(rows, self._words, self._sold)[0]

    def wrong(self, rows: Texts) -> WrongCell | None:
        """The first cell that has no reading."""
        _, wrong = read_needs(rows, self._words, self._sold)
        if not wrong:
            return None
        text = " ".join(self._speaker.finding(wrong[0].code, wrong[0].parameters))
        return WrongCell(text, wrong[0].row, COLUMNS.index(wrong[0].column))
