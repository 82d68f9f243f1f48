"""Convert a filled .docx into a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.pdf.report import PdfResult, Report

if TYPE_CHECKING:
    from app.documents.pdf.fonts import FontSet


def convert(
    docx: bytes,
    *,
    fonts: FontSet,
    title: str = "",
    language: str = "zh-CN",
    draft_mark: str = "",
    ticket: str = "",
    code: str = "",
    marked: bool = False,
) -> PdfResult:
    """Lay out a Word document and return it as PDF; the same input gives the same bytes.

    Args:
        docx: The document, its fields already filled.
        fonts: The faces to draw with.
        title: Title of the PDF; empty takes the document's own.
        language: Language tag of the text.
        draft_mark: Word written across every page, such as 草稿; empty for none.
        ticket: Signed line for the QR code on the first page and the keywords; empty for none.
        code: Short code at the foot of every page; empty for none.
        marked: Show tracked changes, underlined and struck through; otherwise they are accepted.

    Raises:
        ValueError: the bytes are no Word document.
    """
    # lxml and reportlab cost a quarter of a second to import: only those who convert pay.
    from app.documents.pdf.atoms import AtomMaker
    from app.documents.pdf.body_reader import read_document
    from app.documents.pdf.docx_reader import Package
    from app.documents.pdf.metadata import Properties
    from app.documents.pdf.page import PageFiller
    from app.documents.pdf.writer import Writer

    report = Report()
    package = Package(docx, marked=marked)
    maker = AtomMaker(fonts, report)
    pages = PageFiller(maker).fill(read_document(package, report))
    known = package.properties()
    about = Properties(
        title or known.get("title", ""),
        known.get("creator", ""),
        known.get("subject", ""),
        ticket or known.get("keywords", ""),
        language,
        draft_mark,
        ticket,
        code,
    )
    data = Writer(fonts, maker, package, report, about).write(pages)
    return PdfResult(data, len(pages), report.findings)
