"""Tests for rows: order, numbers, periods, and percentages that give the very amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.documents.workbooks.rows import (
    Kind,
    RowPlace,
    percent_giving,
    price_rows,
    taken_by,
)
from tests.app.documents.workbooks.revisions import case_revision, unusual_revision


@pytest.mark.parametrize(
    ("published", "taken", "typed", "percent"),
    [
        (42_000, 2_100, Decimal(5), Decimal(5)),
        (1_500, 8, Decimal("0.5"), Decimal("0.5")),
        (75_000, 333, None, Decimal("0.444")),
        (126_000, 5_997, None, Decimal("4.7595")),
        (10_000_000_000, 1, None, Decimal("0.00000001")),
        (42_000, -110, None, Decimal("-0.262")),
        (42_000, 0, Decimal(120), Decimal(0)),
        (42_000, 0, Decimal("NaN"), Decimal(0)),
        (42_000, 0, Decimal("Infinity"), Decimal(0)),
        (0, 0, None, Decimal(0)),
    ],
)
def test_percentage_gives_the_amount_that_was_taken_off(
    published: int, taken: int, typed: Decimal | None, percent: Decimal
) -> None:
    """As typed where that is what was done, else with as few decimals as are needed.

    0.44 % of 750.00 is 3.30, 0.444 % is 3.33. Of 1,260.00, 4.760 % is 59.98 and 4.759 % is 59.96;
    4.7595 % is 59.97. A price raised by 1.10 on 420.00 is -0.262 %; -0.26 % would be 1.09.
    """
    found = percent_giving(published, taken, typed)
    assert found == percent
    assert taken_by(found, published) == taken


def test_rows_follow_the_quote_with_components_below_their_bundle() -> None:
    """Case 3: bundle, five monthly and six one-time components, three charges of their own."""
    rows = price_rows(case_revision(3))
    assert [row.number for row in rows] == [
        "1",
        *(f"1.{n}" for n in range(1, 12)),
        "2",
        "3",
        "4",
    ]
    assert [row.place for row in rows[:2]] == [RowPlace.BUNDLE, RowPlace.COMPONENT]
    assert rows[0].parts == 5
    assert [row.kind for row in rows[1:7]] == [Kind.MONTHLY] * 5 + [Kind.ONE_TIME]
    assert (rows[0].served, rows[0].free, rows[0].periods) == (36, 2, 34)


def test_sections_stand_above_their_items() -> None:
    """One row per section, where it begins."""
    rows = price_rows(unusual_revision())
    assert [row.text for row in rows if row.place is RowPlace.SECTION] == ["语音", "行业应用"]


def test_yearly_charges_count_started_years_and_usage_nothing() -> None:
    """36 months are three years; expected usage is in no contract value."""
    rows = {row.charge.code: row for row in price_rows(unusual_revision()) if row.charge}
    assert (rows["HBCARD.YEAR"].kind, rows["HBCARD.YEAR"].periods) == (Kind.YEARLY, 3)
    assert (rows["PSTN.HOLD"].kind, rows["PSTN.HOLD"].periods) == (Kind.MONTHLY, 36)
