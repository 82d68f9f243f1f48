"""Promises of the scan for internal figures."""

from __future__ import annotations

import io
import zipfile

import pytest

from app.documents.leak_scan import leaks, refuse_leaks
from app.errors import IssueRefused
from tests.app.documents.papers import case_one_paper

COST = "3,140.16"


def _office_file(part: str, xml: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(part, xml)
    return target.getvalue()


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        ("word/document.xml", "<w:p><w:r><w:t>3,140.16</w:t></w:r></w:p>"),
        ("word/document.xml", "<w:p><w:t>31</w:t><w:t>40.16</w:t></w:p>"),
        ("word/document.xml", "<w:p><w:vanish/><w:t>３１４０．１６</w:t></w:p>"),
        ("word/document.xml", '<wp:docPr descr="3140.16"/>'),
        ("word/comments.xml", "<w:p><w:t>成本 3 140.16 元</w:t></w:p>"),
        ("docProps/core.xml", "<dc:description>3140.160</dc:description>"),
        ("xl/worksheets/sheet2.xml", '<row><c r="A1"><v>3140.16</v></c></row>'),
        ("xl/workbook.xml", '<definedName name="x">3140.16</definedName>'),
        ("word/media/image1.png", "PNG comment cost=3140.16"),
    ],
)
def test_secret_is_found_wherever_it_hides(part: str, xml: str) -> None:
    """Split runs, hidden text, other digits, attributes, comments, properties, pictures."""
    assert leaks(_office_file(part, xml), [COST]) == (COST,)


@pytest.mark.parametrize("text", ["13,140.16", "3,140.161", "3,140.1", "23140.16"])
def test_other_numbers_are_no_leak(text: str) -> None:
    """A number counts only when it stands alone."""
    assert leaks(_office_file("word/document.xml", f"<w:p><w:t>{text}</w:t></w:p>"), [COST]) == ()


def test_short_amount_counts_with_its_decimals_only() -> None:
    """55 is found in any quantity; 55.00 and 55.0 are amounts."""
    for text, found in (("共 55 条", ()), ("成本 55.00 元", ("55.00",)), ("55.0", ("55.00",))):
        file = _office_file("word/document.xml", f"<w:p><w:t>{text}</w:t></w:p>")
        assert leaks(file, ["55.00"]) == found


def test_pixels_of_a_picture_are_no_text() -> None:
    """Compressed pixels hold any digits; a comment in the same picture is still read."""
    pixels = b"\x00\x00\x00\x07IDAT3140.16\x00\x00\x00\x00"
    told = b"\x00\x00\x00\x0ctEXtcost 3140.16\x00\x00\x00\x00"
    for parts, found in ((pixels, ()), (pixels + told, (COST,))):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("word/media/image1.png", b"\x89PNG\r\n\x1a\n" + parts)
        assert leaks(target.getvalue(), [COST]) == found


def test_short_numbers_are_left_to_the_other_barriers() -> None:
    """Three digits occur in any date."""
    assert leaks(_office_file("a.xml", "<w:p>573</w:p>"), ["573"]) == ()


def test_remark_is_found_whatever_its_spacing() -> None:
    """Words are secrets as well."""
    file = _office_file("a.xml", "<w:p><w:t>客户 </w:t><w:t>很难谈</w:t></w:p>")
    assert leaks(file, ["客户很难谈"]) == ("客户很难谈",)


def test_public_figure_is_not_a_secret() -> None:
    """What must be printed cannot be hidden."""
    file = _office_file("a.xml", "<w:p>8,016.00</w:p>")
    assert leaks(file, ["8016"], public=["8,016.00"]) == ("8016",)
    assert leaks(file, ["8016.00"], public=["8,016.00"]) == ()


def test_secret_in_a_pdf_is_found() -> None:
    """The text of every page is read."""
    pdf = case_one_paper("contract").pdf
    assert leaks(pdf, ["7,354.20", "3,140.16"]) == ("7,354.20",)


def test_refusal_does_not_repeat_the_secret() -> None:
    """Messages end up in logs."""
    with pytest.raises(IssueRefused) as refusal:
        refuse_leaks(_office_file("a.xml", "<w:p>3140.16</w:p>"), [COST])
    assert "3140" not in str(refusal.value)
    assert refusal.value.parameters["count"] == "1"
