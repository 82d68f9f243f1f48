"""Promises of headings with a blank corner."""

from __future__ import annotations

import pytest

from catalog.layout.grid import Grid, GridRow
from pricing.bill_reading.blank_corner import with_corners
from tests.pricing.bill_reading.tables import WORDS


def grid(*lines: str) -> Grid:
    """A sheet of lines of cells."""
    rows = [GridRow(at, tuple(line.split("|"))) for at, line in enumerate(lines, 1)]
    return Grid("a.xlsx", "S", tuple(rows))


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        (("|2026-05|2026-06", "月租费|25|25", "合计|25|25"), "component"),
        (("|月租费|长途费", "65550101|25|66.3", "合计|25|66.3"), "number"),
        (("|65550101|65550102", "2026-05|91.3|25", "合计|91.3|25"), "month"),
    ],
)
def test_the_corner_says_what_stands_below_it(lines: tuple[str, ...], field: str) -> None:
    """Totals tell nothing; the cells beside it stay."""
    filled = with_corners(grid(*lines), WORDS)
    heading = WORDS.bill_words.field[field].headings[0]
    assert filled.rows[0].cells == (heading, *lines[0].split("|")[1:])
    assert filled.rows[1:] == grid(*lines).rows[1:]


def test_two_rows_of_headings_have_one_corner() -> None:
    """Both get the word, as if the cells were merged."""
    filled = with_corners(grid("|65550101|", "|月租费|长途费", "2026-05|25|66.3"), WORDS)
    assert filled.rows[0].cells[0] == filled.rows[1].cells[0] != ""


@pytest.mark.parametrize(
    "lines",
    [
        ("号码|2026-05|2026-06", "65550101|25|25"),
        ("|经办人|日期", "王某|25|25"),
        ("|2026-05|2026-06",),
        ("|2026-05|2026-06", "合计|25|25"),
    ],
)
def test_other_rows_stay_as_they_are(lines: tuple[str, ...]) -> None:
    """A corner that is named, words that nobody knows, nothing below but a total."""
    sheet = grid(*lines)
    assert with_corners(sheet, WORDS) is sheet
