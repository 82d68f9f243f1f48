"""Negative control of the release scan: a figure planted in 21 places is found in each."""

from __future__ import annotations

import pytest

from app.documents.leak_scan import leaks
from tests.app.documents.papers import case_one_paper
from tests.app.documents.test_leak_scan import COST, _office_file

PLANTED = {
    "body": ("word/document.xml", "<w:p><w:t>成本 3,140.16 元</w:t></w:p>"),
    "split runs": ("word/document.xml", "<w:p><w:t>3,1</w:t><w:t>40.1</w:t><w:t>6</w:t></w:p>"),
    "full width": ("word/document.xml", "<w:p><w:t>３，１４０．１６</w:t></w:p>"),
    "hidden": ("word/document.xml", "<w:p><w:vanish/><w:t>3140.16</w:t></w:p>"),
    "white": ("word/document.xml", '<w:p><w:color w:val="FFFFFF"/><w:t>3140.16</w:t></w:p>'),
    "deleted": ("word/document.xml", "<w:del><w:delText>3140.16</w:delText></w:del>"),
    "alternative text": ("word/document.xml", '<wp:docPr descr="cost 3140.16"/>'),
    "bookmark": ("word/document.xml", '<w:bookmarkStart w:name="c 3140.16"/>'),
    "field": ("word/document.xml", "<w:instrText>DOCVARIABLE 3140.16</w:instrText>"),
    "header": ("word/header1.xml", "<w:p><w:t>3140.16</w:t></w:p>"),
    "footer": ("word/footer2.xml", "<w:p><w:t>3140.16</w:t></w:p>"),
    "footnote": ("word/footnotes.xml", "<w:p><w:t>3140.16</w:t></w:p>"),
    "comment": ("word/comments.xml", "<w:p><w:t>3140.16</w:t></w:p>"),
    "setting": ("word/settings.xml", '<w:docVar w:val="3140.16"/>'),
    "relation": ("word/_rels/document.xml.rels", '<Relationship Target="x?c= 3140.16"/>'),
    "property": ("docProps/core.xml", "<dc:subject>3140.16</dc:subject>"),
    "own property": ("docProps/custom.xml", "<vt:lpwstr>3140.160</vt:lpwstr>"),
    "own data": ("customXml/item1.xml", "<cost>3140.16</cost>"),
    "chart": ("word/charts/chart1.xml", "<c:v>3140.16</c:v>"),
    "hidden column": ("xl/worksheets/sheet1.xml", '<row><c r="Z1"><v>3140.16</v></c></row>'),
    "defined name": ("xl/workbook.xml", '<definedName hidden="1">3140.16</definedName>'),
}


@pytest.mark.parametrize("place", PLANTED)
def test_a_planted_figure_is_found(place: str) -> None:
    """Text, hidden text, properties and XML: none of the 21 is missed."""
    assert len(PLANTED) == 21
    assert leaks(_office_file(*PLANTED[place]), [COST]) == (COST,)


@pytest.mark.parametrize("kind", ["proposal", "contract", "quotation"])
def test_a_paper_as_written_holds_no_such_figure(kind: str) -> None:
    """The same scan finds nothing in the Word document and in the PDF."""
    paper = case_one_paper(kind)
    assert leaks(paper.docx, [COST]) == ()
    assert leaks(paper.pdf, [COST]) == ()
