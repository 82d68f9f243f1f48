"""Edits make the next quote and leave the last one alone; one that changes nothing is nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting import item_edits
from app.quoting.item_edits import (
    add_charge,
    add_offering,
    new_item_id,
    remove_charge,
    remove_items,
    set_charge_quantity,
    set_discount,
    set_free_months,
    set_item_discount,
    set_optional,
    set_quantity,
    set_site,
)
from app.quoting.quote import LikeForLike
from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.item import ItemCharge, QuoteItem
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_line,
    a_quote,
    an_item,
    an_offering,
)
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.quote import Quote

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.INST", period=BillingPeriod.ONCE),
        a_charge("LINE.RENT"),
        a_charge("LINE.LOCAL", period=BillingPeriod.PER_USE),
    ),
    an_offering(a_charge("CARD.RENT", least=200)),
    an_offering(a_charge("LD.USE", period=BillingPeriod.PER_USE)),
    bundles=[a_bundle(term=24)],
)
TEN = Percentage(Decimal(10))
LINE = an_item("LINE", 4, ItemCharge("LINE.INST", 1), ItemCharge("LINE.RENT", 4))
PACK = an_item("PACK", 1, item_id="i2", alterations=(TEN, FreeMonths(2)))
QUOTE = a_quote(LINE, PACK)


def first(quote: Quote) -> QuoteItem:
    """The first item."""
    return quote.items[0]


def test_an_offering_comes_with_its_one_time_and_recurring_charges() -> None:
    """Usage is left out: nobody knows yet how much."""
    quote = add_offering(a_quote(), CATALOG, "LINE", 3)
    assert quote.items == (
        an_item("LINE", 3, ItemCharge("LINE.INST", 3), ItemCharge("LINE.RENT", 3)),
    )


def test_a_charge_starts_at_its_least_quantity() -> None:
    """200 cards at least, for the item as well."""
    quote = add_offering(a_quote(), CATALOG, "CARD", 3)
    assert quote.items == (an_item("CARD", 200, ItemCharge("CARD.RENT", 200)),)


def test_an_offering_of_usage_only_comes_without_charges() -> None:
    """They are added one by one, with what is expected."""
    assert add_offering(a_quote(), CATALOG, "LD", 2).items == (an_item("LD", 2),)


@pytest.mark.parametrize(("term", "after"), [(12, 24), (24, 24), (36, 36)])
def test_a_bundle_makes_the_term_long_enough(term: int, after: int) -> None:
    """It never makes it shorter."""
    quote = add_offering(a_quote(term=term), CATALOG, "PACK", 2)
    assert (quote.items, quote.term) == ((an_item("PACK", 2),), after)


def test_an_unknown_code_changes_nothing() -> None:
    """The very same quote comes back."""
    assert add_offering(QUOTE, CATALOG, "NOBODY") is QUOTE


@pytest.mark.parametrize("code", ["LINE", "CARD", "LD"])
def test_adding_and_removing_restores_the_quote(code: str) -> None:
    """As it was, term and all."""
    added = add_offering(QUOTE, CATALOG, code)
    assert remove_items(added, {added.items[-1].id}) == QUOTE


def test_identifiers_are_counted_on() -> None:
    """From the largest in use, however the items are named."""
    assert new_item_id(a_quote()) == "i1"
    assert new_item_id(QUOTE) == "i3"
    odd = a_quote(a_line(item_id="i9"), a_line(item_id="x"), a_line(item_id="i²"))
    assert new_item_id(odd) == "i10"


def test_a_new_item_does_not_take_the_place_of_one_that_was_compared() -> None:
    """What the offer replaces still names i2, which is gone."""
    quote = msgspec.structs.replace(QUOTE, like_for_like=LikeForLike(items=("i2",)))
    again = add_offering(remove_items(quote, {"i2"}), CATALOG, "LINE")
    assert [item.id for item in again.items] == ["i1", "i3"]


def test_items_are_removed_together() -> None:
    """Those that are there."""
    assert remove_items(QUOTE, {"i1", "i9"}).items == (PACK,)
    assert remove_items(QUOTE, {"i1", "i2"}).items == ()


def test_the_last_charge_takes_its_item_with_it() -> None:
    """An item without charges would say nothing."""
    one = remove_charge(QUOTE, "i1", "LINE.INST")
    assert first(one).charges == (ItemCharge("LINE.RENT", 4),)
    assert remove_charge(one, "i1", "LINE.RENT").items == (PACK,)


def test_a_charge_is_added_behind_the_others() -> None:
    """With its quantity."""
    assert first(add_charge(QUOTE, "i1", "LINE.LOCAL", 500)).charges == (
        *LINE.charges,
        ItemCharge("LINE.LOCAL", 500),
    )


def test_charges_counted_like_the_item_follow_its_quantity() -> None:
    """The one installation for all stays one."""
    item = first(set_quantity(QUOTE, "i1", 7))
    assert (item.quantity, [c.quantity for c in item.charges]) == (7, [1, 7])


def test_one_charge_has_a_quantity_and_a_discount_of_its_own() -> None:
    """Nothing else moves."""
    item = first(set_charge_quantity(QUOTE, "i1", "LINE.INST", 2))
    assert item.charges == (ItemCharge("LINE.INST", 2), ItemCharge("LINE.RENT", 4))
    item = first(set_discount(QUOTE, "i1", "LINE.RENT", TEN))
    assert item.charges == (ItemCharge("LINE.INST", 1), ItemCharge("LINE.RENT", 4, TEN))
    assert first(set_discount(a_quote(item), "i1", "LINE.RENT", None)) == LINE


def test_a_bundle_has_a_discount_and_free_months_side_by_side() -> None:
    """Changing one leaves the other."""
    five = Percentage(Decimal(5))
    assert set_item_discount(QUOTE, "i2", five).items[1].alterations == (five, FreeMonths(2))
    assert set_item_discount(QUOTE, "i2", None).items[1].alterations == (FreeMonths(2),)
    assert set_free_months(QUOTE, "i2", 3).items[1].alterations == (TEN, FreeMonths(3))
    assert set_free_months(QUOTE, "i2", 0).items[1].alterations == (TEN,)


def test_an_item_is_optional_or_stands_at_a_site() -> None:
    """And back."""
    assert first(set_optional(QUOTE, "i1", optional=True)).optional
    assert first(set_site(QUOTE, "i1", "S1")).site == "S1"


@pytest.mark.parametrize(
    "edit",
    [
        lambda q: remove_items(q, {"i9"}),
        lambda q: remove_items(q, ()),
        lambda q: remove_charge(q, "i9", "LINE.RENT"),
        lambda q: remove_charge(q, "i1", "LINE.GONE"),
        lambda q: add_charge(q, "i9", "LINE.LOCAL", 1),
        lambda q: add_charge(q, "i1", "LINE.RENT", 9),
        lambda q: set_quantity(q, "i1", 4),
        lambda q: set_quantity(q, "i9", 4),
        lambda q: set_charge_quantity(q, "i1", "LINE.RENT", 4),
        lambda q: set_charge_quantity(q, "i1", "LINE.GONE", 4),
        lambda q: set_discount(q, "i1", "LINE.RENT", None),
        lambda q: set_discount(q, "i9", "LINE.RENT", TEN),
        lambda q: set_item_discount(q, "i2", Percentage(Decimal("10.00"))),
        lambda q: set_item_discount(q, "i1", None),
        lambda q: set_free_months(q, "i2", 2),
        lambda q: set_free_months(q, "i1", 0),
        lambda q: set_optional(q, "i1", optional=False),
        lambda q: set_site(q, "i1", ""),
    ],
)
def test_an_edit_that_changes_nothing_gives_the_same_object(
    edit: Callable[[Quote], Quote],
) -> None:
    """So nothing is pushed on the undo stack and nothing is stored."""
    assert edit(QUOTE) is QUOTE


def test_no_edit_touches_the_quote_it_was_given() -> None:
    """Every function of the module, on one quote."""
    before = msgspec.json.encode(QUOTE)
    add_offering(QUOTE, CATALOG, "PACK")
    remove_items(QUOTE, {"i1"})
    remove_charge(QUOTE, "i1", "LINE.INST")
    add_charge(QUOTE, "i1", "LINE.LOCAL", 1)
    set_quantity(QUOTE, "i1", 9)
    set_charge_quantity(QUOTE, "i1", "LINE.RENT", 9)
    set_discount(QUOTE, "i1", "LINE.RENT", TEN)
    set_item_discount(QUOTE, "i2", None)
    set_free_months(QUOTE, "i2", 9)
    set_optional(QUOTE, "i1", optional=True)
    set_site(QUOTE, "i1", "S1")
    assert msgspec.json.encode(QUOTE) == before


def test_an_item_keeps_what_an_edit_is_not_about() -> None:
    """Section, site, action and the rest survive a change of quantity."""
    item = msgspec.structs.replace(LINE, section="一", site="S1", optional=True)
    changed = first(set_quantity(a_quote(item), "i1", 9))
    assert msgspec.structs.replace(changed, quantity=4, charges=LINE.charges) == item
    assert item_edits.replace_item(QUOTE, "i9", lambda _item: item) is QUOTE


def test_another_offering_takes_an_items_place() -> None:
    """As many, at the same site; values that fit stay, discounts for the old one do not."""
    speed = Characteristic("speed", LocalText("速率"), default="10")
    grade = Characteristic(
        "grade", LocalText("等级"), CharacteristicKind.CHOICE, choices=(Choice("gold"),)
    )
    catalog = a_catalog(
        an_offering(), an_offering(a_charge("NET.RENT", least=3), characteristics=(speed, grade))
    )
    old = msgspec.structs.replace(
        a_line(4, TEN),
        site="s1",
        alterations=(FreeMonths(2),),
        characteristics={"speed": "20", "grade": "silver", "colour": "red"},
    )
    (item,) = item_edits.replace_offering(a_quote(old), catalog, "i1", "NET").items
    assert (item.id, item.offering, item.quantity, item.site) == ("i1", "NET", 4, "s1")
    assert item.charges == (ItemCharge("NET.RENT", 4),)
    assert item.alterations == ()
    assert item.characteristics == {"speed": "20"}
    quote = a_quote(old)
    assert item_edits.replace_offering(quote, catalog, "i1", "GONE") is quote
    assert item_edits.replace_offering(quote, catalog, "i9", "NET") is quote


def test_values_of_characteristics_are_set_one_by_one_or_all_at_once() -> None:
    """An empty one is taken away; what changes nothing is nothing."""
    quote = item_edits.set_characteristic(QUOTE, "i1", "speed", "20")
    assert quote.items[0].characteristics == {"speed": "20"}
    assert item_edits.set_characteristic(quote, "i1", "speed", "20") is quote
    assert item_edits.set_characteristic(quote, "i1", "speed", "").items[0].characteristics == {}
    changed = item_edits.set_characteristics(quote, "i1", {"grade": "gold"})
    assert changed.items[0].characteristics == {"grade": "gold"}
    assert item_edits.set_characteristics(changed, "i1", {"grade": "gold"}) is changed
    assert QUOTE.items[0].characteristics == {}


def test_what_is_bought_or_rented_is_added_once() -> None:
    """The lease of the modem; buying it is a charge that is added by hand."""
    quote = add_offering(a_quote(), sample_catalog(), "MODEM", 4)
    (item,) = quote.items
    assert item.charges == (ItemCharge("MODEM.LEASE", 4),)
