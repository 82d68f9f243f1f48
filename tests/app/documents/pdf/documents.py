"""Small Word documents for the tests, and what a reader sees in the PDF made of them."""

from __future__ import annotations

import contextlib
import ctypes
import io
import pathlib
import unicodedata
from typing import TYPE_CHECKING, Any

import docx
import pypdfium2
import pypdfium2.raw as pdfium
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from app.documents.pdf import FontSet, PdfResult, convert
from app.documents.pdf.atoms import AtomMaker
from app.documents.pdf.body_reader import read_document
from app.documents.pdf.docx_reader import Package
from app.documents.pdf.page import Page, PageFiller
from app.documents.pdf.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.pdf.boxes import TextLine

FOLDER = pathlib.Path("resources/fonts")
FONTS = FontSet.load(FOLDER)


def new_document(chinese: str = "宋体", latin: str = "Times New Roman", size: float = 10.5) -> Any:  # noqa: ANN401 - python-docx has no types
    """Return an A4 document whose Normal style names the given families; single spaced."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name = latin
    style.font.size = Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), chinese)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595), Pt(842)
    section.left_margin = section.right_margin = Pt(90)
    section.top_margin = section.bottom_margin = Pt(72)
    return document


def saved(document: Any) -> bytes:  # noqa: ANN401 - python-docx has no types
    """Return a document as the bytes of a .docx."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf_of(document: Any, **options: Any) -> PdfResult:  # noqa: ANN401 - python-docx has no types
    """Convert a document with the bundled fonts."""
    return convert(saved(document), fonts=FONTS, **options)


def add_field(paragraph: Any, instruction: str, result: str = "1") -> None:  # noqa: ANN401
    """Append a complex field with a stored result."""
    for kind, text in (
        ("begin", ""),
        ("instruction", instruction),
        ("separate", ""),
        ("result", result),
        ("end", ""),
    ):
        run = paragraph.add_run()
        if kind == "instruction":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = text
            run._r.append(element)
        elif kind == "result":
            run.text = text
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def add_list(document: Any, levels: list[tuple[str, str, str]]) -> int:  # noqa: ANN401
    """Define a multi-level list of (format, text, further XML) and return its number."""
    numbering = document.part.numbering_part.element
    identifier = 900 + len(numbering.findall(qn("w:abstractNum")))
    described = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{420 * (n + 1)}" w:hanging="420"/>'
        "</w:pPr></w:lvl>"
        for n, (form, text, more) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identifier}">{described}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{identifier}">'
            f'<w:abstractNumId w:val="{identifier}"/></w:num>'
        )
    )
    return identifier


def add_item(document: Any, text: str, list_id: int, level: int = 0) -> Any:  # noqa: ANN401
    """Append a paragraph of a list."""
    paragraph = document.add_paragraph(text)
    number = paragraph._p.get_or_add_pPr()._add_numPr()
    number._add_ilvl().val = level
    number._add_numId().val = list_id
    return paragraph


def properties_of_row(row: Any, *names: str) -> None:  # noqa: ANN401
    """Switch on row properties such as ``tblHeader`` and ``cantSplit``."""
    for name in names:
        row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def squeezed(text: str) -> str:
    """Normalise text to NFC and drop white space, to compare words only."""
    return "".join(unicodedata.normalize("NFC", text).split())


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and close it again."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def page_texts(data: bytes) -> list[str]:
    """Return the text of each page, as extracted."""
    with opened(data) as document:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
        return texts


def words_of(data: bytes) -> str:
    """Return the text of all pages without white space."""
    return squeezed("".join(page_texts(data)))


def places_of(data: bytes, page_number: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Return each character of a page with its left, bottom, right and top in points."""
    with opened(data) as document:
        page = document[page_number]
        text = page.get_textpage()
        found = []
        for index in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text, index)
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            _, bottom, right, top = text.get_charbox(index, loose=True)
            found.append((chr(code), x.value, y.value, right, top))
            del bottom
        text.close()
        page.close()
        return found


def lines_of(data: bytes, page_number: int = 0) -> list[str]:
    """Return the lines of a page as they stand below each other, without spaces."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for character, x, y, _, _ in places_of(data, page_number):
        if not character.isspace():
            rows.setdefault(round(y, 1), []).append((x, character))
    return ["".join(c for _, c in sorted(rows[y])) for y in sorted(rows, reverse=True)]


def place_of(data: bytes, words: str, page_number: int = 0) -> tuple[float, float]:
    """Return the left edge and baseline of the first occurrence of words on a page.

    Raises:
        ValueError: the page does not hold the words.
    """
    places = [p for p in places_of(data, page_number) if not p[0].isspace()]
    position = "".join(place[0] for place in places).index(squeezed(words))
    return places[position][1], places[position][2]


def pages_of(document: Any) -> list[Page]:  # noqa: ANN401 - python-docx has no types
    """Lay out a document and return its pages before they are drawn."""
    report = Report()
    sections = read_document(Package(saved(document)), report)
    return PageFiller(AtomMaker(FONTS, report)).fill(sections)


def text_of(item: TextLine) -> str:
    """Return the words of a laid-out line."""
    return "".join(atom.text for atom in item.box.line.atoms if atom.kind != "bookmark")
