"""Single offerings with their charges from ``ProductOffering``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.charge import ChargeType
from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.problem import Severity
from catalog.tmf620.intake import (
    charge_code,
    code_of,
    extension_of,
    lifecycle,
    local_name,
    segments,
    shortest_term,
    validity,
)
from catalog.tmf620.names import (
    EXCLUDES,
    MIGRATES_TO,
    REQUIRES,
    REQUIRES_ANY,
    relationship_of,
)
from catalog.tmf620.price_reading import areas_of, dates_charge, read_charge
from catalog.tmf620.selling import selling_read
from catalog.tmf620.specifications import specified

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from catalog.charge import Charge
    from catalog.period import BillingPeriod
    from catalog.tax_class import TaxClass
    from catalog.tmf620.intake import Intake
    from catalog.tmf620.json_node import JsonNode

_NOT_KEPT = (
    *("agreement", "prodSpecCharValueUse"),
    *("resourceCandidate", "serviceCandidate", "serviceLevelAgreement"),
)
NOT_KEPT = (*_NOT_KEPT, "attachment", "channel", "place")
"""Members of a bundle that our catalogue has no place for; a single offering keeps the last."""


class Relations(NamedTuple):
    """Codes of what one needs any of, of what may not stand beside it, and of its successors."""

    requires: tuple[str, ...]
    excludes: tuple[str, ...]
    migrates_to: tuple[str, ...]


class _Alike(NamedTuple):
    """What dated prices share when they are one charge at different times."""

    name: LocalText
    period: BillingPeriod
    unit: str
    tax_class: str


def read_offering(
    node: JsonNode, intake: Intake, tax_classes: Sequence[TaxClass], day: date
) -> tuple[ProductOffering | None, tuple[PriceRecord, ...]]:
    """An offering, and the price records of its charges that hold only at times or in places.

    Args:
        node: An offering that is no bundle.
        intake: The other resources; is told which charges each price became.
        tax_classes: Known tax classes.
        day: Day on which a VAT rate must apply.

    Returns:
        The offering, or ``None``, with findings, when it cannot be one.
    """
    code, extension = code_of(node), extension_of(node)
    charges, records = _charges(node, code, intake, tax_classes, day)
    if not charges and not node.has("productOfferingPrice"):
        node.problem("exchange.offering_without_price", "productOfferingPrice")
    term = shortest_term(node)
    relations = relations_of(node)
    categories = node.children("category")
    if len(categories) > 1:
        node.not_kept("category")
    if not node.flag("isSellable", otherwise=True):
        path = node.path_of("isSellable")
        node.findings.count("exchange.not_kept", path, Severity.WARNING, "isSellable")
    node.not_kept(*_NOT_KEPT)
    shared = specified(node, intake)
    offering = ProductOffering(
        code=code,
        name=local_name(node, extension),
        family=categories[0].text("id") or categories[0].text("name") if categories else "",
        segments=segments(node),
        charges=tuple(_committed(charge, term) for charge in charges),
        requires=relations.requires,
        excludes=relations.excludes,
        lifecycle=lifecycle(node),
        valid=validity(node),
        benefit=LocalText(node.text("description"), extension.text("descriptionEn")),
        migrates_to=relations.migrates_to,
        specification=shared.specification,
        characteristics=shared.characteristics,
        **selling_read(node),
    )
    return (offering if code and charges else None), tuple(records)


def relations_of(node: JsonNode) -> Relations:
    """What an offering or bundle requires and excludes."""
    kinds: dict[str, list[str]] = {REQUIRES: [], EXCLUDES: [], MIGRATES_TO: []}
    several = 0
    for relation in node.children("productOfferingRelationship"):
        kind = relationship_of(relation.text("relationshipType"))
        if kind is None:
            relation.not_kept("relationshipType")
            continue
        code = code_of(relation)
        several += kind == REQUIRES
        if code:
            kinds[REQUIRES if kind == REQUIRES_ANY else kind].append(code)
    if several > 1:
        path = node.path_of("productOfferingRelationship")
        node.findings.count("exchange.requires_any", path, Severity.WARNING)
    return Relations(*(tuple(codes) for codes in kinds.values()))


def _charges(
    node: JsonNode, code: str, intake: Intake, tax_classes: Sequence[TaxClass], day: date
) -> tuple[list[Charge], list[PriceRecord]]:
    """The charges in order; dated prices that are alike are one charge with several records."""
    charges: dict[str, Charge] = {}
    records: list[PriceRecord] = []
    dated: dict[_Alike, str] = {}
    for position, price in enumerate(intake.named_prices(node), start=1):
        own = charge_code(price, code, position)
        charge = read_charge(price, own, tax_classes, day)
        valid, areas = validity(price), areas_of(price)
        if charge is None:
            continue
        conditional = not dates_charge(price) and (valid != ValidityPeriod() or bool(areas))
        alike = _Alike(charge.name, charge.period, charge.unit, charge.tax_class)
        shared = dated.get(alike, own) if conditional else own
        if shared == own and own in charges:
            price.problem("exchange.duplicate_id", "id", value=own)
        charges.setdefault(shared, charge)
        intake.charges.setdefault(price.text("id"), []).append(shared)
        if conditional:
            dated.setdefault(alike, own)
            records.append(
                PriceRecord(own, shared, charge.list_price, valid, (), areas, charge.least_term)
            )
            term = min(charge.least_term, charges[shared].least_term)
            charges[shared] = msgspec.structs.replace(charges[shared], least_term=term)
    return list(charges.values()), records


def _committed(charge: Charge, term: int) -> Charge:
    """A recurring charge without a term of its own has the offering's."""
    if charge.least_term or not term or charge.type is not ChargeType.RECURRING:
        return charge
    return msgspec.structs.replace(charge, least_term=term)
