"""Promises of reading text back from a document."""

from __future__ import annotations

import io

import pytest
from docx import Document

from app.documents.passages import docx_parts, furniture_patterns, passages, squeezed
from tests.app.documents.papers import case_one_paper


def test_squeezing_keeps_radicals_apart() -> None:
    """A Kangxi radical looks like a character and is another one."""
    assert squeezed("方 案\n") == "方案"
    assert squeezed("\u2f45") != squeezed("方")


def test_row_is_one_passage() -> None:
    """Cells of a row belong together, paragraphs do not."""
    document = Document()
    document.add_paragraph("一")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "二", "三"
    target = io.BytesIO()
    document.save(target)
    assert passages(target.getvalue()) == [["一"], ["二", "三"]]


def test_footer_matches_any_page_number() -> None:
    """The number on a page is a field."""
    patterns = furniture_patterns(case_one_paper("contract").docx)
    page = "正文QW-20261123-0001-AQWC7D-E42FB-MN5SX-K2LP3第12页共34页"
    assert "正文" in [pattern.sub("", page) for pattern in patterns]


def test_other_files_are_no_documents() -> None:
    """A damaged file is said to be one."""
    with pytest.raises(ValueError, match="not a Word document"):
        docx_parts(b"x")
