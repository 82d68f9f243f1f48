"""mapped_rows(): the rows of a table as fields, and every row and cell that is left aside, told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from catalog.layout.headers import looks_like_number
from catalog.layout.mapping import ColumnMapping, FillRule
from catalog.layout.split_prices import PRICE, PriceSplitter, priced_periods, split_field
from catalog.pace import Pace, paced, unpaced
from catalog.problem import Place, Problem, Severity
from catalog.reading import TableRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.layout.found_table import FoundTable
    from catalog.layout.grid import Grid, GridRow
    from catalog.layout.words import HeadingWords

_LISTS = {"segment": ";", "excludes": ";", "requires": "|"}
"""Fields that hold several values, and what our own format writes between them."""
_BETWEEN = re.compile("[;|,、/\n\uff1b\uff0c]")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_BARE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/+#()-]*")
_FEW = 4
"""A row that fills less than one column in so many is a note, not a charge."""
_PERIOD_OF_TYPE = {"one_time": "once", "recurring": "month", "usage": "per_use"}
_TYPE_OF_PERIOD = {"once": "one_time", "month": "recurring", "year": "recurring"} | {
    "per_use": "usage"
}


class MappedRows(msgspec.Struct, frozen=True):
    """Rows ready for ``catalog.reading``.

    Attributes:
        rows: One a charge, cells by field.
        problems: Cells without a text; rows, columns and hidden things, as hints.
        labels: How a finding names the column of each field: ``C 月租``.
    """

    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...]
    labels: dict[str, str]


def mapped_rows(
    grid: Grid,
    table: FoundTable,
    mapping: ColumnMapping,
    words: HeadingWords,
    pace: Pace = unpaced,
) -> MappedRows:
    """Read a table by a mapping.

    Args:
        grid: The sheet, for the faults of its cells.
        table: One of its tables.
        mapping: What the columns mean; positions beyond the table mean nothing.
        words: Words of cells, totals and notes.
        pace: Hears how far the work is, and may stop it.
    """
    mapper = _Mapper(table, mapping, words)
    rows = []
    aside: dict[str, list[int]] = {"import.repeated_heading_aside": list(table.repeated)}
    for row in paced(table.rows, pace):
        unseen = row.hidden and mapping.leave_hidden
        code = "import.hidden_aside" if unseen else mapper.code_aside(row)
        if code:
            aside.setdefault(code, []).append(row.number)
        else:
            rows.extend(mapper.charges(row))
    kept = {row.number for row in rows}
    problems = [
        *_faults(grid, table, mapper.positions, kept),
        *_aside(table, aside),
        *_hidden(table, mapper.positions, kept),
        *_unused(table, mapper.positions),
        *mapper.splitter.told(table),
    ]
    return MappedRows(tuple(rows), tuple(problems), mapper.labels)


def relabelled(problems: Sequence[Problem], labels: Mapping[str, str]) -> tuple[Problem, ...]:
    """Findings that name columns as the sheet does, with letters and heading."""
    told = []
    for problem in problems:
        column = problem.where.column
        label = labels.get(column) or column.partition(".")[0]
        where = msgspec.structs.replace(problem.where, column=label)
        told.append(problem if label == column else msgspec.structs.replace(problem, where=where))
    return tuple(told)


class _Mapper:
    """Turns one row after the other into fields."""

    def __init__(self, table: FoundTable, mapping: ColumnMapping, words: HeadingWords) -> None:
        self._words = words
        self._mapping = mapping
        self._above: dict[str, str] = {}
        self._plains: dict[tuple[str, str], str] = {}
        self._width = len(table.columns)
        self.positions = {
            field: position
            for field, position in mapping.columns.items()
            if position < len(table.columns)
        }
        columns = {field: table.columns[at] for field, at in self.positions.items()}
        self.labels = {field: column.label for field, column in columns.items()}
        self._columns = [(field, column.number) for field, column in columns.items()]
        numbers = dict(self._columns)
        prices = [split_field(PRICE, period) for period in priced_periods(numbers)]
        self._code = numbers.get("code", 0)
        self._prices = [numbers[field] for field in (PRICE, *prices) if field in numbers]
        self.splitter = PriceSplitter(table, self.positions, words)
        self._all = [column.number for column in table.columns]
        meanings = {field: words.meaning(column.heading) for field, column in columns.items()}
        self._units = {f: meaning.unit for f, meaning in meanings.items() if meaning}
        self._special = [
            field
            for field in columns
            if words.has_values(field) or field in _LISTS or self._units.get(field)
        ]

    def code_aside(self, row: GridRow) -> str:
        """The finding that says why a row is no charge; empty when it is one."""
        code = self._cell(row, self._code)
        priced = any(looks_like_number(self._cell(row, price)) for price in self._prices)
        if priced and _CODE.fullmatch(code):
            return ""
        texts = [text for at in self._all if (text := row.cell(at)) and not text.isspace()]
        if not texts:  # all that stands there is faulty
            return ""
        if any(self._words.is_total(text) for text in texts[:3]):
            return "import.total_aside"
        if self._words.is_note(texts[0]):
            return "import.note_aside"
        few = len(texts) * _FEW <= self._width or len(texts) == 1
        if few and not priced and not _CODE.fullmatch(code):
            return "import.note_aside"
        return ""

    def charges(self, row: GridRow) -> list[TableRow]:
        """The row, or one for each of its prices."""
        return self.splitter.charges(self.fields(row))

    def fields(self, row: GridRow) -> TableRow:
        """The row's cells by field, constants and rules filled in."""
        texts = row.cells
        width = len(texts)
        cells = {field: texts[at - 1].strip() if at <= width else "" for field, at in self._columns}
        for field in self._mapping.fill_down:
            if field in cells:
                cells[field] = self._above[field] = cells[field] or self._above.get(field, "")
        for field in self._special:
            text = cells[field]
            plain = self._plains.get((field, text))
            if plain is None:
                plain = self._plains[field, text] = self._plain(field, text)
            cells[field] = plain
        for field, text in self._mapping.constants.items():
            cells[field] = cells.get(field) or text
        for field, rule in self._mapping.rules.items():
            cells[field] = self._followed(field, rule, cells)
        return TableRow(row.number, cells)

    @staticmethod
    def _cell(row: GridRow, column: int) -> str:
        return row.cell(column).strip() if column else ""

    def _plain(self, field: str, text: str) -> str:
        """The words of a cell as our own format writes them."""
        if not text:
            return text
        if separator := _LISTS.get(field):
            parts = [part.strip() for part in _BETWEEN.split(text)]
            return separator.join(self._words.value(field, part) for part in parts if part)
        unit = self._units.get(field)
        if unit == "%" and _BARE.fullmatch(text):
            return f"{text}%"
        if unit == "元" and _GROUPED.fullmatch(text):
            return f"{text}元"
        return self._words.value(field, text)

    def _followed(self, field: str, rule: FillRule, cells: Mapping[str, str]) -> str:
        own = cells.get(field, "")
        if rule is FillRule.CODE_WITH_TYPE:
            part = self._words.words.charge_part.get(cells.get("charge_type", ""), "")
            return f"{own}.{part}" if own and part and "." not in own else own
        if own:
            return own
        if rule is FillRule.FROM_OFFERING:
            return cells.get("offering_zh", "")
        if rule is FillRule.FROM_PERIOD:
            return _TYPE_OF_PERIOD.get(cells.get("billing_period", ""), "")
        return _PERIOD_OF_TYPE.get(cells.get("charge_type", ""), "")


