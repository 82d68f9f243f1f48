"""BillColumns: the columns of one table of bills, looked up by what they mean."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from catalog.cell_text import CellFault
from catalog.problem import Place, Problem, Severity
from pricing.bill_reading.amounts import is_nothing, read_usage
from pricing.bill_reading.bill_headings import heading_month, heading_owner
from pricing.bill_reading.bill_mapping import FIGURES, BillColumn, heading_charge
from pricing.bill_reading.bill_words import usage_unit
from pricing.bill_reading.months import read_month

if TYPE_CHECKING:
    from catalog.layout.found_table import FoundTable
    from catalog.layout.grid import GridRow
    from catalog.period import Month
    from pricing.bill_reading.bill_context import BillContext
    from pricing.bill_reading.bill_mapping import BillMapping
    from pricing.bill_reading.bill_words import BillWords

WHOLE_LINE = "费用合计"
"""What a charge is called where a bill has one amount and no name for it."""
_MONTH_FAULTS = ("bill.month",)
_MONTH_DIGITS = 2


class BillColumns:
    """Numbers of columns as in the sheet, from 1; 0 where there is none.

    Attributes:
        money: Columns of amounts that are read, each with its unit.
        money_at: The same without units.
        all_at: Every column that is read.
        labels_at: Columns whose words may call a row a total.
        amount_at: Column of the amount in a table of a row a charge.
        month_at: Column of the month.
        taken_off: Column of amounts that count below 0 whatever their sign.
        total: Column of what the others add up to.
        total_unit: Unit of that column.
        heads: Rows that hold the sum of the rows of their number, which follow without it.
        has_owner: A column names whose the row is.
    """

    def __init__(self, table: FoundTable, mapping: BillMapping, words: BillWords) -> None:
        """Index a table's columns by a mapping; meanings beyond the table mean nothing."""
        self._table = table
        self._words = words
        self._mapping = mapping
        meanings = list(zip(table.columns, mapping.columns, strict=False))
        self._numbers: dict[BillColumn, int] = {
            meaning: column.number
            for column, meaning in reversed(meanings)
            if meaning is not BillColumn.ASIDE
        }
        self._headings = {column.number: column.heading for column in table.columns}
        self._labels = {column.number: column.label for column in table.columns}
        self.money = [
            (column.number, words.amount_unit(column.heading) or mapping.unit)
            for column, meaning in meanings
            if meaning in FIGURES
        ]
        self.money_at = frozenset(number for number, _ in self.money)
        self.all_at = [c.number for c, meaning in meanings if meaning is not BillColumn.ASIDE]
        self._unread = [c for c, meaning in meanings if meaning is BillColumn.ASIDE]
        self.labels_at = [at for meaning in _LABELS if (at := self._at(meaning))]
        self.amount_at = self._at(BillColumn.AMOUNT)
        self.month_at = self._at(BillColumn.MONTH)
        self._year = self._at(BillColumn.YEAR)
        self.total = self._at(BillColumn.TOTAL)
        self.total_unit = words.amount_unit(self._headings.get(self.total, "")) or mapping.unit
        self._number, self._account = self._at(BillColumn.NUMBER), self._at(BillColumn.ACCOUNT)
        self._holder, self._component = self._at(BillColumn.HOLDER), self._at(BillColumn.COMPONENT)
        self._usage, self._unit = self._at(BillColumn.USAGE), self._at(BillColumn.UNIT)
        self.has_owner = bool(self._number or self._account)
        self._charges = {at: heading_charge(self._headings[at], words) for at in self.money_at}
        self.taken_off = self._at(BillColumn.DISCOUNT)
        self._contained = {
            column.number for column, meaning in meanings if meaning is BillColumn.CONTAINED
        }
        self._in_month = {
            column.number: heading_month(column.heading)
            for column, meaning in meanings
            if meaning is BillColumn.IN_MONTH
        }
        self._of_number = self._numbers_of(table)
        self._usages = self._usage_columns(mapping)
        self.heads = self._heads(table)
        self._months: dict[tuple[str, str], Month] = {}
        self._named: dict[str, tuple[str, bool]] = {}
        self._usage_unit = usage_unit(self._headings.get(self._usage, ""))

    def label(self, at: int) -> str:
        """How a finding names a column."""
        return self._labels.get(at, "")

    def owner(self, row: GridRow) -> tuple[str, str]:
        """Number, or account where there is none, and holder; empty where the row names none."""
        text = row.cell(self._number).strip() if self._number else ""
        if not text and self._account:
            text = row.cell(self._account).strip()
        holder = row.cell(self._holder).strip() if self._holder else ""
        account = plain_text(text) if text else ""
        return account, plain_text(holder)

    def month(self, row: GridRow, context: BillContext, above: str) -> Month:
        """The month of a row; empty when columns have months of their own.

        Raises:
            CellFault: No month, or one without a reading.
        """
        text = row.cell(self.month_at).strip() if self.month_at else ""
        if not text and self.month_at and self._mapping.fill_down:
            text = above
        if text:
            year = row.cell(self._year).strip().removesuffix("年") if self._year else context.year
            known = self._months.get((text, year))
            if known is None:
                bare = bool(self._year) and text.isdecimal() and len(text) <= _MONTH_DIGITS
                known = read_month(f"{text}月" if bare else text, year)
                self._months[text, year] = known
            return known
        found = self._mapping.month or context.month
        if not found and not self._in_month:
            raise CellFault("bill.month_missing")
        return found

    def month_of(self, at: int, context: BillContext) -> Month:
        """The month that a column has of its own; empty for others.

        Raises:
            CellFault: Its heading names a month without a year, and nothing tells the year.
        """
        heading = self._in_month.get(at)
        return read_month(heading, context.year) if heading else ""

    def charge(self, row: GridRow, at: int) -> tuple[str, bool]:
        """The name of the charge of an amount, and whether it is part of another one."""
        by_row = at == self.amount_at or at in self._in_month or self._is_whole(at)
        if self._component and by_row:
            text = row.cell(self._component)
            if row.number in self.heads:
                return WHOLE_LINE, False
            known = self._named.get(text)
            if known is None:
                name = plain_text(text)
                inside = self._words.contained_in(name)
                known = self._named[text] = (inside or name, bool(inside))
            return known
        if at == self.amount_at:
            return WHOLE_LINE, False
        return self._charges.get(at, "") or WHOLE_LINE, at in self._contained

    def usage(self, row: GridRow, at: int) -> int | None:
        """What was used of the charge of an amount; ``None`` when the bill does not say.

        Raises:
            CellFault: The cell is no usage.
        """
        column = self._usage if at == self.amount_at else self._usages.get(at, 0)
        text = row.cell(column).strip() if column else ""
        if is_nothing(text):
            return None
        unit = row.cell(self._unit).strip() if self._unit and column == self._usage else ""
        return read_usage(text, unit or usage_unit(self._headings[column]))

    def owner_of(self, at: int) -> tuple[str, str]:
        """Number and holder that a column of amounts has of its own; empty for others."""
        return self._of_number.get(at, ("", ""))

    def _is_whole(self, at: int) -> bool:
        """Whether a column is called by a number and by no charge."""
        return at in self._of_number and not self._charges.get(at)

    def _numbers_of(self, table: FoundTable) -> dict[int, tuple[str, str]]:
        """Owners that headings name, where no column of the rows does."""
        if self._number or self._account:
            return {}
        owners = {
            column.number: heading_owner(column.heading)
            for column in table.columns
            if column.number in self.money_at
        }
        return {at: owner for at, owner in owners.items() if owner[0]}

    def fault_at(self, fault: CellFault) -> int:
        """The column that a fault of a row belongs to."""
        if fault.code.startswith(_MONTH_FAULTS):
            return self.month_at
        return self._number or self._account

    def told(self) -> list[Problem]:
        """Columns that were not read, and hidden ones that were."""
        table = self._table
        place = Place(file=table.file, sheet=table.sheet)
        found = []
        for column in table.columns:
            where = Place(file=place.file, sheet=place.sheet, column=column.label)
            if column in self._unread:
                if any(row.cell(column.number).strip() for row in table.rows):
                    found.append(Problem("import.column_unused", Severity.HINT, where))
            elif column.hidden:
                found.append(Problem("import.hidden_column", Severity.WARNING, where))
        return found

    def _heads(self, table: FoundTable) -> frozenset[int]:
        owner = self._number or self._account
        if not (owner and self._component):
            return frozenset()
        return frozenset(
            row.number
            for row, below in zip(table.rows, table.rows[1:], strict=False)
            if not row.cell(self._component).strip()
            and row.cell(owner).strip()
            and not below.cell(owner).strip()
            and below.cell(self._component).strip()
        )

    def _at(self, meaning: BillColumn) -> int:
        return self._numbers.get(meaning, 0)

    def _usage_columns(self, mapping: BillMapping) -> dict[int, int]:
        """Columns of usage by the column of the amount that they belong to."""
        found: dict[int, int] = {}
        for column, meaning in zip(self._table.columns, mapping.columns, strict=False):
            if meaning is BillColumn.PART_USAGE:
                kind = self._words.usage_kind(column.heading)
                owner = next(
                    (
                        at
                        for at, charge in self._charges.items()
                        if at not in found and self._words.kind(charge) == kind
                    ),
                    0,
                )
                if owner:
                    found[owner] = column.number
        return found


_LABELS = (
    BillColumn.NUMBER,
    BillColumn.ACCOUNT,
    BillColumn.HOLDER,
    BillColumn.MONTH,
    BillColumn.COMPONENT,
)


def plain_text(text: str) -> str:
    """A text without what only typography knows: full width, spaces around and within."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFKC", text).split()).strip("'")
