"""Details go to their offerings and come back from our text word for word."""

from __future__ import annotations

import msgspec

from app.services.import_catalog import BundleFile
from catalog.bundle_text import bundles_text
from catalog.offering_detail import ChargeDetail, OfferingDetail, details_of, with_details
from tests.builders import a_charge, an_offering
from tests.catalog.detailed import detailed_content


def test_details_come_back_from_the_text() -> None:
    """Offerings without their details, and the text, give the same offerings; and the same text."""
    content = detailed_content()
    details = details_of(content.offerings)
    text = bundles_text((), (), details, content.specifications)
    read = msgspec.toml.decode(text, type=BundleFile)
    assert read.specification == content.specifications
    bare = (
        an_offering(*map(a_charge, ("LINE.RENT", "LINE.MORE"))),
        *(an_offering(a_charge(code)) for code in ("NET.RENT", "BARE.RENT")),
    )
    guided = msgspec.structs.replace(
        bare[0].charges[0], regulation=content.offerings[0].charges[0].regulation
    )
    first = msgspec.structs.replace(bare[0], charges=(guided, bare[0].charges[1]))
    offerings, problems = with_details((first, *bare[1:]), read.offering)
    assert problems == ()
    assert offerings == content.offerings
    assert bundles_text((), (), details_of(offerings), read.specification) == text


def test_what_says_nothing_is_not_written() -> None:
    """One of the three offerings is bare, and one charge of the first."""
    details = details_of(detailed_content().offerings)
    assert [detail.code for detail in details] == ["LINE", "NET"]
    assert [charge.code for charge in details[0].charges] == ["LINE.RENT"]


def test_details_of_nothing_are_told() -> None:
    """An offering that is not there, a charge of another one, and a second word on the same one."""
    given = (
        OfferingDetail("GONE", lead_time=1),
        OfferingDetail("LINE", charges=(ChargeDetail("NET.RENT"),)),
        OfferingDetail("NET", lead_time=1),
        OfferingDetail("NET", lead_time=2),
    )
    offerings, problems = with_details(
        (an_offering(), an_offering(a_charge("NET.RENT"))), given, "b.toml"
    )
    assert [(p.code, p.where.file, p.parameters["value"]) for p in problems] == [
        ("import.detail_of_nothing", "b.toml", "GONE"),
        ("import.detail_of_nothing", "b.toml", "NET.RENT"),
        ("import.detail_of_nothing", "b.toml", "NET"),
    ]
    assert [offering.lead_time for offering in offerings] == [0, 1]
