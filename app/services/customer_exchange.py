"""Customers from files: a table with a row each, and their lists.

An import adds customers and changes those it names; what a file does not say stays. A list that a
file has rows of for a customer takes the place of the stored one. All findings of all rows come in
one list, and nothing is stored unless all is well. Bills are imported by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from app.errors import ImportRejected
from app.quoting.customer import Customer
from app.quoting.customer_profile import REQUIRED, ProfileField, with_profile
from app.quoting.customer_sheets import COLUMNS, SheetName, read_rows
from app.quoting.customer_tables import (
    CUSTOMERS,
    ID,
    OWNER,
    CustomerTable,
    fields_of,
    find_table,
    title_key,
)
from app.services.customer_words import cell_words
from app.services.foreign_grid import gate_warnings, grids_of
from app.services.import_pace import pace_of
from app.storage.foreign.tables import read_table_file
from app.translation import load_words
from catalog.cell_text import CellFault
from catalog.layout.grid import column_letters
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.services.workspace import Workspace
    from catalog.layout.grid import Grid

IMPORT = "import"
"""Label of the edit that an import makes."""


class CustomerPlan(msgspec.Struct, frozen=True):
    """What an import would do.

    Attributes:
        customers: Those that are new or differ.
        added: How many are new.
        same: How many of the file are stored so already.
        problems: Every finding.
    """

    customers: tuple[Customer, ...]
    added: int
    same: int
    problems: tuple[Problem, ...]

    @property
    def blocked(self) -> bool:
        """Whether a finding forbids it."""
        return any(problem.blocks for problem in self.problems)


def read_customers(
    paths: Sequence[Path],
    workspace: Workspace,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> CustomerPlan:
    """What an import of files would do; nothing is stored.

    Args:
        paths: Tables (.xlsx, .xls, .csv), one or several.
        workspace: Whose customers.
        progress: Called with the share done.
        cancel: Set to stop.

    Raises:
        FileError: A file cannot be read at all.
        Cancelled: ``cancel`` was set.
    """
    reading = _Reading(workspace.customers.everybody())
    problems: list[Problem] = []
    grids: list[Grid] = []
    for path in paths:
        table = read_table_file(path, progress=progress, cancel=cancel)
        problems.extend(gate_warnings(table))
        grids.extend(grids_of(table, path.name, pace_of(None, cancel)))
    found = [(grid, find_table([row.cells for row in grid.rows], _titles())) for grid in grids]
    for grid, known in found:
        if known is None and grid.rows:
            facts = {"sheet": grid.sheet or grid.file}
            place = Place(grid.file, grid.sheet)
            problems.append(Problem("customers.sheet_aside", Severity.WARNING, place, facts))
    tables = [(grid, known) for grid, known in found if known is not None]
    if not tables:
        problems.append(Problem("customers.no_table"))
    # Customers come first, so that lists find those that are new.
    for grid, known in sorted(tables, key=lambda one: one[1].kind != CUSTOMERS):
        reading.read(grid, known)
    return reading.plan(problems)


def store_customers(workspace: Workspace, plan: CustomerPlan, now: datetime) -> None:
    """Store what was planned, all of it or nothing.

    Raises:
        ImportRejected: Findings block the import; they come with it.
        StorageError: The database failed.
    """
    if plan.blocked:
        raise ImportRejected(plan.problems)
    workspace.customer_log.commit_all(plan.customers, IMPORT, now)


def _titles() -> dict[str, tuple[str, ...]]:
    """Headings in every language, by their keys."""
    words = (load_words("zh"), load_words("en"))
    return {
        title_key(kind, field): tuple(
            one(f"customer_field.{title_key(kind, field)}") for one in words
        )
        for kind in (CUSTOMERS, *SheetName)
        for field in fields_of(kind)
    }


class _Reading:
    """Lays the rows of tables over the customers that are stored."""

    def __init__(self, stored: Sequence[Customer]) -> None:
        self._before = {customer.id: customer for customer in stored}
        self._now = dict(self._before)
        self._by_code = {one.credit_code: one.id for one in stored if one.credit_code}
        self._named: dict[str, list[str]] = {}
        for one in stored:
            self._named.setdefault(one.name, []).append(one.id)
        self._seen: set[str] = set()
        self._parents: list[tuple[str, str, Place]] = []
        self._words = {**cell_words(load_words("en")), **cell_words(load_words("zh"))}
        self._english = cell_words(load_words("en"))
        self._problems: list[Problem] = []

    def read(self, grid: Grid, table: CustomerTable) -> None:
        """Take the rows of a table."""
        for (row, column), fault in grid.faults.items():
            place = Place(grid.file, grid.sheet, row, column_letters(column))
            self._problems.append(Problem(fault.code, Severity.ERROR, place, {"value": fault.text}))
        for title in table.unknown.values():
            place = Place(grid.file, grid.sheet, grid.rows[table.head].number)
            facts = {"title": title}
            self._problems.append(Problem("customers.column_aside", Severity.WARNING, place, facts))
        owned: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for row_of_grid in grid.rows[table.head + 1 :]:
            cells = {field: row_of_grid.cell(at + 1).strip() for at, field in table.columns.items()}
            place = Place(grid.file, grid.sheet, row_of_grid.number)
            if not any(cells.values()):
                continue
            if table.kind == CUSTOMERS:
                self._customer(cells, place)
            elif owner := self._owner(cells.pop(OWNER), place):
                names = [column.name for column in COLUMNS[SheetName(table.kind)]]
                texts = tuple(cells.get(name, "") for name in names)
                owned.setdefault(owner, []).append((row_of_grid.number, texts))
        for owner, rows in owned.items():
            self._list(owner, SheetName(table.kind), rows, Place(grid.file, grid.sheet))

    def plan(self, problems: Sequence[Problem]) -> CustomerPlan:
        """What comes of all tables."""
        for customer, typed, place in self._parents:
            if parent := self._owner(typed, place):
                self._now[customer] = msgspec.structs.replace(self._now[customer], parent=parent)
        changed = [one for one in self._now.values() if self._before.get(one.id) != one]
        added = sum(one.id not in self._before for one in changed)
        same = len(self._seen) - len(changed)
        found = (*problems, *self._problems)
        return CustomerPlan(tuple(changed), added, max(0, same), found)

    def _customer(self, cells: Mapping[str, str], place: Place) -> None:
        name, code = cells[ProfileField.NAME], cells.get(ProfileField.CREDIT_CODE, "")
        given = cells.get(ID, "")
        named = self._named.get(name, [])
        known = given if given in self._now else "" if given else self._by_code.get(code, "")
        if not known and not given and len(named) == 1:
            known = named[0]
        known = known or given or uuid4().hex
        if known in self._seen:
            self._tell("customers.customer_twice", place, value=name)
            return
        self._seen.add(known)
        new = known not in self._now
        customer = self._now.get(known, Customer(known, "", ""))
        for field in ProfileField:
            text = cells.get(field, "")
            if field is ProfileField.PARENT:
                if text:
                    self._parents.append((known, text, place))
                continue
            if not text and not (new and field in REQUIRED):
                continue  # what a file does not say stays
            try:
                customer = with_profile(customer, field, text)
            except CellFault as fault:
                where = msgspec.structs.replace(place, column=self._title(field))
                facts = dict(fault.parameters)
                self._problems.append(Problem(fault.code, Severity.ERROR, where, facts))
        self._now[known] = customer
        if new:
            self._named.setdefault(customer.name, []).append(known)

    def _owner(self, typed: str, place: Place) -> str:
        """Who is named by identifier or full name; empty, and told, when that is not clear."""
        if typed in self._now:
            return typed
        named = self._named.get(typed, [])
        if len(named) == 1:
            return named[0]
        several = bool(named)
        code = "customers.customer_several" if several else "customers.customer_unknown"
        self._tell(code, place, value=typed)
        return ""

    def _list(
        self,
        owner: str,
        sheet: SheetName,
        rows: Sequence[tuple[int, tuple[str, ...]]],
        place: Place,
    ) -> None:
        self._seen.add(owner)
        texts = [cells for _, cells in rows]
        customer, wrong = read_rows(self._now[owner], sheet, texts, self._words)
        if wrong:
            # A file in English has the English words.
            customer, again = read_rows(self._now[owner], sheet, texts, self._english)
            wrong = wrong if again else ()
        self._now[owner] = customer
        for cell in wrong:
            title = load_words("zh")(f"customer_field.{sheet}_{cell.column}")
            where = msgspec.structs.replace(place, row=rows[cell.row][0], column=title)
            self._problems.append(Problem(cell.code, Severity.ERROR, where, cell.parameters))

    def _title(self, field: ProfileField) -> str:
        return load_words("zh")(f"customer_field.{field}")

    def _tell(self, code: str, place: Place, **facts: str) -> None:
        self._problems.append(Problem(code, Severity.ERROR, place, facts))
