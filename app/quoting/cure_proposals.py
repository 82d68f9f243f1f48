"""What is worth trying for a finding: one function for each code, in the order of preference.

A proposal is only tried: ``app/quoting/cures.py`` keeps it if it cures. A new finding gets a line
in ``_PROPOSALS``; taking its item out is proposed for every finding that blocks and has one.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from app.quoting.cure_edits import (
    AddOffering,
    DissolveBundle,
    DropChoice,
    KeepInstalled,
    NoFreeMonths,
    Promise,
    RemoveCharge,
    RemoveItem,
    ReplaceOffering,
    SetCharacteristic,
    SetChargeQuantity,
    SetChoices,
    SetDiscountPercent,
    SetTerm,
)
from catalog.offering import Lifecycle
from catalog.period import LONGEST_TERM
from pricing.bundle_choices import SEGMENTS, fitted
from pricing.bundle_content import bundle_content, groups_of, quantity_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from app.quoting.cure_edits import CureEdit
    from app.quoting.quote import Quote
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem

    Proposer: TypeAlias = Callable[[ProductCatalog, Quote, Problem], Iterator[CureEdit]]

ALTERNATIVES = " | "
"""Between the codes of which any one is needed, in a finding's parameters."""
_COMPETITOR_LINES, _LINES_CANCELLED = "competitor_fixed_lines", "competitor_line_cancelled"
_NOT_REMOVED = {
    "price.below_band",
    "price.alteration_out_of_range",
    "price.fixed_altered",
    "price.free_months_out_of_range",
    "bundle.extra_discount_too_large",
}
"""Findings about a discount: the item itself is all right."""
_REMOVED = {"offering.already_installed", "offering.excluded_installed"}
"""Findings that do not block and yet may be a reason to take the item out."""


