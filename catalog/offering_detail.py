"""What is said of an offering beside its rows in a price list, as our text format writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.characteristic import Characteristic
from catalog.charge import Allowance, RegulationPeriod
from catalog.period import ValidityPeriod
from catalog.problem import Place, Problem
from catalog.selling_points import Fabe, Leaflet, Pitch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.charge import Charge
    from catalog.offering import ProductOffering


class ChargeDetail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a price list has no column for of a charge; fields as in ``Charge``."""

    code: str
    allowances: tuple[Allowance, ...] = ()
    regulations: tuple[RegulationPeriod, ...] = ()
    valid: ValidityPeriod = ValidityPeriod()


class OfferingDetail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a price list has no column for of an offering; fields as in ``ProductOffering``.

    Attributes:
        charges: Details of those of its charges that have any.
    """

    code: str
    areas: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    migrates_to: tuple[str, ...] = ()
    specification: str = ""
    characteristics: tuple[Characteristic, ...] = ()
    lead_time: int = 0
    fabe: Fabe = Fabe()
    pitch: Pitch = Pitch()
    leaflets: tuple[Leaflet, ...] = ()
    charges: tuple[ChargeDetail, ...] = ()


def details_of(offerings: Iterable[ProductOffering]) -> tuple[OfferingDetail, ...]:
    """The details of those offerings that have any."""
    found = []
    for offering in offerings:
        charges = tuple(_charge_detail(charge) for charge in offering.charges)
        told = tuple(detail for detail in charges if detail != ChargeDetail(detail.code))
        fields = {name: getattr(offering, name) for name in _OFFERING_FIELDS}
        detail = OfferingDetail(offering.code, charges=told, **fields)
        if detail != OfferingDetail(offering.code):
            found.append(detail)
    return tuple(found)


def with_details(
    offerings: Sequence[ProductOffering], details: Iterable[OfferingDetail], file: str = ""
) -> tuple[tuple[ProductOffering, ...], tuple[Problem, ...]]:
    """The offerings with their details, and what is said of offerings or charges that are not.

    Args:
        offerings: As the price list has them.
        details: At most one for each offering; a second one is a finding.
        file: Name of the file of details, for findings.
    """
    known = {offering.code: offering for offering in offerings}
    told: set[str] = set()
    problems = []
    for detail in details:
        offering = known.get(detail.code)
        charges = {charge.code for charge in offering.charges} if offering is not None else set()
        wrong = [one.code for one in detail.charges if one.code not in charges]
        if offering is None or detail.code in told:
            wrong = [detail.code]
        for code in wrong:
            where = Place(file=file, subject=code)
            problems.append(
                Problem("import.detail_of_nothing", where=where, parameters={"value": code})
            )
        if offering is not None and not wrong:
            known[detail.code] = _detailed(offering, detail)
        told.add(detail.code)
    return tuple(known[offering.code] for offering in offerings), tuple(problems)


_OFFERING_FIELDS = tuple(
    name for name in OfferingDetail.__struct_fields__ if name not in {"code", "charges"}
)
_CHARGE_FIELDS = tuple(name for name in ChargeDetail.__struct_fields__ if name != "code")


def _charge_detail(charge: Charge) -> ChargeDetail:
    return ChargeDetail(charge.code, **{name: getattr(charge, name) for name in _CHARGE_FIELDS})


def _detailed(offering: ProductOffering, detail: OfferingDetail) -> ProductOffering:
    told = {one.code: one for one in detail.charges}
    charges = tuple(
        msgspec.structs.replace(
            charge, **{name: getattr(told[charge.code], name) for name in _CHARGE_FIELDS}
        )
        if charge.code in told
        else charge
        for charge in offering.charges
    )
    # what the list has a column for and the details do not say stays as the list has it
    fields = {name: getattr(detail, name) or getattr(offering, name) for name in _OFFERING_FIELDS}
    return msgspec.structs.replace(offering, charges=charges, **fields)
