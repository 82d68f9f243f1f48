"""read_tmf620(): a file of TMF620 resources to offerings, bundles and price records."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.bundle import BundledOffering
from catalog.decoding_fault import decoding_facts
from catalog.offering import ProductOffering
from catalog.price_list import PriceRecord
from catalog.problem import Place, Problem
from catalog.specification import ProductSpecification
from catalog.tmf620.bundle_reading import is_bundle, read_bundle
from catalog.tmf620.intake import Intake, needed_text
from catalog.tmf620.json_node import Findings, JsonNode
from catalog.tmf620.names import (
    CATALOG,
    EXTENDED,
    MEMBERS_OF_LISTS,
    OFFERING,
    PRICE,
    SPECIFICATION,
)
from catalog.tmf620.offering_reading import read_offering
from catalog.tmf620.price_reading import read_records
from catalog.tmf620.specifications import shared_specifications

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from catalog.tax_class import TaxClass

_MARK = b"\xef\xbb\xbf"
_TELLING = {
    PRICE: ("priceType", "recurringChargePeriodType"),
    OFFERING: ("productOfferingPrice", "bundledProductOffering", "isSellable", "marketSegment"),
    SPECIFICATION: ("productSpecCharacteristic", "productNumber", "brand"),
    CATALOG: ("catalogType",),
}
"""Members that tell what a resource without ``@type`` is; the first kind that has one wins."""


class Tmf620File(msgspec.Struct, frozen=True):
    """What a file says, as far as it could be read.

    Attributes:
        version: Version of the catalogue, if the file names it.
        title: Name of the catalogue, if the file has it.
        offerings: Single offerings, without initials.
        bundles: Bundles, without initials.
        price_records: Prices that hold only under conditions.
        specifications: What several offerings share.
        problems: Every finding; with an error the rest is incomplete.
    """

    version: str = ""
    title: str = ""
    offerings: tuple[ProductOffering, ...] = ()
    bundles: tuple[BundledOffering, ...] = ()
    price_records: tuple[PriceRecord, ...] = ()
    specifications: tuple[ProductSpecification, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_tmf620(
    data: bytes, tax_classes: Sequence[TaxClass], day: date, *, file: str = ""
) -> Tmf620File:
    """Read a list of resources, or one object with a list for each kind of them.

    Args:
        data: JSON in UTF-8.
        tax_classes: Known tax classes.
        day: Day on which a VAT rate must apply.
        file: Name of the file, for findings.
    """
    findings = Findings(file)
    try:
        # Numbers become decimals straight from their digits; a binary fraction never exists.
        document = msgspec.json.Decoder(float_hook=Decimal).decode(data.removeprefix(_MARK))
    except (msgspec.DecodeError, RecursionError, ArithmeticError) as fault:
        where = Place(file=file)
        problem = Problem("exchange.not_json", where=where, parameters=decoding_facts(str(fault)))
        return Tmf620File(problems=(problem,))
    intake = Intake(findings)
    version = title = ""
    for kind, node in _resources(document, findings):
        if kind == CATALOG:
            version, title = node.text("version") or version, node.text("name") or title
        else:
            known = {PRICE: intake.prices, SPECIFICATION: intake.specifications}
            _keep(node, known.get(kind, intake.offerings))
    return _assembled(intake, tax_classes, day, version, title)


def _assembled(
    intake: Intake, tax_classes: Sequence[TaxClass], day: date, version: str, title: str
) -> Tmf620File:
    """Offerings first, because bundles and price records need their charges."""
    offerings: dict[str, ProductOffering] = {}
    records: list[PriceRecord] = []
    for name, node in intake.offerings.items():
        if not is_bundle(node):
            offering, found = read_offering(node, intake, tax_classes, day)
            records.extend(found)
            if offering is not None:
                offerings[name] = offering
    bundles = [
        read_bundle(node, intake, offerings)
        for node in intake.offerings.values()
        if is_bundle(node)
    ]
    records.extend(read_records(intake))
    specifications = shared_specifications(intake)
    return Tmf620File(
        version=version,
        title=title,
        offerings=tuple(offerings.values()),
        bundles=tuple(bundle for bundle in bundles if bundle is not None),
        price_records=tuple(records),
        specifications=specifications,
        problems=intake.findings.everything(),
    )


def _resources(document: object, findings: Findings) -> Iterator[tuple[str, JsonNode]]:
    """Every resource with its kind; whatever is none is a finding."""
    lists: dict[str, tuple[str, object]] = {}
    if isinstance(document, list):
        lists["$"] = ("", document)
    elif isinstance(document, dict):
        lists = {
            f"$.{member}": (kind, document[member])
            for member, kind in MEMBERS_OF_LISTS.items()
            if member in document
        }
    if not lists:
        findings.add("exchange.not_a_list", "$", "", {})
    for path, (kind, entries) in lists.items():
        for position, entry in enumerate(entries if isinstance(entries, list) else [entries]):
            place = f"{path}[{position}]" if isinstance(entries, list) else path
            if not isinstance(entry, dict):
                findings.add("exchange.unknown_resource", place, "", {"type": ""})
                continue
            node = JsonNode(entry, place, findings)
            if known := kind or _kind(node):
                yield known, node


def _kind(node: JsonNode) -> str:
    """The class of a resource by its type, or by members that only this class has."""
    for key in ("@baseType", "@type"):
        name = node.text(key).removeprefix(EXTENDED)
        for known in (*_TELLING, "ProductCatalog"):
            if name == known:
                return CATALOG if known == "ProductCatalog" else known
    kind = node.text("@type")
    if not kind:
        for known, members in _TELLING.items():
            if any(node.given(member) for member in members):
                return known
    node.problem("exchange.unknown_resource", "@type" if kind else "", type=kind[:40])
    return ""


def _keep(node: JsonNode, known: dict[str, JsonNode]) -> None:
    name = needed_text(node, "id")
    if name in known:
        node.problem("exchange.duplicate_id", "id", value=name)
    elif name:
        known[name] = node
