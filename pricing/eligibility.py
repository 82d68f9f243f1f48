"""May these items stand in one quote for this customer? Findings, each naming its item.

Minimum and maximum quantities, requirements and exclusions are tested on the whole quote: bundle
components, separate items and what the customer already has (P9, P11).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.charge import ChargeType
from catalog.period import LONGEST_TERM
from catalog.problem import Place, Problem, Severity
from pricing.bundle_choices import choice_problems
from pricing.bundle_content import bundle_content
from pricing.offering_eligibility import as_quoted, beside, by_itself
from pricing.standing import Counted, Said, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.bundle_content import BundleContent
    from pricing.context import PricingContext
    from pricing.item import QuoteItem


def check_items(
    catalog: ProductCatalog,
    context: PricingContext,
    items: Sequence[QuoteItem],
    standing: Standing | None = None,
) -> tuple[Problem, ...]:
    """Findings about what may be sold to whom, when, and beside what.

    Args:
        catalog: Catalogue version.
        context: Circumstances.
        items: What is quoted.
        standing: What is known of the catalogue's offerings in the same circumstances.
    """
    standing = standing or Standing(catalog, context)
    codes = {item.offering for item in items}
    bundled = {
        code: known
        for code in catalog.bundles_among(codes)
        if (known := catalog.bundle(code)) is not None
    }
    quoted = _quoted_counts(items)
    held = {
        item.id: bundle_content(catalog, bundled[item.offering], item.choices)
        for item in (items if bundled else ())
        if item.offering in bundled
    }
    counts, bundles = _charge_counts(held, items, quoted)
    present = codes.union(
        part.charge.rpartition(".")[0] for content in held.values() for part in content.parts
    )
    had = {code for code, quantity in context.installed.items() if quantity > 0}
    found: list[Problem] = []
    if items and not 1 <= context.term <= LONGEST_TERM:
        term = {"term": str(context.term), "longest": str(LONGEST_TERM)}
        found.append(
            Problem("price.term_out_of_range", where=Place(column="term"), parameters=term)
        )
    quiet = standing.quiet_among(codes)
    bounded = _bounded(catalog, context, counts, standing.boundless)
    if len(quiet) == len(codes) and not bounded and not any(i.characteristics for i in items):
        return tuple(found)  # the usual quote: nothing can be said of any item
    said = standing.said_beside(present, context, bundles=bool(bundled))
    numbers = standing.said_of(counts, context.term)
    for item in items:
        told = said.get(item.id)
        if told is None or told.item is not item:
            problems = _lasting(catalog, context, standing, item, held.get(item.id), present, had)
            told = said[item.id] = Said(item, tuple(problems), _counted(catalog, item))
        if told.problems:
            found.extend(told.problems)
        if bundled and (bundle := bundled.get(item.offering)) is not None:
            found.extend(_options(bundle, item, bundles[bundle.code], quoted))
        elif bounded and not bounded.isdisjoint(told.counted):
            number = numbers.get(item.id)
            if number is None or number.item is not item:
                problems = _quantities(catalog, context, item, counts, bounded)
                number = numbers[item.id] = Counted(item, tuple(problems))
            found.extend(number.problems)
    return tuple(found)


def _lasting(
    catalog: ProductCatalog,
    context: PricingContext,
    standing: Standing,
    item: QuoteItem,
    content: BundleContent | None,
    present: set[str],
    had: set[str],
) -> Iterator[Problem]:
    """What stays true of an item while the same offerings stand beside it, in any number."""
    bundle = catalog.bundle(item.offering) if content is not None else None
    if bundle is not None and content is not None:
        yield from _bundle(context, bundle, item, present)
        yield from choice_problems(catalog, bundle, item, context.segments)
        yield from _components(catalog, content, item, present, had)
        return
    offering = catalog.offering(item.offering)
    if offering is None:
        return
    where = Place(subject=item.id)
    if item.offering not in standing.silent:
        yield from by_itself(context, offering, where, had)
    yield from beside(offering, where, present, had)
    if item.characteristics or item.offering not in standing.plain:
        yield from as_quoted(catalog, context, offering, item)


def _counted(catalog: ProductCatalog, item: QuoteItem) -> frozenset[str]:
    """Codes of the charges of an item that there may be too few or too many of."""
    if catalog.bundle(item.offering) is not None or catalog.offering(item.offering) is None:
        return frozenset()
    return frozenset(quoted.code for quoted in item.charges)


def _quoted_counts(items: Sequence[QuoteItem]) -> dict[str, int]:
    """Quantity of each charge that is quoted by itself, outside bundles."""
    counts: dict[str, int] = {}
    for item in items:
        for quoted in item.charges:
            counts[quoted.code] = counts.get(quoted.code, 0) + quoted.quantity
    return counts


def _charge_counts(
    held: Mapping[str, BundleContent], items: Sequence[QuoteItem], quoted: dict[str, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Quantity of each charge over the whole quote, and of each bundle."""
    counts, bundles = dict(quoted), dict[str, int]()
    for item in items if held else ():
        content = held.get(item.id)
        if content is not None:
            bundles[item.offering] = bundles.get(item.offering, 0) + item.quantity
            for part in content.parts:
                counts[part.charge] = counts.get(part.charge, 0) + part.quantity * item.quantity
            for once, _, times in content.one_time:
                count = once.quantity * times * item.quantity
                counts[once.charge] = counts.get(once.charge, 0) + count
    return counts, bundles


