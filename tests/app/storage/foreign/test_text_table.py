"""Text files become rows: separators, quotation marks, line breaks, limits."""

from __future__ import annotations

import csv
import io
import threading

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Cancelled, FileUnreadable
from app.storage.foreign.findings import GateFinding
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.table_file import Row
from app.storage.foreign.text_table import read_text_table


def _rows(text: str, name: str = "prices.csv") -> list[tuple[int, tuple[object, ...]]]:
    table = read_text_table(name, text.encode("utf-8", "surrogatepass"))
    return [(row.number, row.cells) for row in table.sheets[0].rows]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("编码,价格\nA1,5\n", ","),
        ("编码;价格\nA1;1,234.00\nA2;2,345,678.00\n", ";"),
        ("编码\t价格\nA1\t5\n", "\t"),
        ("2026年价格表\n编码;价格;备注\nA1;5;一,二\n", ";"),
        ('"a,b";c\n"d,e";f\n', ";"),
        ("只有一列\nA1\n", ","),
        ("sep=;\na,b;c\n", ";"),
        ("SEP=\t\r\na,b\tc\r\n", "\t"),
    ],
)
def test_the_separator_is_the_one_that_makes_a_table(text: str, separator: str) -> None:
    """Commas inside amounts do not win; a ``sep=`` line decides."""
    assert read_text_table("prices.csv", text.encode()).separator == separator


def test_the_separator_line_is_not_a_row() -> None:
    """Spreadsheets do not show it either."""
    assert _rows("sep=;\r\na;b\r\n1;2") == [(1, ("a", "b")), (2, ("1", "2"))]
    assert _rows("sep=;\ra;b\r1;2") == [(1, ("a", "b")), (2, ("1", "2"))]


def test_quoted_fields_may_hold_anything() -> None:
    """Separators, doubled quotation marks, line breaks; rows are counted, not lines."""
    text = 'a,"b ""x"", c"\n"一\r\n二",2\n\n,,\n3,4\n'
    assert _rows(text) == [
        (1, ("a", 'b "x", c')),
        (2, ("一\r\n二", "2")),
        (5, ("3", "4")),
    ]


def test_leading_zeros_that_exports_protect_are_kept() -> None:
    """Written as a formula of one text."""
    assert _rows('编码,名称\n="00123",甲\n=1+1,乙\n')[1:] == [
        (2, ("00123", "甲")),
        (3, ("=1+1", "乙")),
    ]


def test_rows_may_differ_in_length() -> None:
    """The importer must see that a cell is missing; nothing is filled up or cut."""
    assert _rows("a,b,c\n1,2\n1,2,3,4\n") == [
        (1, ("a", "b", "c")),
        (2, ("1", "2")),
        (3, ("1", "2", "3", "4")),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('a,b\n1,"2\n3,4\n', GateFinding("file.unclosed_quotation_mark", {"line": "2"})),
        ('sep=,\na,b\n"x\ny",2\n1,"2', GateFinding("file.unclosed_quotation_mark", {"line": "5"})),
        ('a,b\n"1"x,2\n', GateFinding("file.stray_quotation_mark", {"line": "2"})),
        ('a,b\n"' + "x\n" * 70_000, GateFinding("file.unclosed_quotation_mark", {"line": "2"})),
    ],
)
def test_quotation_marks_that_do_not_pair_are_found_where_they_start(
    text: str, found: GateFinding
) -> None:
    """Otherwise half of the table would become one cell."""
    with pytest.raises(FileUnreadable) as refusal:
        read_text_table("prices.csv", text.encode())
    assert refusal.value.finding == found


def test_limits_are_kept() -> None:
    """Rows, columns, characters of a cell."""
    data = b"a,b,c\n1,2,333\n4,5,6\n"
    for change, code in (
        ({"rows": 2}, "file.too_many_rows"),
        ({"columns": 2}, "file.too_many_columns"),
        ({"cell": 2}, "file.cell_too_long"),
    ):
        with pytest.raises(FileUnreadable) as refusal:
            read_text_table("x.csv", data, limits=msgspec.structs.replace(LIMITS, **change))
        assert refusal.value.finding.code == code


def test_reading_reports_its_progress_and_can_be_cancelled() -> None:
    """Shares rise; a set event stops it."""
    data = "".join(f"{number},甲\n" for number in range(9000)).encode()
    shares: list[float] = []
    read_text_table("x.csv", data, progress=shares.append)
    assert len(shares) == 4
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        read_text_table("x.csv", data, cancel=stop)


_FIELDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\ufffd\ufeff")
    | st.sampled_from('\n\t,;"'),
    max_size=8,
)


@given(st.lists(st.lists(_FIELDS, min_size=2, max_size=4), min_size=1, max_size=8))
def test_what_the_standard_library_writes_is_read_back(table: list[list[str]]) -> None:
    """Every field quoted, the separator declared."""
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(table)
    data = ("sep=,\r\n" + stream.getvalue()).encode()
    wanted = tuple(
        Row(number, tuple(fields)) for number, fields in enumerate(table, 1) if any(fields)
    )
    found = read_text_table("x.csv", data).sheets[0].rows
    assert [row.number for row in found] == [row.number for row in wanted]
    for row, want in zip(found, wanted, strict=True):
        for text, field in zip(row.cells, want.cells, strict=True):
            protected = isinstance(field, str) and field[:2] == '="' and field[-1:] == '"'
            assert text == field or protected
