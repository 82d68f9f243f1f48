"""The whole way from a Word document to a PDF."""

from __future__ import annotations

import io

import pypdfium2.raw as pdfium
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from app.documents.pdf import FontSet, convert
from tests.app.documents.pdf.documents import (
    FOLDER,
    FONTS,
    add_field,
    add_item,
    add_list,
    new_document,
    opened,
    page_texts,
    pdf_of,
    place_of,
    places_of,
    saved,
    squeezed,
    words_of,
)

CLAUSE = (
    "甲方（客户）与乙方就SD-WAN组网、5G专线及“云网融合”服务达成协议：带宽1,000Mbps，"
    "月租费¥12,800.00元（含税6%），期限自2026年1月1日起——如遇不可抗力……另行协商。"
    "联系人：吉𬭚女士，电话 021-5888 8888，地址：世纪大道888弄№12，面积约35㎡、温度≤25℃。"
)


def test_every_word_survives() -> None:
    """The text extracted from the PDF is the text of the document, NFC, without white space."""
    document = new_document()
    expected = ""
    for align in (0, 1, 2, 3, 4):
        paragraph = document.add_paragraph(CLAUSE)
        paragraph.alignment = align
        paragraph.add_run("加粗 Bold").bold = True
        paragraph.add_run("①③⑩ ☐是 ☑否 ☒").italic = True
        expected += CLAUSE + "加粗 Bold①③⑩ ☐是 ☑否 ☒"
    table = document.add_table(rows=3, cols=3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"单元格{number}：{CLAUSE[:30]}"
        expected += cell.text
    result = pdf_of(document)
    assert words_of(result.data) == squeezed(expected)
    assert result.findings == ()


def test_every_word_survives_many_pages() -> None:
    """Page breaks inside paragraphs lose and repeat nothing."""
    document = new_document()
    for _ in range(60):
        document.add_paragraph(CLAUSE).alignment = 3
    result = pdf_of(document)
    assert result.pages == 5
    assert len(page_texts(result.data)) == result.pages
    assert words_of(result.data) == squeezed(CLAUSE * 60)


def test_list_labels_are_text() -> None:
    """Labels that Word computes are words of the PDF."""
    document = new_document()
    list_id = add_list(document, [("chineseCountingThousand", "第%1条", "")])
    add_item(document, "标的", list_id)
    assert words_of(pdf_of(document).data) == "第一条标的"


def test_same_document_gives_the_same_bytes() -> None:
    """Nothing of the clock or of memory gets into the file."""
    document = new_document()
    document.add_paragraph(CLAUSE)
    data = saved(document)
    first = convert(data, fonts=FONTS).data
    assert convert(data, fonts=FontSet.load(FOLDER)).data == first


def test_only_embedded_fonts() -> None:
    """Every font of the file carries its outlines."""
    document = new_document()
    document.add_paragraph(CLAUSE + "☐")
    document.add_paragraph().add_run("Times").font.name = "Helvetica"
    data = pdf_of(document).data
    assert b"/Helvetica" not in data
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor") > 0
    assert data.count(b"/ToUnicode") == data.count(b"/Subtype /Type0")


def test_properties_come_from_the_document() -> None:
    """Title, author and language are set."""
    document = new_document()
    document.core_properties.title = "商务方案"
    document.core_properties.author = "张三"
    data = pdf_of(document, language="zh-CN").data
    with opened(data) as pdf:
        about = pdf.get_metadata_dict()
    assert (about["Title"], about["Author"]) == ("商务方案", "张三")
    assert b"/Lang (zh-CN)" in data


def test_given_title_wins() -> None:
    """A title given to the conversion replaces that of the file."""
    document = new_document()
    document.core_properties.title = "模板"
    with opened(pdf_of(document, title="方案 A").data) as pdf:
        assert pdf.get_metadata_dict()["Title"] == "方案 A"


def test_draft_mark_on_every_page() -> None:
    """The mark is text on each page, beside all the other words."""
    document = new_document()
    document.add_paragraph("甲").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("乙")
    texts = page_texts(pdf_of(document, draft_mark="草稿").data)
    assert [squeezed(text) for text in texts] == ["甲草稿", "乙草稿"]


def test_no_draft_mark_without_asking() -> None:
    """An ordinary PDF carries no mark."""
    document = new_document()
    document.add_paragraph("甲")
    assert words_of(pdf_of(document).data) == "甲"


def test_draft_mark_is_large_and_in_the_middle() -> None:
    """The two characters stand on both sides of the middle of the page, rising."""
    document = new_document()
    data = pdf_of(document, draft_mark="草稿").data
    (one, x1, y1, _, _), (two, x2, y2, _, _) = [p for p in places_of(data) if p[0] in "草稿"]
    assert (one, two) == ("草", "稿")
    assert x2 - x1 > 50
    assert y2 - y1 > 50
    assert x1 < 595 / 2 < x2 + 100


def test_missing_glyph_is_reported_with_its_place() -> None:
    """A character in no face is named, and still can be found and copied in the PDF."""
    document = new_document()
    document.add_paragraph("客户经理：吉𠮷先生")
    result = pdf_of(document)
    (finding,) = result.findings
    assert finding.what == "missing glyph 𠮷 (U+20BB7)"
    assert finding.where == "document.xml: 客户经理：吉𠮷先生"
    assert words_of(result.data) == "客户经理：吉𠮷先生"


def test_rare_character_beyond_the_basic_plane_extracts() -> None:
    """𬭚 of personal names is drawn and extracted as itself."""
    document = new_document()
    document.add_paragraph("李𬭚")
    result = pdf_of(document)
    assert words_of(result.data) == "李𬭚"
    assert result.findings == ()


def test_one_empty_page_for_an_empty_document() -> None:
    """Even a document without words is a PDF."""
    result = pdf_of(new_document())
    assert result.pages == 1


@pytest.mark.parametrize("junk", [b"", b"no zip", b"%PDF-1.7"])
def test_other_files_are_refused(junk: bytes) -> None:
    """What is no Word document raises ValueError."""
    with pytest.raises(ValueError, match=r"not a \.docx"):
        convert(junk, fonts=FONTS)


def test_hyperlink_leads_to_its_address() -> None:
    """A complex HYPERLINK field becomes a link with the same address."""
    document = new_document()
    add_field(document.add_paragraph("见 "), 'HYPERLINK "https://example.com/a"', "官网")
    data = pdf_of(document).data
    assert b"/URI (https://example.com/a)" in data
    assert words_of(data) == "见官网"


def test_headings_make_the_outline() -> None:
    """The outline has the headings at their levels."""
    document = new_document()
    document.add_heading("一、概述", 1)
    document.add_heading("1.1 背景", 2)
    document.add_heading("二、报价", 1)
    with opened(pdf_of(document).data) as pdf:
        entries = [(entry.level, entry.get_title()) for entry in pdf.get_toc()]
    assert entries == [(0, "一、概述"), (1, "1.1 背景"), (0, "二、报价")]


def test_size_and_indent_in_points() -> None:
    """Text begins at the margin plus its indent."""
    document = new_document()
    paragraph = document.add_paragraph("甲方")
    paragraph.paragraph_format.first_line_indent = Pt(21)
    assert place_of(pdf_of(document).data, "甲方")[0] == pytest.approx(90 + 21, abs=0.02)


def test_no_page_is_an_image() -> None:
    """Text stays text: a page of words has no picture object."""
    document = new_document()
    document.add_paragraph(CLAUSE)
    with opened(pdf_of(document).data) as pdf:
        page = pdf[0]
        kinds = {page_object.type for page_object in page.get_objects()}
        page.close()
    assert kinds == {pdfium.FPDF_PAGEOBJ_TEXT}


def test_bytes_are_a_pdf() -> None:
    """The result begins and ends as a PDF does."""
    data = pdf_of(new_document()).data
    assert data.startswith(b"%PDF-")
    assert io.BytesIO(data).read().rstrip().endswith(b"%%EOF")
