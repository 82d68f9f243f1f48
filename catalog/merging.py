"""merged(): what a file says, laid over the catalogue in force.

A price list is a table: what it has no column for (selling points, characteristics, tiers...) stays
as it is, and so do bundles that no file was given for. Whether what the file does not have at all
stays or is withdrawn is for the user to say.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import msgspec

from catalog.offering_detail import ChargeDetail, OfferingDetail
from catalog.pace import Pace, paced, unpaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.charge import Charge
    from catalog.offering import ProductOffering
    from catalog.product_catalog import CatalogContent

Part = TypeVar("Part", bound=msgspec.Struct)


_UNLISTED_OF_OFFERING = frozenset(OfferingDetail.__struct_fields__) - {"code", "charges"}
_LISTED_BY_SOME = frozenset(("areas", "channels", "migrates_to", "lead_time", "instead_of"))
"""Fields that only some price lists have a column for: what one says counts, an empty cell not."""
_UNLISTED_OF_CHARGE = (frozenset(ChargeDetail.__struct_fields__) | {"instead_of"}) - {"code"}

_BESIDE = {"bundles": "code", "price_records": "id", "specifications": "id"}
"""What stands beside a price list, and by what its parts are known."""


class Missing(StrEnum):
    """What becomes of that which the file does not have."""

    KEEP = "keep"
    WITHDRAW = "withdraw"


class Delivered(msgspec.Struct, frozen=True):
    """What kind of files the content was read from.

    Attributes:
        whole: Every field was in them, as TMF620 has it; else they are price lists.
        bundles: Bundles, price records and details of offerings were in them.
    """

    whole: bool = False
    bundles: bool = False


def merged(
    in_force: CatalogContent | None,
    read: CatalogContent,
    missing: Missing,
    delivered: Delivered,
    pace: Pace = unpaced,
) -> CatalogContent:
    """The content that an import would store.

    Args:
        in_force: The present catalogue, if there is one.
        read: What the files say.
        missing: What becomes of charges and bundles that the files do not have.
        delivered: What the files could say at all.
        pace: Hears how far the work is, and may stop it.
    """
    if in_force is None:
        return read
    keep = missing is Missing.KEEP
    beside = delivered.whole or delivered.bundles
    whole = delivered.whole or (delivered.bundles and not keep)
    known = {offering.code: offering for offering in in_force.offerings}
    offerings = [
        _offering(known.get(one.code), one, keep, whole) for one in paced(read.offerings, pace)
    ]
    if keep:
        offerings = _laid_over(in_force.offerings, offerings, "code")
    changed = msgspec.structs.replace(read, offerings=tuple(offerings))
    for field, key in _BESIDE.items():
        old, new = getattr(in_force, field), getattr(read, field)
        parts = _laid_over(old, new if beside else (), key) if keep or not beside else new
        changed = msgspec.structs.replace(changed, **{field: tuple(parts)})
    return changed


def _offering(
    old: ProductOffering | None, new: ProductOffering, keep: bool, whole: bool
) -> ProductOffering:
    if old is None or (whole and not keep):
        return new
    known = {charge.code: charge for charge in old.charges}
    charges: Sequence[Charge] = new.charges
    if not whole:
        charges = [_with_unlisted(known.get(one.code), one, _UNLISTED_OF_CHARGE) for one in charges]
        new = _with_unlisted(old, new, _UNLISTED_OF_OFFERING)
    if keep:
        charges = _laid_over(old.charges, charges, "code")
    return msgspec.structs.replace(new, charges=tuple(charges))


def _with_unlisted(old: Part | None, new: Part, unlisted: frozenset[str]) -> Part:
    """The new part with the fields of the old one that a price list cannot say."""
    if old is None:
        return new
    kept = {
        field: (field in _LISTED_BY_SOME and getattr(new, field)) or getattr(old, field)
        for field in unlisted
    }
    return msgspec.structs.replace(new, **kept)


def _laid_over(old: Iterable[Part], new: Iterable[Part], key: str) -> list[Part]:
    """The old parts in their order, each as the new ones have it, and then the other new ones."""
    by_key = {getattr(part, key): part for part in new}
    laid = [by_key.pop(getattr(part, key), part) for part in old]
    return [*laid, *by_key.values()]
