"""What the best offer is wanted for, as the window asks it: needs at hand, and what is replaced."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting.offer.asking import Asker
from app.quoting.offer.installed import installed_at
from app.quoting.offer.problem import Goal, Need
from app.quoting.offer.wish import Wish, at_site, usage_of, wish_of
from app.quoting.options import replacing_items
from catalog.charge import ChargeType
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.quoting.offer.asking import Circumstances
    from app.quoting.offer.offer import Offer
    from app.quoting.quote import LikeForLike
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem
    from pricing.priced import PricedQuote


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the user wants of a search.

    Attributes:
        needs: That have to be answered.
        goal: What is best.
        saving: Percent that the customer saves at least; ``None`` for any.
        terms: Commitments to look at, in months.
        discounts: Percent that may be taken off by hand.
        with_approval: Beyond the author's own authority as well.
        usage: Units a month by usage charge that are expected where no bill tells them.
    """

    needs: tuple[Need, ...]
    goal: Goal = Goal.LEAST_COST
    saving: Decimal | None = None
    terms: tuple[int, ...] = ()
    discounts: tuple[Decimal, ...] = ()
    with_approval: bool = False
    usage: dict[str, int] = {}


def needs_at_hand(around: Circumstances) -> tuple[Need, ...]:
    """What the quote offers already; of an empty one what the customer has from us, by site."""
    if any(not item.optional for item in around.quote.items):
        return wish_of(around).needs
    found = []
    for code in around.customer.installed_quantities():
        for site, count in installed_at(around.customer, code).items():
            need = need_of(around.catalog, code, count)
            if need is not None:
                found.append(at_site(need, site) if site else need)
    return tuple(found)


def need_of(catalog: ProductCatalog, code: str, quantity: int) -> Need | None:
    """So much of an offering's usual recurring charge, or of the charge that is named.

    What is either rented or bought is answered by both where the offering is named, and by the one
    that is named otherwise. ``None`` where there is none on the list.
    """
    named = catalog.owner(code)
    offering = catalog.offering(code) or named
    charges = offering.charges if offering is not None else ()
    chosen = {one.instead_of for one in charges} - {""}
    if named is not None:
        charges = tuple(one for one in charges if one.code == code)
        chosen |= {one.code for one in charges if one.instead_of}
    found = (c for c in charges if c.type is ChargeType.RECURRING or c.code in chosen)
    charge = next(found, None)
    if offering is None or charge is None:
        return None
    if named is None and len(either := offering.either(charge.code)) > 1:
        return Need(offering.code, quantity, name=_either(offering, either), answers=either)
    sold = catalog.sold(charge.code)
    name = sold.name if sold is not None else offering.name
    return Need(charge.code, quantity, name=name, answers=(charge.code,))


def _either(offering: ProductOffering, codes: Sequence[str]) -> LocalText:
    """The offering with the names of charges of which one is paid."""
    by_code = {charge.code: charge.name for charge in offering.charges}
    whole, parts = offering.name, [by_code[code] for code in codes]
    return LocalText(
        f"{whole.zh} {' / '.join(part.zh for part in parts)}",
        f"{whole.en} {' / '.join(part.en for part in parts)}" if whole.en else "",
    )


def usage_charge(catalog: ProductCatalog, code: str) -> str:
    """Code of an offering's first usage charge; empty where it has none."""
    offering = catalog.offering(code)
    charges = offering.charges if offering is not None else ()
    return next((one.code for one in charges if one.type is ChargeType.USAGE), "")


def expected_usage(around: Circumstances) -> dict[str, int]:
    """Usage that somebody has to estimate, because no bill tells it, with what is known so far.

    What the quote includes is expected; otherwise calls of what the customer has, 0 for unknown.
    """
    if usage_of(around.bills, around.analysis):
        return {}
    found: dict[str, int] = {}
    for code in around.customer.installed_quantities():
        offering = around.catalog.offering(code)
        for charge in offering.charges if offering is not None else ():
            if charge.type is ChargeType.USAGE:
                found[charge.code] = 0
    known = wish_of(around).usage.items()
    return {**found, **{code: -(-sum(units) // len(units)) for code, units in known}}


def wish_for(around: Circumstances, asked: Asked) -> Wish:
    """The wish for needs that were looked at, with the usage of the bills."""
    wish = wish_of(around)
    months = max((len(units) for units in wish.usage.values()), default=1)
    expected = {code: (units,) * months for code, units in asked.usage.items()}
    return msgspec.structs.replace(
        wish,
        usage={**wish.usage, **expected},
        needs=asked.needs,
        goal=asked.goal,
        saving=asked.saving,
        terms=asked.terms,
        discounts=asked.discounts,
        with_approval=asked.with_approval,
    )


def offered_items(
    around: Circumstances, usage: Mapping[str, tuple[int, ...]], offer: Offer
) -> tuple[QuoteItem, ...]:
    """The items of an offer, and the usage to be expected beside it where no bill tells it.

    Without it services that are paid by use would seem to cost nothing but their rental.

    Args:
        around: The quote as it is.
        usage: Units a month that the offer was chosen for, by usage charge.
        offer: What was found.
    """
    told = usage_of(around.bills, around.analysis)
    if not any(offer.usage) or told:
        return offer.items
    asker = Asker(around, offer.term, offer.horizon, 1)
    expected = (
        asker.usage_item(code, -(-sum(units) // len(units))) for code, units in usage.items()
    )
    return (*offer.items, *(item for item in expected if item.charges[0].quantity))


def like_after(
    around: Circumstances,
    before: PricedQuote,
    offer: Offer,
    competitor: int,
    usage: Sequence[str] = (),
) -> LikeForLike:
    """What an offer replaces, so that its saving compares like with like.

    What replaced something before still does; of an empty quote what the customer has is replaced
    by items that have a charge of it, and all else is new value.

    Args:
        around: The quote as it is.
        before: Its price.
        offer: What takes its place.
        competitor: Fen a month paid to competitors that it replaces.
        usage: Identifiers of items of expected usage, which is what is used today.
    """
    like = msgspec.structs.replace(around.quote.like_for_like, competitor=competitor)
    replaced = _replaced(around, before)
    if not replaced:
        return msgspec.structs.replace(like, items=())
    named, partly = replacing_items(offer.priced.items, replaced)
    return msgspec.structs.replace(like, items=(*named, *usage) if partly else ())


def _replaced(around: Circumstances, before: PricedQuote) -> frozenset[str]:
    """Codes of charges that stand for what the customer has; none where all is compared."""
    named = around.quote.like_for_like.items
    if named:
        items = [item for item in before.items if item.id in named]
        return frozenset(charge.code for item in items for charge in item.charges)
    if any(not item.optional for item in around.quote.items):
        return frozenset()
    installed = around.customer.installed_quantities()
    offerings = (around.catalog.offering(code) for code in installed)
    return frozenset(
        charge.code
        for offering in offerings
        if offering is not None
        for charge in offering.charges
        if charge.type is ChargeType.RECURRING
    )
