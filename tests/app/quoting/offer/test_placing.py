"""What is chosen stands at the sites where it is wanted, and costs there what it was chosen for.

Figures over a year: a line 25.00 a month and 100.00 once, 400.00; kept 300.00; three in a bundle at
70.00 a month 840.00.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.quoting.customer import InstalledService
from app.quoting.measures import pricing_context
from app.quoting.offer.adopting import adopt_offer
from app.quoting.offer.gathering import gather
from app.quoting.offer.offer import offer_of
from app.services.offer_search import Task, search
from catalog.local_text import LocalText
from pricing.engine import price_quote
from pricing.rule import PriceRule, QuantityTiers, Scope
from pricing.rulebook import RuleSet
from pricing.tiers import Tier
from tests.app.quoting.offer.sites import lines, two_sites

if TYPE_CHECKING:
    from app.quoting.offer.asking import Circumstances
    from app.quoting.offer.offer import Offer
    from app.quoting.offer.wish import Wish


def best(around: Circumstances, wish: Wish) -> Offer:
    """The best offer, proven; in a quote it costs what it was chosen for."""
    gathered = gather(around, wish, 12, 12)
    found = search(Task(gathered.problem))
    assert found.choice is not None
    assert found.proof is not None
    assert found.proof.proven
    offer = offer_of(gathered, found.choice)
    assert offer.points[0] == found.proof.value
    quote = adopt_offer(around.quote, offer)
    context = pricing_context(quote, around.customer, around.bills, None)
    priced = price_quote(around.catalog, around.policy, context, quote.items)
    assert priced.totals.contract.net_amount == offer.cost
    return offer


def held(offer: Offer) -> list[tuple[str, str, int]]:
    """Offering, site and quantity of each item."""
    return [(item.offering, item.site, item.quantity) for item in offer.items]


@pytest.mark.parametrize("one_site", [True, False])
def test_a_bundle_stands_where_all_of_it_is(one_site: bool) -> None:
    """Three lines at S1 in the bundle, two at S2 singly: 840.00 and 800.00."""
    offer = best(two_sites("70", one_site=one_site), lines(S1=3, S2=2))
    assert held(offer) == [("PACK", "S1", 1), ("LINE", "S2", 2)]
    assert offer.cost == 164_000


def test_a_bundle_over_sites_covers_both_of_them() -> None:
    """Two lines at S1 and one at S2 in one bundle, which stands at none of them alone."""
    offer = best(two_sites("70", one_site=False), lines(S1=2, S2=1))
    assert held(offer) == [("PACK", "", 1)]
    assert offer.cost == 84_000


def test_a_bundle_for_one_site_does_not() -> None:
    """With it at S1 the line at S2 makes 1,240.00; three lines cost 1,200.00, each at its site."""
    offer = best(two_sites("70", one_site=True), lines(S1=2, S2=1))
    assert held(offer) == [("LINE", "S1", 2), ("LINE", "S2", 1)]
    assert offer.cost == 120_000


def test_each_site_may_have_a_bundle_of_its_own() -> None:
    """At 45.00 two bundles, one line spare, cost 1,080.00; with single lines it is 1,340.00."""
    offer = best(two_sites("45", one_site=True), lines(S1=3, S2=2))
    assert held(offer) == [("PACK", "S1", 1), ("PACK", "S2", 1)]


def test_what_is_wanted_anywhere_is_at_no_site() -> None:
    """A line at S2 and two of which nobody says where."""
    offer = best(two_sites("200", one_site=True), lines(S2=1, none=2))
    assert held(offer) == [("LINE", "S2", 1), ("LINE", "", 2)]


def test_lines_that_are_there_stay_where_they_are() -> None:
    """Three at S1 of which two are wanted; S2 gets new ones: 600.00 and 800.00."""
    around = two_sites("70", InstalledService("LINE", 3, "总部"), one_site=True)
    offer = best(around, lines(S1=2, S2=2))
    assert held(offer) == [("LINE", "S2", 2), ("LINE", "S1", 2)]
    assert [len(item.charges) for item in offer.items] == [2, 1]
    assert offer.cost == 140_000


def test_what_would_be_dearer_in_parts_stays_whole() -> None:
    """Five lines with a fifth off from five on: 1,200.00 and 500.00, at no site."""
    tiers = QuantityTiers((Tier(1, Decimal(0)), Tier(5, Decimal(20))))
    rule = PriceRule("T", LocalText("数量"), tiers, Scope(charges=("LINE.RENT",)))
    around = two_sites("200", one_site=True, rules=RuleSet("r", rules=(rule,)))
    offer = best(around, lines(S1=3, S2=2))
    assert held(offer) == [("LINE", "", 5)]
    assert offer.cost == 170_000
