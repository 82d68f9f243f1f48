"""The best offer of the worked cases: proven, priced by the engine, with reasons for the rest."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.quoting.offer.problem import Goal, Need
from app.quoting.offer.wanting import need_of
from app.quoting.offer.wish import wish_of
from app.services.best_offer import BestOfferSearch
from catalog.local_text import LocalText
from pricing.rule import Level, PercentOff, PriceRule
from tests.app.quoting.offer.sample_offers import circumstances
from tests.sample import sample_rules

if TYPE_CHECKING:
    from app.quoting.offer.offer import BestOffer
    from app.quoting.offer.wish import Wish
    from app.services.offer_settling import OfferProgress


def found(number: int, **changes: object) -> BestOffer:
    """The best offer of a worked case, what its quote holds being wanted."""
    around = circumstances(number)
    wish: Wish = replace(wish_of(around), **changes)
    with BestOfferSearch(around, sample_rules(), wish) as search:
        return search.run()


def held(best: BestOffer) -> list[tuple[str, int]]:
    """Offerings and quantities of the best offer."""
    assert best.offer is not None
    return sorted((item.offering, item.quantity) for item in best.offer.items)


def test_case_one_is_the_small_plan_and_never_the_large_one() -> None:
    """668.00 and a little long distance in July; C1-H is refused, and dearer by 679.00 besides.

    Six usual months: local calls never exceed 3,000 minutes; long distance does in July alone, 82
    minutes at 0.25. 8,016.00 + 2 x 20.50 = 8,057.00; C1-H costs 8,736.00.
    """
    around = circumstances(1)
    with BestOfferSearch(around, sample_rules(), wish_of(around)) as search:
        best = search.run()
        assert held(best) == [("B01L", 1)]
        assert best.offer is not None
        assert best.offer.usage == (0, 0, 2_050, 0, 0, 0)
        assert (best.offer.cost, best.offer.monthly) == (805_700, 67_142)
        assert (best.bound, best.proven, best.spent) == (805_700, True, 70_800)
        assert (best.level, best.within_own, best.stopped) == ("L1", True, False)
        told = search.why_not("B01H")
        assert [one.code for one in told.findings] == ["bundle.not_eligible"]
        assert (told.dearer, told.proven, told.usage) == (67_900, True, -4_100)
        changes = [(one.offering, one.before, one.after, one.change) for one in told.differences]
        assert changes == [("B01H", 0, 1, 873_600), ("B01L", 1, 0, -801_600)]
        assert search.why_not("B05").useless


def test_case_two_is_the_offer_of_the_paper() -> None:
    """2,338.00 a month for five lines, a sixth, four connections and modems: 56,112.00."""
    best = found(2)
    assert best.offer is not None
    assert (best.offer.monthly, best.offer.cost) == (233_800, 5_611_200)
    assert best.proven
    assert held(best) == [("ADSL1", 4), ("B02", 1), ("MODEM", 4), ("PSTN", 1), ("PSTN", 1)]


@pytest.mark.parametrize(
    ("term", "charges", "paid"),
    [(12, ("MODEM.LEASE",), 4 * 12 * 1_000), (24, ("MODEM.EQP",), 4 * 18_800)],
)
def test_modems_are_bought_or_rented_never_both(
    term: int, charges: tuple[str, ...], paid: int
) -> None:
    """188.00 once or 10.00 a month: rented for a year, bought for two."""
    around = circumstances(2)
    either = need_of(around.catalog, "MODEM", 4)
    assert either is not None
    others = [need for need in wish_of(around).needs if need.id != "MODEM.LEASE"]
    wish = replace(wish_of(around), needs=(*others, either), terms=(term,))
    with BestOfferSearch(around, sample_rules(), wish) as search:
        best = search.run()
    assert best.offer is not None
    assert best.proven
    (modem,) = (item for item in best.offer.priced.items if item.offering == "MODEM")
    assert tuple(charge.code for charge in modem.charges) == charges
    assert modem.one_time.net_amount + term * modem.monthly.net_amount == paid


@pytest.mark.parametrize(
    ("number", "monthly", "bundle"), [(3, 861_000, "B10"), (4, 988_000, "B05")]
)
def test_the_bundle_of_the_paper_is_best(number: int, monthly: int, bundle: str) -> None:
    """At published prices, as the cases' ideal terms say: 8,610.00 and 9,880.00 a month."""
    best = found(number)
    assert best.offer is not None
    assert (bundle, 1) in held(best)
    assert best.offer.priced.totals.monthly.net_amount == monthly
    assert best.proven


