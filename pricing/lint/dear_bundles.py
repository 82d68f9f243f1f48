"""Bundles that cost more than what is in them bought separately, over the bundle's own term.

Both sides are quotes of the same customer: the bundle, and its components one by one with the
rules that hold for them. One-time charges count; yearly ones count for the months of the term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.charge import ChargeType
from catalog.money import Fen, round_half_up, yuan
from catalog.period import MONTHS_PER_YEAR
from catalog.problem import Severity
from pricing.bundle_content import bundle_content
from pricing.context import PricingContext
from pricing.item import ItemCharge, QuoteItem
from pricing.lint.case import finding
from pricing.lint.circumstances import facts_for
from pricing.lint.day_ranges import from_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.bundle import BundledOffering
    from pricing.lint.case import LintCase
    from pricing.lint.finding import LintFinding
    from pricing.priced import PricedQuote

_CODE = "lint.bundle_dearer"


def bundle_findings(case: LintCase) -> Iterator[LintFinding]:
    """Bundles on sale on or after the day that are dearer than their components."""
    for bundle in case.catalog.content.bundles:
        context = _context(case, bundle)
        if context is None:
            continue
        together = case.example(context, (QuoteItem("1", bundle.code),))
        separate = case.example(context, _separately(_contents(case, bundle)))
        price, sum_ = _over_term(together.priced), _over_term(separate.priced)
        if (
            not together.priced.items
            or price <= sum_
            or not _complete(case, bundle, separate.priced)
        ):
            continue
        facts = {
            "bundle": bundle.code,
            "date": str(context.price_date),
            "term": str(context.term),
            "amount": str(yuan(_twelfth(price))),
            "separate": str(yuan(_twelfth(sum_))),
            "more": str(yuan(_twelfth(price - sum_))),
        }
        yield finding(_CODE, Severity.WARNING, bundle.code, facts, together, separate)


def _context(case: LintCase, bundle: BundledOffering) -> PricingContext | None:
    """A customer who may have the bundle, on the first day on which it is sold."""
    window = from_day(bundle.valid, case.day)
    facts = facts_for(bundle.conditions)
    if window is None or facts is None or bundle.term < 1:
        return None
    return PricingContext(
        window.first or case.day,
        bundle.segments[:1],
        bundle.term,
        measures=facts.measures,
        words=facts.words,
    )


def _separately(contents: Iterable[tuple[str, int]]) -> tuple[QuoteItem, ...]:
    """One item for each offering, with the quantities of one bundle."""
    counts: dict[str, int] = {}
    for code, count in contents:
        counts[code] = counts.get(code, 0) + count
    by_offering: dict[str, list[ItemCharge]] = {}
    for code, count in counts.items():
        by_offering.setdefault(code.rpartition(".")[0], []).append(ItemCharge(code, count))
    return tuple(
        QuoteItem(str(position), offering, 1, tuple(charges))
        for position, (offering, charges) in enumerate(by_offering.items(), start=1)
    )


def _complete(case: LintCase, bundle: BundledOffering, separate: PricedQuote) -> bool:
    """Whether every component has a price of its own to compare with."""
    priced = {charge.code for item in separate.items for charge in item.charges}
    return all(code in priced for code, _ in _contents(case, bundle))


def _contents(case: LintCase, bundle: BundledOffering) -> Iterator[tuple[str, int]]:
    """Charges in one bundle before any choice, and their quantities; a charge may come twice."""
    content = bundle_content(case.catalog, bundle)
    yield from ((part.charge, part.quantity) for part in content.parts)
    yield from ((held.once.charge, held.once.quantity * held.times) for held in content.one_time)


def _over_term(priced: PricedQuote) -> Fen:
    """Twelve times what the quote costs over its term, so that yearly charges stay whole."""
    totals = priced.totals
    usage = sum(
        charge.net_amount
        for item in priced.items
        for charge in item.charges
        if charge.type is ChargeType.USAGE
    )
    monthly = (totals.monthly.net_amount + usage) * totals.term
    yearly = totals.yearly.net_amount * totals.term
    return (totals.one_time.net_amount + monthly) * MONTHS_PER_YEAR + yearly


def _twelfth(amount: Fen) -> Fen:
    """Back from twelve times to once, for showing."""
    return round_half_up(amount, MONTHS_PER_YEAR)
