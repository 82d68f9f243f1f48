"""Promises of papers in English: every text of ours is English, every figure the same."""

from __future__ import annotations

import re

import pytest

from app.documents.kinds import KINDS
from app.documents.passages import docx_parts
from app.documents.readback import pdf_pages
from app.paths import template_folder
from tests.app.documents.papers import case_one_paper, read_passages

CHINESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
CAPITAL = "人民币"


@pytest.mark.parametrize("kind_id", sorted(KINDS))
def test_every_kind_exists_in_both_languages(kind_id: str) -> None:
    """The customer's language decides, not the kind."""
    assert KINDS[kind_id].languages == ("zh", "en")


@pytest.mark.parametrize("kind_id", sorted(KINDS))
def test_english_template_has_no_chinese_but_capital_figures(kind_id: str) -> None:
    """Only 人民币 before the official capital figures stays Chinese."""
    template = (template_folder() / kind_id / "en" / "template.docx").read_bytes()
    texts = [text for part in docx_parts(template).values() for text in part]
    assert texts
    left = [text for text in texts if CHINESE.search(text.replace(CAPITAL, ""))]
    assert left == []


def test_english_contract_says_amounts_in_capital_figures_and_words() -> None:
    """The Chinese official form, accompanied by words."""
    paper = case_one_paper("contract", "en")
    text = "\n".join(read_passages(paper.docx))
    assert "人民币捌仟零壹拾陆元整" in text
    assert "RMBeightthousandandsixteenyuanonly" in text
    assert "Article1" in "".join(pdf_pages(paper.pdf))


def test_english_papers_write_dates_periods_and_units_in_english() -> None:
    """22 December 2026; 12 months; 4 lines; 0.10 yuan/min."""
    text = "\n".join(read_passages(case_one_paper("proposal", "en").docx))
    for shown in ("22December2026", "12months", "4lines", "0.10yuan/min", "monthly"):
        assert shown in text
