"""Pages: breaks, sections, headers and footers, what stays together."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from app.documents.pdf.boxes import TextLine
from tests.app.documents.pdf.documents import (
    add_field,
    new_document,
    opened,
    page_texts,
    pages_of,
    pdf_of,
    place_of,
    squeezed,
    text_of,
)


def texts(document: Any) -> list[str]:  # noqa: ANN401 - python-docx has no types
    """Return the words of each page."""
    return [squeezed(text) for text in page_texts(pdf_of(document).data)]


def lined(document: Any, count: int, start: int = 1) -> list[Any]:  # noqa: ANN401
    """Append one-line paragraphs, each exactly 20 points high."""
    made = []
    for number in range(start, start + count):
        paragraph = document.add_paragraph(f"行{number}")
        paragraph.paragraph_format.line_spacing = Pt(20)
        made.append(paragraph)
    return made


def with_footer(document: Any) -> None:  # noqa: ANN401
    """Give a document the footer 第 x 页 共 y 页."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run("第")
    add_field(paragraph, " PAGE ", "9")
    paragraph.add_run("页共")
    add_field(paragraph, " NUMPAGES  \\* MERGEFORMAT ", "99")
    paragraph.add_run("页")


def test_thirty_four_lines_of_twenty_points_fit() -> None:
    """842 - 144 points leave 698: 34 lines of 20, the thirty-fifth goes on."""
    document = new_document()
    lined(document, 35)
    first, second = texts(document)
    assert first.endswith("行34")
    assert second == "行35"


def test_footer_counts_pages() -> None:
    """Each page says its own number and the number of all."""
    document = new_document()
    with_footer(document)
    lined(document, 70)
    ends = [text[text.index("第") :] for text in texts(document)]
    assert ends == ["第1页共3页", "第2页共3页", "第3页共3页"]


def test_first_page_has_its_own_header() -> None:
    """With a different first page the cover shows its header and the rest the other one."""
    document = new_document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "封面页眉"
    section.header.paragraphs[0].text = "正文页眉"
    lined(document, 40)
    first, second = texts(document)
    assert "封面页眉" in first
    assert "正文页眉" not in first
    assert "正文页眉" in second


def test_even_pages_have_their_own_header() -> None:
    """With different even pages the second page shows the even header."""
    document = new_document()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].header.paragraphs[0].text = "单页"
    document.sections[0].even_page_header.paragraphs[0].text = "双页"
    lined(document, 70)
    assert [text[:2] for text in texts(document)] == ["单页", "双页", "单页"]


def test_tall_header_pushes_the_text_down() -> None:
    """The text begins below a header that is taller than its margin."""
    document = new_document()
    header = document.sections[0].header
    for number in range(6):
        paragraph = header.paragraphs[0] if number == 0 else header.add_paragraph()
        paragraph.text = "页眉"
        paragraph.paragraph_format.line_spacing = Pt(20)
    document.sections[0].header_distance = Pt(36)
    lined(document, 1)
    page = pages_of(document)[0]
    body = next(i for i in page.items if isinstance(i, TextLine) and text_of(i) == "行1")
    assert body.top == pytest.approx(36 + 6 * 20)


def test_landscape_section() -> None:
    """A landscape section turns its pages only."""
    document = new_document()
    document.add_paragraph("纵向")
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Pt(842), Pt(595)
    document.add_paragraph("横向")
    data = pdf_of(document).data
    with opened(data) as pdf:
        sizes = [tuple(round(v) for v in pdf.get_page_size(n)) for n in range(len(pdf))]
    assert sizes == [(595, 842), (842, 595)]
    assert [squeezed(text) for text in page_texts(data)] == ["纵向", "横向"]


def test_continuous_section_stays_on_the_page() -> None:
    """A continuous section of the same paper goes on below."""
    document = new_document()
    document.add_paragraph("甲")
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("乙")
    assert texts(document) == ["甲乙"]


def test_odd_page_section_leaves_a_blank_page() -> None:
    """A section that begins on an odd page skips the even one."""
    document = new_document()
    document.add_paragraph("甲")
    document.add_section(WD_SECTION.ODD_PAGE)
    document.add_paragraph("乙")
    assert texts(document) == ["甲", "", "乙"]


def test_page_break_in_the_middle_of_a_paragraph() -> None:
    """Words after a page break continue on the next page."""
    document = new_document()
    paragraph = document.add_paragraph("前")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("后")
    assert texts(document) == ["前", "后"]


def test_page_break_before() -> None:
    """A paragraph with a page break before it begins a page."""
    document = new_document()
    document.add_paragraph("前")
    document.add_paragraph("后").paragraph_format.page_break_before = True
    assert texts(document) == ["前", "后"]


def test_page_numbers_start_again() -> None:
    """A section may count its pages from a number of its own."""
    document = new_document()
    with_footer(document)
    document.add_section(WD_SECTION.NEW_PAGE)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "7")
    numbers.set(qn("w:fmt"), "upperRoman")
    document.sections[1]._sectPr.append(numbers)
    assert texts(document) == ["第1页共2页", "第VII页共2页"]


