"""What a catalogue makes ready for pricing; its lookups: test_product_catalog.py."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from catalog.price_list import PriceRecord
from catalog.product_catalog import ProductCatalog
from tests.builders import a_catalog, a_content, an_offering


def test_a_charge_is_made_ready_once_with_its_offering() -> None:
    """25.00 yuan are 25,000,000 millionths; the second time it is the same value."""
    catalog = a_catalog(an_offering())
    sold = catalog.sold("LINE.RENT")
    assert sold is not None
    assert (sold.offering.code, sold.charge.code) == ("LINE", "LINE.RENT")
    assert sold.name.zh == f"{sold.offering.name.zh} {sold.charge.name.zh}"
    assert (sold.list_micro, sold.records) == (25_000_000, ())
    assert catalog.sold("LINE.RENT") is sold


def test_a_charge_with_price_records_has_no_list_price_of_its_own() -> None:
    """The records say it, in the order of the file."""
    records = tuple(PriceRecord(f"r{n}", "LINE.RENT", Decimal(n)) for n in (2, 1))
    content = msgspec.structs.replace(a_content(an_offering()), price_records=records)
    sold = ProductCatalog(content).sold("LINE.RENT")
    assert sold is not None
    assert (sold.list_micro, sold.records) == (None, records)


def test_an_unknown_charge_is_not_sold() -> None:
    """Nothing is made of a code that no offering has."""
    assert a_catalog(an_offering()).sold("LINE.NONE") is None
