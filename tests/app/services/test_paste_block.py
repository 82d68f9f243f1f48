"""A block from a spreadsheet becomes one edit of the draft, or its findings."""

from __future__ import annotations

from app.services.paste_block import read_pasted
from catalog.draft import apply_patch
from catalog.price_list_rows import price_list_rows
from catalog.product_catalog import ProductCatalog
from tests.sample import QUOTE_DAY, sample_catalog

CONTENT = sample_catalog().content


def lines(*rows: tuple[str, ...]) -> str:
    """Rows as a clipboard holds them."""
    return "\n".join("\t".join(row) for row in rows)


def test_codes_and_prices_are_enough() -> None:
    """Only the price of the one charge is another one."""
    block = read_pasted(lines(("编码", "目录价"), ("PSTN.RENT", "31.00")), CONTENT, QUOTE_DAY)
    assert (block.rows, block.blocked) == (1, False)
    changed = ProductCatalog(apply_patch(CONTENT, block.patch))
    charge, old = changed.charge("PSTN.RENT"), sample_catalog().charge("PSTN.RENT")
    assert charge is not None
    assert old is not None
    assert (str(charge.list_price), charge.cost) == ("31.00", old.cost)
    assert block.patch.touched == {"PSTN"}


def test_an_exported_price_list_pastes_back_without_an_edit() -> None:
    """With its headings, or without them in the same columns."""
    rows = price_list_rows(CONTENT, QUOTE_DAY, with_cost=True)
    some = rows.rows[:20]
    for block in (lines(rows.columns, *some), lines(*some)):
        read = read_pasted(block, CONTENT, QUOTE_DAY)
        assert not read.blocked, read.problems
        assert not read.patch


def test_one_bad_row_takes_nothing() -> None:
    """The finding names the row."""
    bad = lines(("编码", "目录价"), ("PSTN.RENT", "31.00"), ("PSTN.CLIP", "six"))
    block = read_pasted(bad, CONTENT, QUOTE_DAY)
    assert block.blocked
    assert not block.patch
    assert [p.where.row for p in block.problems if p.blocks] == [3]
