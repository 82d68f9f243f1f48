"""Promotions on the whole quote: below cost, less than they promise, never used."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from catalog.problem import Severity
from pricing.engine import price_quote
from pricing.lint.reach import reach_findings
from pricing.lint.whole_quote import whole_quote_findings
from pricing.rule import Level, PercentOff, QuoteAmountOff, Scope
from tests.builders import a_catalog, a_charge, a_context, a_line, an_offering, codes_of
from tests.pricing.lint.rules import a_policy, a_promotion, codes, found_by

CATALOG = a_catalog(an_offering(a_charge("LINE.RENT", "109.00", cost="80.00")))


@pytest.mark.parametrize(("percent", "found"), [(20, []), (21, ["below_cost"])])
def test_a_promotion_below_cost_is_told_with_the_quote(percent: int, found: list[str]) -> None:
    """109.00 less 20 % is the cost of 80.00 without VAT; a fen less is below."""
    rule = a_promotion("q", PercentOff(Decimal(percent)), level=Level.QUOTE)
    told = found_by(whole_quote_findings, CATALOG, a_policy(rule))
    assert codes(told) == found
    assert all(one.problem.parameters["rules"] == "q" for one in told)


def test_the_smallest_quote_that_meets_the_conditions_is_tried() -> None:
    """30.00 off 109.00 is too much, off 436.00 in two items of two it is not; 200.00 are."""
    for off, least, found in ((30, 0, 1), (30, 43_600, 0), (200, 43_600, 1)):
        rule = a_promotion(
            "q",
            QuoteAmountOff(Decimal(off)),
            Scope(),
            level=Level.QUOTE,
            least_total=least,
            least_items=2 if least else 0,
        )
        assert len(found_by(whole_quote_findings, CATALOG, a_policy(rule))) == found


def test_a_floor_margin_keeps_it_above_cost() -> None:
    """90 % off 109.00 leaves the floor instead, and that is told; rules on charges are not."""
    rule = a_promotion("q", PercentOff(Decimal(90)), level=Level.QUOTE)
    policy = a_policy(rule, floor_margin=Decimal(1))
    assert codes(found_by(whole_quote_findings, CATALOG, policy)) == ["promotion_cut"]
    alone = a_policy(a_promotion("p", PercentOff(Decimal(90))))
    assert found_by(whole_quote_findings, CATALOG, alone) == []


def test_what_a_band_keeps_is_told_and_borne_by_others() -> None:
    """20 off 100.00 with a band of 15 %: 15.00 a month; beside 100.00 the other bears 5.00 more."""
    catalog = a_catalog(
        an_offering(a_charge("LINE.RENT", "100.00", regulation=PriceRegulation.GUIDED)),
        an_offering(a_charge("NET.RENT", "100.00")),
    )
    rule = a_promotion("q", QuoteAmountOff(Decimal(40)), Scope(), level=Level.QUOTE)
    (one,) = found_by(whole_quote_findings, catalog, a_policy(rule))
    assert codes([one]) == ["promotion_cut"]
    assert one.problem.severity is Severity.HINT
    facts = one.problem.parameters
    assert (facts["wanted"], facts["taken"], facts["term"]) == ("40.00", "15.00", "1")
    alone, beside = (example.priced for example in one.examples)
    assert [item.monthly.net_amount for item in alone.items] == [8_500]
    assert [item.monthly.net_amount for item in beside.items] == [8_500, 7_500]
    assert "price.below_band" not in codes_of(alone)


def test_a_promotion_within_the_band_is_let_be() -> None:
    """15 % off a guided price is what the band allows."""
    guided = a_charge("LINE.RENT", "100.00", regulation=PriceRegulation.GUIDED)
    rule = a_promotion("q", PercentOff(Decimal(15)), level=Level.QUOTE)
    assert found_by(whole_quote_findings, a_catalog(an_offering(guided)), a_policy(rule)) == []


def test_a_promotion_on_fixed_prices_alone_can_never_be_used() -> None:
    """No rule alters a price set by the state: the scope is empty, and the engine says so too."""
    fixed = a_charge("LINE.RENT", "100.00", regulation=PriceRegulation.FIXED)
    catalog = a_catalog(an_offering(fixed))
    rule = a_promotion("q", PercentOff(Decimal(20)), level=Level.QUOTE)
    assert found_by(whole_quote_findings, catalog, a_policy(rule)) == []
    (one,) = found_by(reach_findings, catalog, a_policy(rule))
    assert codes([one]) == ["rule_without_charges"]
    quote = price_quote(catalog, a_policy(rule), a_context(), [a_line()])
    assert quote.totals.monthly.net_amount == 10_000
    assert [(one.rule, one.reason) for one in quote.rejected] == [("q", "no_charges")]


def test_promotions_on_the_charge_and_on_the_quote_are_looked_at_together() -> None:
    """Neither 15 % on the line (92.65) nor 10 % on the quote reach below 80.00 without VAT.

    Together 109.00 are 83.38 or 76.50 without VAT; the code is entered to find it.
    """
    item = a_promotion("p", PercentOff(Decimal(15)), codes=("A",))
    quote = a_promotion("q", PercentOff(Decimal(10)), level=Level.QUOTE)
    assert found_by(whole_quote_findings, CATALOG, a_policy(quote)) == []
    (one,) = found_by(whole_quote_findings, CATALOG, a_policy(item, quote))
    assert codes([one]) == ["below_cost"]
    assert one.examples[0].context.codes == ("A",)
    assert one.problem.parameters["ex_tax"] == "76.50"


def test_a_charge_of_another_period_bears_nothing() -> None:
    """A promotion on what is billed once is tried on what is billed once."""
    once = a_charge("LINE.INST", "109.00", cost="80.00", period=BillingPeriod.ONCE)
    catalog = a_catalog(an_offering(once))
    scope = Scope(offerings=("LINE",))
    deep = PercentOff(Decimal(90))
    monthly = a_promotion("q", deep, scope, level=Level.QUOTE)
    assert found_by(whole_quote_findings, catalog, a_policy(monthly)) == []
    single = a_promotion("q", deep, scope, level=Level.QUOTE, period=BillingPeriod.ONCE)
    assert codes(found_by(whole_quote_findings, catalog, a_policy(single))) == ["below_cost"]


def test_among_many_charges_the_one_closest_to_cost_is_tried() -> None:
    """Twenty cheap ones stand before the one that 21 % bring below its cost of 80.00."""
    cheap = [an_offering(a_charge(f"A{n:02d}.RENT", "109.00", cost="10.00")) for n in range(20)]
    dear = an_offering(a_charge("Z.RENT", "109.00", cost="80.00"))
    rule = a_promotion("q", PercentOff(Decimal(21)), Scope(), level=Level.QUOTE)
    (one,) = found_by(whole_quote_findings, a_catalog(*cheap, dear), a_policy(rule))
    assert (one.problem.parameters["charge"], one.problem.parameters["charges"]) == ("Z.RENT", "21")
