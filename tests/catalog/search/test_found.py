"""What a search gives says what stands in a row, and how many there are."""

from __future__ import annotations

from catalog.local_text import LocalText
from catalog.search.found import Found, SearchHit, hit_of
from catalog.search.index import CatalogIndex
from tests.builders import a_bundle, a_content, an_offering


def test_a_row_is_told_with_its_family_and_a_bundle_without() -> None:
    """The bundle has the shorter name, so it stands first."""
    index = CatalogIndex(a_content(an_offering(family="NET"), bundles=[a_bundle(code="B1")]))
    assert hit_of(index, 0) == SearchHit("B1", LocalText("套餐", "pack"), is_bundle=True, family="")
    assert (hit_of(index, 1).is_bundle, hit_of(index, 1).family) == (False, "NET")


def test_more_than_shown_is_told_by_a_sign() -> None:
    """Two of more are ``2+``, two of two are ``2``."""
    hit = SearchHit("A", LocalText("甲"), is_bundle=False, family="NET")
    assert Found((hit, hit), more=True).counted == "2+"
    assert Found((hit, hit)).counted == "2"
    assert Found().counted == "0"
