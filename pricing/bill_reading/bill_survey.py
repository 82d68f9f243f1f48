"""survey_bills(): the tables of a file of bills with what their columns mean, before reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.layout.found_table import FoundTable
from catalog.layout.grid import Grid
from catalog.layout.mapped_rows import row_list
from catalog.layout.tables import find_tables
from catalog.pace import Pace, unpaced
from catalog.problem import Place, Problem, Severity
from pricing.bill_reading.bill_context import BillContext, context_of
from pricing.bill_reading.bill_headings import bill_fingerprint
from pricing.bill_reading.bill_mapping import BillMapping, propose_bills
from pricing.bill_reading.bill_rows import read_bills
from pricing.bill_reading.blank_corner import with_corners
from pricing.bill_reading.months import year_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.layout.tables import SheetTables
    from pricing.bill_reading.bill_figures import BillsRead
    from pricing.bill_reading.bill_words import BillWords


class SurveyedBills(msgspec.Struct, frozen=True):
    """A table with what would be read of it.

    Attributes:
        grid: The sheet that it stands in.
        table: Where it stands.
        mapping: What its columns mean: remembered, or proposed.
        context: What is said around it.
        unsure: Positions of columns found by the look of their cells only.
        remembered: The mapping was confirmed before, for the same layout.
        chosen: It would be read; others are left aside, told.
    """

    grid: Grid
    table: FoundTable
    mapping: BillMapping
    context: BillContext = BillContext()
    unsure: tuple[int, ...] = ()
    remembered: bool = False
    chosen: bool = True

    @property
    def fingerprint(self) -> str:
        """Stands for the layout."""
        return bill_fingerprint(self.table)

    def read(self, words: BillWords, pace: Pace = unpaced) -> BillsRead:
        """Read it by its mapping."""
        return read_bills(self.grid, self.table, self.mapping, self.context, words, pace)


class BillSurvey(msgspec.Struct, frozen=True):
    """What a file holds.

    Attributes:
        tables: Sheet by sheet, from the top.
        problems: Sheets without tables, amounts in a unit that cannot be converted.
    """

    tables: tuple[SurveyedBills, ...]
    problems: tuple[Problem, ...] = ()


def survey_bills(
    grids: Sequence[Grid],
    words: BillWords,
    remembered: Mapping[str, BillMapping],
    pace: Pace = unpaced,
) -> BillSurvey:
    """Look through the sheets of a file.

    A table is chosen when it names amounts and whose they are, and its sheet is not hidden.

    Args:
        grids: The sheets.
        words: Words of bills.
        remembered: Mappings confirmed before, by ``bill_fingerprint``.
        pace: Hears how far the work is, and may stop it.
    """
    tables: list[SurveyedBills] = []
    problems: list[Problem] = []
    for grid in grids:
        found, told = _of_sheet(grid, words, remembered, pace)
        if not any(one.chosen for one in found) and not grid.hidden:
            cornered = with_corners(grid, words)
            if cornered is not grid:
                again = _of_sheet(cornered, words, remembered, pace)
                found, told = again if any(one.chosen for one in again[0]) else (found, told)
        tables.extend(found)
        problems.extend(told)
    problems.extend(
        Problem(
            "bill.table_left_out",
            Severity.WARNING
            if one.mapping.columns.count("") < len(one.mapping.columns)
            else Severity.HINT,
            Place(
                file=one.table.file,
                sheet=one.table.sheet,
                row=min(one.table.header_rows, default=0),
            ),
        )
        for one in tables
        if not one.chosen
    )
    return BillSurvey(tuple(tables), tuple(problems))


def _of_sheet(
    grid: Grid, words: BillWords, remembered: Mapping[str, BillMapping], pace: Pace
) -> tuple[list[SurveyedBills], list[Problem]]:
    """The tables of a sheet, and what is told of it as a whole."""
    found = find_tables(grid, words, pace)
    unit = words.unit_of(found.foreign_unit) if found.foreign_unit else ""
    tables = []
    end = 0
    for table in found.tables:
        first = min(table.header_rows, default=0)
        lines = [(row.number, row.cells) for row in grid.rows if end <= row.number < first]
        context = context_of(lines, grid.sheet, grid.file, words)
        if not context.year:
            years = {year for one in table.columns if (year := year_in(one.heading))}
            year = years.pop() if len(years) == 1 else ""
            context = msgspec.structs.replace(context, year=year)
        tables.append(_surveyed(grid, table, context, words, remembered, unit))
        end = max((row.number for row in table.rows), default=first) + 1
    return tables, _told(grid, found, unit)


def _surveyed(
    grid: Grid,
    table: FoundTable,
    context: BillContext,
    words: BillWords,
    remembered: Mapping[str, BillMapping],
    unit: str,
) -> SurveyedBills:
    known = remembered.get(bill_fingerprint(table))
    if known is not None and len(known.columns) == len(table.columns):
        return SurveyedBills(grid, table, known, context, (), True, not grid.hidden)
    proposed = propose_bills(table, words)
    mapping = proposed.mapping
    if unit and not any(words.amount_unit(column.heading) for column in table.columns):
        mapping = msgspec.structs.replace(mapping, unit=unit)
    chosen = mapping.complete(context.month, context.account) and not grid.hidden
    return SurveyedBills(grid, table, mapping, context, proposed.unsure, chosen=chosen)


def _told(grid: Grid, found: SheetTables, unit: str) -> list[Problem]:
    place = Place(file=grid.file, sheet=grid.sheet)
    if grid.rows and not found.tables:
        rows = {"rows": row_list([row.number for row in grid.rows[:1]])}
        return [Problem("bill.sheet_left_out", Severity.HINT, place, rows)]
    if found.foreign_unit and not unit:
        where = msgspec.structs.replace(place, row=found.unit_row)
        return [
            Problem("import.foreign_unit", where=where, parameters={"value": found.foreign_unit})
        ]
    return []
