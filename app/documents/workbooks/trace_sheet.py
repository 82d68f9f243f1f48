"""Trace sheet: very hidden, so that a workbook that comes back can be matched with its revision.

It names the quote, the revision and its fingerprint, and for each row the item and charge with a
hash of the figures as they went out. A read-back matches rows by identifier, never by position,
and takes no figure from the workbook: it only reports what was changed.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from app.documents.workbooks.styles import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.cells import CellValue
    from app.documents.workbooks.rows import PriceRow
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.quoting.revision import Revision

NAME = "_trace"
FORMAT = 3
WITHOUT_PLACES = 2
"""Format of workbooks whose sheet of items has no sites and accounts."""
FACTS = (
    "format",
    "quote",
    "number",
    "revision",
    "fingerprint",
    "catalog",
    "policy",
    "authority",
    "language",
    "sheets",
)
"""What is told first, one under the other: name and value."""
_DOMAIN = b"quotewright/approval-row/1\n"
ROW_HEAD = ("item", "charge", "place", "items_row", "scenario_row", "sha256")


def write_trace(
    writer: SheetWriter,
    revision: Revision,
    rows: Sequence[PriceRow],
    items: int,
    scenario: int,
    *,
    language: str,
    prefix: str,
    form: int = FORMAT,
) -> None:
    """Write identifiers and hashes.

    Args:
        writer: The sheet.
        revision: What went out.
        rows: Rows of the sheets.
        items: Row of the first item on the sheet of items.
        scenario: Row of the first item on the scenario sheet.
        language: Of the texts.
        prefix: What the names of the quote's sheets begin with; empty in a workbook of one quote.
        form: Format of the workbook.
    """
    facts: tuple[CellValue, ...] = (
        form,
        revision.quote.id,
        revision.quote.number,
        revision.label,
        revision.fingerprint,
        revision.priced.catalog_version,
        revision.priced.policy_version,
        revision.verdict.matrix_version,
        language,
        prefix.strip(),
    )
    for at, (name, value) in enumerate(zip(FACTS, facts, strict=True), start=1):
        writer.put(at, 1, name, Style.TEXT)
        writer.put(at, 2, value, Style.TEXT)
    head = len(facts) + 2
    for column, name in enumerate(ROW_HEAD, start=1):
        writer.put(head, column, name, Style.TEXT)
    at = head + 1
    for position, row in enumerate(rows):
        if row.item is None:
            continue
        code = row.charge.code if row.charge is not None else row.item.offering
        figures = (items + position, scenario + position, row_hash(row))
        for column, value in enumerate((row.item.id, code, row.place.value, *figures), start=1):
            writer.put(at, column, value, Style.TEXT)
        at += 1
    writer.sheet.sheet_state = "veryHidden"


def row_hash(row: PriceRow) -> str:
    """SHA-256 over what a row says: identifiers, quantity, amounts in fen, percent, periods."""
    charge, item = row.charge, row.item
    content = [
        row.place.value,
        item.id if item is not None else "",
        charge.code if charge is not None else item.offering if item is not None else "",
        charge.quantity if charge is not None else item.quantity if item is not None else 0,
        charge.list_amount if charge is not None else row.published,
        row.published,
        row.net,
        str(row.percent.normalize()),
        str(charge.tax_rate) if charge is not None else "",
        row.served,
        row.free,
    ]
    return sha256(_DOMAIN + msgspec.json.encode(content)).hexdigest()