def _bounded(
    catalog: ProductCatalog,
    context: PricingContext,
    counts: Mapping[str, int],
    boundless: set[str],
) -> set[str]:
    """Charges whose count or commitment may be out of bounds; what is installed may mend it."""
    found: set[str] = set()
    term, had = context.term, min((0, *context.installed.values()))
    for code, count in counts.items():
        if count + had >= 1 and code in boundless:
            continue
        charge = catalog.charge(code)
        if charge is None:
            continue
        if count + had < charge.least or 0 < charge.most < count or charge.least_term > term:
            found.add(code)
        elif charge.least <= 1 and not charge.most and not charge.least_term:
            boundless.add(code)
    return found


def _bundle(
    context: PricingContext, bundle: BundledOffering, item: QuoteItem, present: set[str]
) -> Iterator[Problem]:
    where = Place(subject=item.id)
    named = {"offering": bundle.code}
    if bundle.valid.is_after(context.price_date):
        starts = {**named, "date": str(bundle.valid.first)}
        yield Problem("bundle.not_started", where=where, parameters=starts)
    elif bundle.valid.is_before(context.price_date):
        ended = {**named, "date": str(bundle.valid.last)}
        yield Problem("bundle.expired", where=where, parameters=ended)
    if not bundle.sold_to(context.segments):
        segment = {**named, "segment": ", ".join(context.segments)}
        yield Problem("offering.not_for_segment", where=where, parameters=segment)
    if context.term < bundle.term:
        term = {**named, "term": str(bundle.term)}
        yield Problem("offering.term_too_short", where=where, parameters=term)
    for code in bundle.excludes:
        if code in present:
            yield Problem("offering.excluded", where=where, parameters={**named, "other": code})
    facts: dict[str, Decimal | str] = {**context.measures, **context.words}
    for condition in bundle.conditions:
        verdict = condition.verdict(facts)
        if verdict is None:
            yield Problem(
                "bundle.condition_unknown",
                Severity.WARNING,
                where,
                {**named, "measure": condition.measure},
            )
        elif not verdict:
            bound = {
                "measure": condition.measure,
                "value": str(facts[condition.measure]),
                "least": "" if condition.least is None else str(condition.least),
                "most": "" if condition.most is None else str(condition.most),
                "one_of": ", ".join(condition.one_of),
            }
            yield Problem("bundle.not_eligible", where=where, parameters={**named, **bound})


def _components(
    catalog: ProductCatalog,
    content: BundleContent,
    item: QuoteItem,
    present: set[str],
    had: set[str],
) -> Iterator[Problem]:
    """What the offerings inside a bundle need or cannot stand beside."""
    owners = (catalog.owner(part.charge) for part in content.parts)
    for owner in {owner.code: owner for owner in owners if owner is not None}.values():
        yield from beside(owner, Place(subject=item.id), present, had)


def _options(
    bundle: BundledOffering, item: QuoteItem, bundles: int, quoted: dict[str, int]
) -> Iterator[Problem]:
    """An option price may hold for so many units of each bundle only."""
    for option in bundle.options:
        count, most = quoted.get(option.charge, 0), option.most * bundles
        if option.most and count > most:
            bound = {"offering": bundle.code, "charge": option.charge}
            bound |= {"count": str(count), "most": str(most)}
            where = Place(subject=item.id, column=option.charge)
            yield Problem("bundle.option_too_many", where=where, parameters=bound)


def _quantities(
    catalog: ProductCatalog,
    context: PricingContext,
    item: QuoteItem,
    counts: Mapping[str, int],
    bounded: set[str],
) -> Iterator[Problem]:
    for quoted in item.charges:
        if quoted.code not in bounded:
            continue
        charge = catalog.charge(quoted.code)
        if charge is None or charge.type is ChargeType.USAGE:
            continue
        where = Place(subject=item.id, column=quoted.code)
        count = counts[quoted.code] + context.installed.get(item.offering, 0)
        bound = {"charge": quoted.code, "count": str(count)}
        none = charge.least > 0 and not counts[quoted.code]  # whatever is installed, none is sold
        if count < charge.least or none:
            least = {**bound, "least": str(charge.least)}
            if none:
                least["count"] = "0"
            yield Problem("charge.too_few", where=where, parameters=least)
        if charge.most and counts[quoted.code] > charge.most:
            most = {**bound, "most": str(charge.most)}
            yield Problem("charge.too_many", where=where, parameters=most)
        if charge.least_term > context.term:
            term = {"charge": quoted.code, "term": str(charge.least_term)}
            yield Problem("charge.term_too_short", where=where, parameters=term)
