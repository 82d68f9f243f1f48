"""Promises of drawing in another language: whole texts, and never half a template."""

from __future__ import annotations

import pytest

from templates.authoring.markup import para, table
from templates.authoring.tongue import Tongue


def test_texts_are_replaced_with_their_tags_and_marks() -> None:
    """A sentence moves as a whole; what is markup in it stays escaped."""
    tongue = Tongue("en", {"共 {{ n }} 项": "{{ n }} items < ten", "表": 'a "table"'})
    spoken = tongue.spoken(para("Body", "共 {{ n }} 项"))
    assert "{{ n }} items &lt; ten" in spoken
    assert 'w:val="a &quot;table&quot;"' in tongue.spoken(table((10,), (), description="表"))
    tongue.refuse_missing()


def test_text_without_a_translation_stops_the_drawing() -> None:
    """Every one of them is named."""
    tongue = Tongue("en", {"一": "one"})
    for text in ("一", "二", "{{ field }}", "三"):
        tongue.spoken(para("Body", text))
    with pytest.raises(KeyError) as missing:
        tongue.refuse_missing()
    assert missing.value.args == ("二\n三",)


def test_chinese_is_drawn_as_it_is_written() -> None:
    """The blocks are Chinese; nothing is looked up."""
    tongue = Tongue.of("contract", "zh")
    assert tongue.spoken(para("Body", "甲方")) == para("Body", "甲方")
    assert tongue.pick("第一条", "Article 1") == "第一条"
