"""Every figure of a problem is the engine's, and what may not be sold is left out with a reason."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.quoting.offer.gathering import gather
from app.quoting.offer.offer import offer_of
from app.quoting.offer.permitting import permitted_by
from app.quoting.offer.problem import Goal, Need
from app.quoting.offer.valuing import valued
from app.quoting.offer.wish import wish_of
from pricing.tiers import Tier
from tests.app.quoting.offer.sample_offers import circumstances, gathered
from tests.sample import QUOTE_DAY, sample_rules


def test_a_bundle_costs_what_is_published_over_the_horizon() -> None:
    """C1-L: 668.00 for twelve months in six points a fen, with its minutes and overage."""
    found = gathered(1).problem
    plan = found.candidate("B01L")
    assert plan is not None
    assert plan.cost == 66_800 * 12 * 6
    assert plan.covers == {"PSTN.RENT": 4, "PSTN.CLIP": 4, "ADSL2.RENT": 1}
    assert plan.allowances == {"PSTN.LOCAL": 3000, "LD.DOM": 240}
    assert plan.rates == {"PSTN.LOCAL": 100_000, "LD.DOM": 250_000}
    assert [(usage.id, usage.rate) for usage in found.usage] == [
        ("PSTN.LOCAL", 110_000),
        ("LD.DOM", 300_000),
    ]


def test_what_the_customer_has_is_not_connected_again() -> None:
    """Four lines stay at 25.00; the sixth of case 2 is new and costs 100.00 once."""
    kept = gathered(1).problem.candidate("PSTN.RENT kept")
    assert kept is not None
    assert (kept.cost, kept.most) == (2_500 * 12 * 6, 4)
    problem = gathered(2).problem
    new = problem.candidate("PSTN.RENT")
    assert new is not None
    assert new.cost == 2_500 * 24 + 10_000
    assert Need("PSTN.RENT new", 1, name=new.name) in problem.needs
    assert new.covers == {"PSTN.RENT": 1, "PSTN.RENT new": 1}


def test_options_stand_beside_their_bundle_at_its_price() -> None:
    """ADSL1 at 98.00 and connected for nothing, five at most; at list price not beside it."""
    problem = gathered(2).problem
    option, single = problem.candidate("B02 / ADSL1.RENT"), problem.candidate("ADSL1.RENT")
    assert option is not None
    assert single is not None
    assert (option.cost, option.within, option.per_one) == (9_800 * 24, "B02", 5)
    assert single.cost == 13_800 * 24 + 10_000
    assert "B02" in single.excludes


def test_what_is_connected_once_for_all_is_not_paid_twice() -> None:
    """The school's platform comes with the pack; 150 more cards at 2.40 are cards only."""
    problem = gathered(3).problem
    beside = problem.candidate("B10 / CAMPUS.RENT")
    assert beside is not None
    assert beside.cost == 240 * 36


def test_what_is_connected_once_for_all_costs_the_same_for_any_number() -> None:
    """Without the pack the platform is 10,000.00 once, whether for one card or for 1,350."""
    around = circumstances(3)
    problem = gather(around, replace(wish_of(around), bare=()), 36, 36).problem
    alone = problem.candidate("CAMPUS.RENT")
    assert alone is not None
    assert (alone.fixed_cost, alone.cost) == (1_000_000, 300 * 36)
    assert "B10" in alone.excludes


def test_what_may_not_be_sold_is_left_out_with_the_reason() -> None:
    """C1-H asks for 400 long-distance minutes in a typical month."""
    found = gathered(1)
    (finding,) = found.left_out["B01H"]
    assert (finding.code, finding.parameters["measure"]) == (
        "bundle.not_eligible",
        "typical_ld_minutes",
    )
    assert found.problem.candidate("B01H") is None


def test_it_is_a_candidate_where_somebody_asks_why_not() -> None:
    """The reason stays."""
    around = circumstances(1)
    found = gather(around, wish_of(around), 12, 12, anyway=("B01H",))
    plan = found.problem.candidate("B01H")
    assert plan is not None
    assert "B01L" in plan.excludes
    assert "B01H" in found.left_out


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_alone_each_candidate_costs_what_the_engine_says(number: int) -> None:
    """Priced together, as it would stand in a quote, with the usage of each month."""
    found = gathered(number)
    for one in found.problem.candidates:
        if one.within:
            continue
        choice = valued(found.problem, {one.id: one.least})
        assert offer_of(found, choice).points[0] == choice.cost


