"""Customers written to a file: a workbook with all their lists, or text with the facts alone."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer_profile import ProfileField, profile_text
from app.quoting.customer_sheets import SheetName, rows_of
from app.quoting.customer_tables import CUSTOMERS, MARK, MARKED, fields_of, title_key
from app.services.customer_words import cell_words
from app.services.line_marks import NO_RISKS, line_marks, risks_of
from app.storage.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.quoting.customer import Customer
    from app.services.line_marks import Risks
    from app.services.workspace import Workspace
    from app.translation import Words

TEXT = ".csv"
ENDINGS = (".xlsx", TEXT)
_EVERYBODY = 1_000_000


class WrittenTable(msgspec.Struct, frozen=True):
    """A table as it is written.

    Attributes:
        title: Name of the sheet.
        columns: Headings.
        rows: Texts.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def customer_tables(
    customers: Sequence[Customer], words: Words, risks: Risks = NO_RISKS
) -> tuple[WrittenTable, ...]:
    """The tables of customers, as an import reads them again.

    Args:
        customers: Whom.
        words: Language of headings and words.
        risks: Accounts of each customer that may be lost.
    """
    cells = cell_words(words)
    tables = []
    for kind in (CUSTOMERS, *SheetName):
        titles = tuple(
            words(f"customer_field.{title_key(kind, field)}") for field in fields_of(kind)
        )
        rows = (
            tuple(_facts(customer, cells) for customer in customers)
            if kind == CUSTOMERS
            else tuple(
                (customer.id, *row)
                for customer in customers
                for row in rows_of(customer, SheetName(kind), cells)
            )
        )
        if kind in MARKED:
            titles = (*titles, words(f"customer_field.{MARK}"))
            marks = line_marks(customers, SheetName(kind), risks, words)
            rows = tuple((*row, mark) for row, mark in zip(rows, marks, strict=True))
        tables.append(WrittenTable(words(f"customer_sheet.{kind}"), titles, rows))
    return tuple(tables)


def export_customers(
    customers: Sequence[Customer],
    path: Path,
    *,
    day: date,
    words: Words,
    risks: Risks = NO_RISKS,
) -> None:
    """Write customers to a file, all of it or nothing; an old file is replaced.

    Args:
        customers: Whom.
        path: ``.csv`` for the facts alone, anything else for a workbook.
        day: The file bears it.
        words: Language of headings and words.
        risks: Accounts of each customer that may be lost.

    Raises:
        FileError: The file cannot be written.
    """
    tables = customer_tables(customers, words, risks)
    if path.suffix.casefold() == TEXT:
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(tables[0].columns)
        writer.writerows(tables[0].rows)
        write_atomically(path, BOM_UTF8 + text.getvalue().encode())
        return
    from app.documents.workbooks.customers import write_customers

    write_atomically(path, write_customers(tables, day, words))


def export_found(
    workspace: Workspace,
    typed: str,
    path: Path,
    *,
    day: date,
    words: Words,
    only: Collection[str] | None = None,
) -> int:
    """Write the customers in whom every word typed occurs; gives how many.

    Args:
        workspace: The user's data.
        typed: Words; nothing means every customer.
        path: The file.
        day: Today.
        words: Language of the file.
        only: Identifiers of those who may be among them; everybody when not given.

    Raises:
        FileError: The file cannot be written.
        StorageError: The database failed.
    """
    found = {row.id for row in workspace.customers.search(typed, _EVERYBODY)}
    found &= found if only is None else set(only)
    customers = [one for one in workspace.customers.everybody() if one.id in found]
    risks = {} if path.suffix.casefold() == TEXT else risks_of(workspace, customers)
    export_customers(customers, path, day=day, words=words, risks=risks)
    return len(customers)


def _facts(customer: Customer, words: Mapping[str, str]) -> tuple[str, ...]:
    return (customer.id, *(profile_text(customer, field, words) for field in ProfileField))
