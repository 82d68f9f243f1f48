"""Circumstances in which as many rules as can hold together for a charge do hold.

For each rule, and each pair of rules that tolerate each other, the set grown from it is tried.
Where promotions are not chosen for the customer's sake, each rule is tried without the others too.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from pricing.lint.circumstances import terms_of
from pricing.promotion_choice import ChoicePolicy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pricing.context import PricingContext
    from pricing.lint.case import LintCase, Sold
    from pricing.rule import PriceRule

_MOST_PAIRED = 12
"""Rules on one charge up to which every pair of them is tried."""


class Meetings:
    """Circumstances to try, worked out once for all charges that the same rules touch."""

    def __init__(self, case: LintCase) -> None:
        """Know nothing yet."""
        self._case = case
        self._known: dict[object, tuple[PricingContext, ...]] = {}

    def of(self, one: Sold) -> tuple[PricingContext, ...]:
        """Circumstances for a charge."""
        offering = one.offering
        key = (
            self._case.kin(one),
            offering.segments,
            offering.valid,
            offering.requires,
            one.charge.least_term,
        )
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(self._look(one))
        return found

    def _look(self, one: Sold) -> Iterator[PricingContext]:
        case = self._case
        rules = [rule for rule in case.touching(one) if case.holding((rule,), one) is not None]
        seeds: list[tuple[PriceRule, ...]] = [(rule,) for rule in rules]
        if len(rules) <= _MOST_PAIRED:
            seeds.extend(combinations(rules, 2))
        groups: dict[tuple[str, ...], tuple[PriceRule, ...]] = {}
        covered: set[str] = set()
        for seed in seeds:
            if len(rules) > _MOST_PAIRED and seed[0].id in covered:
                continue
            group = self.grown(one, seed, rules)
            covered |= {rule.id for rule in group}
            groups[tuple(sorted(rule.id for rule in group))] = group
        if case.policy.rules.choice is not ChoicePolicy.BEST_FOR_CUSTOMER:
            groups |= {(rule.id,): (rule,) for rule in rules}
        for group in groups.values():
            for term in terms_of(group):
                context = case.holding(group, one, term=term)
                if context is not None:
                    yield context

    def grown(
        self, one: Sold, seed: tuple[PriceRule, ...], rules: Sequence[PriceRule]
    ) -> tuple[PriceRule, ...]:
        """The seed with every rule that can hold beside it, as far as they go together."""
        if self._case.holding(seed, one) is None:
            return ()
        if self._case.holding(rules, one) is not None:
            return tuple(rules)
        group = seed
        for rule in rules:
            if rule not in group and self._case.holding((*group, rule), one) is not None:
                group = (*group, rule)
        return group