def proposals(catalog: ProductCatalog, quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    """Everything to try for a finding: what mends it, then to take its item out."""
    yield from constructive(catalog, quote, problem)
    subject = problem.where.subject
    if not subject or quote.item(subject) is None or problem.code in _NOT_REMOVED:
        return
    if problem.blocks or problem.code in _REMOVED:
        yield RemoveItem(subject)


def constructive(catalog: ProductCatalog, quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    """What mends a finding, as its code asks for."""
    propose = _PROPOSALS.get(problem.code)
    if propose is not None:
        yield from propose(catalog, quote, problem)


def _missing(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    for code in problem.parameters["requires"].split(ALTERNATIVES):
        yield AddOffering(code)


def _excluded(catalog: ProductCatalog, quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    """The other one goes, be it chosen in a bundle, quoted by itself or inside a bundle.

    What was chosen goes first: a bundle without one of its options is still that bundle.
    """
    pair = {problem.parameters["other"], problem.parameters["offering"]}
    for item in quote.items:
        if item.id == problem.where.subject or pair & _provided(catalog, item):
            yield from _without_chosen(catalog, item, pair)
    for item in quote.items:
        if item.id != problem.where.subject and problem.parameters["other"] in _provided(
            catalog, item
        ):
            yield RemoveItem(item.id)


def _without_chosen(
    catalog: ProductCatalog, item: QuoteItem, offerings: set[str]
) -> Iterator[CureEdit]:
    """The choices in a bundle without members that are charges of some offerings."""
    bundle = catalog.bundle(item.offering)
    for group in groups_of(catalog, bundle) if bundle is not None else ():
        counts = {m.charge: quantity_in(group, m, item.choices) for m in group.members}
        for charge, count in counts.items():
            if count > 0 and charge.rpartition(".")[0] in offerings:
                yield SetChoices(item.id, group.code, tuple({**counts, charge: 0}.items()))


def _not_sold(catalog: ProductCatalog, quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    """Its successors take its place, those of a successor that is itself no longer sold as well."""
    item = quote.item(problem.where.subject)
    for code in successors(catalog, item.offering if item is not None else ""):
        yield ReplaceOffering(problem.where.subject, code)


def _installed(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    yield KeepInstalled(
        problem.where.subject, problem.parameters.get("other", problem.parameters["offering"])
    )


def _term(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    yield SetTerm(int(problem.parameters["term"]))


def _term_in_range(_catalog: ProductCatalog, quote: Quote, _problem: Problem) -> Iterator[CureEdit]:
    yield SetTerm(min(max(quote.term, 1), LONGEST_TERM))


def _too_few(_catalog: ProductCatalog, quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    yield from _counted(quote, problem, int(problem.parameters["least"]))


def _too_many(_catalog: ProductCatalog, quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    yield from _counted(quote, problem, int(problem.parameters["most"]))
    yield RemoveCharge(problem.where.subject, problem.where.column)


def _counted(quote: Quote, problem: Problem, bound: int) -> Iterator[CureEdit]:
    """The charge's quantity with which the whole quote meets a bound."""
    item, charge = problem.where.subject, problem.where.column
    quoted = quote.item(item)
    for known in quoted.charges if quoted is not None else ():
        needed = known.quantity + bound - int(problem.parameters["count"])
        if known.code == charge and needed > 0:
            yield SetChargeQuantity(item, charge, needed)


def _option_too_many(
    _catalog: ProductCatalog, quote: Quote, problem: Problem
) -> Iterator[CureEdit]:
    """Fewer of the option where enough of it is quoted; only then an item that is no more."""
    given = problem.parameters
    beyond = int(given["count"]) - int(given["most"])
    quoted = [(item.id, one) for item in quote.items for one in item.charges]
    counted = [(item, one) for item, one in quoted if one.code == given["charge"]]
    for item, one in counted:
        if one.quantity > beyond:
            yield SetChargeQuantity(item, one.code, one.quantity - beyond)
    for item, one in counted:
        if one.quantity <= beyond:
            yield RemoveItem(item)


def _group(catalog: ProductCatalog, quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    """The nearest choices that fit the group."""
    item = quote.item(problem.where.subject)
    bundle = catalog.bundle(item.offering) if item is not None else None
    if item is None or bundle is None:
        return
    segments = tuple(problem.parameters["segment"].split(SEGMENTS))
    for group in groups_of(catalog, bundle):
        if group.code == problem.parameters["group"]:
            counts = fitted(group, item.choices, segments)
            yield SetChoices(item.id, group.code, tuple(counts.items()))


def _choice(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    group = problem.parameters.get("group", "")
    yield DropChoice(problem.where.subject, group, problem.where.column)


def _component(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    yield DropChoice(problem.where.subject, "", problem.where.column)
    yield DissolveBundle(problem.where.subject)


def _characteristic(catalog: ProductCatalog, quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    """The nearest value that fits, then the first of the choices."""
    item, wanted = quote.item(problem.where.subject), problem.where.column
    known = catalog.characteristics(item.offering) if item is not None else ()
    described = next((one for one in known if one.id == wanted), None)
    if item is None:
        return
    if described is None:
        yield SetCharacteristic(item.id, wanted, "")
        return
    nearest = described.fitting(item.characteristics.get(wanted, ""))
    for value in dict.fromkeys((nearest, *described.allowed())):
        if value:
            yield SetCharacteristic(item.id, wanted, value)
    if not described.required or described.default:
        yield SetCharacteristic(item.id, wanted, "")


def _charge_ended(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    yield RemoveCharge(problem.where.subject, problem.where.column)


def _discount(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    """As much as is allowed, or none at all where the finding names no bound."""
    given = problem.parameters
    bound = given.get("band") or given.get("most") or "0"
    percent = Decimal(bound) if problem.code in _BOUNDED else Decimal(0)
    yield SetDiscountPercent(problem.where.subject, problem.where.column, percent)


def _free_months(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    yield NoFreeMonths(problem.where.subject)


def _condition(_catalog: ProductCatalog, _quote: Quote, problem: Problem) -> Iterator[CureEdit]:
    """A condition that the customer's promise in the contract would meet."""
    if problem.parameters.get("measure") == _COMPETITOR_LINES:
        yield Promise(_LINES_CANCELLED)


def successors(catalog: ProductCatalog, code: str) -> tuple[str, ...]:
    """What takes an offering's place, nearest first; those that are not sold lead on to theirs."""
    found: dict[str, None] = {}
    seen = {code}
    open_codes = [code]
    while open_codes:
        offering = catalog.offering(open_codes.pop(0))
        for successor in offering.migrates_to if offering is not None else ():
            if successor in seen:
                continue
            seen.add(successor)
            known = catalog.offering(successor)
            if known is None or known.lifecycle is Lifecycle.ON_SALE:
                found[successor] = None
            else:
                open_codes.append(successor)
    return tuple(found)


def _provided(catalog: ProductCatalog, item: QuoteItem) -> set[str]:
    """An offering, or a bundle with the offerings in it, those chosen among them."""
    bundle = catalog.bundle(item.offering)
    parts = bundle_content(catalog, bundle, item.choices).parts if bundle is not None else ()
    return {item.offering, *(part.charge.rpartition(".")[0] for part in parts)}


_BOUNDED = {"price.below_band", "bundle.extra_discount_too_large"}
_PROPOSALS: Mapping[str, Proposer] = {
    "offering.requirement_missing": _missing,
    "offering.excluded": _excluded,
    "offering.excluded_installed": _installed,
    "offering.already_installed": _installed,
    "offering.not_on_sale": _not_sold,
    "offering.frozen": _not_sold,
    "offering.not_for_area": _not_sold,
    "offering.not_for_channel": _not_sold,
    "offering.term_too_short": _term,
    "charge.term_too_short": _term,
    "price.term_out_of_range": _term_in_range,
    "charge.too_few": _too_few,
    "charge.too_many": _too_many,
    "charge.not_valid": _charge_ended,
    "price.unknown_charge": _charge_ended,
    "bundle.option_too_many": _option_too_many,
    "bundle.not_eligible": _condition,
    "bundle.group_too_few": _group,
    "bundle.group_too_many": _group,
    "bundle.member_too_few": _group,
    "bundle.member_too_many": _group,
    "bundle.member_not_for_segment": _group,
    "bundle.unknown_member": _choice,
    "bundle.unknown_component": _choice,
    "bundle.component_altered": _component,
    "characteristic.missing": _characteristic,
    "characteristic.does_not_fit": _characteristic,
    "characteristic.unknown": _characteristic,
    "price.below_band": _discount,
    "price.alteration_out_of_range": _discount,
    "price.fixed_altered": _discount,
    "bundle.extra_discount_too_large": _discount,
    "price.free_months_out_of_range": _free_months,
}
