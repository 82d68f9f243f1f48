"""choice_problems(): does what the customer chose in a bundle fit its option groups?"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from catalog.problem import Place, Problem
from pricing.bundle_content import groups_of, inner_bundles, quantity_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.bundle import BundledOffering
    from catalog.option_group import GroupMember, OptionGroup
    from catalog.product_catalog import ProductCatalog
    from pricing.item import Choice, QuoteItem

SEGMENTS = ", "
"""Between the segments of the customer in a finding's parameters."""
_MOST_WEIGHED = 10
"""Of so many members every selection is weighed, a thousand at most."""


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
    member on, and what is lacking is added to the first members that may take it. Wherever any
    choices fit the group, these do.
    """
    open_ = [member for member in group.members if member.sold_to(segments)]
    none = dict.fromkeys((member.charge for member in group.members), 0)
    wanted = {member.charge: quantity_in(group, member, choices) for member in open_}
    greedy = {**none, **_cut_and_filled(group, open_, wanted)}
    if _is_within(group, greedy):
        return greedy
    for chosen in _selections(open_, greedy):
        counts = _spread(group, chosen, wanted)
        if _is_within(group, counts):
            return {**none, **counts}
    return greedy


def _is_within(group: OptionGroup, counts: Mapping[str, int]) -> bool:
    total = sum(counts.values())
    return group.least <= total and (not group.most or total <= group.most)


def _cut_and_filled(
    group: OptionGroup, open_: Sequence[GroupMember], wanted: Mapping[str, int]
) -> dict[str, int]:
    """Each member within its own bounds, then the group's as far as that goes step by step."""
    counts = dict.fromkeys((member.charge for member in open_), 0)
    for member in open_:
        if wanted[member.charge] > 0:
            counts[member.charge] = _bounded(member, wanted[member.charge])
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
            count = counts[member.charge]
            room = (member.most or group.most or group.least) - count
            counts[member.charge] += max(0, min(max(lacking, member.least - count), room))
            counts[member.charge] = _bounded(member, counts[member.charge])
    return counts


def _bounded(member: GroupMember, count: int) -> int:
    """A count that a member may have, once it is chosen at all; 0 stays."""
    if not count:
        return 0
    count = max(count, member.least)
    return min(count, member.most) if member.most else count


def _selections(
    open_: Sequence[GroupMember], nearest: Mapping[str, int]
) -> Iterator[tuple[GroupMember, ...]]:
    """Which members are chosen, from the selection that changes fewest of the nearest one on."""
    for changes in range(len(open_[:_MOST_WEIGHED]) + 1):
        for changed in combinations(open_[:_MOST_WEIGHED], changes):
            yield tuple(m for m in open_ if bool(nearest[m.charge]) != (m in changed))


def _spread(
    group: OptionGroup, chosen: Sequence[GroupMember], wanted: Mapping[str, int]
) -> dict[str, int]:
    """Counts of members that are all chosen, moved towards the group's bounds."""
    counts = {m.charge: _bounded(m, max(wanted[m.charge], 1)) for m in chosen}
    for member in reversed(chosen):
        over = sum(counts.values()) - group.most if group.most else 0
        spare = counts[member.charge] - max(member.least, 1)
        counts[member.charge] -= max(0, min(over, spare))
    for member in chosen:
        lacking = max(0, group.least - sum(counts.values()))
        counts[member.charge] = _bounded(member, counts[member.charge] + lacking)
    return counts
