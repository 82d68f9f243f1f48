"""Prices that rules can bring below cost, below the policy's floor margin, or below a guided band.

For every charge the circumstances are tried in which as many of its rules as can hold together do
hold: for each rule, and each pair of rules that tolerate each other, the set grown from it. Where
promotions are not chosen for the customer's sake, each rule is tried without the others as well.
Quantities are the smallest one, both sides of every threshold, and the largest one. Every quote
that is found is real; what is not found among more than a few dozen rules may still exist.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import Fen, decimal_percent, percent_of, yuan
from catalog.problem import Severity
from pricing.item import QuoteItem
from pricing.lint.case import charge_of, finding, quoted, thresholds
from pricing.lint.circumstances import terms_of
from pricing.promotion_choice import ChoicePolicy
from pricing.tax import floor_price, without_tax

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pricing.context import PricingContext
    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import LintFinding
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge
    from pricing.rule import PriceRule

_COST, _FLOOR, _BAND = "lint.below_cost", "lint.below_floor", "lint.below_band"
_MOST_PAIRED = 12
"""Rules on one charge up to which every pair of them is tried."""
_FAR = 10
"""How many times the last threshold an open-ended quantity is tried at."""


class _Low(NamedTuple):
    """A quote in which a charge lies below a floor, and by how much of its price without rules."""

    one: Sold
    context: PricingContext
    quantity: int
    bundle: str
    rules: tuple[str, ...]
    depth: Fraction


def floor_findings(case: LintCase) -> Iterator[LintFinding]:
    """One finding for each floor and set of rules: on the charge that falls lowest."""
    lowest: dict[tuple[str, tuple[str, ...]], _Low] = {}
    charges: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    contexts = _Contexts(case)
    for one in case.sold:
        if not case.touching(one) or one.charge.list_price <= 0:
            continue
        for code, low in _lows(case, one, contexts).items():
            key = (code, low.rules)
            charges.setdefault(key, set()).add(one.code)
            if key not in lowest or lowest[key].depth < low.depth:
                lowest[key] = low
    for key, low in lowest.items():
        yield from _shown(case, key[0], low, len(charges[key]))


def _lows(case: LintCase, one: Sold, contexts: _Contexts) -> dict[str, _Low]:
    """For each floor the quote in which a charge falls lowest below it."""
    found: dict[str, _Low] = {}
    bundles = _offering_options(case, one)
    for context in contexts.of(one):
        for quantity in _quantities(case, one):
            for bundle in bundles:
                charge = case.trial(context, one, quantity, bundle)
                if charge is None:
                    continue
                for code, fen_below in _below(case.policy, charge):
                    depth = Fraction(fen_below, max(1, without_rules(charge)))
                    if code not in found or found[code].depth < depth:
                        rules = tuple(s.source for s in charge.steps if s.code == "step.rule")
                        found[code] = _Low(one, context, quantity, bundle, rules, depth)
    return found


def _below(policy: PricingPolicy, charge: PricedCharge) -> Iterator[tuple[str, Fen]]:
    """Floors that a charge lies below because of rules, and by how many fen."""
    if not any(step.code == "step.rule" for step in charge.steps):
        return
    before = without_rules(charge)
    cost = charge.cost_amount
    if charge.net_ex_tax < cost <= without_tax(before, charge.tax_rate):
        yield _COST, cost - charge.net_ex_tax
    elif policy.floor_margin is not None and charge.type is ChargeType.RECURRING:
        floor = floor_price(cost, policy.floor_margin, charge.tax_rate)
        if charge.net_amount < floor <= before:
            yield _FLOOR, floor - charge.net_amount
    kept = 100 - policy.guided_band
    if charge.regulation is PriceRegulation.GUIDED and (charge.net_amount * 100 < before * kept):
        yield _BAND, before - charge.net_amount


def without_rules(charge: PricedCharge) -> Fen:
    """What a charge would come to by the price list and a bundle's option price alone."""
    amount = charge.list_amount
    for step in charge.steps:
        if step.code == "step.option_price":
            amount = min(amount, step.result)
    return amount


class _Contexts:
    """Circumstances to try, worked out once for all charges that the same rules touch."""

    def __init__(self, case: LintCase) -> None:
        self._case = case
        self._known: dict[object, tuple[PricingContext, ...]] = {}

    def of(self, one: Sold) -> tuple[PricingContext, ...]:
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
            group = self._grown(one, seed, rules)
            covered |= {rule.id for rule in group}
            groups[tuple(sorted(rule.id for rule in group))] = group
        if case.policy.rules.choice is not ChoicePolicy.BEST_FOR_CUSTOMER:
            groups |= {(rule.id,): (rule,) for rule in rules}
        for group in groups.values():
            for term in terms_of(group):
                context = case.holding(group, one, term=term)
                if context is not None:
                    yield context

    def _grown(
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


def _quantities(case: LintCase, one: Sold) -> tuple[int, ...]:
    """The smallest quantity, both sides of each threshold, and the largest or a far one."""
    least = max(1, one.charge.least)
    bounds = thresholds(case.touching(one))
    tried = {least, *bounds, *(bound - 1 for bound in bounds)}
    tried.add(one.charge.most or _FAR * max((least, *bounds)))
    return tuple(sorted(count for count in tried if one.allows(count)))


def _offering_options(case: LintCase, one: Sold) -> tuple[str, ...]:
    """Bundles that publish an option price for a charge, and none at all."""
    return (
        "",
        *(
            bundle.code
            for bundle in case.catalog.content.bundles
            if bundle.option_for(one.code) is not None and not bundle.valid.is_before(case.day)
        ),
    )


def _shown(case: LintCase, code: str, low: _Low, charges: int) -> Iterator[LintFinding]:
    """The finding, with its figures from a whole quote."""
    items = [quoted(low.one, low.quantity)]
    if low.bundle:
        items.append(QuoteItem("2", low.bundle))
    example = case.example(low.context, tuple(items))
    charge = charge_of(example.priced, low.one.code)
    if charge is None or code not in dict(_below(case.policy, charge)):
        return
    margin = percent_of(charge.net_ex_tax - charge.cost_amount, charge.net_ex_tax)
    facts = {
        "rules": ", ".join(low.rules),
        "charge": low.one.code,
        "charges": str(charges),
        "quantity": str(low.quantity),
        "date": str(low.context.price_date),
        "term": str(low.context.term),
        "list": str(yuan(charge.list_amount)),
        "amount": str(yuan(charge.net_amount)),
        "ex_tax": str(yuan(charge.net_ex_tax)),
        "cost": str(yuan(charge.cost_amount)),
        "margin": str(decimal_percent(margin)) if charge.net_ex_tax else "-100",
        "floor": str(case.policy.floor_margin or 0),
        "band": str(case.policy.guided_band),
    }
    severity = Severity.ERROR if code == _BAND else Severity.WARNING
    yield finding(code, severity, low.rules[0], facts, example)
