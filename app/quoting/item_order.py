"""Order and headings of items: sections are runs of items that name the same heading.

Edits keep the items of a section together, so that a heading prints once. Each is a pure function
that returns the very same quote when nothing changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.quoting.quote import Quote
    from pricing.item import QuoteItem


class Run(NamedTuple):
    """Items in a row that stand under one heading; an item without one is a run of its own."""

    section: str
    items: tuple[QuoteItem, ...]


def runs_of(items: Sequence[QuoteItem]) -> tuple[Run, ...]:
    """The items in order, those under one heading together."""
    runs: list[Run] = []
    for item in items:
        if item.section and runs and runs[-1].section == item.section:
            runs[-1] = Run(item.section, (*runs[-1].items, item))
        else:
            runs.append(Run(item.section, (item,)))
    return tuple(runs)


def sections_of(quote: Quote) -> tuple[str, ...]:
    """The headings in order, each once."""
    return tuple(dict.fromkeys(item.section for item in quote.items if item.section))


def move_items(quote: Quote, item_ids: Collection[str], *, down: bool) -> Quote:
    """Items one place up or down, together; at the edge of a section they leave or join it.

    Items that do not stand together come together first.
    """
    chosen, rest = _parted(quote, item_ids)
    if not chosen:
        return quote
    edge = chosen[-1] if down else chosen[0]
    at = sum(1 for item in quote.items[: quote.items.index(edge)] if item.id not in item_ids)
    if tuple(quote.items[at : at + len(chosen)]) != chosen:
        return _with_items(quote, (*rest[:at], *chosen, *rest[at:]))
    beside = rest[at : at + 1] if down else rest[max(0, at - 1) : at]
    heading = beside[0].section if beside else ""
    if edge.section != heading:
        return _with_items(quote, (*rest[:at], *_under(chosen, heading), *rest[at:]))
    if not beside:
        return quote
    at += 1 if down else -1
    return _with_items(quote, (*rest[:at], *chosen, *rest[at:]))


def place_items(quote: Quote, item_ids: Collection[str], beside: str, *, after: bool) -> Quote:
    """Items before or after another one and under its heading; beside one of them: no change."""
    chosen, rest = _parted(quote, item_ids)
    at = next((place for place, item in enumerate(rest) if item.id == beside), -1)
    if not chosen or at < 0:
        return quote
    heading = rest[at].section
    at += after
    return _with_items(quote, (*rest[:at], *_under(chosen, heading), *rest[at:]))


def place_before_section(quote: Quote, item_ids: Collection[str], section: str) -> Quote:
    """Items in front of a section, without a heading."""
    chosen, rest = _parted(quote, item_ids)
    at = next((place for place, item in enumerate(rest) if item.section == section), -1)
    if not chosen or at < 0:
        return quote
    return _with_items(quote, (*rest[:at], *_under(chosen, ""), *rest[at:]))


def put_in_section(quote: Quote, item_ids: Collection[str], section: str) -> Quote:
    """Items under a heading; behind those that are there, or where they stand when it is new.

    Args:
        quote: The quote.
        item_ids: Which.
        section: The heading; empty takes them out of theirs.
    """
    heading = section.strip()
    chosen, rest = _parted(quote, item_ids)
    if not chosen or all(item.section == heading for item in chosen):
        return quote
    inside = [place for place, item in enumerate(rest) if heading and item.section == heading]
    if inside:
        at = inside[-1] + 1
    else:
        at = quote.items.index(chosen[0])
        while 0 < at < len(rest) and rest[at].section and rest[at].section == rest[at - 1].section:
            at += 1
    return _with_items(quote, (*rest[:at], *_under(chosen, heading), *rest[at:]))


def rename_section(quote: Quote, section: str, name: str) -> Quote:
    """Another text of a heading; that of another section joins the two, an empty one ends it."""
    inside = {item.id for item in quote.items if item.section == section}
    if not section or not inside or name.strip() == section:
        return quote
    if name.strip() in sections_of(quote):
        return put_in_section(quote, inside, name)
    named = name.strip()
    return _with_items(
        quote, [_under((item,), named)[0] if item.id in inside else item for item in quote.items]
    )


def move_section(quote: Quote, section: str, *, down: bool) -> Quote:
    """A whole section over what stands next to it: a section, or an item without one."""
    runs = list(runs_of(quote.items))
    places = [place for place, run in enumerate(runs) if run.section == section]
    if not section or not places:
        return quote
    at = places[-1] if down else places[0]
    other = at + (1 if down else -1)
    if not 0 <= other < len(runs):
        return quote
    runs[at], runs[other] = runs[other], runs[at]
    return _with_items(quote, [item for run in runs for item in run.items])


def place_section(quote: Quote, section: str, beside: str, *, after: bool) -> Quote:
    """A whole section before or after the section or item that another item stands in."""
    moved = [item for item in quote.items if item.section == section]
    runs = [run for run in runs_of(quote.items) if run.section != section]
    at = next(
        (place for place, run in enumerate(runs) if any(one.id == beside for one in run.items)), -1
    )
    if not section or not moved or at < 0:
        return quote
    before, behind = runs[: at + after], runs[at + after :]
    items = [item for run in before for item in run.items]
    return _with_items(quote, [*items, *moved, *(item for run in behind for item in run.items)])


def _parted(
    quote: Quote, item_ids: Collection[str]
) -> tuple[tuple[QuoteItem, ...], tuple[QuoteItem, ...]]:
    chosen = tuple(item for item in quote.items if item.id in item_ids)
    return chosen, tuple(item for item in quote.items if item.id not in item_ids)


def _under(items: Sequence[QuoteItem], heading: str) -> tuple[QuoteItem, ...]:
    return tuple(
        item if item.section == heading else msgspec.structs.replace(item, section=heading)
        for item in items
    )


def _with_items(quote: Quote, items: Sequence[QuoteItem]) -> Quote:
    after = tuple(items)
    return quote if after == quote.items else msgspec.structs.replace(quote, items=after)
