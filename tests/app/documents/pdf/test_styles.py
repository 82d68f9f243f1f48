"""Styles: inheritance, defaults, toggles, themes, and what direct formatting adds."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from app.documents.pdf.boxes import Fill, Rule, TextLine
from app.documents.pdf.formats import ParagraphFormat, RunFormat
from tests.app.documents.pdf.documents import new_document, pages_of, text_of


def line_of(document: Any, words: str) -> TextLine:  # noqa: ANN401 - python-docx has no types
    """Return the laid-out line with the given words."""
    return next(
        item
        for page in pages_of(document)
        for item in page.items
        if isinstance(item, TextLine) and text_of(item) == words
    )


def format_of(document: Any, words: str) -> RunFormat:  # noqa: ANN401 - python-docx has no types
    """Return the format of the first character of a line."""
    return line_of(document, words).box.line.atoms[0].format


def test_derived_style_inherits_and_overrides() -> None:
    """A style takes from its base what it does not say itself."""
    document = new_document()
    base = document.styles.add_style("Base", WD_STYLE_TYPE.PARAGRAPH)
    base.font.size, base.font.bold = Pt(14), True
    derived = document.styles.add_style("Derived", WD_STYLE_TYPE.PARAGRAPH)
    derived.base_style = base
    derived.font.size = Pt(16)
    document.add_paragraph("文字", style="Derived")
    found = format_of(document, "文字")
    assert (found.size, found.bold, found.chinese) == (16, True, "宋体")


def test_style_based_on_itself_does_not_hang() -> None:
    """A circle of styles is followed once."""
    document = new_document()
    style = document.styles.add_style("Circle", WD_STYLE_TYPE.PARAGRAPH)
    style.element.append(parse_xml(f'<w:basedOn {nsdecls("w")} w:val="{style.style_id}"/>'))
    document.add_paragraph("文字", style="Circle")
    assert format_of(document, "文字").chinese == "宋体"


def test_character_style_lies_over_the_paragraph_style() -> None:
    """A character style adds its colour; direct formatting beats both."""
    document = new_document()
    style = document.styles.add_style("Red", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor(255, 0, 0)
    style.font.size = Pt(20)
    run = document.add_paragraph().add_run("文字", style="Red")
    run.font.size = Pt(9)
    found = format_of(document, "文字")
    assert (found.colour, found.size) == ("FF0000", 9)


def test_bold_upon_bold_is_not_bold() -> None:
    """A bold character style inside a bold paragraph style shows as plain, as in Word."""
    document = new_document()
    document.styles["Normal"].font.bold = True
    strong = document.styles.add_style("Loud", WD_STYLE_TYPE.CHARACTER)
    strong.font.bold = True
    document.add_paragraph().add_run("文字", style="Loud")
    assert format_of(document, "文字").bold is False


def test_theme_names_the_fonts() -> None:
    """Headings of the default template take the Chinese font of the theme."""
    document = new_document()
    document.add_heading("标题", 1)
    found = format_of(document, "标题")
    assert (found.latin, found.chinese) == ("Calibri", "宋体")
    assert found.colour == "365F91"


def test_latin_and_chinese_fonts_are_kept_apart() -> None:
    """In one run each script is drawn in its own family."""
    document = new_document(chinese="黑体", latin="Times New Roman")
    document.add_paragraph("甲A")
    chinese, latin = line_of(document, "甲A").box.line.atoms
    assert (chinese.face, latin.face) == ("sans", "serif")


def test_quotation_marks_follow_their_neighbours() -> None:
    """“ ” around Chinese words are Chinese, around Latin words Latin."""
    document = new_document(chinese="黑体", latin="Times New Roman")
    document.add_paragraph("“甲”")
    document.add_paragraph("a “b” c")
    assert {atom.face for atom in line_of(document, "“甲”").box.line.atoms} == {"sans"}
    assert {atom.face for atom in line_of(document, "a “b” c").box.line.atoms} == {"serif"}


def test_indent_in_characters_beats_points() -> None:
    """Two characters of 12 points are 24 points, whatever the points beside them say."""
    document = new_document(size=12)
    paragraph = document.add_paragraph("文字")
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:ind {nsdecls("w")} w:firstLineChars="200" w:firstLine="100"/>')
    )
    assert line_of(document, "文字").measure.first == 24


def test_exact_line_spacing() -> None:
    """Exactly 30 points are 30 points, at least 30 too when the text is smaller."""
    document = new_document()
    for rule in ("exact", "atLeast"):
        paragraph = document.add_paragraph(rule)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:spacing {nsdecls("w")} w:line="600" w:lineRule="{rule}"/>')
        )
        assert line_of(document, rule).box.height == 30


def test_exact_line_has_four_fifths_above_its_baseline() -> None:
    """The baseline of an exact line of 30 points stands at 24, whatever the size of the text."""
    document = new_document()
    for size in (8, 20):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"字{size}").font.size = Pt(size)
        paragraph.paragraph_format.line_spacing = Pt(30)
        assert line_of(document, f"字{size}").box.baseline == pytest.approx(24)


def test_empty_paragraph_is_as_tall_as_its_mark() -> None:
    """The mark is set in Times, 1.15 em tall; in 宋体, 1.3 em, where it is meant as Chinese."""
    document = new_document()
    document.add_paragraph()
    mark = document.add_paragraph()._p.get_or_add_pPr()
    mark.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:rFonts w:hint="eastAsia"/></w:rPr>'))
    document.add_paragraph("字")
    items = [item for item in pages_of(document)[0].items if isinstance(item, TextLine)]
    assert [item.box.height for item in items] == pytest.approx([12.075, 13.65, 13.65])


def test_multiple_line_spacing() -> None:
    """One and a half lines of 10.5 point 宋体: 10.5 times 1.3 times 1.5."""
    document = new_document()
    document.add_paragraph("文字").paragraph_format.line_spacing = 1.5
    assert line_of(document, "文字").box.height == pytest.approx(10.5 * 1.3 * 1.5)


def test_where_text_stands_in_spaced_lines() -> None:
    """A factor adds below and takes away above; at least so many points adds above.

    宋体 of 10 points is 13 tall and 10.3 above its baseline.
    """
    document = new_document(size=10)
    for words, factor in (("一倍", 1.0), ("两倍", 2.0), ("八成", 0.8)):
        document.add_paragraph(words).paragraph_format.line_spacing = factor
    least = document.add_paragraph("至少")
    least.paragraph_format.line_spacing = Pt(30)
    least.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    found = [line_of(document, words).box for words in ("一倍", "两倍", "八成", "至少")]
    assert [box.height for box in found] == pytest.approx([13, 26, 10.4, 30])
    assert [box.baseline for box in found] == pytest.approx([10.3, 10.3, 8.24, 27.3])


def test_contextual_spacing_closes_up_equal_styles() -> None:
    """Paragraphs of one style lose the space between them, not that to another style."""
    document = new_document()
    style = document.styles.add_style("Points", WD_STYLE_TYPE.PARAGRAPH)
    style.paragraph_format.space_after = Pt(10)
    style.paragraph_format.line_spacing = Pt(20)
    style.element.get_or_add_pPr().append(parse_xml(f"<w:contextualSpacing {nsdecls('w')}/>"))
    for words in ("一", "二"):
        document.add_paragraph(words, style="Points")
    document.add_paragraph("三")
    tops = [line_of(document, words).top for words in "一二三"]
    assert tops == [72, 92, 122]


def test_paragraph_border_and_shading_frame_the_lines() -> None:
    """A line 1 point below the text, over the whole width, and a fill behind it."""
    document = new_document()
    paragraph = document.add_paragraph("页眉")
    paragraph.paragraph_format.line_spacing = Pt(20)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="8" w:space="1" '
            'w:color="4472C4"/></w:pBdr>'
        )
    )
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="EEEEEE"/>'))
    items = pages_of(document)[0].items
    (rule,) = [item for item in items if isinstance(item, Rule)]
    (fill,) = [item for item in items if isinstance(item, Fill)]
    # 20 points of text, 1 of distance, 1 of line.
    assert [rule.x1, rule.x2, rule.top1] == pytest.approx([90, 505, 72 + 22])
    assert [fill.x, fill.top, fill.width, fill.height] == pytest.approx([90, 72, 415, 22])


def test_joined_borders_have_no_line_between() -> None:
    """Two paragraphs with the same frame share one."""
    document = new_document()
    for words in ("一", "二"):
        paragraph = document.add_paragraph(words)
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="1"/>' for side in ("top", "bottom")
        )
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>"))
    rules = [item for item in pages_of(document)[0].items if isinstance(item, Rule)]
    assert len(rules) == 2


def test_outline_level_counts_without_a_heading_style() -> None:
    """A paragraph with an outline level of its own is a heading of the outline."""
    document = new_document()
    paragraph = document.add_paragraph("附录")
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>'))
    assert paragraph._p.pPr.find(qn("w:outlineLvl")) is not None
    headings = [type(item).__name__ for item in pages_of(document)[0].items]
    assert "Heading" in headings


def test_formats_are_plain_values() -> None:
    """Equal formats are equal values."""
    assert ParagraphFormat() == ParagraphFormat()
    assert RunFormat(size=10) == RunFormat(size=10.0)


def spaced(document: Any) -> list[float]:  # noqa: ANN401 - python-docx has no types
    """Append two lines of 20 points with 10 after and 16 before; return their tops."""
    for words in ("一", "二"):
        paragraph = document.add_paragraph(words)
        paragraph.paragraph_format.line_spacing = Pt(20)
        paragraph.paragraph_format.space_after = Pt(10)
        paragraph.paragraph_format.space_before = Pt(16)
    return [line_of(document, words).top for words in "一二"]


def test_larger_space_stands_between_paragraphs() -> None:
    """Between 10 points after and 16 before stand 16, not 26."""
    assert spaced(new_document()) == [72 + 16, 72 + 16 + 20 + 16]


def test_spaces_add_up_where_the_document_asks() -> None:
    """With the old rule switched on stand 26 points between them."""
    document = new_document()
    compat = document.settings.element.find(qn("w:compat"))
    compat.append(parse_xml(f"<w:doNotUseHTMLParagraphAutoSpacing {nsdecls('w')}/>"))
    assert spaced(document) == [72 + 16, 72 + 16 + 20 + 26]


def test_joined_left_border_has_no_gap() -> None:
    """The line beside two paragraphs runs through the space between them."""
    document = new_document()
    for words in ("一", "二"):
        paragraph = document.add_paragraph(words)
        paragraph.paragraph_format.line_spacing = Pt(20)
        paragraph.paragraph_format.space_after = Pt(5)
        paragraph.paragraph_format.space_before = Pt(8)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="8" w:space="4"/></w:pBdr>'
            )
        )
    one, two = (item for item in pages_of(document)[0].items if isinstance(item, Rule))
    # 8 points above the first; its 20 and the 5 below it; then 3 more and the second.
    assert [one.top1, one.top2] == [80, 105]
    assert [two.top1, two.top2] == [105, 128]
