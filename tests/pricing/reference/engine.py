"""Prices a quote from the input values alone, a plain step after the other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.component_kind import ComponentKind
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.rule import ContractPrice, Level, PercentOfOthers, QuantityTiers
from tests.pricing.reference.bundles import bundle_charges, held_by
from tests.pricing.reference.charges import Case, charge_figures
from tests.pricing.reference.exact import split
from tests.pricing.reference.figures import ItemFigures, QuoteFigures
from tests.pricing.reference.on_top import none_includes_vat, vat_added, vat_on
from tests.pricing.reference.rules import holds, touching
from tests.pricing.reference.terms import month_factors, months_of, tax_rows
from tests.pricing.reference.usage import shares_of
from tests.pricing.reference.whole_quote import after_whole, left_for, times_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.product_catalog import CatalogContent
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy
    from pricing.quote_wide import QuoteDiscount
    from tests.pricing.reference.figures import ChargeFigures

_MOST = 10_000_000


def reference_figures(
    content: CatalogContent,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
    discount: QuoteDiscount | None = None,
) -> QuoteFigures:
    """All figures of a quote."""
    case = Case.of(content, policy, context, items)
    case = case._replace(
        pool=_pools(case, items), included=shares_of(items, lambda item: _included(case, item))
    )
    case, charged = _charged(case, items)
    limits = _limits(case, charged)
    if limits:
        case, charged = _charged(case._replace(limits=limits, bases={}), items)
    findings = [finding for _, _, found in charged for finding in found]
    findings += _expired(case, items)
    known = [(item, charges) for item, charges, _ in charged if charges is not None]
    last = none_includes_vat(case, known)
    if not last:
        known = vat_added(known)
    whole = after_whole(case, known, discount)
    known, findings = whole.known, findings + whole.findings
    return _assembled(context, vat_added(known), findings)


_Charged = list[tuple["QuoteItem", "tuple[ChargeFigures, ...] | None", list[tuple[str, str, str]]]]


def _charged(case: Case, items: Sequence[QuoteItem]) -> tuple[Case, _Charged]:
    """The items priced, first without and then with charges that depend on others."""
    plain = [_priced(case, item) for item in items]
    case = case._replace(bases=_bases(case, plain))
    return case, [_priced(case, item) for item in items]


def _limits(case: Case, charged: _Charged) -> dict[tuple[str, str], dict[str, int]]:
    """Most fen a period that promotions may take off charges, where a limit is passed.

    What is left is shared in proportion to what each charge would get over the term.
    """
    limits: dict[tuple[str, str], dict[str, int]] = {}
    for rule in case.rules:
        left = left_for(rule, case.context) if rule.level is Level.ITEM else None
        wanted: dict[tuple[str, str], int] = {}
        for item, charges, _ in charged if left is not None and rule.promotion else ():
            for one in charges or ():
                off = -sum(change for source, change in one.steps if source == rule.id)
                key = item.id, one.code
                wanted[key] = wanted.get(key, 0) + off * times_over(one.period, case.context.term)
        wanted = {key: fen for key, fen in wanted.items() if fen > 0}
        if left is None or sum(wanted.values()) <= left:
            continue
        for key, part in zip(wanted, split(left, list(wanted.values())), strict=True):
            times = times_over(case.charges[key[1]].period, case.context.term)
            quoted = next(i for i, _, _ in charged if i.id == key[0]).charges
            count = len([one for one in quoted if one.code == key[1]])
            limits.setdefault(key, {})[rule.id] = part // (times * count)
    return limits


def _included(case: Case, item: QuoteItem) -> list[tuple[str, int]]:
    """Usage charges of which one bundle includes units."""
    bundle = case.bundles.get(item.offering)
    held = held_by(case, bundle, item.choices) if bundle is not None else []
    return [(one.code, one.units) for one in held if one.kind is ComponentKind.ALLOWANCE]


def _priced(
    case: Case, item: QuoteItem
) -> tuple[QuoteItem, tuple[ChargeFigures, ...] | None, list[tuple[str, str, str]]]:
    """An item's charges, ``None`` when it cannot be priced, and what was found."""
    if not 1 <= item.quantity <= _MOST:
        return item, None, [("price.quantity_out_of_range", item.id, "")]
    _, found = month_factors(item, case.context.term)
    faulty = bool(found)
    if item.offering in case.bundles:
        charges, more = bundle_charges(case, case.bundles[item.offering], item)
        found = found + more
    elif item.offering not in case.families:
        return item, None, [("price.unknown_offering", item.id, "")]
    else:
        charges = ()
        for quoted in item.charges:
            one, more = charge_figures(case, item.id, quoted, item.characteristics)
            found = found + more
            charges += (one,) if one is not None else ()
    timed = any(isinstance(a, FreeMonths | ReducedMonths | Ramp) for a in item.alterations)
    if timed and not faulty and charges and not any(c.period == "month" for c in charges):
        found = [*found, ("price.schedule_without_months", item.id, "")]
    return item, charges, found


