"""From the bytes of a text file to text: UTF-8, UTF-16 with a mark, GBK; never a guess."""

from __future__ import annotations

import codecs
import re
import unicodedata

from app.storage.foreign.findings import GateFinding, finding

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ud800-\udfff]")
_RARE_SHARE = 0.3
"""Share of characters outside GB 2312 from which a text is taken not to be GBK."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)


class NotText(ValueError):
    """The bytes are no text that can be read with certainty.

    Attributes:
        finding: Why.
    """

    def __init__(self, found: GateFinding) -> None:
        """Keep why."""
        super().__init__(found.code)
        self.finding = found


def decode_text(data: bytes) -> tuple[str, str]:
    """Decode a text file.

    Returns:
        The text without a byte order mark, and ``utf-8``, ``utf-16`` or ``gb18030``.

    Raises:
        NotText: Empty, binary, damaged, of mixed or of unknown encoding.
    """
    if not data.strip():
        raise NotText(finding("file.empty"))
    text, encoding = _decode(data)
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        character = f"U+{ord(control.group()):04X}"
        raise NotText(finding("file.control_character", line=line, character=character))
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), name
            except UnicodeDecodeError as failure:
                before = failure.object[: failure.start].decode(codec, "ignore")
                line = before.count("\n") + 1
                raise NotText(finding("file.damaged_text", encoding=name, line=line)) from None
    if b"\0" in data:
        raise NotText(finding("file.binary"))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as failure:
        return _decode_gbk(data, failure), "gb18030"


def _decode_gbk(data: bytes, failure: UnicodeDecodeError) -> str:
    """The text read as GB 18030, of which GBK and GB 2312 are parts."""
    line = data.count(b"\n", 0, failure.start) + 1
    if any(_is_surely_utf8(part) for part in data.splitlines()):
        raise NotText(finding("file.mixed_encodings", line=line))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise NotText(finding("file.unknown_encoding", line=line)) from None
    unassigned = any(unicodedata.category(character) in ("Co", "Cn") for character in set(text))
    if unassigned or _rare_share(text) > _RARE_SHARE:
        raise NotText(finding("file.unknown_encoding", line=line))
    return text


def _is_surely_utf8(line: bytes) -> bool:
    """True if a line is UTF-8 and makes no sense as GBK.

    Some GBK text is valid UTF-8 by accident, so validity alone proves nothing.
    """
    if line.isascii():
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    try:
        return _rare_share(line.decode("gb18030")) > _RARE_SHARE
    except UnicodeDecodeError:
        return True


def _rare_share(text: str) -> float:
    """Share of the characters beyond ASCII that GB 2312 does not have."""
    plain = len(text.encode("ascii", "ignore"))
    beyond = len(text) - plain
    common = (len(text.encode("gb2312", "ignore")) - plain) // 2
    return (beyond - common) / beyond if beyond else 0.0
