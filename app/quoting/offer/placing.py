"""divided(): what a choice holds at the sites where it is wanted; items_of(): as quote items.

What is bound to a site stands there. Bundles that may span sites come first and stand where all of
them is, or at none; single services are divided among the sites that lack them. What is paid once
for all is paid with the first part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.offer.pooling import site_need

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from app.quoting.offer.problem import Candidate
    from app.quoting.offer.template import Template
    from pricing.item import QuoteItem


class Division(NamedTuple):
    """What is the same thing, divided among sites.

    Attributes:
        template: What it is.
        bound: The site that it cannot leave; empty for none.
        parts: Sites with quantities; the empty site is none.
    """

    template: Template
    bound: str
    parts: tuple[tuple[str, int], ...]

    @property
    def is_split(self) -> bool:
        """Whether it stands at several sites."""
        return len(self.parts) > 1


def divided(
    candidates: Sequence[Candidate],
    templates: Mapping[str, Template],
    counts: Mapping[str, int],
    demand: Mapping[str, Mapping[str, int]],
) -> tuple[Division, ...]:
    """What a choice holds, bundles first, each thing once with the sites where it stands.

    Args:
        candidates: What may be chosen.
        templates: What they are as quote items.
        counts: How often each is taken.
        demand: Units of each need by site; the empty site is anywhere.
    """
    taken = [(one, counts[one.id]) for one in candidates if counts.get(one.id)]
    taken.sort(key=lambda pair: (bool(templates[pair[0].id].charges), pair[0].id))
    lacks = {
        need: {site: units for site, units in at.items() if site} for need, at in demand.items()
    }
    for one, count in taken:
        for need, units in one.covers.items() if one.site else ():
            if need in lacks and site_need(need, one.site) in one.covers:
                left = lacks[need][one.site] - units * count
                lacks[need][one.site] = max(0, left)
    found: list[Division] = []
    for one, count in taken:
        template = templates[one.id]
        parts = [(one.site, count)] if one.site else _parts(one, template, count, lacks)
        at = next(
            (
                at
                for at, (known, bound, _) in enumerate(found)
                if (known, bound) == (template, one.site)
            ),
            None,
        )
        if at is None:
            found.append(Division(template, one.site, tuple(parts)))
        else:
            found[at] = found[at]._replace(parts=_merged(found[at].parts, parts))
    return tuple(found)


def _merged(
    one: Sequence[tuple[str, int]], other: Sequence[tuple[str, int]]
) -> tuple[tuple[str, int], ...]:
    sums = dict(one)
    for site, quantity in other:
        sums[site] = sums.get(site, 0) + quantity
    return tuple(sums.items())


def items_of(divisions: Sequence[Division], whole: Collection[int] = ()) -> tuple[QuoteItem, ...]:
    """The items, numbered on; what is left whole stands at no site.

    Args:
        divisions: What they are.
        whole: Places of those that are not split.
    """
    found: list[QuoteItem] = []
    for at, one in enumerate(divisions):
        parts = one.parts
        if one.is_split and at in whole:
            parts = (("", sum(quantity for _, quantity in parts)),)
        before = 0
        for site, quantity in parts:
            item = one.template.item(f"i{len(found) + 1}", quantity, before)
            found.append(msgspec.structs.replace(item, site=site))
            before += quantity
    return tuple(found)


def _parts(
    one: Candidate, template: Template, count: int, lacks: dict[str, dict[str, int]]
) -> list[tuple[str, int]]:
    """So many of something that may go anywhere, by site; what nobody lacks is at no site."""
    needs = [need for need in one.covers if lacks.get(need)]
    if not needs:
        return [("", count)]
    if not template.charges:
        return [(_spread(one, count, needs, lacks), count)]
    (units, at), found = (one.covers[needs[0]], lacks[needs[0]]), []
    for site, open_ in at.items():
        quantity = min(count, -(-open_ // units))
        if quantity > 0:
            at[site] = max(0, open_ - quantity * units)
            found.append((site, quantity))
            count -= quantity
    return [*found, ("", count)] if count else found


def _spread(
    one: Candidate, count: int, needs: Sequence[str], lacks: dict[str, dict[str, int]]
) -> str:
    """Give what bundles hold to sites, one after another; the site where all of it is, if any."""
    sites: set[str] = set()
    for need in needs:
        left = one.covers[need] * count
        for site, open_ in lacks[need].items():
            given = min(left, open_)
            if given:
                lacks[need][site] -= given
                left -= given
                sites.add(site)
        if left:
            sites.add("")
    return sites.pop() if len(sites) == 1 else ""
