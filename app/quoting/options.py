"""Options of a quote: the offer, and what the customer may choose in its place, as edits.

The firm items are option A: the one that is recommended, and that a contract is made of. What
stands optional under a heading of its own is another whole option; any other optional bundle
stands in the place of the offer's bundles (``own_headings``). So nothing but items is stored, and
discount authority looks at every option anyway. An option may be for another commitment than the
offer.
"""

from __future__ import annotations

from itertools import count, product
from string import ascii_uppercase
from typing import TYPE_CHECKING

import msgspec

from app.quoting.item_edits import new_item_id
from app.quoting.own_headings import looks, option_groups, own_headings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
        term: Months of commitment.
        exclusive: Whether it is taken in the place of every other: it has a heading of its own.
    """

    letter: str
    section: str
    items: tuple[str, ...]
    own: tuple[str, ...]
    term: int = 12
    exclusive: bool = False

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
    terms = commitments(quote)
    groups = option_groups(quote.items, lambda item: is_bundle(item.offering))
    found = [QuoteOption(ascii_uppercase[0], "", whole, whole, quote.term)]
    for letter, (heading, items) in zip(_letters(), groups, strict=False):
        own = tuple(item.id for item in items)
        found.append(
            QuoteOption(
                letter,
                heading,
                own if heading else (*own, *single),
                own,
                terms.get(own[0], quote.term),
                exclusive=bool(heading),
            )
        )
    return tuple(found)


def _letters() -> Iterator[str]:
    """B to Z, then AA, AB and so on: nothing is left out of what is judged."""
    yield from ascii_uppercase[1:]
    for size in count(2):
        yield from map("".join, product(ascii_uppercase, repeat=size))


def commitments(quote: Quote) -> dict[str, int]:
    """Months of commitment by item, where its option has months of its own.

    Only an option with a heading of its own has them: what may be added to the offer is for the
    months of the offer. All items under the heading have those of the first that names any.
    """
    if not any(item.commitment > 0 for item in quote.items):
        return {}
    whole = own_headings(quote.items)
    named: dict[str, int] = {}
    for item in quote.items:
        if item.commitment > 0 and item.section in whole:
            named.setdefault(looks(item.section), item.commitment)
    return {
        item.id: named[key]
        for item in quote.items
        if item.section in whole and (key := looks(item.section)) in named
    }


def option_terms(quote: Quote) -> dict[str, int]:
    """Months of commitment of each option with a heading of its own, by heading."""
    own = commitments(quote)
    whole = own_headings(quote.items)
    return {
        item.section: own.get(item.id, quote.term) for item in quote.items if item.section in whole
    }


def set_commitment(quote: Quote, option: QuoteOption, months: int) -> Quote:
    """Another commitment of an option; of the offer that of the quote."""
    if option.is_offer:
        return quote if quote.term == months else msgspec.structs.replace(quote, term=months)
    own = 0 if months == quote.term else months
    items = tuple(
        msgspec.structs.replace(item, commitment=own)
        if item.id in option.own and item.commitment != own
        else item
        for item in quote.items
    )
    if all(new is old for new, old in zip(items, quote.items, strict=True)):
        return quote
    return msgspec.structs.replace(quote, items=items)


def taken(quote: Quote, option: QuoteOption, options: Sequence[QuoteOption]) -> Quote:
    """The quote as it would be if the customer took an option, with what he may add to it.

    Args:
        quote: With all options.
        option: The one taken.
        options: All of them; what belongs to another exclusive one may not be added.
    """
    apart = exclusive_items(options)
    chosen = {item.id: item for item in alone(quote, option).items}
    items = tuple(
        chosen.get(item.id, item)
        for item in quote.items
        if item.id in chosen or (item.optional and item.id not in apart)
    )
    return msgspec.structs.replace(quote, items=items, term=option.term)


def exclusive_items(options: Sequence[QuoteOption]) -> frozenset[str]:
    """Items that are taken with their whole option only, in the place of every other."""
    return frozenset(name for option in options if option.exclusive for name in option.own)


def alone(quote: Quote, option: QuoteOption, replacing: Sequence[str] | None = None) -> Quote:
    """The quote as it would be if the customer took an option: nothing else in it.

    Args:
        quote: With all options.
        option: The one taken.
        replacing: Items that replace what the customer has; ``None`` for those of the quote.
    """
    wanted = frozenset(option.items)
    items = tuple(
        msgspec.structs.replace(item, optional=False, section="", commitment=0)
        if item.optional
        else item  # the very same: its price is known
        for item in quote.items
        if item.id in wanted
    )
    like = quote.like_for_like
    if replacing is not None:
        like = msgspec.structs.replace(like, items=tuple(replacing))
    return msgspec.structs.replace(quote, items=items, like_for_like=like, term=option.term)


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


def put_beside(quote: Quote, items: Sequence[QuoteItem], section: str, term: int = 0) -> Quote:
    """These items as another option under a heading; in the place of one of the same heading.

    Args:
        quote: The quote before.
        items: With any identifiers.
        section: The heading.
        term: Months of commitment; 0 for those of the quote.
    """
    own = 0 if term == quote.term else term
    seen = looks(section)
    kept = tuple(i for i in quote.items if not (i.optional and looks(i.section) == seen))
    added = tuple(
        msgspec.structs.replace(item, optional=True, section=section, commitment=own)
        for item in _renamed(quote, items).values()
    )
    return msgspec.structs.replace(quote, items=(*kept, *added))


def recommend(quote: Quote, option: QuoteOption, heading: str) -> Quote:
    """Another option as the offer; what was the offer becomes an option under a heading.

    Items that both have stay firm. Every option keeps its commitment.
    """
    if option.is_offer:
        return quote
    terms = commitments(quote)
    months = option.term

    def own(before: int) -> int:
        return 0 if before == months else before

    def moved(item: QuoteItem) -> QuoteItem:
        replace = msgspec.structs.replace
        if item.id in option.own:
            return replace(item, optional=False, section="", commitment=0)
        if not item.optional and item.id not in option.items:
            return replace(item, optional=True, section=heading, commitment=own(quote.term))
        if item.optional and item.section and months != quote.term:
            return replace(item, commitment=own(terms.get(item.id, quote.term)))
        return item

    items = tuple(moved(item) for item in quote.items)
    return msgspec.structs.replace(quote, items=items, term=months)


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
