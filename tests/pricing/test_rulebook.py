"""Which rules apply in a quote's circumstances, and in which order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.charge import ChargeType, PriceRegulation
from catalog.condition import Condition
from catalog.period import BillingPeriod, ValidityPeriod
from pricing.context import PricingContext
from pricing.rule import (
    ContractPrice,
    LineAmountOff,
    PercentOfOthers,
    Scope,
    TermDiscount,
    When,
)
from pricing.rulebook import Rulebook, RuleSet, applies
from tests.builders import DAY, a_charge, an_offering
from tests.pricing.rule_builders import (
    a_promotion,
    a_rule,
    d,
    percent_off,
    term_discount,
    volume,
    yuan_off,
)

CONTEXT = PricingContext(
    DAY,
    ("SMB", "KEY"),
    24,
    measures={"lines": Decimal(5)},
    words={"industry": "school"},
    customer="c1",
    codes=("SPRING",),
)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (When(), True),
        (When(valid=ValidityPeriod(DAY, DAY)), True),
        (When(valid=ValidityPeriod(None, date(2026, 11, 22))), False),
        (When(valid=ValidityPeriod(date(2026, 11, 24))), False),
        (When(segments=("GOV", "KEY")), True),
        (When(segments=("GOV",)), False),
        (When(least_term=24), True),
        (When(least_term=25), False),
        (When(customers=("c0", "c1")), True),
        (When(customers=("c0",)), False),
        (When(codes=("AUTUMN", "SPRING")), True),
        (When(codes=("AUTUMN",)), False),
        (When(conditions=(Condition("lines", least=d(5), most=d(5)),)), True),
        (When(conditions=(Condition("lines", least=d(6)),)), False),
        (When(conditions=(Condition("lines", most=d(4)),)), False),
        (When(conditions=(Condition("seats", least=d(0)),)), False),
        (When(conditions=(Condition("industry", one_of=("school",)),)), True),
        (When(conditions=(Condition("industry", one_of=("bank",)),)), False),
        (When(conditions=(Condition("lines"), Condition("seats"))), False),
        (When(least_quantity=9), True),
    ],
)
def test_every_part_of_a_condition_must_hold(when: When, *, expected: bool) -> None:
    """What is not known of a customer does not hold; quantities are asked later."""
    assert applies(a_rule(percent_off(1), when=when), CONTEXT) is expected


def test_a_rule_for_a_customer_is_not_for_one_without_a_name() -> None:
    """A quote for nobody in particular has no agreed price."""
    rule = a_rule(ContractPrice(d(1)), when=When(customers=("c1",)))
    assert not applies(rule, PricingContext(DAY, (), 12))


def order(*rules: Any) -> list[str]:  # noqa: ANN401 (rules, as read)
    """Identifiers of the rules that touch a recurring charge, in order of application."""
    charge = a_charge("LINE.RENT")
    found = Rulebook(RuleSet("t", rules=rules), CONTEXT).rules_for(an_offering(charge), charge)
    return [one.rule.id for one in (*found.always, *found.after_bundles, *found.promotions)]


def test_rules_apply_by_kind_priority_narrowness_and_identifier() -> None:
    """Agreement, share of others, tiers, term, then the rest; never by position."""
    narrow = Scope(charges=("LINE.RENT",))
    rules = [
        a_rule(percent_off(1), "z"),
        a_rule(yuan_off(1), "a", scope=narrow),
        a_rule(percent_off(1), "b"),
        a_rule(percent_off(1), "y", priority=1),
        a_rule(term_discount(1, 1), "4"),
        a_rule(volume(), "3"),
        a_rule(PercentOfOthers(d(1), Scope()), "2"),
        a_rule(ContractPrice(d(1)), "1", priority=-9),
    ]
    expected = ["1", "2", "3", "4", "y", "a", "b", "z"]
    assert order(*rules) == expected
    assert order(*reversed(rules)) == expected


def test_promotions_are_kept_apart_in_the_same_order() -> None:
    """A tier may be a promotion; it stands before percentages."""
    rules = [
        a_promotion(percent_off(1), "p"),
        a_promotion(volume(), "v", priority=-1),
        a_promotion(LineAmountOff(d(1)), "q", priority=1),
    ]
    assert order(*rules) == ["v", "q", "p"]


@pytest.mark.parametrize("period", list(BillingPeriod))
def test_a_term_discount_touches_recurring_charges_only(period: BillingPeriod) -> None:
    """Even when its scope says everything."""
    charge = a_charge("LINE.RENT", period=period)
    rules = (a_rule(TermDiscount(((1, d(1)),))), a_rule(percent_off(1), "other"))
    found = Rulebook(RuleSet("t", rules=rules), CONTEXT).rules_for(an_offering(charge), charge)
    assert len(found.always) == (charge.type is ChargeType.RECURRING)
    assert len(found.after_bundles) == 1


def test_a_rule_reaches_what_it_names_and_nothing_else() -> None:
    """By charge, by offering, by both, by neither."""
    line = an_offering(a_charge("LINE.RENT"), a_charge("LINE.FEE"))
    net = an_offering(a_charge("NET.RENT"))
    rules = (
        a_rule(percent_off(1), "charge", scope=Scope(charges=("LINE.RENT",))),
        a_rule(percent_off(1), "offering", scope=Scope(offerings=("LINE",))),
        a_rule(
            percent_off(1), "both", scope=Scope(offerings=("LINE", "NET"), charges=("LINE.FEE",))
        ),
        a_rule(percent_off(1), "any"),
    )
    book = Rulebook(RuleSet("t", rules=rules), CONTEXT)
    touched = {
        charge.code: {one.rule.id for one in book.rules_for(offering, charge).after_bundles}
        for offering in (line, net)
        for charge in offering.charges
    }
    assert touched == {
        "LINE.RENT": {"charge", "offering", "any"},
        "LINE.FEE": {"offering", "both", "any"},
        "NET.RENT": {"any"},
    }


def test_the_book_knows_what_must_be_counted_over_the_quote() -> None:
    """Pooled tiers and shares of others, of those that apply."""
    never = When(least_term=99)
    share = PercentOfOthers(d(1), Scope())
    rules = (
        a_rule(volume(pooled=True), "A"),
        a_rule(volume(pooled=True), "B", when=never),
        a_rule(volume(), "C"),
    )
    book = Rulebook(RuleSet("t", rules=rules), CONTEXT)
    assert [one.rule.id for one in book.pooled] == ["A"]
    assert not book.has_dependents
    assert Rulebook(RuleSet("t", rules=(a_rule(share),)), CONTEXT).has_dependents
    assert not Rulebook(RuleSet("t", rules=(a_rule(share, when=never),)), CONTEXT).has_dependents


def test_charges_of_a_family_have_the_rules_of_their_type_and_regulation() -> None:
    """Whichever is asked first: a rule for what recurs, another for what is guided."""
    recurring = a_rule(percent_off(5), "R", scope=Scope(types=(ChargeType.RECURRING,)))
    guided = a_rule(percent_off(6), "G", scope=Scope(regulations=(PriceRegulation.GUIDED,)))
    charges = {
        "rent": a_charge(),
        "once": a_charge("LINE.INST", period=BillingPeriod.ONCE),
        "guided": a_charge("LINE.BAND", regulation=PriceRegulation.GUIDED),
        "box": a_charge("LINE.BOX", period=BillingPeriod.ONCE, regulation=PriceRegulation.GUIDED),
    }
    offering = an_offering(*charges.values())
    expected = {"rent": ["R"], "once": [], "guided": ["G", "R"], "box": ["G"]}
    for order in (tuple(charges), tuple(reversed(charges))):
        book = Rulebook(RuleSet("v", rules=(recurring, guided)), CONTEXT)
        for name in order:
            rules = book.rules_for(offering, charges[name]).after_bundles
            assert [one.id for one in rules] == expected[name], (order, name)
