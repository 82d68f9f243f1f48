"""Promotions on the whole quote between which only their identifiers decide."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.period import BillingPeriod
from catalog.problem import Severity
from pricing.lint.quote_ties import quote_tie_findings
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import Level, PercentOff, QuoteAmountOff, Scope
from tests.builders import a_catalog, a_charge, an_offering
from tests.pricing.lint.rules import a_policy, a_promotion, codes, found_by

if TYPE_CHECKING:
    from typing import Any

    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule, RuleAlteration

CATALOG = a_catalog(an_offering(a_charge(price="1000.00", cost="0")))
TEN, FIFTY = PercentOff(Decimal(10)), QuoteAmountOff(Decimal(50))


def on_quote(rule_id: str, alteration: RuleAlteration, **fields: Any) -> PriceRule:  # noqa: ANN401 (the rule's own fields)
    """A promotion on everything that is billed monthly."""
    return a_promotion(rule_id, alteration, Scope(), level=Level.QUOTE, **fields)


def found(*rules: PriceRule, choice: ChoicePolicy | None = None) -> list[LintFinding]:
    """Findings over one charge at 1,000.00."""
    return found_by(quote_tie_findings, CATALOG, a_policy(*rules, choice=choice))


def test_ten_percent_and_fifty_off_the_quote_depend_on_their_order() -> None:
    """1,000.00 less 10 % less 50.00 is 850.00; less 50.00 less 10 % is 855.00."""
    (one,) = found(on_quote("a", TEN), on_quote("b", FIFTY))
    assert codes([one]) == ["rules_tied"]
    assert one.problem.parameters["amount"] == "850.00"
    assert one.problem.parameters["other_amount"] == "855.00"
    assert (one.problem.severity, one.problem.where.subject) == (Severity.WARNING, "a")
    nets = [example.priced.totals.monthly.net_amount for example in one.examples]
    assert nets == [85_000, 85_500]


def test_a_priority_decides() -> None:
    """Also between promotions that exclude each other; another period is another promotion."""
    assert found(on_quote("a", TEN, priority=1), on_quote("b", FIFTY)) == []
    yearly = on_quote("b", FIFTY, period=BillingPeriod.YEAR)
    assert found(on_quote("a", TEN), yearly) == []


def test_promotions_of_a_group_that_bring_the_same_are_told() -> None:
    """Ten percent twice: the first identifier is used, and the budget of the other is not."""
    (one,) = found(on_quote("a", TEN, group="g"), on_quote("b", TEN, group="g", budget=10_000_000))
    assert codes([one]) == ["promotions_same"]
    assert one.problem.parameters["amount"] == one.problem.parameters["other_amount"] == "900.00"
    used = [[use.rule for use in example.priced.promotions] for example in one.examples]
    assert used == [["a"], ["b"]]


def test_a_percentage_that_meets_an_amount_once_is_no_tie() -> None:
    """100.00 off is ten percent of 1,000.00, and not of 2,000.00: the price decides."""
    hundred = QuoteAmountOff(Decimal(100))
    assert found(on_quote("a", TEN, group="g"), on_quote("b", hundred, group="g")) == []


def test_by_priority_the_identifier_decides_between_different_prices() -> None:
    """10 % or 50.00 off, whichever comes first by name: 900.00 or 950.00."""
    rules = on_quote("a", TEN, group="g"), on_quote("b", FIFTY, group="g")
    assert found(*rules) == []
    (one,) = found(*rules, choice=ChoicePolicy.PRIORITY)
    assert codes([one]) == ["rules_tied"]
    assert one.problem.parameters["amount"] == "900.00"
    assert one.problem.parameters["other_amount"] == "950.00"


def test_two_percentages_that_both_stand_are_no_tie() -> None:
    """They come to the same in either order, but for the rounding of a fen."""
    odd = PercentOff(Decimal("33.33"))
    assert found(on_quote("a", TEN), on_quote("b", odd)) == []


def test_promotions_that_never_hold_together_are_no_tie() -> None:
    """They are for different customers, or for charges that do not exist."""
    assert found(on_quote("a", TEN, customers=("x",)), on_quote("b", FIFTY, customers=("y",))) == []
    nothing = Scope(charges=("NO.RENT",))
    nowhere = a_promotion("b", FIFTY, nothing, level=Level.QUOTE)
    assert found(a_promotion("a", TEN, nothing, level=Level.QUOTE), nowhere) == []


def test_three_promotions_are_told_each_with_the_one_behind_it() -> None:
    """A pair that is clear hides none of the others: the order of the amounts does not matter."""
    rules = (on_quote("a", FIFTY), on_quote("b", FIFTY), on_quote("c", TEN))
    told = [(one.problem.where.subject, one.problem.code) for one in found(*rules)]
    assert ("b", "lint.rules_tied") in told
    assert {code for _, code in told} == {"lint.rules_tied"}


def test_a_fen_of_rounding_between_two_percentages_is_no_tie() -> None:
    """With a limit each is looked at: 10 % and 33.33 % of 1,000.00 is 600.03 in either order."""
    odd = PercentOff(Decimal("33.33"))
    limited = on_quote("a", TEN, quote_cap=10_000_000)
    assert found(limited, on_quote("b", odd)) == []
