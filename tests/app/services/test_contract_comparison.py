"""Promises of comparing contracts of a quote: revisions, issues, and files that came back."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from msgspec.structs import replace

from app.documents.leak_scan import leaks
from app.documents.redline_proof import settled_texts
from app.errors import FileRefused, IssueRefused, ReadbackDiffers, RecordMissing
from app.quoting.clause_changes import clause_changes
from app.quoting.text_difference import EntryKind, compare_texts
from app.services.clause_library import load_clauses
from app.services.contract_comparison import (
    ContractComparison,
    ContractSide,
    SideKind,
    compare_contracts,
    contract_paper,
    contract_papers,
    contract_sides,
)
from app.services.issue_documents import PaperKind, issue_documents
from app.services.marked_contract import marked_contract
from app.services.quote_life import doing, labelled, submit
from app.services.working_out import work_out_stored
from tests.app.documents.pdf.documents import page_texts, squeezed
from tests.app.services.conftest import NOON
from tests.app.services.test_issue_documents import edited
from tests.app.services.test_quote_life import SELLER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.quoting.quote import Quote
    from app.services.workspace import Workspace

QUOTE = "Q0001"
CURRENT = ContractSide(SideKind.CURRENT)
FIRST = ContractSide(SideKind.FROZEN, "A", "A", NOON)
PAYMENT = next(one.clause for one in load_clauses() if one.clause.id == "payment_45")


def longer(quote: Quote) -> Quote:
    """Two years in place of one."""
    return replace(quote, term=24)


def with_clause(quote: Quote) -> Quote:
    """With the clause on payment within 45 days."""
    return replace(quote, clauses=(PAYMENT,))


def submitted(workspace: Workspace, quote: str = QUOTE) -> None:
    """Freeze revision A."""
    submit(workspace, work_out_stored(workspace, quote), doing(SELLER, NOON))


def compared(
    workspace: Workspace, old: ContractSide = FIRST, new: ContractSide = CURRENT, quote: str = QUOTE
) -> ContractComparison:
    """Two contracts of a quote."""
    papers = (contract_paper(workspace, quote, side) for side in (old, new))
    return compare_contracts(quote, "zh", *papers)


def told(comparison: ContractComparison) -> list[tuple[str, str, str]]:
    """Article, what happened, and what is said now of every passage that differs."""
    return [
        (clause.number or clause.title, entry.kind.value, comparison.text.passage(entry).plain)
        for clause in clause_changes(comparison.text)
        for entry in clause.changes
    ]


def returned(
    workspace: Workspace, path: Path, change: Callable[[docx.document.Document], None]
) -> ContractSide:
    """The contract as it stands, changed by the customer's lawyer."""
    document = docx.Document(io.BytesIO(contract_paper(workspace, QUOTE, CURRENT).docx))
    change(document)
    document.save(str(path))
    return ContractSide(SideKind.RETURNED, str(path))


def test_a_quote_offers_what_can_be_compared(sample: Workspace, tmp_path: Path) -> None:
    """As it stands first, then the revisions, then what was issued; the PDF is no choice."""
    submitted(sample)
    revision = labelled(sample, work_out_stored(sample, QUOTE))
    issue_documents(sample, revision, [PaperKind.CONTRACT], tmp_path, now=NOON)
    sides = contract_sides(sample, QUOTE)
    assert [(one.kind, one.label) for one in sides] == [
        (SideKind.CURRENT, ""),
        (SideKind.FROZEN, "A"),
        (SideKind.ISSUED, "A"),
    ]
    assert compared(sample, sides[2], sides[1]).text.count(EntryKind.CHANGED) == 0


def test_ours_is_written_in_the_language_of_the_contract_that_is_there(
    sample: Workspace, tmp_path: Path
) -> None:
    """An English contract of a Chinese quote differs in nothing, and is marked in English."""
    submitted(sample)
    current = labelled(sample, work_out_stored(sample, QUOTE))
    issue_documents(
        sample, current, [PaperKind.CONTRACT], tmp_path, now=NOON, languages=("zh", "en")
    )
    issued = [one for one in contract_sides(sample, QUOTE) if one.kind is SideKind.ISSUED]
    spoken = []
    for side in issued:
        old, new, language = contract_papers(sample, QUOTE, (side, CURRENT), current=current)
        comparison = compare_contracts(QUOTE, language, old, new)
        assert not comparison.text.differs
        assert comparison.commercial
        spoken.append(language)
        marked = marked_contract(sample, comparison, author="李明轩", now=NOON)
        assert ("Telecommunications" in "".join(page_texts(marked.pdf))) == (language == "en")
    assert sorted(spoken) == ["en", "zh"]


def test_a_draft_is_not_the_revision_that_took_its_letter_later(
    sample: Workspace, tmp_path: Path
) -> None:
    """Issued as a draft A of 12 months; then A was submitted with 24: no prices to compare."""
    draft = labelled(sample, work_out_stored(sample, QUOTE))
    issue_documents(sample, draft, [PaperKind.CONTRACT], tmp_path, now=NOON - timedelta(minutes=1))
    edited(sample, longer)
    submitted(sample)
    (issued,) = (one for one in contract_sides(sample, QUOTE) if one.kind is SideKind.ISSUED)
    assert issued.label == "A"
    comparison = compared(sample, issued, FIRST)
    assert not comparison.commercial
    assert comparison.text.differs


