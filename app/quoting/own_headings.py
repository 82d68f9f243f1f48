"""own_headings(): the headings of a quote that are whole options, told apart as a reader does.

On paper a name, the same with a space and the same in full width are one heading. What looks like
another heading, like one of the offer, or like none at all is not taken in the place of the rest:
it counts as an addition.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pricing.item import QuoteItem


def own_headings(items: Iterable[QuoteItem]) -> frozenset[str]:
    """Headings of optional items that no reader takes for any other heading, as they are written.

    Args:
        items: Of a quote; without a firm one nothing is an option of its own.
    """
    firm: set[str] = set()
    optional: set[str] = set()
    any_firm = False
    for item in items:
        any_firm = any_firm or not item.optional
        (optional if item.optional else firm).add(item.section)
    if not any_firm:
        return frozenset()
    seen = Counter(looks(heading) for heading in optional)
    taken = {"", *(looks(heading) for heading in firm)}
    return frozenset(
        heading for heading in optional if (key := looks(heading)) not in taken and seen[key] == 1
    )


def looks(heading: str) -> str:
    """What is left of a heading for the eye: no spaces, no invisible signs, no widths, no case."""
    if heading.isascii():
        return "".join(heading.split()).casefold()
    plain = normalize("NFKC", heading).casefold()
    return "".join(one for one in plain if category(one)[0] not in "CZ")
