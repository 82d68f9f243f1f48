"""Rows of tables laid over the customers that are stored, with every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from app.quoting.customer import Customer
from app.quoting.customer_profile import REQUIRED, ProfileField, with_profile
from app.quoting.customer_sheets import COLUMNS, SheetName, read_rows
from app.quoting.customer_tables import CUSTOMERS, ID, OWNER, title_key
from app.services.customer_words import cell_words
from app.translation import load_words
from catalog.cell_text import CellFault
from catalog.layout.grid import column_letters
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.quoting.customer_tables import CustomerLayout
    from catalog.layout.grid import Grid


class CustomerOutcome(msgspec.Struct, frozen=True):
    """What comes of tables.

    Attributes:
        customers: Those that are new or differ.
        before: Of these the ones that are stored, as they are.
        same: How many of the tables are stored so already.
        problems: Every finding in their rows.
    """

    customers: tuple[Customer, ...]
    before: dict[str, Customer]
    same: int
    problems: tuple[Problem, ...]


class CustomerReading:
    """Lays the rows of tables over the customers that are stored."""

    def __init__(self, stored: Sequence[Customer]) -> None:
        """Begin with the customers that are stored."""
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

    def read(self, grid: Grid, layout: CustomerLayout) -> None:
        """Take the rows of a table."""
        for (row, column), fault in grid.faults.items():
            place = Place(grid.file, grid.sheet, row, column_letters(column))
            self._problems.append(Problem(fault.code, Severity.ERROR, place, {"value": fault.text}))
        for field in layout.missing:
            title = load_words("zh")(f"customer_field.{title_key(layout.kind, field)}")
            self._tell(
                "customers.column_missing",
                Place(grid.file, grid.sheet, grid.rows[layout.head].number),
                title=title,
            )
        for title in layout.aside:
            place = Place(grid.file, grid.sheet, grid.rows[layout.head].number)
            facts = {"title": title}
            self._problems.append(Problem("customers.column_aside", Severity.WARNING, place, facts))
        if not layout.missing:
            self._rows(grid, layout)

    def _rows(self, grid: Grid, layout: CustomerLayout) -> None:
        columns = [(at, field) for at, field in enumerate(layout.fields, start=1) if field]
        owned: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for row in grid.rows[layout.head + 1 :]:
            cells = {field: row.cell(at).strip() for at, field in columns}
            place = Place(grid.file, grid.sheet, row.number)
            if not any(cells.values()):
                continue
            if layout.kind == CUSTOMERS:
                self._customer(cells, place, layout.segment)
            elif owner := self._owner(cells.pop(OWNER), place):
                names = [column.name for column in COLUMNS[SheetName(layout.kind)]]
                texts = tuple(cells.get(name, "") for name in names)
                owned.setdefault(owner, []).append((row.number, texts))
        for owner, rows in owned.items():
            self._list(owner, SheetName(layout.kind), rows, Place(grid.file, grid.sheet))

    def outcome(self) -> CustomerOutcome:
        """What comes of all tables."""
        for customer, typed, place in self._parents:
            if parent := self._owner(typed, place):
                self._now[customer] = msgspec.structs.replace(self._now[customer], parent=parent)
        changed = [one for one in self._now.values() if self._before.get(one.id) != one]
        before = {one.id: self._before[one.id] for one in changed if one.id in self._before}
        same = max(0, len(self._seen) - len(changed))
        return CustomerOutcome(tuple(changed), before, same, tuple(self._problems))

    def _customer(self, cells: Mapping[str, str], place: Place, segment: str) -> None:
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
            if field is ProfileField.SEGMENT and new:
                text = text or segment
            if field is ProfileField.PARENT:
                if text:
                    self._parents.append((known, text, place))
                continue
            if not text and not (new and field in REQUIRED):
                continue  # what a file does not say stays
            try:
                customer = self._with(customer, field, text)
            except CellFault as fault:
                where = msgspec.structs.replace(place, column=self._title(field))
                facts = dict(fault.parameters)
                self._problems.append(Problem(fault.code, Severity.ERROR, where, facts))
        self._now[known] = customer
        if new:
            self._named.setdefault(customer.name, []).append(known)

    def _with(self, customer: Customer, field: ProfileField, text: str) -> Customer:
        """The customer with a fact in Chinese words, or else in English ones."""
        try:
            return with_profile(customer, field, text, self._words)
        except CellFault:
            return with_profile(customer, field, text, self._english)

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
