"""Edits of a bundle in a draft: parts are put in, taken out and moved, each giving the next bundle.

A part is named by its place, such as ``components/0`` or ``groups/1/members/2``; a list by the
words before the last number.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from catalog.bundle import (
    BundleComponent,
    BundledOffering,
    BundleOneTime,
    BundleOption,
    ChildBundle,
    OverageRate,
)
from catalog.charge import ChargeType
from catalog.component_kind import ComponentKind
from catalog.condition import Condition
from catalog.draft import Patch, free_code
from catalog.offering import EVERY_SEGMENT
from catalog.option_group import GroupMember, OptionGroup
from catalog.period import BillingPeriod, ValidityPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from catalog.charge import Charge
    from catalog.local_text import LocalText
    from catalog.product_catalog import CatalogContent

_YEAR = 12
COMPONENTS, ONE_TIME, OVERAGE = "components", "one_time", "overage"
OPTIONS, CHILDREN, GROUPS, CONDITIONS = "options", "children", "groups", "conditions"
MEMBERS = "members"


def put_bundle(bundle: BundledOffering) -> Patch:
    """The bundle as it is now."""
    return Patch(bundles=(bundle,))


def new_bundle(content: CatalogContent, name: LocalText) -> BundledOffering:
    """An empty bundle for everybody for a year, under a code that is free."""
    code = free_code("B-NEW", _taken(content))
    return BundledOffering(code, name, (EVERY_SEGMENT,), Decimal(0), _YEAR, ())


def copy_bundle(content: CatalogContent, bundle: BundledOffering) -> BundledOffering:
    """The same under a code that is free, without the filing number, which is of one bundle."""
    code = free_code(bundle.code, _taken(content))
    return msgspec.structs.replace(bundle, code=code, filing_number="")


def withdrawn(bundle: BundledOffering, day: date) -> BundledOffering:
    """The bundle with its last day of sale before a day; quotes that name it still find it."""
    last = day - timedelta(days=1)
    first = bundle.valid.first
    if first is not None and first > last:
        first = last
    return msgspec.structs.replace(bundle, valid=ValidityPeriod(first, last))


def on_sale_again(bundle: BundledOffering) -> BundledOffering:
    """The bundle without a last day of sale."""
    return msgspec.structs.replace(bundle, valid=ValidityPeriod(bundle.valid.first, None))


def _taken(content: CatalogContent) -> set[str]:
    return {one.code for one in content.offerings} | {one.code for one in content.bundles}


# ------------------------------------------------------------ parts by their place


def part_at(bundle: BundledOffering, place: str) -> Any:  # noqa: ANN401 (a part of any kind)
    """The part at a place; ``None`` when there is none."""
    value: Any = bundle
    for step in place.split("/"):
        if not step.isdigit():
            value = getattr(value, step)
        elif int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def with_part(bundle: BundledOffering, place: str, part: object) -> BundledOffering:
    """The bundle with another part, or another list, at a place."""
    changed: BundledOffering = _put(bundle, place.split("/"), part)
    return changed


def _put(value: Any, path: list[str], part: object) -> Any:  # noqa: ANN401 (struct or list of them)
    if not path:
        return part
    step, rest = path[0], path[1:]
    if step.isdigit():
        at = int(step)
        return (*value[:at], _put(value[at], rest, part), *value[at + 1 :])
    return msgspec.structs.replace(value, **{step: _put(getattr(value, step), rest, part)})


def without_part(bundle: BundledOffering, place: str) -> BundledOffering:
    """The bundle without the part at a place."""
    list_, at = _split(place)
    return _with_list(bundle, list_, lambda parts: (*parts[:at], *parts[at + 1 :]))


def without_parts(bundle: BundledOffering, places: Sequence[str]) -> BundledOffering:
    """The bundle without several parts, named by their places before any of them went."""

    def last_first(place: str) -> tuple[int, str, int]:
        list_, at = _split(place)
        return -place.count("/"), list_, -at

    for place in sorted(set(places), key=last_first):
        bundle = without_part(bundle, place)
    return bundle


def moved_part(bundle: BundledOffering, place: str, to: int) -> BundledOffering:
    """The bundle with a part at another position of its list; beyond the ends it stays inside."""
    list_, at = _split(place)

    def moved(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        left = [*parts[:at], *parts[at + 1 :]]
        left.insert(max(0, min(to, len(left))), parts[at])
        return tuple(left)

    return _with_list(bundle, list_, moved)


def position_of(place: str) -> int:
    """The position of a part in its list."""
    return _split(place)[1]


def list_of(place: str) -> str:
    """The list that a part stands in."""
    return _split(place)[0]


def _split(place: str) -> tuple[str, int]:
    list_, _, at = place.rpartition("/")
    return list_, int(at)


def _with_list(
    bundle: BundledOffering, list_: str, edit: Callable[[tuple[Any, ...]], tuple[Any, ...]]
) -> BundledOffering:
    return with_part(bundle, list_, edit(part_at(bundle, list_)))


# ------------------------------------------------------------ adding


def with_charge(bundle: BundledOffering, list_: str, charge: Charge) -> tuple[BundledOffering, str]:
    """The bundle with a charge more in one of its lists, and the place of it.

    What is charged once cannot be a component; it goes to the one-time prices, free of charge.
    """
    if list_ == COMPONENTS and charge.type is ChargeType.ONE_TIME:
        list_ = ONE_TIME
    part: object
    match list_.rpartition("/")[2]:
        case "components":
            part = BundleComponent(charge.code, 1, kind_of(charge))
        case "one_time":
            part = BundleOneTime(charge.code, 1, Decimal(0))
        case "overage":
            part = OverageRate(charge.code, charge.list_price)
        case "options":
            part = BundleOption(charge.code, charge.list_price)
        case _:
            part = GroupMember(charge.code, kind=kind_of(charge))
    return _added(bundle, list_, part)


def with_child(bundle: BundledOffering, code: str) -> tuple[BundledOffering, str]:
    """The bundle with another bundle inside, and the place of it."""
    return _added(bundle, CHILDREN, ChildBundle(code))


def with_group(bundle: BundledOffering, name: LocalText) -> tuple[BundledOffering, str]:
    """The bundle with an empty option group more, and the place of it."""
    codes = {group.code for group in bundle.groups}
    number = 1
    while f"g{number}" in codes:
        number += 1
    return _added(bundle, GROUPS, OptionGroup(f"g{number}", name, ()))


def with_condition(bundle: BundledOffering, measure: str) -> tuple[BundledOffering, str]:
    """The bundle with a condition more, and the place of it."""
    return _added(bundle, CONDITIONS, Condition(measure))


def _added(bundle: BundledOffering, list_: str, part: object) -> tuple[BundledOffering, str]:
    count = len(part_at(bundle, list_))
    return _with_list(bundle, list_, lambda parts: (*parts, part)), f"{list_}/{count}"


def kind_of(charge: Charge) -> ComponentKind:
    """How a charge usually counts inside a bundle."""
    if charge.type is ChargeType.USAGE:
        return ComponentKind.ALLOWANCE
    if charge.period is BillingPeriod.YEAR:
        return ComponentKind.YEARLY
    return ComponentKind.MONTHLY
