"""A catalogue version with its lookups; one made from another finds what one made anew finds."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from catalog.product_catalog import CatalogContent, ProductCatalog
from tests.builders import a_bundle, a_catalog, a_charge, a_content, an_offering

OFFERINGS = (
    an_offering(a_charge("A.RENT")),
    an_offering(a_charge("A.RENT", "7.00"), a_charge("A.MORE")),
    an_offering(a_charge("B.RENT"), a_charge("B.RENT", "9.00")),
    an_offering(a_charge("B.RENT"), a_charge("A.MORE")),
    an_offering(a_charge("C.RENT")),
)
CODES = ("A", "B", "C", "PACK", "A.RENT", "A.MORE", "B.RENT", "C.RENT", "GONE")
CONTENTS = st.lists(st.sampled_from(OFFERINGS), min_size=1, max_size=4).map(
    lambda chosen: a_content(*chosen)
)


def everything(catalog: ProductCatalog) -> list[object]:
    """What every code leads to."""
    found = (catalog.offering, catalog.charge, catalog.owner, catalog.bundle)
    return [look_up(code) for code in CODES for look_up in found]


@given(st.lists(CONTENTS, min_size=2, max_size=5))
def test_a_followed_catalogue_finds_the_same(states: list[CatalogContent]) -> None:
    """Also where a code occurs twice, and after that."""
    catalog = ProductCatalog(states[0])
    for content in states[1:]:
        catalog = catalog.edited(content)
        assert catalog.content is content
        assert everything(catalog) == everything(ProductCatalog(content))


def test_an_offering_that_stands_twice_can_be_followed_further() -> None:
    """The same object twice is no edit that can be followed; the next one still can."""
    once, twice = a_content(OFFERINGS[0]), a_content(OFFERINGS[0], OFFERINGS[0])
    catalog = ProductCatalog(once).edited(twice).edited(a_content(OFFERINGS[1]))
    assert everything(catalog) == everything(ProductCatalog(a_content(OFFERINGS[1])))


def test_the_former_catalogue_stays_as_it_was() -> None:
    """A quote may still be priced with it."""
    before = ProductCatalog(a_content(OFFERINGS[0]))
    after = before.edited(a_content(OFFERINGS[1]))
    assert before.charge("A.MORE") is None
    assert before.owner("A.RENT") is OFFERINGS[0]
    assert after.owner("A.RENT") is OFFERINGS[1]


def test_other_bundles_are_looked_up_too() -> None:
    """Also what stands beside offerings."""
    content = a_content(OFFERINGS[0])
    further = msgspec.structs.replace(content, bundles=(a_bundle(),))
    assert ProductCatalog(content).edited(further).bundle("PACK") is further.bundles[0]
    assert ProductCatalog(further).edited(content).bundle("PACK") is None


def test_a_charge_made_ready_for_pricing_is_that_of_the_edit() -> None:
    """What was made ready before belongs to the former catalogue."""
    before = ProductCatalog(a_content(OFFERINGS[0]))
    assert (sold := before.sold("A.RENT")) is not None
    after = before.edited(a_content(OFFERINGS[1])).sold("A.RENT")
    assert after is not None
    assert (sold.list_micro, after.list_micro) == (25_000_000, 7_000_000)


def test_a_bundle_is_tried_without_touching_the_catalogue() -> None:
    """It takes the place of the one of its code, or comes last; all else is shared."""
    catalog = a_catalog(bundles=[a_bundle("199.00"), a_bundle("99.00", code="OTHER")])
    dearer, new = a_bundle("299.00"), a_bundle("9.00", code="NEW")
    tried = catalog.with_bundle(dearer).with_bundle(new)
    assert [one.code for one in tried.content.bundles] == ["PACK", "OTHER", "NEW"]
    assert (tried.bundle("PACK"), tried.bundle("NEW")) == (dearer, new)
    assert tried.charge("LINE.RENT") is catalog.charge("LINE.RENT")
    assert (catalog.bundle("NEW"), len(catalog.content.bundles)) == (None, 2)
