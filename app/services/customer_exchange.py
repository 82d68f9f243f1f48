"""Customers from files in steps: open, say what columns are, look, store or leave; take back.

An import adds customers and changes those it names; what a file does not say stays. A list that a
file has rows of for a customer takes the place of the stored one. All findings of all rows come in
one list, and nothing is stored unless all is well. Bills are imported by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import ImportRejected
from app.paths import resource
from app.quoting.customer import Customer
from app.quoting.customer_changes import FactChange, fact_changes
from app.quoting.customer_sheets import SheetName
from app.quoting.customer_tables import (
    CUSTOMERS,
    MARK,
    CustomerLayout,
    fields_of,
    find_layout,
    fingerprint,
    mapping_of,
    title_key,
)
from app.services.customer_reading import CustomerReading
from app.services.customer_words import cell_words
from app.services.foreign_grid import gate_warnings, grids_of
from app.services.import_pace import pace_of
from app.storage.foreign.tables import read_table_file
from app.translation import load_words
from catalog.known_type import known
from catalog.layout.grid import Grid
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.services.workspace import Workspace


class OpenedTable(msgspec.Struct, frozen=True):
    """A sheet with what its columns mean."""

    grid: Grid
    layout: CustomerLayout


class OpenedCustomers(msgspec.Struct, frozen=True):
    """Files that were read.

    Attributes:
        files: Their names.
        tables: Sheets that may be tables of customers.
        problems: Findings about files and sheets.
    """

    files: tuple[str, ...] = ()
    tables: tuple[OpenedTable, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether nobody has to say what a column means."""
        chosen = [one.layout for one in self.tables if one.layout.chosen]
        clear = all(one.confirmed or not one.aside for one in chosen)
        return bool(chosen) and clear and len(chosen) == len(self.tables)


class CustomerChange(msgspec.Struct, frozen=True):
    """What would become of one customer; of a new one every fact is a change."""

    name: str
    added: bool
    changes: tuple[FactChange, ...]


class CustomerPlan(msgspec.Struct, frozen=True):
    """What an import would do.

    Attributes:
        customers: Those that are new or differ.
        added: How many are new.
        same: How many of the file are stored so already.
        problems: Every finding.
        changes: What would change, customer by customer.
        files: Names of the files.
    """

    customers: tuple[Customer, ...]
    added: int
    same: int
    problems: tuple[Problem, ...]
    changes: tuple[CustomerChange, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether a finding forbids it."""
        return any(problem.blocks for problem in self.problems)


class _FurtherHeadings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    headings: dict[str, tuple[str, ...]]


def open_customers(
    paths: Sequence[Path],
    workspace: Workspace,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> OpenedCustomers:
    """Read files and propose what their columns mean.

    Args:
        paths: Tables (.xlsx, .xls, .csv), one or several.
        workspace: Holds confirmed layouts.
        progress: Called with the share done.
        cancel: Set to stop.

    Raises:
        FileError: A file cannot be read at all.
        Cancelled: ``cancel`` was set.
    """
    titles, remembered = heading_texts(), workspace.customer_layouts.load()
    problems: list[Problem] = []
    tables: list[OpenedTable] = []
    for path in paths:
        table = read_table_file(path, progress=progress, cancel=cancel)
        problems.extend(gate_warnings(table))
        for grid in grids_of(table, path.name, pace_of(None, cancel)):
            layout = find_layout([row.cells for row in grid.rows], titles, remembered)
            if layout is not None:
                tables.append(OpenedTable(grid, layout))
            elif grid.rows:
                problems.append(_aside(grid))
    return OpenedCustomers(tuple(path.name for path in paths), tuple(tables), tuple(problems))


def prepare_customers(
    opened: OpenedCustomers,
    workspace: Workspace,
    *,
    cancel: threading.Event | None = None,
) -> CustomerPlan:
    """What the import would do; nothing is stored.

    Args:
        opened: The files, with layouts as a person left them.
        workspace: Whose customers.
        cancel: Set to stop.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    reading = CustomerReading(workspace.customers.everybody())
    problems = list(opened.problems)
    chosen = [one for one in opened.tables if one.layout.chosen]
    problems += [_aside(one.grid) for one in opened.tables if not one.layout.chosen]
    if not chosen:
        problems.append(Problem("customers.no_table"))
    pace = pace_of(None, cancel)
    # Customers come first, so that lists find those that are new.
    for one in sorted(chosen, key=lambda one: one.layout.kind != CUSTOMERS):
        pace(0)
        reading.read(one.grid, one.layout)
    found = reading.outcome()
    words = cell_words(load_words("zh"))
    changes = tuple(
        CustomerChange(
            one.name,
            one.id not in found.before,
            fact_changes(found.before.get(one.id, Customer(one.id, "", "")), one, words),
        )
        for one in found.customers
    )
    return CustomerPlan(
        found.customers,
        sum(one.added for one in changes),
        found.same,
        (*problems, *found.problems),
        changes,
        opened.files,
    )


def read_customers(
    paths: Sequence[Path],
    workspace: Workspace,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> CustomerPlan:
    """What an import of files would do, with layouts as they are known; nothing is stored.

    Raises:
        FileError: A file cannot be read at all.
        Cancelled: ``cancel`` was set.
    """
    opened = open_customers(paths, workspace, progress=progress, cancel=cancel)
    return prepare_customers(opened, workspace, cancel=cancel)


def store_customers(
    workspace: Workspace,
    plan: CustomerPlan,
    now: datetime,
    tables: Sequence[OpenedTable] = (),
) -> None:
    """Store what was planned, all of it or nothing, and remember layouts that were confirmed.

    Raises:
        ImportRejected: Findings block the import; they come with it.
        StorageError: The database failed.
    """
    if plan.blocked:
        raise ImportRejected(plan.problems)
    workspace.customer_imports.store(plan.customers, plan.files, now)
    confirmed = {fingerprint(one.layout.labels): mapping_of(one.layout) for one in tables}
    if confirmed:
        workspace.customer_layouts.remember(confirmed)


def heading_texts() -> dict[str, tuple[str, ...]]:
    """Headings by the keys of their columns: those of exports, in every language, and others."""
    words = (load_words("zh"), load_words("en"))
    data = resource("import", "customers.toml").read_bytes()
    further = msgspec.toml.decode(data, type=known(_FurtherHeadings)).headings
    marks = tuple(one(f"customer_field.{MARK}") for one in words)
    return {MARK: marks} | {
        (key := title_key(kind, field)): (
            *(one(f"customer_field.{key}") for one in words),
            *further.get(key, ()),
        )
        for kind in (CUSTOMERS, *SheetName)
        for field in fields_of(kind)
    }


def _aside(grid: Grid) -> Problem:
    place = Place(grid.file, grid.sheet)
    facts = {"sheet": grid.sheet or grid.file}
    return Problem("customers.sheet_aside", Severity.WARNING, place, facts)
