"""An offer takes the place of a quote's items and costs there what it cost as an offer."""

from __future__ import annotations

from app.quoting.measures import pricing_context
from app.quoting.offer.adopting import adopt_offer
from app.quoting.offer.offer import offer_of
from app.quoting.offer.valuing import valued
from pricing.engine import price_quote
from tests.app.quoting.offer.sample_offers import circumstances, gathered


def test_an_adopted_offer_costs_what_it_was_offered_for() -> None:
    """Case 2 with its offer put together anew: 2,338.00 a month, under identifiers of its own."""
    around, found = circumstances(2), gathered(2)
    counts = {
        "B02": 1,
        "B02 / ADSL1.RENT": 4,
        "B02 / PSTN.RENT": 1,
        "MODEM.LEASE": 4,
        "PSTN.CLIP kept": 1,
    }
    offer = offer_of(found, valued(found.problem, counts))
    quote = adopt_offer(around.quote, offer)
    assert [item.id for item in quote.items] == ["i5", "i6", "i7", "i8", "i9"]
    assert quote.like_for_like.items == ()
    assert quote.like_for_like.competitor == 18_640
    context = pricing_context(quote, around.customer, around.bills, around.analysis)
    priced = price_quote(around.catalog, around.policy, context, quote.items)
    assert priced.totals.monthly.net_amount == 233_800
    assert priced.totals.contract.net_amount == offer.cost == 5_611_200
