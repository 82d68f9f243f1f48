"""Where figures come from is told in a line and in rows."""

from __future__ import annotations

from app.services.bill_sources import SourcedFigure
from app.storage.bill_imports import FigurePlace
from app.ui.presenting.sources import source_rows, source_sentence
from catalog.local_text import LocalText
from pricing.bills import BillComponent
from tests.app.ui.speaking import speaker

RENT = BillComponent("a", LocalText("655 月租费", "655 Rent"), {"2026-05": 25_00}, account="655")
FIRST, SECOND = FigurePlace("a.csv", "", 2), FigurePlace("b.xlsx", "May", 9)


def figure(*places: FigurePlace) -> SourcedFigure:
    """The rental of May."""
    return SourcedFigure(RENT, "2026-05", 25_00, places)


def test_a_line_names_the_row_or_the_files() -> None:
    """One place is told in full, several by their files, none as such."""
    told = [
        source_sentence(speaker(), one)
        for one in ((), (figure(),), (figure(SECOND),), (figure(FIRST), figure(FIRST, SECOND)))
    ]
    assert told == [
        "",
        "No file is known: entered by hand, or sample data",
        "From b.xlsx, sheet May, row 9",
        "From 3 rows of a.csv、b.xlsx",
    ]


def test_each_place_is_a_row_and_the_amount_stands_once() -> None:
    """A figure without a file has a row that says so."""
    rows = source_rows(speaker(), (figure(FIRST, SECOND), figure()))
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["25.00", "a.csv", "", "2"],
        ["", "b.xlsx", "May", "9"],
        ["25.00", "no file", "", ""],
    ]
    assert {row.title for row in rows} == {"月租费"}