def _expired(case: Case, items: Sequence[QuoteItem]) -> list[tuple[str, str, str]]:
    """A hint for each quoted charge whose agreed price has run out and was not renewed."""
    agreed = [
        rule
        for rule in case.rules
        if isinstance(rule.alteration, ContractPrice)
        and case.context.customer in rule.when.customers
    ]
    day = case.context.price_date
    found = []
    for item in items:
        for quoted in item.charges:
            if quoted.code not in case.charges:
                continue
            mine = [rule for rule in agreed if case.in_scope(rule.scope, quoted.code)]
            ended = [r for r in mine if r.when.valid.last and r.when.valid.last < day]
            current = [r for r in mine if r not in ended and (r.when.valid.first or day) <= day]
            if ended and not current:
                found.append(("price.contract_price_expired", item.id, quoted.code))
    return found


def _pools(case: Case, items: Sequence[QuoteItem]) -> dict[str, int]:
    """Units that count together, by rule; options and impossible quantities do not."""
    pools: dict[str, int] = {}
    for rule in case.rules:
        if not isinstance(rule.alteration, QuantityTiers) or not rule.alteration.pooled:
            continue
        if not holds(rule, case.context):
            continue
        pools[rule.id] = sum(
            quoted.quantity
            for item in items
            if not item.optional and item.quantity <= _MOST
            for quoted in item.charges
            if quoted.code in case.charges
            and 0 <= quoted.quantity <= _MOST
            and case.in_scope(rule.scope, quoted.code)
        )
    return pools


def _bases(
    case: Case,
    plain: Iterable[tuple[QuoteItem, tuple[ChargeFigures, ...] | None, object]],
) -> dict[tuple[str, str, bool], int]:
    """What dependent charges are a percentage of, by rule and period, with VAT and without."""
    bases: dict[tuple[str, str, bool], int] = {}
    counted = [
        figures
        for item, charges, _ in plain
        if not item.optional
        for figures in charges or ()
        if not figures.usage and not _depends(case, figures.code)
    ]
    for rule in case.rules:
        if not isinstance(rule.alteration, PercentOfOthers):
            continue
        for period in BillingPeriod:
            others = [
                figures
                for figures in counted
                if figures.period is period and case.in_scope(rule.alteration.others, figures.code)
            ]
            gross = sum(one.net + vat_on(one.net, one.on_top or Decimal(0)) for one in others)
            bases[rule.id, period, True] = max(0, gross)
            bases[rule.id, period, False] = max(0, sum(one.ex_tax for one in others))
    return bases


def _depends(case: Case, code: str) -> bool:
    charge, family = case.charges[code], case.families[case.charges[code].offering]
    return any(
        isinstance(rule.alteration, PercentOfOthers) and not rule.promotion
        for rule in touching(case.rules, case.context, charge, family)
    )


def _assembled(
    context: PricingContext,
    known: Sequence[tuple[QuoteItem, tuple[ChargeFigures, ...]]],
    findings: Sequence[tuple[str, str, str]],
) -> QuoteFigures:
    term = context.term
    years = -(-term // 12)
    items = tuple(
        ItemFigures(item.id, item.optional, charges, months_of(item, charges, term))
        for item, charges in known
    )
    firm = [c for item, charges in known if not item.optional for c in charges]
    sums = {
        "one_time": _sums(c for c in firm if c.period is BillingPeriod.ONCE and not c.usage),
        "monthly": _sums(c for c in firm if c.period is BillingPeriod.MONTH and not c.usage),
        "yearly": _sums(c for c in firm if c.period is BillingPeriod.YEAR and not c.usage),
        "usage": _sums(c for c in firm if c.usage),
    }
    rows: dict[Decimal, tuple[int, int]] = {}
    for item, charges in known:
        if not item.optional:
            for rate, net, ex_tax in tax_rows(item, charges, term):
                one, two = rows.get(rate, (0, 0))
                rows[rate] = (one + ex_tax, two + net - ex_tax)
    once, month, year = sums["one_time"], sums["monthly"], sums["yearly"]
    contract = [a + b * term + c * years for a, b, c in zip(once, month, year, strict=True)]
    monthly_net = sum(net for i in items if not i.optional for net, _ in i.months)
    monthly_ex = sum(ex for i in items if not i.optional for _, ex in i.months)
    contract[2] = once[2] + monthly_net + year[2] * years
    contract[3] = once[3] + monthly_ex + year[3] * years
    contract[4] = contract[2] - contract[3]
    optional = sum(
        c.net
        for item, charges in known
        if item.optional
        for c in charges
        if c.period is BillingPeriod.MONTH and not c.usage
    )
    return QuoteFigures(
        items,
        {**sums, "contract": tuple(contract)},
        {rate: row for rate, row in rows.items() if any(row)},
        month[2] + sums["usage"][2],
        month[2] + optional,
        tuple(sorted(findings)),
    )


def _sums(charges: Iterable[ChargeFigures]) -> tuple[int, ...]:
    sums = [0] * 6
    for c in charges:
        for position, value in enumerate(
            (c.listed, c.published, c.net, c.ex_tax, c.net - c.ex_tax, c.cost)
        ):
            sums[position] += value
    return tuple(sums)
