"""Files of tables: merged cells, many rows, tables in tables."""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from tests.app.documents.pdf.documents import new_document, properties_of_row, saved
from tests.app.documents.pdf.foreign_files.words import CLAUSE, NOTICE, PLAIN


def grid(document: Any, rows: int, widths: list[float]) -> Any:  # noqa: ANN401
    """Add a table of fixed widths in points with lines everywhere."""
    table = document.add_table(rows=rows, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
    return table


def shade(cell: Any, colour: str) -> None:  # noqa: ANN401
    """Fill a cell."""
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    )


def merged_table() -> bytes:
    """A price table with merged headings, thick outer lines, and figures to the right."""
    document = new_document(chinese="黑体", latin="Arial")
    document.add_paragraph("资费对照表")
    table = grid(document, 8, [70, 90, 70, 60, 60, 65])
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.cell(0, 0).merge(table.cell(1, 0)).text = "地区"
    table.cell(0, 1).merge(table.cell(1, 1)).text = "业务"
    table.cell(0, 2).merge(table.cell(0, 4)).text = "月租费（元）"
    table.cell(0, 5).merge(table.cell(1, 5)).text = "备注"
    for column, words in zip((2, 3, 4), ("标准", "优惠", "合计"), strict=True):
        table.cell(1, column).text = words
    table.cell(2, 0).merge(table.cell(4, 0)).text = "主城区"
    table.cell(5, 0).merge(table.cell(7, 0)).text = "近郊及县域的其他地区"
    for row in range(2, 8):
        table.cell(row, 1).text = f"互联网专线{row * 50}M"
        for column in (2, 3, 4):
            table.cell(row, column).text = f"{row * column * 137:,}.00"
            table.cell(row, column).paragraphs[0].alignment = 2
    table.cell(2, 5).merge(table.cell(7, 5)).text = NOTICE
    for row in (0, 1):
        for cell in table.rows[row].cells:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    for column in range(6):
        shade(table.cell(0, column), "DCE6F8")
    table._tbl.tblPr.append(
        parse_xml(
            f"<w:tblBorders {nsdecls('w')}>"
            '<w:top w:val="single" w:sz="12" w:color="1F3864"/>'
            '<w:bottom w:val="single" w:sz="12" w:color="1F3864"/>'
            '<w:insideH w:val="single" w:sz="4" w:color="8EA9DB"/>'
            '<w:insideV w:val="single" w:sz="4" w:color="8EA9DB"/></w:tblBorders>'
        )
    )
    document.add_paragraph(CLAUSE)
    return saved(document)


def long_table() -> bytes:
    """75 rows over three pages; every tenth has several lines and may not break."""
    document = new_document(size=9)
    table = grid(document, 76, [40, 190, 60, 60, 65])
    properties_of_row(table.rows[0], "tblHeader", "cantSplit")
    heads = ("序号", "项目", "数量", "单价", "金额")
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        cell.text = words
        shade(cell, "E7E6E6")
    for number, row in enumerate(table.rows[1:], 1):
        words = CLAUSE if number % 10 == 0 else f"互联网专线 {number * 10}M"
        figures = (str(number), words, "1 条", f"{number * 12}.50", f"{number * 12}.50")
        for cell, text in zip(row.cells, figures, strict=True):
            cell.text = text
        if number % 10 == 0:
            properties_of_row(row, "cantSplit")
    return saved(document)


def nested_table() -> bytes:
    """A table in a cell, and a row taller than the rest of the page."""
    document = new_document()
    outer = grid(document, 2, [200, 215])
    outer.cell(0, 0).text = NOTICE
    inner = outer.cell(0, 1).add_table(3, 2)
    inner.style = "Table Grid"
    for number, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = f"内表{number}"
    outer.cell(0, 1).add_paragraph("内表之后")
    outer.cell(1, 0).text = "跨页的行"
    outer.cell(1, 1).text = "\n".join(f"{n}. {PLAIN}" for n in range(1, 25))
    document.add_paragraph("之后的段落。")
    return saved(document)
