"""CPU time of the PDF conversion: a page, a proposal, and what fonts cost when first used.

Run with ``python -m benchmarks.pdf_bench``. Documents are built here, so that figures of different
versions compare. Times are process times in milliseconds: the best of several runs.
"""

from __future__ import annotations

import io
import pathlib
import time
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from app.documents.pdf import FontSet, convert

FONTS = pathlib.Path("resources/fonts")
RUNS = 7
CLAUSE = (
    "乙方向甲方提供互联网专线与SD-WAN组网服务（以下简称“本服务”）：带宽不低于1,000Mbps，月可用率"
    "不低于99.99%；甲方于每月15日前支付月租费¥12,800.00元，逾期按日加收0.05%违约金。"
)
BUDGET_PROPOSAL, BUDGET_PAGE = 400, 60


def _document() -> Any:  # noqa: ANN401 - python-docx has no types
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    return document


def _page_number(paragraph: Any) -> None:  # noqa: ANN401 - python-docx has no types
    for name in ("PAGE", "NUMPAGES"):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        paragraph._p.append(field)  # noqa: SLF001 - python-docx offers no fields
        paragraph.add_run(" ")


def _saved(document: Any) -> bytes:  # noqa: ANN401 - python-docx has no types
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def one_page() -> bytes:
    """Return a letter with a table of eight rows."""
    document = _document()
    document.add_heading("报价函", 1)
    for _ in range(4):
        document.add_paragraph(CLAUSE).alignment = 3
    _table(document, 8)
    return _saved(document)


def proposal() -> bytes:
    """Return twelve pages: headings, justified text, two tables of fifty rows, page numbers."""
    document = _document()
    _page_number(document.sections[0].footer.paragraphs[0])
    for chapter in range(1, 5):
        document.add_heading(f"第{chapter}章 解决方案", 1)
        for section in range(1, 4):
            document.add_heading(f"{chapter}.{section} 组网", 2)
            for _ in range(5):
                document.add_paragraph(CLAUSE * 2).alignment = 3
        if chapter % 2 == 0:
            _table(document, 50)
        document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    return _saved(document)


def _table(document: Any, rows: int) -> None:  # noqa: ANN401 - python-docx has no types
    table = document.add_table(rows=rows, cols=6)
    table.style = "Table Grid"
    for number, row in enumerate(table.rows):
        texts = (str(number), "互联网专线 100M", "条", "1,234.50", "10%", "1,111.05")
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _best(data: bytes, fonts: FontSet) -> tuple[float, int]:
    best, pages = float("inf"), 0
    for _ in range(RUNS):
        start = time.process_time()
        pages = convert(data, fonts=fonts).pages
        best = min(best, time.process_time() - start)
    return best * 1000, pages


def main() -> None:
    """Print the figures, each with its budget."""
    fonts = FontSet.load(FONTS)
    page, full = one_page(), proposal()
    start = time.process_time()
    convert(page, fonts=fonts)
    print(
        f"first conversion, with imports and fonts: {(time.process_time() - start) * 1000:.0f} ms"
    )
    for key in ("sans", "sans-bold", "serif", "serif-bold"):
        fresh = FontSet.load(FONTS)
        start = time.process_time()
        fresh.face(key)
        print(f"reading face {key}: {(time.process_time() - start) * 1000:.0f} ms")
    for name, data, budget in (("letter", page, BUDGET_PAGE), ("proposal", full, BUDGET_PROPOSAL)):
        spent, pages = _best(data, fonts)
        print(f"{name}, {pages} pages: {spent:.0f} ms of {budget} ms")


if __name__ == "__main__":
    main()
