"""Ranges are typed in many ways and mean one thing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.ui.widgets.value_range import has_ranges, range_text, ranges_with, read_range

if TYPE_CHECKING:
    from app.ui.widgets.value_range import RangeKind


@pytest.mark.parametrize(
    ("kind", "typed", "word"),
    [
        ("amount", "1000-5000", "1000..5000"),
        ("amount", "１，０００～５，０００", "1000..5000"),
        ("amount", "5000 至 1000", "1000..5000"),
        ("amount", "99.50..", "99.5.."),
        ("amount", "..300", "..300"),
        ("amount", "¥300", "300..300"),
        ("amount", "1-2-3", ""),
        ("amount", "cheap", ""),
        ("amount", "..", ""),
        ("amount", "", ""),
        ("day", "2026-11-01..2026-11-30", "2026-11-01..2026-11-30"),
        ("day", "2026-11-30 到 2026-11-01", "2026-11-01..2026-11-30"),
        ("day", "2026-11-01", "2026-11-01..2026-11-01"),
        ("day", "..2026-11-30", "..2026-11-30"),
        ("day", "2026-11-31", ""),
        ("day", "1000..2000", ""),
    ],
)
def test_ranges_are_read(kind: RangeKind, typed: str, word: str) -> None:
    """Ends in their order; what is no range is nothing."""
    assert read_range(kind, typed) == word


def test_both_ends_belong_to_a_range() -> None:
    """Amounts in fen, to the fen; no amount lies in none."""
    words = ("1000..5000", "5000..", "..999.99", "3")
    assert ranges_with(100_000, words) == ("1000..5000",)
    assert ranges_with(500_000, words) == ("1000..5000", "5000..")
    assert ranges_with(99_999, words) == ("..999.99",)
    assert ranges_with(None, words) == ()
    assert ranges_with(date(2026, 11, 30), ("..2026-11-30", "2026-12-01..")) == ("..2026-11-30",)


def test_ranges_are_told() -> None:
    """Open ones with a sign."""
    told = [range_text(word) for word in ("1000..5000", "1000..", "..5000", "300..300")]
    assert told == ["1000 – 5000", "≥ 1000", "≤ 5000", "300"]
    assert has_ranges({"a": ("x",), "b": ("1..2",)})
    assert not has_ranges({"a": ("x",)})
