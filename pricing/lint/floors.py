"""Prices that rules can bring below cost, below the policy's floor margin, or below a guided band.

For every charge the circumstances are tried in which its rules meet (``meetings.py``), with nothing
chosen of the item and with the values of its characteristics that make it cheapest. Quantities are
the smallest one, both sides of every threshold, and the largest one; of expected usage, which a cap
or a fixed amount makes cheaper the more there is, the first quantity that falls below is told.
Every quote that is found is real; what is not found among more than a few dozen rules may still
exist.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import Fen, decimal_percent, percent_of, yuan
from catalog.problem import Severity
from pricing.item import QuoteItem
from pricing.lint.case import charge_of, charge_told, finding, quoted, thresholds
from pricing.lint.chosen_values import lowest_values
from pricing.lint.meetings import Meetings
from pricing.stages import Stage
from pricing.tax import floor_price, without_tax
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pricing.context import PricingContext
    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import LintFinding
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge
    from pricing.trail import PriceStep

_COST, _FLOOR, _BAND = "lint.below_cost", "lint.below_floor", "lint.below_band"
_FAR = 10
"""How many times the last threshold an open-ended quantity is tried at."""
_USED = tuple(10**power for power in range(1, 8))
"""Usage that plans are tried at, up to the largest quantity that can be quoted."""


class _Low(NamedTuple):
    """A quote in which a charge lies below a floor, and by how much of its price without rules."""

    one: Sold
    context: PricingContext
    quantity: int
    bundle: str
    chosen: dict[str, str]
    rules: tuple[str, ...]
    depth: Fraction


def floor_findings(case: LintCase) -> Iterator[LintFinding]:
    """One finding for each floor and set of rules: on the charge that falls lowest."""
    lowest: dict[tuple[str, tuple[str, ...]], _Low] = {}
    charges: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    meetings = Meetings(case)
    for one in case.sold:
        if not case.touching(one) or (one.charge.list_price <= 0 and not _is_rated(case, one)):
            continue
        for code, low in _lows(case, one, meetings.of(one)).items():
            key = (code, low.rules)
            charges.setdefault(key, set()).add(one.code)
            if key not in lowest or lowest[key].depth < low.depth:
                lowest[key] = low
    for key, low in lowest.items():
        yield from _shown(case, key[0], low, len(charges[key]))


def _is_rated(case: LintCase, one: Sold) -> bool:
    """Whether a usage plan may take the place of the charge's list price."""
    return any(isinstance(rule.alteration, UsageRates) for rule in case.touching(one))


def _lows(case: LintCase, one: Sold, contexts: Iterable[PricingContext]) -> dict[str, _Low]:
    """For each floor the quote in which a charge falls lowest below it; of usage the first one."""
    found: dict[str, _Low] = {}
    by_quantity = _is_rated(case, one)
    lowest = lowest_values(case, one)
    choices: tuple[dict[str, str], ...] = ({}, lowest) if lowest else ({},)
    bundles = _offering_options(case, one)
    for context in contexts:
        tried = product(choices, bundles, _quantities(case, one))
        for chosen, bundle, quantity in tried:
            charge = case.trial(context, one, quantity, bundle, chosen)
            if charge is None:
                continue
            for code, fen_below in below(case.policy, charge):
                if by_quantity and code in found:
                    continue
                depth = Fraction(fen_below, max(1, without_rules(charge)))
                if code not in found or found[code].depth < depth:
                    low = _Low(one, context, quantity, bundle, chosen, _rules(charge), depth)
                    found[code] = _first(case, code, low) if by_quantity else low
    return found


def _first(case: LintCase, code: str, low: _Low) -> _Low:
    """The same with the smallest quantity that lies below the floor, and one fewer does not."""
    tried = _quantities(case, low.one)
    few, many = max((q for q in tried if q < low.quantity), default=0), low.quantity
    while many - few > 1:
        middle = (few + many) // 2
        charge = case.trial(low.context, low.one, middle, low.bundle, low.chosen)
        if charge is not None and code in dict(below(case.policy, charge)):
            many = middle
        else:
            few = middle
    return low._replace(quantity=many)


def _rules(charge: PricedCharge) -> tuple[str, ...]:
    """The rules that have altered a charge, in their order."""
    return tuple(dict.fromkeys(step.source for step in charge.steps if _is_ruled(step)))


def _is_ruled(step: PriceStep) -> bool:
    """Whether a step comes from a rule: the usual kinds, a chosen value, a usage plan."""
    return step.code in {"step.rule", "step.attribute"} or step.stage is Stage.USAGE


def below(policy: PricingPolicy, charge: PricedCharge) -> Iterator[tuple[str, Fen]]:
    """Floors that a charge lies below because of rules, and by how many fen."""
    if not _rules(charge):
        return
    before = without_rules(charge)
    cost = charge.cost_amount
    # a list price of nothing says that a usage plan alone decides the price
    covered = cost <= without_tax(before, charge.tax_rate) or not charge.list_amount
    if charge.net_ex_tax < cost and covered:
        yield _COST, cost - charge.net_ex_tax
    elif policy.floor_margin is not None and charge.type is ChargeType.RECURRING:
        floor = floor_price(cost, policy.floor_margin, charge.tax_rate)
        if charge.net_amount < floor <= before:
            yield _FLOOR, floor - charge.net_amount
    kept = 100 - policy.guided_band
    full = _banded(charge)
    if charge.regulation is PriceRegulation.GUIDED and charge.net_amount * 100 < full * kept:
        yield _BAND, full - charge.net_amount


def _banded(charge: PricedCharge) -> Fen:
    """What the band of a guided price is measured from: for rated usage what the plan makes."""
    rated = [step.result for step in charge.steps if step.stage is Stage.USAGE]
    return rated[-1] if rated else without_rules(charge)


def without_rules(charge: PricedCharge) -> Fen:
    """What a charge would come to by the price list and a bundle's option price alone."""
    amount = charge.list_amount
    for step in charge.steps:
        if step.code == "step.option_price":
            amount = min(amount, step.result)
    return amount


def _quantities(case: LintCase, one: Sold) -> tuple[int, ...]:
    """The smallest quantity, both sides of each threshold, and the largest or a far one."""
    least = max(1, one.charge.least)
    bounds = thresholds(case.touching(one))
    tried = {least, *bounds, *(bound - 1 for bound in bounds)}
    tried.add(one.charge.most or _FAR * max((least, *bounds)))
    if _is_rated(case, one):
        tried |= set(_USED)
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
    items = [quoted(low.one, low.quantity, chosen=low.chosen)]
    if low.bundle:
        items.append(QuoteItem("2", low.bundle))
    example = case.example(low.context, tuple(items))
    charge = charge_of(example.priced, low.one.code)
    if charge is None or code not in dict(below(case.policy, charge)):
        return
    margin = percent_of(charge.net_ex_tax - charge.cost_amount, charge.net_ex_tax)
    facts = {
        "rules": ", ".join(low.rules),
        "charge": charge_told(low.one, low.chosen),
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
