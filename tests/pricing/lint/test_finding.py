"""A finding's quote is kept with its result, and pricing it again gives the same."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from pricing.lint.finding import example_of, replay_example, with_raised
from pricing.rule import ContractPrice, PercentOff
from tests.builders import a_catalog, a_context, a_line
from tests.pricing.lint.rules import a_policy, a_rule

CATALOG = a_catalog()
FIRST = a_rule("a", ContractPrice(Decimal(20)))
SECOND = a_rule("b", ContractPrice(Decimal(22)))


def test_an_example_is_what_the_engine_makes_of_the_quote() -> None:
    """Ten lines at 25.00 less 10 %: 225.00."""
    policy = a_policy(a_rule("a", PercentOff(Decimal(10))))
    example = example_of(CATALOG, policy, a_context(), (a_line(10),))
    assert example.priced.totals.monthly.net_amount == 22_500
    assert replay_example(CATALOG, policy, example) == example


def test_an_example_does_not_survive_another_rule_set() -> None:
    """Replaying is a test: with 20 % the figure is another."""
    example = example_of(
        CATALOG, a_policy(a_rule("a", PercentOff(Decimal(10)))), a_context(), (a_line(10),)
    )
    other = a_policy(a_rule("a", PercentOff(Decimal(20))))
    assert replay_example(CATALOG, other, example) != example


def test_the_raised_rule_comes_first() -> None:
    """Of two agreed prices the first in order holds: 20.00, or 22.00 once b is raised."""
    policy = a_policy(FIRST, SECOND)
    plain = example_of(CATALOG, policy, a_context(), (a_line(),))
    raised = example_of(CATALOG, policy, a_context(), (a_line(),), raised="b")
    assert plain.priced.totals.monthly.net_amount == 2_000
    assert raised.priced.totals.monthly.net_amount == 2_200
    assert replay_example(CATALOG, policy, raised) == raised


def test_only_the_named_rule_is_raised() -> None:
    """Everything else of the policy stays."""
    policy = a_policy(FIRST, SECOND)
    changed = with_raised(policy, "b").rules.rules
    assert changed == (FIRST, msgspec.structs.replace(SECOND, priority=1))
