"""What the catalogue says about a charge in the circumstances of a quote."""

from __future__ import annotations

from decimal import Decimal

from catalog.bundle import BundleOption
from catalog.product_catalog import ProductCatalog
from pricing.market import Market, with_tax_inside
from tests.builders import a_bundle, a_catalog, a_charge, a_content, a_context, an_offering

PLAIN = a_charge("LINE.RENT", "100.00")
ON_TOP = a_charge("NET.RENT", "33.33", tax_included=False)


def a_market(*bundles: str) -> Market:
    """Both charges; the bundle publishes an option price for the one without VAT."""
    option = BundleOption("NET.RENT", Decimal(20))
    content = a_content(
        an_offering(PLAIN), an_offering(ON_TOP), bundles=[a_bundle(options=(option,))]
    )
    return Market(ProductCatalog(content), a_context(), frozenset(bundles))


def test_a_charge_is_looked_up_once_and_an_unknown_one_is_none() -> None:
    """The same object again."""
    market = a_market()
    assert market.listed("LINE.RENT") is market.listed("LINE.RENT") is not None
    assert market.listed("GONE.RENT") is None
    assert market.listed_with_tax("GONE.RENT") is None


def test_a_list_price_without_vat_is_priced_without_and_keeps_its_rate_for_the_end() -> None:
    """No VAT inside, 9 % on top; the market knows which charges are of that kind."""
    market = a_market()
    plain, on_top = market.listed("LINE.RENT"), market.listed("NET.RENT")
    assert plain is not None
    assert on_top is not None
    assert (plain.rate, plain.on_top) == (Decimal("0.09"), None)
    assert (on_top.rate, on_top.on_top) == (Decimal(0), Decimal("0.09"))
    assert on_top.list_micro == 33_330_000
    assert market.without_tax == {"NET.RENT"}


def test_for_a_bundle_the_vat_is_inside() -> None:
    """36.3297 with 9 %, to six decimals; a price that includes it stays the same object."""
    market = a_market()
    found = market.listed_with_tax("NET.RENT")
    assert found is not None
    assert (found.list_price, found.rate, found.on_top) == (
        Decimal("36.3297"),
        Decimal("0.09"),
        None,
    )
    assert found.tax_ratio == (109, 100)
    plain = market.listed("NET.RENT")
    assert plain is not None
    assert with_tax_inside(plain) == found
    assert market.listed_with_tax("LINE.RENT") is market.listed("LINE.RENT")


def test_beside_a_bundle_that_prices_it_a_charge_has_its_vat_inside() -> None:
    """So that the option price is compared with it, and holds to the fen."""
    market = a_market("PACK")
    listed = market.listed("NET.RENT")
    assert listed is not None
    assert (listed.list_price, listed.on_top) == (Decimal("36.3297"), None)
    assert market.without_tax == set()


def test_a_class_without_a_rate_has_none_in_either_form() -> None:
    """The finding about it must not be hidden by a price without VAT."""
    charge = a_charge("LINE.RENT", tax_class="none", tax_included=False)
    listed = Market(a_catalog(an_offering(charge)), a_context()).listed("LINE.RENT")
    assert listed is not None
    assert (listed.rate, listed.on_top) == (None, None)
