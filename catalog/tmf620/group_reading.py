"""Option groups, inner bundles and pricing forms from our extension of a bundle."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from catalog.bundle import BundleComponent, ChildBundle, PricingForm
from catalog.component_kind import ComponentKind
from catalog.offering import EVERY_SEGMENT
from catalog.option_group import GroupMember, MemberPricing, OptionGroup
from catalog.tmf620.intake import local_text, needed_text

if TYPE_CHECKING:
    from catalog.tmf620.json_node import JsonNode

Word = TypeVar("Word", bound=StrEnum)


class Forms(NamedTuple):
    """How a bundle comes to its price, and what may be chosen in it."""

    form: PricingForm
    percent: Decimal
    groups: tuple[OptionGroup, ...]
    children: tuple[ChildBundle, ...]
    alterable: bool


def read_forms(extension: JsonNode) -> Forms:
    """What our extension says; without it a plain fixed price."""
    return Forms(
        _word(extension, "form", PricingForm, PricingForm.FIXED),
        extension.number("percent") or Decimal(0),
        tuple(_group(group) for group in extension.children("groups")),
        tuple(
            ChildBundle(needed_text(child, "bundle"), needed_quantity(child))
            for child in extension.children("children")
        ),
        extension.flag("alterable", otherwise=False),
    )


def read_component(part: JsonNode) -> BundleComponent:
    """A component; its kind must be said."""
    kind = _word(part, "kind", ComponentKind, ComponentKind.MONTHLY, needed=True)
    quantity = needed_quantity(part)
    return BundleComponent(needed_text(part, "charge"), quantity, kind, part.number("price"))


def needed_quantity(node: JsonNode) -> int:
    """A quantity that must be there; 1, with a finding, when it is not."""
    number = node.count("quantity")
    if number is None and not node.given("quantity"):
        node.problem("exchange.member_missing", "quantity", member="quantity")
    return 1 if number is None else number


def _group(node: JsonNode) -> OptionGroup:
    return OptionGroup(
        needed_text(node, "code"),
        local_text(node, "name"),
        tuple(_member(member) for member in node.children("members")),
        _count(node, "least", 0),
        _count(node, "most", 0),
    )


def _member(node: JsonNode) -> GroupMember:
    return GroupMember(
        needed_text(node, "charge"),
        units=_count(node, "units", 1),
        least=_count(node, "least", 0),
        most=_count(node, "most", 1),
        default=_count(node, "default", 0),
        pricing=_word(node, "pricing", MemberPricing, MemberPricing.LIST),
        price=node.number("price"),
        percent=node.number("percent") or Decimal(0),
        kind=_word(node, "kind", ComponentKind, ComponentKind.MONTHLY),
        segments=node.texts("segments") or (EVERY_SEGMENT,),
    )


def _count(node: JsonNode, name: str, otherwise: int) -> int:
    number = node.count(name)
    return otherwise if number is None else number


def _word(
    node: JsonNode, name: str, words: type[Word], otherwise: Word, *, needed: bool = False
) -> Word:
    """One of a list of words; another one is a finding."""
    word = needed_text(node, name) if needed else node.text(name)
    known = next((one for one in words if one == word), None)
    if known is None and word:
        allowed = ", ".join(words)
        node.problem("import.unknown_word", name, value=word[:40], allowed=allowed)
    return known or otherwise
