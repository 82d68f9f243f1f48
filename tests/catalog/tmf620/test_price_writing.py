"""Charges and price records become prices of the standard, exact to the digit."""

from __future__ import annotations

from decimal import Decimal

from catalog.product_catalog import ProductCatalog
from catalog.tmf620.price_writing import (
    charge_price,
    commitment,
    extended,
    plain,
    published_price,
    record_price,
)
from tests.builders import DAY, a_catalog, a_charge
from tests.catalog.tmf620.samples import full_content

CATALOG = ProductCatalog(full_content())


def test_a_charge_uses_the_fields_of_the_standard_first() -> None:
    """Only who sets the price and the quantities are ours; the allowance is a characteristic."""
    charge = CATALOG.charge("LINE.RENT")
    assert charge is not None
    assert charge_price(charge, CATALOG, DAY, with_cost=False) == {
        "id": "LINE.RENT",
        "name": "RENT",
        "isBundle": False,
        "priceType": "recurring",
        "recurringChargePeriodType": "month",
        "recurringChargePeriodLength": 1,
        "unitOfMeasure": {"amount": 1, "units": "线"},
        "price": {"unit": "CNY", "value": Decimal("25.00")},
        "tax": [{"taxCategory": "nine", "taxRate": Decimal("0.09")}],
        "productOfferingTerm": [{"duration": {"amount": 12, "units": "month"}}],
        "prodSpecCharValueUse": [
            {
                "name": "bandwidthOrAllowance",
                "valueType": "string",
                "productSpecCharacteristicValue": [{"value": "含 100 分钟"}],
                "productSpecification": {"id": "LINE"},
            }
        ],
        "quotewright": {"priceRegulation": "guided", "least": 2, "most": 500},
        "@type": "QuotewrightProductOfferingPrice",
        "@baseType": "ProductOfferingPrice",
    }


def test_the_cost_is_told_only_when_asked_for() -> None:
    """Files go to others."""
    charge = a_charge(cost="10.32")
    secret = charge_price(charge, a_catalog(), DAY, with_cost=False)
    internal = charge_price(charge, a_catalog(), DAY, with_cost=True)
    assert "10.32" not in str(secret)
    assert internal["quotewright"] == {
        "cost": Decimal("10.32"),
        "priceRegulation": "market",
        "least": 1,
    }


def test_a_tax_class_without_a_rate_that_day_names_none() -> None:
    """The class alone still says what it is."""
    price = charge_price(a_charge(tax_class="none"), a_catalog(), DAY, with_cost=False)
    assert price["tax"] == [{"taxCategory": "none"}]


def test_a_record_overrides_the_price_of_its_charge() -> None:
    """With its days, areas, term and currency; segments and priority are ours."""
    season, dollar = CATALOG.content.price_records
    charge = CATALOG.charge("LINE.RENT")
    yearly = CATALOG.charge("NET.YEAR")
    assert charge is not None
    assert yearly is not None
    written = record_price(season, charge, CATALOG, DAY)
    assert written["id"] == "LINE.RENT/autumn"
    assert written["popRelationship"] == [{"id": "LINE.RENT", "relationshipType": "override"}]
    assert written["validFor"] == {
        "startDateTime": "2026-10-01T00:00:00+08:00",
        "endDateTime": "2026-12-31T23:59:59+08:00",
    }
    assert written["place"] == [{"id": "SH", "name": "SH"}, {"id": "BJ", "name": "BJ"}]
    assert written["productOfferingTerm"] == [{"duration": {"amount": 24, "units": "month"}}]
    assert written["quotewright"] == {"record": "autumn", "segments": ["SMB"]}
    other = record_price(dollar, yearly, CATALOG, DAY)
    assert other["price"] == {"unit": "USD", "value": Decimal("9.5")}
    assert other["recurringChargePeriodType"] == "year"
    assert other["quotewright"] == {"record": "dollar", "priority": 7}
    assert "validFor" not in other


def test_a_published_price_is_for_a_quantity_of_a_charge_or_for_a_month() -> None:
    """Nobody else's reader may take the price of four installations for that of one."""
    charge = CATALOG.charge("LINE.INST")
    once = published_price("PACK.once.1", "装机", charge, 4, Decimal("80.00"))
    assert once["priceType"] == "oneTime"
    assert once["unitOfMeasure"] == {"amount": 4, "units": "线"}
    assert once["price"] == {"unit": "CNY", "value": Decimal("80.00")}
    monthly = published_price("PACK.monthly", "套餐", None, 1, Decimal(199))
    assert monthly["priceType"] == "recurring"
    assert monthly["recurringChargePeriodType"] == "month"
    assert "unitOfMeasure" not in monthly


def test_a_term_is_counted_in_months() -> None:
    """None is not written."""
    assert commitment(0) == {}
    assert commitment(36) == {
        "productOfferingTerm": [{"duration": {"amount": 36, "units": "month"}}]
    }


def test_an_object_says_that_it_is_extended() -> None:
    """Whoever does not know the type reads the base type, as TMF630 asks."""
    assert extended({"id": "1"}, "ProductOffering", {}) == {"id": "1", "@type": "ProductOffering"}
    assert extended({"id": "1"}, "ProductOffering", {"nameEn": "x"}) == {
        "id": "1",
        "quotewright": {"nameEn": "x"},
        "@type": "QuotewrightProductOffering",
        "@baseType": "ProductOffering",
    }


def test_a_number_is_written_without_an_exponent() -> None:
    """And with the decimals that it has."""
    assert str(plain(Decimal("1E+3"))) == "1000"
    assert str(plain(Decimal("25.00"))) == "25.00"
