"""Reduced months: from the first to the last, both included."""

from __future__ import annotations

import pytest

from pricing.alterations.free_months import FreeMonths
from pricing.alterations.reduced_months import ReducedMonths
from pricing.item import ItemCharge
from pricing.quote_wide import QuoteDiscount
from tests.builders import a_context, an_item, codes_of
from tests.pricing.rule_builders import a_line_at, a_policy, d, priced_by


def half(first: int, last: int) -> ReducedMonths:
    """Half price for some months."""
    return ReducedMonths(first, last, d(50))


def test_the_first_and_the_last_month_are_reduced() -> None:
    """Months 2 and 3 of 4 at half of 10.00."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(half(2, 3),))
    quote = priced_by(a_policy(), a_line_at("10.00"), item, context=a_context(4))
    parts = [(p.first, p.last, p.amounts.net_amount) for p in quote.items[0].schedule]
    assert parts == [(1, 1, 1_000), (2, 3, 500), (4, 4, 1_000)]
    assert quote.totals.contract.net_amount == 3_000
    assert quote.totals.free.net_amount == 1_000


@pytest.mark.parametrize(
    "reduced",
    [
        half(0, 3),
        half(3, 2),
        half(1, 13),
        ReducedMonths(1, 2, d("100.01")),
        ReducedMonths(1, 2, d("-0.01")),
        ReducedMonths(1, 2, d("NaN")),
        ReducedMonths(1, 2, d("Infinity")),
    ],
)
@pytest.mark.parametrize("discount", [None, QuoteDiscount(amount=100)])
def test_months_outside_the_term_and_senseless_percentages_are_told(
    reduced: ReducedMonths, discount: QuoteDiscount | None
) -> None:
    """Nothing timed is applied then, not even free months beside it, nor under a discount."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(FreeMonths(1), reduced))
    quote = priced_by(a_policy(), a_line_at("10.00"), item, discount=discount)
    assert codes_of(quote) == ["price.schedule_out_of_range"]
    (priced,) = quote.items
    assert (priced.schedule, priced.free_months) == ((), 0)
    assert quote.totals.contract.net_amount == 12 * (900 if discount else 1_000)


@pytest.mark.parametrize("reduced", [half(1, 12), ReducedMonths(12, 12, d(100)), half(1, 1)])
def test_months_at_the_ends_of_the_term_are_reduced(reduced: ReducedMonths) -> None:
    """The first, the last, and all of them."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(reduced,))
    quote = priced_by(a_policy(), a_line_at("10.00"), item)
    assert codes_of(quote) == []
    months = reduced.last - reduced.first + 1
    assert quote.totals.free.net_amount == months * int(reduced.percent) * 10


@pytest.mark.parametrize("free", [(13,), (-1,), (-1, 2), (7, 6)])
def test_free_months_outside_the_term_are_told(free: tuple[int, ...]) -> None:
    """Under a discount on the whole quote as well."""
    alterations = tuple(FreeMonths(months) for months in free)
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=alterations)
    quote = priced_by(a_policy(), a_line_at("10.00"), item, discount=QuoteDiscount(amount=100))
    assert codes_of(quote) == ["price.free_months_out_of_range"]
    assert quote.problems[0].parameters == {"months": str(sum(free)), "term": "12"}
    assert quote.totals.contract.net_amount == 12 * 900


def test_a_term_of_centuries_is_told_and_makes_no_schedule() -> None:
    """It is a typing error; nothing counts a billion months."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(half(1, 2),))
    told = ["price.schedule_out_of_range", "price.term_out_of_range"]
    for term, codes in ((120, []), (121, told), (10**9, told)):
        quote = priced_by(a_policy(), a_line_at("10.00"), item, context=a_context(term))
        assert codes_of(quote) == codes
        assert [p.where.subject for p in quote.problems if "schedule" in p.code] == ["i1"] * (
            len(codes) // 2
        )
        assert bool(quote.items[0].schedule) is not bool(codes)
