"""Product specifications, both ways: those that several offerings share, and an offering's own.

Each offering has a specification of its own identifier, which holds its own characteristics and
names the shared one that it is based on. A specification of somebody else is a shared one, unless
it is called like an offering.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.local_text import LocalText
from catalog.specification import ProductSpecification
from catalog.tmf620.characteristics import characteristics_read, characteristics_written
from catalog.tmf620.intake import extension_of, local_name, validity
from catalog.tmf620.moments import time_period
from catalog.tmf620.names import ALLOWANCE, BASED_ON, LIFECYCLES, SPECIFICATION
from catalog.tmf620.price_writing import extended

if TYPE_CHECKING:
    from catalog.characteristic import Characteristic
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from catalog.tmf620.intake import Intake
    from catalog.tmf620.json_node import JsonNode
    from catalog.tmf620.names import Resource

_CHARACTERISTICS = "productSpecCharacteristic"
_NEVER_KEPT = (
    *("attachment", "bundledProductSpecification", "productNumber"),
    *("resourceSpecification", "serviceSpecification"),
)


class Specified(NamedTuple):
    """What the specifications of a file say of one offering."""

    specification: str
    characteristics: tuple[Characteristic, ...]


def own_specification(offering: ProductOffering, catalog: ProductCatalog) -> Resource:
    """What an offering is by itself: characteristics, bandwidths and included usage."""
    specification: Resource = {
        "id": offering.code,
        "name": offering.name.zh,
        "version": catalog.version,
        "lifecycleStatus": LIFECYCLES[offering.lifecycle],
        "isBundle": False,
    }
    known = dict.fromkeys(charge.allowance for charge in offering.charges if charge.allowance)
    described = characteristics_written(offering.characteristics)
    if known:
        values = [{"value": value} for value in known]
        included: Resource = {"name": ALLOWANCE, "valueType": "string"}
        described.insert(0, included | {"productSpecCharacteristicValue": values})
    if described:
        specification[_CHARACTERISTICS] = described
    if offering.specification:
        shared = catalog.specification(offering.specification)
        name: Resource = {"name": shared.name.zh} if shared is not None else {}
        related = {"id": offering.specification} | name | {"relationshipType": BASED_ON}
        specification["productSpecificationRelationship"] = [related]
    return extended(specification, SPECIFICATION, {})


def shared_specification(shared: ProductSpecification, catalog: ProductCatalog) -> Resource:
    """What several offerings share."""
    written: Resource = {"id": shared.id, "name": shared.name.zh, "version": catalog.version}
    if shared.brand:
        written["brand"] = shared.brand
    if shared.description.zh:
        written["description"] = shared.description.zh
    written["isBundle"] = False
    if period := time_period(shared.valid):
        written["validFor"] = period
    if described := characteristics_written(shared.characteristics):
        written[_CHARACTERISTICS] = described
    english = {"nameEn": shared.name.en, "descriptionEn": shared.description.en}
    return extended(written, SPECIFICATION, {name: text for name, text in english.items() if text})


def shared_specifications(intake: Intake) -> tuple[ProductSpecification, ...]:
    """The specifications of a file that are no offering's own; what is not kept is told."""
    found = []
    for name, node in intake.specifications.items():
        node.not_kept(*_NEVER_KEPT)
        if name in intake.offerings:
            node.not_kept("brand")
            continue
        node.not_kept("productSpecificationRelationship")
        extension = extension_of(node)
        found.append(
            ProductSpecification(
                id=name,
                name=local_name(node, extension),
                brand=node.text("brand"),
                description=LocalText(node.text("description"), extension.text("descriptionEn")),
                characteristics=characteristics_read(node),
                valid=validity(node),
            )
        )
    return tuple(found)


def specified(node: JsonNode, intake: Intake) -> Specified:
    """The shared specification that an offering names or is based on, and its characteristics."""
    reference = node.child("productSpecification")
    name = reference.text("id") if reference is not None else ""
    own = intake.specifications.get(name)
    if own is None:
        return Specified("", ())
    if name not in intake.offerings:
        return Specified(name, ())
    based_on = [
        relation.text("id")
        for relation in own.children("productSpecificationRelationship")
        if relation.text("relationshipType") == BASED_ON
    ]
    return Specified(based_on[0] if based_on else "", characteristics_read(own))
