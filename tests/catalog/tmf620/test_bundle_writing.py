"""Bundles become offerings made of offerings, with our charges beside them."""

from __future__ import annotations

from decimal import Decimal

from catalog.bundle import BundleOption
from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.product_catalog import ProductCatalog
from catalog.tmf620.bundle_writing import (
    OfferingCount,
    bundle_offering,
    bundle_prices,
    offerings_in,
    related,
    segments_of,
)
from catalog.tmf620.group_writing import local_text
from tests.builders import a_part
from tests.catalog.tmf620.samples import full_content

CATALOG = ProductCatalog(full_content())
PACK = CATALOG.content.bundles[0]


def test_a_line_with_two_charges_is_one_line() -> None:
    """The largest quantity counts; included minutes are no lines."""
    parts = (
        a_part("PSTN.RENT", 4),
        a_part("PSTN.CLIP", 3),
        a_part("PSTN.LOCAL", 3000, ComponentKind.ALLOWANCE),
        a_part("LD.DOM", 240, ComponentKind.ALLOWANCE),
        a_part("SITE.YEAR", 2, ComponentKind.YEARLY),
    )
    assert offerings_in(parts, ()) == (
        OfferingCount("PSTN", 4, 4, 4),
        OfferingCount("LD", 1, 1, 1),
        OfferingCount("SITE", 2, 2, 2),
    )


def test_an_option_may_be_added_up_to_its_limit() -> None:
    """Beside what the bundle holds anyway; without a limit there is none."""
    parts = (a_part("PSTN.RENT", 5), a_part("ADSL.RENT", 1))
    options = (
        BundleOption("ADSL.RENT", Decimal(98), most=5),
        BundleOption("PSTN.RENT", Decimal(20)),
        BundleOption("CRBT.RENT", Decimal(8), most=2),
        BundleOption("CRBT.PROD", Decimal(8), most=3),
    )
    assert offerings_in(parts, options) == (
        OfferingCount("PSTN", 5, 5, None),
        OfferingCount("ADSL", 1, 1, 6),
        OfferingCount("CRBT", 0, 0, 5),
    )


def test_a_bundle_is_an_offering_made_of_offerings() -> None:
    """Who reads the standard alone sees what is in it, for how long, for whom and for how much."""
    written = bundle_offering(PACK, CATALOG)
    assert written["isBundle"] is True
    assert written["bundledProductOffering"] == [
        {
            "id": "LINE",
            "name": "产品LINE",
            "bundledProductOfferingOption": {
                "numberRelOfferLowerLimit": 4,
                "numberRelOfferDefault": 4,
                "numberRelOfferUpperLimit": 10,
            },
        },
        {
            "id": "NET",
            "name": "产品NET",
            "bundledProductOfferingOption": {
                "numberRelOfferLowerLimit": 1,
                "numberRelOfferDefault": 1,
                "numberRelOfferUpperLimit": 1,
            },
        },
    ]
    assert written["marketSegment"] == [{"id": "SMB", "name": "SMB"}]
    assert written["productOfferingTerm"] == [{"duration": {"amount": 24, "units": "month"}}]
    assert [price["id"] for price in bundle_prices(PACK, CATALOG)] == [
        "PACK.monthly",
        "PACK.once.1",
    ]
    assert written["productOfferingRelationship"] == [
        {
            "id": "OTHER",
            "name": "套餐",
            "relationshipType": "excludes",
            "@referredType": "ProductOffering",
        }
    ]


def test_what_the_standard_cannot_say_is_in_the_extension() -> None:
    """Every part of it, by names of our own."""
    written = bundle_offering(PACK, CATALOG)
    assert written["quotewright"] == {
        "nameEn": "pack",
        "components": [
            {"charge": "LINE.RENT", "quantity": 4, "kind": "monthly"},
            {"charge": "NET.YEAR", "quantity": 1, "kind": "yearly"},
            {"charge": "LINE.MIN", "quantity": 3000, "kind": "allowance"},
        ],
        "overage": [{"charge": "LINE.MIN", "price": Decimal("0.10")}],
        "options": [
            {
                "charge": "LINE.RENT",
                "price": Decimal("20.00"),
                "note": {"zh": "第5线起", "en": "fifth"},
                "most": 6,
                "waives": ["LINE.INST"],
            }
        ],
        "conditions": [
            {"measure": "lines", "least": Decimal(3), "most": Decimal(9)},
            {"measure": "industry", "oneOf": ["hotel", "trade"]},
        ],
        "conditionText": {"zh": "3 至 9 线", "en": "3 to 9 lines"},
        "mostExtraDiscount": Decimal("2.5"),
        "filingNumber": "F-1",
        "clauses": ["competitor_line_cancelled"],
    }


def test_an_unknown_code_is_still_named() -> None:
    """A relationship to what is not in the catalogue has no name, only its code."""
    assert related("GONE", "excludes", CATALOG) == {
        "id": "GONE",
        "relationshipType": "excludes",
        "@referredType": "ProductOffering",
    }


def test_an_offering_for_everybody_names_no_segment() -> None:
    """In the standard, none means all."""
    assert segments_of(("ALL",)) == {}
    assert segments_of(("SMB", "ALL"))["marketSegment"] == [
        {"id": "SMB", "name": "SMB"},
        {"id": "ALL", "name": "ALL"},
    ]


def test_a_language_that_is_not_there_is_not_written() -> None:
    """Neither is an empty text."""
    assert local_text(LocalText("中")) == {"zh": "中"}
    assert local_text(LocalText()) == {}
