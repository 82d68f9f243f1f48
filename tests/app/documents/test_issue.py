"""Promises of rendering: the papers of case one, whole and in special circumstances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.documents.issue import RenderedDocument, render
from app.documents.kinds import KINDS
from app.documents.passages import passages
from app.documents.readback import pdf_pages
from app.errors import DocumentError, IssueRefused, TemplateError, WorkerFailed
from app.paths import template_folder
from catalog.problem import Severity
from tests.app.documents.case_one import CASE_ONE, PROMISE
from tests.app.documents.papers import (
    FIGURES,
    case_one_paper,
    changed,
    chinese,
    fonts,
    made,
    read_passages,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.local_text import Language


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind_id", sorted(KINDS))
def test_every_kind_is_made_and_names_the_parties(kind_id: str, language: Language) -> None:
    """In both languages, read back from the Word document and from the PDF."""
    paper = case_one_paper(kind_id, language)
    for text in ("\n".join(read_passages(paper.docx)), "\n".join(pdf_pages(paper.pdf))):
        assert "幼苗幼儿园" in text
        assert "江城市信通通信有限公司" in text


@pytest.mark.parametrize("kind_id", ["contract", "proposal", "quotation"])
def test_papers_of_case_one_show_the_contract_total_everywhere(kind_id: str) -> None:
    """The total stands in the Word document and in the PDF, in digits and capital figures."""
    paper = case_one_paper(kind_id)
    word, pdf = "\n".join(read_passages(paper.docx)), "\n".join(pdf_pages(paper.pdf))
    for text in (word, pdf):
        assert "8,016.00" in text
        assert "人民币捌仟零壹拾陆元整" in text
        assert "幼苗幼儿园" in text


def test_proposal_has_four_to_six_pages() -> None:
    """The proposal of a small customer stays short."""
    assert 4 <= case_one_paper("proposal").pages <= 6


def test_contract_ends_its_text_before_page_four() -> None:
    """Clauses and signatures take three pages, prices and service standards the fourth."""
    pages = pdf_pages(case_one_paper("contract").pdf)
    assert len(pages) == 5
    assert "（盖章处）" in pages[2]
    assert "附件一价格" in pages[3]
    assert "附件二服务标准" in pages[3]
    assert "附件三服务地点和计费账户" in pages[4]


def test_unknown_credit_code_is_a_warning_and_a_line_to_fill_in() -> None:
    """Nothing is left out silently."""
    paper = case_one_paper("contract")
    warned = [p.where.column for p in paper.findings if p.severity is Severity.WARNING]
    assert warned == ["customer.credit_code"]
    row = next(p for p in read_passages(paper.docx) if p.startswith("统一社会信用代码"))
    assert row == "统一社会信用代码|____________________|统一社会信用代码|91420100MA4KX0000A"


def test_same_revision_gives_the_same_bytes() -> None:
    """A document can be checked by its hash."""
    assert made("contract", CASE_ONE).docx == case_one_paper("contract").docx


def test_draft_says_so_on_every_page_and_in_the_word_header() -> None:
    """A draft cannot be taken for the final document."""
    paper = made("contract", changed(draft=True))
    assert all(page.endswith("草稿") for page in pdf_pages(paper.pdf))
    assert all("草稿QW-20261123-0001-A" in page for page in pdf_pages(paper.pdf))


def test_final_document_has_no_draft_mark() -> None:
    """The word must not stand in what is signed."""
    assert not any("草稿" in page for page in pdf_pages(case_one_paper("contract").pdf))


def test_proposal_without_bills_has_neither_situation_nor_proof() -> None:
    """Sections appear only where they apply."""
    bare = changed(analysis=None, replay=(), saving=None)
    read = "\n".join(read_passages(made("proposal", bare).docx))
    assert "现状" not in read
    assert "用数字证明" not in read
    assert "与现在相比" not in read
    assert "8,016.00" in read


def test_condition_prints_as_a_clause_with_its_due_date() -> None:
    """What the customer promises is numbered and dated."""
    read = read_passages(made("contract", changed(conditions=(PROMISE,))).docx)
    assert "甲方的承诺" in read
    assert "甲方在约定期限内拆除他网固定电话并提供拆机证明；期限：本合同生效之日起30日内。" in read


def test_text_with_markup_characters_is_printed_as_it_is() -> None:
    """A name is text, whatever it looks like."""
    name = "A&B <商贸> “一号” 'x' \"y\""
    read = read_passages(made("contract", changed(customer_name=name)).docx)
    assert any("A&B<商贸>“一号”'x'\"y\"" in passage for passage in read)


@pytest.mark.parametrize("name", ["甲\u202e乙", "甲\x07乙", "甲{{ price }}乙"])
def test_name_with_a_hidden_character_or_a_tag_is_refused(name: str) -> None:
    """Refused, not dropped: a printed text must be the text that was entered."""
    with pytest.raises(DocumentError):
        made("contract", changed(customer_name=name))


def test_internal_figure_in_a_text_is_refused() -> None:
    """The last barrier holds even when a person typed the figure himself."""
    leaking = changed(needs=("成本 3,140.16 元",))
    with pytest.raises(IssueRefused) as refusal:
        made("proposal", leaking, "3140.16")
    assert "3140" not in str(refusal.value)


def test_internal_figure_that_equals_a_public_one_is_no_leak() -> None:
    """A cost that happens to equal the price says nothing."""
    assert made("contract", CASE_ONE, "8016.00").pages == 5


def test_own_template_is_filled_apart_and_keeps_its_version(tmp_path: Path) -> None:
    """A department's text goes through the worker and comes out the same."""
    own = tmp_path / "contract" / "zh"
    own.mkdir(parents=True)
    bundled = template_folder() / "contract" / "zh"
    (own / "template.docx").write_bytes((bundled / "template.docx").read_bytes())
    manifest = (bundled / "template.toml").read_text(encoding="utf-8")
    (own / "template.toml").write_text(
        manifest.replace('version = "6"', 'version = "6-west"'), encoding="utf-8"
    )
    paper = made("contract", CASE_ONE, user_templates=tmp_path)
    assert paper.template_version == "6-west"
    assert paper.docx == case_one_paper("contract").docx


