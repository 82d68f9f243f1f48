"""Choosing in a bundle, changing single components, and dissolving a bundle into its charges."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from hypothesis import assume, given

from app.quoting import bundle_edits
from app.quoting.quote import LikeForLike
from catalog.bundle import PricingForm
from catalog.component_kind import ComponentKind
from catalog.option_group import GroupMember
from catalog.period import BillingPeriod
from catalog.product_catalog import ProductCatalog
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.engine import price_quote
from pricing.item import Choice, ItemCharge, QuoteItem
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_group,
    a_part,
    a_quote,
    an_item,
    an_offering,
    priced,
)
from tests.pricing.random_quotes import random_quotes, replaced, seldom

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from tests.pricing.reference.quotes import RandomQuote

LINE = an_offering(
    a_charge("LINE.RENT", "25.00"),
    a_charge("LINE.CLIP", "6.00"),
    a_charge("LINE.USE", "0.10", period=BillingPeriod.PER_USE),
)
NET = an_offering(a_charge("NET.RENT", "100.00"), a_charge("NET.FAST", "150.00"))
SPEED = a_group(
    GroupMember("NET.RENT", default=1), GroupMember("NET.FAST"), code="speed", least=1, most=1
)
MAIL = a_group(GroupMember("MAIL.RENT", most=9, default=2), code="mail")
POST = an_offering(a_charge("MAIL.RENT", "10.00"))
FIXED = a_bundle(
    "99.00",
    components=(
        a_part("LINE.RENT", 4),
        a_part("LINE.CLIP", 4),
        a_part("LINE.USE", 300, ComponentKind.ALLOWANCE),
    ),
    groups=(SPEED, MAIL),
)
SUM = a_bundle("0", [("LINE.RENT", 4)], code="SUM", form=PricingForm.SUM)
CATALOG = a_catalog(LINE, NET, POST, bundles=[FIXED, SUM])


def choices(quote: Quote) -> tuple[Choice, ...]:
    """Of the first item."""
    return quote.items[0].choices


def test_of_alternatives_the_others_go() -> None:
    """Choosing the usual one again leaves nothing written down."""
    quote = a_quote(an_item("PACK"))
    fast = bundle_edits.set_choice(quote, CATALOG, "i1", "speed", "NET.FAST", 1)
    assert choices(fast) == (Choice("NET.RENT", 0, "speed"), Choice("NET.FAST", 1, "speed"))
    back = bundle_edits.set_choice(fast, CATALOG, "i1", "speed", "NET.RENT", 1)
    assert back == quote


def test_other_groups_stay_as_they_are() -> None:
    """Seven mailboxes beside the fast line."""
    quote = bundle_edits.set_choice(a_quote(an_item("PACK")), CATALOG, "i1", "speed", "NET.FAST", 1)
    quote = bundle_edits.set_choice(quote, CATALOG, "i1", "mail", "MAIL.RENT", 7)
    assert {(c.charge, c.quantity) for c in choices(quote)} == {
        ("NET.RENT", 0),
        ("NET.FAST", 1),
        ("MAIL.RENT", 7),
    }
    fewer = bundle_edits.drop_choice(quote, "i1", "mail", "MAIL.RENT")
    assert all(choice.group == "speed" for choice in choices(fewer))


def test_what_is_not_there_changes_nothing() -> None:
    """The very same quote, so nothing is stored."""
    quote = a_quote(an_item("PACK"))
    for changed in (
        bundle_edits.set_choice(quote, CATALOG, "i9", "speed", "NET.FAST", 1),
        bundle_edits.set_choice(quote, CATALOG, "i1", "none", "NET.FAST", 1),
        bundle_edits.set_choice(quote, CATALOG, "i1", "speed", "MAIL.RENT", 1),
        bundle_edits.set_choice(quote, CATALOG, "i1", "speed", "NET.RENT", 1),
        bundle_edits.drop_choice(quote, "i1", "speed", "NET.RENT"),
        bundle_edits.dissolve_bundle(quote, CATALOG, "i9"),
    ):
        assert changed is quote


def test_a_dissolved_bundle_is_an_item_for_each_offering() -> None:
    """Two bundles: 8 lines with 600 minutes expected, 2 x 100.00 net, 4 mailboxes at 10.00."""
    quote = a_quote(
        an_item(item_id="i1"),
        an_item("PACK", 2, item_id="i2", alterations=(FreeMonths(1), Percentage(Decimal(3)))),
        like_for_like=LikeForLike(items=("i2",)),
    )
    after = bundle_edits.dissolve_bundle(quote, CATALOG, "i2")
    assert [(i.id, i.offering, i.quantity) for i in after.items] == [
        ("i1", "LINE", 1),
        ("i3", "LINE", 8),
        ("i4", "NET", 2),
        ("i5", "MAIL", 4),
    ]
    assert after.items[1].charges == (
        ItemCharge("LINE.RENT", 8),
        ItemCharge("LINE.CLIP", 8),
        ItemCharge("LINE.USE", 600),
    )
    assert after.items[1].alterations == (FreeMonths(1),)
    assert after.like_for_like.items == ("i3", "i4", "i5")
    without = priced(CATALOG, *after.items).totals
    # 8 x 25.00 + 8 x 6.00 + 2 x 100.00 + 4 x 10.00; 600 x 0.10 of expected usage beside it
    assert (without.monthly.net_amount, without.usage.net_amount) == (488_00, 60_00)


def test_discounting_a_component_of_a_fixed_price_dissolves_the_bundle() -> None:
    """Elsewhere it stays, and so does the bundle."""
    ten = Percentage(Decimal(10))
    fixed = a_quote(an_item("PACK"))
    apart = bundle_edits.discount_component(fixed, CATALOG, "i1", "LINE.CLIP", ten)
    assert apart.items[0].charges[1] == ItemCharge("LINE.CLIP", 4, ten)
    assert len(apart.items) == 3
    together = a_quote(an_item("SUM"))
    kept = bundle_edits.discount_component(together, CATALOG, "i1", "LINE.RENT", ten)
    assert choices(kept) == (Choice("LINE.RENT", 4, "", ten),)
    assert bundle_edits.discount_component(kept, CATALOG, "i1", "LINE.RENT", None) == together


def test_a_discount_on_a_chosen_member_keeps_what_is_chosen() -> None:
    """Members are chosen one by one, so the fixed price is not touched."""
    ten = Percentage(Decimal(10))
    quote = a_quote(an_item("PACK"))
    after = bundle_edits.discount_component(quote, CATALOG, "i1", "MAIL.RENT", ten)
    assert choices(after) == (Choice("MAIL.RENT", 2, "mail", ten),)


def test_removing_a_component_of_a_fixed_price_dissolves_the_bundle() -> None:
    """A member is taken out, a component of a sum is left out."""
    quote = a_quote(an_item("PACK"))
    apart = bundle_edits.remove_component(quote, CATALOG, "i1", "LINE.CLIP")
    assert [c.code for c in apart.items[0].charges] == ["LINE.RENT", "LINE.USE"]
    without = bundle_edits.remove_component(quote, CATALOG, "i1", "MAIL.RENT")
    assert choices(without) == (Choice("MAIL.RENT", 0, "mail"),)
    left_out = bundle_edits.remove_component(a_quote(an_item("SUM")), CATALOG, "i1", "LINE.RENT")
    assert choices(left_out) == (Choice("LINE.RENT", 0),)


@seldom
@given(random_quotes)
def test_14_dissolving_gives_the_charges_the_prices_they_have_without_the_bundle(
    quote: RandomQuote,
) -> None:
    """Property 14: each made item costs what it costs where no bundle ever was."""
    catalog = ProductCatalog(quote.content)
    item = next((one for one in quote.items if catalog.bundle(one.offering)), None)
    assume(item is not None)
    assert item is not None
    alone = a_quote(replaced(item, choices=tuple(_plain(c) for c in item.choices)))
    apart = bundle_edits.dissolve_bundle(alone, catalog, item.id)
    together = price_quote(catalog, quote.policy, quote.context, apart.items)
    afresh = [
        QuoteItem(
            made.id,
            made.offering,
            made.quantity,
            made.charges,
            made.alterations,
            optional=made.optional,
        )
        for made in apart.items
    ]
    assert together == price_quote(catalog, quote.policy, quote.context, afresh)
    assert not any(priced_item.is_bundle for priced_item in together.items)
    counted: dict[str, int] = {}
    whole = price_quote(catalog, quote.policy, quote.context, alone.items)
    for charge in (charge for one in whole.items for charge in one.charges):
        counted[charge.code] = counted.get(charge.code, 0) + charge.quantity
    made_counts = {c.code: c.quantity for one in together.items for c in one.charges}
    if counted:
        assert made_counts.items() <= counted.items()


def _plain(choice: Choice) -> Choice:
    """A choice without a discount."""
    return msgspec.structs.replace(choice, alteration=None)


@seldom
@given(random_quotes)
def test_15_a_percentage_or_a_sum_is_never_dearer_than_the_parts(quote: RandomQuote) -> None:
    """Property 15: nothing in such a bundle costs more than by the price list."""
    catalog = ProductCatalog(quote.content)
    for item in price_quote(catalog, quote.policy, quote.context, quote.items).items:
        bundle = catalog.bundle(item.offering)
        if bundle is None or bundle.children or bundle.groups:
            continue
        if bundle.form in {PricingForm.PERCENT_OFF, PricingForm.SUM}:
            assert all(c.published_amount <= c.list_amount for c in item.charges)