def test_a_revision_does_not_differ_from_the_quote_as_it_was_submitted(sample: Workspace) -> None:
    """Neither in prices nor in words."""
    submitted(sample)
    comparison = compared(sample)
    assert comparison.rows == ()
    assert comparison.commercial
    assert not comparison.text.differs


def test_what_ours_say_at_the_edges_of_pages_is_not_told(sample: Workspace) -> None:
    """Letter and fingerprint of a revision differ always; of a file from outside they are told."""
    submitted(sample)
    edited(sample, longer)
    assert compared(sample).text.beside == ((), ())


def test_a_longer_term_changes_what_the_contract_says_of_it(sample: Workspace) -> None:
    """668.00 a month is 8,016.00 for twelve months and 16,032.00 for twenty-four."""
    submitted(sample)
    edited(sample, longer)
    comparison = compared(sample)
    assert ("months", 12, 24) in [(row.field, row.was, row.value) for row in comparison.rows]
    changed = told(comparison)
    assert {kind for _, kind, _ in changed} == {"changed"}
    assert {article for article, _, _ in changed} >= {"第五条", "第六条", "附件一　价格"}
    term = next(
        one
        for one in comparison.text.entries
        if one.kind is EntryKind.CHANGED
        and "合同总额（含税）" in comparison.text.passage(one).texts
    )
    assert [piece.text for piece in term.pieces[1]] == [
        "¥8,016.00", "¥16,032.00", "\u3000", "人民币捌仟零壹拾陆元整", "人民币壹万陆仟零叁拾贰元整",
    ]  # fmt: skip


def test_an_added_clause_is_the_only_difference(sample: Workspace) -> None:
    """Beside the letter of the revision in the number of the contract."""
    submitted(sample)
    edited(sample, with_clause)
    assert [(article, kind) for article, kind, _ in told(compared(sample))] == [
        ("", "changed"),
        ("第五条", "added"),
    ]


def test_a_place_that_was_taken_out_is_a_row_that_is_gone(sample: Workspace) -> None:
    """The last but one of five shops is gone; the one behind it has its number in the list."""
    old = contract_paper(sample, "Q0002", CURRENT)
    customer, bills = sample.customers.load("C0002")
    places = tuple(one for one in customer.sites if one.name != "专卖店4")
    sample.customers.save(replace(customer, sites=places), bills, now=NOON)
    new = contract_paper(sample, "Q0002", CURRENT)
    found = told(compare_contracts("Q0002", "zh", old, new))
    annex = [(kind, text) for article, kind, text in found if "附件三" in article]
    assert [kind for kind, _ in annex] == ["removed", "changed"]
    assert "专卖店4" in annex[0][1]
    assert annex[1][1].startswith("4 | 专卖店5")


@pytest.mark.parametrize("edit", [longer, with_clause])
@pytest.mark.parametrize("number", range(1, 6))
def test_marked_contracts_of_all_cases_say_both_contracts(
    sample: Workspace, number: int, edit: Callable[[Quote], Quote]
) -> None:
    """Accepted it is the newer contract, refused the older; the service proves it itself."""
    quote = f"Q000{number}"
    old = contract_paper(sample, quote, CURRENT)
    edited(sample, edit, quote)
    new = contract_paper(sample, quote, CURRENT)
    comparison = compare_contracts(quote, "zh", old, new)
    made = marked_contract(sample, comparison, author="李明轩", now=NOON)
    assert settled_texts(made.docx, accepted=True, note=4) == [
        one.texts for one in new.text.passages
    ]
    shown = squeezed("".join(page_texts(made.pdf)))
    assert "合同比较稿" in shown
    for entry in comparison.text.entries:
        if entry.kind is EntryKind.ADDED:
            assert squeezed(new.text.passages[entry.new or 0].texts[0]) in shown


def test_a_marked_contract_that_says_something_else_is_not_handed_out(sample: Workspace) -> None:
    """The difference is of another contract than the files."""
    submitted(sample)
    edited(sample, longer)
    comparison = compared(sample)
    wrong = replace(comparison, text=compare_texts(comparison.new.text, comparison.old.text))
    with pytest.raises(ReadbackDiffers):
        marked_contract(sample, wrong, author="李明轩", now=NOON)


def test_what_a_customer_must_not_see_is_in_no_marked_contract(sample: Workspace) -> None:
    """An internal remark that got into the words of a clause is found; nothing is written."""
    submitted(sample)
    remark = "客户底价不低于六百元"
    own = replace(PAYMENT, texts=tuple(replace(one, zh=one.zh + remark) for one in PAYMENT.texts))
    edited(sample, lambda quote: replace(quote, notes=remark, clauses=(own,)))
    comparison = compared(sample)
    assert leaks(comparison.new.docx, [remark]) == (remark,)
    with pytest.raises(IssueRefused):
        marked_contract(sample, comparison, author="李明轩", now=NOON)


