"""Tests for the limits of allocation by formula; its figures are tested by recalculation."""

from __future__ import annotations

from app.documents.workbooks.bundle_share import fits, reduced
from app.documents.workbooks.rows import price_rows
from app.documents.workbooks.scenario_levers import levers_of
from tests.app.documents.workbooks.revisions import case_revision


def test_weights_are_reduced_list_amounts() -> None:
    """B10: 2,800.00, 3,600.00, 2,080.00, 480.00 and 1,200.00 share the divisor 80.00."""
    revision = case_revision(3)
    lever = levers_of(revision, price_rows(revision))[0]
    assert [part.weight for part in lever.parts] == [35, 45, 26, 6, 15]
    assert reduced([0, 0]) == [1, 1]


def test_a_price_beyond_the_range_of_a_spreadsheet_is_not_allocated_by_formula() -> None:
    """A price times a weight must stay below 2 to the 46."""
    assert fits(768_000, [35, 45])
    assert fits(2**45, [1])
    assert not fits(2**45, [2])
    assert not fits(100, [])
