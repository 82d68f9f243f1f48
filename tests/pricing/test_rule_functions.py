"""The arithmetic of each kind of rule, on whole fen."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from catalog.period import BillingPeriod
from pricing.rule import (
    Base,
    ContractPrice,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    RuleAlteration,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.rule_functions import Facts, base_key, function_of
from pricing.tiers import Tier
from tests.pricing.rule_builders import a_rule, d, term_discount, volume

FACTS = Facts(10_000_000, 10_000, 9_000, 10, 30)
"""Ten units at 10.00: 100.00 at list, 90.00 agreed, thirty units counted together."""


def after(
    alteration: RuleAlteration,
    amount: int,
    facts: Facts = FACTS,
    term: int = 24,
    **fields: Any,  # noqa: ANN401 (the rule's own fields)
) -> int:
    """Fen after a rule."""
    return function_of(a_rule(alteration, **fields), term)(amount, facts)


def test_a_contract_price_takes_the_place_of_the_amount() -> None:
    """Ten at 12.3456: 123.46, though it is dearer."""
    assert after(ContractPrice(d("12.3456")), 5_000) == 12_346


@pytest.mark.parametrize(("price", "net"), [("4.00", 4_000), ("5.00", 5_000), ("6.00", 5_000)])
def test_a_promotional_price_applies_only_where_it_is_lower(price: str, net: int) -> None:
    """50.00 so far."""
    assert after(UnitPrice(d(price)), 5_000) == net


@pytest.mark.parametrize(
    ("base", "net"),
    [(Base.PREVIOUS, 4_500), (Base.LIST, 4_000), (Base.UNDISCOUNTED, 5_000)],
)
def test_a_percentage_is_taken_of_its_base(base: Base, net: int) -> None:
    """10 % of the 50.00 so far, of 100.00 at list, of nothing since something was taken off."""
    assert after(PercentOff(d(10)), 5_000, base=base) == net


def test_a_percentage_for_undiscounted_charges_applies_at_list_price() -> None:
    """10 % of 100.00."""
    assert after(PercentOff(d(10)), 10_000, base=Base.UNDISCOUNTED) == 9_000


def test_the_discount_is_rounded_half_up_not_the_price() -> None:
    """12.30 less 25 % is 3.08 off: 9.22, not 9.23; at odd percentages as well."""
    assert after(PercentOff(d(25)), 1_230) == 922
    assert after(PercentOff(d("33.333")), 1_000) == 1_000 - 333
    assert after(PercentOff(d("0.05")), 1_000) == 999
    assert after(PercentOff(d("0.049")), 1_000) == 1_000


@pytest.mark.parametrize("amount", [0, -5_000])
@pytest.mark.parametrize(
    "alteration",
    [
        PercentOff(d(10)),
        UnitAmountOff(d(1)),
        LineAmountOff(d(1)),
        term_discount(1, 10),
        term_discount(1, 10, additive=True),
        UnitPrice(d(1)),
        volume(Tier(1, percent=d(10))),
    ],
)
def test_no_rule_makes_a_subsidy_smaller(alteration: RuleAlteration, amount: int) -> None:
    """Nothing and less than nothing stay as they are."""
    assert after(alteration, amount) == amount
    assert after(alteration, amount, base=Base.LIST) == amount


@pytest.mark.parametrize(
    ("alteration", "net"),
    [
        (UnitAmountOff(d("1.25")), 5_000 - 1_250),
        (UnitAmountOff(d("4.99")), 10),
        (UnitAmountOff(d("5.01")), 0),
        (LineAmountOff(d("1.25")), 5_000 - 125),
        (LineAmountOff(d("49.99")), 1),
        (LineAmountOff(d("50.01")), 0),
    ],
)
def test_an_amount_off_never_leads_below_nothing(alteration: RuleAlteration, net: int) -> None:
    """Ten units at 50.00 in all: per unit, or off the charge."""
    assert after(alteration, 5_000) == net
    assert after(PercentOff(d(80)), 5_000, base=Base.LIST) == 0


def test_one_fen_can_be_discounted() -> None:
    """The smallest amount is no subsidy."""
    assert after(LineAmountOff(d("0.01")), 1) == 0
    assert after(UnitAmountOff(d("0.001")), 1) == 0
    assert after(PercentOff(d(50)), 1) == 0
    assert after(PercentOff(d(50)), 1, base=Base.LIST) == 0
    assert after(term_discount(1, 50, additive=True), 1) == 0


@pytest.mark.parametrize(("cap", "net"), [(0, 5_000), (499, 4_501), (500, 4_500), (501, 4_500)])
def test_a_cap_bounds_what_a_rule_takes(cap: int, net: int) -> None:
    """10 % of 50.00 is 5.00."""
    assert after(PercentOff(d(10)), 5_000, cap=cap) == net


@pytest.mark.parametrize(("term", "net"), [(11, 8_000), (12, 7_600), (23, 7_600), (24, 7_200)])
def test_a_term_discount_takes_the_last_step_that_is_reached(term: int, net: int) -> None:
    """From 12 months 5 %, from 24 months 10 %; 80.00 so far."""
    steps = TermDiscount(((12, d(5)), (24, d(10))))
    assert after(steps, 8_000, term=term) == net


def test_an_additive_term_discount_is_taken_of_the_agreed_amount() -> None:
    """10 % of the 90.00 agreed, not of the 80.00 so far and not of the 100.00 at list."""
    assert after(term_discount(12, 10, additive=True), 8_000) == 7_100
    assert after(term_discount(12, 10, additive=True), 800) == 0
    assert after(term_discount(36, 10, additive=True), 8_000) == 8_000


def test_tiers_are_taken_of_the_list_price_where_they_are_lower() -> None:
    """10 % of 100.00 at list: 90.00, unless less is charged already; pooled units count thirty."""
    tiers = (Tier(1, percent=d(10)), Tier(30, percent=d(20)))
    assert after(QuantityTiers(tiers), 10_000) == 9_000
    assert after(QuantityTiers(tiers), 8_500) == 8_500
    assert after(QuantityTiers(tiers, pooled=True), 10_000) == 8_000
    assert after(QuantityTiers(tiers, pooled=True), 7_900) == 7_900
    slices = (Tier(1, percent=d(0)), Tier(6, percent=d(100)))
    assert after(QuantityTiers(slices, graduated=True), 10_000) == 5_000
    assert after(QuantityTiers(slices, graduated=True), 4_900) == 4_900


def test_a_share_of_others_needs_to_know_what_they_come_to() -> None:
    """8 % of 1,000.00; the list price while that is not known; half a fen goes up."""
    alteration = PercentOfOthers(d(8), Scope())
    assert after(alteration, 10_000) == 10_000
    assert after(alteration, 10_000, msgspec.structs.replace(FACTS, base=100_000)) == 8_000
    assert after(alteration, 10_000, msgspec.structs.replace(FACTS, base=0)) == 0
    assert after(PercentOfOthers(d(5), Scope()), 0, msgspec.structs.replace(FACTS, base=10)) == 1


def test_a_base_is_known_by_rule_and_period() -> None:
    """One rule may need the monthly and the one-time charges of others, with VAT and without."""
    periods = (BillingPeriod.MONTH, BillingPeriod.ONCE)
    keys = {
        base_key(rule, period, inside=inside)
        for rule in "AB"
        for period in periods
        for inside in (True, False)
    }
    assert len(keys) == 8
