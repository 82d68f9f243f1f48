"""A catalogue version with its lookups."""

from __future__ import annotations

from tests.builders import a_bundle, a_catalog


def test_a_bundle_is_tried_without_touching_the_catalogue() -> None:
    """It takes the place of the one of its code, or comes last; all else is shared."""
    catalog = a_catalog(bundles=[a_bundle("199.00"), a_bundle("99.00", code="OTHER")])
    dearer, new = a_bundle("299.00"), a_bundle("9.00", code="NEW")
    tried = catalog.with_bundle(dearer).with_bundle(new)
    assert [one.code for one in tried.content.bundles] == ["PACK", "OTHER", "NEW"]
    assert (tried.bundle("PACK"), tried.bundle("NEW")) == (dearer, new)
    assert tried.charge("LINE.RENT") is catalog.charge("LINE.RENT")
    assert (catalog.bundle("NEW"), len(catalog.content.bundles)) == (None, 2)
