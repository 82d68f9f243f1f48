"""A price list from outside in two steps: open it and see its tables, then read what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.services.foreign_grid import gate_warnings, grids_of
from app.services.import_pace import pace_of
from app.storage.foreign.tables import read_table_file
from catalog.layout.known_fields import with_known
from catalog.layout.mapped_rows import mapped_rows, relabelled
from catalog.layout.survey import Survey, SurveyedTable, survey_sheets
from catalog.offering import ProductOffering
from catalog.pace import WHOLE, Pace, part_of, unpaced
from catalog.problem import Place, Problem, Severity
from catalog.reading import read_charges

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.storage.foreign.table_file import TableFile
    from catalog.layout.mapping import ColumnMapping
    from catalog.layout.words import HeadingWords
    from catalog.product_catalog import CatalogContent
    from catalog.tax_class import TaxClass

_EMPTY = frozenset(("import.cell_missing", "import.price_missing", "import.name_missing"))
"""What reading says of a cell that is faulty and therefore reads as empty."""


class PriceListFile(msgspec.Struct, frozen=True):
    """An opened file; nothing of its rows is believed yet.

    Attributes:
        name: Name of the file.
        survey: Its tables, and what their columns mean.
    """

    name: str
    survey: Survey


class PriceListRead(msgspec.Struct, frozen=True):
    """The rows of the chosen tables.

    Attributes:
        offerings: In the order of the rows.
        problems: Every finding of every row, and what was left aside.
        rows: How many rows of charges were read.
        places: File, sheet and row of each charge, by its code.
    """

    offerings: tuple[ProductOffering, ...]
    problems: tuple[Problem, ...]
    rows: int
    places: dict[str, Place] = {}


def open_price_list(
    path: Path,
    words: HeadingWords,
    remembered: Mapping[str, ColumnMapping],
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> PriceListFile:
    """Open a workbook or a text table and find its tables.

    Args:
        path: The file.
        words: Headings and words of cells.
        remembered: Mappings confirmed before, by the fingerprint of the headings.
        progress: Called with the share done.
        cancel: Set to stop; the worker is killed.

    Raises:
        FileError: If the file cannot be read at all.
        Cancelled: If ``cancel`` was set.
    """
    table = read_table_file(path, progress=progress, cancel=cancel)
    pace = pace_of(None, cancel)
    grids = grids_of(table, path.name, pace)
    pace(WHOLE)
    survey = survey_sheets(grids, words, remembered, pace)
    return PriceListFile(path.name, _told_of_gate(survey, table))


def read_price_list(
    tables: Sequence[SurveyedTable],
    words: HeadingWords,
    tax_classes: Sequence[TaxClass],
    day: date,
    *,
    in_force: CatalogContent | None = None,
    pace: Pace = unpaced,
) -> PriceListRead:
    """Read the chosen tables by their mappings.

    Args:
        tables: Those of a survey, with mappings as a person left them.
        words: Headings and words of cells.
        tax_classes: Known tax classes.
        day: Day on which a VAT rate without a tax class must apply.
        in_force: The present catalogue, which says what a list has no column for.
        pace: Hears how far the work is, and may stop it.
    """
    offerings: list[ProductOffering] = []
    problems: list[Problem] = []
    places: dict[str, Place] = {}
    count = 0
    chosen = [one for one in tables if one.chosen]
    for at, one in enumerate(chosen):
        step = part_of(pace, WHOLE * at // len(chosen), WHOLE * (at + 1) // len(chosen))
        mapping, knowing, reading = (
            part_of(step, *shares) for shares in ((0, 3000), (3000, 4000), (4000, WHOLE))
        )
        mapped = mapped_rows(one.grid, one.table, one.mapping, words, mapping)
        known = with_known(mapped.rows, one.mapping, in_force, day, knowing)
        rows = known.rows
        place = Place(file=one.table.file, sheet=one.table.sheet)
        read, found = read_charges(
            rows, tax_classes, day, file=place.file, sheet=place.sheet, pace=reading
        )
        offerings.extend(read)
        own = relabelled(found, mapped.labels)
        problems.extend(_unsure(one, mapped.labels))
        problems.extend(_once([*mapped.problems, *own]))
        if known.count:
            facts = {"count": str(known.count), "fields": ", ".join(known.fields)}
            problems.append(Problem("import.fields_kept", Severity.HINT, place, facts))
        count += len(rows)
        for row in rows:
            where = msgspec.structs.replace(place, row=row.number)
            places.setdefault(row.cells.get("code", ""), where)
    return PriceListRead(tuple(offerings), tuple(problems), count, places)


def _told_of_gate(survey: Survey, table: TableFile) -> Survey:
    """The survey with what the gate found worth telling."""
    problems = (*gate_warnings(table), *survey.problems)
    return msgspec.structs.replace(survey, problems=problems)


def _unsure(one: SurveyedTable, labels: Mapping[str, str]) -> Iterable[Problem]:
    where = Place(file=one.table.file, sheet=one.table.sheet)
    return [
        Problem(
            "import.column_unsure",
            where=msgspec.structs.replace(where, column=labels.get(field, field)),
            parameters={"field": field},
        )
        for field in one.unsure
        if field in one.mapping.columns
    ]


def _once(problems: Sequence[Problem]) -> Iterable[Problem]:
    """Each cell once: one that is faulty is not called empty as well."""
    faulty = {
        (problem.where.row, problem.where.column)
        for problem in problems
        if problem.code.startswith("cell.") and problem.code not in _EMPTY
    }
    return [
        problem
        for problem in problems
        if problem.code not in _EMPTY or (problem.where.row, problem.where.column) not in faulty
    ]
