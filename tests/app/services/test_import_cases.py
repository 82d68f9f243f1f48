"""Customers, bills and quotes from files of our own format: all of a file, or nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import FileUnreadable, ImportRejected
from app.services.import_cases import keep_quote, read_bills, read_customer, read_quote
from app.services.workspace import Workspace
from tests.sample import sample_case

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
HEADING = "month,component,name_zh,name_en,kind,account,charge,amount,usage,contained"
CUSTOMER = 'id = "C1"\nname = "客户"\nsegment = "SMB"\n'
QUOTE = """
id = "Q1"
number = "QW-1"
title = "方案"
customer = "C1"
manager = { id = "M1", name = "经理" }
price_date = 2026-11-23
valid_until = 2026-12-08
"""


def bills(folder: Path, *lines: str) -> Path:
    """A table of bills."""
    path = folder / "bills.csv"
    path.write_text("\n".join((HEADING, *lines, "")), encoding="utf-8")
    return path


def written(folder: Path, text: str) -> Path:
    """A file of our own format."""
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_bill_is_read_column_by_column(tmp_path: Path) -> None:
    """Amounts in fen by month, usage where it is known, credits below zero."""
    found = read_bills(
        bills(
            tmp_path,
            "2026-01,calls,长途,long distance,long_distance,6555,LD.DOM,61.20,204,",
            "2026-02,calls,长途,long distance,long_distance,6555,LD.DOM,-3.10,,",
            "2026-01,line1,一号线 长途,,long_distance,6555,,12.00,,yes",
        )
    )
    (calls,), (line,) = found.components, found.series
    assert (calls.id, calls.name.zh, calls.name.en) == ("calls", "长途", "long distance")
    assert calls.amounts == {"2026-01": 61_20, "2026-02": -3_10}
    assert calls.usage == {"2026-01": 204}
    assert (calls.charge, calls.account, calls.kind) == ("LD.DOM", "6555", "long_distance")
    assert line.amounts == {"2026-01": 12_00}
    assert found.months() == ("2026-01", "2026-02")


def test_every_wrong_row_is_told(tmp_path: Path) -> None:
    """Month, amount, parts of a fen, usage, and a month that stands twice."""
    path = bills(
        tmp_path,
        "2026-13,a,甲,,,,,1.00,,",
        "2026-01,a,甲,,,,,x,,",
        "2026-01,a,甲,,,,,1.001,,",
        "2026-01,a,甲,,,,,1.00,many,",
        "2026-01,a,甲,,,,,1.00,,",
        "2026-01,a,甲,,,,,2.00,,",
    )
    with pytest.raises(ImportRejected) as refused:
        read_bills(path)
    assert [(p.where.row, p.where.column, p.code) for p in refused.value.problems] == [
        (2, "month", "import.month_wrong"),
        (3, "amount", "cell.not_a_price"),
        (4, "amount", "import.amount_not_fen"),
        (5, "usage", "cell.not_a_whole_number"),
        (7, "", "import.month_twice"),
    ]
    assert {p.where.file for p in refused.value.problems} == {"bills.csv"}


def test_missing_columns_of_bills_are_told_together(tmp_path: Path) -> None:
    """With their names."""
    path = tmp_path / "bills.csv"
    path.write_text("month,component\n2026-01,a\n", encoding="utf-8")
    with pytest.raises(ImportRejected) as refused:
        read_bills(path)
    assert [p.parameters["column"] for p in refused.value.problems] == ["name_zh", "amount"]


def test_bills_that_cannot_be_opened_are_told(tmp_path: Path) -> None:
    """As any other table."""
    with pytest.raises(FileUnreadable):
        read_bills(tmp_path / "gone.csv")


def test_a_customer_and_a_quote_are_read(tmp_path: Path) -> None:
    """With what they leave out at its default."""
    customer = read_customer(written(tmp_path, CUSTOMER))
    assert (customer.id, customer.name, customer.accounts) == ("C1", "客户", ())
    quote = read_quote(written(tmp_path, QUOTE))
    assert (quote.id, quote.term, quote.manager.role) == ("Q1", 12, "L1")


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        (CUSTOMER + 'colour = "red"\n', "import.field_wrong", ""),
        (CUSTOMER + 'arrears = "1.00"\n', "import.field_wrong", "$.arrears"),
        (CUSTOMER + "[[contacts]]\nname = 1\n", "import.field_wrong", "$.contacts[0].name"),
        ("name = ", "import.not_toml", ""),
    ],
)
def test_a_wrong_field_is_told_with_its_place(
    tmp_path: Path, text: str, code: str, column: str
) -> None:
    """And nothing of the file is taken."""
    with pytest.raises(ImportRejected) as refused:
        read_customer(written(tmp_path, text))
    (problem,) = refused.value.problems
    assert (problem.code, problem.where.file, problem.where.column) == (code, "case.toml", column)


def test_a_file_of_our_format_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(FileUnreadable):
        read_quote(tmp_path / "gone.toml")


def test_two_items_of_one_identifier_are_refused(tmp_path: Path) -> None:
    """An edit of one would change the other."""
    items = 'items = [{ id = "i1", offering = "A" }, { id = "i1", offering = "B" }]\n'
    with pytest.raises(ImportRejected) as refused:
        read_quote(written(tmp_path, QUOTE + items))
    assert [(p.code, p.parameters) for p in refused.value.problems] == [
        ("import.item_twice", {"item": "i1"})
    ]


def test_the_sample_bills_have_their_history_and_their_finer_series() -> None:
    """Twelve months of long distance in case one; one watched series in case two."""
    first = sample_case(1).bills
    long_distance = next(c for c in first.components if c.id == "long_distance")
    assert len(long_distance.amounts) == 12
    assert len(long_distance.usage) == 6
    assert len(first.months()) == 6
    assert [series.id for series in sample_case(2).bills.series] == ["line1_long_distance"]


def test_a_quote_that_is_here_already_is_told_with_what_to_do(tmp_path: Path) -> None:
    """The same identifier with other contents, or the number of another quote; nothing is lost."""
    workspace = Workspace.open(tmp_path)
    quote = sample_case(1).quote
    keep_quote(workspace, quote, now=NOW)
    for other in (
        msgspec.structs.replace(quote, title="另一个方案"),
        msgspec.structs.replace(quote, id="another"),
    ):
        with pytest.raises(ImportRejected) as refused:
            keep_quote(workspace, other, now=NOW)
        (problem,) = refused.value.problems
        assert problem.code == "import.quote_known"
        assert problem.parameters == {"number": quote.number}
    assert workspace.quotes.load(quote.id).quote == quote
    workspace.close()
