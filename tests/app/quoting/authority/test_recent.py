"""What another quote of the customer adds, and when it counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.quoting.authority import Window
from app.quoting.authority.recent import RecentQuote, recent_quote, within_window
from pricing.concession import OptionGiven, measure
from tests.builders import a_catalog, priced

DAY = date(2026, 11, 23)
OPTION = OptionGiven("i2", 11, 12, 13, 14, 15, 16, 17, 18)
GIVEN = replace(
    measure(priced(a_catalog())),
    one_time_list=1,
    one_time_waived=2,
    recurring_published=3,
    recurring_taken=4,
    revenue=5,
    cost=6,
    contract_value=7,
    gifts=8,
    options=(OPTION,),
)


def test_another_quote_adds_its_sums_and_each_option_by_itself() -> None:
    """Named by its number, an option by the number and the item."""
    assert recent_quote("q2", "QW-2", DAY, GIVEN) == RecentQuote(
        id="q2",
        number="QW-2",
        price_date=DAY,
        sums=OptionGiven("QW-2", 1, 2, 3, 4, 5, 6, 7, 8),
        options=(replace(OPTION, item="QW-2/i2"),),
    )


@pytest.mark.parametrize(
    ("days", "counts"), [(0, True), (-89, True), (89, True), (90, False), (-90, False)]
)
def test_quotes_count_in_the_days_around_a_quote(days: int, counts: bool) -> None:
    """Ninety days with the first, before and after; the quote itself never does."""
    other = recent_quote("q2", "QW-2", DAY + timedelta(days=days), GIVEN)
    own = replace(other, id="q1")
    assert within_window([own, other], Window(90), "q1", DAY) == ((other,) if counts else ())
    assert within_window([other], Window(0), "q1", DAY) == ()
