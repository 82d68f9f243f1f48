"""Options of a quote: the offer, and what the customer may choose in its place, as edits.

The firm items are option A: the one that is recommended, and that a contract is made of. What
stands optional under a heading of its own is another whole option; an optional bundle without a
heading stands in the place of the offer's bundles. So nothing but items is stored, and discount
authority looks at every option anyway.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

import msgspec

from app.quoting.item_edits import new_item_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.quoting.quote import LikeForLike, Quote
    from pricing.item import QuoteItem
    from pricing.priced import PricedItem

MOST_OPTIONS = 3
"""As many as a customer compares at a glance."""


class QuoteOption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the options.

    Attributes:
        letter: A for the offer, then B, C and so on.
        section: Heading that its items stand under; empty for the offer and for a bare bundle.
        items: Identifiers of the items that would be sold.
        own: Those among them that stand in this option only.
    """

    letter: str
    section: str
    items: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def is_offer(self) -> bool:
        """Whether it is what is recommended."""
        return self.letter == ascii_uppercase[0]


def options_of(quote: Quote, is_bundle: Callable[[str], bool]) -> tuple[QuoteOption, ...]:
    """The offer and all that may be chosen in its place, in printed order; none without an offer.

    Args:
        quote: Whose.
        is_bundle: Whether a code is that of a bundle.
    """
    firm = tuple(item for item in quote.items if not item.optional)
    if not firm:
        return ()
    single = tuple(item.id for item in firm if not is_bundle(item.offering))
    whole = tuple(item.id for item in firm)
    groups: dict[str, list[QuoteItem]] = {}
    for item in quote.items:
        if item.optional and (item.section or is_bundle(item.offering)):
            groups.setdefault(item.section or f"\0{item.id}", []).append(item)
    found = [QuoteOption(ascii_uppercase[0], "", whole, whole)]
    for letter, (name, items) in zip(ascii_uppercase[1:], groups.items(), strict=False):
        own = tuple(item.id for item in items)
        bare = name.startswith("\0")
        found.append(
            QuoteOption(letter, "" if bare else name, (*own, *single) if bare else own, own)
        )
    return tuple(found)


def alone(quote: Quote, option: QuoteOption, replacing: Sequence[str] | None = None) -> Quote:
    """The quote as it would be if the customer took an option: nothing else in it.

    Args:
        quote: With all options.
        option: The one taken.
        replacing: Items that replace what the customer has; ``None`` for those of the quote.
    """
    items = tuple(
        msgspec.structs.replace(item, optional=False, section="" if item.optional else item.section)
        for item in quote.items
        if item.id in option.items
    )
    like = quote.like_for_like
    if replacing is not None:
        like = msgspec.structs.replace(like, items=tuple(replacing))
    return msgspec.structs.replace(quote, items=items, like_for_like=like)


def take_offer(
    quote: Quote, items: Sequence[QuoteItem], term: int, like: LikeForLike | None = None
) -> Quote:
    """These items in the place of the offer; its other options stay.

    Args:
        quote: The quote before.
        items: With any identifiers; ``like`` names them by these.
        term: Months of commitment.
        like: What they replace; ``None`` leaves the comparison as it is.
    """
    kept = tuple(item for item in quote.items if item.optional)
    named = _renamed(quote, items)
    if like is not None:
        replacing = tuple(named[name].id for name in like.items if name in named)
        like = msgspec.structs.replace(like, items=replacing)
    return msgspec.structs.replace(
        quote,
        items=(*named.values(), *kept),
        term=term,
        like_for_like=like if like is not None else quote.like_for_like,
    )


def put_beside(quote: Quote, items: Sequence[QuoteItem], section: str) -> Quote:
    """These items as another option under a heading; in the place of one of the same heading."""
    kept = tuple(i for i in quote.items if not (i.optional and i.section == section))
    added = tuple(
        msgspec.structs.replace(item, optional=True, section=section)
        for item in _renamed(quote, items).values()
    )
    return msgspec.structs.replace(quote, items=(*kept, *added))


def recommend(quote: Quote, option: QuoteOption, heading: str) -> Quote:
    """Another option as the offer; what was the offer becomes an option under a heading.

    Items that both have stay firm.
    """
    if option.is_offer:
        return quote

    def moved(item: QuoteItem) -> QuoteItem:
        if item.id in option.own:
            return msgspec.structs.replace(item, optional=False, section="")
        if not item.optional and item.id not in option.items:
            return msgspec.structs.replace(item, optional=True, section=heading)
        return item

    return msgspec.structs.replace(quote, items=tuple(moved(item) for item in quote.items))


def take_out(quote: Quote, option: QuoteOption) -> Quote:
    """The quote without an option; the offer itself stays."""
    if option.is_offer:
        return quote
    items = tuple(item for item in quote.items if item.id not in option.own)
    return msgspec.structs.replace(quote, items=items)


def replacing_items(
    items: Sequence[PricedItem], replaced: frozenset[str]
) -> tuple[tuple[str, ...], bool]:
    """Which items stand for something that the customer has.

    Args:
        items: Priced.
        replaced: Codes of charges that he has, or that replaced it before.

    Returns:
        Identifiers of those with a charge among them, and whether that is not all of them.
    """
    found = tuple(
        item.id
        for item in items
        if any(not charge.allowance and charge.code in replaced for charge in item.charges)
    )
    return found, len(found) < len(items)


def _renamed(quote: Quote, items: Sequence[QuoteItem]) -> Mapping[str, QuoteItem]:
    """The items by their old identifiers, with new ones that nothing in the quote names."""
    first = int(new_item_id(quote)[1:])
    return {
        item.id: msgspec.structs.replace(item, id=f"i{number}")
        for number, item in enumerate(items, start=first)
    }