def test_alternatives_have_other_bundles_and_are_no_better() -> None:
    """At list price, with the team prices; nothing that is only more of the best one."""
    best = found(1)
    assert best.offer is not None
    named = [[i.offering for i in one.items if i.offering[0] == "B"] for one in best.alternatives]
    assert named == [[], ["B17"]]
    costs = [best.offer.cost, *(one.cost for one in best.alternatives)]
    assert costs == sorted(costs)
    assert best.alternatives[0].monthly == 70_800  # a typical month as it is today


def test_most_margin_gives_away_no_more_than_the_saving_asks() -> None:
    """7 % below 708.00 is 658.44: 2 % off the plan leaves 658.06, 5 % is never granted on it."""
    best = found(
        1,
        goal=Goal.MOST_MARGIN,
        saving=Decimal(7),
        discounts=(Decimal(1), Decimal(2), Decimal(3), Decimal(5)),
    )
    assert best.offer is not None
    (item,) = best.offer.priced.items
    assert item.extra_discount == Decimal(2)
    assert best.offer.monthly == 65_464 + 342
    assert best.proven
    assert best.within_own


def test_a_saving_that_nothing_gives_is_proven_impossible() -> None:
    """Nobody saves nine tenths."""
    best = found(1, saving=Decimal(90))
    assert (best.offer, best.impossible) == (None, True)


def test_a_need_that_nothing_answers_is_named() -> None:
    """The customer may not buy it, so nothing covers it."""
    best = found(1, needs=(Need("none", 1, answers=("NONE.RENT",)),))
    assert best.offer is None
    assert best.uncovered == ("none",)


def test_commitments_are_compared_over_the_longest() -> None:
    """Twelve and 24 months, both over 24; the first wins a tie."""
    best = found(1, terms=(24, 12))
    assert best.offer is not None
    assert (best.offer.term, best.offer.horizon, best.offer.cost) == (12, 24, 1_611_400)
    assert best.alternatives[0].term == 24
    assert best.proven


def test_a_promotion_on_the_whole_quote_lowers_the_bound() -> None:
    """10 % off everything: the engine's price is lower, and what it may be at most is stated."""
    around, rule = circumstances(1), PercentOff(Decimal(10))
    promotion = PriceRule("Q", LocalText("整单九折"), rule, level=Level.QUOTE, promotion=True)
    rules = replace(around.policy.rules, rules=(promotion,))
    around = around._replace(policy=replace(around.policy, rules=rules))
    with BestOfferSearch(around, sample_rules(), wish_of(around)) as search:
        best = search.run()
    assert best.offer is not None
    assert best.bound is not None
    assert best.bound <= best.offer.cost
    assert best.offer.cost == best.offer.points[0] // best.per_fen


def test_it_ends_when_somebody_has_had_enough() -> None:
    """At the first word the greedy answer stands, and its gap is told."""
    told: list[OfferProgress] = []

    def enough(progress: OfferProgress) -> bool:
        told.append(progress)
        return False

    around = circumstances(1)
    with BestOfferSearch(around, sample_rules(), wish_of(around), enough) as search:
        best = search.run()
    assert [one.step for one in told] == ["greedy"]
    assert best.offer is not None
    assert best.stopped
    assert best.proof is not None
    assert best.proof.bound <= best.proof.value
    assert best.alternatives == ()


def test_without_a_best_offer_nothing_can_be_compared() -> None:
    """Why not is asked afterwards."""
    around = circumstances(1)
    with (
        BestOfferSearch(around, sample_rules(), wish_of(around)) as search,
        pytest.raises(ValueError, match="no best offer"),
    ):
        search.why_not("B01H")
