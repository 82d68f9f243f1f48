"""Typing finds offerings: any words in any order, the best fit first, nothing twice."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.local_text import LocalText
from catalog.search import CatalogIndex
from tests.builders import a_bundle, a_charge, a_content, an_offering
from tests.sample import sample_catalog

LINE = an_offering(a_charge("PSTN.RENT"), initials="gddh")
BROADBAND = an_offering(a_charge("ADSL2.RENT"), initials="wlkc2m", family="NET")
TONE = an_offering(a_charge("CRBT.RENT"), initials="swcl")
INDEX = CatalogIndex(a_content(LINE, BROADBAND, TONE, bundles=[a_bundle(code="B01")]))


def codes(typed: str, index: CatalogIndex = INDEX, **settings: object) -> list[str]:
    """Codes found, best first."""
    limit = settings.get("limit", 50)
    recent = settings.get("recent", ())
    assert isinstance(limit, int)
    assert isinstance(recent, tuple)
    return [hit.code for hit in index.find(typed, limit, recent)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("PSTN", ["PSTN"]),
        ("pstn", ["PSTN"]),
        ("ＰＳＴＮ", ["PSTN"]),
        ("wlkc", ["ADSL2"]),
        ("offering adsl2", ["ADSL2"]),
        ("adsl2 offering", ["ADSL2"]),
        ("产品CRBT", ["CRBT"]),
        ("套餐", ["B01"]),
        ("nothing like it", []),
        ("offering", ["PSTN", "CRBT", "ADSL2"]),
    ],
)
def test_code_name_english_and_initials_are_found(typed: str, found: list[str]) -> None:
    """Case and width make no difference; several words must all occur."""
    assert codes(typed) == found


def test_a_hit_says_what_it_is() -> None:
    """Name, family, and whether it is a bundle."""
    (bundle,) = INDEX.find("B01")
    assert (bundle.is_bundle, bundle.family, bundle.name) == (True, "", LocalText("套餐", "pack"))
    (offering,) = INDEX.find("ADSL2")
    assert (offering.is_bundle, offering.family) == (False, "NET")


def test_nothing_typed_gives_what_was_used_lately() -> None:
    """The latest first; codes that are gone are left out."""
    assert codes("", recent=("CRBT", "GONE", "PSTN")) == ["CRBT", "PSTN"]
    assert codes("  ", recent=("CRBT", "PSTN"), limit=1) == ["CRBT"]
    assert codes("") == []


def test_what_was_used_lately_comes_first_among_equals() -> None:
    """A better fit still wins."""
    assert codes("offering", recent=("CRBT",))[0] == "CRBT"
    assert codes("offering", recent=("ADSL2", "CRBT"))[:2] == ["ADSL2", "CRBT"]
    assert codes("PSTN", recent=("CRBT",))[0] == "PSTN"


def test_the_better_the_word_fits_the_earlier_it_comes() -> None:
    """Whole code, start of code or name, start of the initials, within the name, anywhere."""
    sold = [
        an_offering(a_charge("ZZAB.RENT")),
        an_offering(a_charge("N1.RENT"), initials="abc"),
        an_offering(a_charge("AB9.RENT")),
        an_offering(a_charge("AB.RENT")),
    ]
    index = CatalogIndex(a_content(*sold))
    assert codes("ab", index) == ["AB", "AB9", "N1", "ZZAB"]


def test_a_limit_cuts_the_list() -> None:
    """The best ones stay."""
    assert codes("offering", limit=2) == ["PSTN", "CRBT"]


@given(st.text(alphabet="adsl2pstn产品套餐 \t\nＡ", max_size=8))
def test_the_index_finds_exactly_what_a_look_at_every_record_finds(typed: str) -> None:
    """No record is missed and none comes twice, whatever is typed."""

    def fold(text: str) -> str:
        return unicodedata.normalize("NFKC", text).casefold()

    content = a_content(LINE, BROADBAND, TONE, bundles=[a_bundle(code="B01")])
    words = fold(typed).split()
    texts = {
        sold.code: [fold(part) for part in (sold.code, sold.name.zh, sold.name.en, sold.initials)]
        for sold in content.offerings
    }
    texts |= {
        b.code: [fold(part) for part in (b.code, b.name.zh, b.name.en)] for b in content.bundles
    }
    wanted = {
        code
        for code, parts in texts.items()
        if words and all(any(word in part for part in parts) for word in words)
    }
    found = codes(typed)
    assert len(found) == len(set(found))
    assert set(found) == wanted


def test_two_letters_are_enough_in_the_sample_catalogue() -> None:
    """The initials kd find 宽带, and 长途 is found by either of its readings."""
    index = CatalogIndex(sample_catalog().content)
    assert any("宽带" in hit.name.zh for hit in index.find("kd"))
    assert {hit.code for hit in index.find("长途")} & {"LD", "LDP1"}
    for typed in ("ct", "zt"):
        assert any("长途" in hit.name.zh for hit in index.find(typed)), typed
    assert [hit.code for hit in index.find("b01l")] == ["B01L"]


def test_a_vague_word_looks_at_so_many_records_only() -> None:
    """2,000 of 2,500 here: ranking them all would be felt, and nobody reads on so far."""
    charges = [a_charge(f"X{number:04d}.RENT") for number in range(2_500)]
    index = CatalogIndex(a_content(*(an_offering(charge) for charge in charges)))
    assert len(codes("offering", index, limit=9_999)) == 2_000
    assert codes("X2499", index) == ["X2499"]


def test_an_empty_catalogue_finds_nothing() -> None:
    """And raises nothing."""
    content = a_content()
    empty = type(content)(version="v", title="", imported_on=content.imported_on, offerings=())
    assert CatalogIndex(empty).find("a") == ()