def _faults(
    grid: Grid, table: FoundTable, positions: Mapping[str, int], kept: set[int]
) -> list[Problem]:
    """Cells without a text in the columns that are read; those of other columns do no harm."""
    labels = {table.columns[at].number: table.columns[at].label for at in positions.values()}
    return [
        Problem(
            fault.code,
            where=Place(file=table.file, sheet=table.sheet, row=row, column=labels[column]),
            parameters={"value": fault.text},
        )
        for (row, column), fault in sorted(grid.faults.items())
        if column in labels and row in kept
    ]


def _aside(table: FoundTable, aside: Mapping[str, list[int]]) -> list[Problem]:
    return [
        Problem(
            code,
            Severity.HINT,
            Place(file=table.file, sheet=table.sheet, row=numbers[0]),
            {"rows": row_list(numbers), "count": str(len(numbers))},
        )
        for code, numbers in aside.items()
        if numbers
    ]


def _hidden(table: FoundTable, positions: Mapping[str, int], kept: set[int]) -> list[Problem]:
    """Hidden rows and columns are read, and never without a word."""
    found = []
    rows = [row.number for row in table.rows if row.hidden and row.number in kept]
    if rows:
        where = Place(file=table.file, sheet=table.sheet, row=rows[0])
        facts = {"rows": row_list(rows), "count": str(len(rows))}
        found.append(Problem("import.hidden_rows", Severity.WARNING, where, facts))
    for position in sorted(set(positions.values())):
        column = table.columns[position]
        if column.hidden:
            where = Place(file=table.file, sheet=table.sheet, column=column.label)
            found.append(Problem("import.hidden_column", Severity.WARNING, where))
    return found


def _unused(table: FoundTable, positions: Mapping[str, int]) -> list[Problem]:
    used = set(positions.values())
    return [
        Problem(
            "import.column_unused",
            Severity.HINT,
            Place(file=table.file, sheet=table.sheet, column=column.label),
        )
        for at, column in enumerate(table.columns)
        if at not in used and any(row.cell(column.number).strip() for row in table.rows)
    ]


def row_list(numbers: Sequence[int]) -> str:
    """Row numbers for people: ``3, 7-9``."""
    parts: list[str] = []
    start = 0
    ordered = sorted(numbers)
    for index, number in enumerate(ordered):
        last = index + 1 == len(ordered) or ordered[index + 1] != number + 1
        if last:
            first = ordered[start]
            parts.append(str(first) if first == number else f"{first}-{number}")
            start = index + 1
    return ", ".join(parts)
