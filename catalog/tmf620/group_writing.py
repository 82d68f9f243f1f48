"""What a bundle lets the customer choose, and how it comes to its price, in our extension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.bundle import PricingForm
from catalog.component_kind import ComponentKind
from catalog.offering import EVERY_SEGMENT
from catalog.option_group import MemberPricing
from catalog.tmf620.price_writing import plain

if TYPE_CHECKING:
    from catalog.bundle import BundleComponent, BundledOffering
    from catalog.local_text import LocalText
    from catalog.option_group import GroupMember, OptionGroup
    from catalog.tmf620.names import Resource


def local_text(text: LocalText) -> Resource:
    """A text in the languages that it has."""
    return {name: spoken for name, spoken in (("zh", text.zh), ("en", text.en)) if spoken}


def forms(bundle: BundledOffering) -> Resource:
    """The pricing form, option groups and inner bundles; nothing for a plain fixed price."""
    written: Resource = {}
    if bundle.form is not PricingForm.FIXED:
        written["form"] = bundle.form.value
    if bundle.percent:
        written["percent"] = plain(bundle.percent)
    if bundle.groups:
        written["groups"] = [_group(group) for group in bundle.groups]
    if bundle.children:
        written["children"] = [
            {"bundle": child.bundle, "quantity": child.quantity} for child in bundle.children
        ]
    if bundle.alterable:
        written["alterable"] = True
    return written


def component(part: BundleComponent) -> Resource:
    """A component with its charge."""
    price: Resource = {} if part.price is None else {"price": plain(part.price)}
    return {"charge": part.charge, "quantity": part.quantity, "kind": part.kind.value} | price


def _group(group: OptionGroup) -> Resource:
    written: Resource = {"code": group.code}
    if name := local_text(group.name):
        written["name"] = name
    if group.least:
        written["least"] = group.least
    if group.most:
        written["most"] = group.most
    written["members"] = [_member(member) for member in group.members]
    return written


def _member(member: GroupMember) -> Resource:
    written: Resource = {
        "charge": member.charge,
        "units": member.units,
        "least": member.least,
        "most": member.most,
        "default": member.default,
        "pricing": member.pricing.value,
    }
    if member.price is not None:
        written["price"] = plain(member.price)
    if member.pricing is MemberPricing.PERCENT_OFF or member.percent:
        written["percent"] = plain(member.percent)
    if member.kind is not ComponentKind.MONTHLY:
        written["kind"] = member.kind.value
    if member.segments != (EVERY_SEGMENT,):
        written["segments"] = list(member.segments)
    return written
