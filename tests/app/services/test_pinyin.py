"""Initials are those of the library, worked out word by word so that words are kept."""

from __future__ import annotations

import pytest
from pypinyin import Style, lazy_pinyin

from app.services.pinyin import initials
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
