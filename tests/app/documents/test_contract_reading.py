"""Promises of reading a contract for comparing."""

from __future__ import annotations

from app.documents.contract_reading import read_contract
from app.quoting.contract_text import Passage, Reference
from app.quoting.text_difference import EntryKind, compare_texts
from app.services.clause_library import load_clauses
from tests.app.documents.papers import case_one_paper, changed, made

LIBRARY = {one.clause.id: one.clause for one in load_clauses()}


def test_passages_carry_the_numbers_that_the_paper_shows() -> None:
    """Articles begin clauses; a row holds the texts of its cells."""
    found = read_contract(case_one_paper("contract").docx).passages
    assert Passage(("价款",), number="第五条", heading=True) in found
    assert next(one for one in found if one.texts[0].startswith("履行地点")).number == "6.2"
    assert ("名称", "幼苗幼儿园") in [one.texts[:2] for one in found if one.is_row]


def test_references_to_articles_are_known() -> None:
    """What a REF field shows is the number of the article that it leads to."""
    found = read_contract(case_one_paper("contract").docx).passages
    term = next(one for one in found if one.texts[0] == "合同期")
    (reference,) = term.references
    assert term.texts[1][reference.start : reference.end] == "第六条"
    assert reference == Reference(1, reference.start, reference.end, "REF article_performance")


def test_numbers_of_pages_are_no_text() -> None:
    """They follow by themselves; the rest of a footer is read."""
    beside = read_contract(case_one_paper("contract").docx).beside
    assert any(one.endswith("第 … 页\u3000共 … 页") for one in beside)


def test_an_added_clause_of_the_library_is_one_added_passage() -> None:
    """Nothing else of the contract differs; what stands behind it has the next number."""
    plain = read_contract(case_one_paper("contract").docx)
    paper = made("contract", changed(clauses=(LIBRARY["payment_45"],)))
    difference = compare_texts(plain, read_contract(paper.docx))
    told = {kind: difference.count(kind) for kind in EntryKind if kind is not EntryKind.SAME}
    assert told[EntryKind.ADDED] >= 1
    assert told[EntryKind.REMOVED] == told[EntryKind.MOVED] == told[EntryKind.LEFT] == 0
