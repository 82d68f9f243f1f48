"""What a decoder says in English becomes a code and values; the real decoders are asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
import pytest

from catalog.decoding_fault import decoding_facts


class _Value(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    count: Annotated[int, msgspec.Meta(ge=1)] | None = None
    price: Decimal = Decimal(0)
    day: date | None = None
    kind: Literal["a", "b"] = "a"
    pair: tuple[int, int] = (0, 0)
    some: Annotated[list[int], msgspec.Meta(min_length=1)] = msgspec.field(
        default_factory=lambda: [1]
    )


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('{"nam": "x", "name": "x"}', {"fault": "unknown_field", "field": "nam"}),
        ("{}", {"fault": "missing_field", "field": "name"}),
        ('{"name": 1}', {"fault": "wrong_kind", "wanted": "str", "got": "int"}),
        (
            '{"name": "x", "count": "two"}',
            {"fault": "wrong_kind", "wanted": "int | null", "got": "str"},
        ),
        ('{"name": "x", "count": 0}', {"fault": "out_of_bounds", "bound": ">= 1"}),
        ('{"name": "x", "price": "ten"}', {"fault": "no_number"}),
        ('{"name": "x", "day": "31.1.2026"}', {"fault": "no_date"}),
        ('{"name": "x", "kind": "c"}', {"fault": "not_allowed", "value": "c"}),
        (
            '{"name": "x", "pair": [1]}',
            {"fault": "wrong_length", "wanted": "array", "count": "2"},
        ),
        (
            '{"name": "x", "some": []}',
            {"fault": "wrong_length", "wanted": "array", "count": ">= 1"},
        ),
        ('{"name": x}', {"fault": "broken_at_byte", "byte": "9"}),
        ('{"name": ', {"fault": "broken_off"}),
    ],
)
def test_a_message_is_a_code_and_what_its_text_names(text: str, facts: dict[str, str]) -> None:
    """Of the decoder of JSON and of our values."""
    with pytest.raises(msgspec.DecodeError) as failure:
        msgspec.json.decode(text, type=_Value)
    assert decoding_facts(str(failure.value).partition(" - at ")[0]) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (b"a = 1\nb 2", {"fault": "broken_at", "line": "2", "column": "3"}),
        (b'a = "open', {"fault": "broken_off"}),
        (b"a = \xff", {"fault": "not_utf8"}),
    ],
)
def test_a_text_that_is_no_toml_is_told_by_its_place(text: bytes, facts: dict[str, str]) -> None:
    """Line and character, the end, or the encoding."""
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError)) as failure:
        msgspec.toml.decode(text)
    assert decoding_facts(str(failure.value)) == facts


def test_an_unknown_message_is_told_as_such() -> None:
    """In no language either."""
    assert decoding_facts("Something new") == {"fault": "unreadable"}