def test_a_comparison_of_what_nobody_approved_says_that_it_is_a_draft(sample: Workspace) -> None:
    """On top and across every page, as every paper that promises something."""
    submitted(sample)
    approved = compared(sample, FIRST, FIRST)
    made = marked_contract(sample, approved, author="李明轩", now=NOON)
    assert not any("草稿" in page for page in page_texts(made.pdf))
    edited(sample, longer)
    made = marked_contract(sample, compared(sample), author="李明轩", now=NOON)
    assert all("草稿" in squeezed(page) for page in page_texts(made.pdf))
    assert "草稿 · 合同比较稿" in settled_texts(made.docx, accepted=True)[0][0]


def test_a_returned_file_is_compared_with_its_tracked_changes_accepted(
    sample: Workspace, tmp_path: Path
) -> None:
    """The lawyer's insertion is told, his comment warned of; prices are not compared."""

    def change(document: docx.document.Document) -> None:
        paragraph = next(one for one in document.paragraphs if "双方保证具有" in one.text)
        words = "乙方并应出示授权书。"
        run = f"<w:r><w:t>{words}</w:t></w:r>"
        mark = f'<w:ins {nsdecls("w")} w:id="900" w:author="律师">{run}</w:ins>'
        paragraph._p.append(parse_xml(mark))

    side = returned(sample, tmp_path / "回传.docx", change)
    comparison = compared(sample, CURRENT, side)
    assert [(article, kind) for article, kind, _ in told(comparison)] == [("第一条", "changed")]
    assert (comparison.rows, comparison.commercial) == ((), False)
    assert [one.code for one in comparison.new.warnings] == ["gate.tracked_changes"]
    made = marked_contract(sample, comparison, author="李明轩", now=NOON)
    with zipfile.ZipFile(io.BytesIO(made.docx)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert re.findall(r"<w:ins [^>]*>.*?</w:ins>", xml)[0].endswith(
        "乙方并应出示授权书。</w:t></w:r></w:ins>"
    )
    assert "律师" not in xml


def test_a_row_that_the_lawyer_took_out_is_told(sample: Workspace, tmp_path: Path) -> None:
    """A site is gone from the annex."""

    def change(document: docx.document.Document) -> None:
        row = next(
            row
            for table in document.tables
            for row in table.rows
            if "城东区育才路18号" in row.cells[-1].text and len(row.cells) == 3
        )
        row._tr.getparent().remove(row._tr)

    side = returned(sample, tmp_path / "回传.docx", change)
    assert [kind for _, kind, _ in told(compared(sample, CURRENT, side))] == ["removed"]


def test_a_field_that_pretends_to_be_a_reference_is_text(sample: Workspace, tmp_path: Path) -> None:
    """Who writes another number into the result of a field changed the words."""

    def change(document: docx.document.Document) -> None:
        nodes = document.element.body.iter(qn("w:t"))
        next(node for node in nodes if node.text == "第六条").text = "第九条"

    side = returned(sample, tmp_path / "回传.docx", change)
    assert [kind for _, kind, _ in told(compared(sample, CURRENT, side))] == ["changed"]


def test_what_a_text_box_and_a_footer_say_is_told(sample: Workspace, tmp_path: Path) -> None:
    """Nothing that a reader sees is passed over because it stands beside the text."""

    def change(document: docx.document.Document) -> None:
        document.sections[0].footer.add_paragraph("以甲方书面确认为准")
        inside = "<w:p><w:r><w:t>框内另有约定</w:t></w:r></w:p>"
        box = f"<w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict>"
        document.paragraphs[3]._p.append(parse_xml(f"<w:r {nsdecls('w')}>{box}</w:r>"))

    side = returned(sample, tmp_path / "回传.docx", change)
    comparison = compared(sample, CURRENT, side)
    assert [(kind, text) for _, kind, text in told(comparison)] == [("added", "框内另有约定")]
    assert "以甲方书面确认为准" in comparison.text.beside[1]


def test_a_file_that_is_no_word_document_is_refused(sample: Workspace, tmp_path: Path) -> None:
    """The gate says what it is."""
    path = tmp_path / "回传.docx"
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(FileRefused):
        contract_paper(sample, QUOTE, ContractSide(SideKind.RETURNED, str(path)))


def test_two_files_from_outside_are_not_compared(sample: Workspace, tmp_path: Path) -> None:
    """One of the two has to be ours."""
    side = returned(sample, tmp_path / "回传.docx", lambda _document: None)
    paper = contract_paper(sample, QUOTE, side)
    with pytest.raises(ValueError, match="ours"):
        compare_contracts(QUOTE, "zh", paper, paper)


def test_an_issue_of_another_quote_is_none_of_this_one(sample: Workspace, tmp_path: Path) -> None:
    """Its hash names a file, and not one of this quote."""
    revision = labelled(sample, work_out_stored(sample, "Q0002"))
    issue_documents(sample, revision, [PaperKind.CONTRACT], tmp_path, now=NOON)
    other = contract_sides(sample, "Q0002")[-1]
    with pytest.raises(RecordMissing):
        contract_paper(sample, QUOTE, other)
