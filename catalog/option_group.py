"""Option groups: what a bundle lets the customer choose, and how what is chosen is priced."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.offering import EVERY_SEGMENT

if TYPE_CHECKING:
    from collections.abc import Iterable


class MemberPricing(StrEnum):
    """What a chosen member costs."""

    INCLUDED = "included"
    """Covered by the published price of the bundle; free in a bundle without one."""
    LIST = "list"
    OWN_PRICE = "own_price"
    PERCENT_OFF = "percent_off"
    """Percent off the list price."""


class GroupMember(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the charges that a group lets the customer choose.

    Attributes:
        charge: Code of the charge; once in a group.
        units: Units of the charge in one choice: "two rooms" is one choice of two units.
        least: Fewest choices in one bundle, if it is chosen at all.
        most: Most choices in one bundle; 0 means as many as the group takes.
        default: Choices in one bundle before anybody has chosen.
        pricing: What a choice costs.
        price: Yuan per unit and billing period with ``own_price``.
        percent: Percent with ``percent_off``.
        kind: How the charge counts in a month.
        segments: Who may choose it; ``ALL`` means everybody.
    """

    charge: str
    units: int = 1
    least: int = 0
    most: int = 1
    default: int = 0
    pricing: MemberPricing = MemberPricing.LIST
    price: Decimal | None = None
    percent: Decimal = Decimal(0)
    kind: ComponentKind = ComponentKind.MONTHLY
    segments: tuple[str, ...] = (EVERY_SEGMENT,)

    def sold_to(self, segments: Iterable[str]) -> bool:
        """Whether customers of any of the segments may choose it."""
        return EVERY_SEGMENT in self.segments or any(s in self.segments for s in segments)


class OptionGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A choice within a bundle: "one to five lines", "one of three speeds".

    Attributes:
        code: Unique in the bundle and in the bundles inside it.
        name: For people.
        members: What may be chosen.
        least: Fewest choices in one bundle over all members.
        most: Most choices in one bundle over all members; 0 means no limit.
    """

    code: str
    name: LocalText
    members: tuple[GroupMember, ...]
    least: int = 0
    most: int = 0

    @property
    def is_alternative(self) -> bool:
        """Whether exactly one of the members is chosen, once."""
        return self.least == 1 and self.most == 1

    def member(self, charge: str) -> GroupMember | None:
        """The member that is a charge."""
        return next((member for member in self.members if member.charge == charge), None)
