"""Circumstances in which rules hold together, or the proof that there are none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from catalog.condition import Condition
from catalog.period import LONGEST_TERM
from pricing.lint.circumstances import circumstances, facts_for, terms_of
from pricing.rule import PercentOff, PriceRule, TermDiscount
from pricing.rulebook import applies
from tests.builders import DAY, a_charge, an_offering
from tests.pricing.lint.rules import a_rule, between

OFF = PercentOff(Decimal(10))
OFFERING = an_offering(segments=("SMB", "KEY"), requires=("NET",))
CHARGE = a_charge(least_term=6)
NEXT_YEAR = date(2027, 1, 1)

RULES = (
    a_rule("date", OFF, valid=between(NEXT_YEAR)),
    a_rule("smb", OFF, segments=("SMB",)),
    a_rule("key", OFF, segments=("IND", "KEY")),
    a_rule("term", OFF, least_term=24),
    a_rule("customer", OFF, customers=("c1", "c2")),
    a_rule("code", OFF, codes=("XMAS",)),
    a_rule("bills", OFF, conditions=(Condition("typical_month", least=Decimal(500)),)),
    a_rule("trade", OFF, conditions=(Condition("industry", one_of=("bank", "school")),)),
)


def test_rules_that_can_hold_together_do_so() -> None:
    """Dates, segments, term, customer, codes, numbers and words are all met at once."""
    context = circumstances(RULES, OFFERING, CHARGE, DAY)
    assert context is not None
    assert all(applies(rule, context) for rule in RULES)
    assert context.price_date == NEXT_YEAR
    assert context.segments == ("SMB", "KEY")
    assert context.installed == {"NET": 1}


def test_without_rules_the_circumstances_are_the_plainest() -> None:
    """The first segment, the shortest commitment, nobody in particular, today."""
    context = circumstances((), OFFERING, CHARGE, DAY)
    assert context is not None
    assert (context.price_date, context.segments, context.term) == (DAY, ("SMB",), 6)
    assert (context.customer, context.codes, context.measures) == ("", (), {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            a_rule("a", OFF, valid=between(None, date(2026, 12, 31))),
            a_rule("b", OFF, valid=between(NEXT_YEAR)),
        ),
        (a_rule("a", OFF, customers=("c1",)), a_rule("b", OFF, customers=("c2",))),
        (
            a_rule("a", OFF, conditions=(Condition("lines", most=Decimal(9)),)),
            a_rule("b", OFF, conditions=(Condition("lines", least=Decimal(10)),)),
        ),
        (
            a_rule("a", OFF, conditions=(Condition("industry", one_of=("bank",)),)),
            a_rule("b", OFF, conditions=(Condition("industry", one_of=("school",)),)),
        ),
        (
            a_rule("a", OFF, conditions=(Condition("lines", one_of=("many",)),)),
            a_rule("b", OFF, conditions=(Condition("lines", least=Decimal(10)),)),
        ),
    ],
    ids=["dates", "customers", "numbers", "words", "a word and a number"],
)
def test_rules_that_exclude_each_other_have_no_circumstances(
    one: PriceRule, other: PriceRule
) -> None:
    """Each holds alone, both never."""
    assert circumstances((one,), OFFERING, CHARGE, DAY) is not None
    assert circumstances((other,), OFFERING, CHARGE, DAY) is not None
    assert circumstances((one, other), OFFERING, CHARGE, DAY) is None


def test_nothing_holds_for_a_segment_that_the_offering_is_not_sold_to() -> None:
    """Nor before the day, nor for a commitment longer than any."""
    elsewhere = a_rule("a", OFF, segments=("IND",))
    ended = a_rule("b", OFF, valid=between(None, date(2026, 1, 1)))
    endless = a_rule("c", OFF, least_term=LONGEST_TERM + 1)
    for rule in (elsewhere, ended, endless):
        assert circumstances((rule,), OFFERING, CHARGE, DAY) is None


def test_a_number_is_chosen_within_all_bounds() -> None:
    """From 5 to 9 for one, from 7 for the other: 7; at most -3: -3."""
    bounds = (
        Condition("a", least=Decimal(5), most=Decimal(9)),
        Condition("a", least=Decimal(7)),
        Condition("b", most=Decimal(-3)),
    )
    facts = facts_for(bounds)
    assert facts is not None
    assert facts.measures == {"a": Decimal(7), "b": Decimal(-3)}


def test_terms_worth_trying() -> None:
    """The longest threshold, none at all, and a step that a later one undoes."""
    rising = TermDiscount(((24, Decimal(5)), (36, Decimal(8))))
    falling = TermDiscount(((12, Decimal(9)), (24, Decimal(5))))
    assert terms_of((a_rule("a", rising), a_rule("b", OFF, least_term=48))) == (48, 0)
    assert terms_of((a_rule("a", falling),)) == (24, 12, 0)
