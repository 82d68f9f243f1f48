"""Files about text: tabs, links, scripts side by side, styles, frames, the grid."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX, WD_TAB_ALIGNMENT, WD_TAB_LEADER, WD_UNDERLINE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from tests.app.documents.pdf.documents import add_field, new_document, saved
from tests.app.documents.pdf.foreign_files.words import CLAUSE, ENGLISH, NOTICE, PLAIN


def tabs_with_leaders() -> bytes:
    """A list of prices set with stops of every kind."""
    document = new_document()
    for number in range(1, 13):
        paragraph = document.add_paragraph(
            f"{number}.\t互联网专线{number * 50}M\t{number * 380}.50 元/月"
        )
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Pt(28))
        stops.add_tab_stop(Pt(415), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for number in range(1, 7):
        paragraph = document.add_paragraph(f"居中{number}\t中间\t{10**number / 8:,.3f}\t末")
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Pt(150), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Pt(300), WD_TAB_ALIGNMENT.DECIMAL)
        stops.add_tab_stop(Pt(400), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DASHES)
    document.add_paragraph(
        "甲方（盖章）：\t乙方（盖章）："
    ).paragraph_format.tab_stops.add_tab_stop(Pt(220))
    document.add_paragraph("默认\t制表\t位置\t各\t三十六磅")
    return saved(document)


def links_and_bookmarks() -> bytes:
    """An address, a bookmark on the next page, a reference to it and to its page."""
    document = new_document()
    paragraph = document.add_paragraph("详见")
    relation = document.part.relate_to(
        "https://example.com/offers?id=1", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:rPr><w:color '
            'w:val="0563C1"/><w:u w:val="single"/></w:rPr><w:t>报价说明网页</w:t></w:r>'
            "</w:hyperlink>"
        )
    )
    paragraph.add_run("，以及第")
    add_field(paragraph, "PAGEREF clause \\h", "2")
    paragraph.add_run("页“")
    add_field(paragraph, "REF clause \\h", "付款条件")
    paragraph.add_run("”。")
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w")} w:anchor="clause"><w:r><w:t>跳到付款条件</w:t></w:r>'
            "</w:hyperlink>"
        )
    )
    for _ in range(3):
        document.add_paragraph(NOTICE)
    target = document.add_heading("", 1)
    target.paragraph_format.page_break_before = True
    target._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="clause"/>'))
    target.add_run("付款条件")
    target._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="1"/>'))
    document.add_paragraph(CLAUSE)
    return saved(document)


def mixed_scripts() -> bytes:
    """Justified text of two scripts in three sizes and three families."""
    document = new_document()
    for chinese, latin, size in (
        ("宋体", "Times New Roman", 10.5),
        ("黑体", "Arial", 12),
        ("微软雅黑", "Calibri", 9),
    ):
        for text in (CLAUSE, ENGLISH, f"{NOTICE}{ENGLISH}"):
            paragraph = document.add_paragraph()
            paragraph.alignment = 3
            paragraph.paragraph_format.first_line_indent = Pt(size * 2)
            run = paragraph.add_run(text)
            run.font.size, run.font.name = Pt(size), latin
            run._r.rPr.rFonts.set(qn("w:eastAsia"), chinese)
    paragraph = document.add_paragraph()
    for size in (8, 14, 10.5, 18):
        paragraph.add_run(PLAIN).font.size = Pt(size)
    return saved(document)


def character_styles() -> bytes:
    """Styles based on styles, and every look a run can have."""
    document = new_document()
    base = document.styles.add_style("正文强调", WD_STYLE_TYPE.PARAGRAPH)
    base.base_style = document.styles["Normal"]
    base.font.size, base.font.bold = Pt(12), True
    base.paragraph_format.space_before, base.paragraph_format.line_spacing = Pt(6), 1.5
    derived = document.styles.add_style("正文强调缩进", WD_STYLE_TYPE.PARAGRAPH)
    derived.base_style, derived.font.bold = base, False
    derived.paragraph_format.left_indent = Pt(21)
    mark = document.styles.add_style("金额", WD_STYLE_TYPE.CHARACTER)
    mark.font.color.rgb, mark.font.bold = RGBColor(0xC0, 0, 0), True
    for style in ("正文强调", "正文强调缩进", "Normal"):
        paragraph = document.add_paragraph(NOTICE, style=style)
        paragraph.add_run("合计 8,016.00 元", style="金额")
    paragraph = document.add_paragraph("面积 12 m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run("，H")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run("O，")
    for words, look in (("删除", "strike"), ("倾斜", "italic"), ("CAPS", "all_caps")):
        setattr(paragraph.add_run(words).font, look, True)
    paragraph.add_run("标出").font.highlight_color = WD_COLOR_INDEX.YELLOW
    paragraph.add_run("波浪").font.underline = WD_UNDERLINE.WAVY
    paragraph.add_run("双线").font.underline = WD_UNDERLINE.DOUBLE
    spaced = paragraph.add_run("字距加宽")
    spaced._r.get_or_add_rPr().append(parse_xml(f'<w:spacing {nsdecls("w")} w:val="40"/>'))
    for factor in (1.0, 1.15, 1.5, 2.0):
        paragraph = document.add_paragraph(CLAUSE)
        paragraph.paragraph_format.line_spacing = factor
        paragraph.paragraph_format.space_after = Pt(8)
    return saved(document)


def bordered_paragraphs() -> bytes:
    """Framed and shaded paragraphs, indents to both sides, breaks before and after."""
    document = new_document()
    for number in range(3):
        _framed(document.add_paragraph(NOTICE), indent=24 * number)
    document.add_paragraph(CLAUSE).paragraph_format.right_indent = Pt(60)
    hanging = document.add_paragraph("说明：" + NOTICE)
    hanging.paragraph_format.left_indent, hanging.paragraph_format.first_line_indent = (
        Pt(32),
        Pt(-32),
    )
    after = document.add_paragraph("新的一页：" + NOTICE)
    after.paragraph_format.page_break_before = True
    for align in (0, 1, 2, 3, 4):
        document.add_paragraph(PLAIN + "。").alignment = align
    return saved(document)


def _framed(paragraph: Any, indent: float) -> None:  # noqa: ANN401
    paragraph.paragraph_format.left_indent = Pt(indent)
    paragraph.paragraph_format.space_after = Pt(12)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="2F5CE5"/>'
        for side in ("top", "left", "bottom", "right")
    )
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>"))
    properties.append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F4F6FB"/>')
    )


def on_the_grid() -> bytes:
    """A document grid of 15.6 points, first lines two characters in, headings on the grid."""
    document = new_document()
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "312")
    for number in range(1, 4):
        heading = document.add_paragraph(f"{number} 服务说明")
        heading.runs[0].font.size = Pt(16)
        for _ in range(3):
            paragraph = document.add_paragraph(CLAUSE)
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:ind {nsdecls("w")} w:firstLineChars="200" w:firstLine="420"/>')
            )
        small = document.add_paragraph(PLAIN + "。")
        small.runs[0].font.size = Pt(9)
    return saved(document)
