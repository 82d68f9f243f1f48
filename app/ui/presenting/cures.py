"""Edits that cure a finding: what pricing found wrong and one press puts right."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from app.quoting import header_edits, item_edits
from catalog.period import LONGEST_TERM
from pricing.alterations.percentage import Percentage

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.quote import Quote
    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog

_ALTERNATIVES = " | "
_MOST_CURES = 2
_NOT_FOR_SALE = {
    "bundle.expired",
    "bundle.not_started",
    "offering.not_on_sale",
    "offering.frozen",
    "offering.not_for_segment",
    "price.unknown_offering",
    "price.unknown_charge",
}
_TOO_DEEP = {"price.alteration_out_of_range", "price.fixed_altered"}


class CureDeed(NamedTuple):
    """One way to put a finding right."""

    id: str
    label: str
    edit: Callable[[Quote], Quote]


def cures_of(
    speaker: Speaker, catalog: ProductCatalog, quote: Quote, problem: Problem
) -> tuple[CureDeed, ...]:
    """The edits that cure a finding; none when only a person can."""
    given = problem.parameters
    if problem.code == "offering.requirement_missing":
        codes = given["requires"].split(_ALTERNATIVES)
        return tuple(_add(speaker, catalog, code) for code in codes[:_MOST_CURES])
    if problem.code in {"offering.term_too_short", "charge.term_too_short"}:
        return (_term(speaker, int(given["term"])),)
    if problem.code == "price.term_out_of_range":
        return (_term(speaker, min(max(int(given["term"]), 1), LONGEST_TERM)),)
    if problem.code == "offering.excluded":
        others = {item.id for item in quote.items if item.offering == given["other"]}
        found = others or {problem.where.subject}
        code = given["other"] if others else given["offering"]
        return (_remove(speaker, catalog, code, frozenset(found)),)
    if problem.code in _NOT_FOR_SALE:
        item = quote.item(problem.where.subject)
        code = item.offering if item is not None else ""
        return (_remove(speaker, catalog, code, frozenset({problem.where.subject})),)
    return _quantities(speaker, quote, problem) or _discounts(speaker, quote, problem)


def _quantities(speaker: Speaker, quote: Quote, problem: Problem) -> tuple[CureDeed, ...]:
    if problem.code not in {"charge.too_few", "charge.too_many"}:
        return ()
    few = problem.code == "charge.too_few"
    bound = int(problem.parameters["least" if few else "most"])
    item = quote.item(problem.where.subject)
    charge = problem.where.column
    quoted = next((c for c in item.charges if c.code == charge), None) if item else None
    if item is None or quoted is None:
        return ()
    needed = quoted.quantity + bound - int(problem.parameters["count"])
    if needed < 1:
        return ()
    label = speaker.translate("Cures", "Set quantity to {count}").format(count=needed)
    identity = item.id
    return (
        CureDeed(
            "quantity",
            label,
            lambda old: item_edits.set_charge_quantity(old, identity, charge, needed),
        ),
    )


def _discounts(speaker: Speaker, quote: Quote, problem: Problem) -> tuple[CureDeed, ...]:
    item, charge = problem.where.subject, problem.where.column
    translate = speaker.translate
    if problem.code in _TOO_DEEP:
        label = translate("Cures", "Remove discount")
        return (CureDeed("discount", label, _discount_edit(quote, item, charge, None)),)
    bounds = {"price.below_band": "band", "bundle.extra_discount_too_large": "most"}
    if problem.code in bounds:
        return (_lower(speaker, quote, item, charge, problem.parameters[bounds[problem.code]]),)
    if problem.code == "price.free_months_out_of_range":
        label = translate("Cures", "No free months")
        return (CureDeed("free", label, lambda old: item_edits.set_free_months(old, item, 0)),)
    if problem.code == "bundle.not_eligible":
        return _promise(speaker, problem)
    return ()


def _promise(speaker: Speaker, problem: Problem) -> tuple[CureDeed, ...]:
    """A condition that the customer's promise in the contract would meet."""
    if problem.parameters.get("measure") != "competitor_fixed_lines":
        return ()
    label = speaker.translate("Cures", "Customer promises to cancel the competitor's lines")
    key = "competitor_line_cancelled"
    return (CureDeed("promise", label, lambda old: header_edits.require_condition(old, key)),)


def _lower(speaker: Speaker, quote: Quote, item: str, charge: str, bound: str) -> CureDeed:
    percent = Decimal(bound)
    label = speaker.translate("Cures", "Lower to {percent}").format(
        percent=speaker.figures.percent(percent)
    )
    discount = Percentage(percent) if percent else None
    return CureDeed("lower", label, _discount_edit(quote, item, charge, discount))


def _discount_edit(
    quote: Quote, item_id: str, charge: str, discount: Percentage | None
) -> Callable[[Quote], Quote]:
    item = quote.item(item_id)
    if charge and item is not None and item.charges:
        return lambda old: item_edits.set_discount(old, item_id, charge, discount)
    return lambda old: item_edits.set_item_discount(old, item_id, discount)


def _term(speaker: Speaker, months: int) -> CureDeed:
    label = speaker.translate("Cures", "Term {months} months").format(months=months)
    return CureDeed("term", label, lambda quote: header_edits.set_term(quote, months))


def _add(speaker: Speaker, catalog: ProductCatalog, code: str) -> CureDeed:
    label = speaker.translate("Cures", "Add {offering}").format(
        offering=offering_name(speaker, catalog, code)
    )
    return CureDeed(f"add:{code}", label, lambda q: item_edits.add_offering(q, catalog, code))


def _remove(
    speaker: Speaker, catalog: ProductCatalog, code: str, items: frozenset[str]
) -> CureDeed:
    label = speaker.translate("Cures", "Remove {offering}").format(
        offering=offering_name(speaker, catalog, code)
    )
    return CureDeed("remove", label, lambda quote: item_edits.remove_items(quote, items))


def offering_name(speaker: Speaker, catalog: ProductCatalog, code: str) -> str:
    """Name of an offering or bundle, or its code when the catalogue does not have it."""
    sold = catalog.bundle(code) or catalog.offering(code)
    return speaker.name(sold.name) if sold is not None else code