def test_language_without_a_template_is_refused() -> None:
    """A kind that exists in Chinese only is not made by filling English values into it."""
    import msgspec

    from app.documents.issue import render
    from app.figures import Figures
    from app.translation import load_words

    with pytest.raises(TemplateError):
        render(
            msgspec.structs.replace(KINDS["contract"], languages=("zh",)),
            CASE_ONE,
            language="en",
            fonts=fonts(),
            words=load_words("en"),
            figures=Figures("en"),
        )


def through(converter: Callable[[bytes], bytes], draft: bool = False) -> RenderedDocument:
    """The proposal of case one, its PDF made by another program."""
    return render(
        KINDS["proposal"],
        changed(draft=draft),
        language="zh",
        fonts=fonts(),
        words=chinese(),
        figures=FIGURES,
        converter=converter,
    )


def test_pdf_of_the_chosen_program_is_taken_when_it_says_the_same() -> None:
    """Its very bytes, with its own number of pages."""
    ours = case_one_paper("proposal")
    asked = []

    def other(docx: bytes) -> bytes:
        asked.append(docx)
        return ours.pdf + b"\n%other"

    paper = through(other)
    assert [passages(docx) for docx in asked] == [passages(paper.docx)]
    assert paper.pdf.endswith(b"%other")
    assert paper.pages == ours.pages
    assert not paper.findings


def test_pdf_that_says_something_else_is_not_taken() -> None:
    """The PDF of a contract in place of the proposal's: ours stands, and the reason is told."""
    paper = through(lambda _docx: case_one_paper("contract").pdf)
    assert paper.pdf == case_one_paper("proposal").pdf
    assert [(one.code, one.severity) for one in paper.findings] == [
        ("paper.converter", Severity.WARNING)
    ]


def test_program_that_fails_leaves_our_pdf() -> None:
    """A program out of time is no reason to have no proposal."""

    def failing(_docx: bytes) -> bytes:
        raise WorkerFailed(worker="office", reason="time")

    paper = through(failing)
    assert paper.pdf == case_one_paper("proposal").pdf
    assert [one.code for one in paper.findings] == ["paper.converter"]


def test_drafts_are_always_ours() -> None:
    """No other program writes the word across the pages that says it is a draft."""
    paper = through(lambda _docx: b"never asked for", draft=True)
    assert "草稿" in "".join(pdf_pages(paper.pdf))
    assert not paper.findings
