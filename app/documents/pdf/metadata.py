"""What a PDF says about itself: properties, the same as XMP, and the colours it is meant in.

This is what archives ask for; conformance to PDF/A is not claimed, because nothing here proves it.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final

import msgspec
from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from app.documents.pdf.canvas import PlainCanvas

CREATOR: Final = "Quotewright"
PRODUCER: Final = "Quotewright, ReportLab"
_COLOURS: Final = "sRGB IEC61966-2.1"
_ENTRIES: Final = ("Metadata", "OutputIntents")
_DATE: Final = slice(24, 36)  # of a colour profile: when it was made
_NO_DATE: Final = b"\x07\xd0\x00\x01\x00\x01" + bytes(6)  # the first of January 2000


class Properties(msgspec.Struct, frozen=True):
    """What a PDF reader shows about the document; ``language`` is a tag such as ``zh-CN``."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "zh-CN"
    draft_mark: str = ""
    ticket: str = ""
    code: str = ""


class _Facts(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """The properties that are known; no date, because the same input gives the same file."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return them as a PDF dictionary."""
        known = {
            name: pdfdoc.PDFString(text)
            for name, text in (
                ("Title", self.title),
                ("Author", self.author),
                ("Subject", self.subject),
                ("Keywords", self.keywords),
                ("Creator", self.creator),
                ("Producer", self.producer),
            )
            if text
        }
        return pdfdoc.PDFDictionary(known).format(document)  # type: ignore[no-any-return]  # bytes


def describe(canvas: PlainCanvas, about: Properties) -> None:
    """Write properties, their XMP form and the output intent into a document."""
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setKeywords(about.keywords)
    canvas.setCreator(CREATOR)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.document.info.__class__ = _Facts  # the document refers to this very object
    catalog = canvas.document.Catalog
    # reportlab writes only the entries that it knows.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, *_ENTRIES]
    catalog.Metadata = _stream(xmp(about), Type="Metadata", Subtype="XML")
    profile = _stream(colour_profile(), N=3, Alternate="DeviceRGB")
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString(_COLOURS),
        "Info": pdfdoc.PDFString(_COLOURS),
        "DestOutputProfile": canvas.document.Reference(profile),
    }
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])


def xmp(about: Properties) -> bytes:
    """Return the properties as an XMP packet."""
    language = about.language
    parts = [
        _alternative("title", about.title, language),
        _alternative("description", about.subject, language),
        f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq></dc:creator>"
        if about.author
        else "",
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
        f"<pdf:Keywords>{escape(about.keywords)}</pdf:Keywords>" if about.keywords else "",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>",
    ]
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f"{''.join(parts)}</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    )
    return packet.encode("utf-8")


@lru_cache(maxsize=1)
def colour_profile() -> bytes:
    """Return the sRGB profile; its date is always the same, so that the PDF is."""
    from PIL import ImageCms

    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[_DATE] = _NO_DATE
    return bytes(data)


def _alternative(name: str, text: str, language: str) -> str:
    if not text:
        return ""
    entries = "".join(
        f'<rdf:li xml:lang="{tag}">{escape(text)}</rdf:li>' for tag in ("x-default", language)
    )
    return f"<dc:{name}><rdf:Alt>{entries}</rdf:Alt></dc:{name}>"


def _stream(content: bytes, **entries: str | int) -> pdfdoc.PDFStream:
    """Return a stream that is written as it is, with names and figures in its dictionary."""
    stream = pdfdoc.PDFStream(content=content, filters=[])
    for name, entry in entries.items():
        stream.dictionary[name] = pdfdoc.PDFName(entry) if isinstance(entry, str) else entry
    return stream
