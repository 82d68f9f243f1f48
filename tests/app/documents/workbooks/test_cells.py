"""Tests for cells: what is text stays text, what is a figure keeps its digits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.documents.workbooks.cells import Live, cell_xml, looks_like_formula, safe_text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("固定电话 月租", "固定电话 月租"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00\x1f\x7fb\ud800c", "abc"),
        ("\u202eabc\u2066", "abc"),
        ("_x000D_", "_x005F_x000D_"),
        ("_xyz_", "_xyz_"),
    ],
)
def test_text_is_freed_of_what_a_spreadsheet_refuses_or_misreads(text: str, safe: str) -> None:
    """Control characters, lone surrogates, overrides of direction, lookalikes of escapes."""
    assert safe_text(text) == safe


def test_text_longer_than_a_cell_is_cut() -> None:
    """Excel holds 32,767 characters."""
    assert len(safe_text("长" * 40_000)) == 32_767


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t1", "\r1", "＝1", "＋1", "－1", "＠1"])
def test_every_start_of_a_formula_is_known(text: str) -> None:
    """Full-width signs included."""
    assert looks_like_formula(text)
    assert not looks_like_formula(f"a{text}")


def test_a_figure_keeps_its_digits() -> None:
    """No float on the way: 0.10 stays 0.10, and a large Decimal takes no exponent."""
    assert cell_xml("A1", 3, Decimal("0.10")) == '<c r="A1" s="3"><v>0.10</v></c>'
    assert cell_xml("A1", 3, Decimal("1E+2")) == '<c r="A1" s="3"><v>100</v></c>'


def test_a_formula_carries_its_value() -> None:
    """The less-than sign is escaped, the equals sign is not stored."""
    live = Live('=IF(A1<B1,"x","")', 7)
    assert cell_xml("C1", 0, live) == ('<c r="C1" s="0"><f>IF(A1&lt;B1,"x","")</f><v>7</v></c>')
    assert cell_xml("C1", 0, Live("=B1", "甲&乙")) == (
        '<c r="C1" s="0" t="str"><f>B1</f><v>甲&amp;乙</v></c>'
    )


def test_a_day_is_stored_as_its_number() -> None:
    """Day 1 is the first of January 1900 as all spreadsheets count after February 1900."""
    assert cell_xml("A1", 0, date(2000, 1, 1)) == '<c r="A1" s="0"><v>36526</v></c>'


def test_nothing_is_an_empty_cell_with_a_look() -> None:
    """So borders and fills run through."""
    assert cell_xml("A1", 5, None) == '<c r="A1" s="5"/>'
    assert cell_xml("A1", 5, "") == '<c r="A1" s="5"/>'
