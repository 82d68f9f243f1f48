"""What both engines are asked for: figures without names, so that they can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType
from pricing.stages import Stage

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.period import BillingPeriod
    from catalog.problem import Problem
    from pricing.priced import Amounts, PricedCharge, PricedItem, PricedQuote

COMPARED = ("price.", "bundle.filing", "bundle.extra_discount")
"""Beginnings of the findings that are about prices; who may buy what is proved elsewhere."""


_ALONE = ("step.percentage", "step.amount_off", "step.target_price")


class ChargeFigures(NamedTuple):
    """One charge: fen, and the fen that each step adds by the rule or act it comes from.

    ``base`` is what a guided price's band is measured from: the amount at list price, or at the
    price that a bundle publishes. A charge is ``covered`` by the fixed price of a bundle, and
    ``alone`` when something was taken off it and not off the others. Until VAT at the rate
    ``on_top`` is added, all is without it; ``rated`` is usage with a plan.
    """

    code: str
    period: BillingPeriod
    usage: bool
    quantity: int
    listed: int
    published: int
    net: int
    ex_tax: int
    rate: Decimal
    cost: int
    base: int
    steps: tuple[tuple[str, int], ...]
    rejected: frozenset[str] = frozenset()
    waived: bool = False
    below_band: bool = False
    covered: bool = False
    alone: bool = False
    on_top: Decimal | None = None
    rated: bool = False


class ItemFigures(NamedTuple):
    """One item: its charges, and net, ex-tax of its monthly charges in each month of the term."""

    id: str
    optional: bool
    charges: tuple[ChargeFigures, ...]
    months: tuple[tuple[int, int], ...]


class QuoteFigures(NamedTuple):
    """A quote: items, sums in fen by kind, VAT by rate, codes of findings with their place."""

    items: tuple[ItemFigures, ...]
    sums: dict[str, tuple[int, ...]]
    tax_rows: dict[Decimal, tuple[int, int]]
    expected_bill: int
    with_options: int
    findings: tuple[tuple[str, str, str], ...]


def figures_of(quote: PricedQuote) -> QuoteFigures:
    """The figures of a quote that the engine has priced."""
    totals = quote.totals
    return QuoteFigures(
        items=tuple(_item(item, totals.term) for item in quote.items),
        sums={
            "one_time": _sums(totals.one_time),
            "monthly": _sums(totals.monthly),
            "yearly": _sums(totals.yearly),
            "usage": _sums(totals.usage),
            "contract": _sums(totals.contract),
        },
        tax_rows={row.rate: (row.net_ex_tax, row.tax) for row in totals.tax_rows},
        expected_bill=totals.expected_bill,
        with_options=totals.with_options,
        findings=tuple(sorted(_finding(p) for p in quote.problems if p.code.startswith(COMPARED))),
    )


def _finding(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.where.subject, problem.where.column


def _sums(amounts: Amounts) -> tuple[int, ...]:
    return (
        amounts.list_amount,
        amounts.published_amount,
        amounts.net_amount,
        amounts.net_ex_tax,
        amounts.tax,
        amounts.cost,
    )


def _item(item: PricedItem, term: int) -> ItemFigures:
    full = (item.monthly.net_amount, item.monthly.net_ex_tax)
    months = [full] * term
    for part in item.schedule:
        for month in range(part.first, part.last + 1):
            months[month - 1] = (part.amounts.net_amount, part.amounts.net_ex_tax)
    return ItemFigures(
        item.id, item.optional, tuple(_charge(c) for c in item.charges), tuple(months)
    )


def _charge(charge: PricedCharge) -> ChargeFigures:
    steps = [
        (_source(step.stage, step.source), step.change)
        for step in charge.steps
        if step.stage is not Stage.LIST and step.change
    ]
    return ChargeFigures(
        code=charge.code,
        period=charge.period,
        usage=charge.type is ChargeType.USAGE,
        quantity=charge.quantity,
        listed=charge.list_amount,
        published=charge.published_amount,
        net=charge.net_amount,
        ex_tax=charge.net_ex_tax,
        rate=charge.tax_rate,
        cost=charge.cost_amount,
        base=_base(charge),
        steps=tuple(steps),
        rejected=frozenset(one.rule for one in charge.rejected),
        waived=charge.published_waiver,
        below_band=charge.below_band,
        covered=charge.is_share,
        alone=any(step.code in _ALONE for step in charge.steps) and charge.is_share,
    )


def _source(stage: Stage, source: str) -> str:
    """Acts by hand are told apart by their stage, everything else by the rule or bundle."""
    if stage in {Stage.TAX, Stage.TAX_LAST}:
        return "TAX"
    return stage.name if stage in {Stage.MANUAL, Stage.QUOTE_WIDE} else source


def _base(charge: PricedCharge) -> int:
    """What a guided price's band is measured from: what is published, or the list price."""
    for stage in (Stage.BUNDLE, Stage.USAGE):
        results = [step.result for step in charge.steps if step.stage is stage]
        if results:
            return results[-1 if charge.type is ChargeType.USAGE else 0]
    return charge.list_amount
