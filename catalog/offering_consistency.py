"""Do the details of offerings hang together? Specifications, characteristics, successors, texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.characteristic import CharacteristicKind
from catalog.offering import Lifecycle
from catalog.pace import WHOLE, Pace, paced, part_of, unpaced
from catalog.period import LONGEST_TERM
from catalog.problem import Place, Problem, Severity
from catalog.selling_points import MEDIA_TYPES

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from catalog.characteristic import Characteristic
    from catalog.charge import Charge
    from catalog.offering import ProductOffering
    from catalog.period import ValidityPeriod
    from catalog.product_catalog import CatalogContent

_HASH = re.compile("[0-9a-f]{64}")
_GONE = frozenset({Lifecycle.FROZEN, Lifecycle.WITHDRAWN})


def check_details(content: CatalogContent, pace: Pace = unpaced) -> Iterator[Problem]:
    """Findings about what is said of offerings beside their prices."""
    shared = {one.id for one in content.specifications}
    offerings = {offering.code: offering for offering in content.offerings}
    yield from specification_problems(content, offerings)
    for offering in paced(content.offerings, part_of(pace, 0, 5000)):
        yield from detail_problems(offering, shared)
    for offering in paced(content.offerings, part_of(pace, 5000, WHOLE)):
        yield from successor_problems(offering, offerings)


def specification_problems(content: CatalogContent, codes: Container[str]) -> Iterator[Problem]:
    """Findings about what several offerings share.

    Args:
        content: The catalogue.
        codes: Codes of all offerings.
    """
    seen: set[str] = set()
    for one in content.specifications:
        where = Place(subject=one.id)
        if one.id in seen or one.id in codes:
            taken = {"value": one.id}
            yield Problem("catalog.duplicate_specification", where=where, parameters=taken)
        seen.add(one.id)
        yield from _characteristics(one.characteristics, where)
        yield from _period(one.valid, where)


def detail_problems(offering: ProductOffering, shared: Container[str]) -> Iterator[Problem]:
    """Findings about one offering that need no other one.

    Args:
        offering: What is looked at.
        shared: Identifiers of the specifications.
    """
    where = Place(subject=offering.code)
    if offering.specification and offering.specification not in shared:
        unknown = {"value": offering.specification}
        yield Problem("catalog.unknown_specification", where=where, parameters=unknown)
    yield from _characteristics(offering.characteristics, where)
    yield from _texts(offering, where)
    yield from _period(offering.valid, where)
    leading = {charge.code for charge in offering.charges if not charge.instead_of}
    for charge in offering.charges:
        yield from _charge(charge)
        if charge.instead_of and charge.instead_of not in leading:
            wrong = {"field": "instead_of", "value": charge.instead_of}
            told = Place(subject=charge.code)
            yield Problem("catalog.detail_wrong", Severity.WARNING, told, wrong)


def _characteristics(known: tuple[Characteristic, ...], where: Place) -> Iterator[Problem]:
    seen: set[str] = set()
    for characteristic in known:
        named = {"characteristic": characteristic.id}
        if characteristic.id in seen or not characteristic.id:
            yield Problem("catalog.duplicate_characteristic", where=where, parameters=named)
        seen.add(characteristic.id)
        if fault := senseless_field(characteristic):
            wrong = {**named, "field": fault}
            yield Problem("catalog.characteristic_wrong", where=where, parameters=wrong)


def senseless_field(known: Characteristic) -> str:
    """The field of a characteristic with which no value can be right; empty when there is none."""
    least, most = known.least, known.most
    for field, bound in (("least", least), ("most", most), ("step", known.step)):
        if bound is not None and not bound.is_finite():
            return field
    values = [choice.value for choice in known.choices]
    no_choice = known.kind is CharacteristicKind.CHOICE and not values
    wrong = {
        "most": least is not None and most is not None and least > most,
        "step": known.step < 0,
        "choices": no_choice or "" in values or len(set(values)) < len(values),
        "default": bool(known.default) and known.fault(known.default) is not None,
    }
    return next((field for field, is_wrong in wrong.items() if is_wrong), "")


def _texts(offering: ProductOffering, where: Place) -> Iterator[Problem]:
    """Lead time and leaflets."""
    if offering.lead_time < 0:
        wrong = {"field": "lead_time", "value": str(offering.lead_time)}
        yield Problem("catalog.detail_wrong", where=where, parameters=wrong)
    for leaflet in offering.leaflets:
        if leaflet.media_type not in MEDIA_TYPES:
            wrong = {"field": "media_type", "value": leaflet.media_type}
            yield Problem("catalog.detail_wrong", where=where, parameters=wrong)
        if not _HASH.fullmatch(leaflet.content):
            wrong = {"field": "content", "value": leaflet.content[:80]}
            yield Problem("catalog.detail_wrong", where=where, parameters=wrong)


def _charge(charge: Charge) -> Iterator[Problem]:
    where = Place(subject=charge.code)
    yield from _period(charge.valid, where)
    if charge.least_term > LONGEST_TERM:
        wrong = {"field": "least_term", "value": str(charge.least_term)}
        yield Problem("catalog.detail_wrong", where=where, parameters=wrong)
    for allowance in charge.allowances:
        if not allowance.quantity.is_finite() or allowance.quantity <= 0:
            wrong = {"field": "allowances", "value": str(allowance.quantity)}
            yield Problem("catalog.detail_wrong", where=where, parameters=wrong)
    for position, change in enumerate(charge.regulations):
        yield from _period(change.valid, where)
        if any(_overlap(change.valid, other.valid) for other in charge.regulations[:position]):
            overlap = {"field": "regulations", "value": change.regulation.value}
            yield Problem("catalog.detail_wrong", where=where, parameters=overlap)


def _period(valid: ValidityPeriod, where: Place) -> Iterator[Problem]:
    if valid.first is not None and valid.last is not None and valid.last < valid.first:
        wrong = {"field": "valid", "value": f"{valid.first} – {valid.last}"}
        yield Problem("catalog.detail_wrong", where=where, parameters=wrong)


def _overlap(one: ValidityPeriod, other: ValidityPeriod) -> bool:
    """Whether two periods have a day in common."""
    return not (
        (one.last is not None and other.is_after(one.last))
        or (other.last is not None and one.is_after(other.last))
    )


def successor_problems(
    offering: ProductOffering, offerings: Mapping[str, ProductOffering]
) -> Iterator[Problem]:
    """Successors that do not exist, that lead back, and none at all of what is no longer sold.

    Args:
        offering: What is looked at; one without successors has no findings.
        offerings: Every offering by code.
    """
    if not offering.migrates_to:
        return
    where = Place(subject=offering.code)
    for code in offering.migrates_to:
        if code not in offerings:
            unknown = {"offering": code}
            yield Problem("catalog.unknown_offering", Severity.WARNING, where, unknown)
    reached = _reached(offerings, offering)
    if offering.code in reached:
        yield Problem("catalog.successors_in_circle", where=where)
    elif offering.lifecycle in _GONE and all(
        offerings[code].lifecycle in _GONE for code in reached
    ):
        yield Problem("catalog.no_successor_sold", Severity.WARNING, where)


def _reached(offerings: Mapping[str, ProductOffering], start: ProductOffering) -> set[str]:
    """Everything that an offering leads on to, step by step; itself only in a circle."""
    reached: set[str] = set()
    waiting = [*start.migrates_to]
    while waiting:
        successor = waiting.pop()
        if successor in offerings and successor not in reached:
            reached.add(successor)
            waiting.extend(offerings[successor].migrates_to)
    return reached