def test_heading_stays_with_what_it_heads() -> None:
    """A heading that would end a page moves to the next one with its text."""
    document = new_document()
    lined(document, 33)
    heading, text = lined(document, 2, start=34)
    heading.paragraph_format.keep_with_next = True
    del text
    first, second = texts(document)
    assert first.endswith("行33")
    assert second == "行34行35"


def test_table_kept_with_the_next_moves_with_it() -> None:
    """Every row of a table is kept with the next one, so it stands with the text below it."""
    document = new_document()
    lined(document, 31)
    table = document.add_table(rows=2, cols=1)
    for row in table.rows:
        paragraph = row.cells[0].paragraphs[0]
        paragraph.add_run("格")
        paragraph.paragraph_format.line_spacing = Pt(20)
        paragraph.paragraph_format.keep_with_next = True
    lined(document, 2, start=32)  # the first of them would still fit: 31 + 2 + 1 are 34
    assert texts(document)[1] == "行33"
    document.paragraphs[31].paragraph_format.keep_with_next = True
    first, second = texts(document)
    assert first.endswith("行31")
    assert second == "格格行32行33"


def test_chain_taller_than_a_page_begins_where_it_stands() -> None:
    """What no page could hold together does not leave the rest of a page empty."""
    document = new_document()
    for paragraph in lined(document, 40):
        paragraph.paragraph_format.keep_with_next = True
    lined(document, 1, start=41)
    first, second = texts(document)
    assert first.endswith("行34")
    assert second == "行35行36行37行38行39行40行41"


def test_no_single_line_is_left_behind() -> None:
    """Of a paragraph of three lines that would leave one line alone, all move or two stay."""
    document = new_document()
    lined(document, 33)
    paragraph = document.add_paragraph("字" * 80)  # 39 of 10.5 points to a line of 415: 3 lines
    paragraph.paragraph_format.line_spacing = Pt(20)
    first, second = texts(document)
    assert "字" not in first
    assert second == "字" * 80


def test_no_single_line_goes_ahead() -> None:
    """The last line of a paragraph does not stand alone on the next page."""
    document = new_document()
    lined(document, 31)
    paragraph = document.add_paragraph("字" * 150)  # four lines, room for three
    paragraph.paragraph_format.line_spacing = Pt(20)
    first, second = texts(document)
    assert first.count("字") == 78
    assert second.count("字") == 72


def test_kept_lines_move_together() -> None:
    """A paragraph whose lines are kept together moves as a whole."""
    document = new_document()
    lined(document, 31)
    paragraph = document.add_paragraph("字" * 150)
    paragraph.paragraph_format.line_spacing = Pt(20)
    paragraph.paragraph_format.keep_together = True
    first, second = texts(document)
    assert "字" not in first
    assert second.count("字") == 150


def test_space_above_is_dropped_where_a_page_happens_to_begin() -> None:
    """Space before a paragraph counts below another one, not at the top of a page."""
    document = new_document()
    for paragraph in lined(document, 35):
        paragraph.paragraph_format.space_before = Pt(6)
    page = pages_of(document)[1]
    first = next(item for item in page.items if isinstance(item, TextLine))
    assert first.top == pytest.approx(72)


def test_grid_rounds_lines_up() -> None:
    """On a grid of 15.6 points 10.5 point 宋体 takes one line of it and 22 point two."""
    document = new_document()
    document.sections[0]._sectPr.append(
        parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="312"/>')
    )
    for grid in document.sections[0]._sectPr.findall(qn("w:docGrid"))[:-1]:
        document.sections[0]._sectPr.remove(grid)
    for size in (10.5, 22, 10.5):
        document.add_paragraph().add_run("字").font.size = Pt(size)
    tops = [item.top for item in pages_of(document)[0].items if isinstance(item, TextLine)]
    assert tops == [pytest.approx(72), pytest.approx(72 + 15.6), pytest.approx(72 + 46.8)]


def test_text_centred_on_the_page() -> None:
    """A section may centre its text between the margins."""
    document = new_document()
    align = OxmlElement("w:vAlign")
    align.set(qn("w:val"), "center")
    document.sections[0]._sectPr.append(align)
    lined(document, 1)
    page = pages_of(document)[0]
    line = next(item for item in page.items if isinstance(item, TextLine))
    assert line.top == pytest.approx((842 - 20) / 2)


def test_header_stands_at_its_distance() -> None:
    """The header begins where the section says."""
    document = new_document()
    document.sections[0].header_distance = Pt(30)
    document.sections[0].header.paragraphs[0].text = "页眉"
    x, baseline = place_of(pdf_of(document).data, "页眉")
    assert x == pytest.approx(90, abs=0.02)
    assert 842 - baseline == pytest.approx(30 + 10.5 * 1.03, abs=0.02)
