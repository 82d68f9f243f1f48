"""Workbooks of the old binary format are read like the new ones, faults and hidden rows included.

``prices.xls`` was written by LibreOffice 7.4 from a workbook with the cells listed below.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import FileRefused, FileUnreadable
from app.storage.foreign.biff_scan import UnreadableBook, scan_book
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.ole_stream import DamagedContainer, read_stream
from app.storage.foreign.table_file import FaultyCell, Row
from app.storage.foreign.tables import read_table_file
from app.storage.foreign.xls_workbook import read_xls

_FILE = Path(__file__).with_name("prices.xls")
_NAMES = ("Workbook",)


def _patched(old: bytes, new: bytes) -> bytes:
    data = _FILE.read_bytes()
    assert data.count(old) >= 1
    return data.replace(old, new, 1)


def test_an_old_workbook_is_read_as_its_user_sees_it() -> None:
    """Codes with zeros, amounts, percents, dates, errors, a hidden row, a hidden sheet."""
    table = read_table_file(_FILE)
    assert table.kind == "xls"
    prices, costs = table.sheets
    assert prices.rows == (
        Row(1, ("编码", "名称", "价格", "税率", "生效", "时刻", "备注")),
        Row(2, ("000123", "云专线", "12880.00", "9%", "2026-01-05", "2026-01-05 13:30:00", "甲")),
        Row(3, ("000124", "宽带", "0.10", "13%", "2026-02-28", "2026-01-05", "TRUE")),
        Row(
            4,
            (
                FaultyCell(4, 1, "cell.error_value", "#DIV/0!"),
                FaultyCell(4, 2, "cell.error_value", "#N/A"),
                "12880.1",
                "云专线!",
            ),
        ),
        Row(5, ("隐藏的行",), hidden=True),
        Row(6, ("", "", "-12.5")),
        Row(7, ("合并",)),
    )
    assert (prices.hidden, prices.hidden_columns, prices.merged) == (False, (7,), ("A7:C7",))
    assert (costs.name, costs.hidden, costs.rows) == ("成本", True, (Row(3, ("", "秘密")),))


def test_an_encrypted_old_workbook_is_refused() -> None:
    """The record that says so stands where the code page stood."""
    data = _patched(b"\x42\x00\x02\x00", b"\x2f\x00\x02\x00")
    with pytest.raises(FileRefused) as refusal:
        read_xls("x.xls", data, LIMITS)
    assert refusal.value.findings[0].code == "gate.password"


def test_a_far_cell_of_an_old_workbook_is_refused() -> None:
    """The number -12.5 is moved from C6 to IV65536; the library would allocate it all."""
    number = b"\x03\x02\x0e\x00\x05\x00\x02\x00"
    short = b"\x7e\x02\x0a\x00\x05\x00\x02\x00"
    data = _FILE.read_bytes()
    found = number if number in data else short
    far = found[:4] + b"\xff\xff\xff\x00"
    with pytest.raises(FileRefused) as refusal:
        read_xls("x.xls", _patched(found, far), LIMITS)
    assert refusal.value.findings[0].parameters == {"part": "价格", "cell": "IV65536"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\x09\x08\x10\x00\x00\x06", b"\x09\x08\x10\x00\x00\x05"),  # Excel 95
        (b"W\0o\0r\0k\0b\0o\0o\0k\0", b"X\0o\0r\0k\0b\0o\0o\0k\0"),  # no such stream
        (b"\xfe\xff\x09\x00\x06\x00", b"\xfe\xff\x07\x00\x06\x00"),  # sectors of 128 bytes
    ],
)
def test_a_damaged_or_older_workbook_is_unreadable(old: bytes, new: bytes) -> None:
    """Rather than read in part."""
    with pytest.raises(FileUnreadable):
        read_xls("x.xls", _patched(old, new), LIMITS)


def test_a_cut_off_workbook_is_unreadable() -> None:
    """Half of a download."""
    data = _FILE.read_bytes()
    for size in (100, 600, 3000, len(data) - 2000):
        with pytest.raises(FileUnreadable):
            read_xls("x.xls", data[:size], LIMITS)


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0, max_value=7167), st.integers(min_value=0, max_value=255))
def test_no_damage_makes_our_own_reading_fail_in_another_way(place: int, value: int) -> None:
    """One byte of the file is changed: it is read, or refused with a reason."""
    data = bytearray(_FILE.read_bytes())
    data[place] = value
    try:
        scan_book(read_stream(bytes(data), _NAMES))
    except (UnreadableBook, DamagedContainer) as fault:
        assert str(fault)  # noqa: PT017 -- either outcome is right
