"""Values to and from JSON text: ``{"format": 1, "quote": {...}}``.

Decimals are strings, unions carry their kind, an unknown field is refused (it would be lost on the
next save), and a fault is reported with its place, such as ``$.items[0].quantity``. A text of an
older format is brought forward by functions on plain data, one per step, before it becomes a value.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Generic, TypeAlias, TypeVar

import msgspec

from app.approval.event import Entry
from app.errors import UnknownFormat
from app.quoting.authority.published import PublishedEdition
from app.quoting.authority.source import AuthorityPatch
from app.quoting.customer import Customer
from app.quoting.paper_template import TemplateRegister
from app.quoting.quote import Quote
from app.quoting.revision import Revision
from app.quoting.sales_library import SalesLibrary
from catalog.draft import Patch
from catalog.known_type import known
from catalog.product_catalog import CatalogContent
from pricing.policy import PricingPolicy
from pricing.rule_draft import RulePatch

T = TypeVar("T")
V = TypeVar("V")

Plain: TypeAlias = dict[str, object]
"""A value as plain data: strings, whole numbers, booleans, lists and mappings."""

Step: TypeAlias = Callable[[Plain], Plain]
"""Brings plain data from one format to the next."""

_LARGE = 512
"""Bytes from which a text is worth compressing."""
_QUICKLY = 1
"""Level of compression: a quarter of the usual time, and a text a tenth longer."""
_NOT_A_NUMBER = re.compile(rb'"[+-]?(?:s?nan\d*|inf(?:inity)?)"')


class StoredFormat(msgspec.Struct, Generic[T], frozen=True):
    """How one kind of value is written, and how older texts of it are read.

    Attributes:
        name: Key that the value stands under, beside ``format``.
        value_type: Type of the value.
        number: Format that this program writes; from 1.
        steps: For each older format the function that leads to the next one.
    """

    name: str
    value_type: type[T]
    number: int = 1
    steps: Mapping[int, Step] = {}

    def __post_init__(self) -> None:
        """Have msgspec work out the type now, not when the first text is read."""
        known(self.value_type)

    def encode(self, value: T) -> bytes:
        """Write a value as JSON text; equal values give equal bytes."""
        return msgspec.json.encode({"format": self.number, self.name: value})

    def decode(self, text: bytes) -> T:
        """Read a value.

        Raises:
            UnknownFormat: The text is of a newer format, damaged, or holds a field that this
                program does not know; parameters ``record``, ``place``, ``detail``.
        """
        number, body = self._opened(text)
        if number == self.number:
            value = self._converted(lambda: msgspec.json.decode(body, type=known(self.value_type)))
            # Our own text comes back byte for byte; only another one needs the slow look.
            if msgspec.json.encode(value) != body or may_hold_no_number(body):
                self._refuse_differences(msgspec.json.decode(body), value)
            return value
        plain = self._converted(lambda: msgspec.json.decode(body, type=dict[str, object]))
        for step in range(number, self.number):
            plain = self.steps[step](plain)
        value = self._converted(lambda: msgspec.convert(plain, known(self.value_type)))
        self._refuse_differences(plain, value)
        return value

    def _opened(self, text: bytes) -> tuple[int, bytes]:
        """The format number of a text, and its body."""
        envelope = self._converted(lambda: msgspec.json.decode(text, type=dict[str, msgspec.Raw]))
        if set(envelope) != {"format", self.name}:
            raise self._refusal("$", f"expected format and {self.name}, got {sorted(envelope)}")
        number = self._converted(lambda: msgspec.json.decode(envelope["format"], type=int))
        if number > self.number or any(
            step not in self.steps for step in range(number, self.number)
        ):
            raise self._refusal("$.format", f"format {number}, this program knows {self.number}")
        return number, bytes(envelope[self.name])

    def _converted(self, work: Callable[[], V]) -> V:
        try:
            return work()
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as failure:
            detail, _, place = str(failure).partition(" - at ")
            raise self._refusal(place.strip("`") or "$", detail) from failure

    def _refuse_differences(self, plain: object, value: T) -> None:
        known = msgspec.to_builtins(value, builtin_types=(Decimal, date))
        for place, fault in _differences(plain, known, "$"):
            raise self._refusal(place, fault)

    def _refusal(self, place: str, detail: str) -> UnknownFormat:
        return UnknownFormat(record=self.name, place=place, detail=detail)


def _differences(plain: object, known: object, place: str) -> Iterator[tuple[str, str]]:
    """Places where plain data holds something that the value does not, each with its fault."""
    if isinstance(known, dict) and isinstance(plain, dict):
        for key, part in plain.items():
            if key in known:
                yield from _differences(part, known[key], f"{place}.{key}")
            else:
                yield f"{place}.{key}", "unknown field"
    elif isinstance(known, list | tuple) and isinstance(plain, list | tuple):
        for index, (part, counterpart) in enumerate(zip(plain, known, strict=True)):
            yield from _differences(part, counterpart, f"{place}[{index}]")
    elif isinstance(known, Decimal):
        if not isinstance(plain, str):
            yield place, "expected a decimal as text"
        elif not known.is_finite():
            yield place, "not a number"


def may_hold_no_number(body: bytes) -> bool:
    """Whether a text could be read as a decimal that is no number; the words are rare."""
    lower = body.lower()
    return (b"nan" in lower or b"inf" in lower) and bool(_NOT_A_NUMBER.search(lower))


def pack(text: bytes) -> bytes:
    """A text as stored: compressed when it is large."""
    return zlib.compress(text, _QUICKLY) if len(text) >= _LARGE else text


def unpack(stored: bytes) -> bytes:
    """The text of ``pack``; a JSON text begins with a brace, a compressed one never does.

    Raises:
        UnknownFormat: The compressed text is damaged.
    """
    if stored[:1] == b"{":
        return stored
    try:
        return zlib.decompress(stored)
    except zlib.error as failure:
        raise UnknownFormat(record="text", place="$", detail=failure) from failure


QUOTE = StoredFormat("quote", Quote)
CUSTOMER = StoredFormat("customer", Customer)
REVISION = StoredFormat("revision", Revision)
CATALOG = StoredFormat("catalog", CatalogContent)
PATCH = StoredFormat("patch", Patch)
POLICY = StoredFormat("policy", PricingPolicy)
RULE_PATCH = StoredFormat("rule_patch", RulePatch)
ENTRY = StoredFormat("entry", Entry)
TEMPLATES = StoredFormat("templates", TemplateRegister)
AUTHORITY_PATCH = StoredFormat("authority_patch", AuthorityPatch)
EDITION = StoredFormat("edition", PublishedEdition)
SALES_LIBRARY = StoredFormat("library", SalesLibrary)
