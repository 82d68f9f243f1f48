"""survey_sheets(): every table of a file with what its columns mean, before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.layout.found_table import FoundTable
from catalog.layout.grid import Grid
from catalog.layout.mapped_rows import row_list
from catalog.layout.mapping import ColumnMapping, propose_mapping
from catalog.layout.split_prices import PRICE, priced_periods
from catalog.layout.tables import find_tables
from catalog.pace import Pace, unpaced
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.layout.tables import SheetTables
    from catalog.layout.words import HeadingWords


class SurveyedTable(msgspec.Struct, frozen=True):
    """A table with what would be read of it.

    Attributes:
        grid: The sheet that it stands in.
        table: Where it stands.
        mapping: What its columns mean: remembered, or proposed.
        unsure: Fields found by the look of their cells only; to be confirmed by a person.
        remembered: The mapping was confirmed before, for the same headings.
        chosen: It would be read; others are left aside, told.
    """

    grid: Grid
    table: FoundTable
    mapping: ColumnMapping
    unsure: tuple[str, ...] = ()
    remembered: bool = False
    chosen: bool = True


class Survey(msgspec.Struct, frozen=True):
    """What a file holds.

    Attributes:
        tables: Sheet by sheet, from the top.
        problems: Sheets without tables, rows outside of them, amounts in another unit.
    """

    tables: tuple[SurveyedTable, ...]
    problems: tuple[Problem, ...] = ()


def survey_sheets(
    grids: Sequence[Grid],
    words: HeadingWords,
    remembered: Mapping[str, ColumnMapping],
    pace: Pace = unpaced,
) -> Survey:
    """Look through the sheets of a file.

    A table is chosen when it names codes and prices and its sheet is not hidden. Where that leaves
    none, every visible table is chosen, so that what it lacks can be told.

    Args:
        grids: The sheets.
        words: Headings and words of cells.
        remembered: Mappings confirmed before, by the fingerprint of the headings.
        pace: Hears how far the work is, and may stop it.
    """
    tables: list[SurveyedTable] = []
    problems: list[Problem] = []
    for grid in grids:
        found = find_tables(grid, words, pace)
        problems.extend(_told(grid, found))
        tables.extend(_surveyed(grid, table, words, remembered) for table in found.tables)
    if not any(one.chosen for one in tables):
        visible = [one for one in tables if not one.grid.hidden]
        tables = [msgspec.structs.replace(one, chosen=one in visible) for one in tables]
    problems.extend(
        Problem(
            "import.table_left_out",
            Severity.WARNING if _names_some(one.mapping.columns) else Severity.HINT,
            Place(file=one.table.file, sheet=one.table.sheet, row=min(one.table.header_rows)),
        )
        for one in tables
        if not one.chosen
    )
    return Survey(tuple(tables), tuple(problems))


def _surveyed(
    grid: Grid,
    table: FoundTable,
    words: HeadingWords,
    remembered: Mapping[str, ColumnMapping],
) -> SurveyedTable:
    known = remembered.get(table.fingerprint)
    if known is not None:
        return SurveyedTable(grid, table, known, remembered=True, chosen=not grid.hidden)
    proposed = propose_mapping(table, words)
    named = set(proposed.mapping.columns) - set(proposed.unsure)
    priced = PRICE in named or bool(priced_periods(dict.fromkeys(named)))
    chosen = "code" in named and priced and not grid.hidden
    return SurveyedTable(grid, table, proposed.mapping, proposed.unsure, chosen=chosen)


def _names_some(columns: Mapping[str, int]) -> bool:
    """Whether a table names codes or prices."""
    return "code" in columns or PRICE in columns or bool(priced_periods(columns))


def _told(grid: Grid, found: SheetTables) -> list[Problem]:
    place = Place(file=grid.file, sheet=grid.sheet)
    problems = []
    if grid.rows and not found.tables:
        problems.append(Problem("import.sheet_left_out", Severity.HINT, place))
    elif found.outside:
        facts = {"rows": row_list(found.outside), "count": str(len(found.outside))}
        where = msgspec.structs.replace(place, row=found.outside[0])
        problems.append(Problem("import.rows_outside", Severity.WARNING, where, facts))
    if found.foreign_unit:
        where = msgspec.structs.replace(place, row=found.unit_row)
        facts = {"value": found.foreign_unit}
        problems.append(Problem("import.foreign_unit", where=where, parameters=facts))
    return problems


def with_choices(
    tables: Sequence[SurveyedTable], columns: Mapping[str, str], constants: Mapping[str, str]
) -> tuple[tuple[SurveyedTable, ...], tuple[Problem, ...]]:
    """The tables with what a person said of their columns, and headings that no table has.

    Args:
        tables: As surveyed.
        columns: Heading by field.
        constants: Text for every row, by field.
    """
    found: set[str] = set()
    chosen = []
    for one in tables:
        own = {
            field: at
            for field, heading in columns.items()
            for at, column in enumerate(one.table.columns)
            if column.heading.casefold() == heading.casefold()
        }
        found.update(own)
        said = {*own, *constants}
        mapping = msgspec.structs.replace(
            one.mapping,
            columns={f: at for f, at in one.mapping.columns.items() if f not in constants} | own,
            constants=one.mapping.constants | dict(constants),
            rules={field: rule for field, rule in one.mapping.rules.items() if field not in said},
        )
        unsure = tuple(field for field in one.unsure if field not in said)
        chosen.append(msgspec.structs.replace(one, mapping=mapping, unsure=unsure))
    missing = tuple(
        Problem("import.column_missing", parameters={"column": heading})
        for field, heading in columns.items()
        if field not in found
    )
    return tuple(chosen), missing
