"""First letters of pinyin, as they are typed to find something."""

from __future__ import annotations

import pytest

from app.services.first_letters import first_letters
from app.services.pinyin import initials


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("幼苗幼儿园", "ymyey"),
        ("鑫睿昊科技", "xrhkj"),
        ("重庆银行", "zqyx\ncqyh"),
        ("２０２６ Ａbc 宽带", "2026abckd"),
        ("王先生\n138", "wxs\n138"),
        ("", ""),
    ],
)
def test_letters_of_texts(text: str, letters: str) -> None:
    """Rare characters too; digits and Latin stay; a second spelling where one is likely."""
    assert first_letters(text) == letters


@pytest.mark.parametrize(
    "text", ["宽带", "市第三中学", "海景大酒店", "玫瑰商场服饰有限公司", "专线"]
)
def test_letters_are_those_of_the_dictionary(text: str) -> None:
    """Where every character has one reading, they are what the library of phrases says."""
    assert first_letters(text) == initials(text)
