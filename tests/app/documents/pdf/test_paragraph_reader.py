"""What a paragraph holds: fields, links, hidden and deleted text, and what is not supported."""

from __future__ import annotations

import re
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from app.documents.pdf.report import Finding
from tests.app.documents.pdf.documents import (
    add_field,
    new_document,
    pdf_of,
    place_of,
    words_of,
)

MARKUP = (
    nsdecls("w", "wp", "a", "r")
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    + ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def with_xml(text: str, xml: str) -> Any:  # noqa: ANN401 - python-docx has no types
    """Return a document of one paragraph with raw content after its text."""
    document = new_document()
    paragraph = document.add_paragraph(text)
    for child in parse_xml(f"<w:p {MARKUP}>{xml}</w:p>"):
        paragraph._p.append(child)
    return document


def inline(graphic: str, uri: str) -> str:
    """Return a run with an inline drawing."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="x"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        (inline('<c:chart r:id="rId99"/>', CHART), "chart"),
        (
            inline(
                "<wps:wsp><wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx></wps:wsp>",
                SHAPE,
            ),
            "text box or shape",
        ),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "footnote that is not in the file"),
        ('<w:r><w:endnoteReference w:id="2"/></w:r>', "endnote that is not in the file"),
        ("<w:r><w:object/></w:r>", "embedded object"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "formula"),
        ('<w:r><w:br w:type="column"/></w:r>', "column break"),
        ("<w:r><w:pict><v:shape/></w:pict></w:r>", "drawing in the old format (VML)"),
    ],
)
def test_unsupported_content_is_reported_with_its_place(xml: str, what: str) -> None:
    """What is not drawn is named, together with the words beside it."""
    result = pdf_of(with_xml("附图如下", xml))
    assert result.findings == (Finding(what, "document.xml: 附图如下"),)
    assert words_of(result.data) == "附图如下"


def test_newest_alternative_of_a_drawing_is_reported_once() -> None:
    """A text box with a fallback for old programs is one finding."""
    box = inline("<wps:wsp/>", SHAPE).removeprefix("<w:r>").removesuffix("</w:r>")
    xml = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    findings = pdf_of(with_xml("旁注", xml)).findings
    assert [finding.what for finding in findings] == ["text box or shape"]


def test_several_columns_are_reported() -> None:
    """A section in columns is set in one, and says so."""
    document = new_document()
    document.add_paragraph("分栏文字")
    columns = parse_xml(f'<w:cols {nsdecls("w")} w:num="2"/>')
    document.sections[0]._sectPr.append(columns)
    for old in document.sections[0]._sectPr.xpath("w:cols")[:-1]:
        document.sections[0]._sectPr.remove(old)
    assert pdf_of(document).findings == (Finding("several columns", "document.xml: 分栏文字"),)


def test_finding_in_a_footer_names_the_footer() -> None:
    """The part is named, not only the words."""
    document = new_document()
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.text = "页脚"
    paragraph._p.append(parse_xml(f"<w:r {MARKUP}><w:object/></w:r>"))
    (finding,) = pdf_of(document).findings
    assert finding.where.startswith("footer")
    assert finding.where.endswith(": 页脚")


def test_deleted_text_is_gone_and_inserted_text_stays() -> None:
    """Tracked changes are shown as if accepted."""
    document = with_xml(
        "价格",
        "<w:del><w:r><w:delText>旧价</w:delText></w:r></w:del><w:ins><w:r><w:t>新价</w:t></w:r></w:ins>",
    )
    assert words_of(pdf_of(document).data) == "价格新价"


def test_hidden_text_is_not_drawn() -> None:
    """Text marked hidden stays out."""
    document = new_document()
    paragraph = document.add_paragraph("显示")
    paragraph.add_run("隐藏").font.hidden = True
    assert words_of(pdf_of(document).data) == "显示"


def test_content_controls_are_looked_through() -> None:
    """Words inside content controls are words."""
    document = with_xml(
        "客户：", "<w:sdt><w:sdtContent><w:r><w:t>某某公司</w:t></w:r></w:sdtContent></w:sdt>"
    )
    assert words_of(pdf_of(document).data) == "客户：某某公司"


def test_symbols_of_wingdings_become_characters() -> None:
    """A ticked box of Wingdings is drawn and extracted as ☑."""
    document = with_xml("确认", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')
    result = pdf_of(document)
    assert words_of(result.data) == "确认☑"
    assert result.findings == ()


def test_other_fields_show_their_stored_result() -> None:
    """The result of a DATE field is words like any other."""
    document = new_document()
    add_field(document.add_paragraph("日期："), r'DATE \@ "yyyy年M月d日"', "2026年5月1日")
    assert words_of(pdf_of(document).data) == "日期：2026年5月1日"


def test_capitals_are_drawn_as_capitals() -> None:
    """Text formatted as capitals shows capitals."""
    document = new_document()
    document.add_paragraph().add_run("sd-wan").font.all_caps = True
    assert words_of(pdf_of(document).data) == "SD-WAN"


def test_internal_link_leads_to_a_bookmark() -> None:
    """A hyperlink to a bookmark that exists becomes a link inside the file."""
    document = with_xml(
        "见", '<w:hyperlink w:anchor="annex"><w:r><w:t>附件</w:t></w:r></w:hyperlink>'
    )
    target = document.add_paragraph()
    target._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="annex"/>'))
    target.add_run("附件一").font.size = Pt(12)
    data = pdf_of(document).data
    # The second line begins 13.65 points below the top margin at 770.
    assert re.search(rb"/Dest \[ \d+ 0 R /XYZ 0 756.35 null \]", data)
    assert data.count(b"/Subtype /Link") == 1
    assert words_of(data) == "见附件附件一"


def test_link_to_a_missing_bookmark_is_plain_text() -> None:
    """A link that leads nowhere does not break the file."""
    document = with_xml(
        "见", '<w:hyperlink w:anchor="nowhere"><w:r><w:t>附件</w:t></w:r></w:hyperlink>'
    )
    data = pdf_of(document).data
    assert b"/Subtype /Link" not in data
    assert words_of(data) == "见附件"


@pytest.mark.parametrize(
    ("look", "what"),
    [
        ('<w:em w:val="dot"/>', "emphasis mark"),
        ('<w:w w:val="150"/>', "stretched characters"),
        ('<w:bdr w:val="single"/>', "border around characters"),
        ("<w:smallCaps/>", "small capitals"),
    ],
)
def test_unsupported_looks_are_reported(look: str, what: str) -> None:
    """A look that is not drawn is named; the words are."""
    result = pdf_of(with_xml("强调", f"<w:r><w:rPr>{look}</w:rPr><w:t>词</w:t></w:r>"))
    assert result.findings == (Finding(what, "document.xml: 强调词"),)
    assert words_of(result.data) == "强调词"


def test_looks_switched_off_are_no_finding() -> None:
    """A look that says "none" is nothing to report."""
    xml = '<w:r><w:rPr><w:em w:val="none"/><w:w w:val="100"/></w:rPr><w:t>词</w:t></w:r>'
    assert pdf_of(with_xml("强调", xml)).findings == ()


def test_floating_table_and_vertical_cells_are_reported() -> None:
    """A table is set in place and its text level, and both are said."""
    document = new_document()
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "表格"
    table._tbl.tblPr.append(parse_xml(f'<w:tblpPr {nsdecls("w")} w:tblpX="10"/>'))
    table.cell(0, 0)._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:textDirection {nsdecls("w")} w:val="tbRl"/>')
    )
    what = [finding.what for finding in pdf_of(document).findings]
    assert what == ["floating table", "vertical text in a cell"]


def test_page_border_is_reported() -> None:
    """A section with page borders says that they are not drawn."""
    document = new_document()
    document.add_paragraph("正文")
    document.sections[0]._sectPr.append(parse_xml(f"<w:pgBorders {nsdecls('w')}/>"))
    assert [finding.what for finding in pdf_of(document).findings] == ["page border"]


def test_tab_to_the_right_edge_needs_no_stop() -> None:
    """Headers of newer templates place text at the edge with an alignment tab."""
    xml = (
        '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'
        "<w:r><w:t>右</w:t></w:r>"
    )
    data = pdf_of(with_xml("左", xml)).data
    assert place_of(data, "左")[0] == pytest.approx(90, abs=0.02)
    assert place_of(data, "右")[0] == pytest.approx(595 - 90 - 10.5, abs=0.02)


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"PAGE \* CHINESENUM3 \* MERGEFORMAT", "一"),
        (r"NUMPAGES \* ROMAN", "I"),
        ("PAGE", "1"),
        ("SECTIONPAGES", "1"),
    ],
)
def test_page_field_is_written_as_asked(instruction: str, shown: str) -> None:
    """A switch of the field decides how its number is written."""
    document = new_document()
    add_field(document.add_paragraph("第"), instruction, "9")
    assert words_of(pdf_of(document).data) == f"第{shown}"


def test_tabs_and_line_ends_inside_text_are_no_glyphs() -> None:
    """A tab character in the text is a tab; a line end is a space."""
    document = new_document()
    document.add_paragraph()._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve">甲\t乙\n丙</w:t></w:r>')
    )
    result = pdf_of(document)
    assert result.findings == ()
    assert words_of(result.data) == "甲乙丙"
    assert place_of(result.data, "乙")[0] == pytest.approx(90 + 36, abs=0.02)


def test_field_never_closed_is_reported_and_contents_are_not_lost() -> None:
    """A contents field without its end may not swallow the document in silence."""
    xml = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    document = with_xml("目录", xml)
    document.add_paragraph("正文")
    result = pdf_of(document)
    assert words_of(result.data) == "目录正文"
    assert result.findings == (Finding("field never closed: TOC", "word/document.xml"),)


def test_colour_that_is_none_is_black() -> None:
    """A colour written wrongly does not stop the conversion."""
    xml = '<w:r><w:rPr><w:color w:val="red"/></w:rPr><w:t>词</w:t></w:r>'
    assert words_of(pdf_of(with_xml("色", xml)).data) == "色词"


@pytest.mark.parametrize(
    ("properties", "before_latin", "before_digit"),
    [
        ("", 2.5, 2.5),
        ('<w:autoSpaceDE w:val="0"/>', 0.0, 2.5),
        ('<w:autoSpaceDN w:val="0"/>', 2.5, 0.0),
        ('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>', 0.0, 0.0),
    ],
)
def test_the_gap_beside_chinese_is_left_out_where_a_paragraph_asks(
    properties: str, before_latin: float, before_digit: float
) -> None:
    """A quarter of 10 points beside Latin letters and beside digits, each by its switch."""
    document = new_document()
    paragraph = document.add_paragraph("中A文5")
    for run in paragraph.runs:
        run.font.size = Pt(10)
    for child in parse_xml(f"<w:pPr {MARKUP}>{properties}</w:pPr>"):
        paragraph._p.get_or_add_pPr().append(child)
    data = pdf_of(document).data
    latin = place_of(data, "A")[0] - place_of(data, "中")[0]
    digit = place_of(data, "5")[0] - place_of(data, "文")[0]
    assert latin == pytest.approx(10 + before_latin, abs=0.05)
    assert digit == pytest.approx(10 + before_digit, abs=0.05)
