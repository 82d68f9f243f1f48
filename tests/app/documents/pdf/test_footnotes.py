"""Notes: at the foot of the page of their mark, counted, carried on, never lost."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from app.documents.pdf import PdfResult, convert
from app.documents.pdf.blocks import NoteMark, Paragraph
from app.documents.pdf.body_reader import read_document
from app.documents.pdf.docx_reader import Package
from app.documents.pdf.report import Report
from tests.app.documents.pdf.documents import (
    FONTS,
    new_document,
    page_texts,
    place_of,
    saved,
    squeezed,
)
from tests.app.documents.pdf.foreign_files.pages import with_footnotes


def noted(paragraph: Any, number: int, kind: str = "footnote") -> None:  # noqa: ANN401
    """Append the mark of a note to a paragraph."""
    mark = f'<w:{kind}Reference {nsdecls("w")} w:id="{number}"/>'
    paragraph.add_run()._r.append(parse_xml(mark))


def lines(document: Any, count: int, *marked: int) -> None:  # noqa: ANN401
    """Append lines of exactly 20 points; those numbered carry a mark each."""
    notes = iter(range(1, len(marked) + 1))
    for number in range(1, count + 1):
        paragraph = document.add_paragraph(f"行{number}")
        paragraph.paragraph_format.line_spacing = Pt(20)
        if number in marked:
            noted(paragraph, next(notes))


def pdf(document: Any, *notes: str) -> PdfResult:  # noqa: ANN401
    """Convert a document with notes."""
    return convert(with_footnotes(saved(document), list(notes)), fonts=FONTS)


def texts(result: PdfResult) -> list[str]:
    """Return the words of each page."""
    return [squeezed(text) for text in page_texts(result.data)]


def test_note_stands_at_the_foot_of_its_page() -> None:
    """The note of the first page is there though the text goes on; the second page has its own."""
    document = new_document()
    lines(document, 40, 2, 38)
    result = pdf(document, "注一", "注二")
    first, second = texts(result)
    assert first.endswith("1注一")
    assert second.endswith("2注二")
    assert "注二" not in first
    assert not result.findings


def test_note_ends_at_the_bottom_margin() -> None:
    """9 points times 1.3 end at 770: the baseline stands 0.27 em above, the page is 842 high."""
    document = new_document()
    lines(document, 1, 1)
    _, baseline = place_of(pdf(document, "注一").data, "注一")
    assert baseline == pytest.approx(72 + 9 * 0.27, abs=0.01)


def test_note_takes_room_from_the_text() -> None:
    """698 points hold 34 lines of 20; a note of 11.7 below a rule of 13 leaves room for 33."""
    document = new_document()
    lines(document, 35, 1)
    first, second = texts(pdf(document, "注一"))
    assert first == "行11" + "".join(f"行{n}" for n in range(2, 34)) + "1注一"
    assert second == "行34行35"


def test_line_whose_note_does_not_fit_goes_with_it() -> None:
    """Line 34 would fit, its note would not: both stand on the next page."""
    document = new_document()
    lines(document, 34, 34)
    first, second = texts(pdf(document, "注一"))
    assert first.endswith("行33")
    assert second == "行3411注一"


def test_note_longer_than_the_page_goes_on() -> None:
    """Every character of a note that no page holds is on some page, in order."""
    document = new_document()
    lines(document, 3, 2)
    words = "".join(chr(0x4E00 + n % 2000) for n in range(4000))
    found = "".join(texts(pdf(document, words)))
    assert "行3" in found
    assert squeezed(words) in found.replace("行3", "").replace("行1行21", "")


def test_notes_in_a_table_stand_on_the_page_of_their_row() -> None:
    """Two rows on two pages, each with its note."""
    document = new_document()
    table = document.add_table(rows=40, cols=1)
    for number, row in enumerate(table.rows):
        paragraph = row.cells[0].paragraphs[0]
        paragraph.paragraph_format.line_spacing = Pt(20)
        paragraph.add_run(f"格{number}")
        if number in {0, 39}:
            noted(paragraph, 1 if number == 0 else 2)
    first, second = texts(pdf(document, "注一", "注二"))
    assert first.endswith("1注一")
    assert second.endswith("2注二")


def test_marks_are_counted_in_the_order_of_the_text() -> None:
    """Identifiers are no numbers: note 7 marked first is note 1."""
    document = new_document()
    noted(document.add_paragraph("甲"), 2)
    noted(document.add_paragraph("乙"), 1)
    source = with_footnotes(saved(document), ["后", "先"])
    blocks = read_document(Package(source), Report())[0].blocks
    marks = [
        item
        for block in blocks
        if isinstance(block, Paragraph)
        for item in block.content
        if isinstance(item, NoteMark)
    ]
    assert [mark.text for mark in marks] == ["1", "2"]
    assert [n.text for mark in marks for n in mark.note if isinstance(n, Paragraph)] == [
        "1 先",
        "2 后",
    ]


def test_mark_without_a_note_is_reported() -> None:
    """A reference to nothing is told with its place."""
    document = new_document()
    noted(document.add_paragraph("价格"), 9)
    result = pdf(document, "注一")
    assert [(one.what, one.where) for one in result.findings] == [
        ("footnote that is not in the file", "document.xml: 价格")
    ]


def test_endnotes_stand_at_the_end() -> None:
    """Endnotes are counted i, ii and follow the last paragraph."""
    document = new_document()
    noted(document.add_paragraph("甲"), 1, "endnote")
    noted(document.add_paragraph("乙"), 2, "endnote")
    source = with_footnotes(saved(document), ["注一", "注二"], "endnote")
    assert texts(convert(source, fonts=FONTS)) == ["甲i乙iii注一ii注二"]
