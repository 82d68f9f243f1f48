"""What the checks look at: which rules touch which charges, and what a quote would come to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from catalog.offering import Lifecycle
from catalog.period import BillingPeriod
from catalog.problem import Severity
from pricing.lint.case import LintCase, charge_of, finding, quoted, thresholds, touches
from pricing.rule import ContractPrice, PercentOff, QuantityTiers, Scope, TermDiscount
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.builders import (
    DAY,
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    an_item,
    an_offering,
    priced,
)
from tests.pricing.lint.rules import a_policy, a_rule, between

ONCE = BillingPeriod.ONCE
OFF = PercentOff(Decimal(10))
OFFERING = an_offering(a_charge(most=5), a_charge("LINE.INST", "100.00", period=ONCE))
CATALOG = a_catalog(OFFERING, an_offering(a_charge("NET.RENT")))


def test_rules_are_known_by_charge_and_charges_by_rule() -> None:
    """A rule for one offering touches its two charges."""
    whole, rent = a_rule("a", OFF, Scope(offerings=("LINE",))), a_rule("b", OFF)
    case = LintCase(CATALOG, a_policy(rent, whole), DAY)
    by_code = {one.code: one for one in case.sold}
    assert case.touching(by_code["LINE.RENT"]) == [whole, rent]
    assert case.touching(by_code["NET.RENT"]) == []
    assert [one.code for one in case.scope(whole)] == ["LINE.RENT", "LINE.INST"]
    assert case.kin(by_code["LINE.RENT"]) != case.kin(by_code["LINE.INST"])


def test_what_has_ended_is_left_aside() -> None:
    """Rules of last year, withdrawn offerings, offerings whose sale has ended."""
    old = a_rule("a", OFF, valid=between(None, date(2025, 12, 31)))
    catalog = a_catalog(
        an_offering(a_charge("OLD.RENT"), lifecycle=Lifecycle.WITHDRAWN),
        an_offering(a_charge("GONE.RENT"), valid=between(None, date(2026, 1, 1))),
        an_offering(),
    )
    case = LintCase(catalog, a_policy(old), DAY)
    assert case.rules == ()
    assert [one.code for one in case.sold] == ["LINE.RENT"]


def test_a_term_discount_touches_recurring_charges_only() -> None:
    """Whatever its scope says."""
    case = LintCase(CATALOG, a_policy(), DAY)
    rule = a_rule("a", TermDiscount(((12, Decimal(5)),)), Scope())
    assert [touches(rule, one) for one in case.sold] == [True, False, True]


@pytest.mark.parametrize(("count", "allowed"), [(0, False), (1, True), (5, True), (6, False)])
def test_a_quantity_must_lie_within_the_bounds_of_the_charge(count: int, *, allowed: bool) -> None:
    """One at least, five at most."""
    (one, *_) = LintCase(CATALOG, a_policy(), DAY).sold
    assert one.allows(count) is allowed


def test_a_trial_costs_what_a_quote_costs() -> None:
    """Pooled tiers included: five units of a pool of five, 10 % off 125.00."""
    pooled = QuantityTiers((Tier(1, Decimal(0)), Tier(5, Decimal(10))), pooled=True)
    case = LintCase(CATALOG, a_policy(a_rule("a", pooled)), DAY)
    (one, *_) = case.sold
    context = a_context()
    assert [_net(case, context_count) for context_count in (4, 5)] == [10_000, 11_250]
    example = case.example(context, (quoted(one, 5),))
    assert example.priced.totals.monthly.net_amount == 11_250


def _net(case: LintCase, count: int) -> int:
    trial = case.trial(a_context(), case.sold[0], count)
    assert trial is not None
    return trial.net_amount


def test_a_price_with_other_rules_ignores_those_of_the_policy() -> None:
    """10 % off though the policy has an agreed price."""
    case = LintCase(CATALOG, a_policy(a_rule("a", ContractPrice(Decimal(1)))), DAY)
    assert case.price_with((a_rule("b", OFF),), a_context(), case.sold[0], 2) == 4_500


def test_the_charge_of_a_quote_is_not_that_of_a_bundle() -> None:
    """A component of the same code is passed over."""
    catalog = a_catalog(bundles=[a_bundle()])
    quote = priced(catalog, an_item("PACK", item_id="i2"), a_line(3))
    charge = charge_of(quote, "LINE.RENT")
    assert charge is not None
    assert charge.quantity == 3
    assert charge_of(priced(catalog, an_item("PACK")), "LINE.RENT") is None


def test_thresholds_are_quantities_at_which_something_changes() -> None:
    """Tiers and least quantities of all rules, ascending; 1 is no threshold."""
    tiers = QuantityTiers((Tier(1, Decimal(0)), Tier(20, Decimal(5))))
    rules = (a_rule("a", tiers), a_rule("b", OFF, least_quantity=10), a_rule("c", OFF))
    assert thresholds(rules) == (10, 20)


def test_a_finding_names_its_subject() -> None:
    """Code, severity, subject and figures."""
    problem = finding("lint.x", Severity.HINT, "R1", {"a": "b"}).problem
    assert (problem.where.subject, problem.parameters) == ("R1", {"a": "b"})


def test_thresholds_of_several_rules_stand_together() -> None:
    """From 7 asked for, tiers of 2 and 20, and behind 100 free units at 101 and 110."""
    tiers = QuantityTiers((Tier(2, percent=Decimal(5)), Tier(20, percent=Decimal(9))))
    steps = (Tier(1, unit_price=Decimal("0.2")), Tier(10, unit_price=Decimal("0.1")))
    rules = [
        a_rule("q", OFF, least_quantity=7),
        a_rule("t", tiers),
        a_rule("u", UsageRates(None, 100, steps)),
    ]
    assert thresholds(rules) == (2, 7, 20, 101, 110)
