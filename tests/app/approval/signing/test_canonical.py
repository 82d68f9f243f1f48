"""What is signed has one text; whatever is written otherwise is refused, and for which reason."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

import pytest

from app.approval.signing.canonical import MOST_BYTES, canonical, digest, parsed
from app.errors import SignatureRefused

DEEPEST = 1100
"""Levels of brackets beyond which no reader goes."""


def reason(data: bytes) -> str:
    """Why a text is refused; empty when it is not."""
    try:
        parsed(data)
    except SignatureRefused as refused:
        return refused.parameters["reason"]
    return ""


def test_a_value_has_one_text() -> None:
    """Keys sorted, no spaces, Chinese as it is, decimals as texts."""
    value = {"b": [1, True, None, ("x",)], "a": {"元": Decimal("1.50")}}
    assert canonical(value) == '{"a":{"元":"1.50"},"b":[1,true,null,["x"]]}'.encode()
    assert parsed(canonical(value)) == {"a": {"元": "1.50"}, "b": [1, True, None, ["x"]]}


@pytest.mark.parametrize("value", [1.5, [1.0], {"a": {"b": [2.5]}}, "e\u0301", ["e\u0301"],
                                   {"e\u0301": 1}, {"a": ["e\u0301"]}, "\ud800"])  # fmt: skip
def test_what_could_be_written_in_two_ways_has_no_text(value: object) -> None:
    """Floats and texts that are not composed, however deep; half a character."""
    with pytest.raises(SignatureRefused) as refused:
        canonical(value)
    assert refused.value.parameters["reason"] == "sign_not_canonical"


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":1}',
        '{"a":1,"a":2}',
        '{"a":1.0}',
        "[1e5]",
        "1e999",
        "NaN",
        "[-Infinity]",
        "-0",
        '{"b":1,"a":2}',
        '{"a": 1}',
        "[1,\n2]",
        '"e\u0301"',
        '{"e\u0301":1}',
        '"\\u4e2d"',
        '"\\ud800"',
        '"\\/"',
    ],
)
def test_another_way_to_write_it_is_not_the_text(text: str) -> None:
    """A key twice, floats, order, spaces, escapes, half a character."""
    assert reason(text.encode()) == "sign_not_canonical"


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", "同意".encode(), b"{'a':1}", b"[" * 9999])
def test_what_is_no_json_is_unreadable(data: bytes) -> None:
    """Whatever it is."""
    assert reason(data) == "sign_unreadable"


def test_no_depth_of_brackets_does_more_than_be_refused() -> None:
    """Each depth is either read or refused; none brings the reader down."""
    found = [reason(b"[" * depth + b"]" * depth) for depth in range(1, DEEPEST, 3)]
    near = [reason(b"[" * depth + b"]" * depth) for depth in range(900, DEEPEST)]
    assert set(found) | set(near) == {"", "sign_unreadable"}


def test_a_file_has_a_largest_size() -> None:
    """Of so many bytes it is read, of one more it is not even looked at."""
    most = b'"' + b"a" * (MOST_BYTES - 2) + b'"'
    assert reason(most) == ""
    assert reason(most + b" ") == "sign_unreadable"


def test_what_is_signed_begins_with_what_it_is() -> None:
    """So that a text of one kind is never taken for another."""
    assert digest("key/1", b"text") == sha256(b"quotewright/key/1\ntext").digest()
    assert digest("key/1", b"text") != digest("code/1", b"text")
