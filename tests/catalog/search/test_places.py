"""What was typed is highlighted where it stands, in the text as shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.search import found_places


@pytest.mark.parametrize(
    ("text", "typed", "pinyin", "shown"),
    [
        ("企业宽带 300M", "宽带", "", "企业[宽带] 300M"),
        ("企业宽带 300M", "300m 宽", "", "企业[宽]带 [300M]"),
        ("ＭＳＴＰ专线", "mstp", "", "[ＭＳＴＰ]专线"),
        ("企业宽带 2M", "kd", "qi ye kuan dai 2 m", "企业[宽带] 2M"),
        ("企业宽带 2M", "dai2", "qi ye kuan dai 2 m", "企业宽[带 2]M"),
        ("长途", "zt", "chang tu|zhang tu", "[长途]"),
        ("宽带宽带", "宽带", "", "[宽带宽带]"),
        ("企业宽带", "kd", "qi ye", "企业宽带"),
        ("企业宽带", "没有", "", "企业宽带"),
        ("宽带", "", "", "宽带"),
        ("㎡价", "m2", "", "[㎡]价"),
    ],
)
def test_the_characters_meant_are_marked(text: str, typed: str, pinyin: str, shown: str) -> None:
    """Literally first, else by pinyin; pinyin that is not that of the text marks nothing."""
    marked, last = "", 0
    for start, end in found_places(text, typed, pinyin):
        marked += f"{text[last:start]}[{text[start:end]}]"
        last = end
    assert marked + text[last:] == shown


@given(st.text(max_size=12), st.text(max_size=5), st.text(alphabet="abk |", max_size=9))
def test_places_are_inside_the_text_in_order_and_apart(text: str, typed: str, pinyin: str) -> None:
    """Whatever the texts are."""
    last = -1
    for start, end in found_places(text, typed, pinyin):
        assert last < start < end <= len(text)
        last = end
