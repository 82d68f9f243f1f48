"""Export a catalogue version: price list, bundles in our text, or TMF620; told by the ending."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from enum import StrEnum
from typing import TYPE_CHECKING

from app.services.leaflets import export_leaflets
from app.storage.files import write_atomically
from catalog.bundle_text import bundles_text
from catalog.offering_detail import details_of
from catalog.price_list_rows import NUMBERS, left_out, price_list_rows
from catalog.problem import Place, Problem, Severity
from catalog.tmf620.writing import write_tmf620

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.storage.leaflet_store import LeafletStore
    from app.translation import Words
    from catalog.price_list_rows import PriceListRows
    from catalog.product_catalog import CatalogContent


class ExportFormat(StrEnum):
    """What can be written, by the ending of the file's name."""

    CSV = ".csv"
    """Price list as text in UTF-8, marked so that spreadsheets read Chinese right."""
    XLSX = ".xlsx"
    """Price list as a workbook."""
    TOML = ".toml"
    """What a price list has no columns for, in our own text: bundles, price records, details."""
    JSON = ".json"
    """Everything, as TMF620 says it."""

    @classmethod
    def of(cls, path: Path) -> ExportFormat | None:
        """The format of a file's name; ``None`` for any other ending."""
        ending = path.suffix.casefold()
        return next((known for known in cls if known == ending), None)


def export_catalog(
    content: CatalogContent,
    path: Path,
    kind: ExportFormat,
    *,
    day: date,
    words: Words,
    with_cost: bool = False,
    leaflets: LeafletStore | None = None,
) -> tuple[Problem, ...]:
    """Write a version to a file, all of it or nothing; an old file is replaced.

    Args:
        content: The version.
        path: The file; its folder must exist.
        kind: What to write.
        day: Day whose VAT rates are named.
        words: Texts of a workbook.
        with_cost: Tell internal costs, which never go to others.
        leaflets: Where leaflets are kept; with our text and with TMF620 they go into a folder
            beside the file.

    Returns:
        Warnings: what the format has no place for, and cells that a spreadsheet may calculate.

    Raises:
        FileError: If the file cannot be written.
    """
    if kind is ExportFormat.JSON:
        write_atomically(path, write_tmf620(content, day, with_cost=with_cost))
        return export_leaflets(leaflets, content, path) if leaflets else ()
    if kind is ExportFormat.TOML:
        text = bundles_text(
            content.bundles,
            content.price_records,
            details_of(content.offerings),
            content.specifications,
        )
        write_atomically(path, text.encode())
        return export_leaflets(leaflets, content, path) if leaflets else ()
    rows = price_list_rows(content, day, with_cost=with_cost)
    found = left_out(content)
    if kind is ExportFormat.XLSX:
        from app.documents.workbooks.price_list import write_price_list

        write_atomically(path, write_price_list(rows, day, words))
        return found
    write_atomically(path, _csv(rows))
    return (*found, *_calculable(rows, path.name))


def _csv(table: PriceListRows) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return BOM_UTF8 + text.getvalue().encode()


def _calculable(table: PriceListRows, file: str) -> tuple[Problem, ...]:
    """Texts that a spreadsheet would take for a formula; a workbook can mark them, CSV cannot."""
    from app.documents.workbooks.cells import looks_like_formula

    return tuple(
        Problem(
            "exchange.looks_like_formula",
            Severity.WARNING,
            Place(file=file, row=row, column=column),
            {"value": text[:40]},
        )
        for row, cells in enumerate(table.rows, start=2)
        for column, text in zip(table.columns, cells, strict=True)
        if column not in NUMBERS and looks_like_formula(text)
    )
