"""Bytes become text only when there is one certain encoding."""

from __future__ import annotations

import pytest

from app.storage.foreign.findings import GateFinding
from app.storage.foreign.text_encoding import NotText, decode_text

_TABLE = "编码,名称,价格\nA1,互联网专线（云）,12880.00\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
def test_the_encodings_of_chinese_office_programs_are_read(codec: str, name: str) -> None:
    """With or without a byte order mark; the mark is not part of the text."""
    assert decode_text(_TABLE.encode(codec)) == (_TABLE, name)


def test_gbk_that_is_valid_utf8_by_accident_does_not_confuse() -> None:
    """In GBK, 路 is two bytes that UTF-8 would read as one dot."""
    table = "路\n线路,路由器\n宽带,一百元\n"
    assert "路".encode("gbk").decode("utf-8") == "·"
    assert decode_text(table.encode("gbk")) == (table, "gb18030")


def test_rare_characters_need_the_newest_chinese_encoding() -> None:
    """A name with a character of four bytes among ordinary ones."""
    table = "姓名,地址\n李㛃,北京市海淀区中关村大街\n"
    assert decode_text(table.encode("gb18030")) == (table, "gb18030")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", GateFinding("file.empty")),
        (b" \r\n\t", GateFinding("file.empty")),
        (b"a,b\n\x00\x01", GateFinding("file.binary")),
        (
            "价格\n".encode() + "专线\n".encode("gbk"),
            GateFinding("file.mixed_encodings", {"line": "2"}),
        ),
        (
            "专线\n".encode("gbk") + "价格表\n".encode(),
            GateFinding("file.mixed_encodings", {"line": "1"}),
        ),
        (b"a\nb\xff\xfe\xff", GateFinding("file.unknown_encoding", {"line": "2"})),
        ("價格,專線電話費率\n".encode("big5"), GateFinding("file.unknown_encoding", {"line": "1"})),
        (
            b"\xef\xbb\xbfok\n\xff",
            GateFinding("file.damaged_text", {"encoding": "utf-8", "line": "2"}),
        ),
        (
            b"a\nb\x07",
            GateFinding("file.control_character", {"line": "2", "character": "U+0007"}),
        ),
        (
            "a\nb\nc\ufffd".encode(),
            GateFinding("file.control_character", {"line": "3", "character": "U+FFFD"}),
        ),
    ],
)
def test_everything_else_is_refused_with_its_line(data: bytes, found: GateFinding) -> None:
    """Rather a reason than a wrong letter in a contract."""
    with pytest.raises(NotText) as refusal:
        decode_text(data)
    assert refusal.value.finding == found
