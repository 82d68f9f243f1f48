"""Short ways to write rules, policies and findings for the tests of the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog.local_text import LocalText
from catalog.period import ValidityPeriod
from pricing.lint.case import LintCase
from pricing.lint.finding import replay_example
from pricing.policy import PricingPolicy
from pricing.rule import PriceRule, Scope, When
from pricing.rulebook import RuleSet
from tests.builders import DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from catalog.product_catalog import ProductCatalog
    from pricing.lint.finding import LintFinding
    from pricing.promotion_choice import ChoicePolicy
    from pricing.rule import RuleAlteration

LINE = Scope(charges=("LINE.RENT",))


def a_rule(
    rule_id: str,
    alteration: RuleAlteration,
    scope: Scope = LINE,
    **fields: Any,  # noqa: ANN401 (the rest of the rule's own fields)
) -> PriceRule:
    """A rule for the monthly rental; fields of its condition may be given by their names."""
    when = {name: fields.pop(name) for name in When.__struct_fields__ if name in fields}
    return PriceRule(rule_id, LocalText(rule_id), alteration, scope, When(**when), **fields)


def a_promotion(
    rule_id: str,
    alteration: RuleAlteration,
    scope: Scope = LINE,
    **fields: Any,  # noqa: ANN401 (as above)
) -> PriceRule:
    """A rule that competes with others."""
    return a_rule(rule_id, alteration, scope, promotion=True, **fields)


def a_policy(
    *rules: PriceRule,
    choice: ChoicePolicy | None = None,
    **fields: Any,  # noqa: ANN401 (the policy's own fields)
) -> PricingPolicy:
    """A policy with some rules."""
    rule_set = RuleSet("t", rules=rules) if choice is None else RuleSet("t", choice, rules)
    return PricingPolicy("test", rules=rule_set, **fields)


def between(first: date | None, last: date | None = None) -> ValidityPeriod:
    """From one day to another, both included."""
    return ValidityPeriod(first, last)


def found_by(
    check: Callable[[LintCase], Iterable[LintFinding]],
    catalog: ProductCatalog,
    policy: PricingPolicy,
    day: date = DAY,
) -> list[LintFinding]:
    """What one check finds; each of its quotes comes out the same when priced with all rules."""
    found = list(check(LintCase(catalog, policy, day)))
    for one in found:
        for example in one.examples:
            assert replay_example(catalog, policy, example) == example, one.problem.code
    return found


def codes(found: Iterable[LintFinding]) -> list[str]:
    """Codes of findings, without their common beginning."""
    return [one.problem.code.removeprefix("lint.") for one in found]
