"""Ranges of amounts and days as one word: ``1000..5000``, ``2026-11-01..``, ``..300``."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

RangeKind = Literal["amount", "day"]
"""Yuan, or days."""
BETWEEN: Final = ".."
_SAID = re.compile(r"\s*(?:\.\.+|…|~|–|—|至|到|\bto\b)\s*")


def read_range(kind: RangeKind, typed: str) -> str:
    """What was typed as a word; empty when it is no range.

    Either end may be missing; a single amount or day is a range of its own. Ends are put in
    their order.
    """
    text = unicodedata.normalize("NFKC", typed).strip().replace(",", "").replace("¥", "")
    ends = _SAID.split(text) if _SAID.search(text) else _split_amounts(kind, text)
    if len(ends) != 2:
        return ""
    read = [_end(kind, end) for end in ends]
    if None in read or not any(read):
        return ""
    first, last = (end or "" for end in read)
    if first and last and _value(first) > _value(last):
        first, last = last, first
    return f"{first}{BETWEEN}{last}"


def ranges_with(value: int | date | None, words: Iterable[str]) -> tuple[str, ...]:
    """The ranges among words that a value lies in; amounts in fen."""
    return tuple(word for word in words if BETWEEN in word and _holds(word, value))


def has_ranges(wants: Mapping[str, Sequence[str]]) -> bool:
    """Whether any range is wanted."""
    return any(BETWEEN in word for words in wants.values() for word in words)


def range_text(word: str) -> str:
    """A range for people."""
    first, _, last = word.partition(BETWEEN)
    if not last:
        return f"≥ {first}"
    if not first:
        return f"≤ {last}"
    return first if first == last else f"{first} – {last}"


def _split_amounts(kind: RangeKind, text: str) -> list[str]:
    """Ends beside a hyphen, which days have inside as well; one value is both ends."""
    ends = text.split("-") if kind == "amount" else [text]
    return [*ends, *ends] if len(ends) == 1 else ends


def _end(kind: RangeKind, text: str) -> str | None:
    """An end as it stands in a word; empty for an open one, ``None`` for nonsense."""
    text = text.strip()
    if not text:
        return ""
    try:
        if kind == "day":
            return date.fromisoformat(text).isoformat()
        amount = Decimal(text)
    except (ValueError, InvalidOperation):
        return None
    return f"{amount.normalize():f}" if amount.is_finite() and amount >= 0 else None


def _value(end: str) -> Decimal:
    """Something to compare ends of one kind by."""
    return Decimal(end.replace("-", ""))


def _holds(word: str, value: int | date | None) -> bool:
    if value is None:
        return False
    first, _, last = word.partition(BETWEEN)
    told = Decimal(value) / 100 if isinstance(value, int) else _value(value.isoformat())
    return (not first or _value(first) <= told) and (not last or told <= _value(last))
