"""Tied rules are told where their order changes a price, with both prices."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pricing.lint.ties import tie_findings
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import (
    Base,
    ContractPrice,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.tiers import Tier
from tests.builders import a_catalog, a_charge, an_offering
from tests.pricing.lint.rules import LINE, a_policy, a_promotion, a_rule, between, codes, found_by

if TYPE_CHECKING:
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

CATALOG = a_catalog(an_offering(a_charge(price="1000.00")), an_offering(a_charge("NET.RENT")))
TENTH, HUNDRED = PercentOff(Decimal(10)), LineAmountOff(Decimal(100))


def found(*rules: PriceRule) -> list[LintFinding]:
    """Findings over one charge at 1,000.00."""
    return found_by(tie_findings, CATALOG, a_policy(*rules))


def test_ten_percent_and_a_hundred_off_depend_on_their_order() -> None:
    """800.00 in the order of the identifiers, 810.00 in the other (V12)."""
    (one,) = found(a_promotion("a", TENTH), a_promotion("b", HUNDRED))
    assert codes([one]) == ["rules_tied"]
    facts = one.problem.parameters
    assert (facts["rule"], facts["other"]) == ("a", "b")
    assert (facts["amount"], facts["other_amount"]) == ("800.00", "810.00")
    nets = [example.priced.totals.monthly.net_amount for example in one.examples]
    assert nets == [80_000, 81_000]


def test_another_priority_or_a_narrower_scope_decides() -> None:
    """Neither is a tie."""
    assert found(a_promotion("a", TENTH, priority=1), a_promotion("b", HUNDRED)) == []
    assert found(a_promotion("a", TENTH, Scope()), a_promotion("b", HUNDRED)) == []


def test_another_stage_decides() -> None:
    """An agreed price always comes before a promotion."""
    agreed = a_rule("a", ContractPrice(Decimal(900)))
    assert found(agreed, a_promotion("b", HUNDRED)) == []


def test_promotions_that_never_stand_together_are_no_tie() -> None:
    """One of a group is chosen by its price, not by its order."""
    one, other = (
        a_promotion(name, kind, group="season") for name, kind in (("a", TENTH), ("b", HUNDRED))
    )
    assert found(one, other) == []


def test_where_priority_chooses_the_identifier_decides_among_equals() -> None:
    """10 % by one name, 200.00 off by the other: 900.00, or 800.00 with the names turned."""
    rules = [
        a_promotion(name, kind, group="season")
        for name, kind in (("a", TENTH), ("b", LineAmountOff(Decimal(200))))
    ]
    policy = a_policy(*rules, choice=ChoicePolicy.PRIORITY)
    (one,) = found_by(tie_findings, CATALOG, policy)
    assert one.problem.parameters["amount"] == "900.00"
    assert one.problem.parameters["other_amount"] == "800.00"


def test_rules_that_never_hold_together_are_no_tie() -> None:
    """One ends before the other begins."""
    day = between(None).first
    assert day is None
    early = a_promotion("a", TENTH, customers=("c1",))
    late = a_promotion("b", HUNDRED, customers=("c2",))
    assert found(early, late) == []


def test_rules_of_one_kind_come_to_the_same_in_either_order() -> None:
    """Percentages, amounts, prices and tiers among themselves are left alone."""
    tiers = QuantityTiers((Tier(1, Decimal(5)),))
    steps = TermDiscount(((1, Decimal(5)),))
    for one, other in (
        (TENTH, PercentOff(Decimal(3))),
        (HUNDRED, UnitAmountOff(Decimal(7))),
        (UnitPrice(Decimal(900)), UnitPrice(Decimal(800))),
    ):
        assert found(a_promotion("a", one), a_promotion("b", other)) == []
    for kind in (tiers, steps):
        assert found(a_rule("a", kind), a_rule("b", kind)) == []


def test_a_percentage_of_the_list_price_and_one_of_the_amount_depend_on_their_order() -> None:
    """1,000 less 100 less 10 % of 900: 810.00; less 10 % first, then 10 % of list: 800.00."""
    rules = (a_promotion("a", TENTH, base=Base.LIST), a_promotion("b", TENTH))
    (one,) = found(*rules)
    assert one.problem.parameters["amount"] == "810.00"
    assert one.problem.parameters["other_amount"] == "800.00"


def test_two_agreed_prices_are_a_tie() -> None:
    """Only the first holds: 900.00 by identifier, 950.00 in the other order."""
    (one,) = found(
        a_rule("a", ContractPrice(Decimal(900))), a_rule("b", ContractPrice(Decimal(950)))
    )
    nets = [example.priced.totals.monthly.net_amount for example in one.examples]
    assert nets == [90_000, 95_000]


def test_equal_rules_are_no_tie() -> None:
    """The same agreed price twice is odd, and harmless."""
    same = ContractPrice(Decimal(900))
    assert found(a_rule("a", same), a_rule("b", same)) == []


def test_a_charge_that_is_two_percentages_of_others_is_a_tie() -> None:
    """8 % or 10 % of 25.00: 2.00 or 2.50."""
    others = Scope(charges=("NET.RENT",))
    (one,) = found(
        a_rule("a", PercentOfOthers(Decimal(8), others), LINE),
        a_rule("b", PercentOfOthers(Decimal(10), others), LINE),
    )
    assert one.problem.parameters["amount"] == "2.00"
    assert one.problem.parameters["other_amount"] == "2.50"
