"""What a PDF says about itself is what the document said, twice in the same words."""

from __future__ import annotations

import re
import struct

from lxml import etree

from app.documents.pdf.metadata import Properties, colour_profile, xmp
from tests.app.documents.pdf.documents import new_document, opened, pdf_of

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}
ABOUT = Properties("报价 <A&B>", "李明", "五店通信", "宽带, 专线", "zh-CN")


def packet(data: bytes) -> bytes:
    """The XMP packet of a PDF, which is written as it is."""
    found = re.search(rb"<\?xpacket begin.*?<\?xpacket end=\"r\"\?>", data, re.DOTALL)
    assert found is not None
    return found[0]


def test_xmp_repeats_the_properties() -> None:
    """Title, author, subject and keywords stand in the packet, marks escaped."""
    root = etree.fromstring(xmp(ABOUT))
    found = {
        name: root.xpath(f"string(//{path})", namespaces=SPACES)
        for name, path in (
            ("title", "dc:title//rdf:li"),
            ("author", "dc:creator//rdf:li"),
            ("subject", "dc:description//rdf:li"),
            ("keywords", "pdf:Keywords"),
            ("language", "dc:language//rdf:li"),
        )
    }
    assert found == {
        "title": "报价 <A&B>",
        "author": "李明",
        "subject": "五店通信",
        "keywords": "宽带, 专线",
        "language": "zh-CN",
    }


def test_file_and_packet_name_the_same_title() -> None:
    """A reader that looks at either finds one title."""
    document = new_document()
    document.core_properties.title = "网络方案"
    data = pdf_of(document).data
    with opened(data) as pdf:
        assert pdf.get_metadata_dict()["Title"] == "网络方案"
    assert "网络方案".encode() in packet(data)


def test_nothing_is_said_that_is_not_known() -> None:
    """No author, no subject, and no date of a day on which nobody wrote anything."""
    document = new_document()
    document.core_properties.title, document.core_properties.author = "方案", ""
    document.core_properties.comments = ""
    with opened(pdf_of(document).data) as pdf:
        known = {name: text for name, text in pdf.get_metadata_dict().items() if text}
    assert known == {
        "Title": "方案",
        "Creator": "Quotewright",
        "Producer": "Quotewright, ReportLab",
    }


def test_colours_are_meant_as_srgb() -> None:
    """The output intent names sRGB and holds a profile for three channels."""
    data = pdf_of(new_document()).data
    assert b"/OutputIntents" in data
    assert b"(sRGB IEC61966-2.1)" in data
    profile = colour_profile()
    assert profile in data
    assert struct.unpack_from(">I", profile)[0] == len(profile)
    assert profile[16:20] == b"RGB "


def test_same_document_gives_the_same_bytes() -> None:
    """Neither packet nor profile carries the time of day."""
    document = new_document()
    document.add_paragraph("文字")
    assert pdf_of(document).data == pdf_of(document).data
    assert colour_profile()[24:36] == struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
