"""Several items are added and changed in one edit."""

from __future__ import annotations

from decimal import Decimal

from app.quoting.item_block import (
    NewItem,
    add_items,
    discount_item,
    discount_of,
    main_code,
    set_all_optional,
    set_sites,
)
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.item import ItemCharge, QuoteItem
from tests.builders import a_bundle, a_catalog, a_charge, a_quote, an_offering

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.INST", period=BillingPeriod.ONCE),
        a_charge("LINE.RENT"),
        a_charge("LINE.LOCAL", period=BillingPeriod.PER_USE),
    ),
    bundles=[a_bundle()],
)
TEN = Percentage(Decimal(10))
BUNDLE = a_bundle().code


def test_a_block_adds_offerings_bundles_and_charges() -> None:
    """In order; a discount is off the rental, or off the whole bundle; what is unknown is not."""
    wanted = (
        NewItem("LINE", 4, TEN, section="总部"),
        NewItem("none"),
        NewItem(BUNDLE, 2, TEN, site="S1"),
    )
    line, bundle = add_items(a_quote(), CATALOG, wanted).items
    assert line.charges == (ItemCharge("LINE.INST", 4), ItemCharge("LINE.RENT", 4, TEN))
    assert (line.section, bundle.site, bundle.quantity) == ("总部", "S1", 2)
    assert bundle.alterations == (TEN,)


def test_charges_of_one_offering_in_a_row_become_one_item() -> None:
    """Another site, another heading, or the same charge again begins a new one."""
    wanted = (
        NewItem("LINE.RENT", 4, TEN),
        NewItem("LINE.LOCAL", 100),
        NewItem("LINE.RENT", 1),
        NewItem("LINE.LOCAL", 1, site="S1"),
    )
    items = add_items(a_quote(), CATALOG, wanted).items
    assert [item.charges for item in items] == [
        (ItemCharge("LINE.RENT", 4, TEN), ItemCharge("LINE.LOCAL", 100)),
        (ItemCharge("LINE.RENT", 1),),
        (ItemCharge("LINE.LOCAL", 1),),
    ]
    assert [item.quantity for item in items] == [4, 1, 1]


def test_the_discount_of_an_item_is_that_of_its_main_charge() -> None:
    """Free months are none; without a recurring charge the first one counts."""
    quote = add_items(a_quote(), CATALOG, (NewItem("LINE", 1), NewItem(BUNDLE, 1)))
    line, bundle = quote.items
    assert main_code(line, CATALOG) == "LINE.RENT"
    given = discount_item(discount_item(quote, CATALOG, line.id, TEN), CATALOG, bundle.id, TEN)
    assert [discount_of(item, "", CATALOG) for item in given.items] == [TEN, TEN]
    assert discount_of(given.items[0], "LINE.INST", CATALOG) is None
    assert discount_item(quote, CATALOG, "none", TEN) is quote
    free = QuoteItem("i9", BUNDLE, alterations=(FreeMonths(2),))
    assert discount_of(free, "", CATALOG) is None
    once = QuoteItem("i9", "LINE", charges=(ItemCharge("LINE.INST", 1, TEN),))
    assert main_code(once, CATALOG) == "LINE.INST"
    assert main_code(QuoteItem("i9", "LINE"), CATALOG) == ""


def test_a_block_is_what_its_rows_are_one_after_the_other() -> None:
    """Charges join the last line, a heading keeps its items together, all have new identifiers."""
    town = a_quote(QuoteItem("i2", "LINE", section="town"), QuoteItem("i9", "LINE"))
    wanted = (
        NewItem("LINE.RENT", 3),
        NewItem("LINE.INST", 3, TEN),
        NewItem("LINE", 2, TEN),
        NewItem("LINE", 1, section="town"),
        NewItem("nowhere"),
        NewItem(BUNDLE, 4),
    )
    one_by_one = town
    for new in wanted:
        one_by_one = add_items(one_by_one, CATALOG, (new,))
    together = add_items(town, CATALOG, wanted)
    assert together == one_by_one
    assert [item.id for item in together.items] == ["i2", "i11", "i9", "i10", "i12"]
    assert add_items(town, CATALOG, (NewItem("nowhere"),)) is town
    assert add_items(town, CATALOG, ()) is town


def test_site_and_option_are_set_of_several() -> None:
    """Of those that are named."""
    quote = add_items(a_quote(), CATALOG, (NewItem("LINE"), NewItem("LINE"), NewItem("LINE")))
    ids = [item.id for item in quote.items]
    changed = set_all_optional(set_sites(quote, ids[:2], "S1"), ids[1:], optional=True)
    assert [(one.site, one.optional) for one in changed.items] == [
        ("S1", False),
        ("S1", True),
        ("", True),
    ]
