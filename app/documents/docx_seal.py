"""What a final Word document carries: properties of its own, and the QR code on the first page.

The twenty letters at its foot come from the template (``document.fingerprint``), as in the PDF. The
properties say the same for programs; nothing in them tells more than the paper shows.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final
from xml.sax.saxutils import escape

from lxml import etree

from app.documents.docx_package import CONTENT_TYPES, DOCUMENT, packed, parsed, serialised
from app.documents.passages import docx_parts, squeezed
from app.documents.pdf.seal import EDGE, QUIET, module_width, modules
from app.documents.sealed_paper import SealedPaper

_CUSTOM: Final = "docProps/custom.xml"
_PICTURE: Final = "word/media/qr.png"
_ROOT_RELATIONS: Final = "_rels/.rels"
_DOCUMENT_RELATIONS: Final = "word/_rels/document.xml.rels"
_RELATION: Final = "rIdApprovalCode"
_NUMBER, _REVISION, _CODE, _TICKET = "Quote number", "Revision", "Code", "Approval"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CUSTOM_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_USER_PROPERTIES: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY: Final = 2
_EMU: Final = 12_700
_TWIPS: Final = 20
_PIXELS: Final = 6
"""Of a module."""
_A4: Final = (595.3, 841.9)
_ANCHOR: Final = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    f' xmlns:r="{_OFFICE}">'
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
    ' relativeHeight="251659264" behindDoc="0" locked="1" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{side}" cy="{side}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="9901" name="QR" descr="QR"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="9902" name="QR"/><pic:cNvPicPr/></pic:nvPicPr>'
    f'<pic:blipFill><a:blip r:embed="{_RELATION}"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)


def with_seal(docx: bytes, number: str, revision: str, code: str, ticket: str = "") -> bytes:
    """The document with its seal; the same input gives the same bytes.

    Args:
        docx: Finished.
        number: Of the quote.
        revision: Its letter.
        code: Twenty letters.
        ticket: Signed line for the QR code; empty for none.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    facts = {_NUMBER: number, _REVISION: revision, _CODE: code}
    if ticket:
        facts[_TICKET] = ticket
    parts[_CUSTOM] = _custom(facts)
    types = parsed(parts[CONTENT_TYPES])
    attributes = {"PartName": f"/{_CUSTOM}", "ContentType": _CUSTOM_TYPE}
    types.append(types.makeelement(f"{_TYPES}Override", attributes))
    _relate(parts, _ROOT_RELATIONS, "rIdCustom", f"{_OFFICE}/custom-properties", _CUSTOM)
    if ticket:
        if not any(one.get("Extension") == "png" for one in types):
            png = {"Extension": "png", "ContentType": "image/png"}
            types.insert(0, types.makeelement(f"{_TYPES}Default", png))
        _relate(parts, _DOCUMENT_RELATIONS, _RELATION, f"{_OFFICE}/image", "media/qr.png")
        parts[_PICTURE] = qr_picture(ticket)
        parts[DOCUMENT] = _with_picture(parts[DOCUMENT], len(modules(ticket)))
    parts[CONTENT_TYPES] = serialised(types)
    return packed(parts)


def read_sealed_docx(docx: bytes) -> SealedPaper:
    """What a Word document carries.

    Raises:
        ValueError: The bytes are no Word document.
    """
    parts = docx_parts(docx)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        custom = archive.read(_CUSTOM) if _CUSTOM in archive.namelist() else b""
    facts = {}
    for one in parsed(custom) if custom else ():
        facts[one.get("name", "")] = "".join(str(part) for part in one.itertext())
    text = "".join(squeezed(line) for lines in parts.values() for line in lines)
    return SealedPaper(facts.get(_TICKET, ""), (text,))


def qr_picture(ticket: str) -> bytes:
    """The QR code as a PNG with its white edge."""
    from PIL import Image

    rows = modules(ticket)
    size = len(rows) + 2 * QUIET
    picture = Image.new("1", (size, size), 1)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                picture.putpixel((across + QUIET, down + QUIET), 0)
    large = picture.resize((size * _PIXELS, size * _PIXELS), Image.Resampling.NEAREST)
    target = io.BytesIO()
    large.save(target, "PNG")
    return target.getvalue()


def _custom(facts: dict[str, str]) -> bytes:
    told = "".join(
        f'<property fmtid="{_USER_PROPERTIES}" pid="{at}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for at, (name, value) in enumerate(facts.items(), start=_FIRST_PROPERTY)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VT}">{told}</Properties>'
    ).encode()


def _relate(parts: dict[str, bytes], of: str, name: str, kind: str, target: str) -> None:
    root = parsed(parts[of])
    tag = f"{{{etree.QName(root).namespace}}}Relationship"
    root.append(root.makeelement(tag, {"Id": name, "Type": kind, "Target": target}))
    parts[of] = serialised(root)


def _with_picture(document: bytes, count: int) -> bytes:
    """The document with the code in the lower right corner of its first page, as in the PDF."""
    root = parsed(document)
    size = root.find(f".//{_W}sectPr/{_W}pgSz")
    width, height = _A4
    if size is not None:
        width = int(size.get(f"{_W}w", width * _TWIPS)) / _TWIPS
        height = int(size.get(f"{_W}h", height * _TWIPS)) / _TWIPS
    step = module_width(count)
    far = EDGE + (count + QUIET) * step
    places = {"left": width - far, "top": height - far, "side": (count + 2 * QUIET) * step}
    emus = {key: round(points * _EMU) for key, points in places.items()}
    first = root.find(f".//{_W}p")
    if first is not None:
        first.append(parsed(_ANCHOR.format(**emus).encode()))
    return serialised(root)
