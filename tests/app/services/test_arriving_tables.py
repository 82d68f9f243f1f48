"""A table says by its headings what it is, whatever its file is called."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from app.paths import resource
from app.services.arriving_tables import TableSort, sort_of_table
from tests.journeys.bill_files import kindergarten

if TYPE_CHECKING:
    from pathlib import Path


def test_a_price_list_is_known_by_its_prices(tmp_path: Path) -> None:
    """The sample catalogue under another name."""
    file = tmp_path / "账单.csv"
    shutil.copyfile(resource("sample", "catalogue.csv"), file)
    assert sort_of_table(file) is TableSort.PRICE_LIST


def test_bills_are_known_by_accounts_months_and_charges(tmp_path: Path) -> None:
    """As a billing system exports them."""
    file = kindergarten(tmp_path)
    other = file.rename(file.with_name(f"资费{file.suffix}"))
    assert sort_of_table(other) is TableSort.BILLS


@pytest.mark.parametrize(
    ("name", "text", "sort"),
    [
        ("a.json", "{}", TableSort.PRICE_LIST),
        ("a.txt", "编码,标准价", TableSort.UNKNOWN),
        ("a.csv", "天气,温度\n晴,20\n", TableSort.UNKNOWN),
        ("a.csv", "编码,资费名称,标准价\nA.RENT,月租,20\n", TableSort.PRICE_LIST),
        ("a.csv", "合同号,账期,费用项目,金额\n1,2026-10,月租费,20\n", TableSort.BILLS),
    ],
)
def test_a_table_is_told_by_its_headings(
    tmp_path: Path, name: str, text: str, sort: TableSort
) -> None:
    """What has none of them is unknown."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert sort_of_table(file) is sort