def test_prices_by_quantity_become_pieces() -> None:
    """MSTP 10M costs 5 % less from twenty on."""
    around = circumstances(5)
    wish = replace(wish_of(around), needs=(Need("m", 30, answers=("MSTP10.RENT",)),), usage={})
    problem = gather(around, wish, 36, 36).problem
    ones = [one for one in problem.candidates if one.id.startswith("MSTP10.RENT")]
    assert [(one.least, one.most) for one in ones] == [(1, 19), (20, 30)]
    assert ones[1].excludes == ("MSTP10.RENT",)
    assert ones[0].cost - ones[1].cost == 320_000 * 36 * 5 // 100


def test_discounts_are_tried_within_the_authors_authority() -> None:
    """3 % off C1-L is within his own; 20 % off a market price is not, and then only if asked."""
    around = circumstances(1)
    matrix = sample_rules().authority_on(QUOTE_DAY)
    wish = replace(wish_of(around), discounts=(Decimal(3), Decimal(20)))
    own = gather(around, wish, 12, 12, permitted=permitted_by(matrix)).problem
    assert own.candidate("B01L -3%") is not None
    assert own.candidate("B01L -20%") is None  # beyond what the bundle allows at all
    assert own.candidate("ADSL2.RENT kept -20%") is None


def test_beyond_his_authority_they_are_tried_where_somebody_may_approve() -> None:
    """20 % off a new connection is the city company's to grant; 5 % is his own."""
    around = circumstances(2)
    matrix = sample_rules().authority_on(QUOTE_DAY)
    wish = replace(wish_of(around), discounts=(Decimal(5), Decimal(20)))
    own = gather(around, wish, 24, 24, permitted=permitted_by(matrix)).problem
    anybody = permitted_by(matrix, with_approval=True)
    approved = gather(around, wish, 24, 24, permitted=anybody).problem
    small, deep = approved.candidate("ADSL1.RENT -5%"), approved.candidate("ADSL1.RENT -20%")
    assert own.candidate("ADSL1.RENT -5%") == small
    assert own.candidate("ADSL1.RENT -20%") is None
    assert small is not None
    assert deep is not None
    assert small.cost == (13_800 * 24 + 10_000) * 95 // 100
    assert deep.cost == (13_800 * 24 + 10_000) * 80 // 100
    assert {"ADSL1.RENT", "ADSL1.RENT -5%", "B02"} <= set(deep.excludes)


def test_most_margin_sells_no_more_than_is_asked_for() -> None:
    """Exactly the needs, and a limit on what the customer pays."""
    around = circumstances(1)
    wish = replace(wish_of(around), goal=Goal.MOST_MARGIN, saving=Decimal(5))
    problem = gather(around, wish, 12, 12).problem
    assert [need.most for need in problem.needs] == [4, 4, 1]
    assert problem.limit == 70_800 * 12 * 6 * 95 // 100


def test_a_charge_that_answers_two_needs_is_refused() -> None:
    """Nobody could say which of them a unit is for."""
    around = circumstances(1)
    twice = (Need("a", 1, answers=("PSTN.RENT",)), Need("b", 1, answers=("PSTN.RENT",)))
    with pytest.raises(ValueError, match=r"PSTN\.RENT answers a and b"):
        gather(around, replace(wish_of(around), needs=twice), 12, 12)


def test_more_than_is_needed_is_offered_where_that_is_cheaper() -> None:
    """Nineteen circuits at list; twenty with ten per cent off cost less than nineteen do."""
    around = circumstances(2)
    needed = replace(wish_of(around), needs=(Need("MSTP10.RENT", 19, answers=("MSTP10.RENT",)),))
    few = gather(around, needed, 24, 24).problem
    assert few.candidate("MSTP10.RENT #2") is None
    rules = around.policy.rules
    tier = replace(rules.rules[0].alteration, tiers=(Tier(1, Decimal(0)), Tier(20, Decimal(10))))
    dear = replace(rules, rules=(replace(rules.rules[0], alteration=tier), *rules.rules[1:]))
    ten = around._replace(policy=replace(around.policy, rules=dear))
    many = gather(ten, needed, 24, 24).problem.candidate("MSTP10.RENT #2")
    assert many is not None
    assert many.most == 20


def test_a_bundle_comes_with_each_selection_of_use() -> None:
    """A camera point with standard pictures beside the usual one, for who needs such pictures."""
    around = circumstances(4)
    needs = (Need("GEYE.SD", 3, answers=("GEYE.SD",)),)
    found = gather(around, replace(wish_of(around), needs=needs), 24, 24)
    names = [one.id for one in found.problem.candidates if one.id.startswith("B18")]
    assert names == ["B18 (GEYE.SD 1)"]
    assert found.templates["B18 (GEYE.SD 1)"].item("i1", 1).choices[1].quantity == 1
    assert found.partly == ()
