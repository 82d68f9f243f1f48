"""A draft of the next catalogue version: patches on a published one, each a value.

A patch holds whole parts as they are after an edit. So a draft is kept as the version that it
began with and a short list of patches; every state of it is those applied in order, and undo is
to apply one less. Nothing here changes a content: each function gives the next one.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from catalog.bundle import BundledOffering
from catalog.offering import Lifecycle, ProductOffering
from catalog.price_list import PriceRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from catalog.charge import Charge
    from catalog.product_catalog import CatalogContent
    from catalog.selling_points import Leaflet


class Patch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an edit leaves of the parts that it touched.

    Attributes:
        offerings: Offerings as they are now; those that were not there are new.
        bundles: Bundles as they are now.
        price_records: Price records as they are now.
        removed: Codes of offerings and bundles, and identifiers of price records, that are gone.
        after: Code of the offering behind which new ones come; empty for the end.
    """

    offerings: tuple[ProductOffering, ...] = ()
    bundles: tuple[BundledOffering, ...] = ()
    price_records: tuple[PriceRecord, ...] = ()
    removed: tuple[str, ...] = ()
    after: str = ""

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.offerings or self.bundles or self.price_records or self.removed)

    @property
    def touched(self) -> frozenset[str]:
        """Codes of the offerings and bundles that it changes, adds or removes."""
        offerings = (offering.code for offering in self.offerings)
        return frozenset((*offerings, *(bundle.code for bundle in self.bundles), *self.removed))


T = TypeVar("T")

_code: Callable[[Any], str] = attrgetter("code")
_identifier: Callable[[Any], str] = attrgetter("id")
_FEW = 4
"""Names that are faster looked for one by one than in an index of all."""


def apply_patch(content: CatalogContent, patch: Patch) -> CatalogContent:
    """The content after an edit; parts that it does not touch stay the same objects."""
    if not patch:
        return content
    gone = frozenset(patch.removed)
    return msgspec.structs.replace(
        content,
        offerings=_put(content.offerings, patch.offerings, gone, _code, patch.after),
        bundles=_put(content.bundles, patch.bundles, gone, _code),
        price_records=_put(content.price_records, patch.price_records, gone, _identifier),
    )


def applied(content: CatalogContent, patches: Iterable[Patch]) -> CatalogContent:
    """The content after some edits."""
    for patch in patches:
        content = apply_patch(content, patch)
    return content


def put_charge(offering: ProductOffering, charge: Charge, after: str = "") -> Patch:
    """An offering with a charge in the place of the one of its code, or a new one.

    Args:
        offering: The offering.
        charge: The charge as it is now.
        after: Code of the charge behind which a new one comes; empty for the end.
    """
    charges = _put(offering.charges, (charge,), frozenset(), _code, after)
    return Patch((msgspec.structs.replace(offering, charges=charges),))


def withdraw(offering: ProductOffering) -> Patch:
    """The offering is no longer sold; quotes and bundles that name it still find it."""
    return Patch((msgspec.structs.replace(offering, lifecycle=Lifecycle.WITHDRAWN),))


def put_on_sale(offering: ProductOffering) -> Patch:
    """The offering is sold again."""
    return Patch((msgspec.structs.replace(offering, lifecycle=Lifecycle.ON_SALE),))


def remove_charge(content: CatalogContent, offering: ProductOffering, code: str) -> Patch:
    """Without a charge and its price records; with its last charge an offering goes altogether."""
    records = tuple(record.id for record in content.price_records if record.charge == code)
    left = tuple(charge for charge in offering.charges if charge.code != code)
    if not left:
        return Patch(removed=(offering.code, *records))
    return Patch((msgspec.structs.replace(offering, charges=left),), removed=records)


def duplicate(content: CatalogContent, offering: ProductOffering) -> Patch:
    """A copy with its price records, under a code that is free, not on sale yet."""
    taken = {one.code for one in content.offerings} | {one.code for one in content.bundles}
    code = free_code(offering.code, taken)
    copy = msgspec.structs.replace(
        offering,
        code=code,
        lifecycle=Lifecycle.PLANNED,
        charges=tuple(_moved(charge, code) for charge in offering.charges),
    )
    moved = {one.code: _moved(one, code).code for one in offering.charges}
    records = _copied(content, moved)
    return Patch((copy,), price_records=records, after=offering.code)


def _copied(content: CatalogContent, charges: Mapping[str, str]) -> tuple[PriceRecord, ...]:
    """Price records of some charges for others, under identifiers that are free."""
    taken = {record.id for record in content.price_records}
    copies = []
    for record in content.price_records:
        if record.charge in charges:
            name = free_code(record.id, taken)
            taken.add(name)
            changed = msgspec.structs.replace(record, id=name, charge=charges[record.charge])
            copies.append(changed)
    return tuple(copies)


