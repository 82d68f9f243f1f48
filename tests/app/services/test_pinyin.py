"""Initials are those of the library, worked out word by word so that words are kept."""

from __future__ import annotations

import msgspec
import pytest
from pypinyin import Style, lazy_pinyin

from app.services.pinyin import findable, initials, pinyin
from catalog.local_text import LocalText
from tests.builders import an_offering
from tests.sample import sample_catalog


def whole(name: str) -> str:
    """Initials of the whole text at once."""
    parts = lazy_pinyin(name, style=Style.FIRST_LETTER)
    return "".join(c for c in "".join(parts).casefold() if c.isascii() and c.isalnum())


def test_every_name_of_the_sample_reads_as_the_library_reads_it_whole() -> None:
    """Word by word gives the phrase-aware reading."""
    for offering in sample_catalog().content.offerings:
        assert initials(offering.name.zh).split(" ")[0] == whole(offering.name.zh)


@pytest.mark.parametrize(
    ("name", "found"), [("宽带", "kd"), ("长途", "ct zt"), ("100M 专线", "100mzx"), ("", "")]
)
def test_both_readings_digits_and_letters_are_kept(name: str, found: str) -> None:
    """People type either."""
    assert initials(name) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("宽带", "kuan dai"),
        ("长途", "chang tu|zhang tu"),
        ("100M 专线", "1 0 0 m zhuan xian"),
        ("ｅ通（VPN）", "e tong v p n"),
        ("安an", "an a n"),
        ("", ""),
    ],
)
def test_syllables_are_spelled_in_full(name: str, found: str) -> None:
    """Latin letters and digits stand one by one, so that they are no syllables."""
    assert pinyin(name) == found


def test_an_offering_becomes_findable_by_its_present_name() -> None:
    """What it was called before is forgotten."""
    renamed = msgspec.structs.replace(an_offering(initials="old"), name=LocalText("宽带"))
    done = findable(renamed)
    assert (done.initials, done.pinyin) == ("kd", "kuan dai")
