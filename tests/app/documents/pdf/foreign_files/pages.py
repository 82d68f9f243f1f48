"""Files about pages: contents, headers, sections, footnotes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.app.documents.pdf.documents import add_field, new_document, saved
from tests.app.documents.pdf.foreign_files.tables import grid
from tests.app.documents.pdf.foreign_files.words import CLAUSE, ENGLISH, NOTICE

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}s"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"


def page_x_of_y(paragraph: Any) -> None:  # noqa: ANN401
    """Write 第 x 页 共 y 页."""
    paragraph.alignment = 1
    paragraph.add_run("第 ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" 页 共 ")
    add_field(paragraph, "NUMPAGES")
    paragraph.add_run(" 页")


def report_with_contents() -> bytes:
    """Contents whose stored page numbers are right when the file is opened, and four chapters."""
    document = new_document()
    page_x_of_y(document.sections[0].footer.paragraphs[0])
    document.add_paragraph("目录")
    chapters = [(f"第{number}章 组网方案", number) for number in range(1, 5)]
    for words, number in chapters:
        entry = document.add_paragraph()
        entry.paragraph_format.tab_stops.add_tab_stop(5270500, 2, 1)
        if number == 1:
            _field_part(entry, "begin")
            _instruction(entry, ' TOC \\o "1-1" \\h ')
            _field_part(entry, "separate")
        entry.add_run(f"{words}\t")
        add_field(entry, f"PAGEREF _Toc{number} \\h", str(number + 1))
        if number == len(chapters):
            _field_part(entry, "end")
    for words, number in chapters:
        heading = document.add_heading(words, 1)
        heading.paragraph_format.page_break_before = True
        start = parse_xml(
            f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="_Toc{number}"/>'
        )
        heading._p.insert(1, start)
        heading._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'))
        for section in range(1, 4):
            document.add_heading(f"{number}.{section} 接入与传输", 2)
            document.add_paragraph(CLAUSE).alignment = 3
            document.add_paragraph(NOTICE).alignment = 3
    return saved(document)


def _field_part(paragraph: Any, kind: str) -> None:  # noqa: ANN401
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _instruction(paragraph: Any, text: str) -> None:  # noqa: ANN401
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = text
    paragraph.add_run()._r.append(element)


def landscape_section() -> bytes:
    """A wide table on a landscape page between two upright ones, with one footer."""
    document = new_document()
    page_x_of_y(document.sections[0].footer.paragraphs[0])
    for _ in range(3):
        document.add_paragraph(CLAUSE).alignment = 3
    wide = document.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation = WD_ORIENT.LANDSCAPE
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    document.add_heading("年度用量", 2)
    table = grid(document, 9, [49.0] * 13)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            cell.text = f"{column}月" if row == 0 else f"{row * column * 31}"
    upright = document.add_section(WD_SECTION.NEW_PAGE)
    upright.orientation = WD_ORIENT.PORTRAIT
    upright.page_width, upright.page_height = upright.page_height, upright.page_width
    document.add_paragraph(NOTICE).alignment = 3
    return saved(document)


def first_page_header() -> bytes:
    """Other headers on the first and on even pages; a tall first one moves the text down."""
    document = new_document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    first = section.first_page_header
    first.paragraphs[0].text = "首页信头：江城市信通通信有限公司"
    for words in (
        "地址：江城市人民路88号",
        "电话：027-8000 1000",
        "传真：027-8000 1001",
        "邮编：430000",
    ):
        first.add_paragraph(words)
    section.header.paragraphs[0].text = "奇数页页眉"
    section.even_page_header.paragraphs[0].text = "偶数页页眉"
    for footer in (section.first_page_footer, section.footer, section.even_page_footer):
        page_x_of_y(footer.paragraphs[0])
    for _ in range(14):
        document.add_paragraph(CLAUSE).alignment = 3
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph(ENGLISH)
    return saved(document)


def footnotes() -> bytes:
    """Eight notes on three pages, one of them of several lines."""
    document = new_document()
    notes = []
    for number in range(1, 9):
        paragraph = document.add_paragraph(CLAUSE)
        run = paragraph.add_run()
        run.font.superscript = True
        run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
        paragraph.add_run(NOTICE * 2)
        paragraph.alignment = 3
        notes.append(f"注释{number}：" + (NOTICE * 2 if number == 3 else "以附件一为准。"))
    return with_footnotes(saved(document), notes)


def with_footnotes(docx: bytes, notes: list[str], kind: str = "footnote") -> bytes:
    """Add the part that holds the notes, ``footnote`` or ``endnote``; python-docx cannot."""
    rule = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
        f"</w:r></w:p></w:{kind}>"
    )
    each = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:rPr><w:sz w:val="18"/><w:vertAlign '
        f'w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
        f'<w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:{kind}>'
        for number, text in enumerate(notes, 1)
    )
    part = f'<?xml version="1.0"?><w:{kind}s xmlns:w="{_W}">{rule}{each}</w:{kind}s>'
    override = f'<Override PartName="/word/{kind}s.xml" ContentType="{_NOTES_TYPE.format(kind)}"/>'
    relation = f'<Relationship Id="rIdN" Type="{_NOTES.format(kind)}" Target="{kind}s.xml"/>'
    source, target = zipfile.ZipFile(io.BytesIO(docx)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"</Types>", override.encode() + b"</Types>")
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
            archive.writestr(name, data)
        archive.writestr(f"word/{kind}s.xml", part.encode("utf-8"))
    return target.getvalue()
