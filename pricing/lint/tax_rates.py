"""Tax classes: days on which a charge has no VAT rate, and days on which it has two."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from catalog.problem import Severity
from pricing.lint.case import finding, quoted
from pricing.lint.day_ranges import from_day, shared, spelled, uncovered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.period import ValidityPeriod
    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import CounterExample, LintFinding

_NONE, _TWO = "lint.no_tax_rate", "lint.tax_rates_overlap"


def tax_findings(case: LintCase) -> Iterator[LintFinding]:
    """Gaps and overlaps of the rates of every tax class that a charge is in."""
    yield from _gaps(case)
    yield from _overlaps(case)


def _gaps(case: LintCase) -> Iterator[LintFinding]:
    found: dict[tuple[str, date | None, date | None], list[Sold]] = {}
    gaps: dict[tuple[str, date | None, date | None], ValidityPeriod] = {}
    for one in case.sold:
        window = from_day(one.offering.valid, case.day)
        if window is None:
            continue
        tax_class = case.catalog.tax_class(one.charge.tax_class)
        rates = tax_class.rates if tax_class is not None else ()
        for gap in uncovered(window, (dated.valid for dated in rates)):
            key = (one.charge.tax_class, gap.first, gap.last)
            gaps[key] = gap
            found.setdefault(key, []).append(one)
    for key, sold in found.items():
        gap, first = gaps[key], sold[0]
        facts = {
            "tax_class": key[0],
            "charge": first.code,
            "charges": str(len(sold)),
            **spelled(gap),
        }
        yield finding(_NONE, Severity.ERROR, key[0], facts, *_example(case, first, gap))


def _overlaps(case: LintCase) -> Iterator[LintFinding]:
    for tax_class in case.catalog.content.tax_classes:
        using = next((one for one in case.sold if one.charge.tax_class == tax_class.id), None)
        for first, second in combinations(tax_class.rates, 2):
            common = shared(first.valid, second.valid)
            left = from_day(common, case.day) if common is not None else None
            if using is None or left is None:
                continue
            facts = {"rate": f"{first.rate:%}", "other": f"{second.rate:%}", **spelled(left)}
            yield finding(_TWO, Severity.ERROR, tax_class.id, facts, *_example(case, using, left))


def _example(case: LintCase, one: Sold, days: ValidityPeriod) -> Iterator[CounterExample]:
    """The charge quoted on the first of some days."""
    context = case.holding((), one)
    if context is not None:
        on_day = msgspec.structs.replace(context, price_date=days.first or case.day)
        yield case.example(on_day, (quoted(one, max(1, one.charge.least)),))
