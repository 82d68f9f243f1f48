"""Price records: two that hold on one day for the same thing, and days on which none holds."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, TypeAlias

from catalog.offering import EVERY_SEGMENT
from catalog.price_list import Circumstances, PriceRecord, fits
from catalog.problem import Severity
from pricing.context import PricingContext
from pricing.lint.case import finding, quoted
from pricing.lint.day_ranges import from_day, shared, spelled, uncovered
from pricing.market import CATALOG_CURRENCY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from catalog.period import ValidityPeriod
    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import LintFinding

_Ends: TypeAlias = "tuple[date | None, date | None]"
"""First and last day of a gap."""

_TIED, _OVERLAP, _GAP = "lint.records_tied", "lint.records_overlap", "lint.records_gap"


def record_findings(case: LintCase) -> Iterator[LintFinding]:
    """Overlaps and gaps of the price records of every charge that has some."""
    for one in case.sold:
        records = case.catalog.price_records(one.code)
        if records:
            yield from _overlaps(case, one, records)
            yield from _gaps(case, one, records)


def _overlaps(case: LintCase, one: Sold, records: Sequence[PriceRecord]) -> Iterator[LintFinding]:
    """Records that hold together and of which neither is narrower nor has a higher priority.

    When they start on the same day only the identifier decides; otherwise the later start does,
    and the earlier one should have ended before it.
    """
    for first, second in combinations(records, 2):
        common = _common(first, second)
        left = from_day(common.valid, case.day) if common is not None else None
        if common is None or left is None or _rank(first) != _rank(second):
            continue
        context = PricingContext(
            left.first or case.day,
            common.segments or one.offering.segments[:1],
            max(1, common.least_term),
            area=common.areas[0] if common.areas else "",
            currency=common.currency,
        )
        item = quoted(one, max(1, one.charge.least))
        facts = {
            "record": first.id,
            "price": str(first.unit_price),
            "other": second.id,
            "other_price": str(second.unit_price),
            **spelled(left),
        }
        tied = first.valid.first == second.valid.first
        yield finding(
            _TIED if tied else _OVERLAP,
            Severity.ERROR,
            one.code,
            facts,
            case.example(context, (item,)),
        )


def _common(first: PriceRecord, second: PriceRecord) -> PriceRecord | None:
    """What both records hold for; ``None`` when there is nothing."""
    valid = shared(first.valid, second.valid)
    segments = _both(first.segments, second.segments)
    areas = _both(first.areas, second.areas)
    if valid is None or segments is None or areas is None or first.currency != second.currency:
        return None
    return PriceRecord(
        first.id,
        first.charge,
        first.unit_price,
        valid,
        segments,
        areas,
        max(first.least_term, second.least_term),
        first.currency,
    )


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...] | None:
    """Names that both lists allow, where an empty list allows all; ``None`` when none is left."""
    if not first or not second:
        return first or second
    return tuple(name for name in first if name in second) or None


def _rank(record: PriceRecord) -> tuple[int, int, int]:
    """What the choice between two records looks at before their start."""
    named = bool(record.segments) + bool(record.areas) + bool(record.least_term)
    return named, record.least_term, record.priority


def _gaps(case: LintCase, one: Sold, records: Sequence[PriceRecord]) -> Iterator[LintFinding]:
    """Days on which somebody to whom the offering is sold finds no price at all."""
    window = from_day(one.offering.valid, case.day)
    if window is None:
        return
    found: dict[_Ends, list[PricingContext]] = {}
    gaps: dict[_Ends, ValidityPeriod] = {}
    for context in _profiles(case, one, records):
        seen = Circumstances(case.day, context.segments, context.area, context.term)
        fitting = [record.valid for record in records if _fits_on_some_day(record, seen)]
        for gap in uncovered(window, fitting):
            key = (gap.first, gap.last)
            gaps[key] = gap
            found.setdefault(key, []).append(context)
    for key, contexts in found.items():
        gap, first = gaps[key], contexts[0]
        context = PricingContext(gap.first or case.day, first.segments, first.term, area=first.area)
        facts = {
            "segment": first.segments[0],
            "area": first.area or "-",
            "term": str(first.term),
            "cases": str(len(contexts)),
            **spelled(gap),
        }
        item = quoted(one, max(1, one.charge.least))
        severity = Severity.ERROR if gap.first == window.first else Severity.WARNING
        yield finding(_GAP, severity, one.code, facts, case.example(context, (item,)))


def _profiles(
    case: LintCase, one: Sold, records: Sequence[PriceRecord]
) -> Iterator[PricingContext]:
    """One customer for each combination of segment, area and term that the records tell apart.

    An area is left open only where some record holds for every area; the same goes for the
    segments of an offering that is sold to everybody.
    """
    segments = dict.fromkeys(one.offering.segments)
    if EVERY_SEGMENT in segments:
        segments = dict.fromkeys(s for record in records for s in record.segments)
        if not segments or any(not record.segments for record in records):
            segments[EVERY_SEGMENT] = None
    areas = dict.fromkeys(area for record in records for area in record.areas)
    if not areas or any(not record.areas for record in records):
        areas[""] = None
    least = max(1, one.charge.least_term)
    terms = dict.fromkeys([least, *(max(least, record.least_term) for record in records)])
    for segment, area, term in product(segments, areas, terms):
        yield PricingContext(case.day, (segment,), term, area=area, currency=CATALOG_CURRENCY)


def _fits_on_some_day(record: PriceRecord, seen: Circumstances) -> bool:
    """Whether all conditions of a record hold but for the day."""
    day = record.valid.first or record.valid.last or seen.day
    return fits(record, Circumstances(day, seen.segments, seen.area, seen.term, seen.currency))
