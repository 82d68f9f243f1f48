"""Promotion codes: which rule one brings, and why one brings nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from catalog.condition import Condition
from catalog.period import ValidityPeriod
from catalog.problem import Place, Problem, Severity
from pricing.engine import price_quote
from pricing.promotion_codes import code_problem, rules_of_code, spelled
from pricing.rule import Level, Scope, When
from tests.builders import DAY, a_context, a_line
from tests.pricing.rule_builders import a_line_at, a_policy, a_promotion, percent_off

if TYPE_CHECKING:
    from pricing.priced import PricedQuote
    from pricing.rule import PriceRule

SPRING = When(codes=("SPRING", "春季"))


def coded(rule_id: str = "P", **when: Any) -> PriceRule:  # noqa: ANN401 (the condition's own fields)
    """Ten percent for who has entered AUTUMN."""
    return a_promotion(percent_off(10), rule_id, when=When(codes=("AUTUMN",), **when))


def priced(*rules: PriceRule, codes: tuple[str, ...], **context: Any) -> PricedQuote:  # noqa: ANN401 (the context's own fields)
    """Ten lines at 100.00 a month, with codes."""
    circumstances = msgspec.structs.replace(a_context(**context), codes=codes)
    items = (a_line(10),)
    return price_quote(a_line_at("100.00"), a_policy(*rules), circumstances, items)


def test_a_code_is_found_whatever_its_case_and_width() -> None:
    """Full-width letters and blanks come from Chinese keyboards; unknown codes stay as typed."""
    rules = a_policy(coded(), a_promotion(percent_off(5), "S", when=SPRING)).rules
    typed = ("autumn", " ＡＵＴＵＭＮ ", "Spring", "春季", " wInter ")
    assert [spelled(rules, one) for one in typed] == [
        "AUTUMN",
        "AUTUMN",
        "SPRING",
        "春季",
        "wInter",
    ]
    assert [rule.id for rule in rules_of_code(rules, "春季")] == ["S"]


@pytest.mark.parametrize(
    ("when", "reason", "facts"),
    [
        ({"valid": ValidityPeriod(None, date(2020, 1, 31))}, "over", {"last": "2020-01-31"}),
        ({"valid": ValidityPeriod(date(2099, 1, 1))}, "early", {"first": "2099-01-01"}),
        ({"customers": ("c9",)}, "customer", {}),
        ({"segments": ("GOV", "KEY")}, "segment", {"segments": "GOV, KEY"}),
        ({"least_term": 24}, "term", {"least": "24", "term": "12"}),
        ({"conditions": (Condition("lines", Decimal(3)),)}, "condition", {}),
        ({"least_term": 24, "customers": ("c9",)}, "customer", {}),
    ],
)
def test_a_code_that_does_not_hold_says_why(
    when: dict[str, Any], reason: str, facts: dict[str, str]
) -> None:
    """The first reason in the order in which people would ask; the price stays."""
    quote = priced(coded(**when), codes=("AUTUMN",), term=12)
    (problem,) = quote.problems
    assert problem.code == f"promotion.code_{reason}"
    assert problem.parameters == {"code": "AUTUMN", **facts}
    assert not problem.blocks
    assert quote.totals.monthly.net_amount == 1_000_00


def test_a_code_of_which_one_rule_holds_is_not_told() -> None:
    """The other rule of the code is over; ten percent off 1,000.00."""
    over = coded("OLD", valid=ValidityPeriod(None, date(2020, 1, 31)))
    quote = priced(over, coded("NEW"), codes=("AUTUMN",))
    assert quote.problems == ()
    assert quote.totals.monthly.net_amount == 900_00


def test_of_several_rules_that_do_not_hold_the_closest_is_told() -> None:
    """One is over, the other only asks for a longer term."""
    rules = a_policy(
        coded("OLD", valid=ValidityPeriod(None, date(2020, 1, 31))), coded("NEW", least_term=24)
    ).rules
    problem = code_problem(rules, a_context(term=12), "AUTUMN")
    assert problem is not None
    assert problem.code == "promotion.code_term"


def test_an_unknown_code_is_told() -> None:
    """It was typed wrongly, or for another company."""
    (problem,) = priced(coded(), codes=("WINTER",)).problems
    assert (problem.code, problem.parameters) == ("promotion.code_unknown", {"code": "WINTER"})


def test_a_code_that_holds_and_touches_nothing_is_told() -> None:
    """Its charges are not in the quote, or the quantity does not suffice."""
    elsewhere = msgspec.structs.replace(coded(), scope=Scope(charges=("OTHER.RENT",)))
    for rule in (elsewhere, coded(least_quantity=11)):
        (problem,) = priced(rule, codes=("AUTUMN",)).problems
        assert problem.code == "promotion.code_without_effect"


def test_a_code_whose_promotion_is_used_or_explained_is_not_told_twice() -> None:
    """A better promotion of the group stands instead, or the quote lacks an amount."""
    better = a_promotion(percent_off(20), "BEST", group="g")
    rejected = msgspec.structs.replace(coded(), group="g")
    assert priced(better, rejected, codes=("AUTUMN",)).problems == ()
    whole = msgspec.structs.replace(coded(least_total=9_999_99), level=Level.QUOTE)
    quote = priced(whole, codes=("AUTUMN",))
    assert quote.problems == ()
    assert [one.reason for one in quote.rejected] == ["least_total"]


def test_a_code_that_has_not_been_entered_yet_may_be_asked_about() -> None:
    """It would bring its rule."""
    assert code_problem(a_policy(coded()).rules, a_context(), "AUTUMN") is None


def test_closest_is_what_comes_last_in_the_order_of_reasons() -> None:
    """A condition that is not known is nearer than a day that is over, wherever it stands."""
    over = coded("OLD", valid=ValidityPeriod(None, date(2020, 1, 31)))
    unknown = coded("NEW", conditions=(Condition("lines", Decimal(3)),))
    for rules in ((over, unknown), (unknown, over)):
        problem = code_problem(a_policy(*rules).rules, a_context(), "AUTUMN")
        assert problem is not None
        assert problem.code == "promotion.code_condition"


def test_the_first_and_the_last_day_and_the_least_term_hold() -> None:
    """Today alone, for exactly twelve months."""
    rule = coded(valid=ValidityPeriod(DAY, DAY), least_term=12)
    quote = priced(rule, codes=("AUTUMN",), term=12)
    assert (quote.problems, quote.totals.monthly.net_amount) == ((), 900_00)


def test_a_finding_on_a_code_is_whole() -> None:
    """A code that brings nothing is a warning, one that touches nothing a hint."""
    where, named = Place(column="codes"), {"code": "AUTUMN"}
    assert priced(codes=("AUTUMN",)).problems == (
        Problem("promotion.code_unknown", Severity.WARNING, where, named),
    )
    assert priced(coded(least_quantity=11), codes=("AUTUMN",)).problems == (
        Problem("promotion.code_without_effect", Severity.HINT, where, named),
    )
