"""What a file really is, from its first bytes; the ending of its name proves nothing."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from enum import StrEnum

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
"""What ``zipfile`` raises on damaged or hostile archives."""

_CONTENT_TYPES = "[Content_Types].xml"
_MOST_TYPES = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_OLDEST = (b"\x09\x08\x10\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_SPREADSHEET_XML = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|Excel\.Sheet")
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", re.IGNORECASE)
_HEAD = 4096


class FileKind(StrEnum):
    """Kinds of file that users pick, rightly or not."""

    EMPTY = "empty"
    XLSX = "xlsx"
    DOCX = "docx"
    XLSX_WITH_MACROS = "xlsm"
    DOCX_WITH_MACROS = "docm"
    XLSB = "xlsb"
    PPTX = "pptx"
    OPEN_DOCUMENT = "opendocument"
    ZIP = "zip"
    XLS = "xls"
    DOC = "doc"
    ENCRYPTED_OFFICE = "encrypted"
    OLE = "ole"
    RTF = "rtf"
    PDF = "pdf"
    HTML = "html"
    SPREADSHEET_XML = "spreadsheetml"
    XML = "xml"
    PICTURE = "picture"
    ARCHIVE = "archive"
    TEXT = "text"
    BINARY = "binary"


def sniff(data: bytes) -> FileKind:
    """Tell what a file is.

    Args:
        data: The whole content; only the start, and the directory of an archive, are looked at.
    """
    head = data[:_HEAD]
    if not data:
        return FileKind.EMPTY
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    if head.startswith(_OLE):
        return _kind_of_ole(data)
    if head.startswith(_OLE_OLDEST):
        return FileKind.XLS
    for start, kind in (
        (b"{\\rtf", FileKind.RTF),
        (b"%PDF", FileKind.PDF),
        (b"Rar!", FileKind.ARCHIVE),
        (b"7z\xbc\xaf", FileKind.ARCHIVE),
        (b"\x1f\x8b", FileKind.ARCHIVE),
        *((picture, FileKind.PICTURE) for picture in _PICTURES),
    ):
        if head.startswith(start):
            return kind
    return _kind_of_text(head)


def _kind_of_text(head: bytes) -> FileKind:
    if _MARKUP.match(head):
        return FileKind.HTML
    if _XML.match(head):
        if _SPREADSHEET_XML.search(head):
            return FileKind.SPREADSHEET_XML
        return FileKind.HTML if re.search(rb"<html", head, re.IGNORECASE) else FileKind.XML
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FileKind.TEXT
    return FileKind.BINARY if b"\0" in head else FileKind.TEXT


def _kind_of_ole(data: bytes) -> FileKind:
    """Tell the old binary formats and encrypted new ones apart by the names in their directory."""
    for name, kind in (
        ("EncryptedPackage", FileKind.ENCRYPTED_OFFICE),
        ("Workbook", FileKind.XLS),
        ("WordDocument", FileKind.DOC),
    ):
        if name.encode("utf-16-le") + b"\0\0" in data:
            return kind
    return FileKind.XLS if "Book".encode("utf-16-le") + b"\0\0" in data else FileKind.OLE


def _kind_of_zip(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and "content.xml" in names:
                return FileKind.OPEN_DOCUMENT
            if _CONTENT_TYPES not in names:
                return FileKind.ZIP
            with archive.open(_CONTENT_TYPES) as stream:
                types = stream.read(_MOST_TYPES)
    except DAMAGE:
        return FileKind.ZIP
    for mark, kind in (
        (b"spreadsheetml.sheet.main+xml", FileKind.XLSX),
        (b"wordprocessingml.document.main+xml", FileKind.DOCX),
        (b"ms-excel.sheet.macroEnabled", FileKind.XLSX_WITH_MACROS),
        (b"ms-word.document.macroEnabled", FileKind.DOCX_WITH_MACROS),
        (b"sheet.binary.macroEnabled", FileKind.XLSB),
        (b"presentationml", FileKind.PPTX),
    ):
        if mark in types:
            return kind
    return FileKind.ZIP
