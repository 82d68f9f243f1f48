"""The index finds offerings and bundles by everything that is said of them."""

from __future__ import annotations

import msgspec
import pytest

from catalog.local_text import LocalText
from catalog.search import CatalogIndex, Fit, Typing
from catalog.selling_points import Fabe
from tests.builders import a_bundle, a_charge, a_content, an_offering
from tests.sample import sample_catalog

LINE = an_offering(a_charge("PSTN.RENT"), initials="gddh")
BROADBAND = an_offering(
    a_charge("ADSL2.RENT"), initials="wlkc2m", pinyin="wang luo kuai che 2 m", family="NET"
)
TONE = an_offering(
    a_charge("CRBT.RENT"),
    initials="swcl",
    benefit=LocalText("彩铃提升形象"),
    fabe=Fabe(evidence=LocalText("三千家企业在用")),
)
INDEX = CatalogIndex(
    a_content(LINE, BROADBAND, TONE, bundles=[a_bundle(code="B01")]), {"NET": ("上网", "Internet")}
)


def codes(typed: str, index: CatalogIndex = INDEX, limit: int = 50, **scores: int) -> list[str]:
    """Codes found, best first."""
    return [hit.code for hit in Typing(index).find(typed, scores=scores, limit=limit).hits]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("PSTN", ["PSTN"]),
        ("pstn", ["PSTN"]),
        ("ＰＳＴＮ", ["PSTN"]),
        ("wlkc", ["ADSL2"]),
        ("wangluo", ["ADSL2"]),
        ("wlkuai", ["ADSL2"]),
        ("k che", ["ADSL2"]),
        ("uoku", []),
        ("offering adsl2", ["ADSL2"]),
        ("adsl2 offering", ["ADSL2"]),
        ("产品CRBT", ["CRBT"]),
        ("套餐", ["B01"]),
        ("上网", ["ADSL2"]),
        ("internet", ["ADSL2"]),
        ("提升", ["CRBT"]),
        ("三千家", ["CRBT"]),
        ("形象三千", []),
        ("crbt.rent", ["CRBT"]),
        ("nothing like it", []),
        ("offering", ["CRBT", "PSTN", "ADSL2"]),
    ],
)
def test_everything_said_of_an_offering_is_found(typed: str, found: list[str]) -> None:
    """Case and width make no difference, several words must all occur, shorter names come first."""
    assert codes(typed) == found


def test_a_hit_says_what_it_is() -> None:
    """Name, family, and whether it is a bundle."""
    (bundle,) = Typing(INDEX).find("B01").hits
    assert (bundle.is_bundle, bundle.family, bundle.name) == (True, "", LocalText("套餐", "pack"))
    (offering,) = Typing(INDEX).find("ADSL2").hits
    assert (offering.is_bundle, offering.family) == (False, "NET")


def test_nothing_typed_gives_what_was_used_lately() -> None:
    """The latest first, whatever the scores; codes that are gone are left out."""
    assert codes("", PSTN=9, GONE=9, CRBT=1) == ["CRBT", "PSTN"]
    assert codes("  ", limit=1, PSTN=9, CRBT=1) == ["CRBT"]
    assert codes("") == []


def test_what_was_used_more_comes_first_among_equals() -> None:
    """A better fit still wins."""
    assert codes("offering", ADSL2=1)[0] == "ADSL2"
    assert codes("offering", ADSL2=2, PSTN=1)[:2] == ["ADSL2", "PSTN"]
    assert codes("PSTN", CRBT=1)[0] == "PSTN"


def test_the_better_the_word_fits_the_earlier_it_comes() -> None:
    """From the whole code to the benefit, one offering for each."""
    names = {
        "AB": "甲",
        "AB9": "甲",
        "N2": "Ab甲",
        "N3": "甲甲甲ab",
        "N4": "甲甲",
        "N5": "甲",
        "N6": "甲",
    }
    spelled = {"N4": "an bei", "N5": "jia a bo", "AB": "jia", "AB9": "jia"}
    sold = [
        msgspec.structs.replace(
            an_offering(a_charge(f"{code}.RENT"), pinyin=spelled.get(code, "")),
            name=LocalText(name),
            benefit=LocalText("Drab" if code == "N6" else ""),
        )
        for code, name in names.items()
    ]
    index = CatalogIndex(a_content(*reversed(sold)))
    assert codes("ab", index) == ["AB", "AB9", "N2", "N3", "N4", "N5", "N6"]
    fits = [index.fit(index.row_of(code) or 0, "ab") for code in names]
    assert fits == list(Fit)


def test_a_limit_cuts_the_list() -> None:
    """The best ones stay, and it is told that there are more."""
    found = Typing(INDEX).find("offering", limit=2)
    assert ([hit.code for hit in found.hits], found.counted) == (["CRBT", "PSTN"], "2+")
    assert Typing(INDEX).find("offering", limit=3).counted == "3"


def test_two_letters_are_enough_in_the_sample_catalogue() -> None:
    """kd, kuandai and kuand find 宽带, and 长途 is found by either of its readings."""
    index = CatalogIndex(sample_catalog().content)
    for typed in ("kd", "kuandai", "kuand", "kdai", "k dai", "宽带", "ＫＤ"):
        hits = Typing(index).find(typed).hits
        assert any("宽带" in hit.name.zh for hit in hits), typed
    assert {"LD", "LDP1"} & set(codes("长途", index))
    for typed in ("ct", "zt", "changtu", "zhangtu"):
        assert any("长途" in hit.name.zh for hit in Typing(index).find(typed).hits), typed
    assert codes("b01l", index) == ["B01L"]
    assert codes("以太 10m", index)[0] == codes("10m 以太", index)[0]
    assert "MSTP" in codes("mstp 100m", index)[0]


def test_the_index_tells_what_memory_it_takes() -> None:
    """More for the sample's 182 offerings and bundles than for four."""
    assert 1_000 < INDEX.size < CatalogIndex(sample_catalog().content).size < 1_000_000


def test_an_empty_catalogue_finds_nothing() -> None:
    """And raises nothing."""
    content = a_content()
    empty = type(content)(version="v", title="", imported_on=content.imported_on, offerings=())
    assert codes("a", CatalogIndex(empty)) == []
    assert codes("a b", CatalogIndex(empty)) == []
