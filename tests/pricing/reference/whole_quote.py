"""Promotions on the whole quote: every set of them is tried, the chosen ones come off in order.

Each is taken off what the ones before it left, up to what its limits and the floors give. A
discount by hand takes the place of those on its charges, unless they leave less to pay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType
from catalog.period import BillingPeriod
from pricing.context import Used
from pricing.quote_wide import Target
from pricing.rule import Level, PercentOff, QuoteAmountOff
from tests.pricing.reference.discount import Bearer, bearers_of, spread, take_off
from tests.pricing.reference.exact import fen_of, share_of
from tests.pricing.reference.rules import best_set, holds, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.context import PricingContext
    from pricing.quote_wide import QuoteDiscount
    from pricing.rule import PriceRule, Scope
    from tests.pricing.reference.charges import Case, Finding
    from tests.pricing.reference.discount import Known


class Whole(NamedTuple):
    """The items after what is taken off all of them; the fen over the term that each rule takes."""

    known: list[Known]
    taken: dict[str, int]
    findings: list[Finding]


def after_whole(case: Case, known: Sequence[Known], discount: QuoteDiscount | None) -> Whole:
    """The items after promotions on the whole quote and the discount by hand."""
    rules = sorted(
        (rule for rule in case.rules if rule.level is Level.QUOTE and holds(rule, case.context)),
        key=place_of,
    )
    promoted = _best(case, known, rules)
    if discount is None:
        return promoted
    monthly = discount.target is Target.MONTHLY
    period = BillingPeriod.MONTH if monthly else BillingPeriod.ONCE
    others = [rule for rule in rules if rule.period is not period]
    plain = _best(case, known, others)
    by_hand, found = take_off(case, plain.known, discount, first=known)
    mine = {rule.id for rule in rules if rule not in others}
    used = any(amount for rule, amount in promoted.taken.items() if rule in mine)
    if not used or _sum(by_hand, period) <= _sum(promoted.known, period):
        return Whole(by_hand, plain.taken, plain.findings + found)
    refused = [one for one in found if one[2] == "discount"]
    told = refused or [("price.quote_discount_not_used", "", "discount")]
    return promoted._replace(findings=promoted.findings + told)


def left_for(rule: PriceRule, context: PricingContext) -> int | None:
    """Fen over the term that the limits of a promotion leave for this quote."""
    used = context.used.get(rule.id, Used())
    limits = []
    if rule.quote_cap is not None:
        limits.append(rule.quote_cap)
    if rule.customer_cap is not None:
        limits.append(rule.customer_cap - used.customer)
    if rule.budget is not None:
        limits.append(rule.budget - used.everybody)
    return max(0, min(limits)) if limits else None


def times_over(period: BillingPeriod, term: int) -> int:
    """How many bills of a period the term has; usage is in no contract value."""
    return {
        BillingPeriod.ONCE: 1,
        BillingPeriod.MONTH: term,
        BillingPeriod.YEAR: -(-term // 12),
    }.get(period, 0)


def _sum(known: Sequence[Known], period: BillingPeriod) -> int:
    return sum(
        charge.net
        for item, charges in known
        if not item.optional
        for charge in charges
        if charge.period is period
    )


def _best(case: Case, known: Sequence[Known], rules: Sequence[PriceRule]) -> Whole:
    """The set that the policy prefers, applied in order."""
    able = [rule for rule in rules if _enough(case, known, rule)]
    if not able:
        return Whole(list(known), {}, [])

    def taken(members: tuple[int, ...]) -> int:
        return -sum(_applied(case, known, [able[n] for n in members]).taken.values())

    members = best_set(able, taken, case.policy.rules.choice)
    return _applied(case, known, [able[n] for n in members])


def _applied(case: Case, known: Sequence[Known], rules: Sequence[PriceRule]) -> Whole:
    now = list(known)
    taken: dict[str, int] = {}
    findings: list[Finding] = []
    for rule in rules:
        bearers = _bearing(case, now, known, rule)
        net = sum(bearer.net for bearer in bearers)
        off = min(_said(rule, net), net if rule.cap is None else rule.cap) if net > 0 else 0
        times, left = times_over(rule.period, case.context.term), left_for(rule, case.context)
        if left is not None and off * times > left:
            off = left // times
        off = min(off, sum(bearer.cap for bearer in bearers if bearer.net > 0))
        taken[rule.id] = off * times
        if off:
            now, found = spread(case, now, bearers, off, rule.id, published=rule.published)
            findings += found
    return Whole(now, taken, findings)


def _said(rule: PriceRule, net: int) -> int:
    """Fen that a promotion says it takes off charges that come to so many."""
    what = rule.alteration
    if isinstance(what, QuoteAmountOff):
        return min(net, fen_of(what.amount, 1))
    assert isinstance(what, PercentOff)
    return share_of(what.percent, net)


def _enough(case: Case, known: Sequence[Known], rule: PriceRule) -> bool:
    """Whether the charges in scope come to enough, and belong to enough items."""
    bearers = _bearing(case, known, known, rule)
    net = sum(bearer.net for bearer in bearers)
    items = {bearer.item for bearer in bearers}
    return bool(bearers) and net >= rule.when.least_total and len(items) >= rule.when.least_items


def _bearing(
    case: Case, now: Sequence[Known], first: Sequence[Known], rule: PriceRule
) -> list[Bearer]:
    return [
        bearer
        for place, one in enumerate(now)
        for bearer in bearers_of(case, rule.period, place, one, first[place])
        if _lies_in(case, rule.scope, one, bearer)
    ]


def _lies_in(case: Case, scope: Scope, one: Known, bearer: Bearer) -> bool:
    """A bundle lies in a scope that names it, or that names neither charges nor kinds of them."""
    item, charges = one
    if item.offering not in case.bundles:
        return case.in_scope(scope, charges[bearer.charges[0]].code)
    if scope.charges or scope.families or scope.regulations:
        return False
    monthly = not scope.types or ChargeType.RECURRING in scope.types
    return monthly and (not scope.offerings or item.offering in scope.offerings)
