"""Promises of tracked changes: accepted, refused, or shown."""

from __future__ import annotations

from lxml import etree

from app.documents.pdf import convert
from app.documents.pdf.blocks import Text
from app.documents.pdf.body_reader import read_document
from app.documents.pdf.docx_reader import Package
from app.documents.pdf.report import Report
from app.documents.pdf.revision_marks import accept, has_marks, reject
from tests.app.documents.pdf.documents import (
    FONTS,
    add_item,
    add_list,
    new_document,
    page_texts,
    saved,
    squeezed,
)

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUT = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
IN = "<w:ins><w:r><w:t>{}</w:t></w:r></w:ins>"
GONE = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{OUT.format('旧条')}</w:p>"
CHANGED = f"<w:p>{OUT.format('旧')}{IN.format('新')}</w:p>"


def settled(inside: str, *, accepted: bool) -> list[str]:
    """The paragraphs of a body when all changes are accepted or refused."""
    root = etree.fromstring(f"<w:body {SPACE}>{inside}</w:body>")
    (accept if accepted else reject)(root)
    return ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in root.iter(f"{W}p")]


def test_words_are_settled_both_ways() -> None:
    """What was put in stands, or what was taken out."""
    assert settled(CHANGED, accepted=True) == ["新"]
    assert settled(CHANGED, accepted=False) == ["旧"]


def test_a_paragraph_that_was_taken_out_leaves_no_empty_one() -> None:
    """Its end goes with its words."""
    assert settled(GONE + CHANGED, accepted=True) == ["新"]
    assert settled(GONE + CHANGED, accepted=False) == ["旧条", "旧"]


def test_words_before_a_deleted_end_flow_into_the_next_paragraph() -> None:
    """As in Word, two paragraphs become one."""
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
    assert settled(first + "<w:p><w:r><w:t>乙</w:t></w:r></w:p>", accepted=True) == ["甲乙"]


def test_a_table_whose_rows_all_went_goes_with_them() -> None:
    """And comes with them when they were put in."""
    row = "<w:tr><w:trPr><w:{}/></w:trPr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>"
    table = f"<w:tbl>{row}</w:tbl>"
    assert settled(table.format("del"), accepted=True) == []
    assert settled(table.format("ins"), accepted=False) == []
    assert settled(table.format("ins"), accepted=True) == ["甲"]


def test_moves_are_settled_as_deletion_and_insertion() -> None:
    """Word writes them for text that was dragged elsewhere."""
    moved = (
        '<w:p><w:moveFromRangeStart w:id="1"/><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom>'
        '<w:moveFromRangeEnd w:id="1"/></w:p>'
        "<w:p><w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo></w:p>"
    )
    assert settled(moved, accepted=True) == ["", "甲"]
    assert settled(moved, accepted=False) == ["甲", ""]


def test_parts_without_changes_are_told_from_those_with() -> None:
    """So that nothing is walked through for nothing."""
    assert has_marks(b"<w:ins w:id='1'>")
    assert not has_marks(b"<w:insideH/><w:instrText>")


def marked_list() -> bytes:
    """A list of three, the second of them taken out under tracked changes."""
    document = new_document()
    numbers = add_list(document, [("decimal", "%1.", "")])
    for text in ("甲", "乙", "丙"):
        item = add_item(document, text, numbers)
        if text == "乙":
            mark = etree.fromstring(f"<w:rPr {SPACE}><w:del/></w:rPr>")
            item._p.pPr.append(mark)
            run = item._p.r_lst[0]
            run.t_lst[0].tag = f"{W}delText"
            holder = etree.SubElement(item._p, f"{W}del")
            holder.append(run)
    return saved(document)


def test_a_final_paper_neither_prints_nor_counts_what_was_taken_out() -> None:
    """The third of three clauses is the second."""
    pages = page_texts(convert(marked_list(), fonts=FONTS).data)
    assert squeezed("".join(pages)) == "1.甲2.丙"


def test_a_comparison_strikes_through_what_was_taken_out() -> None:
    """The clause that is gone has no number, and its words a line through them."""
    data = marked_list()
    pages = page_texts(convert(data, fonts=FONTS, marked=True).data)
    assert squeezed("".join(pages)) == "1.甲乙2.丙"
    sections = read_document(Package(data, marked=True), Report())
    texts = [one for block in sections[0].blocks for one in block.content]  # type: ignore[union-attr]  # no table
    assert [(one.text, one.format.strike) for one in texts if isinstance(one, Text)] == [
        ("甲", False),
        ("乙", True),
        ("丙", False),
    ]
