"""read_charges(): rows of a price list to offerings, with every finding of every row.

A row is a mapping from column heading to the text of its cell, with the number that a spreadsheet
shows. All rows are read even when some are wrong, so that the user sees all findings at once; the
caller decides whether errors stop the import (they do).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.charge_row import RowReader
from catalog.pace import Pace, paced, unpaced
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from catalog.offering import ProductOffering
    from catalog.tax_class import TaxClass

REQUIRED_COLUMNS = (
    "code",
    "name_zh",
    "charge_type",
    "unit",
    "billing_period",
    "list_price_cny",
    "cost_cny",
    "price_regulation",
    "vat_rate",
)
_PRICED = frozenset(("list_price_cny", "cost_cny"))
"""Columns that a layout may have several of, one a billing period."""


class TableRow(msgspec.Struct, frozen=True, gc=False):
    """One row of a table.

    Attributes:
        number: As a spreadsheet shows it.
        cells: Text by column heading; missing columns are simply not there.
        variant: Billing period, where the row of the table has several prices and this is one.
    """

    number: int
    cells: dict[str, str]
    variant: str = ""


def read_charges(
    rows: Sequence[TableRow],
    tax_classes: Sequence[TaxClass],
    day: date,
    *,
    file: str = "",
    sheet: str = "",
    pace: Pace = unpaced,
) -> tuple[tuple[ProductOffering, ...], tuple[Problem, ...]]:
    """Offerings in the order of the rows, and all findings.

    Args:
        rows: Below the heading.
        tax_classes: Known tax classes.
        day: Day on which a VAT rate given without a tax class must apply.
        file: Name of the file, for findings.
        sheet: Name of the sheet, for findings.
        pace: Hears how far the work is, and may stop it.
    """
    problems: list[Problem] = []
    if rows:
        missing = [name for name in REQUIRED_COLUMNS if name not in rows[0].cells]
        if missing:
            where = Place(file=file, sheet=sheet, row=1)
            return (), tuple(
                Problem("import.column_missing", where=where, parameters={"column": column})
                for column in missing
            )
    offerings: dict[str, ProductOffering] = {}
    seen: dict[str, int] = {}
    reader = RowReader(tax_classes, day, Place(file=file, sheet=sheet))
    for row in paced(rows, pace):
        offering = reader.offering(row.number, row.cells)
        problems.extend(_of_variant(reader.problems, row.variant))
        if offering is None:
            continue
        code = offering.charges[0].code
        if code in seen:
            problems.append(
                reader.problem("import.duplicate_code", "code", value=code, row=seen[code])
            )
            continue
        seen[code] = row.number
        known = offerings.get(offering.code)
        offerings[offering.code] = offering if known is None else _joined(known, offering)
    return tuple(offerings.values()), tuple(problems)


def _of_variant(problems: Sequence[Problem], variant: str) -> Sequence[Problem]:
    """Findings of a row made from one of several prices, which name the columns of that one."""
    if not variant:
        return problems
    return [
        msgspec.structs.replace(
            one, where=msgspec.structs.replace(one.where, column=f"{one.where.column}.{variant}")
        )
        if one.where.column in _PRICED
        else one
        for one in problems
    ]


def _joined(known: ProductOffering, further: ProductOffering) -> ProductOffering:
    """One offering with the charges of both; what it requires and excludes is added up."""
    return msgspec.structs.replace(
        known,
        charges=known.charges + further.charges,
        requires=tuple(dict.fromkeys(known.requires + further.requires)),
        excludes=tuple(dict.fromkeys(known.excludes + further.excludes)),
    )


def rows_by_heading(
    headings: Mapping[int, str], rows: Sequence[tuple[int, Sequence[str]]]
) -> tuple[TableRow, ...]:
    """Rows of cells as mappings; ``headings`` maps column positions (from 0) to names."""
    return tuple(
        TableRow(
            number,
            {
                name: (cells[position] if position < len(cells) else "")
                for position, name in headings.items()
            },
        )
        for number, cells in rows
    )
