"""What a quote for another customer takes over, and what it leaves."""

from __future__ import annotations

from datetime import date

from app.quoting.buying_factor import BuyingFactor
from app.quoting.pattern import quote_like
from app.quoting.quote import AccountManager, LikeForLike, Quote
from app.quoting.scenario import Scenario
from pricing.item import QuoteItem

PATTERN = Quote(
    id="Q1",
    number="QW-1",
    title="方案",
    customer="K1",
    manager=AccountManager("M1", "王芳"),
    price_date=date(2026, 1, 1),
    valid_until=date(2026, 1, 16),
    term=24,
    items=(QuoteItem("i1", "B01L", 3, site="S1", bill_to="0571-1"),),
    like_for_like=LikeForLike(competitor=100),
    needs=("便宜",),
    notes="internal",
    scenarios=(Scenario("s1", "底线", 36),),
    buying_factors=(BuyingFactor("价格", 5, 4, 2),),
)


def test_the_offer_is_taken_over_and_the_first_customer_is_not() -> None:
    """Items, title and term stay; words, sites, accounts, remarks and what is replaced go."""
    made = quote_like(
        PATTERN,
        quote_id="Q2",
        number="QW-2",
        customer="K2",
        today=date(2026, 3, 1),
        valid_days=10,
    )
    assert (made.id, made.number, made.customer) == ("Q2", "QW-2", "K2")
    assert (made.title, made.term, made.items[0].quantity) == ("方案", 24, 3)
    assert (made.items[0].site, made.needs, made.notes) == ("", (), "")
    assert (made.items[0].bill_to, made.scenarios, made.buying_factors) == ("", (), ())
    assert made.like_for_like == LikeForLike()
    assert (made.price_date, made.valid_until) == (date(2026, 3, 1), date(2026, 3, 11))
