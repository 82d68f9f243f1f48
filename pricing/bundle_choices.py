"""choice_problems(): does what the customer chose in a bundle fit its option groups?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.problem import Place, Problem
from pricing.bundle_content import groups_of, inner_bundles, quantity_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.bundle import BundledOffering
    from catalog.option_group import GroupMember, OptionGroup
    from catalog.product_catalog import ProductCatalog
    from pricing.item import Choice, QuoteItem

SEGMENTS = ", "
"""Between the segments of the customer in a finding's parameters."""


def choice_problems(
    catalog: ProductCatalog, bundle: BundledOffering, item: QuoteItem, segments: Sequence[str]
) -> Iterator[Problem]:
    """Findings about an item's choices, each naming its group, and the charge in its column.

    Args:
        catalog: Catalogue version.
        bundle: What the item quotes.
        item: With its choices; where there are none the defaults are looked at.
        segments: Market segments of the customer.
    """
    groups = {group.code: group for group in groups_of(catalog, bundle)}
    for choice in item.choices:
        group = groups.get(choice.group)
        if choice.group and (group is None or group.member(choice.charge) is None):
            named = {"offering": bundle.code, "charge": choice.charge, "group": choice.group}
            where = Place(subject=item.id, column=choice.charge)
            yield Problem("bundle.unknown_member", where=where, parameters=named)
    yield from _components(catalog, bundle, item)
    for group in groups.values():
        yield from _group(group, item, segments)


def _components(
    catalog: ProductCatalog, bundle: BundledOffering, item: QuoteItem
) -> Iterator[Problem]:
    """Components that the customer wants otherwise than the bundle has them."""
    holders = (bundle, *(child for child, _ in inner_bundles(catalog, bundle)))
    for choice in item.choices:
        if choice.group:
            continue
        having = [b for b in holders if any(p.charge == choice.charge for p in b.components)]
        named = {"offering": bundle.code, "charge": choice.charge}
        where = Place(subject=item.id, column=choice.charge)
        if not having or choice.quantity < 0:
            yield Problem("bundle.unknown_component", where=where, parameters=named)
        elif not all(holder.bears_changes for holder in (bundle, *having)):
            yield Problem("bundle.component_altered", where=where, parameters=named)


def _group(group: OptionGroup, item: QuoteItem, segments: Sequence[str]) -> Iterator[Problem]:
    counts = {m.charge: quantity_in(group, m, item.choices) for m in group.members}
    total = sum(counts.values())
    named = {
        "group": group.code,
        "group_zh": group.name.zh,
        "group_en": group.name.spoken("en"),
        "segment": SEGMENTS.join(segments),
    }
    facts = {**named, "count": str(total)}
    where = Place(subject=item.id)
    if total < group.least:
        least = {**facts, "least": str(group.least)}
        yield Problem("bundle.group_too_few", where=where, parameters=least)
    if group.most and total > group.most:
        most = {**facts, "most": str(group.most)}
        yield Problem("bundle.group_too_many", where=where, parameters=most)
    for member in group.members:
        count = counts[member.charge]
        if count:
            yield from _member(member, count, named, item, segments)


def _member(
    member: GroupMember,
    count: int,
    named: dict[str, str],
    item: QuoteItem,
    segments: Sequence[str],
) -> Iterator[Problem]:
    where = Place(subject=item.id, column=member.charge)
    facts = {**named, "charge": member.charge, "count": str(count)}
    if count < max(member.least, 1):
        least = {**facts, "least": str(max(member.least, 1))}
        yield Problem("bundle.member_too_few", where=where, parameters=least)
    if member.most and count > member.most:
        most = {**facts, "most": str(member.most)}
        yield Problem("bundle.member_too_many", where=where, parameters=most)
    if not member.sold_to(segments):
        yield Problem("bundle.member_not_for_segment", where=where, parameters=facts)


def fitted(
    group: OptionGroup, choices: Sequence[Choice], segments: Sequence[str]
) -> dict[str, int]:
    """Choices nearest to those made that fit the group, by charge.

    What is not there or not for the customer goes, what is too much of is cut from the last
    member on, and what is lacking is added to the first members that may take it.
    """
    open_ = [member for member in group.members if member.sold_to(segments)]
    counts = dict.fromkeys((member.charge for member in group.members), 0)
    for member in open_:
        count = quantity_in(group, member, choices)
        if count > 0:
            count = max(count, member.least)
            counts[member.charge] = min(count, member.most) if member.most else count
    over = sum(counts.values()) - group.most if group.most else 0
    for member in reversed(open_):
        count = counts[member.charge]
        if over > 0 and count:
            left = count - over
            # what falls below the least of the member is left out altogether
            counts[member.charge] = left if left >= max(member.least, 1) else 0
            over -= count - counts[member.charge]
    for member in sorted(open_, key=lambda member: -member.default):
        lacking = group.least - sum(counts.values())
        if lacking > 0:
            room = (member.most or group.most or group.least) - counts[member.charge]
            counts[member.charge] += max(0, min(max(lacking, member.least), room))
    return counts
