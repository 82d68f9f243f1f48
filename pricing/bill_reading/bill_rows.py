"""read_bills(): the rows of a table of bills as figures; what is not read has its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.cell_text import CellFault
from catalog.layout.mapped_rows import row_list
from catalog.pace import Pace, paced, unpaced
from catalog.problem import Place, Problem, Severity
from pricing.bill_reading.amounts import is_nothing, read_amount
from pricing.bill_reading.bill_columns import BillColumns, plain_text
from pricing.bill_reading.bill_context import BillContext, with_line
from pricing.bill_reading.bill_figures import BillFigure, BillSource, BillsRead
from pricing.bill_reading.bill_totals import TotalWatch
from pricing.bill_reading.bill_words import is_figure

if TYPE_CHECKING:
    from catalog.layout.found_table import FoundTable
    from catalog.layout.grid import Grid, GridRow
    from catalog.money import Fen
    from pricing.bill_reading.bill_mapping import BillMapping
    from pricing.bill_reading.bill_words import BillWords


def read_bills(
    grid: Grid,
    table: FoundTable,
    mapping: BillMapping,
    context: BillContext,
    words: BillWords,
    pace: Pace = unpaced,
) -> BillsRead:
    """Read a table by its mapping.

    Args:
        grid: Its sheet, for the faults of cells.
        table: The table.
        mapping: What its columns mean.
        context: What is said around it.
        words: Words of bills.
        pace: Hears how far the work is, and may stop it.
    """
    reader = _Reader(grid, table, mapping, context, words)
    for row in paced(table.rows, pace):
        reader.take(row)
    return reader.read()


class _Reader:
    """Takes one row after the other."""

    def __init__(
        self,
        grid: Grid,
        table: FoundTable,
        mapping: BillMapping,
        context: BillContext,
        words: BillWords,
    ) -> None:
        self._table = table
        self._words = words
        self._mapping = mapping
        self._context = context
        self._above_rows = context.stated
        self._columns = BillColumns(table, mapping, words)
        self._faults = grid.faults
        self._source = BillSource(table.file, table.sheet)
        self._watch = TotalWatch(self._source)
        self._figures: list[BillFigure] = []
        self._problems: list[Problem] = []
        self._aside: dict[str, list[int]] = {}
        self._holders: dict[str, dict[str, None]] = {}
        self._above = ("", "", "")
        self._rows = self._rejected = 0
        self._texts: dict[str, bool] = {}

    def read(self) -> BillsRead:
        """What was read so far."""
        place = Place(file=self._table.file, sheet=self._table.sheet)
        if self._table.repeated:
            self._aside["import.repeated_heading_aside"] = list(self._table.repeated)
        told = [
            Problem(
                code,
                Severity.WARNING if code in _WORTH_A_LOOK else Severity.HINT,
                msgspec.structs.replace(place, row=numbers[0]),
                {"rows": row_list(numbers), "count": str(len(numbers))},
            )
            for code, numbers in self._aside.items()
        ]
        for number, text in self._above_rows:
            self._state(number, text)
        return BillsRead(
            tuple(self._figures),
            (*self._problems, *told, *self._columns.told()),
            tuple(self._watch.checks),
            {account: tuple(names) for account, names in self._holders.items()},
            self._rows,
            self._rejected,
            (self._source,),
        )

    def take(self, row: GridRow) -> None:
        """Read a row, check it as a total, or leave it aside."""
        if row.hidden and self._mapping.leave_hidden:
            self._aside.setdefault("import.hidden_aside", []).append(row.number)
            return
        money = [number for number, _ in self._columns.money]
        has_figure = any(is_figure(row.cell(at)) for at in money) or any(
            (row.number, at) in self._faults for at in money
        )
        label = self._total_label(row)
        if label and has_figure:
            self._check_total(row, label)
        elif has_figure or self._names_charge(row):
            if row.hidden:
                self._aside.setdefault("import.hidden_rows", []).append(row.number)
            self._rows += 1
            before = len(self._problems)
            self._read_row(row)
            self._rejected += any(problem.blocks for problem in self._problems[before:])
        else:
            self._take_line(row)

    def _take_line(self, row: GridRow) -> None:
        """A line without amounts: it may say whose the rows below are, or of what month."""
        before = self._context
        self._context = with_line(before, row.number, row.cells, self._words)
        for number, text in self._context.stated[len(before.stated) :]:
            self._state(number, text)
        same = self._context.account == before.account and self._context.month == before.month
        if not same:
            self._above = ("", "", "")
        if same and self._context.stated == before.stated:
            self._aside.setdefault("import.note_aside", []).append(row.number)

    def _names_charge(self, row: GridRow) -> bool:
        """Whether a row without amounts should have some: it names a charge or a month."""
        columns = self._columns
        filled = [at for at in columns.labels_at if row.cell(at).strip()]
        return len(filled) > 1 and not any(self._words.is_note(row.cell(at)) for at in filled[:1])

    def _total_label(self, row: GridRow) -> str:
        known = self._texts
        for at in self._columns.labels_at:
            text = row.cell(at)
            if not text:
                continue
            adds = known.get(text)
            if adds is None:
                adds = known[text] = self._words.adds_up(text)
            if adds:
                return text.strip()
        first = next((text for text in row.cells if text.strip()), "")
        return first.strip() if self._words.is_total(first) else ""

    def _check_total(self, row: GridRow, label: str) -> None:
        stated: dict[int, tuple[str, Fen]] = {}
        for at, unit in self._columns.money:
            text = row.cell(at).strip()
            if is_nothing(text):
                continue
            try:
                amount = read_amount(text, unit)
                amount = -abs(amount) if at == self._columns.taken_off else amount
                stated[at] = (self._columns.label(at), amount)
            except CellFault as fault:
                self._tell(fault, row, at)
        if self._columns.total and (text := row.cell(self._columns.total).strip()):
            self._check_sum(row, text, sum(amount for _, amount in stated.values()))
        self._watch.check(row.number, label, stated)
        self._aside.setdefault("bill.totals_aside", []).append(row.number)

    def _read_row(self, row: GridRow) -> None:
        columns, faults = self._columns, self._faults
        broken = [at for at in columns.all_at if (row.number, at) in faults] if faults else []
        for at in broken:
            fault = faults[row.number, at]
            self._tell(CellFault(fault.code, value=fault.text), row, at)
        if any(at not in columns.money_at for at in broken):
            return  # whose it is, or of what month, cannot be known
        try:
            account, holder = self._owner(row)
            month = columns.month(row, self._context, self._above[2])
        except CellFault as fault:
            self._tell(fault, row, columns.fault_at(fault))
            return
        self._above = (account, holder, row.cell(columns.month_at).strip() or self._above[2])
        if holder:
            self._holders.setdefault(account, {}).setdefault(holder)
        summed = 0
        complete = not broken
        for at, unit in columns.money:
            if at in broken:
                continue
            try:
                summed += self._read_cell(row, at, unit, account, month)
            except CellFault as fault:
                complete = False
                self._tell(fault, row, at)
        if columns.total and complete and (text := row.cell(columns.total).strip()):
            self._check_sum(row, text, summed)

    def _read_cell(self, row: GridRow, at: int, unit: str, account: str, month: str) -> Fen:
        """Keep one amount; gives what it adds to the row.

        Raises:
            CellFault: The amount, its month or its usage has no reading.
        """
        columns = self._columns
        text = row.cell(at).strip()
        single = at == columns.amount_at
        if text == "" and single:
            raise CellFault("bill.amount_missing")
        if is_nothing(text):
            if not single:
                return 0
            text = "0"
        amount = read_amount(text, unit)
        if at == columns.taken_off:
            amount = -abs(amount)
        name, contained = columns.charge(row, at)
        if not name:
            raise CellFault("bill.charge_missing", value=text)
        when = columns.month_of(at, self._context) or month
        if not when:
            raise CellFault("bill.month_missing")
        used = columns.usage(row, at)
        own, holder = columns.owner_of(at)
        account = own or account
        if holder:
            self._holders.setdefault(account, {}).setdefault(holder)
        figure = BillFigure(account, when, name, amount, used, contained, 0, row.number)
        self._figures.append(figure)
        if contained or row.number in columns.heads:
            return 0
        self._watch.add(at, account, when, amount)
        return amount

    def _owner(self, row: GridRow) -> tuple[str, str]:
        """Account and holder of a row.

        Raises:
            CellFault: Nobody is named.
        """
        columns, context, above = self._columns, self._context, self._above
        account, holder = columns.owner(row)
        if not account and not columns.has_owner:
            return context.account, holder or context.holder
        if account:
            return account, holder or context.holder
        if context.account:
            return context.account, holder or context.holder
        if self._mapping.fill_down and above[0]:
            self._aside.setdefault("bill.filled_down", []).append(row.number)
            return above[0], above[1]
        raise CellFault("bill.number_missing")

    def _check_sum(self, row: GridRow, text: str, summed: Fen) -> None:
        """Hold the total of a row against its amounts."""
        total = self._columns.total
        try:
            stated = read_amount(text, self._columns.total_unit)
        except CellFault as fault:
            self._tell(fault, row, total)
            return
        if stated != summed:
            facts = {"stated": yuan(stated), "summed": yuan(summed)}
            facts["difference"] = yuan(stated - summed)
            where = self._place(row, total)
            self._problems.append(Problem("bill.row_differs", Severity.WARNING, where, facts))

    def _state(self, number: int, text: str) -> None:
        try:
            amount = read_amount(text, self._mapping.unit)
        except CellFault:
            return  # words such as 见附件
        self._watch.state(number, plain_text(text), amount)

    def _tell(self, fault: CellFault, row: GridRow, at: int) -> None:
        place = self._place(row, at)
        self._problems.append(Problem(fault.code, where=place, parameters=fault.parameters))

    def _place(self, row: GridRow, at: int) -> Place:
        label = self._columns.label(at) if at else ""
        table = self._table
        return Place(file=table.file, sheet=table.sheet, row=row.number, column=label)


_WORTH_A_LOOK = frozenset(("bill.filled_down", "import.hidden_rows"))


def yuan(fen: Fen) -> str:
    """An amount for a finding: ``-12.05``."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"
