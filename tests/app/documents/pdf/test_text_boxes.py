"""Boxes of text: where they stand, what they look like, that no word of them is lost."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml

from app.documents.pdf.boxes import Fill, Rule, TextLine
from tests.app.documents.pdf.documents import new_document, page_texts, pages_of, pdf_of, squeezed
from tests.app.documents.pdf.documents import text_of as words_of_line

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
POINT = 12700
LOOKS = (
    '<a:solidFill><a:srgbClr val="FFF7E0"/></a:solidFill>'
    '<a:ln w="12700"><a:solidFill><a:srgbClr val="C08000"/></a:solidFill></a:ln>'
)


def boxed(
    document: Any,  # noqa: ANN401 - python-docx has no types
    words: str,
    *,
    height: int = 60,
    order: int = 1,
    wrap: str = "wrapNone",
    body: str = "",
    shape: str = "rect",
) -> None:
    """Append a paragraph with a box 100 points from the left and 200 from the top of the page."""
    position = "<wp:posOffset>{}</wp:posOffset>"
    drawing = (
        f'<w:drawing {SPACES}><wp:anchor relativeHeight="{order}" behindDoc="0">'
        f'<wp:positionH relativeFrom="page">{position.format(100 * POINT)}</wp:positionH>'
        f'<wp:positionV relativeFrom="page">{position.format(200 * POINT)}</wp:positionV>'
        f'<wp:extent cx="{120 * POINT}" cy="{height * POINT}"/><wp:{wrap}/><a:graphic>'
        f'<a:graphicData uri="x"><wps:wsp><wps:spPr><a:prstGeom prst="{shape}"/>{LOOKS}</wps:spPr>'
        f"<wps:txbx><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
        f"</wps:txbx><wps:bodyPr>{body}</wps:bodyPr></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )
    document.add_paragraph("正文").add_run()._r.append(parse_xml(drawing))


def test_box_stands_where_it_is_anchored() -> None:
    """Fill and frame at 100, 200; the text 7.2 and 3.6 points inside."""
    document = new_document()
    boxed(document, "框中")
    items = pages_of(document)[0].items
    fill = next(item for item in items if isinstance(item, Fill))
    assert (fill.x, fill.top, fill.width, fill.height) == (100, 200, 120, 60)
    line = next(i for i in items if isinstance(i, TextLine) and words_of_line(i) == "框中")
    assert (line.x, line.top) == pytest.approx((107.2, 203.6))
    edges = [item for item in items if isinstance(item, Rule)]
    assert len(edges) == 4
    assert {edge.border.colour for edge in edges} == {"C08000"}


def test_box_that_grows_is_as_tall_as_its_text() -> None:
    """20 characters of 10.5 in 105.6 points are two lines of 13.65, with 7.2 around them."""
    document = new_document()
    boxed(document, "字" * 20, body="<a:spAutoFit/>")
    fill = next(item for item in pages_of(document)[0].items if isinstance(item, Fill))
    assert fill.height == pytest.approx(2 * 13.65 + 7.2)


def test_text_too_long_for_its_box_is_shown() -> None:
    """Word would hide the end; here every character is drawn."""
    document = new_document()
    boxed(document, "字" * 60, height=20)
    assert squeezed(page_texts(pdf_of(document).data)[0]).count("字") == 60


def test_higher_box_covers_the_lower_one() -> None:
    """Boxes are drawn in the order of their heights, after the text."""
    document = new_document()
    boxed(document, "甲乙", order=9)
    boxed(document, "丙丁", order=2)
    text = squeezed(page_texts(pdf_of(document).data)[0])
    assert text == "正文正文丙丁甲乙"


def test_wrapped_text_and_other_outlines_are_reported() -> None:
    """What is drawn otherwise than in Word is told, and the words are there all the same."""
    document = new_document()
    boxed(document, "框中", wrap="wrapSquare", shape="ellipse")
    result = pdf_of(document)
    assert [finding.what for finding in result.findings] == [
        "outline of a shape (ellipse)",
        "text wrapped around a text box",
    ]
    assert "框中" in squeezed(page_texts(result.data)[0])
