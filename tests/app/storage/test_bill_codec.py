"""Promises of storing bills: all comes back, and what was stored before still opens."""

from __future__ import annotations

import msgspec
import pytest

from app.errors import UnknownFormat
from app.storage.bill_codec import BILLS
from catalog.local_text import LocalText
from pricing.bills import BillComponent, Bills, MonthReason, Standing

GAPS = Bills(
    (
        BillComponent("a", LocalText("月租", "rent"), {"2026-05": 100, "2026-08": -5}),
        BillComponent("b", LocalText("长途"), {"2026-06": 1}, {"2026-07": 9}, "LD", "655", "ld"),
    ),
    (BillComponent("s", LocalText("其中"), {}),),
)


def test_gaps_usage_and_series_come_back() -> None:
    """Months without an amount stay without one."""
    assert BILLS.decode(BILLS.encode(GAPS)) == GAPS
    assert BILLS.decode(BILLS.encode(Bills())) == Bills()


def test_bills_of_the_first_format_are_read() -> None:
    """Every month spelled out, as it was written before."""
    old = msgspec.json.encode({"format": 1, "bills": GAPS})
    assert BILLS.decode(old) == GAPS


def test_more_amounts_than_months_are_damage() -> None:
    """Told as such, not cut."""
    text = BILLS.encode(GAPS).replace(b'"2026-05",', b"")
    with pytest.raises(UnknownFormat):
        BILLS.decode(text)


def test_reasons_come_back_and_are_not_written_where_there_are_none() -> None:
    """So that bills that were stored before are byte for byte the same."""
    assert b"reasons" not in BILLS.encode(GAPS)
    bills = GAPS.with_reason(MonthReason("a", "2026-05", 1, Standing.SPECIAL, "展会"))
    assert BILLS.decode(BILLS.encode(bills)) == bills
