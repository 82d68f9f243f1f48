"""Promises of the codec: values come back equal, and a fault is refused with its place."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UnknownFormat
from app.storage.bill_codec import BILLS
from app.storage.codec import (
    CATALOG,
    CUSTOMER,
    QUOTE,
    REVISION,
    Plain,
    StoredFormat,
    pack,
    unpack,
)
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.item import ItemAction, ItemCharge, QuoteItem
from tests.app.storage.stored_values import (
    a_catalog,
    a_customer,
    a_quote,
    a_revision,
    some_bills,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from app.quoting.quote import Quote
    from pricing.alterations import Alteration

_TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
_WHOLE = st.integers(-(10**18), 10**18)
_EXACT = st.decimals(allow_nan=False, allow_infinity=False, places=6, max_value=10**12)


def _discounts() -> SearchStrategy[Percentage | AmountOff | TargetPrice]:
    return st.one_of(
        st.builds(Percentage, _EXACT),
        st.builds(AmountOff, _WHOLE),
        st.builds(TargetPrice, _EXACT),
    )


def _items() -> SearchStrategy[QuoteItem]:
    charges = st.builds(ItemCharge, _TEXT, _WHOLE, st.none() | _discounts())
    alterations: SearchStrategy[Alteration] = _discounts() | st.builds(FreeMonths, _WHOLE)
    return st.builds(
        QuoteItem,
        id=_TEXT,
        offering=_TEXT,
        quantity=_WHOLE,
        charges=st.lists(charges, max_size=3).map(tuple),
        alterations=st.lists(alterations, max_size=3).map(tuple),
        section=_TEXT,
        site=_TEXT,
        optional=st.booleans(),
        action=st.sampled_from(ItemAction),
    )


@given(st.lists(_items(), max_size=4).map(tuple), _TEXT, st.dates(), st.lists(_TEXT).map(tuple))
@settings(max_examples=60, deadline=None)
def test_any_quote_comes_back_equal(
    items: tuple[QuoteItem, ...], title: str, day: object, needs: tuple[str, ...]
) -> None:
    """Whatever a quote holds, reading gives what was written, and writing that the same bytes."""
    quote = a_quote(items=0, title=title, price_date=day, needs=needs)
    quote = msgspec.structs.replace(quote, items=items)
    encoded = QUOTE.encode(quote)
    decoded = QUOTE.decode(encoded)
    assert decoded == quote
    assert QUOTE.encode(decoded) == encoded


def test_every_kind_of_record_comes_back_equal() -> None:
    """Customers, bills, catalogues and revisions are read as they were written."""
    assert CUSTOMER.decode(CUSTOMER.encode(a_customer())) == a_customer()
    assert BILLS.decode(BILLS.encode(some_bills())) == some_bills()
    assert CATALOG.decode(CATALOG.encode(a_catalog())) == a_catalog()
    assert REVISION.decode(REVISION.encode(a_revision())) == a_revision()


def test_text_is_tagged_and_exact() -> None:
    """The envelope names format and kind, decimals are texts, unions carry their kind."""
    plain = json.loads(QUOTE.encode(a_quote()))
    assert list(plain) == ["format", "quote"]
    assert plain["format"] == 1
    discount = plain["quote"]["items"][0]["charges"][0]["alteration"]
    assert discount == {"kind": "percentage", "percent": "7.50"}


def test_decimals_keep_their_digits() -> None:
    """7.50 stays 7.50, not 7.5: it is printed as it was typed."""
    decoded = QUOTE.decode(QUOTE.encode(a_quote()))
    alteration = decoded.items[0].charges[0].alteration
    assert isinstance(alteration, Percentage)
    assert str(alteration.percent) == "7.50"


def test_missing_fields_take_their_defaults() -> None:
    """A text from before a field with a default was added is read."""
    plain = _plain(a_quote())
    del plain["quote"]["copies"]
    assert QUOTE.decode(json.dumps(plain).encode()) == a_quote()


def _plain(quote: Quote) -> dict[str, dict[str, object]]:
    plain: dict[str, dict[str, object]] = json.loads(QUOTE.encode(quote))
    return plain


def _refusal(plain: object) -> dict[str, str]:
    with pytest.raises(UnknownFormat) as failure:
        QUOTE.decode(json.dumps(plain).encode())
    return failure.value.parameters


@pytest.mark.parametrize(
    ("path", "value", "place", "detail"),
    [
        (["term"], "twelve", "$.term", "Expected `int`, got `str`"),
        (["term"], True, "$.term", "Expected `int`, got `bool`"),
        (["items", 1, "quantity"], 1.5, "$.items[1].quantity", "Expected `int`, got `float`"),
        (["items", 0, "colour"], "red", "$.items[0]", "Object contains unknown field `colour`"),
        (["colour"], "red", "$", "Object contains unknown field `colour`"),
        (
            ["items", 0, "charges", 0, "alteration", "kind"],
            "gift",
            "$.items[0].charges[0].alteration.kind",
            "Invalid value 'gift'",
        ),
        (
            ["items", 0, "charges", 0, "alteration", "percent"],
            "NaN",
            "$.items[0].charges[0].alteration.percent",
            "not a number",
        ),
        (
            ["items", 0, "charges", 0, "alteration", "percent"],
            "-Infinity",
            "$.items[0].charges[0].alteration.percent",
            "not a number",
        ),
        (
            ["items", 0, "charges", 0, "alteration", "percent"],
            7.5,
            "$.items[0].charges[0].alteration.percent",
            "expected a decimal as text",
        ),
        (["price_date"], "2026-02-30", "$.price_date", "Invalid RFC3339 encoded date"),
    ],
)
def test_fault_is_named_with_its_place(
    path: list[str | int], value: object, place: str, detail: str
) -> None:
    """What is wrong, and where, is said."""
    plain = _plain(a_quote(items=2))
    part: object = plain["quote"]
    for step in path[:-1]:
        part = part[step]  # type: ignore[index] # plain JSON, the path is ours
    part[path[-1]] = value  # type: ignore[index] # plain JSON, the path is ours
    assert _refusal(plain) == {"record": "quote", "place": place, "detail": detail}


def test_customer_called_nan_is_welcome() -> None:
    """Only numbers must be numbers."""
    assert QUOTE.decode(QUOTE.encode(a_quote(title="NaN"))).title == "NaN"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"format": 1}',
        b'{"format": 1, "quote": {}, "more": 1}',
        b'{"format": 1, "customer": {}}',
        b'{"format": "1", "quote": {}}',
        b'{"format": true, "quote": {}}',
        b'{"format": 0, "quote": {}}',
        b'{"format": -1, "quote": {}}',
        b'{"format": 1, "quote": ' + b"[" * 100_000 + b"}",
        b'\xff\xfe{"format": 1}',
    ],
)
def test_damaged_text_is_refused(text: bytes) -> None:
    """Whatever the bytes are, the failure is the expected one."""
    with pytest.raises(UnknownFormat):
        QUOTE.decode(text)


def test_newer_format_is_refused() -> None:
    """A text of a newer program is not read half."""
    plain = _plain(a_quote()) | {"format": 2}
    assert _refusal(plain) == {
        "record": "quote",
        "place": "$.format",
        "detail": "format 2, this program knows 1",
    }


class _Rate(msgspec.Struct, frozen=True):
    """A value in its third format."""

    percent: Decimal
    name: str = ""


def _percent_was_a_fraction(plain: Plain) -> Plain:
    return {"percent": str(Decimal(str(plain["fraction"])) * 100)}


def _name_was_added(plain: Plain) -> Plain:
    return plain | {"name": "old"}


_RATE = StoredFormat("rate", _Rate, 3, {1: _percent_was_a_fraction, 2: _name_was_added})


def test_older_formats_are_brought_forward_step_by_step() -> None:
    """A text of each format ever written is read; the newest is what is written."""
    assert _RATE.decode(b'{"format":1,"rate":{"fraction":"0.075"}}') == _Rate(
        Decimal("7.500"), "old"
    )
    assert _RATE.decode(b'{"format":2,"rate":{"percent":"8"}}') == _Rate(Decimal(8), "old")
    assert _RATE.decode(b'{"format":3,"rate":{"percent":"8"}}') == _Rate(Decimal(8))
    assert _RATE.encode(_Rate(Decimal(8), "x")) == (
        b'{"format":3,"rate":{"percent":"8","name":"x"}}'
    )


@pytest.mark.parametrize("number", [2, 3])
def test_unknown_field_is_refused_even_if_the_value_would_drop_it(number: int) -> None:
    """No format loses what it does not know."""
    with pytest.raises(UnknownFormat) as failure:
        _RATE.decode(b'{"format":%d,"rate":{"percent":"8","extra":1}}' % number)
    assert failure.value.parameters == {
        "record": "rate",
        "place": "$.extra",
        "detail": "unknown field",
    }


def test_large_texts_are_compressed_and_come_back() -> None:
    """100 items take less than a tenth; a short text stays readable."""
    text = QUOTE.encode(a_quote(items=100))
    assert len(pack(text)) < len(text) / 10
    assert unpack(pack(text)) == text
    assert pack(b'{"format":1}') == b'{"format":1}'
    assert unpack(b'{"format":1}') == b'{"format":1}'


def test_damaged_compression_is_refused() -> None:
    """A flipped byte in a compressed text is an expected failure."""
    packed = bytearray(pack(QUOTE.encode(a_quote(items=10))))
    packed[len(packed) // 2] ^= 0xFF
    with pytest.raises(UnknownFormat):
        unpack(bytes(packed))


class _Undecidable(msgspec.Struct, frozen=True):
    """Could be either of two values; nobody can read one."""

    part: FreeMonths | _Unmarked


class _Unmarked(msgspec.Struct, frozen=True):
    """Does not say which value it is."""

    months: int


def test_a_type_is_looked_at_when_its_format_is_made() -> None:
    """A type that nobody can read is told then, not at the first text."""
    with pytest.raises(TypeError):
        StoredFormat("part", _Undecidable)
