"""Items of a quote become a bundle that holds the same at the same prices."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting.bundle_making import bundle_of_items
from catalog.bundle import (
    BundleComponent,
    BundleOneTime,
    BundleOption,
    ChildBundle,
    OverageRate,
    PricingForm,
)
from catalog.bundle_draft import put_bundle
from catalog.draft import apply_patch
from catalog.draft_check import check_draft
from catalog.local_text import LocalText
from catalog.product_catalog import ProductCatalog
from pricing.alterations.percentage import Percentage
from pricing.item import ItemCharge, QuoteItem
from tests.builders import a_context, priced
from tests.sample import revision_of, sample_case, sample_catalog

if TYPE_CHECKING:
    from catalog.bundle import BundledOffering

NAME = LocalText("门店套餐", "Shop pack")
CATALOG = sample_catalog()
TENTH = Percentage(Decimal(10))
LINES = QuoteItem("a", "PSTN", 3, (ItemCharge("PSTN.INST", 3), ItemCharge("PSTN.RENT", 3, TENTH)))
MORE = QuoteItem("b", "PSTN", 2, (ItemCharge("PSTN.RENT", 2), ItemCharge("PSTN.LOCAL", 500)))
MAYBE = QuoteItem("c", "ADSL1", 1, (ItemCharge("ADSL1.RENT", 1),), optional=True)
PACK = QuoteItem("d", "B03", 2)


def made_of(*items: QuoteItem) -> BundledOffering:
    """The bundle of some items of a quote that has them all."""
    quote = msgspec.structs.replace(sample_case(1).quote, items=(LINES, MORE, MAYBE, PACK), term=36)
    revision = revision_of(1, quote)
    return bundle_of_items(CATALOG, revision, [item.id for item in items], NAME)


def test_a_bundle_holds_what_the_items_hold_at_their_prices() -> None:
    """67.50 for three lines and 50.00 for two are 23.50 a line; installations cost 300.00."""
    bundle = made_of(LINES, MORE)
    assert (bundle.name, bundle.term, bundle.form) == (NAME, 36, PricingForm.COMPONENT_PRICES)
    assert bundle.components == (BundleComponent("PSTN.RENT", 5, price=Decimal("23.5")),)
    assert bundle.one_time == (BundleOneTime("PSTN.INST", 3, Decimal(300)),)
    assert bundle.overage == (OverageRate("PSTN.LOCAL", Decimal("0.11")),)
    assert (bundle.options, bundle.children) == ((), ())
    assert str(bundle.components[0].price) == "23.50"


def test_items_at_list_price_are_a_sum() -> None:
    """So that a dearer list makes a dearer bundle."""
    bundle = made_of(MORE)
    assert bundle.form is PricingForm.SUM
    assert bundle.components == (BundleComponent("PSTN.RENT", 2),)


def test_optional_items_are_options_and_bundles_are_inside() -> None:
    """The line that the customer may take is no component."""
    bundle = made_of(MAYBE, PACK)
    assert bundle.options == (BundleOption("ADSL1.RENT", Decimal("138.00"), most=1),)
    assert bundle.children == (ChildBundle("B03", 2),)
    assert bundle.components == ()


def test_what_the_draft_does_not_have_is_left_out() -> None:
    """Its codes are of another version."""
    content = CATALOG.content
    others = tuple(one for one in content.offerings if one.code != "PSTN")
    bare = ProductCatalog(msgspec.structs.replace(content, offerings=others, bundles=()))
    quote = msgspec.structs.replace(sample_case(1).quote, items=(LINES, PACK))
    bundle = bundle_of_items(bare, revision_of(1, quote), ["a", "d"], NAME)
    assert (bundle.components, bundle.one_time, bundle.children) == ((), (), ())


def test_the_bundle_is_quoted_at_what_its_items_cost() -> None:
    """117.50 a month."""
    bundle = made_of(LINES, MORE)
    content = apply_patch(CATALOG.content, put_bundle(bundle))
    assert not [one for one in check_draft(content) if one.blocks]
    quoted = priced(
        ProductCatalog(content), QuoteItem("i1", bundle.code), context=a_context(term=36)
    )
    assert quoted.totals.monthly.net_amount == 117_50
