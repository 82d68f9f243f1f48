"""The field guide as a Word document, for people who write templates without the program."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from app.documents.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.table import _Cell

    from app.documents.field_guide import GuideRow
    from app.translation import Words

_WIDTHS: Final = (5.2, 6.4, 6.6, 4.2, 3.8)
"""Of the columns, in centimetres: together the width of an A4 page on its side."""
_SIZE: Final = Pt(8.5)
_LATIN, _CHINESE = "Noto Sans", "Noto Sans SC"


def guide_document(title: str, rows: Sequence[GuideRow], words: Words) -> bytes:
    """A table of all fields in one .docx, its heading repeated on each page.

    Args:
        title: Of the document.
        rows: The fields.
        words: Texts of the reader's language.
    """
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.6)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _LATIN, Pt(10)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _CHINESE)
    document.core_properties.title = title
    document.core_properties.author = ""
    document.add_heading(title, 1)
    document.add_paragraph(words("paper.guide.introduction"))
    headings = words("paper.guide.columns").split("|")
    table = document.add_table(rows=1, cols=len(headings))
    table.style = document.styles["Table Grid"]
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, headings, strict=True):
        _write(cell, text, bold=True)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - python-docx has no other
    for row in rows:
        used = "、" if words.language == "zh" else ", "
        names = used.join(KINDS[kind].title(words) for kind in row.kinds)
        texts = (row.name, row.meaning, row.tag, row.example, names)
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            _write(cell, text)
    for table_row in table.rows:
        for cell, width in zip(table_row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _write(cell: _Cell, text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(text)
    run.font.size = _SIZE
    run.bold = bold
