"""Promises of reading back: what is wrong in a finished file is found."""

from __future__ import annotations

import io
import zipfile

import pytest

from app.documents.kind import PrintedFigure
from app.documents.passages import passages
from app.documents.readback import compare, missing_figures, pdf_pages, unresolved_tags
from app.errors import ReadbackDiffers
from app.translation import load_words
from tests.app.documents.papers import case_one_paper

TOTAL = PrintedFigure("contract total", ("8,016.00",))


def _edited(docx: bytes, old: str, new: str) -> bytes:
    """A Word document with words of its body exchanged."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old in data.decode()
                data = data.decode().replace(old, new).encode()
            archive.writestr(name, data)
    return target.getvalue()


def test_untouched_document_agrees() -> None:
    """No difference where there is none."""
    paper = case_one_paper("contract")
    compare("contract", paper.docx, paper.pdf, [TOTAL])


def test_changed_amount_is_found_in_word_and_against_the_pdf() -> None:
    """One wrong digit stops the document."""
    paper = case_one_paper("contract")
    wrong = _edited(paper.docx, "8,016.00", "8,016.10")
    with pytest.raises(ReadbackDiffers) as failure:
        compare("contract", wrong, paper.pdf, [TOTAL])
    text, _ = load_words("zh").failure(failure.value)
    assert "缺少 8,016.00（contract total）" in text
    assert "PDF 在“" in text
    assert "附近缺少“" in text


def test_words_that_only_the_pdf_has_are_found() -> None:
    """The PDF must not say more either."""
    paper = case_one_paper("contract")
    shorter = _edited(paper.docx, "争议解决期间，", "")
    with pytest.raises(ReadbackDiffers, match=r"readback\.adds"):
        compare("contract", shorter, paper.pdf, [])


def test_number_inside_a_longer_number_does_not_count() -> None:
    """668.00 is not shown by 1,668.00 or 668.005."""
    read = [["1,668.00"], ["668.005"], ["668.00%"]]
    (missing,) = missing_figures(read, [PrintedFigure("x", ("668.00",))])
    assert missing.parameters == {"place": "x", "text": "668.00"}
    assert missing_figures([["共668.00元"]], [PrintedFigure("x", ("668.00",))]) == []


def test_figures_of_one_row_must_stand_together() -> None:
    """A quantity in one row and its amount in another is a difference."""
    figure = PrintedFigure("row", ("月租", "92.01"))
    assert missing_figures([["月租", "22.08"], ["来显", "92.01"]], [figure])
    assert missing_figures([["月租", "4", "92.01"]], [figure]) == []


def test_unresolved_tag_is_found_with_its_place() -> None:
    """No brace of the template reaches a customer."""
    left = _edited(case_one_paper("contract").docx, "争议解决期间", "{{ price }}")
    (found,) = unresolved_tags(left)
    assert "{{ price }}" in found.parameters["text"]
    assert found.parameters["part"] == "document"
    assert int(found.parameters["paragraph"]) > 1


def test_missing_draft_mark_is_a_difference() -> None:
    """A draft whose PDF looks final is stopped."""
    paper = case_one_paper("contract")
    with pytest.raises(ReadbackDiffers, match=r"unmarked\(page=1\)"):
        compare("contract", paper.docx, paper.pdf, [], draft_mark="草稿")


def test_pages_of_the_pdf_carry_their_numbers() -> None:
    """第 X 页 共 Y 页 counts right."""
    pages = pdf_pages(case_one_paper("contract").pdf)
    assert [page[-6:] for page in pages] == [f"第{n}页共5页" for n in range(1, 6)]


def test_every_passage_of_a_row_is_read() -> None:
    """A table row is one passage, a paragraph another."""
    read = passages(case_one_paper("contract").docx)
    assert ["电信业务服务合同"] in read
    assert [
        "1",
        "固定电话月租",
        "4线",
        "25.00",
        "100.00",
        "92.01",
        "84.41",
        "9%",
        "7.60",
    ] in read
