"""Promises of clauses in a contract: where they stand, their numbers, and references to them."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from app.documents.docx_package import finished
from app.documents.readback import pdf_pages
from app.documents.references import article_mark, number_of, reference_to, with_references
from app.errors import TemplateError
from app.quoting.clause import QuoteClause
from app.services.clause_library import load_clauses
from catalog.local_text import LocalText
from tests.app.documents.case_one import CASE_ONE, PROMISE
from tests.app.documents.papers import case_one_paper, changed, made, read_passages
from tests.app.documents.pdf.documents import new_document, saved
from tests.app.documents.small_templates import small_template

LIBRARY = {one.clause.id: one.clause for one in load_clauses()}
_REFERENCE = re.compile(r" REF (\w+) \\r (?:\\t )?\\h ")


def own_article(name: str, text: str) -> QuoteClause:
    """A clause with an article of its own."""
    said = LocalText(f"{name}条款", f"Clause {name}")
    return QuoteClause(name, 1, said, (LocalText(text, text),), title=said)


def fields_of(docx: bytes) -> list[str]:
    """Where the REF fields of a document lead."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return _REFERENCE.findall(archive.read("word/document.xml").decode())


def test_contract_without_chosen_clauses_says_what_it_always_said() -> None:
    """The references of the first page show the numbers that were typed there before."""
    zh, en = (read_passages(case_one_paper("contract", one).docx) for one in ("zh", "en"))
    assert any(passage.endswith("自服务开通之日起计算（见第六条）") for passage in zh)
    assert any(passage.endswith("违约金（见第五条、第七条）") for passage in zh)
    assert any("×30%（见第七条）" in passage for passage in zh)
    assert any(passage.endswith("activated(Article6)") for passage in en)
    assert any(passage.endswith("(Article5,Article7)") for passage in en)


def test_references_of_the_contract_are_fields_of_word() -> None:
    """Who edits the document in Word has numbers that follow."""
    found = fields_of(case_one_paper("contract").docx)
    assert found == ["article_performance", "article_price", "article_breach", "article_breach"]


@pytest.mark.parametrize(("language", "breach"), [("zh", "第七条"), ("en", "Article7")])
def test_added_clause_is_numbered_in_its_article_and_refers_to_another(
    language: str, breach: str
) -> None:
    """The clause on payment follows the six paragraphs that case one has on prices."""
    paper = made("contract", changed(clauses=(LIBRARY["payment_45"],)), language=language)  # type: ignore[arg-type]  # one of both
    text = "".join(pdf_pages(paper.pdf))
    begins = {"zh": "双方另行约定", "en": "Thepartiesagreeseparately"}[language]
    assert f"5.7{begins}" in text
    assert breach in text.split(begins)[1][:200]


def test_articles_of_their_own_move_what_follows() -> None:
    """Two come after eight articles of the Code; references follow."""
    first = own_article("first", "另见{see:second}和{see:closing}。")
    second = own_article("second", "另见{see:first}。")
    for clauses, promised, expected in (
        ((first, second), (), ("另见第十条和第十一条。", "另见第九条。")),
        ((second, first), (), ("另见第九条和第十一条。", "另见第十条。")),
        ((first, second), (PROMISE,), ("另见第十一条和第十二条。", "另见第十条。")),
    ):
        paper = made("contract", changed(clauses=clauses, conditions=promised))
        read = read_passages(paper.docx)
        pdf = "".join(pdf_pages(paper.pdf))
        for text in expected:
            assert text in read
            assert text in pdf


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_every_clause_of_the_library_prints_in_both_languages(name: str, language: str) -> None:
    """Word and PDF are compared letter by letter while it is made."""
    paper = made("contract", changed(clauses=(LIBRARY[name],)), language=language)  # type: ignore[arg-type]  # one of both
    clause = LIBRARY[name]
    spoken = clause.texts[0].zh if language == "zh" else clause.texts[0].en
    begins = "".join(spoken.split("{see")[0].split())
    assert any(begins in passage for passage in read_passages(paper.docx))


def test_clause_that_no_longer_applies_is_told() -> None:
    """It is not printed, and not forgotten either."""
    name = LocalText("减免", "Credits")
    paper = made("contract", changed(left_out=(name,)))
    assert "paper.clause_left_out" in {one.code for one in paper.findings}
    assert "paper.clause_left_out" not in {one.code for one in case_one_paper("contract").findings}


def test_reference_to_nothing_is_a_fault_of_the_template() -> None:
    """A contract never says “see” and then nothing."""
    lost = own_article("lost", "另见{see:nowhere}。")
    with pytest.raises(TemplateError, match=r"no_article.*nowhere"):
        made("contract", changed(clauses=(lost,)))


def test_document_without_marks_keeps_its_bytes() -> None:
    """Nothing is packed anew for nothing."""
    docx = finished(small_template("好"), title="", pictures={})
    assert with_references(docx, "t") == docx


def test_mark_on_a_paragraph_without_a_number_leads_nowhere() -> None:
    """What Word does not number has no number to show."""
    docx = small_template(f"{article_mark('x')}标题", f"见{reference_to('x')}")
    with pytest.raises(TemplateError):
        with_references(docx, "t")


def test_a_number_may_stand_without_the_words_around_it() -> None:
    """For “Articles 1 and 2”; Word is told so too, by a switch."""
    document = new_document()
    document.add_paragraph(f"{article_mark('x')}标题", style="List Number")
    document.add_paragraph(f"见{number_of('x')}，{reference_to('x')}")
    docx = with_references(saved(document), "t")
    assert "见1.，1." in read_passages(docx)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        found = archive.read("word/document.xml").decode()
    assert re.findall(r" REF article_x (.*?) ?<", found) == ["\\r \\t \\h", "\\r \\h"]


def test_same_choice_gives_the_same_bytes() -> None:
    """A document can be checked by its hash."""
    chosen = changed(clauses=(LIBRARY["data_security"],))
    assert made("contract", chosen).docx == made("contract", chosen).docx
    assert made("contract", chosen).docx != made("contract", CASE_ONE).docx
