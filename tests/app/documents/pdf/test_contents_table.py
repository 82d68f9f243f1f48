"""The table of contents: right page numbers, stored entries, entries made anew."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.app.documents.pdf.documents import (
    add_field,
    lines_of,
    new_document,
    page_texts,
    pdf_of,
    place_of,
    places_of,
    squeezed,
)


def body(document: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Append two chapters on pages 2 and 3, the second with a section."""
    for title in ("概述", "报价"):
        document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        document.add_heading(title, 1)
        document.add_paragraph("正文")
    document.add_heading("明细", 2)


def test_contents_field_is_filled_from_the_headings() -> None:
    """A field never updated in Word lists the headings with the pages they are on."""
    document = new_document()
    add_field(document.add_paragraph(), r'TOC \o "1-2" \h \z \u', "请更新目录")
    document.add_paragraph()
    body(document)
    data = pdf_of(document).data
    # The dots between are strokes, no words.
    assert lines_of(data) == ["概述2", "报价3", "明细3"]
    assert place_of(data, "2")[0] + 5 == pytest.approx(595 - 90, abs=1)
    assert "请更新目录" not in "".join(page_texts(data))
    assert data.count(b"/Subtype /Link") == 3


def test_contents_field_takes_the_levels_asked_for() -> None:
    """Asked for level 1 only, the second level is left out."""
    document = new_document()
    add_field(document.add_paragraph(), r'TOC \o "1-1"', "")
    document.add_paragraph()
    body(document)
    assert lines_of(pdf_of(document).data) == ["概述2", "报价3"]


def test_stored_entries_keep_their_words_and_get_right_pages() -> None:
    """Entries with page references stay as they are; only the stale number is replaced."""
    document = new_document()
    entry = document.add_paragraph()
    for kind in ("begin", "separate"):
        entry._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>'))
    entry._p.insert(
        1, parse_xml(f'<w:r {nsdecls("w")}><w:instrText>TOC \\o "1-3"</w:instrText></w:r>')
    )
    entry.add_run("第一章 概述\t")
    add_field(entry, r"PAGEREF _Toc1 \h", "77")
    end = document.add_paragraph()
    end._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>'))
    end.add_run().add_break(WD_BREAK.PAGE)
    heading = document.add_heading("概述", 1)
    heading._p.insert(1, parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="_Toc1"/>'))
    texts = [squeezed(text) for text in page_texts(pdf_of(document).data)]
    assert texts == ["第一章概述2", "概述"]


def test_reference_to_a_missing_bookmark_shows_a_question_mark() -> None:
    """A page that cannot be known is not invented."""
    document = new_document()
    add_field(document.add_paragraph("见第"), "PAGEREF nowhere", "12")
    assert squeezed(page_texts(pdf_of(document).data)[0]) == "见第?"


def test_number_of_a_contents_entry_ends_at_the_edge() -> None:
    """Page numbers of different length end below each other at the right margin."""
    document = new_document()
    add_field(document.add_paragraph(), r'TOC \o "1-1"', "")
    for number in range(11):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_heading(f"章{chr(65 + number)}", 1)
    places = places_of(pdf_of(document).data)
    # The last character of a line is its number's: later ones replace earlier ones.
    ends = {baseline: right for c, _, baseline, right, _ in places if not c.isspace()}
    assert len(ends) == 11
    assert all(end == pytest.approx(595 - 90, abs=0.3) for end in ends.values())
