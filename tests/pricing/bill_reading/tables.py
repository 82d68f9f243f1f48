"""Tables of bills written between bars, read the whole way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.bill_words import load_bill_words
from catalog.layout.grid import Grid, GridRow
from pricing.bill_reading.bill_collecting import joined_reads
from pricing.bill_reading.bill_survey import SurveyedBills, survey_bills

if TYPE_CHECKING:
    from pricing.bill_reading.bill_figures import BillFigure, BillsRead

WORDS = load_bill_words()


def grid(text: str, file: str = "bills.csv", sheet: str = "") -> Grid:
    """A sheet; its first line is row 1."""
    rows = tuple(
        GridRow(number, tuple(cell.strip() for cell in line.split("|")))
        for number, line in enumerate(text.strip("\n").split("\n"), 1)
        if line.strip("| ")
    )
    return Grid(file, sheet, rows)


def surveyed(text: str, file: str = "bills.csv", sheet: str = "") -> tuple[SurveyedBills, ...]:
    """Its tables."""
    return survey_bills([grid(text, file, sheet)], WORDS, {}).tables


def read(text: str, file: str = "bills.csv", sheet: str = "") -> BillsRead:
    """Its chosen tables, read."""
    tables = surveyed(text, file, sheet)
    return joined_reads([one.read(WORDS) for one in tables if one.chosen])


def told(result: BillsRead) -> list[tuple[str, int]]:
    """Codes and rows of its findings."""
    return [(problem.code, problem.where.row) for problem in result.problems]


def figures(result: BillsRead) -> list[tuple[str, str, str, int]]:
    """Account, month, charge and fen of each figure."""
    return [(f.account, f.month, f.component, f.amount) for f in result.figures]


def one_line(figure: BillFigure) -> tuple[str, str, str, int, int | None, bool]:
    """A figure with its usage, and whether it is part of another."""
    f = figure
    return (f.account, f.month, f.component, f.amount, f.usage, f.contained)
