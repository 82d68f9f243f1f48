"""Rows come out of the blocks as they went in, also across blocks and with faulty cells."""

from __future__ import annotations

import threading

import msgspec
import pytest

from app.errors import Cancelled, WorkerFailed
from app.storage.foreign.packed_table import PackedTable, packed, unpacked
from app.storage.foreign.table_file import FaultyCell, Row, Sheet, TableFile

_TABLE = TableFile(
    "xlsx",
    (
        Sheet("价格", tuple(Row(number, (f"N{number}", "25")) for number in range(1, 2502))),
        Sheet("空", (), hidden=True),
        Sheet("错", (Row(1, (FaultyCell(1, 1, "cell.error_value", "#REF!"), "x"), hidden=True),)),
    ),
)


def test_a_table_is_the_same_after_the_way_through_the_worker() -> None:
    """2,501 rows are three blocks."""
    sent = packed(_TABLE)
    assert [len(one.blocks) for one in sent.sheets] == [3, 0, 1]
    came = msgspec.msgpack.decode(msgspec.msgpack.encode(sent), type=PackedTable)
    assert unpacked(came) == _TABLE


def test_taking_out_stops_between_two_blocks() -> None:
    """When the user does not want it any more."""
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        unpacked(packed(_TABLE), cancel)


def test_what_is_no_row_is_not_believed() -> None:
    """The worker may have been taken over."""
    sent = packed(_TABLE)
    broken = msgspec.structs.replace(sent.sheets[2], blocks=(b"\xc1",))
    with pytest.raises(WorkerFailed):
        unpacked(msgspec.structs.replace(sent, sheets=(broken,)))
