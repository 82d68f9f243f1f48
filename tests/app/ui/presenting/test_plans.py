"""Plans beside each other, in rows and sentences."""

from __future__ import annotations

from app.quoting.plan_comparison import compare_plans
from app.ui.presenting.plans import month_columns, month_rows, plan_row, plan_sentences
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.app.ui.speaking import speaker
from tests.sample import sample_case, sample_catalog, sample_rules

CASE = sample_case(1)
PLANS = compare_plans(
    CASE.quote,
    CASE.customer,
    CASE.bills,
    analyse(CASE.bills, SpendPolicy()),
    sample_catalog(),
    sample_rules(),
)


def test_each_plan_is_a_row_with_its_verdict() -> None:
    """Monthly, saved in a typical month, sum, saved, best, worst, dearer months."""
    low, high = (plan_row(speaker(), plan) for plan in PLANS)
    assert [cell.text for cell in low.cells] == [
        *("668.00", "40.00", "4,232.00", "280.00", "668.00", "750.75", "0 / 6"),
    ]
    assert (low.badge, low.subtitle) == ("recommended", "in the quote")
    assert [cell.text for cell in high.cells] == [
        *("728.00", "-20.00", "4,368.00", "144.00", "728.00", "728.00", "2 / 6"),
    ]
    assert (high.badge, high.subtitle) == ("", "not to be offered")


def test_sentences_say_why() -> None:
    """What is saved and until which usage; what only unusual months hide, and what is not met."""
    low, high = (plan_sentences(speaker(), plan) for plan in PLANS)
    assert low[0] == "Saves ¥40.00 (5.65%) in a typical month of 708.00."
    assert any("at 400 units a month; typical are 235" in text for text in low)
    assert "only unusual months make it look cheaper" in high[0]
    assert len(high) == 2


def test_each_month_stands_under_each_plan() -> None:
    """May would have been dearer with the higher plan, August cheaper."""
    rows = month_rows(speaker(), PLANS)
    assert [cell.text for cell in rows[0].cells] == ["712.60", "668.00", "728.00"]
    assert [cell.tone for cell in rows[0].cells] == ["muted", "normal", "warn"]
    assert rows[3].cells[2].tone == "normal"
    assert len(month_columns(speaker(), PLANS)) == 4
    assert month_rows(speaker(), ()) == ()
