"""Files are told apart by their content."""

from __future__ import annotations

import pytest

from app.storage.foreign.sniff import FileKind, sniff
from tests.app.storage.foreign.office_files import (
    content_types,
    document_parts,
    packed,
    workbook,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _package(main_type: str) -> bytes:
    return packed({"[Content_Types].xml": content_types("x", main_type)})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.EMPTY),
        (workbook(), FileKind.XLSX),
        (packed(document_parts()), FileKind.DOCX),
        (_package("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "xlsm"),
        (_package("application/vnd.ms-word.document.macroEnabled.main+xml"), "docm"),
        (_package("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "xlsb"),
        (_package("application/vnd.openxmlformats-officedocument.presentationml.x"), "pptx"),
        (packed({"mimetype": "x", "content.xml": "<a/>"}), FileKind.OPEN_DOCUMENT),
        (packed({"a": "b"}), FileKind.ZIP),
        pytest.param(workbook()[:100], FileKind.ZIP, id="cut-zip"),  # it holds the moment
        (_OLE + "Workbook\0".encode("utf-16-le"), FileKind.XLS),
        (_OLE + "Book\0".encode("utf-16-le"), FileKind.XLS),
        (_OLE + "WordDocument\0".encode("utf-16-le"), FileKind.DOC),
        (_OLE + "EncryptedPackage\0".encode("utf-16-le"), FileKind.ENCRYPTED_OFFICE),
        (_OLE, FileKind.OLE),
        (b"\x09\x08\x10\x00\x00\x06", FileKind.XLS),
        (b"{\\rtf1", FileKind.RTF),
        (b"%PDF-1.4", FileKind.PDF),
        (b"\x89PNG\r\n", FileKind.PICTURE),
        (b"\xff\xd8\xff\xe0", FileKind.PICTURE),
        (b"Rar!\x1a\x07", FileKind.ARCHIVE),
        (b"\x1f\x8b\x08", FileKind.ARCHIVE),
        (b"\r\n<!DOCTYPE HTML><html>", FileKind.HTML),
        (b"\xef\xbb\xbf<table border=1>", FileKind.HTML),
        (b'<?xml version="1.0"?><html>', FileKind.HTML),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "spreadsheetml"),
        (b'<?xml version="1.0"?><a/>', FileKind.XML),
        ("编码,价格".encode("gbk"), FileKind.TEXT),
        ("编码,价格".encode("utf-16"), FileKind.TEXT),
        (b"a\0b", FileKind.BINARY),
    ],
)
def test_the_first_bytes_tell_the_kind(data: bytes, kind: str) -> None:
    """Whatever the name of the file says."""
    assert sniff(data) == kind
