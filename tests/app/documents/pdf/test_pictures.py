"""Pictures: in the text, anchored, cropped, in formats that PDF holds as they are."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2.raw as pdfium
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from PIL import Image

from app.documents.pdf.boxes import PictureAt, TextLine
from tests.app.documents.pdf.documents import (
    new_document,
    opened,
    pages_of,
    pdf_of,
    place_of,
    words_of,
)

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def picture(form: str = "PNG", mode: str = "RGB", colour: Any = (200, 30, 30)) -> io.BytesIO:  # noqa: ANN401
    """Return a picture file of one colour, 40 by 20 pixels."""
    buffer = io.BytesIO()
    Image.new(mode, (40, 20), colour).save(buffer, form)
    buffer.seek(0)
    return buffer


def boxes_of(data: bytes) -> list[tuple[float, ...]]:
    """Return left, bottom, right and top of each picture on the first page."""
    with opened(data) as pdf:
        page = pdf[0]
        found = [
            tuple(round(v, 1) for v in item.get_bounds())
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        ]
        page.close()
    return found


def pixel_of(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """Return the colour drawn at a place, in points from the top left corner."""
    with opened(data) as pdf:
        page = pdf[0]
        image = page.render(scale=1).to_pil().convert("RGB")
        page.close()
    colour = image.getpixel((int(x), int(y)))
    assert isinstance(colour, tuple)
    return colour


def test_picture_in_the_text_stands_on_the_baseline() -> None:
    """A picture 100 points wide begins at the left margin, at the top of the text."""
    document = new_document()
    document.add_picture(picture(), width=Pt(100))
    (box,) = boxes_of(pdf_of(document).data)
    assert box == (90.0, 720.0, 190.0, 770.0)


@pytest.mark.parametrize(
    ("form", "mode", "colour"),
    [
        ("PNG", "RGB", (200, 30, 30)),
        ("PNG", "RGBA", (200, 30, 30, 255)),
        ("PNG", "P", 1),
        ("PNG", "L", 90),
        ("JPEG", "RGB", (200, 30, 30)),
        ("JPEG", "L", 90),
        ("GIF", "RGB", (200, 30, 30)),
        ("BMP", "RGB", (200, 30, 30)),
    ],
)
def test_picture_formats_keep_their_colour(form: str, mode: str, colour: Any) -> None:  # noqa: ANN401
    """Whatever the format, the middle of the picture has the colour of the file."""
    file = picture(form, mode, colour)
    expected = Image.open(file).convert("RGB").getpixel((20, 10))
    file.seek(0)
    document = new_document()
    document.add_picture(file, width=Pt(100))
    drawn = pixel_of(pdf_of(document).data, 140, 97)
    assert isinstance(expected, tuple)
    assert all(abs(a - b) <= 4 for a, b in zip(drawn, expected, strict=True))


def test_transparent_pixels_show_the_page() -> None:
    """A fully transparent picture leaves the paper white."""
    document = new_document()
    document.add_picture(picture(mode="RGBA", colour=(200, 30, 30, 0)), width=Pt(100))
    assert pixel_of(pdf_of(document).data, 140, 97) == (255, 255, 255)


def test_same_picture_is_stored_once() -> None:
    """A logo used three times is one object."""
    document = new_document()
    for _ in range(3):
        document.add_picture(picture(), width=Pt(30))
    data = pdf_of(document).data
    assert data.count(b"/Subtype /Image") == 1
    assert len(boxes_of(data)) == 3


def anchored(document: Any, horizontal: str, vertical: str, more: str = "") -> None:  # noqa: ANN401
    """Turn the document's last inline picture of 100 by 50 points into an anchored one."""
    (inline,) = document.paragraphs[-1]._p.xpath(".//wp:inline")
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} behindDoc="1"><wp:simplePos x="0" y="0"/>'
        f"{horizontal}{vertical}{more or '<wp:wrapNone/>'}</wp:anchor>"
    )
    for child in list(inline):
        anchor.append(child)
    inline.getparent().replace(inline, anchor)


def test_anchored_picture_stands_where_the_page_says() -> None:
    """Centred on the page, 36 points from its top; the text does not move for it."""
    document = new_document()
    document.add_picture(picture(), width=Pt(100))
    anchored(
        document,
        '<wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH>',
        '<wp:positionV relativeFrom="page"><wp:posOffset>457200</wp:posOffset></wp:positionV>',
    )
    document.add_paragraph("正文")
    first = pages_of(document)[0].items[0]
    assert isinstance(first, PictureAt)  # behind the text: drawn first
    assert [first.x, first.top] == pytest.approx([(595 - 100) / 2, 36])
    assert place_of(pdf_of(document).data, "正文")[1] > 842 - 72 - 30


def test_anchored_picture_beside_its_paragraph() -> None:
    """Offsets from the column and the paragraph count from there."""
    document = new_document()
    document.add_paragraph("一").paragraph_format.line_spacing = Pt(20)
    document.add_picture(picture(), width=Pt(100))
    anchored(
        document,
        '<wp:positionH relativeFrom="column"><wp:posOffset>127000</wp:posOffset></wp:positionH>',
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>63500</wp:posOffset></wp:positionV>',
    )
    placed = next(item for item in pages_of(document)[0].items if isinstance(item, PictureAt))
    assert [placed.x, placed.top] == pytest.approx([100, 72 + 20 + 5])


def test_text_wrapped_around_a_picture_is_reported() -> None:
    """Text that should stand beside a picture stands below it, and that is said."""
    document = new_document()
    document.add_picture(picture(), width=Pt(100))
    anchored(document, "", "", '<wp:wrapSquare wrapText="bothSides"/>')
    document.paragraphs[0].add_run("旁边的字")
    assert [f.what for f in pdf_of(document).findings] == ["text wrapped around a picture"]
    items = pages_of(document)[0].items
    placed = next(item for item in items if isinstance(item, PictureAt))
    line = next(item for item in items if isinstance(item, TextLine))
    assert line.top >= placed.top + placed.picture.height


def test_unknown_picture_format_is_reported() -> None:
    """A metafile is not drawn, and named."""
    document = new_document()
    document.add_picture(picture(), width=Pt(100))
    part = next(iter(p for p in document.part.package.iter_parts() if "image" in p.partname))
    part.partname = type(part.partname)("/word/media/drawing.emf")
    result = pdf_of(document)
    assert [f.what for f in result.findings] == ["picture format emf"]
    assert words_of(result.data) == ""


def test_cropped_picture_shows_its_part() -> None:
    """Half cut off at the left: the right half fills the frame."""
    file = io.BytesIO()
    image = Image.new("RGB", (40, 20), (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, 20, 20))
    image.save(file, "PNG")
    file.seek(0)
    document = new_document()
    document.add_picture(file, width=Pt(100))
    (fill,) = document.paragraphs[-1]._p.xpath(".//pic:blipFill")
    fill.insert(1, parse_xml(f'<a:srcRect {nsdecls("a")} l="50000"/>'))
    data = pdf_of(document).data
    assert pixel_of(data, 95, 97) == (0, 0, 255)
    assert pixel_of(data, 80, 97) == (255, 255, 255)


def test_picture_may_be_a_link() -> None:
    """A picture inside a hyperlink leads to its address."""
    document = new_document()
    document.add_picture(picture(), width=Pt(100))
    relation = document.part.relate_to("https://example.com/", HYPERLINK, is_external=True)
    paragraph = document.paragraphs[-1]
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"/>')
    link.append(paragraph.runs[0]._r)
    paragraph._p.append(link)
    assert b"/URI (https://example.com/)" in pdf_of(document).data
