"""Import a catalogue: a price list and its bundles become one new version, or nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import ImportRejected
from app.services.pinyin import initials
from app.services.toml_file import read_toml
from app.storage.foreign.table_file import FaultyCell, column_letters
from app.storage.foreign.tables import read_table_file
from catalog.bundle import BundledOffering
from catalog.consistency import check_content
from catalog.price_list import PriceRecord
from catalog.problem import Place, Problem
from catalog.product_catalog import CatalogContent
from catalog.reading import REQUIRED_COLUMNS, TableRow, read_charges, rows_by_heading

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from app.storage.foreign.table_file import Row, Sheet
    from catalog.offering import ProductOffering
    from catalog.tax_class import TaxClass

Sold = TypeVar("Sold", "ProductOffering", BundledOffering)


class BundleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands beside a price list, as written in a TOML file.

    Attributes:
        bundle: Bundles, without initials; an empty list must be written as one, so that a file
            of something else is not taken for it.
        price_record: List prices that hold only under conditions.
    """

    bundle: tuple[BundledOffering, ...]
    price_record: tuple[PriceRecord, ...] = ()


class CatalogImport(msgspec.Struct, frozen=True):
    """What an import found; nothing is stored yet.

    Attributes:
        content: The new version; ``None`` when an error blocks it.
        problems: Every finding of every row, in file order.
        rows: How many rows were read.
    """

    content: CatalogContent | None
    problems: tuple[Problem, ...]
    rows: int

    def accepted(self) -> CatalogContent:
        """The content.

        Raises:
            ImportRejected: If any finding blocks the import; all findings come with it.
        """
        if self.content is None:
            raise ImportRejected(self.problems)
        return self.content


def read_catalog_files(
    price_list: Path,
    bundles: Path | None,
    tax_classes: tuple[TaxClass, ...],
    day: date,
    *,
    version: str,
    title: str = "",
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> CatalogImport:
    """Read the files and check them together; all findings come in one list.

    Args:
        price_list: Workbook or text table, one row a charge.
        bundles: TOML file of bundles and price records, if there is one.
        tax_classes: Known tax classes.
        day: Day of the import.
        version: Identifier of the new version.
        title: Its name for people.
        progress: Called with the share done.
        cancel: Set to stop.

    Raises:
        FileError: If a file cannot be read at all.
        Cancelled: If ``cancel`` was set.
    """
    table = read_table_file(price_list, progress=progress, cancel=cancel)
    offerings: list[ProductOffering] = []
    problems: list[Problem] = []
    count = 0
    for sheet in table.sheets:
        rows, found = _table_rows(sheet, price_list.name)
        problems.extend(found)
        read, found = read_charges(rows, tax_classes, day, file=price_list.name, sheet=sheet.name)
        offerings.extend(read)
        problems.extend(found)
        count += len(rows)
    if not count and not problems:
        problems.append(Problem("import.no_rows", where=Place(file=price_list.name)))
    further, found = read_bundle_file(bundles) if bundles is not None else (BundleFile(()), ())
    problems.extend(found)
    content = CatalogContent(
        version=version,
        title=title or price_list.stem,
        imported_on=day,
        offerings=tuple(offerings),
        bundles=further.bundle,
        tax_classes=tax_classes,
        price_records=further.price_record,
    )
    return checked_import(content, problems, count)


def checked_import(
    content: CatalogContent, problems: Sequence[Problem], rows: int
) -> CatalogImport:
    """The import of what was read: findable by pinyin and checked as a whole, or blocked.

    Args:
        content: As read, without initials.
        problems: What reading found.
        rows: How many charges were read.
    """
    content = msgspec.structs.replace(
        content,
        offerings=tuple(_findable(offering) for offering in content.offerings),
        bundles=tuple(_findable(bundle) for bundle in content.bundles),
    )
    found = tuple(problems)
    if not any(problem.blocks for problem in found):
        found += check_content(content)
    blocked = any(problem.blocks for problem in found)
    return CatalogImport(None if blocked else content, found, rows)


def read_bundles(path: Path) -> tuple[tuple[BundledOffering, ...], tuple[Problem, ...]]:
    """The bundles of ``read_bundle_file``."""
    file, problems = read_bundle_file(path)
    return file.bundle, problems


def read_bundle_file(path: Path) -> tuple[BundleFile, tuple[Problem, ...]]:
    """A TOML file of bundles and price records; a wrong field is a finding with its place.

    Raises:
        FileUnreadable: If the file cannot be opened.
    """
    file = read_toml(path, BundleFile)
    return (BundleFile(()), (file,)) if isinstance(file, Problem) else (file, ())


def _findable(offering: Sold) -> Sold:
    """The same offering with the pinyin initials of its name."""
    return msgspec.structs.replace(offering, initials=initials(offering.name.zh))


def _table_rows(sheet: Sheet, file: str) -> tuple[tuple[TableRow, ...], tuple[Problem, ...]]:
    """The rows below the heading; faulty cells are findings, and read as empty."""
    heading = _heading_row(sheet.rows)
    if heading is None:
        return (), ()
    titles = {
        position: str(cell).strip()
        for position, cell in enumerate(heading.cells)
        if isinstance(cell, str) and cell.strip()
    }
    below = [row for row in sheet.rows if row.number > heading.number]
    problems = tuple(
        _fault(cell, file, sheet.name, titles)
        for row in below
        for cell in row.cells
        if isinstance(cell, FaultyCell)
    )
    texts = [
        (row.number, [cell if isinstance(cell, str) else "" for cell in row.cells]) for row in below
    ]
    return rows_by_heading(titles, texts), problems


def _heading_row(rows: Sequence[Row]) -> Row | None:
    """The first row that names most of the needed columns, or else the first row."""
    for row in rows:
        named = {cell.strip() for cell in row.cells if isinstance(cell, str)}
        if len(named & set(REQUIRED_COLUMNS)) > len(REQUIRED_COLUMNS) // 2:
            return row
    return rows[0] if rows else None


def _fault(cell: FaultyCell, file: str, sheet: str, titles: dict[int, str]) -> Problem:
    column = titles.get(cell.column - 1, column_letters(cell.column))
    where = Place(file=file, sheet=sheet, row=cell.row, column=column)
    return Problem(cell.code, where=where, parameters={"value": cell.text})