def duplicate_charge(offering: ProductOffering, charge: Charge) -> Patch:
    """A copy of a charge under a code that is free, behind the original."""
    taken = {one.code for one in offering.charges}
    copy = msgspec.structs.replace(charge, code=free_code(charge.code, taken))
    return put_charge(offering, copy, charge.code)


def paste(content: CatalogContent, pasted: Iterable[ProductOffering], after: str = "") -> Patch:
    """Offerings read from rows: charges that are known take the new values, others are added.

    What a price list has no column for (selling points, characteristics) stays as it is.
    """
    known = {offering.code: offering for offering in content.offerings}
    put = []
    for given in pasted:
        old = known.get(given.code)
        merged = given if old is None else _merged(old, given)
        if merged != old:
            put.append(merged)
    return Patch(tuple(put), after=after)


def attach_leaflet(offering: ProductOffering, leaflet: Leaflet) -> Patch:
    """The offering with one more leaflet; nothing changes when it has that very file."""
    if any(known.content == leaflet.content for known in offering.leaflets):
        return Patch()
    leaflets = (*offering.leaflets, leaflet)
    return Patch((msgspec.structs.replace(offering, leaflets=leaflets),))


def detach_leaflet(offering: ProductOffering, content: str) -> Patch:
    """The offering without the leaflet of a hash; the file stays for older versions."""
    left = tuple(known for known in offering.leaflets if known.content != content)
    if left == offering.leaflets:
        return Patch()
    return Patch((msgspec.structs.replace(offering, leaflets=left),))


def free_code(code: str, taken: set[str]) -> str:
    """The code with the smallest number behind it that nobody has."""
    number = 2
    while f"{code}-{number}" in taken:
        number += 1
    return f"{code}-{number}"


def _merged(old: ProductOffering, given: ProductOffering) -> ProductOffering:
    charges = old.charges
    known = {charge.code for charge in old.charges}
    # a row of a known charge says, or was told, the state and days of its offering; a new row not
    whole = all(charge.code in known for charge in given.charges)
    for charge in given.charges:
        former = next((one for one in old.charges if one.code == charge.code), None)
        charges = _put(charges, (_kept(former, charge),), frozenset(), _code)
    return msgspec.structs.replace(
        old,
        charges=charges,
        name=given.name,
        family=given.family or old.family,
        segments=given.segments,
        requires=given.requires,
        excludes=given.excludes,
        benefit=given.benefit if given.benefit.zh or given.benefit.en else old.benefit,
        lifecycle=given.lifecycle if whole else old.lifecycle,
        valid=given.valid if whole else old.valid,
        areas=given.areas or old.areas,
        channels=given.channels or old.channels,
        migrates_to=given.migrates_to or old.migrates_to,
        lead_time=given.lead_time or old.lead_time,
    )


def _kept(old: Charge | None, given: Charge) -> Charge:
    """A pasted charge with what rows do not say as it was."""
    if old is None:
        return given
    return msgspec.structs.replace(
        given, allowances=old.allowances, regulations=old.regulations, valid=old.valid
    )


def _moved(charge: Charge, offering: str) -> Charge:
    return msgspec.structs.replace(charge, code=f"{offering}.{charge.code.rpartition('.')[2]}")


def _put(
    parts: tuple[T, ...],
    put: tuple[T, ...],
    gone: frozenset[str],
    name: Callable[[T], str],
    after: str = "",
) -> tuple[T, ...]:
    """The parts with some in the place of those of their names, others gone, new ones added."""
    if not put and not gone:
        return parts
    changed = {name(part): part for part in put}
    if gone:
        parts = tuple([part for part in parts if name(part) not in gone])
    names = list(map(name, parts))  # asked of every part of a large catalogue, at every edit
    kept = list(parts)
    for place in _places(names, changed):
        kept[place] = changed.pop(names[place])
    new = list(changed.values())
    if not new:
        return tuple(kept)
    behind = names.index(after) + 1 if after and after in names else len(kept)
    return (*kept[:behind], *new, *kept[behind:])


def _places(names: Sequence[str], wanted: Mapping[str, object]) -> list[int]:
    """The first place of each name that is there."""
    if len(wanted) <= _FEW:
        return [names.index(name) for name in wanted if name in names]
    first = {name: at for at, name in reversed(list(enumerate(names)))}
    return [first[name] for name in wanted if name in first]
