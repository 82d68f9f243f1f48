"""What depends on a line: prices and benefits that are lost when it is cancelled.

Nothing is guessed: what the customer has, and what is quoted to him, are priced by the engine with
the line and without it. What is then no longer sold as a bundle falls back to its list prices;
what cannot stand alone goes as well; what only gets dearer, because a promotion or a lower tier
asked for the line, is dearer by the difference.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.leaving import staying_bills, with_leaving
from app.quoting.measures import pricing_context
from app.quoting.quote import AccountManager, Quote
from catalog.charge import ChargeType
from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.problem import Problem
from pricing.engine import price_quote
from pricing.item import ItemCharge, QuoteItem
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from app.quoting.customer import Customer, Leaving
    from app.quoting.freezing import Rulebook
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.priced import PricedItem, PricedQuote


class LossKind(StrEnum):
    """What happens to an item."""

    PRICE = "price"
    """Its bundle is no longer sold to the customer: it falls back to list prices."""
    SERVICE = "service"
    """It cannot stand without the line."""
    DEARER = "dearer"
    """It stays, for more."""


class Lost(msgspec.Struct, frozen=True):
    """What one item loses.

    Attributes:
        item: Its identifier, or the code of what the customer has.
        name: For people.
        kind: What happens to it.
        monthly: Fen a month: list price less price, the service's own price, or the difference.
        why: The findings because of which; none where it only gets dearer.
        quoted: It is quoted; otherwise the customer has it.
    """

    item: str
    name: LocalText
    kind: LossKind
    monthly: Fen
    why: tuple[Problem, ...] = ()
    quoted: bool = True


class Ground(NamedTuple):
    """By what a line's worth is judged.

    Attributes:
        customer: Whose line; what he gives up already is gone in any case.
        bills: All past bills.
        catalog: Prices.
        rules: Rules in force.
        day: Whose prices apply where nothing is quoted.
        quote: What is quoted; ``None`` where only what he has is looked at.
    """

    customer: Customer
    bills: Bills
    catalog: ProductCatalog
    rules: Rulebook
    day: date
    quote: Quote | None = None


def lost_without(ground: Ground, leaving: Leaving) -> tuple[Lost, ...]:
    """What is lost when a line goes: first of what the customer has, then of what is quoted."""
    after = ground._replace(customer=with_leaving(ground.customer, leaving))
    lost = _lost(_circumstances(ground), _circumstances(after), quoted=False, gone=leaving.offering)
    if ground.quote is None:
        return lost
    pair = (_Quoted(ground, ground.quote), _Quoted(after, ground.quote))
    return (*lost, *_lost(*pair, quoted=True, gone=""))


class _Quoted(NamedTuple):
    """Items in the circumstances of a customer."""

    ground: Ground
    quote: Quote

    def priced(self, without: Collection[str] = ()) -> PricedQuote:
        """The price of the items, without some of them."""
        ground, quote = self.ground, self.quote
        items = tuple(item for item in quote.items if item.id not in without)
        quote = msgspec.structs.replace(quote, items=items)
        bills = staying_bills(ground.customer, ground.bills)
        analysis = analyse(bills, ground.rules.spend)
        context = pricing_context(quote, ground.customer, bills, analysis)
        return price_quote(ground.catalog, ground.rules.pricing, context, items, quote.discount)


def _circumstances(ground: Ground) -> _Quoted:
    """What the customer has, as if it were sold to him anew for as long as it asks."""
    items, term = list[QuoteItem](), 1
    for code, quantity in ground.customer.installed_quantities().items():
        bundle, offering = ground.catalog.bundle(code), ground.catalog.offering(code)
        if bundle is not None:
            items.append(QuoteItem(code, code, quantity))
            term = max(term, bundle.term)
        elif offering is not None:
            monthly = [one for one in offering.charges if one.type is ChargeType.RECURRING][:1]
            charges = tuple(ItemCharge(one.code, quantity) for one in monthly)
            items.append(QuoteItem(code, code, quantity, charges=charges))
            term = max(term, *(one.least_term for one in monthly), 1)
    customer, day = ground.customer, ground.day
    nobody = AccountManager("", "")
    quote = Quote("", "", "", customer.id, nobody, day, day, term, tuple(items))
    # What stands as an item would be counted twice if it were installed as well.
    bare = msgspec.structs.replace(customer, installed=())
    return _Quoted(ground._replace(customer=bare), quote)


def _lost(before: _Quoted, after: _Quoted, *, quoted: bool, gone: str) -> tuple[Lost, ...]:
    """What is no longer sold goes first; what stays is priced without it."""
    then = before.priced()
    known = {(one.where.subject, one.code) for one in then.problems if one.blocks}
    found: dict[str, Lost] = {}
    while True:
        now = after.priced(without=found)
        new = [one for one in now.problems if _is_new(one, known, found)]
        for item in then.items:
            why = tuple(one for one in new if one.where.subject == item.id)
            if why:
                found[item.id] = _gone(item, why, quoted=quoted)
        if not new:
            break
    later = {item.id: item.monthly.net_amount for item in now.items}
    for item in then.items:
        dearer = later.get(item.id, 0) - item.monthly.net_amount
        if dearer > 0 and item.id not in found:
            found[item.id] = Lost(item.id, item.name, LossKind.DEARER, dearer, quoted=quoted)
    return tuple(found[one.id] for one in then.items if one.id in found and one.offering != gone)


def _is_new(one: Problem, known: Collection[tuple[str, str]], found: Collection[str]) -> bool:
    subject = one.where.subject
    if not (one.blocks and subject) or subject in found:
        return False
    return (subject, one.code) not in known


def _gone(item: PricedItem, why: tuple[Problem, ...], *, quoted: bool) -> Lost:
    """A bundle falls back to list prices; anything else goes as a whole."""
    price = item.monthly.net_amount
    saved = item.monthly.list_amount - price
    if item.is_bundle and saved > 0:
        return Lost(item.id, item.name, LossKind.PRICE, saved, why, quoted)
    return Lost(item.id, item.name, LossKind.SERVICE, price, why, quoted)
