"""Facts that conditions look at, by name; what nobody knows is left out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from app.quoting.customer import Competitor, InstalledService, Site
from app.quoting.measures import pricing_context
from app.quoting.quote import QuoteCondition
from pricing.bills import BillComponent, Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.builders import DAY, a_customer, a_line, a_quote, some_bills
from tests.sample import revision_of, sample_case

if TYPE_CHECKING:
    from pricing.context import PricingContext


def context_of(
    bills: Bills = Bills(),  # noqa: B008 (a frozen value)
    customer: dict[str, Any] | None = None,
    **fields: Any,  # noqa: ANN401 (fields of the quote)
) -> PricingContext:
    """The context of a quote for a customer with bills."""
    items = fields.pop("items", ())
    return pricing_context(
        a_quote(*items, **fields),
        a_customer(**(customer or {})),
        bills,
        analyse(bills, SpendPolicy()),
    )


def test_the_context_comes_from_the_quote_and_the_customer() -> None:
    """Date, term, segments with the main one first, what is installed over all sites."""
    context = context_of(
        customer={
            "segment": "IND",
            "further_segments": ("KEY",),
            "industry": "hotel",
            "installed": (
                InstalledService("PSTN", 2, "S1"),
                InstalledService("PSTN", 3, "S2"),
                InstalledService("NET", 1),
            ),
            "sites": (Site("S1", "一"), Site("S2", "二")),
            "facts": {"rooms": Decimal(120)},
            "arrears": 12_34,
        },
        term=24,
        tender=True,
    )
    assert (context.price_date, context.term) == (DAY, 24)
    assert context.segments == ("IND", "KEY")
    assert context.installed == {"PSTN": 5, "NET": 1}
    assert context.words["industry"] == "hotel"
    assert context.words["segment"] == "IND"
    assert context.words["procurement"] == "tender"
    assert context.measures["rooms"] == 120
    assert context.measures["sites"] == 2
    assert context.measures["term"] == 24
    assert context.measures["arrears"] == Decimal("12.34")


def test_what_is_not_known_is_left_out() -> None:
    """No industry, no tender, no bills."""
    context = context_of()
    assert "industry" not in context.words
    assert "procurement" not in context.words
    for name in ("typical_month", "fluctuation", "least_line_average", "typical_ld_minutes"):
        assert name not in context.measures


def test_fixed_lines_are_those_installed_and_those_quoted() -> None:
    """Four and two."""
    context = context_of(
        customer={"installed": (InstalledService("PSTN", 4),)},
        items=(a_line(2, code="PSTN.RENT"), a_line(9, code="NET.RENT", item_id="i2")),
    )
    assert context.measures["fixed_lines"] == 6


@pytest.mark.parametrize(("promised", "left"), [(False, 3), (True, 0)])
def test_a_promise_to_cancel_counts_as_cancelled(promised: bool, left: int) -> None:
    """Other products of competitors do not count as lines."""
    conditions = (QuoteCondition("competitor_line_cancelled"),) if promised else ()
    competitors = (
        Competitor("X", "fixed_line", quantity=2),
        Competitor("Y", " 固定电话"),
        Competitor("X", "fibre", quantity=9),
    )
    context = context_of(customer={"competitors": competitors}, conditions=conditions)
    assert context.measures["competitor_fixed_lines"] == left


def test_bills_say_the_typical_month_and_the_least_line() -> None:
    """In yuan; the line average is looked at only where bills are split by line."""
    bills = some_bills([400_00] * 6, [300_00] * 6, kind="line")
    measures = context_of(bills).measures
    assert measures["typical_month"] == 700
    assert measures["fluctuation"] == 0
    assert measures["least_line_average"] == 300


def test_long_distance_minutes_are_the_median_of_the_window() -> None:
    """In case one of 221, 213, 322, 528, 571 and 435 minutes: 378.5, rounded to 379."""
    case = sample_case(1)
    context = pricing_context(case.quote, case.customer, case.bills, revision_of(1).analysis)
    assert context.measures["typical_ld_minutes"] == 379


def test_minutes_of_some_months_only_say_nothing() -> None:
    """A median of what happens to be known would be a guess."""
    (component,) = some_bills([100_00] * 3, kind="long_distance").components
    partly = BillComponent(
        component.id, component.name, component.amounts, {"2026-01": 5}, kind=component.kind
    )
    assert "typical_ld_minutes" not in context_of(Bills((partly,))).measures
