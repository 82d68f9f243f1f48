"""selections(): what a customer may choose in a bundle, as far as it makes a difference for him.

Of a member that answers a need, or brings usage that is paid for, every count up to what is needed
is tried; of any other one none, the usual count, and no more than it or its group asks for: what
nobody needs is never sold to fill an offer up. What the bundle holds while nobody chooses comes
first. Where there are more selections than are looked at the caller is told.
"""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from pricing.bundle_content import groups_of
from pricing.item import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.bundle import BundledOffering
    from catalog.option_group import GroupMember, OptionGroup
    from catalog.product_catalog import ProductCatalog

MOST_SELECTIONS = 60
"""Selections of a bundle that are looked at."""
_MOST_COUNTS = 12
"""Counts of a member that are looked at one by one."""
_MOST_TRIED = 5_000
"""Combinations of a group that are weighed."""


def selections(
    catalog: ProductCatalog,
    bundle: BundledOffering,
    wanted: Mapping[str, int],
    segments: Sequence[str],
) -> tuple[list[tuple[Choice, ...]], bool]:
    """Choices that may be tried, none first; and whether these are all that can be of use.

    Args:
        catalog: Catalogue version.
        bundle: What is chosen in.
        wanted: Units that may be of use, by charge.
        segments: Market segments of the customer.
    """
    groups = groups_of(catalog, bundle)
    if not groups:
        return [()], True
    whole = True
    by_group: list[list[tuple[Choice, ...]]] = []
    for group in groups:
        open_ = [member for member in group.members if member.sold_to(segments)]
        counts = [_counts(group, member, wanted) for member in open_]
        whole = whole and all(len(some) < _MOST_COUNTS for some in counts)
        tried = list(islice(product(*counts), _MOST_TRIED + 1))
        whole = whole and len(tried) <= _MOST_TRIED
        fitting = [_named(group, open_, some) for some in tried if _fits(group, some)]
        usual = [member.default for member in open_]
        fitting.sort(key=lambda choices: [choice.quantity for choice in choices] != usual)
        by_group.append(fitting)
    every = _every(by_group)
    found = list(islice(every, MOST_SELECTIONS))
    whole = whole and next(every, None) is None
    return [(), *(choices for choices in found if not _is_usual(groups, choices))], whole


def _counts(group: OptionGroup, member: GroupMember, wanted: Mapping[str, int]) -> list[int]:
    """Counts of a member, the usual one first."""
    least = max(member.least, 1)
    useful = -(-wanted.get(member.charge, 0) // max(member.units, 1))
    top = max(useful, least, group.least)
    top = min(top, member.most) if member.most else top
    some = list(range(least, top + 1))
    if len(some) > _MOST_COUNTS:
        some = [*some[: _MOST_COUNTS - 2], top]
    return list(dict.fromkeys((member.default, 0, *some)))


def _fits(group: OptionGroup, counts: Sequence[int]) -> bool:
    total = sum(counts)
    return group.least <= total and (not group.most or total <= group.most)


def _named(
    group: OptionGroup, members: Sequence[GroupMember], counts: Sequence[int]
) -> tuple[Choice, ...]:
    return tuple(
        Choice(member.charge, count, group.code)
        for member, count in zip(members, counts, strict=True)
    )


def _every(by_group: Sequence[Sequence[tuple[Choice, ...]]]) -> Iterator[tuple[Choice, ...]]:
    """One selection of each group, together."""
    for some in product(*by_group):
        yield tuple(choice for group in some for choice in group)


def _is_usual(groups: Sequence[OptionGroup], choices: Sequence[Choice]) -> bool:
    """Whether choices say what holds without them."""
    counts = {(choice.group, choice.charge): choice.quantity for choice in choices}
    return all(
        counts.get((group.code, member.charge), 0) == member.default
        for group in groups
        for member in group.members
    )
