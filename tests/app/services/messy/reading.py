"""Reads a messy workbook the whole way and compares every cell with what is true."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import msgspec

from app.paths import resource
from app.services.layout_words import load_heading_words
from app.services.policies import load_tax_classes
from app.services.price_list_file import open_price_list, read_price_list
from catalog.layout.survey import with_choices
from catalog.price_list_rows import row_of
from tests.app.services.messy.building import MessyCase, build
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.problem import Problem

WORDS = load_heading_words()
TAXES = load_tax_classes()
assert resource("import").is_dir()


class Compared(msgspec.Struct, frozen=True):
    """How a workbook was read.

    Attributes:
        cells: Cells of the true table.
        wrong: Those that were read otherwise: row, field, truth, found.
        unasked: Codes that were read and are not true.
        told: Row, column and code of each finding, as the case writes them.
        errors: The same of those that block.
    """

    cells: int
    wrong: tuple[tuple[str, str, str, str], ...]
    unasked: tuple[str, ...]
    told: frozenset[str]
    errors: frozenset[str]


def compare(case: MessyCase, folder: Path) -> Compared:
    """Build the workbook, read it, and compare."""
    path = folder / "messy.xlsx"
    path.write_bytes(build(case))
    return compare_file(case, path)


def compare_file(case: MessyCase, path: Path) -> Compared:
    """Read the workbook, and compare."""
    opened = open_price_list(path, WORDS, {})
    tables, missing = with_choices(opened.survey.tables, case.columns, case.constants)
    read = read_price_list(tables, WORDS, TAXES, QUOTE_DAY)
    problems = (*opened.survey.problems, *missing, *read.problems)
    taxes = {tax.id: tax for tax in TAXES}
    found = {
        charge.code: row_of(charge, offering, taxes, QUOTE_DAY)
        | ({"name_zh": charge.name.zh} if charge.name == offering.name else {})
        for offering in read.offerings
        for charge in offering.charges
    }
    fields, *lines = (line.replace("\\|", "\0") for line in case.truth.strip("\n").split("\n"))
    wrong, codes, cells = [], set(), 0
    for line in lines:
        row, *values = (text.replace("\0", "|") for text in line.split("|"))
        code = values[0]
        codes.add(code)
        place = read.places.get(code, None)
        if place is None or not row.endswith(str(place.row)):
            wrong.append((row, "row", row, str(place)))
        for field, truth in zip(fields.split("|")[1:], values, strict=True):
            cells += 1
            value = found.get(code, {}).get(field, "nothing")
            if not _same(truth, value):
                wrong.append((row, field, truth, value))
    return Compared(
        cells,
        tuple(wrong),
        tuple(sorted(set(found) - codes)),
        frozenset(map(_told, problems)),
        frozenset(_told(problem) for problem in problems if problem.blocks),
    )


def _told(problem: Problem) -> str:
    column = problem.where.column.replace(" ", "")
    return " ".join(part for part in (str(problem.where.row), column, problem.code) if part)


def _same(truth: str, value: str) -> bool:
    try:
        return Decimal(truth) == Decimal(value)
    except InvalidOperation:
        return truth == value
