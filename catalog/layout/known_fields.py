"""with_known(): rows of a short list, filled with what the catalogue in force says of the charge.

A list of codes and prices is enough to change prices: a field that the list has no column for
keeps its value. A column that is there counts, also where its cell is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.cell_text import CellFault, read_rate
from catalog.pace import Pace, paced, unpaced
from catalog.price_list_rows import ROW_FIELDS, row_of
from catalog.reading import TableRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from catalog.charge import Charge
    from catalog.layout.mapping import ColumnMapping
    from catalog.offering import ProductOffering
    from catalog.product_catalog import CatalogContent


class KnownRows(msgspec.Struct, frozen=True):
    """Rows that were filled.

    Attributes:
        rows: In their order.
        fields: Which fields came from the catalogue in force.
        count: How many rows were filled.
    """

    rows: tuple[TableRow, ...]
    fields: tuple[str, ...] = ()
    count: int = 0


def with_known(
    rows: Sequence[TableRow],
    mapping: ColumnMapping,
    in_force: CatalogContent | None,
    day: date,
    pace: Pace = unpaced,
) -> KnownRows:
    """Fill the fields without a column from the catalogue in force.

    Args:
        rows: By the mapping.
        mapping: What has a column, a constant or a rule.
        in_force: The present catalogue, if there is one.
        day: Day whose VAT rates count.
        pace: Hears how far the work is, and may stop it.
    """
    absent = [field for field in ROW_FIELDS if not mapping.fills(field)]
    if in_force is None or not absent:
        return KnownRows(tuple(rows))
    owners = {
        charge.code: (charge, offering)
        for offering in in_force.offerings
        for charge in offering.charges
    }
    taxes = {tax.id: tax for tax in in_force.tax_classes}
    filled, count = [], 0
    for row in paced(rows, pace):
        owner: tuple[Charge, ProductOffering] | None = owners.get(row.cells.get("code", ""))
        known: Mapping[str, str] = row_of(*owner, taxes, day) if owner else {}
        cells = {field: known.get(field, "") for field in absent} | row.cells
        if known and "tax_class" in absent and "vat_rate" not in absent:
            cells["tax_class"] = known["tax_class"] if _same_rate(row.cells, known) else ""
        if known and "vat_rate" in absent and "tax_class" not in absent:
            same = row.cells.get("tax_class") == known["tax_class"]
            cells["vat_rate"] = known["vat_rate"] if same else ""
        filled.append(TableRow(row.number, cells, row.variant))
        count += bool(known)
    return KnownRows(tuple(filled), tuple(absent), count) if count else KnownRows(tuple(rows))


def _same_rate(cells: Mapping[str, str], known: Mapping[str, str]) -> bool:
    """Whether the list's rate is the one of the known tax class; else the rate alone decides."""
    try:
        return read_rate(cells.get("vat_rate", "")) == read_rate(known["vat_rate"])
    except CellFault:
        return False
