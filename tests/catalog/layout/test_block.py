"""A pasted block is read by its headings, or by the place where it is pasted."""

from __future__ import annotations

from catalog.layout.block import read_block
from catalog.layout.mapping import ColumnMapping
from tests.catalog.layout.sheets import WORDS


def test_a_block_with_headings_is_read_by_them() -> None:
    """Rows are numbered from the top of the block."""
    block = read_block([["名称", "编码", "单价"], ["甲", "A.R", "1"]], WORDS)
    (row,) = block.rows
    assert (row.number, row.cells["code"], row.cells["list_price_cny"]) == (2, "A.R", "1")
    assert block.labels["code"] == "B 编码"
    assert block.unsure == ()


def test_a_block_without_headings_is_read_by_position() -> None:
    """As the columns on the screen are."""
    block = read_block(
        [["A.R", "甲", "25"], ["", "", ""], ["B.R", "乙", "30"]],
        WORDS,
        fields=("code", "name_zh", "list_price_cny"),
    )
    assert [row.cells["list_price_cny"] for row in block.rows] == ["25", "30"]
    assert [row.number for row in block.rows] == [1, 3]
    assert block.mapping == ColumnMapping({"code": 0, "name_zh": 1, "list_price_cny": 2})


def test_an_unknown_block_gives_nothing_but_what_it_looks_like() -> None:
    """And an empty one gives nothing at all."""
    block = read_block([["Id", "Was", "Betrag"], ["A.R", "x", "1.00"]], WORDS)
    assert block.unsure == ("list_price_cny",)
    assert read_block([], WORDS).rows == ()
