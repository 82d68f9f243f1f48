"""Tests for texts of users: whatever they contain, they stay texts in every program."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from pricing.item import ItemCharge, QuoteItem
from tests.app.documents.workbooks.office import formulas, recalculated
from tests.app.documents.workbooks.revisions import approval, case_revision
from tests.app.documents.workbooks.sheets import beside

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.revision import Revision

HOSTILE = '=HYPERLINK("http://example.invalid";"x")'
STARTS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1＋1", "＋1", "－1", "＠A1")


def hostile_revision(text: str) -> Revision:
    """Case 1 with a text as title, notes, customer, manager, section and code of the number."""
    item = QuoteItem("i1", "PSTN", 1, (ItemCharge("PSTN.RENT", 1),), section=text)
    revision = case_revision(1, title=text, notes=text, number=text, items=(item,))
    customer = msgspec.structs.replace(revision.customer, name=text, segment=text)
    return msgspec.structs.replace(revision, customer=customer)


@pytest.mark.parametrize("text", [HOSTILE, *STARTS])
def test_texts_of_users_never_become_formulas(text: str) -> None:
    """Title, notes, customer and section are stored as text with the quote prefix."""
    book = formulas(approval(hostile_revision(text)))
    found = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == text and sheet.sheet_state == "visible"
    ]
    assert len(found) >= 6
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


def test_libreoffice_and_calamine_read_the_text_itself(tmp_path: Path) -> None:
    """Nothing is calculated and nothing is lost, lookalikes of escapes included."""
    texts = {"formula": HOSTILE, "escape": "_x000D_a&b<c>", "error": "#REF!", "lines": "甲\n乙"}
    written = {name: approval(hostile_revision(text)) for name, text in texts.items()}
    books = recalculated(tmp_path, {name: formulas(data) for name, data in written.items()})
    for name, text in texts.items():
        calamine = CalamineWorkbook.from_filelike(io.BytesIO(written[name]))
        rows = calamine.get_sheet_by_name("审批摘要").to_python()
        assert ["方案名称", text] in [row[:2] for row in rows]
        shown = str(beside(books[name]["审批摘要"], "方案名称"))
        assert shown.replace("_x005F_", "_") == text


def test_control_characters_and_direction_overrides_are_left_out() -> None:
    """What Excel refuses, and what makes a text read as another one, does not get in."""
    revision = hostile_revision("甲\x00\x07乙\u202e丙丁")
    book = formulas(approval(revision))
    assert beside(book["审批摘要"], "方案名称") == "甲乙丙丁"


def test_an_ampersand_in_the_footer_is_no_code() -> None:
    """A number such as ``A&P`` prints as it is; ``&P`` would print the page."""
    sheet = formulas(approval(hostile_revision("A&P")))["审批摘要"]
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.left.text == "A&&P A"
